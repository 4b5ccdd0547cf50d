"""Studying in Chromium: three days of simulated time, from the disk and from a server, under the pages' own policy."""

import json
import re
import tempfile
import unittest
from pathlib import Path

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from site_test import PATIENCE, SITE, FromDisk, FromSubPath, Visitor

# Ten in the morning, local time, of a day of March 2026; then time passes as it does.
CLOCK = """{
  const Real = Date, loaded = Real.now(), begun = new Real(2026, 2, DAY, 10).getTime();
  const now = () => begun + Real.now() - loaded;
  window.Date = class extends Real {
    constructor(...given) { given.length ? super(...given) : super(now()); }
    static now() { return now(); }
  };
}"""


class Learner(Visitor):
    def setUp(self):
        self.clock = None
        lines = (SITE / "fr/study/index.html").read_text()
        topics = re.findall(r'<option value="(fr/[^"]+)" data-n="([\d ]+)"', lines)
        self.topic = next(key for key, counts in topics if sum(map(int, counts.split())) >= 8)
        self.study(1)
        self.driver.execute_script("localStorage.clear()")
        self.study(1)

    def tearDown(self):
        self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self.clock})
        super().tearDown()

    def study(self, day, fresh=4, lang="fr"):
        """Opens the study page on a day of March."""
        if self.clock:
            self.driver.execute_cdp_cmd("Page.removeScriptToEvaluateOnNewDocument", {"identifier": self.clock})
        script = {"source": CLOCK.replace("DAY", str(day))}
        self.clock = self.driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", script)["identifier"]
        self.open(f"{lang}/study/index.html")
        Select(self.driver.find_element(By.NAME, "topic")).select_by_value(self.topic)
        number = self.driver.find_element(By.NAME, "fresh")
        number.clear()
        number.send_keys(str(fresh), Keys.TAB)

    def element(self, name):
        return self.driver.find_element(By.ID, f"study-{name}")

    def counts(self):
        """Due, new and seen, as shown."""
        return tuple(int(self.element(name).text) for name in ("due", "new", "known"))

    def wait(self, until):
        WebDriverWait(self.driver, PATIENCE).until(lambda _: until())

    def start(self):
        self.element("start").click()
        self.wait(lambda: self.element("card").is_displayed())

    def grade(self, *grades):
        for grade in grades:
            self.wait(lambda: self.element("reveal").is_displayed())
            self.assertEqual(self.driver.switch_to.active_element, self.element("question"), "the question is read out")
            self.assertTrue(self.element("question").text.strip())
            self.assertFalse(self.element("answer").is_displayed())
            self.driver.switch_to.active_element.send_keys(" ")
            self.assertEqual(self.driver.switch_to.active_element, self.element("answer"), "and then the answer")
            self.assertTrue(self.element("back").text.strip())
            self.driver.switch_to.active_element.send_keys(str(grade))

    def finished(self):
        self.wait(lambda: self.element("form").is_displayed())

    def first_day(self):
        self.assertEqual(self.counts(), (0, 4, 0))
        self.start()
        # Four new ones; then those that have steps left today: again after 1 minute, good after 10.
        self.grade(4, 3, 3, 1, 3, 3, 3, 3)
        self.finished()

    def test_three_days(self):
        self.first_day()
        self.assertEqual(self.counts(), (0, 0, 4))
        self.study(1)
        self.assertEqual(self.counts(), (0, 0, 4), "a reload keeps progress, and the day's new ones are done")
        self.study(2)
        self.assertEqual(self.counts(), (1, 4, 4), "what was forgotten is back")
        self.study(2, fresh=0)
        self.assertEqual(self.counts(), (1, 0, 4))
        self.start()
        self.grade(4)
        self.finished()
        self.study(3, fresh=0)
        self.assertEqual(self.counts(), (2, 0, 4), "good ones after two days")
        self.start()
        self.grade(3, 3)
        self.finished()
        self.assertEqual(self.counts(), (0, 0, 4))
        self.assertRegex(self.element("status").text, "mars")

    def test_progress_is_the_same_in_both_languages(self):
        self.first_day()
        self.study(3, fresh=0, lang="en")
        self.assertEqual(self.counts(), (3, 0, 4))

    def test_out_and_back(self):
        self.first_day()
        with tempfile.TemporaryDirectory() as folder:
            self.driver.execute_cdp_cmd("Browser.setDownloadBehavior", {"behavior": "allow", "downloadPath": folder})
            self.element("export").click()
            self.wait(lambda: list(Path(folder).glob("*.json")))
            [file] = Path(folder).glob("*.json")
            self.assertRegex(file.name, r"-2026-03-01\.json$")
            before = json.loads(file.read_text())
            self.assertEqual((before["schema"], len(before["cards"])), (1, 4))

            self.driver.execute_script("localStorage.clear()")
            self.study(2)
            self.assertEqual(self.counts(), (0, 4, 0))
            self.element("import").send_keys(str(file))
            self.wait(lambda: self.counts() == (1, 4, 4))
            self.study(2)
            self.assertEqual(self.counts(), (1, 4, 4), "what was imported is kept")

            # What was learnt since is newer than the file.
            self.start()
            self.grade(4)
            self.element("stop").click()
            self.element("import").send_keys(str(file))
            self.wait(lambda: "4" in self.element("told").text)
            self.assertEqual(self.counts(), (0, 4, 4))

            for text in ("", "[]", '{"schema":2,"cards":{}}', '{"schema":1,"cards":{"fr/x":{"state":"learning"}}}'):
                file.write_text(text)
                self.element("import").send_keys(str(file))
                self.wait(lambda: "lire" in self.element("told").text)
                self.assertEqual(self.counts(), (0, 4, 4))
                self.driver.execute_script("document.getElementById('study-told').textContent = ''")

    def test_a_grade_can_be_undone(self):
        self.start()
        self.grade(4)
        self.wait(lambda: self.element("undo").is_displayed())
        self.element("undo").click()
        self.wait(lambda: not self.element("undo").is_displayed())
        self.element("stop").click()
        self.assertEqual(self.counts(), (0, 4, 0))

    def test_progress_of_a_later_version_is_left_alone(self):
        self.driver.execute_script(
            "localStorage.setItem(Object.keys(localStorage).find((key) => key.endsWith('-choice')).slice(0, -7), '{\"schema\":2}')"
        )
        self.study(1)
        self.assertTrue(self.element("locked").is_displayed())
        self.start()
        self.grade(3)
        kept = self.driver.execute_script("return Object.values(localStorage)")
        self.assertIn('{"schema":2}', kept)


class DiskStudyTest(FromDisk, Learner, unittest.TestCase):
    pass


class SubPathStudyTest(FromSubPath, Learner, unittest.TestCase):
    pass
