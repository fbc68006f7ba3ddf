# inzet: make builds build/inzet. No configure step; `make help` lists the targets.
#
# Needs a C17 compiler, pkg-config and the libraries in PACKAGES; `./run` installs what is missing on Debian.
CC ?= cc
CFLAGS ?= -O2 -g
PREFIX ?= /usr/local
BUILD ?= build
PYTHON ?= python3

PACKAGES := sqlite3 libutf8proc nettle jansson libzstd zlib xlsxwriter
WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wno-sign-conversion -Wstrict-prototypes \
  -Wmissing-prototypes -Wwrite-strings -Wundef -Wvla -Wformat=2
ifeq ($(WERROR),1)
WARNINGS += -Werror
endif
PACKAGE_CFLAGS := $(shell pkg-config --cflags $(PACKAGES))
PACKAGE_LIBS := $(shell pkg-config --libs $(PACKAGES))
FLAGS := -std=c17 -D_POSIX_C_SOURCE=200809L -Isrc -Itests $(WARNINGS) $(PACKAGE_CFLAGS) $(CFLAGS) $(SANITIZE)
LIBS := $(PACKAGE_LIBS) -lm

# Layers from the ground up; a file includes its own folder and folders before it (tests/layers.sh).
LAYERS := base source text lexicon number time syntax frames register ask draw export serve cli
SOURCES := $(foreach l,$(LAYERS),$(sort $(wildcard src/$(l)/*.c)))
ASSEMBLY := $(sort $(wildcard src/*/*.S))
MAIN := $(BUILD)/src/cli/main.o
OBJECTS := $(SOURCES:%.c=$(BUILD)/%.o) $(ASSEMBLY:%=$(BUILD)/%.o)
LIBRARY := $(filter-out $(MAIN),$(OBJECTS))

# The compiler of word lists and rules is linked without the image that it makes, and with the layers it needs only.
COMPILER := $(patsubst %.c,$(BUILD)/%.o,$(filter src/base/% src/text/% src/lexicon/%,$(SOURCES)) src/frames/rule.c src/frames/feature.c src/frames/claim.c src/frames/weight.c)
DATA := $(sort $(wildcard data/nl/lexicon/*.tsv)) $(sort $(wildcard data/nl/*.rules)) $(wildcard data/nl/weights.tsv)
IMAGE := build/nl.image

# tests/NAME.c with a main is a program of its own, linked with everything but the program's main; the other files there help them all.
TEST_MAINS := $(shell grep -l '^int main\>' tests/*.c)
TEST_HELPERS := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(TEST_MAINS),$(sort $(wildcard tests/*.c))))
TESTS := $(TEST_MAINS:%.c=$(BUILD)/%)
BENCHES := $(patsubst bench/%.c,$(BUILD)/bench/%,$(sort $(wildcard bench/*.c)))
FUZZERS := $(patsubst fuzz/%.c,%,$(sort $(filter-out fuzz/replay.c,$(wildcard fuzz/*.c))))
REPLAYS := $(FUZZERS:%=$(BUILD)/fuzz/%_replay)

.PHONY: weights treebank all programs check san check-san fuzz bench golden lint install uninstall clean help
.DELETE_ON_ERROR:
.SECONDARY:

all: $(BUILD)/inzet $(BUILD)/inzet.1

help:
	@echo 'all       build/inzet and its man page'
	@echo 'check     all tests; the last line says N passed, N failed'
	@echo 'san       the same program with address and undefined sanitizers, in build/san'
	@echo 'check-san all tests with it'
	@echo 'fuzz      a minute (SECONDS=n) of libFuzzer for each target; needs clang'
	@echo 'bench     speed, start-up and memory'
	@echo 'weights   fits data/nl/weights.tsv again on the articles of tests/'
	@echo 'treebank  how well clauses agree with treebanks (BANKS=files)'
	@echo 'golden    rewrites tests/golden from what the program says now'
	@echo 'lint      clang analyzer, gcc -fanalyzer, the shell scripts, the data'
	@echo 'install   to PREFIX ($(PREFIX)), with DESTDIR'

$(BUILD)/%.o: %.c
	@mkdir -p $(@D)
	$(CC) $(FLAGS) -MMD -MP -c $< -o $@

$(BUILD)/%.S.o: %.S
	@mkdir -p $(@D)
	$(CC) -c $< -o $@

$(BUILD)/compile: $(BUILD)/tools/compile.o $(COMPILER)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

# One image serves every build: it holds no addresses and does not depend on the compiler.
$(IMAGE): build/compile $(DATA)
	build/compile $@ $(DATA)

ifneq ($(BUILD),build)
build/compile: $(wildcard $(foreach l,base text lexicon number time syntax frames,src/$(l)/*)) tools/compile.c
	$(MAKE) BUILD=build SANITIZE= CFLAGS='-O2 -g' build/compile
endif

# What an assembler file includes by .incbin stands here.
$(BUILD)/src/lexicon/image.S.o: $(IMAGE)
$(BUILD)/src/register/schema.S.o: $(wildcard src/register/*.sql)
$(BUILD)/src/register/tables.S.o: $(wildcard data/nl/*.tsv)

$(BUILD)/inzet: $(OBJECTS)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

$(BUILD)/inzet.1: $(BUILD)/inzet
	$(BUILD)/inzet help --man > $@

$(BUILD)/tests/%: $(BUILD)/tests/%.o $(TEST_HELPERS) $(LIBRARY)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

$(BUILD)/bench/%: $(BUILD)/bench/%.o $(LIBRARY)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

$(BUILD)/fuzz/%_replay: $(BUILD)/fuzz/%.o $(BUILD)/fuzz/replay.o $(LIBRARY)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

programs: all $(TESTS) $(REPLAYS)

check: programs
	BUILD=$(BUILD) tests/run.sh

SANITIZED := BUILD=build/san CFLAGS='-O1 -g' SANITIZE='-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer'

san:
	$(MAKE) $(SANITIZED) programs

check-san:
	$(MAKE) $(SANITIZED) check

SECONDS ?= 60
fuzz:
	$(MAKE) BUILD=build/fuzzing CC=clang CFLAGS='-O1 -g' SANITIZE='-fsanitize=address,undefined,fuzzer-no-link' fuzzers
	for f in $(FUZZERS); do \
	  mkdir -p build/fuzzing/corpus/$$f fuzz/corpus/$$f; \
	  build/fuzzing/fuzz/$$f -verbosity=0 -print_final_stats=1 -max_total_time=$(SECONDS) -timeout=10 -rss_limit_mb=2048 -artifact_prefix=build/fuzzing/$$f- \
	    build/fuzzing/corpus/$$f fuzz/corpus/$$f || exit 1; \
	done

.PHONY: fuzzers
fuzzers: $(FUZZERS:%=$(BUILD)/fuzz/%)

$(FUZZERS:%=$(BUILD)/fuzz/%): $(BUILD)/fuzz/%: $(BUILD)/fuzz/%.o $(LIBRARY)
	$(CC) $(FLAGS) -fsanitize=fuzzer $(LDFLAGS) $^ -o $@ $(LIBS)

bench: all $(BENCHES) $(BUILD)/tests/register_loader $(BUILD)/tests/register_bench
	BUILD=$(BUILD) bench/bench.sh
	BUILD=$(BUILD) bench/register.sh

# Fits data/nl/weights.tsv again on the articles of tests/ that are for work (tests/corpus/README.md), and on the seeds where they lie beside the checkout.
# MORE='CANDIDATES GOLD ...' adds texts of your own (build/candidates FILES >CANDIDATES; GOLD as in tests/blind/gold.jsonl, `-` where nothing may be found).
$(BUILD)/candidates: $(BUILD)/tools/candidates.o $(LIBRARY)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

# Holds the reader's clauses against treebanks: make treebank BANKS='FILE.conllu ...'.
$(BUILD)/clauses: $(BUILD)/tools/clauses.o $(LIBRARY)
	$(CC) $(FLAGS) $(LDFLAGS) $^ -o $@ $(LIBS)

BANKS := ../shared/treebanks/alpino-test.conllu.gz ../shared/treebanks/lassy-test.conllu.gz
treebank: $(BUILD)/clauses
	for bank in $(BANKS); do echo "$$(basename $$bank)"; $(PYTHON) tools/clauses.py $(BUILD)/clauses $$bank; done

SEEDS := ../shared/seeds
weights: $(BUILD)/candidates
	for set in corpus blind retold; do $(BUILD)/candidates tests/$$set/text/*.txt >$(BUILD)/$$set.candidates || exit 1; done
	$(BUILD)/candidates tests/other/*.txt >$(BUILD)/other.candidates
	seeds=; if [ -e $(SEEDS)/gold.jsonl ]; then $(BUILD)/candidates $(SEEDS)/*.txt >$(BUILD)/seeds.candidates; seeds="$(BUILD)/seeds.candidates $(SEEDS)/gold.jsonl"; fi; \
	$(PYTHON) tools/weights.py $(BUILD)/corpus.candidates tests/corpus/gold.jsonl $(BUILD)/blind.candidates tests/blind/gold.jsonl \
	  $(BUILD)/retold.candidates tests/retold/gold.jsonl $(BUILD)/other.candidates - $$seeds $(MORE) --skip tests/corpus/measured.txt --threshold 0.42 >$(BUILD)/weights.tsv
	cp $(BUILD)/weights.tsv data/nl/weights.tsv

golden: all
	BUILD=$(BUILD) tests/golden.sh --rewrite
	if [ -e tests/at_golden.sh ]; then BUILD=$(BUILD) sh tests/at_golden.sh --rewrite; fi

lint: all
	$(BUILD)/inzet lint $(DATA)
	tests/layers.sh
	for f in $(SOURCES); do clang --analyze --analyzer-output text -std=c17 -D_POSIX_C_SOURCE=200809L -Isrc $(PACKAGE_CFLAGS) $$f || exit 1; done
	for f in $(SOURCES); do gcc -fanalyzer -O1 -std=c17 -D_POSIX_C_SOURCE=200809L -Isrc $(WARNINGS) $(PACKAGE_CFLAGS) -c $$f -o /dev/null || exit 1; done
	if command -v shellcheck >/dev/null; then shellcheck run test .ci/run tests/*.sh bench/*.sh; fi

install: all
	install -D -m 755 $(BUILD)/inzet $(DESTDIR)$(PREFIX)/bin/inzet
	install -D -m 644 $(BUILD)/inzet.1 $(DESTDIR)$(PREFIX)/share/man/man1/inzet.1
	mkdir -p $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/site-functions $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BUILD)/inzet completion bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/inzet
	$(BUILD)/inzet completion zsh > $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_inzet
	$(BUILD)/inzet completion fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/inzet.fish

uninstall:
	rm -f $(DESTDIR)$(PREFIX)/bin/inzet $(DESTDIR)$(PREFIX)/share/man/man1/inzet.1 \
	  $(DESTDIR)$(PREFIX)/share/bash-completion/completions/inzet $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_inzet \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/inzet.fish

clean:
	rm -rf build

-include $(shell find $(BUILD) -name '*.d' 2>/dev/null)
