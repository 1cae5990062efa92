"""The opening matrix: whatever was done to the files, one sentence and a way out, in the window and without it.

Each time the files stay as they were, and never is there an empty store instead.
"""

from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import NamedTuple, cast

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.application.errors import StoreRefusal
from desktop_app.application.store_mark import MarkState
from desktop_app.composition import Office
from desktop_app.main import Door
from desktop_app.storage.attempts import attempts_path
from desktop_app.storage.store import open_store
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.frame import CASES, SETTINGS, TODAY, Frame
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.mark_notice import MarkNotice
from desktop_app.ui.may import everything
from desktop_app.ui.theme import Theme
from tests.cli.conftest import Enplan
from tests.storage.builders import PASSWORD, a_closed_store, a_full_case, reopened, save_new
from tests.storage.builders import a_case as a_new_case
from tests.storage.damages import REFUSED
from tests.storage.store_files import contents, refusal_of
from tests.storage.test_mark import ONLY_READ, SAID
from tests.ui.screens.conftest import today

TRY_AGAIN, OTHER_FILE, NEW_FILE = "Prøv igen", "Vælg en anden fil …", "Lav en ny fil …"
GO_ON, HIDE, UNLOCK = "Arbejd videre i denne fil …", "Skjul beskeden", "Lås op"
RESTORE = "Gendan den seneste sikkerhedskopi."
FETCH_KEYS = "Hent den fra den seneste sikkerhedskopi."
FETCH_BACKUP = "Hent en sikkerhedskopi frem …"
CLOSED, DESK = {TRY_AGAIN, OTHER_FILE}, {OTHER_FILE, GO_ON, FETCH_BACKUP}


class Row(NamedTuple):
    """What is said (a part of the sentence that tells it from the others, and the way out), and what can be pressed."""

    said: str
    way_out: str
    buttons: set[str]


MATRIX: dict[str, Row] = {
    "missing": Row("Der er ingen fil med sager i", "opret en ny fil", {*CLOSED, NEW_FILE}),
    "folder": Row("er en mappe", "Vælg filen med sagerne.", CLOSED),
    "empty": Row("er tom", RESTORE, CLOSED),
    "plain database": Row("er ikke en fil med sager fra Én Plan", "Den er ikke rørt.", CLOSED),
    "other program's file": Row("er ikke en fil med sager fra Én Plan", "Den er ikke rørt.", CLOSED),
    "another store's file": Row("er beskadiget", RESTORE, CLOSED),
    "first page flipped": Row("er beskadiget", RESTORE, CLOSED),
    "salt flipped": Row("er beskadiget", RESTORE, CLOSED),
    "cut within the first page": Row("er beskadiget", RESTORE, CLOSED),
    "cut after the first page": Row("er beskadiget", RESTORE, CLOSED),
    "last page missing": Row("er beskadiget", RESTORE, CLOSED),
    "last byte missing": Row("er beskadiget", RESTORE, CLOSED),
    "no key file": Row("Nøglefilen", FETCH_KEYS, CLOSED),
    "key file flipped": Row("Nøglefilen", FETCH_KEYS, CLOSED),
    "key file empty": Row("Nøglefilen", FETCH_KEYS, CLOSED),
    "key file from before": Row("er fra før, nøglen til sagerne blev skiftet", FETCH_KEYS, CLOSED),
    "newer": Row("Filen er sidst brugt med en nyere version af programmet", "Opdatér programmet.", CLOSED),
    "no version": Row("er ikke en fil med sager fra Én Plan", "Den er ikke rørt.", CLOSED),
    "no version table": Row("er ikke en fil med sager fra Én Plan", "Den er ikke rørt.", CLOSED),
}
MARKS: dict[str, Row] = {
    "behind": Row("er ældre end den, der sidst blev arbejdet i", "Vælg en sikkerhedskopi", DESK),
    "other_history": Row("er ikke den, der sidst blev arbejdet i", "Vælg en sikkerhedskopi", DESK),
    "changed": Row("er ændret af noget andet end Én Plan", "Vælg en sikkerhedskopi", DESK),
    "missing": Row(
        "Mærket ved siden af filen med sagerne mangler", "vælg en sikkerhedskopi", {OTHER_FILE, HIDE, FETCH_BACKUP}
    ),
    "damaged": Row("Mærket ved siden af filen med sagerne er beskadiget", "vælg en", {OTHER_FILE, HIDE, FETCH_BACKUP}),
    "other_store": Row(
        "Mærket ved siden af filen med sagerne hører til en anden", "vælg en", {OTHER_FILE, HIDE, FETCH_BACKUP}
    ),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return a_closed_store(tmp_path / "sager" / "enplan.store", *(a_full_case(f"{number}") for number in range(6)))


@pytest.fixture
def window_of(qtbot: QtBot, theme: Theme) -> Callable[[Path], MainWindow]:  # noqa: ARG001 - the theme is put back
    """Shows the window over a store and types the password where it is asked for."""

    def show(path: Path, password: str = PASSWORD) -> MainWindow:
        window = MainWindow(Door(path, is_remembered=True), today)
        qtbot.addWidget(window)
        window.show()
        window.open()
        if window.unlock_screen._unlock.isVisible():
            window.unlocking.try_password("", password)
        return window

    return show


def texts(window: QWidget) -> str:
    return "\n".join(label.text() for label in window.findChildren(QLabel) if label.isVisible())


def buttons(window: QWidget) -> set[str]:
    return {button.text() for button in window.findChildren(QAbstractButton) if button.isVisible()}


def test_every_refusal_that_is_tested_has_its_row() -> None:
    assert MATRIX.keys() == REFUSED.keys()
    assert MARKS.keys() == {state.value for state in (*ONLY_READ, *SAID)}


@pytest.mark.parametrize("what", MATRIX)
def test_what_cannot_be_opened_says_so_with_a_way_out_and_is_left_alone(
    path: Path, what: str, window_of: Callable[[Path], MainWindow], enplan: Enplan, password_file: Path
) -> None:
    said, way_out, pressed = MATRIX[what]
    REFUSED[what][0](path)
    before = contents(path.parent)

    window = window_of(path)
    outcome = enplan("verify", "--store", path, "--password-file", password_file)

    assert window.desk is None
    assert said in texts(window)
    assert way_out in texts(window) or what == "missing"  # its button says it
    assert pressed <= buttons(window)
    assert (NEW_FILE in buttons(window)) is (what == "missing")
    assert (outcome.code, outcome.out) == (1, "")
    assert said in outcome.err
    assert contents(path.parent) == before


@pytest.mark.parametrize(("state", "damage"), {**ONLY_READ, **SAID}.items())
def test_what_may_not_be_the_latest_is_opened_and_says_so(
    tmp_path: Path,
    state: MarkState,
    damage: Callable[[Path], object],
    qtbot: QtBot,
    enplan: Enplan,
    password_file: Path,
) -> None:
    path = a_closed_store(tmp_path / "sager" / "enplan.store", a_full_case())
    damage(path)
    before = contents(path.parent)
    said, way_out, pressed = MARKS[state]

    with Office(reopened(path)) as office:
        notice = MarkNotice(office, cast("Frame", SimpleNamespace(may=everything)))  # nothing is pressed
        qtbot.addWidget(notice)
        notice.show()
        shown = texts(notice), buttons(notice)
    put_back(path, before)
    outcome = enplan("deadlines", "--store", path, "--password-file", password_file, "--as-of", "2026-11-22")

    assert said in shown[0]
    assert way_out in shown[0]
    assert shown[1] == pressed
    assert outcome.code == 0
    assert "2026-014" in outcome.out
    assert said in outcome.err
    assert way_out in outcome.err
    assert ("enplan verify --renew-mark" in outcome.err) is (state in ONLY_READ)
    assert (contents(path.parent) == before) is (state in ONLY_READ)


def put_back(path: Path, before: dict[str, bytes]) -> None:
    """Let the folder of a store hold what it held before, and nothing else."""
    for name in contents(path.parent).keys() - before.keys():
        path.with_name(name).unlink()
    for name, content in before.items():
        path.with_name(name).write_bytes(content)


def test_it_is_said_above_every_page(path: Path, window_of: Callable[[Path], MainWindow]) -> None:
    ONLY_READ[MarkState.BEHIND](path)
    before = path.read_bytes()
    window = window_of(path)

    assert window.desk is not None
    for place in (TODAY, CASES, SETTINGS):
        window.desk.go_to(place)
        assert MARKS["behind"].said in texts(window)
    window.close()
    assert path.read_bytes() == before


def test_going_on_in_an_older_file_is_asked_about_and_then_one_can_write(
    path: Path, window_of: Callable[[Path], MainWindow]
) -> None:
    ONLY_READ[MarkState.BEHIND](path)
    window = window_of(path)
    assert window.desk is not None
    notice = window.desk.mark_notice

    notice._go_on.click()
    [dialog] = window.findChildren(ConfirmDialog)
    dialog._primary.click()

    assert not notice.isVisible()
    assert "Du arbejder videre i denne fil, og det står i loggen" in texts(window)
    window.close()
    with reopened(path) as store:
        assert store.warning is None
        save_new(store, a_new_case("ny igen"))


def test_on_the_command_line_one_goes_on_by_verifying(path: Path, enplan: Enplan, password_file: Path) -> None:
    ONLY_READ[MarkState.BEHIND](path)
    access = ("--store", path, "--password-file", password_file)

    refused = enplan("verify", *access)
    renewed = enplan("verify", *access, "--renew-mark")
    after = enplan("verify", *access)

    assert (refused.code, renewed.code, after.code) == (1, 0, 0)
    assert "Filen med sagerne er ældre end den, der sidst blev arbejdet i." in refused.out
    assert "Du arbejder videre i denne fil, og det står i loggen." in renewed.out
    assert "Mærket ved siden af filen passer: det er den, der sidst blev arbejdet i." in after.out


def test_a_wrong_password_waits_longer_each_time_and_a_new_start_forgets_nothing(
    path: Path, window_of: Callable[..., MainWindow], enplan: Enplan, password_file: Path
) -> None:
    before = contents(path.parent)
    window = window_of(path, "forkert kodeord")
    for _ in range(2):
        window.unlocking.try_password("", "forkert kodeord")

    assert "Adgangskoden passer ikke. Prøv igen." in texts(window)
    assert "Vent 2 sekunder" in buttons(window)
    assert "Glemt adgangskoden? Brug nødnøglen" in buttons(window)
    again = window_of(path)
    outcome = enplan("verify", "--store", path, "--password-file", password_file)

    assert again.desk is None
    assert "Der er indtastet for mange forkerte adgangskoder. Prøv igen om" in texts(again)
    assert (outcome.code, outcome.out) == (1, "")
    assert "Der er indtastet for mange forkerte adgangskoder." in outcome.err
    attempts_path(path).unlink()
    assert contents(path.parent) == before


def test_a_store_another_program_holds_names_who_and_is_left_alone(
    path: Path, window_of: Callable[[Path], MainWindow], enplan: Enplan, password_file: Path
) -> None:
    with open_store(path, password=PASSWORD):
        before = path.read_bytes()
        window = window_of(path)
        outcome = enplan("verify", "--store", path, "--password-file", password_file)

        assert window.desk is None
        assert "Mette Jensen har filen med sagerne åben på" in texts(window)
        assert buttons(window) >= CLOSED
        assert "Mette Jensen har filen med sagerne åben på" in outcome.err
        assert path.read_bytes() == before


def test_a_cut_store_is_never_opened(path: Path) -> None:
    whole = path.read_bytes()
    for cut in range(40):
        path.write_bytes(whole[: len(whole) * cut // 40])
        before = contents(path.parent)

        assert refusal_of(lambda: reopened(path)).refusal in {StoreRefusal.DAMAGED, StoreRefusal.EMPTY_FILE}

        assert contents(path.parent) == before
