#!/usr/bin/env python3
"""schema_check.py SCHEMA LINES.jsonl: holds every line against the part of JSON Schema that inzet's own schema uses. No library needed."""
import json, re, sys

TYPES = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float), "null": type(None), "boolean": bool}


def faults(value, schema, root, at):
    if "$ref" in schema:
        return faults(value, root["$defs"][schema["$ref"].rsplit("/", 1)[1]], root, at)
    if "anyOf" in schema:
        return [] if any(not faults(value, s, root, at) for s in schema["anyOf"]) else [f"{at}: fits none of anyOf"]
    out = []
    if "type" in schema:
        names = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
        if not any(isinstance(value, TYPES[n]) for n in names):
            return [f"{at}: {value!r} is no {names}"]
    if "enum" in schema and value not in schema["enum"]:
        out.append(f"{at}: {value!r} is none of {schema['enum']}")
    if isinstance(value, str) and "pattern" in schema and not re.search(schema["pattern"], value):
        out.append(f"{at}: {value!r} does not fit {schema['pattern']}")
    if isinstance(value, (int, float)) and not schema.get("minimum", value) <= value <= schema.get("maximum", value):
        out.append(f"{at}: {value} out of bounds")
    if isinstance(value, dict):
        out += [f"{at}: no {n}" for n in schema.get("required", []) if n not in value]
        for name, v in value.items():
            sub = schema.get("properties", {}).get(name, schema.get("additionalProperties"))
            if sub:
                out += faults(v, sub, root, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for i, v in enumerate(value):
            out += faults(v, schema["items"], root, f"{at}[{i}]")
    return out


def main():
    schema = json.load(open(sys.argv[1], encoding="utf-8"))
    found = []
    lines = open(sys.argv[2], encoding="utf-8").read().splitlines()
    for n, line in enumerate(lines, 1):
        document = json.loads(line)
        known = schema["properties"]
        found += [f"line {n}: {name} is not in the schema" for name in document if name not in known]
        found += faults(document, schema, schema, f"line {n}")
    print("\n".join(found[:20]))
    return 1 if found or not lines else 0


sys.exit(main())
