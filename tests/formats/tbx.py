"""Reads a TBX file with lxml, checks it against the structure of TBX-Basic (DCA) and prints what it says as JSON.

Usage: tbx.py FILE.tbx SCHEMA.rng
"""

import json
import sys

from lxml import etree

NAMESPACE = "{urn:iso:std:iso:30042:ed-2}"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def main(path, schema):
    tree = etree.parse(path)
    grammar = etree.RelaxNG(etree.parse(schema))
    valid = grammar.validate(tree)
    concepts = {}
    for entry in tree.iter(NAMESPACE + "conceptEntry"):
        langs = {}
        for section in entry.iter(NAMESPACE + "langSec"):
            terms = []
            for term in section.iter(NAMESPACE + "termSec"):
                notes = {note.get("type"): note.text for note in term.iter(NAMESPACE + "termNote")}
                terms.append([term.findtext(NAMESPACE + "term"), notes])
            definition = section.findtext(NAMESPACE + "descrip")
            langs[section.get(LANG)] = {"terms": terms, "definition": definition}
        refs = [ref.get("target") for ref in entry.iter(NAMESPACE + "ref")]
        concepts[entry.get("id")] = {"langs": langs, "refs": refs}
    report = {
        "valid": valid,
        "errors": [str(error) for error in grammar.error_log],
        "root": dict(tree.getroot().attrib),
        "concepts": concepts,
    }
    json.dump(report, sys.stdout)


main(sys.argv[1], sys.argv[2])
