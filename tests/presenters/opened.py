"""Cases opened as the office opens them."""

from datetime import date
from typing import Any

from desktop_app.application.open_case import OpenedCase, open_case
from desktop_app.domain.case import Case
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case
from tests.fakes import FakeStore

TODAY = date(2026, 11, 22)


def an_opened_case(rulebook: Rulebook, today: date = TODAY, case: Case | None = None, **changes: Any) -> OpenedCase:  # noqa: ANN401 - whatever a test changes
    """Return a case that was saved and opened, by default the builders' with some changes."""
    store = FakeStore(case or a_case(**changes))
    [line] = store.read.case_lines()
    return open_case(line.case_number, work=store.work, read=store.read, rulebook=rulebook, today=today)
