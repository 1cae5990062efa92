"""The paper beside the form."""

import pytest

from desktop_app.application.drawing_ports import PageImage
from desktop_app.presenters.live_preview import LivePreview
from tests.fakes import MOMENT
from tests.presenters.plan_desk import SeenLivePreview

THREE, ONE = b"%PDF three", b"%PDF one"


def render(content: bytes, page: int, width: int) -> PageImage:
    return PageImage(width, width, content, f"side {page}")


def page_count(content: bytes) -> int:
    return 3 if content == THREE else 1


def a_preview(width: int = 400) -> tuple[SeenLivePreview, LivePreview]:
    view = SeenLivePreview()
    preview = LivePreview(view, render=render, page_count=page_count)
    preview.redraw(width)
    return view, preview


@pytest.mark.usefixtures("danish_clock")
def test_a_paper_is_shown_with_the_time_it_was_drawn() -> None:
    view, preview = a_preview()

    preview.show(THREE, MOMENT)

    assert view.pages == [(PageImage(400, 400, THREE, "side 0"), 1, 3)]
    assert view.freshness == [("Opdateret kl. 10.12", False)]


def test_while_one_types_it_is_out_of_date() -> None:
    view, preview = a_preview()
    preview.show(THREE, MOMENT)

    preview.mark_stale()

    assert view.freshness[-1] == ("Forhåndsvisningen er ikke opdateret", True)
    assert len(view.pages) == 1


def test_the_page_one_looks_at_stays_as_long_as_there_is_one() -> None:
    view, preview = a_preview()
    preview.show(THREE, MOMENT)
    preview.go_to(2)

    preview.show(THREE, MOMENT)
    preview.show(ONE, MOMENT)

    assert [(number, count) for _, number, count in view.pages] == [(1, 3), (2, 3), (2, 3), (1, 1)]


@pytest.mark.parametrize(("wanted", "shown"), [(0, 1), (3, 3), (4, 3)])
def test_pages_are_turned_within_the_paper(wanted: int, shown: int) -> None:
    view, preview = a_preview()
    preview.show(THREE, MOMENT)

    preview.go_to(wanted)

    assert view.pages[-1][1] == shown


def test_another_width_draws_the_same_page_again() -> None:
    view, preview = a_preview()
    preview.show(THREE, MOMENT)
    preview.go_to(2)

    preview.redraw(800)

    assert view.pages[-1] == (PageImage(800, 800, THREE, "side 1"), 2, 3)


def test_another_plan_begins_at_its_first_page() -> None:
    view, preview = a_preview()
    preview.show(THREE, MOMENT)
    preview.go_to(3)

    preview.clear()
    preview.show(THREE, MOMENT)

    assert view.pages[-1][1] == 1


def test_before_there_is_a_paper_or_room_nothing_is_drawn() -> None:
    view, preview = a_preview(width=0)

    preview.go_to(2)
    preview.redraw(300)
    preview.redraw(0)
    preview.show(ONE, MOMENT)

    assert view.pages == []
