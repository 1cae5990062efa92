"""The real window over a real store of made-up people, unlocked or not."""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.composition import DEMO_CODE, Office, fill_with_demo
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.storage.attempts import forget_attempts
from desktop_app.storage.store import create_store
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from desktop_app.ui.working_aside import WorkingAside
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard

TODAY = date(2026, 11, 22)
USER = "Mette Jensen"
PASSWORD = "fire tilfældige ord her"  # noqa: S105 - of a store that lives as long as one test
CASES = 30


def today() -> date:
    return TODAY


class DemoStore(NamedTuple):
    """A store of made-up people, and one of them with a family, a signed plan and many follow-ups."""

    path: Path
    case_number: str
    family_name: str


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> DemoStore:
    path = tmp_path_factory.mktemp("demo") / "enplan.store"
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Eksempelkommune", fictional=True)
    made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    with Office(made.store) as office:
        fill_with_demo(office, cases=CASES, seed=7, as_of=TODAY)
        return DemoStore(path, *office.case_to_show())


@pytest.fixture
def window(qtbot: QtBot, theme: Theme, demo_store: DemoStore) -> Iterator[MainWindow]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(demo_store.path), today)
    open_at_the_keyboard(window, qtbot)
    yield window
    window.close()
    forget_attempts(demo_store.path)  # wrong passwords are counted beside the store, which other tests have too


@pytest.fixture
def desk(window: MainWindow) -> Desk:
    window.unlocking.try_password(USER, PASSWORD)
    assert window.desk is not None
    return window.desk


@pytest.fixture
def read_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do at once what is done aside; `tests/ui/kit/test_working_aside.py` proves how that is done."""

    def do(_aside: WorkingAside, work: Callable[[], object], then: Callable[[Callable[[], object]], None]) -> None:
        then(work)

    monkeypatch.setattr(WorkingAside, "do", do)
