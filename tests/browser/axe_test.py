"""Every kind of page against axe-core's rules (WCAG 2.2 A and AA, and its best practices): light, dark, narrow, on paper.

`SITE` in the environment is the folder of the built site; `npm ci` in this folder installs axe-core.
"""

import json
import shutil
import tempfile
import unittest
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

from site_test import SITE, browser

AXE = Path(__file__).parent / "node_modules" / "axe-core" / "axe.min.js"
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def longest(pattern):
    """The page with the most in it of those that match."""
    pages = sorted(SITE.glob(pattern), key=lambda page: (page.stat().st_size, page))
    return pages[-1].relative_to(SITE).as_posix()


def kinds():
    """A page of every kind, by kind."""
    return {
        "choice": "index.html",
        "missing": "404.html",
        "home": "fr/index.html",
        "topics": "en/topics/index.html",
        "topic": longest("fr/topics/*/index.html"),
        "print": longest("en/topics/*/print/index.html"),
        "question": longest("en/q/*/index.html"),
        "concepts": "fr/concepts/index.html",
        "concept": longest("fr/concepts/*/index.html"),
        "search": "en/search/index.html?q=cache",
        "study": "fr/study/index.html",
        "level": "fr/levels/beginner/index.html",
        "tags": "en/tags/index.html",
        "unanswered": "fr/unanswered/index.html",
        "elsewhere": "en/only-elsewhere/index.html",
        "about": "fr/about/index.html",
        "downloads": "en/downloads/index.html",
        "tag": longest("en/tags/*/index.html"),
        "nothing found": "fr/search/index.html?q=zzyzxqwv",
        "study, an answer shown": "en/study/index.html",
    }


def settle(driver, kind):
    """Waits for what a page does by itself, and goes on to where its reader is."""
    if "search/" in kinds()[kind]:
        WebDriverWait(driver, 20).until(lambda driver: driver.find_element(By.ID, "search-status").text)
    if kind.startswith("study,"):
        for button in ("study-start", "study-reveal"):
            WebDriverWait(driver, 20).until(lambda driver: driver.find_element(By.ID, button).is_displayed())
            driver.execute_script("arguments[0].click()", driver.find_element(By.ID, button))


class AxeTest(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        profile = tempfile.mkdtemp(prefix="axe-")
        cls.addClassCleanup(shutil.rmtree, profile, ignore_errors=True)
        cls.driver = browser(profile)
        cls.addClassCleanup(cls.driver.quit)
        cls.axe = AXE.read_text(encoding="utf-8")

    def tell(self, command, **arguments):
        self.driver.execute_cdp_cmd(f"Emulation.{command}", arguments)

    def check(self, width=1200, scheme="light", media="screen"):
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self.tell("setDeviceMetricsOverride", width=width, height=900, deviceScaleFactor=1, mobile=width < 500)
        self.tell("setEmulatedMedia", media=media, features=features)
        for kind, page in kinds().items():
            with self.subTest(kind=kind, page=page):
                self.driver.get(f"{SITE.as_uri()}/{page}")
                settle(self.driver, kind)
                # Folded parts are read too.
                self.driver.execute_script("document.querySelectorAll('details').forEach((fold) => { fold.open = true; })")
                self.driver.execute_script(self.axe)
                found = self.driver.execute_async_script(
                    "const done = arguments[1]; axe.run(document, { runOnly: arguments[0] })"
                    ".then((said) => done(said.violations), (wrong) => done([String(wrong)]))",
                    TAGS,
                )
                told = [
                    {"rule": of["id"], "nodes": [(node["html"][:160], node["failureSummary"]) for node in of["nodes"][:3]]}
                    if isinstance(of, dict)
                    else of
                    for of in found
                ]
                self.assertEqual(told, [], json.dumps(told, indent=1, ensure_ascii=False))
                wide = self.driver.execute_script("return document.documentElement.scrollWidth - innerWidth")
                self.assertLessEqual(wide, 0, "nothing sticks out sideways")

    def test_light(self):
        self.check()

    def test_dark(self):
        self.check(scheme="dark")

    def test_320_pixels(self):
        self.check(width=320)

    def test_paper(self):
        self.check(media="print")


if __name__ == "__main__":
    unittest.main()
