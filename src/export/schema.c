/* The JSON Schema of a line of `inzet read --jsonl`, with the words of the contract as the program knows them. */
#include "export/claims.h"

static const char HEAD[] =
    "{\n"
    "\"$schema\":\"https://json-schema.org/draft/2020-12/schema\",\n"
    "\"title\":\"A document read by inzet\",\"type\":\"object\",\n"
    "\"required\":[\"doc\",\"publisher\",\"country\",\"published\",\"claims\",\"mission_claims\"],\n"
    "\"$defs\":{\n"
    "\"text\":{\"type\":[\"string\",\"null\"]},\n"
    "\"day\":{\"type\":[\"string\",\"null\"],\"pattern\":\"^[0-9]{4}-[0-9]{2}-[0-9]{2}$\"},\n"
    "\"range\":{\"type\":\"object\",\"required\":[\"from\",\"to\"],\"properties\":{\"from\":{\"type\":\"integer\",\"minimum\":0},\"to\":{\"type\":\"integer\",\"minimum\":1}}},\n"
    "\"quote\":{\"type\":\"object\",\"required\":[\"text\",\"from\",\"to\"],\"properties\":{\"text\":{\"type\":\"string\"},\"from\":{\"type\":\"integer\",\"minimum\":0},"
    "\"to\":{\"type\":\"integer\",\"minimum\":1}}},\n"
    "\"n\":{\"anyOf\":[{\"type\":[\"number\",\"null\"]},{\"type\":\"array\",\"items\":{\"type\":\"number\"},\"minItems\":2,\"maxItems\":2}]},\n"
    "\"bound\":{\"type\":[\"object\",\"null\"],\"required\":[\"words\",\"earliest\",\"latest\"],\"properties\":{\"words\":{\"$ref\":\"#/$defs/text\"},"
    "\"earliest\":{\"$ref\":\"#/$defs/day\"},\"latest\":{\"$ref\":\"#/$defs/day\"}}},\n";

static const char LINE[] =
    "},\n"
    "\"properties\":{\n"
    "\"doc\":{\"type\":\"string\"},\"publisher\":{\"$ref\":\"#/$defs/text\"},\"country\":{\"$ref\":\"#/$defs/text\"},\"country_how\":{\"$ref\":\"#/$defs/text\"},\n"
    "\"published\":{\"type\":[\"string\",\"null\"],\"pattern\":\"^[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?$\"},\"published_from\":{\"type\":\"string\"},\n"
    "\"encoding\":{\"enum\":[\"utf-8\",\"windows-1252\"]},\"offset\":{\"type\":\"integer\",\"minimum\":0},\n"
    "\"claims\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/claim\"}},\n"
    "\"mission_claims\":{\"type\":\"array\",\"items\":{\"$ref\":\"#/$defs/mission_claim\"}},\n"
    "\"not_coded\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"why\",\"at\"]}}\n"
    "}\n}\n";

/* `"field":{"enum":["a","b"]}`; the first `from` names are left out, `null` is added where the field may be empty. */
#define WORDS(o, field, name, Type, from, count, null)                                                                  \
    do {                                                                                                                \
        out_print(o, "\"%s\":{\"enum\":[%s", field, (null) ? "null" : "");                                              \
        for (int word_ = (from); word_ < (int)(count); word_++)                                                         \
            out_print(o, "%s\"%s\"", word_ > (from) || (null) ? "," : "", name((Type)word_));                           \
        out_text(o, "]}");                                                                                              \
    } while (0)

static void words_of_claim(Out *o)
{
    WORDS(o, "asset", asset_name, Asset, 0, ASSET_COUNT, false);
    out_char(o, ',');
    WORDS(o, "basis", basis_name, Basis, BASIS_NONE + 1, BASIS_COUNT, true);
    out_char(o, ',');
    WORDS(o, "stage", stage_name, Stage, 0, STAGE_COUNT, false);
    out_char(o, ',');
    WORDS(o, "realis", realis_name, Realis, 0, REALIS_COUNT, false);
    out_char(o, ',');
    WORDS(o, "act", act_name, Act, 0, ACT_COUNT, false);
    out_text(o, ",\n\"quantity\":{\"type\":[\"object\",\"null\"],\"required\":[\"words\",\"n\",\"hedge\"],\"properties\":{\"words\":{\"$ref\":\"#/$defs/text\"},"
                "\"n\":{\"$ref\":\"#/$defs/n\"},");
    WORDS(o, "hedge", hedge_name, Hedge, 0, HEDGE_COUNT, false);
    out_text(o, "}},\n\"roles\":{\"type\":\"array\",\"items\":{\"enum\":[");
    for (int i = 0; i < ROLE_COUNT; i++) out_print(o, "%s\"%s\"", i ? "," : "", role_name((Role)i));
    out_text(o, "]}},\n");
}

static void claim_of(Out *o)
{
    out_text(o, "\"claim\":{\"type\":\"object\",\"required\":[\"id\",\"contributor\",\"stage\",\"realis\",\"act\",\"evidence\"],\"properties\":{\n"
                "\"id\":{\"type\":\"string\",\"pattern\":\"^c[0-9a-f]{16}$\"},\"contributor\":{\"type\":\"string\",\"pattern\":\"^([A-Z]{2}|NATO|COALITION)$\"},"
                "\"asset_type\":{\"$ref\":\"#/$defs/text\"},\n");
    words_of_claim(o);
    out_text(o, "\"mission\":{\"$ref\":\"#/$defs/text\"},\"host\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\"places\":{\"type\":\"array\",\"items\":{\"type\":\"string\"}},\n"
                "\"start\":{\"$ref\":\"#/$defs/bound\"},\"end\":{\"$ref\":\"#/$defs/bound\"},\n"
                "\"duration\":{\"type\":[\"object\",\"null\"],\"required\":[\"words\",\"iso\",\"hedge\"]},\n"
                "\"decider\":{\"$ref\":\"#/$defs/text\"},\"requester\":{\"$ref\":\"#/$defs/text\"},\"speaker\":{\"$ref\":\"#/$defs/text\"},"
                "\"assent\":{\"type\":[\"object\",\"null\"],\"required\":[\"body\",\"outcome\",\"against\"]},\n"
                "\"links\":{\"type\":\"array\",\"items\":{\"type\":\"object\",\"required\":[\"kind\",\"to\"],\"properties\":{");
    WORDS(o, "kind", link_name, LinkKind, 0, LINK_COUNT, false);
    out_text(o, ",\"to\":{\"type\":\"string\"}}}},\n\"how\":{\"type\":\"object\",\"additionalProperties\":{\"enum\":[\"stated\",\"carried\",\"defaulted\"]}},\n"
                "\"ranges\":{\"type\":\"object\",\"additionalProperties\":{\"$ref\":\"#/$defs/range\"}},\n"
                "\"evidence\":{\"$ref\":\"#/$defs/quote\"},\"score\":{\"type\":\"number\",\"minimum\":0,\"maximum\":1}\n}},\n");
}

static void mission_claim_of(Out *o)
{
    out_text(o, "\"mission_claim\":{\"type\":\"object\",\"required\":[\"id\",\"mission\",\"what\",\"evidence\"],\"properties\":{\n"
                "\"id\":{\"type\":\"string\",\"pattern\":\"^m[0-9a-f]{16}$\"},\"mission\":{\"$ref\":\"#/$defs/text\"},");
    WORDS(o, "what", what_name, What, 0, WHAT_COUNT, false);
    out_char(o, ',');
    WORDS(o, "realis", realis_name, Realis, 0, REALIS_COUNT, false);
    out_text(o, ",\n\"value\":{\"type\":[\"object\",\"null\"]},\"start\":{\"$ref\":\"#/$defs/bound\"},\"end\":{\"$ref\":\"#/$defs/bound\"},"
                "\"speaker\":{\"$ref\":\"#/$defs/text\"},\"evidence\":{\"$ref\":\"#/$defs/quote\"}\n}}\n");
}

void claims_schema(Out *o)
{
    out_text(o, HEAD);
    claim_of(o);
    mission_claim_of(o);
    out_text(o, LINE);
}
