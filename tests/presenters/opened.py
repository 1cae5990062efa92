"""Cases opened as the office opens them, and the pages made of them."""

from datetime import UTC, date, datetime
from typing import Any

from desktop_app.application.open_case import OpenedCase, open_case
from desktop_app.application.show_worklist import Worklist, show_worklist
from desktop_app.domain.case import Case
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_page import CasePage
from tests.builders import a_case
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)
NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


def an_opened_case(rulebook: Rulebook, today: date = TODAY, case: Case | None = None, **changes: Any) -> OpenedCase:  # noqa: ANN401 - whatever a test changes
    """Return a case that was saved and opened, by default the builders' with some changes."""
    return opened_from(FakeStore(case or a_case(**changes)), rulebook, today)


def opened_from(store: FakeStore, rulebook: Rulebook, today: date = TODAY, case_number: str = "") -> OpenedCase:
    """Return a case of a store as the office opens it, by default its only one."""
    number = case_number or store.read.case_lines()[0].case_number
    return open_case(number, work=store.work, read=store.read, rulebook=rulebook, today=today)


def a_page(rulebook: Rulebook, today: date = TODAY, **changes: Any) -> CasePage:  # noqa: ANN401 - as above
    """Return the page of such a case, in a team that has no other."""
    store = FakeStore(a_case(**changes))
    opened = opened_from(store, rulebook, today)
    return CasePage(
        opened, rulebook, today, NOW, worklist=lambda: a_worklist(store, rulebook, today), drafts=lambda: ()
    )


def a_worklist(store: FakeStore, rulebook: Rulebook, today: date = TODAY) -> Worklist:
    """Return every case of a store with its deadlines."""
    return show_worklist(read=store.read, rulebook=rulebook, today=today)
