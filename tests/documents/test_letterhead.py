"""The logo in the head of every paper: as large as there is room for, beside the names, heard once."""

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from pikepdf import Name, Pdf, Stream

from desktop_app.documents.access_document import set_access
from desktop_app.documents.calendar_sheet import set_sheet
from desktop_app.documents.comparison_document import set_differences
from desktop_app.documents.declaration_document import set_note
from desktop_app.documents.follow_up_document import set_minutes
from desktop_app.documents.html_copy import html_copy
from desktop_app.documents.interview_document import set_interview_sheet
from desktop_app.documents.letterhead import LEAST_WIDTH, MOST_HEIGHT, MOST_WIDTH, Letterhead, set_letterhead
from desktop_app.documents.plan_document import set_plan
from desktop_app.documents.recovery_sheet import set_recovery_sheet
from desktop_app.documents.set_paper import SetPaper
from desktop_app.documents.styles import MARGIN, MM, PAGE_HEIGHT
from desktop_app.documents.worklist_document import set_worklist
from desktop_app.domain.logo import Logo
from tests.listed import a_long_list
from tests.logos import a_logo

from .accesses import rimas_access
from .interviews import empty_form
from .minutes import long_minutes
from .notes import rimas_note
from .papers import KEY, TEAM, differences
from .sheets import long_sheet
from .snapshots import one_line, rima

CREST = a_logo()
LOWEST, RULE = PAGE_HEIGHT - 18 * MM, PAGE_HEIGHT - 20 * MM


def headed(told: Any) -> Any:  # noqa: ANN401 - whatever names its municipality
    return replace(told, municipality=replace(told.municipality, logo=CREST))


PAPERS: dict[str, Callable[[], SetPaper]] = {
    "plan": lambda: set_plan(headed(rima())),
    "worklist": lambda: set_worklist(a_long_list(3), replace(TEAM, logo=CREST)),
    "differences": lambda: set_differences(differences(), replace(TEAM, logo=CREST)),
    "access": lambda: set_access(headed(rimas_access())),
    "minutes": lambda: set_minutes(headed(long_minutes())),
    "calendar sheet": lambda: set_sheet(headed(long_sheet())),
    "declaration note": lambda: set_note(headed(rimas_note())),
    "interview": lambda: set_interview_sheet(headed(empty_form())),
    "recovery key": lambda: set_recovery_sheet(replace(KEY, logo=CREST)),
}


@pytest.mark.parametrize("name", PAPERS)
def test_every_paper_with_a_letterhead_has_the_logo(name: str) -> None:
    assert PAPERS[name]().frame.logo == CREST


def a_letterhead(logo: Logo, sender: str = "Eksempelkommune", team: str = "Team", *, room: float = 110 * MM) -> Any:  # noqa: ANN401 - read below
    return set_letterhead(logo.content, (sender, team), room=room, lowest=LOWEST, rule=RULE)


def size(letterhead: Letterhead) -> tuple[float, float]:
    left, foot, right, top = letterhead.bounds
    return right - left, top - foot


@pytest.mark.parametrize("measure", [(1063, 120), (1000, 300), (284, 284), (60, 700), (60, 16), (64, 64)])
@pytest.mark.parametrize("room", [60 * MM, 110 * MM])
def test_a_logo_keeps_its_shape_and_stays_within_its_measures(measure: tuple[int, int], room: float) -> None:
    width, height = size(a_letterhead(a_logo(*measure), room=room))

    assert width <= MOST_WIDTH + 0.01
    assert height <= MOST_HEIGHT + 0.01
    assert width / height == pytest.approx(measure[0] / measure[1])


def test_a_wide_logo_fills_the_width_a_tall_one_the_height_and_a_tiny_one_stays_sharp() -> None:
    assert size(a_letterhead(a_logo(1000, 100)))[0] == pytest.approx(MOST_WIDTH)
    assert size(a_letterhead(a_logo(100, 400)))[1] == pytest.approx(MOST_HEIGHT)
    assert size(a_letterhead(a_logo(60, 20)))[0] == pytest.approx(60 / 150 * 72)


def shown(letterhead: Letterhead) -> list[str]:
    return [line.text.strip() for line in reversed(letterhead.lines)]


def within(letterhead: Letterhead, room: float) -> bool:
    return all(letterhead.bounds[2] + 4 * MM + line.width <= MARGIN + room + 0.01 for line in letterhead.lines)


def test_names_stand_beside_the_logo_on_a_line_each() -> None:
    letterhead = a_letterhead(CREST, "Ringkøbing-Skjern Kommune", "Integrationsteamet")

    assert shown(letterhead) == ["Ringkøbing-Skjern Kommune", "Integrationsteamet"]
    assert within(letterhead, 110 * MM)


@pytest.mark.parametrize(
    ("sender", "team", "lines"),
    [
        (
            "Ringkøbing-Skjern Kommune",
            "Integrationsteamet",
            ["Ringkøbing-Skjern", "Kommune", "Integrationsteamet"],
        ),
        (
            "Ishøj Kommune",
            "Team Integration og Beskæftigelse",
            ["Ishøj Kommune", "Team Integration", "og Beskæftigelse"],
        ),
    ],
)
def test_where_there_is_little_room_the_longer_name_takes_two_lines_and_the_logo_gives_way(
    sender: str, team: str, lines: list[str]
) -> None:
    wide = a_logo(1000, 200)

    letterhead = a_letterhead(wide, sender, team, room=70 * MM)

    assert shown(letterhead) == lines
    assert within(letterhead, 70 * MM)
    assert LEAST_WIDTH < size(letterhead)[0] < MOST_WIDTH


def test_a_name_without_end_leaves_the_logo_its_least_and_ends_in_an_ellipsis() -> None:
    letterhead = a_letterhead(a_logo(1000, 200), "X" * 200, "Y" * 200, room=70 * MM)

    assert size(letterhead)[0] == pytest.approx(LEAST_WIDTH)
    assert [text[-1] for text in shown(letterhead)] == ["X", "…", "…"]
    assert within(letterhead, 70 * MM)


def test_a_logo_stands_clear_of_the_rule_and_of_the_edge_of_the_paper() -> None:
    for logo in (a_logo(1000, 100), a_logo(100, 100), a_logo(40, 400), a_logo(60, 20)):
        _left, foot, _right, top = a_letterhead(logo, "En kommune", "Et team").bounds
        assert foot > RULE
        assert top < PAGE_HEIGHT - 5 * MM


# In the file ---------------------------------------------------------------------------------------------------------


def structure_of(pdf: Pdf) -> list[Any]:
    return list(pdf.Root.StructTreeRoot.K.K)


def test_the_logo_is_the_first_thing_heard_and_is_heard_once() -> None:
    with Pdf.open(BytesIO(PAPERS["minutes"]().as_pdf())) as pdf:
        assert len(pdf.pages) > 1
        first, *others = structure_of(pdf)
        drawn = [page.Contents.read_bytes() for page in pdf.pages]

        assert (first.S, str(first.Alt)) == (Name.Figure, "Logo: Eksempelkommune")
        assert len(first.K) == 1
        assert [other.S for other in others].count(Name.Figure) == 0
        assert all(content.count(b"/Picture0 Do") == 1 for content in drawn)
        assert re.search(rb"/Figure <</MCID \d+>> BDC\s+q [^Q]*/Picture0 Do Q", drawn[0])
        assert re.search(rb"/Artifact <</Type /Pagination>> BDC\s+q [^Q]*/Picture0 Do Q", drawn[1])


def test_the_file_holds_the_pixels_once_as_they_are_kept_and_without_transparency() -> None:
    with Pdf.open(BytesIO(PAPERS["minutes"]().as_pdf())) as pdf:
        pictures = [one for one in pdf.objects if _is_picture(one)]
        [picture] = pictures

        assert (int(picture.Width), int(picture.Height), str(picture.ColorSpace)) == (240, 80, "/DeviceRGB")
        assert picture.read_bytes() == bytes((0, 70, 140)) * (240 * 80)
        assert picture.read_raw_bytes() in CREST.content
        assert "/SMask" not in picture


def _is_picture(one: Any) -> bool:  # noqa: ANN401 - anything may be in a PDF
    return isinstance(one, Stream) and one.get("/Subtype") == "/Image"


def test_a_grey_logo_is_drawn_in_one_colour() -> None:
    paper = set_plan(replace(one_line(), municipality=replace(one_line().municipality, logo=a_logo(colour=90))))

    with Pdf.open(BytesIO(paper.as_pdf())) as pdf:
        [picture] = [one for one in pdf.objects if _is_picture(one)]
        assert picture.ColorSpace == Name.DeviceGray
        assert picture.read_bytes() == bytes([90]) * (240 * 80)


def test_equal_papers_with_a_logo_are_equal_bytes() -> None:
    assert PAPERS["plan"]().as_pdf() == PAPERS["plan"]().as_pdf()


def test_a_paper_without_a_logo_knows_of_no_pictures() -> None:
    with Pdf.open(BytesIO(set_plan(one_line()).as_pdf())) as pdf:
        assert all("/XObject" not in page.Resources for page in pdf.pages)


def test_the_page_for_screen_readers_shows_the_logo_with_its_words_and_loads_nothing() -> None:
    page = PAPERS["plan"]().as_html().decode()

    assert page.count("<img ") == 1
    assert 'alt="Logo: Eksempelkommune"' in page
    assert re.search(r'src="data:image/png;base64,[A-Za-z0-9+/=]+"', page)
    assert "img-src data:" in page
    assert page.index("<img ") < page.index("<h1")


def test_a_page_without_a_logo_may_show_no_picture() -> None:
    page = set_plan(one_line()).as_html().decode()

    assert "<img" not in page
    assert "img-src" not in page


def test_a_name_that_is_markup_is_words_of_the_logo() -> None:
    paper = PAPERS["plan"]()
    frame = replace(paper.frame, sender='"><b>x</b>\ud800')

    page = html_copy(paper.structure, frame, paper.description).decode()

    assert "<b>" not in page
    assert replace(paper, frame=frame).as_pdf()
