"""Validates records with the Python package jsonschema and prints, as JSON, what is wrong with each: [] where nothing is.

Usage: schema.py SCHEMA.json < RECORDS.jsonl
"""

import json
import sys

from jsonschema import Draft202012Validator

with open(sys.argv[1], encoding="utf-8") as file:
    schema = json.load(file)
Draft202012Validator.check_schema(schema)
validator = Draft202012Validator(schema)
# "\n" only: other line ends may stand inside of a record's texts.
records = [json.loads(line) for line in sys.stdin.buffer.read().decode().split("\n") if line]
json.dump([[error.message for error in validator.iter_errors(record)] for record in records], sys.stdout)
