"""The worklist on paper, read back from the page."""

from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from desktop_app.documents.worklist_document import print_worklist
from desktop_app.domain.municipality import Municipality
from desktop_app.translation import DANISH, ENGLISH, set_language
from tests.listed import RIMA, TODAY, YONAS, a_list, a_long_list, nothing

from .reading import pages_of, squeezed, text_of

TEAM = Municipality(id="municipality", code="999", name="Nordsund Kommune", team="Integrationsteamet")
NAMES = (
    "Шевченко, Тетяна Володимирівна",
    "Nguyễn, Thị Ánh",
    "Fernández de la Cruz y Montenegro-Aldecoa, Maria Magdalena Esperanza",
)


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    set_language(DANISH)
    yield
    set_language(DANISH)


def test_the_page_says_whose_list_it_is_of_which_day_and_which_tasks() -> None:
    text = text_of(print_worklist(a_list(), TEAM))

    for said in (
        "Nordsund Kommune",
        "Integrationsteamet, søndag den 22. november 2026",
        "2 opgaver · Hele teamet",
        "Arbejdsliste · Fortroligt – indeholder personoplysninger",
        "Side 1 af 1",
    ):
        assert said in text
    assert "EKSEMPELDATA" not in text


def test_the_tasks_stand_under_the_headings_of_the_screen() -> None:
    text = text_of(print_worklist(a_list(), TEAM))

    heads = "Udført Opgave Borger Sagsnr. Senest den Ansvarlig"
    assert f"Overskredet 1 {heads} Kontrakt Al-Hassan, Rima 2026-014 16.11.2026 MJ" in text
    assert f"I dag 1 {heads} Opfølgning Tesfay, Yonas 2026-015 22.11.2026 LØ" in text


def test_every_task_has_a_box_to_tick() -> None:
    def boxes(count: int) -> int:
        drawn: list[object] = []
        for page in _contents(print_worklist(a_long_list(count), TEAM)):
            drawn += [one for one in page if one == "re"]
        return len(drawn)

    assert boxes(7) - boxes(3) == 4


def test_made_up_people_are_said_to_be() -> None:
    assert "EKSEMPELDATA" in text_of(print_worklist(a_list(), replace(TEAM, fictional=True)))


def test_a_list_without_tasks_says_so_on_one_page() -> None:
    [page] = pages_of(print_worklist(nothing(), TEAM))

    assert "0 opgaver · Mine opgaver" in page
    assert "Der er ingen opgaver på listen." in page


def test_the_head_of_the_table_comes_again_on_every_page_and_each_has_its_number() -> None:
    pages = pages_of(print_worklist(a_long_list(), TEAM))

    assert len(pages) > 5
    for number, page in enumerate(pages, start=1):
        assert f"Side {number} af {len(pages)}" in page
        assert "Senest den" in page
        assert "Fortroligt – indeholder personoplysninger" in page
    assert all("Overskredet, fortsat" in page for page in pages[1:])
    assert "fortsat" not in pages[0]


def test_no_task_is_lost_between_pages() -> None:
    text = text_of(print_worklist(a_long_list(), TEAM))

    assert all(f"2026-{number:03d}" in text for number in range(400))


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_printed_whole_in_its_own_letters(name: str) -> None:
    assert squeezed(name) in squeezed(text_of(print_worklist(a_list(replace(RIMA, citizen=name)), TEAM)))


def test_arabic_names_are_printed() -> None:
    text = text_of(print_worklist(a_list(replace(RIMA, citizen="الحسن, ريما"), YONAS), TEAM))

    assert "ريما" in text
    assert "\ufffd" not in text


@pytest.mark.parametrize(
    "name", ["x" * 3000, "<b>Rima</b>", "Rima\x00\x07", "Rima\u202e", "\ud800", "", "Rima\n\nEn\nTo"]
)
def test_a_hostile_name_draws_a_page_all_the_same(name: str) -> None:
    listed = a_list(replace(RIMA, citizen=name, case_number=name, caseworker=name, task=name), YONAS)

    assert "Tesfay, Yonas" in text_of(print_worklist(listed, TEAM))


def test_a_heading_never_stands_alone_at_the_foot() -> None:
    for count in range(15, 30):
        groups = (*a_long_list(count).groups, *a_list().groups)
        for page in pages_of(print_worklist(replace(nothing(), groups=groups), TEAM)):
            assert not page.split("Arbejdsliste · Fortroligt")[0].rstrip().endswith(("I dag 1", "Ansvarlig"))


def test_equal_lists_are_equal_to_the_byte() -> None:
    assert print_worklist(a_list(), TEAM) == print_worklist(a_list(), replace(TEAM))


def test_the_paper_is_in_the_language_of_the_window() -> None:
    set_language(ENGLISH)

    pdf = print_worklist(a_long_list(60), TEAM)

    text = text_of(pdf)
    assert "Worklist" in text
    assert "Page 1 of" in text
    assert "Overskredet, continued" in text  # the headings come from the screen
    assert "af 3" not in text
    assert b"en-GB" in pdf


def test_neither_title_nor_metadata_name_anybody() -> None:
    pdf = print_worklist(a_list(), TEAM)

    assert f"Arbejdsliste {TODAY.isoformat()}".encode() in pdf
    assert b"Hassan" not in pdf.partition(b"<?xpacket")[2].partition(b"<?xpacket end")[0]


def _contents(pdf: bytes) -> Iterator[list[str]]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        for page in opened.pages:
            yield [str(instruction.operator) for instruction in pikepdf.parse_content_stream(page)]
