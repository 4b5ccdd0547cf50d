"""On every kind of page, under a sub-path and a policy that allows the site's own files only: nothing is refused, the language
switch keeps the place, and an address that is missing is answered with a page that works. On every page of the site: the
switch leads to a page.

`SITE` in the environment is the folder of the built site.
"""

import re
import unittest
from urllib.parse import parse_qs, urlsplit

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from axe_test import kinds
from site_test import PATIENCE, SITE, FromDisk, FromSubPath, Visitor

SWITCH = ".langs a"
# A place that both pages of a kind have.
ANCHORS = {"question": "answer", "about": "privacy", "concepts": "C"}
WATCH = """
window.refused = [];
addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI), true);
"""


class EveryPageTest(unittest.TestCase):
    def test_the_switch_leads_to_a_page(self):
        seen = 0
        for page in sorted([*SITE.glob("fr/**/*.html"), *SITE.glob("en/**/*.html")]):
            other = {"fr": "en", "en": "fr"}[page.relative_to(SITE).parts[0]]
            [switch] = re.findall(r'<nav class="langs".*?</nav>', page.read_text(encoding="utf-8"), re.S)
            [link] = re.findall(rf'<a href="([^"]*)" lang="{other}"', switch)
            target = (page.parent / link).resolve()
            self.assertTrue(target.is_file() and target.is_relative_to(SITE / other), f"{page}: {link}")
            seen += 1
        self.assertGreater(seen, 1000)


class Thinker(Visitor):
    def test_answers_of_a_topic_unfold(self):
        self.open(kinds()["topic"])
        fold = self.driver.find_element(By.CSS_SELECTOR, "details.peek")
        self.assertFalse(fold.get_attribute("open"))
        fold.find_element(By.TAG_NAME, "summary").click()
        self.assertGreater(len(fold.text), 60)


class EveryKind(Thinker):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})

    def forget(self):
        """The page of errors asks for its script at several places; where that is not, is in the console."""
        self.driver.get_log("browser")
        if hasattr(self, "server"):
            self.server.strays.clear()

    def test_nothing_is_refused(self):
        for kind, page in kinds().items():
            with self.subTest(kind=kind):
                self.driver.get(self.base + page)
                WebDriverWait(self.driver, PATIENCE).until(lambda d: d.execute_script("return document.readyState") == "complete")
                self.assertEqual(self.driver.execute_script("return refused"), [])
                for button in self.driver.find_elements(By.CSS_SELECTOR, "[data-theme-switch], summary")[:3]:
                    if button.is_displayed():
                        self.driver.execute_script("arguments[0].click()", button)
                self.assertEqual(self.driver.execute_script("return refused"), [])
                if kind == "missing":
                    self.forget()

    def test_the_switch_keeps_the_place(self):
        for kind, page in kinds().items():
            with self.subTest(kind=kind):
                self.open(page)
                links = self.driver.find_elements(By.CSS_SELECTOR, SWITCH)
                if kind in ("choice", "missing"):
                    self.assertEqual(links, [], "they are in both languages")
                    self.forget()
                    continue
                anchor = ANCHORS.get(kind)
                if anchor:
                    self.driver.execute_script("location.hash = arguments[0]", anchor)
                [link] = links
                other = link.get_attribute("hreflang")
                link.send_keys(Keys.ENTER)
                WebDriverWait(self.driver, PATIENCE).until(lambda d: d.find_element(By.TAG_NAME, "html").get_attribute("lang") == other)
                self.assert_is_page(other)
                self.assertEqual(urlsplit(self.driver.current_url).fragment, anchor or "")
                if anchor:
                    self.assertTrue(self.driver.find_elements(By.ID, anchor), f"#{anchor} is there")

    def test_the_switch_keeps_the_section_of_a_topic(self):
        # Any two sections that name each other.
        def twins(page):
            return re.findall(r'<h2 id="([^"]+)" data-twin="([^"#]+)#([^"]+)"', page.read_text(encoding="utf-8"))

        page, section, twin = next(
            (page, section, twin)
            for page in sorted(SITE.glob("fr/topics/*/index.html"))
            for section, there, twin in twins(page)
            if any((back, again) == (twin, section) for back, _, again in twins((page.parent / there).resolve()))
        )
        self.open(str(page.relative_to(SITE)), "#" + section)
        self.driver.find_element(By.CSS_SELECTOR, SWITCH).send_keys(Keys.ENTER)
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.find_element(By.TAG_NAME, "html").get_attribute("lang") == "en")
        self.assert_is_page("en")
        self.assertEqual(urlsplit(self.driver.current_url).fragment, twin)
        self.assertEqual(self.driver.execute_script("return document.querySelector('h2:target').id"), twin)
        self.driver.find_element(By.CSS_SELECTOR, SWITCH).send_keys(Keys.ENTER)
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.find_element(By.TAG_NAME, "html").get_attribute("lang") == "fr")
        self.assertEqual(urlsplit(self.driver.current_url).fragment, section)

    def test_the_switch_keeps_the_search(self):
        self.open("fr/search/index.html", "?q=cache")
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.find_elements(By.CSS_SELECTOR, "#results a[href]"))
        Select(self.driver.find_element(By.NAME, "level")).select_by_value("advanced")
        self.driver.find_element(By.CSS_SELECTOR, SWITCH).click()
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.find_elements(By.CSS_SELECTOR, "#results a[href]"))
        self.assert_is_page("en")
        self.assertEqual(parse_qs(urlsplit(self.driver.current_url).query), {"q": ["cache"], "level": ["advanced"]})
        self.assertEqual(Select(self.driver.find_element(By.NAME, "level")).first_selected_option.get_attribute("value"), "advanced")


class WithoutScriptsPlaceTest(FromSubPath, Thinker, unittest.TestCase):
    scripts = False


class DiskPlaceTest(FromDisk, EveryKind, unittest.TestCase):
    pass


class SubPathPlaceTest(FromSubPath, EveryKind, unittest.TestCase):
    def test_what_is_refused_is_noticed(self):
        self.open("fr/index.html")
        self.driver.execute_script("document.body.append(Object.assign(new Image(), { src: 'data:image/gif;base64,R0lGOD' }))")
        WebDriverWait(self.driver, PATIENCE).until(lambda d: d.execute_script("return refused.length"))
        self.driver.get_log("browser")

    def test_a_missing_address_is_answered_at_any_depth(self):
        for path in ("gone", "a/b/c/", "fr/q/no-such-question/index.html", "fr/topics/x/print/2/3.html"):
            with self.subTest(path=path):
                self.driver.get(self.base + path)
                links = lambda: [a.get_attribute("href") for a in self.driver.find_elements(By.CSS_SELECTOR, "main a")]
                WebDriverWait(self.driver, PATIENCE).until(lambda _: f"{self.base}fr/index.html" in links())
                styled = "return getComputedStyle(document.querySelector('.brand')).textDecorationLine"
                WebDriverWait(self.driver, PATIENCE).until(lambda d: d.execute_script(styled) == "none")
                form = self.driver.find_element(By.CSS_SELECTOR, "[lang=en] form")
                form.find_element(By.TAG_NAME, "input").send_keys("cache")
                form.find_element(By.TAG_NAME, "button").click()
                WebDriverWait(self.driver, PATIENCE).until(lambda d: d.current_url.startswith(f"{self.base}en/search/index.html?q=cache"))
                self.driver.back()
        self.forget()
