"""Shows a card of a package as the real Anki renders it: front and back, by day and by night, as wide as a phone.

Usage: picture.py PACKAGE ID OUT.png       (needs Chromium; makes the picture of docs/exports/anki.md)
"""

import html
import os
import subprocess
import sys
import tempfile

from anki.collection import Collection, ImportAnkiPackageOptions, ImportAnkiPackageRequest

WIDTH, HEIGHT, GAP = 375, 880, 12


def sides(package, wanted):
    with tempfile.TemporaryDirectory() as folder:
        col = Collection(os.path.join(folder, "collection.anki2"))
        path = os.path.abspath(package)
        col.import_anki_package(ImportAnkiPackageRequest(package_path=path, options=ImportAnkiPackageOptions()))
        for card in (col.get_card(id_) for id_ in col.find_cards("")):
            if card.note().fields[0] == wanted:
                output = card.render_output()
                shown = [f"<style>{output.css}</style>{text}" for text in (output.question_text, output.answer_text)]
                col.close()
                return shown
    sys.exit(f"{wanted} is not in {package}")


def main(package, wanted, out):
    frames = []
    for night in ("", " nightMode night_mode"):
        for side in sides(package, wanted):
            page = f'<!doctype html><html class="mobile"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><body class="card card1{night}">{side}'
            frames.append(f'<iframe srcdoc="{html.escape(page)}"></iframe>')
    style = f"body{{margin:0;display:flex;gap:{GAP}px;background:#8a929c}}iframe{{border:0;width:{WIDTH}px;height:{HEIGHT}px}}"
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "cards.html")
        with open(path, "w", encoding="utf-8") as page:
            page.write(f"<!doctype html><meta charset='utf-8'><style>{style}</style>{''.join(frames)}")
        width = 4 * WIDTH + 3 * GAP
        subprocess.run(
            ["chromium", "--headless", "--no-sandbox", "--hide-scrollbars", f"--window-size={width},{HEIGHT}", f"--screenshot={out}", path],
            check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )


main(*sys.argv[1:])
