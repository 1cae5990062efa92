"""Pages that are not shown miss what is changed, until they are."""

import pytest

from desktop_app.application.changes import Changes
from desktop_app.ui.pages_behind import EVERYTHING, PagesBehind

RIMA, YONAS = Changes(frozenset({"rima"})), Changes(frozenset({"yonas"}))


class Page:
    """A page that remembers what it was told it has missed, and may be unable to take it in."""

    def __init__(self, behind: PagesBehind, key: str) -> None:
        self.told: list[Changes] = []
        self.fails = False
        behind.add(key, self.catch_up)

    def catch_up(self, missed: Changes) -> None:
        self.told.append(missed)
        if self.fails:
            raise ValueError("unreadable")


@pytest.fixture
def behind() -> PagesBehind:
    return PagesBehind()


def test_a_page_that_was_never_shown_has_missed_everything(behind: PagesBehind) -> None:
    page = Page(behind, "cases")

    behind.note(RIMA)
    assert page.told == []
    behind.bring_up("cases")

    assert page.told == [EVERYTHING | RIMA]


def test_what_was_changed_meanwhile_is_told_once_and_together(behind: PagesBehind) -> None:
    page, other = Page(behind, "cases"), Page(behind, "follow-ups")
    behind.bring_up("cases")
    page.told.clear()

    behind.note(RIMA)
    behind.note(YONAS)
    behind.bring_up("cases")
    behind.bring_up("cases")

    assert page.told == [RIMA | YONAS]
    assert other.told == []


def test_a_page_that_could_not_take_it_in_is_told_again(behind: PagesBehind) -> None:
    page = Page(behind, "cases")
    page.fails = True
    with pytest.raises(ValueError, match="unreadable"):
        behind.bring_up("cases")

    page.fails = False
    behind.bring_up("cases")

    assert page.told == [EVERYTHING, EVERYTHING]


def test_a_page_without_anything_to_catch_up_with_is_just_shown(behind: PagesBehind) -> None:
    behind.note(RIMA)

    behind.bring_up("help")
