"""Danish texts, a Danish clock, and the rules as they come with the program."""

import sys
import time
from collections.abc import Iterator

import pytest

from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.composition.stores import full_weeks, legal_texts
from desktop_app.domain.rulebook import Rulebook
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import read_rulebook
from desktop_app.translation import DANISH, set_language


@pytest.fixture(autouse=True)
def danish() -> Iterator[None]:
    """Begin and end in Danish, whatever a test chooses."""
    set_language(DANISH)
    yield
    set_language(DANISH)


@pytest.fixture
def danish_clock(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the computer stand in Denmark: an hour ahead of UTC, two in summer."""
    if sys.platform == "win32":
        pytest.skip("Windows keeps its time zone to itself")
    else:
        monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
        time.tzset()
        yield
        monkeypatch.undo()
        time.tzset()


@pytest.fixture(scope="session")
def rulebook() -> Rulebook:
    return read_rulebook(resource("law"))


@pytest.fixture(scope="session")
def law(rulebook: Rulebook) -> PlanLaw:
    return PlanLaw(rulebook, legal_texts(), full_weeks())
