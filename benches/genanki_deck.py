"""The package of the notes that `examples/deck.rs` makes, with genanki: python genanki_deck.py NOTES.jsonl FILE.apkg"""

import json
import sys

import genanki

fields = [{"name": name} for name in ("Id", "Question", "Answer")]
template = {"name": "Question", "qfmt": "{{Question}}", "afmt": "{{FrontSide}}<hr id=answer>{{Answer}}"}
model = genanki.Model(1500000001, "Bench", fields=fields, templates=[template])
deck = genanki.Deck(1500000002, "Bench")
with open(sys.argv[1], encoding="utf-8") as notes:
    for line in notes:
        note = json.loads(line)
        values = [note["id"], note["question"], note["answer"]]
        deck.add_note(genanki.Note(model=model, fields=values, guid=note["id"], tags=["bench::lang::en"]))
genanki.Package(deck).write_to_file(sys.argv[2])
