/* The table of hedge intervals that inzet ships, as text in the program. */
    .section .rodata
    .global hedges_shipped
    .global hedges_shipped_end
hedges_shipped:
    .incbin "data/nl/hedge-intervals.tsv"
hedges_shipped_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
