from dataclasses import replace

import pytest

from desktop_app.documents.page_flow import Continuation, Page, Strip, bound, fill_pages, height_of
from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import TEXT_BOTTOM, TEXT_TOP

ROOM = TEXT_TOP - TEXT_BOTTOM


def nothing(pen: Pen, top: float) -> None:
    del pen, top


def strip(height: float, **more: object) -> Strip:
    return replace(Strip(height=height, draw=nothing), **more)  # type: ignore[arg-type]


def heights(pages: list[Page]) -> list[list[float]]:
    return [[placed.strip.height for placed in page.strips] for page in pages]


def test_strips_follow_one_another_until_the_page_is_full() -> None:
    assert heights(fill_pages([strip(ROOM / 3)] * 4)) == [[ROOM / 3] * 3, [ROOM / 3]]


def test_no_strip_reaches_below_the_text() -> None:
    pages = fill_pages([strip(70, space_before=9)] * 40)

    assert all(placed.bottom >= TEXT_BOTTOM for page in pages for placed in page.strips)


def test_a_chain_moves_to_the_next_page_whole() -> None:
    pages = fill_pages([strip(ROOM - 50), strip(30, keeps_next=True), strip(40)])

    assert heights(pages) == [[ROOM - 50], [30, 40]]


def test_a_chain_longer_than_a_page_is_broken() -> None:
    pages = fill_pages([strip(ROOM / 2, keeps_next=True)] * 3)

    assert heights(pages) == [[ROOM / 2] * 2, [ROOM / 2]]


def test_a_strip_that_needs_more_room_begins_on_the_next_page() -> None:
    pages = fill_pages([strip(ROOM - 100), strip(20, needs=120)])

    assert heights(pages) == [[ROOM - 100], [20]]


def test_air_before_a_strip_is_left_out_at_the_top_of_a_page() -> None:
    pages = fill_pages([strip(ROOM), strip(20, space_before=30)])

    assert pages[1].strips[0].top == TEXT_TOP


def test_a_repeated_head_takes_its_room() -> None:
    row = strip(ROOM / 2, continuation=Continuation(section="4 Aktiviteter", head=strip(15)))

    pages = fill_pages([row, strip(ROOM / 2 - 20), row])

    assert pages[1].continues == row.continuation
    assert pages[1].strips[0].top == TEXT_TOP - 15


@pytest.mark.parametrize(("most", "kept"), [(100, True), (60, False)])
def test_strips_are_bound_only_where_they_fit(most: float, kept: bool) -> None:  # noqa: FBT001 - the expected answer
    strips = [strip(40), strip(40)]

    assert bound(strips, most)[0].keeps_next is kept
    assert height_of(strips) == 80
