"""Pictures of a built site: six kinds of page on a phone and on a desktop, light and dark, in both languages.

    python tests/browser/screenshots.py SITE FOLDER [--png] [--only NAME] [--concept NAME]

They are WebP (or PNG) as Chromium writes it, of less than 60 KB each, named `home-phone-light-fr.webp`. The site is read from the
disk.
"""

import argparse
import base64
import shutil
import tempfile
import time
from pathlib import Path

from selenium import webdriver

DEVICES = {"phone": (390, 844, True), "desktop": (1280, 800, False)}
KINDS = {
    "home": "{lang}/index.html",
    "topic": "{lang}/topics/{topic}/index.html",
    "question": "{lang}/q/{question}/index.html",
    "concept": "{lang}/concepts/{concept}/index.html",
    "search": "{lang}/search/index.html?q={query}",
    "study": "{lang}/study/index.html",
}
FOLDERS = {"topic": "topics", "question": "q", "concept": "concepts"}


def largest(site, pattern):
    """The name of the folder whose page has most in it."""
    pages = sorted(site.glob(pattern), key=lambda page: (page.stat().st_size, page))
    return pages[-1].parent.name


def pages(site, lang, concept):
    """The six pages in a language, by kind: those with the most to show."""
    names = {kind: largest(site, f"{lang}/{folder}/*/index.html") for kind, folder in FOLDERS.items()}
    names["concept"] = concept or names["concept"]
    return {kind: path.format(lang=lang, query="cache", **names) for kind, path in KINDS.items()}


def driver(profile):
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in f"--headless=new --no-sandbox --disable-gpu --hide-scrollbars --user-data-dir={profile}".split():
        options.add_argument(flag)
    return webdriver.Chrome(options=options, service=webdriver.ChromeService(executable_path=shutil.which("chromedriver")))


def main():
    said = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    said.add_argument("site", type=Path)
    said.add_argument("folder", type=Path)
    said.add_argument("--png", action="store_true", help="PNG in the place of WebP")
    said.add_argument("--only", default="", help="only pictures with this in their names")
    said.add_argument("--concept", help="the concept to show")
    said = said.parse_args()
    site = said.site.resolve()
    said.folder.mkdir(parents=True, exist_ok=True)
    style = {"format": "png"} if said.png else {"format": "webp", "quality": 70}
    with tempfile.TemporaryDirectory(prefix="pictures-", ignore_cleanup_errors=True) as profile:
        chromium = driver(profile)
        try:
            for device, (width, height, mobile) in DEVICES.items():
                size = {"width": width, "height": height, "deviceScaleFactor": 1, "mobile": mobile}
                chromium.execute_cdp_cmd("Emulation.setDeviceMetricsOverride", size)
                for scheme in ("light", "dark"):
                    features = [{"name": "prefers-color-scheme", "value": scheme}, {"name": "prefers-reduced-motion", "value": "reduce"}]
                    chromium.execute_cdp_cmd("Emulation.setEmulatedMedia", {"features": features})
                    for lang in ("fr", "en"):
                        for kind, page in pages(site, lang, said.concept).items():
                            name = f"{kind}-{device}-{scheme}-{lang}"
                            if said.only not in name:
                                continue
                            chromium.get(f"{site.as_uri()}/{page}")
                            time.sleep(0.6 if kind in ("search", "study") else 0.1)
                            shot = chromium.execute_cdp_cmd("Page.captureScreenshot", style)
                            (said.folder / f"{name}.{style['format']}").write_bytes(base64.b64decode(shot["data"]))
        finally:
            chromium.quit()


if __name__ == "__main__":
    main()
