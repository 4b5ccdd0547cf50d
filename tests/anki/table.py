"""Imports a package and then tables into a new collection with the real Anki, and prints, as JSON, what a learner would see.

Usage: table.py DECK.apkg FIRST.csv [NEXT.csv …]

After the package, cards are answered, flagged and suspended and a note gets a tag of the learner's own, so that the report
can say what of it each table leaves.
"""

import json
import os
import sys
import tempfile

from anki.buildinfo import version
from anki.collection import Collection, ImportAnkiPackageRequest, ImportCsvRequest
from anki.scheduler.v3 import CardAnswer


def import_package(collection, path):
    # Without options, which releases of 2023 do not know: the defaults.
    collection.import_anki_package(ImportAnkiPackageRequest(package_path=os.path.abspath(path)))
    # The client keeps note types in memory and does not notice an import.
    collection.models._clear_cache()


def metadata(found):
    return {
        "delimiter": int(found.delimiter),
        "html": found.is_html,
        "guid": found.guid_column,
        "notetype": found.notetype_column,
        "deck": found.deck_column,
        "tags": found.tags_column,
        "resolution": int(found.dupe_resolution),
    }


def import_table(collection, path):
    path = os.path.abspath(path)
    found = collection.get_csv_metadata(path=path, delimiter=None)
    log = collection.import_csv(ImportCsvRequest(path=path, metadata=found)).log
    kinds = [f.name for f in log.DESCRIPTOR.fields if f.message_type and f.name not in ("queue",)]
    out = {kind: sorted(note.fields[0] for note in getattr(log, kind)) for kind in kinds}
    return {"metadata": metadata(found), "found": log.found_notes, **out}


def study(collection):
    """Answers every card but the last with "Easy", flags and suspends some, and tags the second note."""
    ids = list(collection.find_cards("", order="c.due"))
    for card_id in ids[:-1]:
        card = collection.get_card(card_id)
        card.start_timer()
        states = collection._backend.get_scheduling_states(card_id)
        answer = collection.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY)
        collection.sched.answer_card(answer)
    collection.set_user_flag_for_cards(3, ids[:1])
    collection.sched.suspend_cards(ids[1:2])
    note = collection.get_card(ids[1]).note()
    note.add_tag("my-own")
    collection.update_note(note)


def cards(collection):
    out = {}
    for card_id in collection.find_cards(""):
        card = collection.get_card(card_id)
        note = card.note()
        output = card.render_output()
        out[note["Id"]] = {
            "deck": collection.decks.name(card.did),
            "schedule": [card.queue, card.due, card.ivl, card.factor, card.reps, card.flags],
            "mod": note.mod,
            "fields": note.fields,
            "tags": sorted(note.tags),
            "question": output.question_text,
            "answer": output.answer_text,
        }
    return out


def main(package, tables):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        import_package(collection, package)
        study(collection)
        report = {"anki": version, "states": [cards(collection)], "imports": []}
        for table in tables:
            report["imports"].append(import_table(collection, table))
            report["states"].append(cards(collection))
        text, ok = collection.fix_integrity()
        report["integrity"] = [] if ok else text.split("\n")
        report["notes"] = collection.note_count()
        collection.close()
    json.dump(report, sys.stdout)


main(sys.argv[1], sys.argv[2:])
