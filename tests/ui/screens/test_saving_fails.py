"""Saving fails: what was typed stays, it is said what happened and what to do, nothing is written, then it works."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.main import Door
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.theme import Theme
from tests.ui.screens.conftest import today
from tests.ui.screens.saving import FORMS, Bench, full_disk, gone_store, make_store, read_only_store

Trouble = Callable[[Bench], AbstractContextManager[None]]

TROUBLES: dict[str, tuple[Trouble, str, str]] = {
    "disk full": (full_disk, "disken er fuld", "Frigør plads, og vælg Gem igen"),
    "store gone": (gone_store, "Filen med sagerne er væk", "Tjek, at drevet er tilsluttet"),
    "read only": (read_only_store, "skrivebeskyttet", "it-afdelingen"),
}


@pytest.fixture(scope="session")
def store_to_save_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("saving") / "store" / "enplan.store"
    make_store(path)
    return path


@pytest.fixture
def bench(qtbot: QtBot, theme: Theme, store_to_save_in: Path, tmp_path: Path) -> Iterator[Bench]:  # noqa: ARG001
    shutil.copytree(store_to_save_in.parent, tmp_path / "store")
    window = MainWindow(Door(tmp_path / "store" / store_to_save_in.name), today)
    qtbot.addWidget(window)
    window.open()
    window.resize(1280, 800)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    QGuiApplication.clipboard().clear()
    yield Bench(window)
    window._may_lose = True
    window.close()


@pytest.mark.parametrize("trouble", TROUBLES)
@pytest.mark.parametrize("form", FORMS)
def test_what_was_typed_outlives_a_failure_to_save(bench: Bench, form: str, trouble: str) -> None:
    case, (befalls, happened, to_do) = FORMS[form], TROUBLES[trouble]
    case.open(bench)
    case.type(bench)
    typed, before, claims, page = bench.fields(), bench.contents(), bench.claims(), bench.desk.page_key

    with befalls(bench):
        case.save(bench)

        assert bench.fields() == typed
        assert bench.desk.page_key == page
        assert happened in bench.message()
        assert to_do in bench.message()
        assert not bench.is_said_at_a_field(happened)
        assert "gemt kl." not in bench.claims().removeprefix(claims)
        assert bench.desk.shell.done_bar.isHidden()
    assert bench.contents() == before
    assert QGuiApplication.clipboard().text() == ""

    case.save(bench)

    assert case.stored(bench) == case.expected
    assert bench.message() == ""
    assert case.typed in {"", *(text for _name, text in typed)}
