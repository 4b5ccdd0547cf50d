"""What a reader does on the built site, in Chromium: from the disk, and from a server under a sub-path.

`SITE` in the environment is the folder of the built site. Run: python -m unittest discover -s tests/browser -p '*_test.py'
"""

import os
import shutil
import tempfile
import unittest
from pathlib import Path
from urllib.parse import unquote, urlsplit

from selenium import webdriver
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from server import SubPathServer

SITE = Path(os.environ["SITE"]).resolve()
FLAGS = (
    "--headless=new --no-sandbox --disable-gpu --no-first-run --disable-dev-shm-usage --disable-background-networking "
    "--disable-component-update --disable-sync --window-size=1200,900"
).split()
PATIENCE = 20  # seconds


def browser(profile, scripts=True):
    """A fresh Chromium; without `scripts`, pages run none."""
    options = webdriver.ChromeOptions()
    options.binary_location = shutil.which("chromium")
    for flag in [*FLAGS, f"--user-data-dir={profile}"]:
        options.add_argument(flag)
    options.set_capability("goog:loggingPrefs", {"browser": "ALL"})
    if not scripts:
        options.add_experimental_option("prefs", {"profile.managed_default_content_settings.javascript": 2})
    service = webdriver.ChromeService(executable_path=shutil.which("chromedriver"))
    return webdriver.Chrome(options=options, service=service)


class Visitor:
    """Opens pages in a clean browser; the subclasses say where the site is."""

    scripts = True

    @classmethod
    def setUpClass(cls):
        cls.profile = tempfile.mkdtemp(prefix="browser-")
        cls.addClassCleanup(shutil.rmtree, cls.profile, ignore_errors=True)
        cls.base = cls.serve()
        cls.driver = browser(cls.profile, cls.scripts)
        cls.addClassCleanup(cls.driver.quit)

    def tearDown(self):
        # Refused resources, policy violations and exceptions of scripts all end up here.
        noise = [entry for entry in self.driver.get_log("browser") if entry["level"] in ("SEVERE", "WARNING")]
        self.assertEqual(noise, [], "the console is clean")

    def open(self, page, query=""):
        self.driver.get(f"{self.base}{page}{query}")
        self.assert_is_page()

    def assert_is_page(self, lang=None):
        """Not a folder listing, not the page of errors, in the language that its address says."""
        inside = unquote(urlsplit(self.driver.current_url).path)[len(unquote(urlsplit(self.base).path)) :]
        target = SITE / inside
        self.assertTrue(target.is_file() or (target / "index.html").is_file(), self.driver.current_url)
        html = self.driver.find_element(By.TAG_NAME, "html")
        said = html.get_attribute("lang")
        if inside.split("/")[0] in ("fr", "en"):
            self.assertEqual(said, inside.split("/")[0])
        if lang:
            self.assertEqual(said, lang)
        self.assertTrue(self.driver.find_element(By.TAG_NAME, "h1").text.strip())


class Reader(Visitor):
    """The journeys."""

    def question_with_a_switch(self, lang, other):
        """The first question of `lang` with a link to a page of the other language that is not only its home."""
        for page in sorted((SITE / lang / "q").glob("*/index.html")):
            self.open(page.relative_to(SITE).as_posix())
            links = self.driver.find_elements(By.CSS_SELECTOR, f"a[hreflang='{other}']")
            for link in links:
                if f"/{other}/q/" in (link.get_attribute("href") or "") and link.is_displayed():
                    return page, link
        self.fail(f"no question in {lang} leads to one in {other}")

    def results(self, lang, words):
        self.open(f"{lang}/search/index.html", f"?q={words.replace(' ', '+')}")
        found = lambda driver: driver.find_elements(By.CSS_SELECTOR, "#results a[href]")
        return WebDriverWait(self.driver, PATIENCE).until(found)

    def test_the_language_switch_leads_to_the_counterpart(self):
        for lang, other in (("fr", "en"), ("en", "fr")):
            _, link = self.question_with_a_switch(lang, other)
            # By keyboard: a reader without a mouse must get there too.
            link.send_keys(Keys.ENTER)
            self.assert_is_page(other)

    def test_every_kind_of_page_opens_from_its_home(self):
        for lang in ("fr", "en"):
            self.open(f"{lang}/index.html")
            form = self.driver.find_element(By.CSS_SELECTOR, "form[role='search'], search form, form[action*='search']")
            form.find_element(By.CSS_SELECTOR, "input").send_keys("cache", Keys.ENTER)
            WebDriverWait(self.driver, PATIENCE).until(lambda driver: "q=cache" in driver.current_url)
            self.assert_is_page(lang)
            for kind in ("topics", "concepts", "downloads"):
                self.open(f"{lang}/index.html")
                links = self.driver.find_elements(By.CSS_SELECTOR, "a[href]")
                inside = [link for link in links if f"/{lang}/{kind}/" in link.get_attribute("href")]
                self.assertTrue(inside, f"{lang}: no link to {kind}")
                self.driver.get(inside[0].get_attribute("href"))
                self.assert_is_page(lang)

    def test_a_question_shows_its_answer(self):
        page, _ = self.question_with_a_switch("fr", "en")
        self.open(page.relative_to(SITE).as_posix())
        text = self.driver.find_element(By.TAG_NAME, "main").text
        self.assertGreater(len(text), 200, "the answer is there without any action")


class Searcher(Reader):
    """What needs scripts."""

    def search_finds(self, lang, words, expected):
        links = self.results(lang, words)
        self.assertIn(expected, links[0].text.lower())
        self.driver.get(links[0].get_attribute("href"))
        self.assert_is_page()

    def test_french_is_found_without_accents(self):
        self.search_finds("fr", "idempotence", "idempoten")
        self.search_finds("fr", "chiffrement donnees au repos", "chiffre")
        self.search_finds("fr", "verrou distribue", "verrou")

    def test_english_is_found_with_other_endings(self):
        self.search_finds("en", "encrypting data at rest", "encrypt")
        self.search_finds("en", "distributed locks", "lock")

    def test_nothing_found_says_so(self):
        self.open("fr/search/index.html", "?q=zzyzxqwv")
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.status())
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, "#results a[href]"), [])

    def test_markup_in_a_query_stays_text(self):
        self.open("fr/search/index.html", "?q=%3Cimg%20src%3Dx%20onerror%3Dalert(1)%3E")
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.status())
        self.assertEqual(self.driver.find_elements(By.CSS_SELECTOR, "img[src='x']"), [])

    def test_a_typing_error_is_corrected_and_told(self):
        for lang, typed, meant in (("fr", "idmepotence", "idempoten"), ("en", "encyrption at rest", "encrypt")):
            self.search_finds(lang, typed, meant)
            self.results(lang, typed)
            self.assertIn(meant, self.status(), "the reader is told what was searched for")

    def test_a_name_in_one_language_finds_pages_of_the_other(self):
        for lang, words, other in (("fr", "limitation de débit", "en"), ("en", "rate limiting", "fr")):
            links = self.results(lang, words)[:5]
            self.assertIn(other, [link.get_attribute("lang") for link in links], words)

    def test_words_are_marked_and_the_count_is_read_out(self):
        self.results("fr", "idempotence")
        marks = self.driver.find_elements(By.CSS_SELECTOR, "#results li:first-child mark")
        self.assertIn("idempoten", marks[0].text.lower())
        box = self.driver.find_element(By.ID, "search-status")
        self.assertEqual(box.get_attribute("role"), "status")
        self.assertEqual(box.get_attribute("aria-live"), "polite")
        self.assertRegex(self.status(), r"^\d+ résultats")
        leads = self.driver.find_elements(By.CSS_SELECTOR, "#results p mark")
        self.assertTrue([mark for mark in leads if "idempoten" in mark.text.lower()], "leads are marked too")

    def test_the_last_word_need_only_be_begun(self):
        for lang, typed, meant in (("fr", "verrou distrib", "verrou distribué"), ("en", "circuit break", "circuit breaker")):
            self.open(f"{lang}/search/index.html")
            # Results come while one types; no key sends the form.
            self.driver.find_element(By.ID, "q").send_keys(typed)
            first = lambda driver: driver.find_elements(By.CSS_SELECTOR, "#results li:first-child a")
            WebDriverWait(self.driver, PATIENCE).until(lambda driver: first(driver) and meant in first(driver)[0].text.lower())

    def test_facets_narrow_what_is_found(self):
        self.results("fr", "cache")
        every = self.count()
        self.choose("lang", "en")
        WebDriverWait(self.driver, PATIENCE).until(lambda _: 0 < self.count() < every)
        links = self.driver.find_elements(By.CSS_SELECTOR, "#results a")
        self.assertEqual({link.get_attribute("lang") for link in links}, {"en"})
        topics = self.driver.find_elements(By.CSS_SELECTOR, "[name=topic] option")[1:]
        english, topic = self.count(), topics[0].get_attribute("value")
        self.assertGreater(len(topics), 1)
        told = int(topics[0].text.rsplit("(", 1)[1].rstrip(")"))
        self.choose("topic", topic)
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.count() == told < english)
        self.choose("level", "advanced")
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.count() <= told and "level=advanced" in self.kept())

    def test_every_level_and_status_is_what_it_says(self):
        self.results("en", "cache")
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.count() > 0)
        every, words = self.count(), self.driver.find_element(By.CSS_SELECTOR, "script[data-index]")
        shown = lambda: [about.text for about in self.driver.find_elements(By.CSS_SELECTOR, "#results li > span")]
        levels = 0
        for level in ("beginner", "intermediate", "advanced"):
            levels += self.narrowed("level", level)
            self.assertTrue(all(words.get_attribute(f"data-level-{level}") in about for about in shown()), shown())
        self.assertTrue(0 < levels <= every)
        self.assertEqual(self.narrowed("level", ""), every)
        unanswered = words.get_attribute("data-unanswered")
        without = self.narrowed("answered", "0")
        self.assertTrue(all(unanswered in about for about in shown()), shown())
        answered = self.narrowed("answered", "1")
        self.assertFalse([about for about in shown() if unanswered in about])
        self.assertEqual(without + answered, every)

    def test_facets_alone_list_what_they_leave(self):
        self.open("en/search/index.html")
        self.choose("answered", "1")
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.count() > 100)

    def test_a_search_needs_only_the_keyboard(self):
        self.open("fr/search/index.html")
        keys = lambda *pressed: self.driver.switch_to.active_element.send_keys(*pressed)
        keys(Keys.CONTROL, "k")
        keys(Keys.NULL, "verrou distribue")
        found = lambda driver: driver.find_elements(By.CSS_SELECTOR, "#results li:nth-child(3) a[href]")
        WebDriverWait(self.driver, PATIENCE).until(found)
        keys(Keys.ARROW_DOWN)
        keys(Keys.ARROW_DOWN)
        keys(Keys.ARROW_UP)
        active = self.driver.switch_to.active_element
        first = self.driver.find_element(By.CSS_SELECTOR, "#results li:first-child a")
        self.assertEqual(active, first)
        active.send_keys(Keys.ENTER)
        WebDriverWait(self.driver, PATIENCE).until(lambda driver: "/q/" in driver.current_url)
        self.assert_is_page()

    def status(self):
        return self.driver.find_element(By.ID, "search-status").text

    def count(self):
        """How many results the page says there are; -1 while it says nothing."""
        number = "".join(c for c in self.status().split("résult")[0].split("result")[0] if c.isdigit())
        return int(number) if number else -1

    def narrowed(self, facet, value):
        """How many results there are after another choice."""
        self.driver.execute_script("document.getElementById('search-status').textContent = ''")
        self.choose(facet, value)
        WebDriverWait(self.driver, PATIENCE).until(lambda _: self.status())
        return max(0, self.count())

    def choose(self, facet, value):
        Select(self.driver.find_element(By.NAME, facet)).select_by_value(value)

    def kept(self):
        """What a reload would ask for; from the disk a browser may not change the address."""
        return self.driver.current_url if self.base.startswith("http") else f"level={self.driver.find_element(By.NAME, 'level').get_attribute('value')}"


class FromDisk:
    @classmethod
    def serve(cls):
        return SITE.as_uri() + "/"


class FromSubPath:
    @classmethod
    def serve(cls):
        cls.server = SubPathServer(SITE, "/a/sub/path/")
        cls.addClassCleanup(cls.server.close)
        return cls.server.address

    def tearDown(self):
        super().tearDown()
        self.assertEqual(self.server.strays, [], "nothing is asked for outside the sub-path, and nothing is missing")


class DiskTest(FromDisk, Searcher, unittest.TestCase):
    pass


class SubPathTest(FromSubPath, Searcher, unittest.TestCase):
    pass


class WithoutScriptsTest(FromSubPath, Reader, unittest.TestCase):
    scripts = False

    def test_search_shows_lists_instead(self):
        for lang in ("fr", "en"):
            self.open(f"{lang}/search/index.html")
            links = [link.get_attribute("href") for link in self.driver.find_elements(By.CSS_SELECTOR, "main a")]
            self.assertTrue([link for link in links if f"/{lang}/topics/" in link])
            self.assertTrue([link for link in links if f"/{lang}/concepts/" in link])
            self.assertTrue(self.driver.find_element(By.CSS_SELECTOR, "noscript p").is_displayed())

    def test_scripts_are_off(self):
        self.driver.get("data:text/html,<title>off</title><script>document.title='on'</script>")
        self.assertEqual(self.driver.title, "off")
