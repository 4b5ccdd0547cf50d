"""How long an open page of `passerelle serve` waits for an edit: from the save of a document to the answer that makes the page
reload, and until the page has been fetched with its new text.

    passerelle serve --root DIR --port 4000
    python benches/serve.py http://127.0.0.1:4000 DIR/content/00123.md /en/q/SOME-ID/ OLD-TEXT [TIMES]

OLD-TEXT stands in the document and on the page; it is replaced by other words TIMES times, and put back."""

import re
import statistics
import sys
import threading
import time
import urllib.request


def get(address):
    with urllib.request.urlopen(address) as answer:
        return answer.read().decode()


def main(base, document, page, text, times="20"):
    original = open(document, encoding="utf-8").read()
    assert text in original and text in get(base + page), "the text must be in the document and on the page"
    told, shown, settled = [], [], 0
    try:
        for number in range(int(times)):
            version = re.search(r"reload\.js\?version=([^\"]*)", get(base + page))[1]
            answered = []
            ask = lambda: answered.append((get(f"{base}/_passerelle/changes?version={version}&page={page}"), time.perf_counter()))
            waiting = threading.Thread(target=ask)
            waiting.start()
            time.sleep(0.3)
            new = f"new words, number {number}"
            start = time.perf_counter()
            with open(document, "w", encoding="utf-8") as file:
                file.write(original.replace(text, new, 1))
            waiting.join()
            html = get(base + page)
            end = time.perf_counter()
            assert answered[0][0] != version and new in html, "the page that reloads has the new text"
            told.append(1000 * (answered[0][1] - start))
            shown.append(1000 * (end - start))
            # Until the whole collection has been read again.
            time.sleep(6)
            settled += new in get(base + page)
    finally:
        with open(document, "w", encoding="utf-8") as file:
            file.write(original)
    for name, all_of in [("reload told", told), ("new page fetched", shown)]:
        print(f"{name}: median {statistics.median(all_of):.0f} ms, from {min(all_of):.0f} to {max(all_of):.0f} ms, {len(all_of)} edits")
    print(f"still there after the whole collection was read: {settled} of {len(told)}")


main(*sys.argv[1:])
