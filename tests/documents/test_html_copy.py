"""The page for screen readers, read back with the parser of the standard library."""

from dataclasses import replace
from html.parser import HTMLParser

import pytest
from hypothesis import Phase, given, settings

from desktop_app.application.printed_paper import PaperForm
from desktop_app.documents.html_copy import html_copy
from desktop_app.documents.plan_document import print_plan, set_plan
from desktop_app.documents.set_paper import printer_of
from desktop_app.documents.structure import Line, MarkedContent, Structure
from desktop_app.domain.plan_snapshot import PlanSnapshot

from .papers import PAPERS
from .reading import squeezed, text_of
from .snapshots import olena, rima
from .test_hostile_texts import SNAPSHOTS

EMPTY = frozenset({"meta", "br", "img"})


class Page(HTMLParser):
    """The elements of a page with their attributes and words; what is not closed in order is an error."""

    def __init__(self, content: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(content.decode())
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self._open:
            self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def all(self, *tags: str) -> list[tuple[str, dict[str, str | None]]]:
        return [element for element in self.elements if element[0] in tags]


@pytest.mark.parametrize("name", PAPERS)
def test_every_page_is_whole_and_loads_nothing_and_says_whether_it_is_confidential(name: str) -> None:
    page = Page(PAPERS[name]().as_html())

    assert page.elements[0] == ("html", {"lang": "da-DK"})
    assert len(page.all("h1")) == len(page.all("main")) == len(page.all("title")) == 1
    assert not page.all("script", "link", "iframe", "a", "form")
    assert all((told["src"] or "").startswith("data:image/png;base64,") and told["alt"] for _, told in page.all("img"))
    assert not any(
        name in {"href", "style"} or name.startswith("on") or (name == "src" and tag != "img")
        for tag, told in page.elements
        for name in told
    )
    assert ("Fortroligt – " in page.text) is (name != "calendar sheet")


def test_it_says_what_the_paper_says() -> None:
    page = squeezed(Page(set_plan(rima()).as_html()).text)

    paper = rima()
    for said in (paper.citizen.name, paper.citizen.native_name or "", *(goal.text for goal in paper.goals)):
        assert squeezed(said) in page
    for said in ("Sagsnr.2026-014", "CPR-nummer010190-0000", "Kontrolkode", "1Parter", "Årslinjei13måneder"):
        assert said in page
        assert said in squeezed(text_of(print_plan(rima()))) or said.startswith("Årslinje")


def test_headings_tables_and_lists_are_what_they_are() -> None:
    page = Page(set_plan(rima()).as_html())

    assert len(page.all("h2")) == 7
    assert {told["scope"] for _, told in page.all("th")} == {"row", "col"}
    assert {"colspan": "6", "scope": "row"} in [told for _, told in page.all("th")]
    assert page.all("thead")
    assert page.all("ul")
    assert page.all("li")


def test_a_box_says_whether_it_is_ticked() -> None:
    assert "Ikke afkrydset: Borgeren har fået en kopi af planen." in Page(set_plan(rima()).as_html()).text


def test_a_name_in_another_script_has_its_language_and_direction() -> None:
    page = Page(set_plan(rima()).as_html())

    assert [told for _, told in page.all("span") if "lang" in told] == [{"lang": "ar", "dir": "auto"}] * 3
    assert all(told.get("dir") == "auto" for _, told in page.all("p", "h1", "h2", "h3"))


def test_a_draft_is_marked_and_a_signed_one_is_not() -> None:
    assert "KLADDE" in Page(set_plan(replace(rima(), draft=True)).as_html()).text
    assert "KLADDE" not in Page(set_plan(rima()).as_html()).text


def test_line_ends_and_words_that_were_changed_stay_told() -> None:
    paper, structure = set_plan(olena()), Structure()
    paragraph = structure.root.add("P")
    paragraph.children.append(MarkedContent(0, 0, "to\nlinjer "))
    for line, word in ((Line.UNDER, "ny"), (Line.THROUGH, "gammel")):
        paragraph.add("Span", line=line).children.append(MarkedContent(0, 1, word))

    page = html_copy(structure, paper.frame, paper.description).decode()

    assert '<p dir="auto">to<br>linjer <ins dir="auto">ny</ins><del dir="auto">gammel</del></p>' in page


@settings(deadline=None, max_examples=10, phases=(Phase.explicit, Phase.reuse, Phase.generate))
@given(SNAPSHOTS)
def test_whatever_is_typed_the_page_stays_whole_and_nothing_of_it_is_markup(snapshot: PlanSnapshot) -> None:
    page = Page(set_plan(snapshot).as_html())

    assert {tag for tag, _ in page.elements} <= {
        *("html", "head", "meta", "title", "style", "body", "header", "footer", "main", "section", "div", "p", "span"),
        *("h1", "h2", "h3", "table", "thead", "tbody", "tr", "th", "td", "ul", "li", "br", "img"),
    }


def test_typed_markup_is_text() -> None:
    typed = "<script>alert(1)</script> & \"'"

    page = set_plan(replace(rima(), caseworker=typed)).as_html()

    assert b"<script" not in page
    assert typed in Page(page).text


def test_equal_papers_are_equal_to_the_byte_in_either_form() -> None:
    html, pdf = printer_of(set_plan, PaperForm.HTML), printer_of(set_plan, PaperForm.PDF)

    assert html(rima()) == html(rima()) == set_plan(rima()).as_html()
    assert pdf(rima()) == print_plan(rima())
