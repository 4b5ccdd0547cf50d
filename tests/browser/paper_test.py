"""Pages on paper, as Chromium makes a PDF of them: questions and answers are on it, and what is for the screen is not.

`SITE` in the environment is the folder of the built site.
"""

import base64
import io
import re
import unicodedata
import unittest

from pypdf import PdfReader

from axe_test import longest
from site_test import FromDisk, Visitor


def words(text):
    """Letters and digits alone: lines are broken as the paper wants, and letters are joined to ligatures."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).lower()


class PaperTest(FromDisk, Visitor, unittest.TestCase):
    def paper(self):
        printed = self.driver.execute_cdp_cmd("Page.printToPDF", {"preferCSSPageSize": True})
        pages = PdfReader(io.BytesIO(base64.b64decode(printed["data"]))).pages
        return words(" ".join(page.extract_text() for page in pages)), len(pages)

    def texts(self, query):
        return [words(text) for text in self.driver.execute_script(
            "return [...document.querySelectorAll(arguments[0])].map((of) => of.textContent)", query)]

    def assert_no_screen(self, text):
        for word in ("Clair / sombre", "Aller au contenu", "Réfléchir d’abord", "Précédente"):
            self.assertFalse(words(word) in text, word)

    def test_a_topic_has_its_questions_first_and_its_answers_after(self):
        self.open(longest("fr/topics/*/print/index.html"))
        text, pages = self.paper()
        self.assertGreater(pages, 1)
        self.assert_no_screen(text)
        begin = text.index(words(self.driver.find_element("css selector", ".answers-begin").text))
        asked, answers = self.texts(".asked article > :first-child"), self.texts(".answers article > p:first-of-type")
        self.assertGreater(len(asked), 10)
        for question in asked:
            self.assertTrue(question in text[:begin] and question in text[begin:], question)
        for answer in answers:
            self.assertTrue(answer[:60] in text[begin:], answer)

    def test_a_question_has_its_answer_even_when_it_is_folded(self):
        page = longest("fr/q/*/index.html")
        for folded in ("0", "1"):
            self.open(page)
            self.driver.execute_script("localStorage.setItem('passerelle-fold', arguments[0])", folded)
            self.open(page)
            text, _ = self.paper()
            self.assert_no_screen(text)
            for part in self.texts("h1") + self.texts("details.answer > p"):
                self.assertTrue(part[:60] in text, part)
        self.driver.execute_script("localStorage.clear()")

    def test_a_list_of_questions_keeps_its_answers_folded(self):
        self.open(longest("fr/topics/*/index.html"))
        text, _ = self.paper()
        self.assertTrue(self.texts(".questions > li > a")[0] in text)
        self.assertFalse(self.texts(".peek > p")[0][:60] in text)
