"""A learner's collection in the real Anki, step by step.

Reads a JSON list of steps from standard input and prints a list of what came out of each. A step is an object with one key:

  {"import": PATH}      with Anki's default options: the ids of the notes that are new, updated, duplicate, conflicting
  {"study": N}          N cards are answered; the first is flagged, the second suspended, the third tagged, FSRS is on
  {"snapshot": true}    every note and card as they are stored
  {"render": true}      what every card shows, and what is wrong with it
  {"check": true}       the database check, the empty cards and the media check
  {"columns": PATH}     a text file for import: which columns Anki takes for what
  {"csv": PATH}         an import of a text file, as its own head asks for
"""

import json
import os
import re
import sys
import tempfile

from anki import collection as client
from anki.collection import Collection, ImportAnkiPackageRequest
from anki.scheduler.v3 import CardAnswer


def ids(notes):
    return sorted(note.fields[0] for note in notes)


def import_package(col, path):
    # Options came with 23.12; all of them are off by default.
    given = {"options": client.ImportAnkiPackageOptions()} if hasattr(client, "ImportAnkiPackageOptions") else {}
    request = ImportAnkiPackageRequest(package_path=os.path.abspath(path), **given)
    log = col.import_anki_package(request).log
    # The client keeps note types in memory and does not notice an import.
    col.models._clear_cache()
    return {kind: ids(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}


def study(col, count):
    col.set_config("fsrs", True)
    done = []
    ratings = (CardAnswer.EASY, CardAnswer.GOOD, CardAnswer.AGAIN, CardAnswer.HARD)
    for deck in col.decks.all_names_and_ids():
        config = col.decks.config_dict_for_deck_id(deck.id)
        config["new"]["perDay"] = 1000
        col.decks.update_config(config)
        col.decks.select(deck.id)
        while len(done) < count:
            card = col.sched.getCard()
            if card is None or card.note().id in done:
                break
            card.start_timer()
            states = col._backend.get_scheduling_states(card.id)
            col.sched.answer_card(col.sched.build_answer(card=card, states=states, rating=ratings[len(done) % 4]))
            done.append(card.note().id)
    cards = [col.get_note(note).cards()[0] for note in done]
    col.set_user_flag_for_cards(3, [cards[0].id])
    col.sched.suspend_cards([cards[1].id])
    col.tags.bulk_add([cards[2].nid], "mine::hard")
    return [card.note().fields[0] for card in cards]


def snapshot(col):
    notes = {}
    for guid, id_, mod, tags, fields in col.db.all("select guid, id, mod, tags, flds from notes"):
        fields = fields.split("\x1f")
        cards = []
        for row in col.db.all(
            "select ord, did, type, queue, due, ivl, factor, reps, lapses, left, flags, data from cards where nid = ? order by ord", id_
        ):
            ord_, did, *rest = row
            cards.append({"ord": ord_, "deck": col.decks.name(did), "state": rest})
        note = col.get_note(id_)
        notes[fields[0] + "/" + guid] = {
            "id": fields[0], "tags": tags.split(), "fields": dict(note.items()), "cards": cards,
            "type": note.note_type()["name"], "reviews": col.db.scalar("select count() from revlog where cid in (select id from cards where nid = ?)", id_),
        }
    decks = sorted(deck.name for deck in col.decks.all_names_and_ids())
    return {"notes": notes, "decks": decks, "types": sorted(kind.name for kind in col.models.all_names_and_ids())}


def render(col):
    out = []
    media = set(os.listdir(col.media.dir()))
    for card_id in col.find_cards("", order="c.due"):
        card = col.get_card(card_id)
        output = card.render_output()
        sides = (output.question_text, output.answer_text)
        text = re.sub(r"<[^>]*>", "", sides[0]).strip()
        faults = []
        if not text or "has a blank front" in text or "is empty" in text:
            faults.append("empty front")
        if any("{{" in side or "{unknown field" in side for side in sides):
            faults.append("unresolved field")
        if output.question_av_tags or output.answer_av_tags:
            faults.append("sound")
        if any(re.search(r"latex-|\[latex\]|\[\$|<script|\[sound:|\[anki:", side, re.I) for side in sides):
            faults.append("obeyed")
        for name in re.findall(r'<img[^>]* src="([^"]*)"', "".join(sides)):
            if ":" not in name and name not in media:
                faults.append("missing " + name)
        out.append({"id": card.note().fields[0], "ord": card.ord, "deck": col.decks.name(card.did), "front": sides[0], "back": sides[1], "faults": faults,
                    "css": output.css})
    return out


def check(col):
    text, ok = col.fix_integrity()
    media = col.media.check()
    empty = col.get_empty_cards().notes
    return {"mended": [] if ok else text.split("\n"), "missing": list(media.missing), "unused": list(media.unused), "empty": len(empty)}


def columns(col, path):
    found = col.get_csv_metadata(path=os.path.abspath(path), delimiter=None)
    return {"guid": found.guid_column, "notetype": found.notetype_column, "deck": found.deck_column, "tags": found.tags_column}


def import_csv(col, path):
    from anki.collection import ImportCsvRequest

    metadata = col.get_csv_metadata(path=os.path.abspath(path), delimiter=None)
    log = col.import_csv(ImportCsvRequest(path=os.path.abspath(path), metadata=metadata)).log
    col.models._clear_cache()
    return {kind: ids(getattr(log, kind)) for kind in ("new", "updated", "duplicate", "conflicting")}


STEPS = {
    "import": import_package, "study": study, "csv": import_csv, "columns": columns,
    "snapshot": lambda col, _: snapshot(col), "render": lambda col, _: render(col), "check": lambda col, _: check(col),
}


def main():
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "collection.anki2"))
        results = []
        for step in json.load(sys.stdin):
            ((name, value),) = step.items()
            results.append(STEPS[name](col, value))
        col.close()
    json.dump(results, sys.stdout)


main()
