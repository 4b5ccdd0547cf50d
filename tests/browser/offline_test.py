"""The site without a network, in Chromium: packs kept by the service worker, their updates, and the zip on a disk."""

import shutil
import tempfile
import unittest
import zipfile
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import WebDriverWait

import site_test
from server import SubPathServer
from site_test import PATIENCE, SITE, Visitor, browser


class KeptTest(unittest.TestCase):
    """Each test has a copy of the site of its own, which it may change, and may cut off."""

    def setUp(self):
        self.folder = Path(tempfile.mkdtemp(prefix="offline-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.site = self.folder / "site"
        shutil.copytree(SITE, self.site)
        self.server = SubPathServer(self.site, "/a/sub/path/")
        self.addCleanup(self.server.close)
        self.driver = browser(self.folder / "profile")
        self.addCleanup(self.driver.quit)
        self.driver.get(self.server.address + "fr/downloads/index.html")
        rows = self.driver.find_elements(By.CSS_SELECTOR, "[data-pack^='fr/topics/']")
        self.topic, self.other = [row.get_attribute("data-pack").split("/")[-1] for row in rows[:2]]

    def row(self, pack):
        return self.driver.find_element(By.CSS_SELECTOR, f"[data-pack='{pack}']")

    def press(self, pack):
        button = self.row(pack).find_element(By.TAG_NAME, "button")
        self.driver.execute_script("arguments[0].scrollIntoView({block: 'center', behavior: 'instant'})", button)
        button.click()

    def wait_for(self, pack, state):
        is_there = lambda _: self.row(pack).get_attribute("data-state") == state
        WebDriverWait(self.driver, PATIENCE).until(is_there, f"{pack} becomes {state}")

    def keep(self, pack):
        self.press(pack)
        self.wait_for(pack, "drop")
        done = lambda _: self.driver.find_element(By.ID, "offline-status").text == "C’est fait."
        WebDriverWait(self.driver, PATIENCE).until(done)

    def cut(self):
        """No server any more: nothing is answered, whatever is asked."""
        self.server.close()

    def open(self, path):
        self.driver.get(self.server.address + path)
        return self.driver.find_element(By.TAG_NAME, "h1").text

    def test_sizes_are_shown_before_anything_is_loaded(self):
        for row in self.driver.find_elements(By.CSS_SELECTOR, "#offline [data-pack]"):
            self.assertRegex(row.find_element(By.TAG_NAME, "small").get_attribute("textContent"), r"\d+\xa0[kM]?o$")
            file = self.site / "offline" / (row.get_attribute("data-file") + ".pack")
            self.assertTrue(file.is_file())
        self.assertFalse(self.driver.execute_script("return navigator.serviceWorker.controller"))
        self.assertEqual(self.driver.execute_async_script("caches.keys().then(arguments[0])"), [])

    def test_a_kept_topic_is_read_and_studied_without_a_network(self):
        self.keep(f"fr/topics/{self.topic}")
        self.keep("search")
        self.cut()
        self.open(f"fr/topics/{self.topic}/index.html")
        link = self.driver.find_element(By.CSS_SELECTOR, ".questions a")
        asked = link.text.strip()
        link.click()
        self.assertEqual(self.driver.find_element(By.TAG_NAME, "h1").text.lower(), asked.lower())
        size = self.driver.execute_script("return getComputedStyle(document.querySelector('.brand')).color")
        self.assertNotEqual(size, "rgb(0, 0, 238)", "the style is there")
        self.open(f"fr/study/index.html?topic=fr/{self.topic}")
        self.driver.find_element(By.ID, "study-start").click()
        shown = lambda _: self.driver.find_element(By.ID, "study-question").text.strip()
        WebDriverWait(self.driver, PATIENCE).until(shown)
        self.open("fr/search/index.html?q=cache")
        found = lambda _: self.driver.find_elements(By.CSS_SELECTOR, "#results a[href]")
        WebDriverWait(self.driver, PATIENCE).until(found)

    def test_what_was_not_kept_says_so(self):
        self.keep(f"fr/topics/{self.topic}")
        self.cut()
        self.assertEqual(self.open(f"fr/topics/{self.other}/index.html"), "Page absente de cet appareil")
        self.assertEqual(self.open("en/concepts/index.html"), "Page not on this device")
        self.assertTrue(self.open("fr/"), "a folder is its page")
        self.open("fr/downloads/index.html")
        self.wait_for(f"fr/topics/{self.topic}", "drop")

    def test_what_is_removed_is_gone(self):
        pack = f"fr/topics/{self.topic}"
        self.keep(pack)
        self.press(pack)
        self.wait_for(pack, "keep")
        self.cut()
        self.assertEqual(self.open(f"{pack}/index.html"), "Page absente de cet appareil")

    def test_a_new_version_is_offered_and_replaces_the_old_one(self):
        pack = f"fr/topics/{self.topic}"
        self.keep(pack)
        old = self.row(pack).get_attribute("data-file")
        new = f"{old[:-12]}{'0' * 12}"
        packs = self.site / "offline"
        (packs / f"{old}.pack").rename(packs / f"{new}.pack")
        for file in [packs / "packs.json", self.site / "fr/downloads/index.html"]:
            file.write_text(file.read_text().replace(old, new))
        self.open("fr/downloads/index.html")
        self.wait_for(pack, "update")
        self.keep(pack)
        names = self.driver.execute_async_script("caches.keys().then(arguments[0])")
        self.assertTrue([name for name in names if name.endswith(new)])
        self.assertFalse([name for name in names if name.endswith(old)])

    def test_a_download_that_fails_keeps_the_old_one(self):
        pack = f"fr/topics/{self.topic}"
        other = f"fr/topics/{self.other}"
        self.keep(pack)
        (self.site / "offline" / (self.row(other).get_attribute("data-file") + ".pack")).unlink()
        self.press(other)
        said = lambda _: "abouti" in self.driver.find_element(By.ID, "offline-status").text
        WebDriverWait(self.driver, PATIENCE).until(said)
        self.assertEqual(self.row(pack).get_attribute("data-state"), "drop")
        self.assertEqual(self.row(other).get_attribute("data-state"), "keep")


class ZipTest(Visitor, unittest.TestCase):
    """The zip, unpacked on a disk."""

    @classmethod
    def serve(cls):
        folder = Path(tempfile.mkdtemp(prefix="zip-"))
        cls.addClassCleanup(shutil.rmtree, folder, ignore_errors=True)
        [file] = (SITE / "downloads").glob("*.zip")
        with zipfile.ZipFile(file) as archive:
            archive.extractall(folder)
        [cls.root] = folder.iterdir()
        return cls.root.as_uri() + "/"

    def test_it_opens_and_finds(self):
        self.driver.get(self.base + "index.html")
        self.driver.find_element(By.CSS_SELECTOR, "a[hreflang='fr']").click()
        self.assert_is_page("fr")
        self.driver.find_element(By.CSS_SELECTOR, ".topics a").click()
        self.assert_is_page("fr")
        self.driver.find_element(By.CSS_SELECTOR, ".questions a").click()
        self.assert_is_page("fr")
        self.open("fr/search/index.html", "?q=cache")
        found = lambda _: self.driver.find_elements(By.CSS_SELECTOR, "#results a[href]")
        WebDriverWait(self.driver, PATIENCE).until(found)
        self.open("fr/study/index.html")
        self.driver.find_element(By.ID, "study-start").click()
        shown = lambda _: self.driver.find_element(By.ID, "study-question").text.strip()
        WebDriverWait(self.driver, PATIENCE).until(shown)

    def test_no_link_of_it_leads_nowhere(self):
        missing = set()
        for page in self.root.rglob("*.html"):
            text = page.read_text()
            for piece in text.split(' href="')[1:] + text.split(' src="')[1:]:
                link = piece.split('"')[0].split("#")[0].split("?")[0].replace("&#x2F;", "/")
                if link and ":" not in link and not (page.parent / site_test.unquote(link)).resolve().exists():
                    missing.add((page.relative_to(self.root).as_posix(), link))
        self.assertEqual(missing, set())
