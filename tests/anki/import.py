"""Imports Anki packages into a new collection with the real Anki and prints, as JSON, what a learner would see.

Usage: import.py FIRST.apkg [NEXT.apkg …]

Each package is imported in its turn with Anki's default options; the first one twice. Before the first update, one card is
answered, so that the report can say whether its schedule was kept.
"""

import json
import os
import re
import sys
import tempfile

from anki.buildinfo import version
from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer


def import_package(collection, path):
    request = ImportAnkiPackageRequest(
        package_path=os.path.abspath(path),
        options=ImportAnkiPackageOptions(with_scheduling=False, with_deck_configs=False),
    )
    log = collection.import_anki_package(request).log
    # The client keeps note types in memory and does not notice an import.
    collection.models._clear_cache()
    kinds = ("new", "updated", "duplicate", "conflicting")
    return {kind: sorted(note.fields[0] for note in getattr(log, kind)) for kind in kinds}


def integrity(collection):
    """What the database check had to mend."""
    text, ok = collection.fix_integrity()
    return [] if ok else text.split("\n")


def cards(collection):
    out = []
    for card_id in collection.find_cards("", order="c.due"):
        card = collection.get_card(card_id)
        note = card.note()
        output = card.render_output()
        front = re.sub(r"<[^>]*>", "", output.question_text).strip()
        out.append({
            "id": note["Id"],
            "deck": collection.decks.name(card.did),
            "tags": sorted(note.tags),
            "queue": card.queue,
            "due": card.due,
            "interval": card.ivl,
            "reps": card.reps,
            "sort": collection.db.scalar("select sfld from notes where id = ?", note.id),
            "checksum": collection.db.scalar("select csum from notes where id = ?", note.id),
            "front": front,
            "question": output.question_text,
            "answer": output.answer_text,
            "unresolved": "{{" in output.question_text or "{{" in output.answer_text,
            "sounds": len(output.question_av_tags) + len(output.answer_av_tags),
        })
    return out


def answer_first(collection):
    """Answers the first card that is due with "Easy"; the id of its note."""
    first = collection.get_card(collection.find_cards("", order="c.due")[0])
    collection.decks.select(first.did)
    card = collection.sched.getCard()
    card.start_timer()
    states = collection._backend.get_scheduling_states(card.id)
    answer = collection.sched.build_answer(card=card, states=states, rating=CardAnswer.EASY)
    collection.sched.answer_card(answer)
    return card.note()["Id"]


def main(paths):
    with tempfile.TemporaryDirectory() as folder:
        collection = Collection(os.path.join(folder, "collection.anki2"))
        report = {"anki": version, "imports": [import_package(collection, paths[0])]}
        report["cards"] = cards(collection)
        report["decks"] = sorted(deck.name for deck in collection.decks.all_names_and_ids())
        report["integrity"] = integrity(collection)
        report["checked"] = cards(collection)
        report["answered"] = answer_first(collection)
        for path in [paths[0], *paths[1:]]:
            report["imports"].append(import_package(collection, path))
        report["after"] = cards(collection)
        report["integrity"] += integrity(collection)
        collection.close()
    json.dump(report, sys.stdout)


main(sys.argv[1:])
