"""Checks a report on standard input with other people's validators and prints, as JSON, what is wrong with it.

Usage: report.py SCHEMA < REPORT
where SCHEMA is a JSON Schema (*.json) or a RELAX NG grammar (*.rng). PASSERELLE_SCHEMAS may name a folder with the
publishers' own schemas (sarif.json, rdjson.json, junit.xsd): they are used too.
"""

import json
import os
import sys
from pathlib import Path


def by_json_schema(schema, report):
    from jsonschema.validators import validator_for

    with open(schema, encoding="utf-8") as file:
        schema = json.load(file)
    kind = validator_for(schema)
    kind.check_schema(schema)
    return [f"{error.json_path}: {error.message}" for error in kind(schema).iter_errors(json.loads(report))]


def by_grammar(schema, report):
    from lxml import etree

    read = etree.RelaxNG if schema.suffix == ".rng" else etree.XMLSchema
    grammar = read(etree.parse(schema))
    grammar.validate(etree.fromstring(report))
    return [str(error) for error in grammar.error_log]


own = Path(sys.argv[1])
report = sys.stdin.buffer.read()
folder = Path(os.environ.get("PASSERELLE_SCHEMAS", own.parent / "none"))
wrong = []
for schema in [own, folder / f"{own.stem}.json", folder / f"{own.stem}.xsd"]:
    if schema.exists():
        wrong += (by_json_schema if schema.suffix == ".json" else by_grammar)(schema, report)
json.dump(wrong, sys.stdout)
