"""What the program starts: the window or a command, and how little the window imports before the password."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import opens_window, store_of
from desktop_app.application.preferences import Preferences
from desktop_app.main import Door
from desktop_app.storage.preferences_file import PreferencesFile
from tests.command_line import surroundings
from tests.storage.builders import a_new_store


@pytest.mark.parametrize(
    ("arguments", "store"),
    [
        ([], None),
        (["--store", "sager.store"], "sager.store"),
        (["--store=sager.store"], "sager.store"),
        (["--store=a=b.store"], "a=b.store"),
    ],
)
def test_without_a_command_the_window_opens_over_the_store_named(arguments: list[str], store: str | None) -> None:
    assert opens_window(arguments)
    assert store_of(arguments) == store


def test_a_store_that_is_not_named_is_wrong_use() -> None:
    assert not opens_window(["--store"])


@pytest.mark.parametrize(
    "arguments",
    [
        ["verify"],
        ["--version"],
        ["--help"],
        ["verify", "--store", "sager.store"],
        ["--store", "sager.store", "verify"],
        ["--store=sager.store", "verify"],
        ["--storeroom"],
        [""],
    ],
    ids=" ".join,
)
def test_anything_else_is_for_the_command_line(arguments: list[str]) -> None:
    assert not opens_window(arguments)


LOCKED_WINDOW = """
import json, sys
from pathlib import Path
from desktop_app.__main__ import opens_window
from desktop_app.main import Door, start_window

application, window = start_window(sys.argv[1])
application.processEvents()
assert window.isVisible()
shown = "guide" if window.ways_in.guide else Door(Path(sys.argv[1])).users()[0].name
print(json.dumps([shown, sorted(sys.modules)]))
"""

HEAVY = {
    "alembic",
    "argon2",
    "cryptography",
    "icalendar",
    "jsonschema",
    "openpyxl",
    "pikepdf",
    "pypdfium2",
    "reportlab",
    "sqlalchemy",
    "sqlcipher3",
    "typer",
    "uharfbuzz",
}


BEHIND_THE_PASSWORD = {
    "desktop_app.composition",
    "desktop_app.domain",
    "desktop_app.presenters.error_texts",
    "desktop_app.ui.desk",
    "desktop_app.ui.first_start",
    "desktop_app.ui.idle_watch",
    "desktop_app.ui.leaving_screen",
    "desktop_app.ui.recovery_screen",
}


def modules_after(script: str, store: Path) -> tuple[str, set[str]]:
    environment = surroundings({"LANG": "C.UTF-8", "XDG_CONFIG_HOME": str(store.parent / "config")})
    done = subprocess.run([sys.executable, "-c", script, store], check=True, capture_output=True, env=environment)
    name, modules = json.loads(done.stdout)
    return name, {module.partition(".")[0] for module in modules} | set(modules)


def test_the_password_field_is_shown_before_any_heavy_library_is_imported(tmp_path: Path) -> None:
    a_new_store(tmp_path / "enplan.store").store.close()

    user, modules = modules_after(LOCKED_WINDOW, tmp_path / "enplan.store")

    assert user == "Mette Jensen"
    assert modules & HEAVY == set()
    assert {module for module in modules if module.startswith("desktop_app.cli")} == set()
    assert modules & BEHIND_THE_PASSWORD == set()


def test_where_there_is_no_store_the_guide_is_shown_without_a_database_either(tmp_path: Path) -> None:
    shown, modules = modules_after(LOCKED_WINDOW, tmp_path / "enplan.store")

    assert shown == "guide"
    assert modules & HEAVY == set()
    assert "desktop_app.composition" not in modules


def test_the_list_of_heavy_libraries_is_seen_when_one_is_imported(tmp_path: Path) -> None:
    a_new_store(tmp_path / "enplan.store").store.close()
    script = "import desktop_app.composition, desktop_app.cli.program\n" + LOCKED_WINDOW

    assert modules_after(script, tmp_path / "enplan.store")[1] & HEAVY >= {"sqlalchemy", "sqlcipher3", "typer"}


CHOSEN = """
import json, sys
from desktop_app.main import start_window

application, window = start_window(None)
theme = application.theme
print(json.dumps([
    theme.palette.name, theme.text_scale, window.unlock_screen._unlock.text(), window.unlock_screen.foot.text(),
    bool(window.ways_in.guide), window.idle_watch.minutes,
]))
window.close()
"""


def started(tmp_path: Path, preferences: Preferences) -> list[object]:
    """Start without naming a store, on a computer where this was chosen, and return how the window looks."""
    PreferencesFile(tmp_path / "config" / "EnPlan" / "preferences.json").keep(preferences)
    places = {"XDG_CONFIG_HOME": str(tmp_path / "config"), "XDG_DATA_HOME": str(tmp_path / "data")}
    done = subprocess.run(
        [sys.executable, "-c", CHOSEN], check=True, capture_output=True, env=surroundings({"LANG": "C.UTF-8"} | places)
    )
    looks: list[object] = json.loads(done.stdout)
    return looks


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named by XDG variables")
def test_what_was_chosen_on_this_computer_holds_before_the_window_shows(tmp_path: Path) -> None:
    store = tmp_path / "sager" / "enplan.store"
    a_new_store(store).store.close()
    chosen = Preferences(colours="dark", text_percent=125, language="en", lock_minutes=3, last_store=str(store))

    assert started(tmp_path, chosen) == ["dark", 125, "Unlock", str(store), False, 3]


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named by XDG variables")
def test_a_store_that_was_there_is_missed_and_not_made_anew(tmp_path: Path) -> None:
    gone = str(tmp_path / "usb" / "enplan.store")

    *_looks, place, has_guide, _minutes = started(tmp_path, Preferences(last_store=gone))

    assert (place, has_guide) == (gone, False)


@pytest.mark.skipif(sys.platform != "linux", reason="the folders are named by XDG variables")
def test_a_new_computer_begins_with_the_guide(tmp_path: Path) -> None:
    *_looks, place, has_guide, _minutes = started(tmp_path, Preferences(colours="light"))

    assert (place, has_guide) == (str(tmp_path / "data" / "EnPlan" / "enplan.store"), True)


def test_keys_without_their_store_are_no_new_beginning(tmp_path: Path) -> None:
    path = tmp_path / "enplan.store"
    assert Door(path).begins_anew
    a_new_store(path).store.close()
    assert not Door(path).begins_anew

    path.unlink()

    assert not Door(path).begins_anew
