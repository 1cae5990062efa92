"""Every screen, state and dialog of the tour: named, ordered, in room enough, readable in both languages, and freed."""

import gettext
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from weakref import ref

import pytest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.exceptions import TimeoutError as QtTimeout
from pytestqt.qtbot import QtBot

from desktop_app import translation
from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.municipality import Municipality
from desktop_app.main import Door
from desktop_app.storage.store import create_store, open_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import Theme
from desktop_app.ui.tour import MADE_UP_TEAM, MadeUpStores, Stop, TourGround, all_stops
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import open_at_the_keyboard
from tests.ui.screens.conftest import PASSWORD, TODAY, USER, DemoStore, today
from tests.ui.tab_order import disordered_stops

_SETTLED_MS, _TIMES = 1_500, 4


@pytest.fixture(scope="module")
def stores(demo_store: DemoStore, tmp_path_factory: pytest.TempPathFactory) -> MadeUpStores:
    empty = tmp_path_factory.mktemp("tom") / "enplan.store"
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Eksempelkommune", fictional=True)
    made = create_store(empty, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    made.store.close()
    # The tour records something done: in a store of its own, which no other test sees.
    path = shutil.copytree(demo_store.path.parent, tmp_path_factory.mktemp("tour") / "copy") / demo_store.path.name
    with Office(open_store(path, user=USER, password=PASSWORD)) as office:
        lines = office.store.read.case_lines()
        protected = next(line.case_number for line in lines if line.protected_address)
        expected = next(line.case_number for line in lines if line.takeover_on is None)
    team = shutil.copytree(demo_store.path.parent, tmp_path_factory.mktemp("hold") / "copy") / demo_store.path.name
    with Office(open_store(team, user=USER, password=PASSWORD)) as office:
        for role, (name, initials) in MADE_UP_TEAM.items():
            office.team.give_role(office.store.keys.add_user(name, initials, PASSWORD, CHEAP).id, role)
    return MadeUpStores(
        path=str(path),
        empty_path=str(empty),
        team_path=str(team),
        password=PASSWORD,
        case_number=demo_store.case_number,
        protected_number=protected,
        expected_number=expected,
        query=demo_store.family_name[:3].lower(),
    )


class Walk:
    """The tour, stop by stop, and what is wrong at each; `say_what_is_wrong` looks at a window or a dialog."""

    def __init__(self, ground: TourGround, qtbot: QtBot) -> None:
        self.ground = ground
        self._qtbot = qtbot
        self._dialogs: list[Callable[[], QDialog | None]] = []

    def faults(self, say_what_is_wrong: Callable[[QWidget], list[str]]) -> dict[str, list[str]]:
        """Return what is wrong at the stops where anything still is when the screen has settled."""
        found: dict[str, list[str]] = {}
        for stop in all_stops(self.ground):
            self._go(stop)
            where = self._where()
            self._dialogs.extend(ref(dialog) for dialog in self.ground.dialogs())
            try:
                self._qtbot.waitUntil(_Steady(say_what_is_wrong, where), timeout=_SETTLED_MS)
            except QtTimeout:  # on a busy machine also where nothing is wrong
                if faults := say_what_is_wrong(where):
                    found[stop.name] = faults
        return found

    def dialogs_left(self) -> int:
        """Return how many of the dialogs that were open are still there."""
        return sum(dialog() is not None for dialog in self._dialogs)

    def dialogs_seen(self) -> int:
        """Return how many dialogs were open at the stops."""
        return len(self._dialogs)

    def _go(self, stop: Stop) -> None:
        stop.show()
        desk = self.ground.window.desk
        if desk is not None:
            self._qtbot.waitUntil(lambda: not (desk.is_reading or desk.logo_wing.is_reading), timeout=_SETTLED_MS)

    def _where(self) -> QWidget:
        dialogs = self.ground.dialogs()
        return dialogs[-1] if dialogs else self.ground.window


class _Steady:
    """True once there was nothing wrong several times in a row, between which the window went on laying itself out."""

    def __init__(self, say_what_is_wrong: Callable[[QWidget], list[str]], where: QWidget) -> None:
        self._say_what_is_wrong, self._where = say_what_is_wrong, where
        self._times = 0

    def __call__(self) -> bool:
        self._times = 0 if self._say_what_is_wrong(self._where) else self._times + 1
        return self._times >= _TIMES


@pytest.fixture
def walk(qtbot: QtBot, theme: Theme, stores: MadeUpStores) -> Iterator[Walk]:  # noqa: ARG001 - theme is put back
    window = MainWindow(Door(Path(stores.path)), today)
    open_at_the_keyboard(window, qtbot)
    ground = TourGround(window, stores, TODAY)
    yield Walk(ground, qtbot)
    ground.close_dialogs()
    window.close()


def room_and_names(where: QWidget) -> list[str]:
    return clipped_texts(where) + unnamed_widgets(where)


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", translation.LANGUAGES)
def test_everything_has_room_and_a_name_and_every_dialog_is_freed(
    walk: Walk, qtbot: QtBot, qapp: PlanApplication, theme: Theme, language: str, percent: int
) -> None:
    translation.set_language(language)
    qapp.take_language()
    theme.choose_text_scale(percent)

    assert walk.faults(room_and_names) == {}
    walk.ground.close_dialogs()
    assert walk.dialogs_seen() > 10
    qtbot.waitUntil(lambda: walk.dialogs_left() == 0)


def test_a_language_of_texts_half_as_long_again_has_room(walk: Walk, monkeypatch: pytest.MonkeyPatch) -> None:
    danish = translation._catalogue(translation.DANISH)
    monkeypatch.setattr(translation, "_catalogue", lambda _language: Stretched(danish))

    assert walk.faults(clipped_texts) == {}


def test_tab_goes_as_one_reads(walk: Walk) -> None:
    assert walk.faults(disordered_stops) == {}


class Stretched(gettext.NullTranslations):
    """A catalogue whose texts are half as long again, word by word."""

    def __init__(self, other: gettext.NullTranslations) -> None:
        super().__init__()
        self._other = other

    def gettext(self, message: str) -> str:
        return _stretched(self._other.gettext(message))

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return _stretched(self._other.ngettext(msgid1, msgid2, n))

    def pgettext(self, context: str, message: str) -> str:
        return _stretched(self._other.pgettext(context, message))


def _stretched(text: str) -> str:
    return re.sub(
        r"(?<![{\w])[^\W\d_]{2,}(?![}\w])", lambda word: word[0] + word[0][: (len(word[0]) + 1) // 2].lower(), text
    )


def test_words_are_stretched_and_what_is_filled_in_is_not() -> None:
    assert _stretched("Frist om {n} dage") == "Fristfri omo {n} dageda"
