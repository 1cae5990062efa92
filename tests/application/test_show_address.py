"""Showing a protected address."""

from desktop_app.application.ports import LogAction
from desktop_app.application.show_address import show_address
from tests.builders import a_case, a_citizen
from tests.fakes import FakeStore, Noted


def test_showing_a_protected_address_is_noted() -> None:
    store = FakeStore(a_case(citizen=a_citizen(protected_address=True)))

    show_address("2026-014", work=store.work)

    assert store.log == [Noted(LogAction.SHOWED_ADDRESS, store.case("2026-014").id, {})]


def test_an_address_that_is_not_protected_is_not_noted() -> None:
    store = FakeStore(a_case())

    show_address("2026-014", work=store.work)

    assert store.log == []
