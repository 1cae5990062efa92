"""What the structure of the code promises, checked on the code itself."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).resolve().parent.parent
PACKAGE = CHECKOUT / "desktop_app"
MODULES = sorted(PACKAGE.rglob("*.py"))
LONGEST_MODULE = 400
SAYS_NOTHING = {"util", "utils", "helper", "helpers", "manager", "managers", "common"}
TODAY_IS_PASSED_IN = ("domain", "application", "documents", "presenters")


def lint_imports(folder: Path) -> subprocess.CompletedProcess[str]:
    """Check the contracts of the `pyproject.toml` in a folder against the `desktop_app` in the same folder."""
    script = "from importlinter.cli import lint_imports; raise SystemExit(lint_imports(no_cache=True, no_logo=True))"
    command = [sys.executable, "-c", script]
    return subprocess.run(command, cwd=folder, check=False, capture_output=True, text=True, encoding="utf-8")


def test_imports_keep_to_the_contracts() -> None:
    linted = lint_imports(CHECKOUT)

    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.fixture
def skeleton(tmp_path: Path) -> Path:
    """An empty program of the same layers, under the same contracts."""
    contracts = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
    layers, leaves = contracts["contracts"][0]["layers"], contracts["contracts"][0]["exhaustive_ignores"]
    names = [part for layer in layers for part in layer.split(" | ")] + leaves
    use_cases = [name.removeprefix("desktop_app.").replace(".", "/") for name in contracts["contracts"][-1]["modules"]]
    for file in ["__init__.py", *(f"{name}/__init__.py" for name in names), *(f"{name}.py" for name in use_cases)]:
        module = tmp_path / "desktop_app" / file
        module.parent.mkdir(exist_ok=True)
        module.touch()
    (tmp_path / "pyproject.toml").write_bytes((CHECKOUT / "pyproject.toml").read_bytes())
    return tmp_path


def test_a_skeleton_without_imports_keeps_to_the_contracts(skeleton: Path) -> None:
    linted = lint_imports(skeleton)

    assert linted.returncode == 0, linted.stdout + linted.stderr


@pytest.mark.parametrize(
    ("module", "statement", "contract"),
    [
        ("domain", "from desktop_app import application", "Layers point downwards"),
        ("documents", "from desktop_app import storage", "Layers point downwards"),
        ("unforeseen", "", "Layers point downwards"),
        ("ui", "from desktop_app import storage", "Screens never reach the database or the PDF code"),
        ("presenters", "import reportlab", "Screens never reach the database or the PDF code"),
        ("domain", "import babel", "The domain is plain Python"),
        ("presenters", "from PySide6 import QtCore", "Only ui and main know Qt"),
        ("application/open_case", "from desktop_app.application import show_cpr", "Use cases do not call one another"),
    ],
)
def test_a_skeleton_that_breaks_a_contract_is_found_out(
    skeleton: Path, module: str, statement: str, contract: str
) -> None:
    package = skeleton / "desktop_app" / module
    file = package / "__init__.py" if package.is_dir() else package.with_suffix(".py")
    file.write_text(f"{statement}\n", encoding="utf-8")

    linted = lint_imports(skeleton)

    assert linted.returncode != 0
    assert f"{contract} BROKEN" in linted.stdout


def test_no_module_has_grown_past_the_limit() -> None:
    too_long = {module: count for module in MODULES if (count := len(module.read_text("utf-8").splitlines())) > 400}

    assert not too_long


def words_of(name: str) -> set[str]:
    """Return the words a name is made of, in snake or camel case."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


def test_every_module_and_class_is_named_for_what_it_holds() -> None:
    names = {part for module in MODULES for part in module.relative_to(PACKAGE).with_suffix("").parts}
    for module in MODULES:
        names |= {node.name for node in ast.walk(parse(module)) if isinstance(node, ast.ClassDef)}

    assert not [name for name in sorted(names) if words_of(name) & SAYS_NOTHING]


def test_names_are_taken_apart_into_words() -> None:
    assert words_of("date_utils") == {"date", "utils"}
    assert words_of("PDFManager") == {"pdf", "manager"}
    assert words_of("CommonHelpers") == {"common", "helpers"}


def parse(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"), str(module))


def called_names(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield what is called, such as `date.today` or `.exec`, with its line; of a longer chain only the last two."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value
            prefix = owner.id if isinstance(owner, ast.Name) else getattr(owner, "attr", "")
            yield f"{prefix}.{node.func.attr}", node.lineno


def runs_its_own_event_loop(call: str) -> bool:
    """Whether a call of Qt waits inside a slot: what was typed meanwhile would meet half-finished work."""
    return call.rpartition(".")[2] in {"exec", "exec_", "processEvents"}


def asks_for_today(call: str) -> bool:
    """Whether a call takes today from the machine's own time zone."""
    return call in {"date.today", "datetime.today"}


def asks_for_the_time(call: str) -> bool:
    """Whether a call reads a clock; what is computed must be the same tomorrow."""
    return asks_for_today(call) or call in {"datetime.now", "datetime.utcnow", "time.time"}


def places_where(is_unwanted: Callable[[str], bool], modules: list[Path]) -> list[str]:
    return [
        f"{module.relative_to(CHECKOUT)}:{line} {call}"
        for module in modules
        for call, line in called_names(parse(module))
        if is_unwanted(call)
    ]


def test_qt_runs_one_event_loop_and_main_starts_it() -> None:
    others = [module for module in MODULES if module != PACKAGE / "main.py"]

    assert places_where(runs_its_own_event_loop, others) == []


def test_nothing_takes_today_from_the_machines_time_zone() -> None:
    assert places_where(asks_for_today, MODULES) == []


def test_what_is_computed_and_shown_is_told_the_time() -> None:
    modules = [module for module in MODULES if module.relative_to(PACKAGE).parts[0] in TODAY_IS_PASSED_IN]

    assert modules
    assert places_where(asks_for_the_time, modules) == []


@pytest.mark.parametrize(
    ("source", "is_unwanted"),
    [
        ("dialog.exec()", runs_its_own_event_loop),
        ("QDialog(self).exec()", runs_its_own_event_loop),
        ("self.menu.exec_(point)", runs_its_own_event_loop),
        ("QApplication.processEvents()", runs_its_own_event_loop),
        ("as_of = date.today()", asks_for_today),
        ("as_of = datetime.date.today()", asks_for_today),
        ("at = datetime.now(UTC)", asks_for_the_time),
        ("at = datetime.datetime.now()", asks_for_the_time),
        ("at = time.time()", asks_for_the_time),
    ],
)
def test_an_unwanted_call_is_seen(source: str, is_unwanted: Callable[[str], bool]) -> None:
    assert [call for call, _ in called_names(ast.parse(source)) if is_unwanted(call)]


def test_a_wanted_call_is_not_taken_for_an_unwanted_one() -> None:
    tree = ast.parse("connection.exec_driver_sql(text); clock.today(); today(); executor.execute(); time.monotonic()")

    assert not [call for call, _ in called_names(tree) if runs_its_own_event_loop(call) or asks_for_the_time(call)]
