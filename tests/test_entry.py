"""What the program starts: the window or a command, and how little the window imports before the password."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from desktop_app.__main__ import opens_window, store_of
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
from desktop_app.main import Door, today
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.qt_application import PlanApplication

application = PlanApplication(["enplan"])
window = MainWindow(Door(Path(sys.argv[1])), today)
window.open()
application.processEvents()
assert window.isVisible()
[user] = Door(Path(sys.argv[1])).users()
print(json.dumps([user.name, sorted(sys.modules)]))
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


def modules_after(script: str, store: Path) -> tuple[str, set[str]]:
    done = subprocess.run(
        [sys.executable, "-c", script, store], check=True, capture_output=True, env=surroundings({"LANG": "C.UTF-8"})
    )
    name, modules = json.loads(done.stdout)
    return name, {module.partition(".")[0] for module in modules} | set(modules)


def test_the_password_field_is_shown_before_any_heavy_library_is_imported(tmp_path: Path) -> None:
    a_new_store(tmp_path / "enplan.store").store.close()

    user, modules = modules_after(LOCKED_WINDOW, tmp_path / "enplan.store")

    assert user == "Mette Jensen"
    assert modules & HEAVY == set()
    assert {module for module in modules if module.startswith("desktop_app.cli")} == set()
    assert "desktop_app.composition" not in modules


def test_the_list_of_heavy_libraries_is_seen_when_one_is_imported(tmp_path: Path) -> None:
    a_new_store(tmp_path / "enplan.store").store.close()
    script = "import desktop_app.composition, desktop_app.cli.program\n" + LOCKED_WINDOW

    assert modules_after(script, tmp_path / "enplan.store")[1] & HEAVY >= {"sqlalchemy", "sqlcipher3", "typer"}
