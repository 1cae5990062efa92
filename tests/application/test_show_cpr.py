"""Showing a whole CPR number."""

import pytest

from desktop_app.application.errors import CaseNotFound
from desktop_app.application.ports import LogAction
from desktop_app.application.show_cpr import show_cpr
from tests.builders import a_case, a_citizen
from tests.fakes import FakeStore, Noted


def test_the_ten_digits_are_shown_and_that_is_noted() -> None:
    store = FakeStore(a_case(citizen=a_citizen(cpr="0101900002")))

    assert show_cpr("2026-014", work=store.work) == "0101900002"
    assert store.log == [Noted(LogAction.SHOWED_CPR, store.case("2026-014").id, {})]


def test_the_number_itself_does_not_stand_in_the_log() -> None:
    store = FakeStore(a_case(citizen=a_citizen(cpr="0101900002")))

    show_cpr("2026-014", work=store.work)

    assert "0101900002" not in str(store.log)


def test_who_has_no_number_yet_has_none_to_show() -> None:
    store = FakeStore(a_case(citizen=a_citizen(cpr=None)))

    assert show_cpr("2026-014", work=store.work) is None


def test_a_case_nobody_has_is_not_found_and_not_noted() -> None:
    store = FakeStore(a_case())

    with pytest.raises(CaseNotFound):
        show_cpr("2026-999", work=store.work)

    assert store.log == []
