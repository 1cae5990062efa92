"""What start.py does on which command, and what it says; nothing here reaches the network or changes the machine."""

import ast
import errno
import json
import os
import stat
import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import NoReturn

import pytest
from packaging.specifiers import SpecifierSet

import start
import tests.__main__ as whole_suite

CHECKOUT = Path(__file__).resolve().parent.parent


def test_the_pythons_are_those_of_the_project() -> None:
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    accepted = SpecifierSet(project["requires-python"])

    assert [minor for minor in range(20) if f"3.{minor}" in accepted] == [minor for _, minor in start.PYTHONS]


@pytest.mark.parametrize("version", [(3, 10, 13), (3, 15, 0), (2, 7, 18)])
def test_another_python_is_refused_with_the_ones_that_fit(version: tuple[int, ...]) -> None:
    with pytest.raises(start.CannotGoOn, match=rf"Python 3\.11, 3\.12, 3\.13, 3\.14\. Denne er {version[0]}\."):
        start.refuse_other_pythons(version)


def test_python_3_8_can_read_the_file_and_so_refuse() -> None:
    source = Path(start.__file__).read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 8))


@pytest.mark.parametrize(
    ("arguments", "command", "rest"),
    [
        ([], "run", []),
        (["run", "--store", "P"], "run", ["--store", "P"]),
        (["--store", "P"], "run", ["--store", "P"]),
        (["deadlines", "--help"], "run", ["deadlines", "--help"]),
        (["setup"], "setup", []),
        (["test", "-k", "plan"], "test", ["-k", "plan"]),
    ],
)
def test_only_the_first_word_can_be_a_command_of_start_itself(
    arguments: list[str], command: str, rest: list[str]
) -> None:
    assert start.split_command(arguments) == (command, rest)


@pytest.mark.parametrize(
    ("platform", "environ", "seen"),
    [
        ("linux", {}, False),
        ("linux", {"DISPLAY": ""}, False),
        ("linux", {"DISPLAY": ":0"}, True),
        ("linux", {"WAYLAND_DISPLAY": "wayland-0"}, True),
        ("linux", {"DISPLAY": ":0", "QT_QPA_PLATFORM": "offscreen"}, False),
        ("win32", {}, True),
    ],
)
def test_a_window_is_seen_only_on_a_screen(platform: str, environ: dict[str, str], seen: bool) -> None:  # noqa: FBT001 - a parameter of the table
    assert start.has_screen(platform, environ) is seen


@pytest.fixture
def without_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "has_screen", lambda *_: False)
    monkeypatch.setattr(start, "set_up", lambda **_: None)


@pytest.mark.usefixtures("without_screen")
def test_without_a_screen_the_walk_through_stands_in_for_the_window(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "walk_through", lambda: 0)

    assert start.run([]) == 0


@pytest.mark.usefixtures("without_screen")
def test_without_a_screen_a_named_store_is_not_opened() -> None:
    with pytest.raises(start.CannotGoOn, match="ingen skærm"):
        start.run(["--store", "P"])


@pytest.mark.usefixtures("without_screen")
def test_a_command_of_the_program_needs_no_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    class Replaced(Exception):
        pass

    def replace_process(_program: str, command: list[str]) -> NoReturn:
        raise Replaced(*command[1:])

    monkeypatch.setattr(os, "name", "posix")
    monkeypatch.setattr(os, "execv", replace_process)

    with pytest.raises(Replaced) as replaced:
        start.run(["deadlines", "--as-of", "2026-11-22"])

    assert replaced.value.args == ("-m", "desktop_app", "deadlines", "--as-of", "2026-11-22")


def test_the_walk_through_leaves_its_results_and_no_password(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results = tmp_path / "build" / "first-run"
    asked: list[tuple[str, ...]] = []
    passwords: set[tuple[Path, int, int]] = set()

    def ask_program(*arguments: str) -> bytes:
        asked.append(arguments)
        if "--password-file" in arguments:
            password = Path(arguments[arguments.index("--password-file") + 1])
            passwords.add((password, stat.S_IMODE(password.stat().st_mode), len(password.read_text(encoding="utf-8"))))
        if "json" in arguments:
            return json.dumps([{"case_number": "2026-014", "duty": "offer.first", "fulfilled_on": None}]).encode()
        return b"rows"

    monkeypatch.setattr(start, "FIRST_RUN", results)
    monkeypatch.setattr(start, "ask_program", ask_program)
    results.mkdir(parents=True)
    (results / "left.txt").write_text("from last time", encoding="utf-8")

    assert start.walk_through() == 0

    assert [arguments[0] for arguments in asked] == ["demo", "deadlines", "deadlines", "deadlines", "print", "tour"]
    assert asked[4][5:] == ("--case", "2026-014", "--document", "plan", "--out", str(results / "plan.pdf"))
    assert sorted(file.name for file in results.iterdir()) == ["arbejdsliste.csv", "arbejdsliste.txt"]
    ((password, mode, length),) = passwords
    assert (mode, length) == (0o600, 32)
    assert not password.parent.exists()
    assert str(results) in capsys.readouterr().out


@pytest.fixture
def program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A program that repeats what it is asked, and cannot do `tour`."""
    package = tmp_path / "desktop_app"
    package.mkdir()
    (package / "__init__.py").touch()
    script = "import sys; print(*sys.argv[1:]); sys.exit(sys.argv[1] == 'tour')"
    (package / "__main__.py").write_text(script, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(start, "PYTHON", Path(sys.executable))


@pytest.mark.usefixtures("program")
def test_the_walk_through_reads_what_the_program_prints() -> None:
    assert start.ask_program("deadlines", "--format", "csv").strip() == b"deadlines --format csv"


@pytest.mark.usefixtures("program")
def test_the_walk_through_stops_at_a_command_that_fails(capfd: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(start.CannotGoOn, match="»tour« lykkedes ikke"):
        start.ask_program("tour")

    assert capfd.readouterr().err == ""


def test_the_plan_that_is_printed_is_a_signed_one_where_there_is_one() -> None:
    def row(number: str, duty: str, fulfilled_on: str | None) -> dict[str, str | None]:
        return {"case_number": number, "duty": duty, "fulfilled_on": fulfilled_on}

    unsigned = [row("2026-001", "contract.signed", None), row("2026-001", "danish.referred", "2026-03-01")]
    signed = row("2026-002", "contract.signed", "2026-03-01")

    assert start.choose_case(json.dumps([*unsigned, signed]).encode()) == "2026-002"
    assert start.choose_case(json.dumps(unsigned).encode()) == "2026-001"


@pytest.mark.parametrize(
    ("output", "sentence"),
    [
        ("No space left on device (os error 28)", "ikke plads på disken"),
        ("OSError: [Errno 28] No space left on device", "ikke plads på disken"),
        ("PermissionError: [Errno 13] Permission denied: '.tools'", "må ikke skrives"),
        ("Failed to fetch: x\n cause: invalid peer certificate: UnknownIssuer", "rodcertifikat"),
        ("Failed to establish a new connection: Temporary failure in name resolution", "ingen forbindelse"),
        ("Failed to fetch: x\n cause: error sending request for url\n cause: dns error", "ingen forbindelse"),
        ("Err:1 bookworm\n  Could not resolve 'mirror'\nE: Unable to locate package libgl1", "ingen forbindelse"),
        ("Hash mismatch for `platformdirs`", "svarer ikke til sin lås"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE", "svarer ikke til sin lås"),
        ("pyside6-essentials has no wheels with a matching platform tag", "findes ikke til denne maskine"),
        ("cryptography has no usable wheels", "findes ikke til denne maskine"),
        ("sudo: a terminal is required to read the password", "administrator"),
    ],
)
def test_what_tools_write_is_explained(output: str, sentence: str) -> None:
    assert sentence in start.find_cause(output)


def test_a_tool_that_fails_stops_the_start_with_the_end_of_its_output(capsys: pytest.CaptureFixture[str]) -> None:
    script = "print(*range(100), sep='\\n'); raise SystemExit(1)"

    with pytest.raises(start.CannotGoOn, match="kunne ikke udføre trinnet"):
        start.run_tool([sys.executable, "-c", script], os.environ)

    assert capsys.readouterr().err.splitlines() == [str(number) for number in range(88, 100)]


def test_a_known_cause_is_said_without_the_traceback_above_it(capsys: pytest.CaptureFixture[str]) -> None:
    script = "import os; raise OSError(28, os.strerror(28))"

    with pytest.raises(start.CannotGoOn, match="ikke plads"):
        start.run_tool([sys.executable, "-c", script], os.environ)

    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("trouble", "code", "sentence"),
    [
        (start.CannotGoOn("Der mangler noget."), 1, "Stoppet. Der mangler noget."),
        (OSError(errno.ENOSPC, "No space left on device", "x"), 1, "Stoppet. Der er ikke plads på disken"),
        (PermissionError(errno.EACCES, "Permission denied", "x"), 1, "Stoppet. Der må ikke skrives"),
        (OSError(errno.ENXIO, "No such device", "x"), 1, "Stoppet. ([Errno 6] No such device"),
        (KeyboardInterrupt(), 130, "Afbrudt."),
    ],
)
def test_trouble_ends_in_one_sentence_and_an_exit_code(
    trouble: BaseException,
    code: int,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    def fail(_arguments: Sequence[str]) -> int:
        raise trouble

    monkeypatch.setitem(start.COMMANDS, "setup", fail)

    assert start.main(["setup"]) == code

    assert capsys.readouterr().err.startswith(sentence)


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert start.main(["--help"]) == 0

    printed = capsys.readouterr().out
    assert all(f"start.py {command}" in printed for command in start.COMMANDS if command != "run")


def test_continuous_integration_runs_the_same_command_as_a_developer() -> None:
    script = CHECKOUT / ".ci" / "run"
    commands = [line for line in script.read_text(encoding="utf-8").splitlines() if "start.py" in line]

    assert commands == ["exec python3 start.py test"]
    assert os.name == "nt" or os.access(script, os.X_OK)


def test_coverage_is_judged_only_where_every_test_runs() -> None:
    everything, a_part = whole_suite.checks([]), whole_suite.checks(["-k", "plan"])

    assert [name for name, _ in everything][-3:] == ["dækning, domain", "dækning, application", "dækning, presenters"]
    assert all("--fail-under=100" in module for _, module in everything[-3:])
    assert [name for name, _ in a_part][:-1] == [name for name, _ in everything][:-5]
    assert a_part[-1][1][-2:] == ["-k", "plan"]


def test_every_test_runs_once_and_is_measured_where_coverage_is_judged() -> None:
    (_, measured), (_, rest) = (check for check in whole_suite.checks([]) if check[1][0] == "pytest")
    folders = {part for part in measured if part.startswith("tests/")}

    assert folders == {part.removeprefix("--ignore=") for part in rest if part.startswith("--ignore=")}
    assert {f"desktop_app/{folder.removeprefix('tests/')}" for folder in folders} == {
        part.removeprefix("--cov=") for part in measured if part.startswith("--cov=")
    }
    assert not any(part.startswith("--cov") for part in rest)


def test_every_check_runs_also_after_one_has_failed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(whole_suite, "checks", lambda _: [("first", ["no_such_module"]), ("second", ["platform"])])

    assert whole_suite.main([]) == 1

    *_, first, second, verdict = capfd.readouterr().out.splitlines()
    assert "FEJL" in first
    assert "i orden" in second
    assert verdict == "1 af 2 trin fejlede."
