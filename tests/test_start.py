"""How start.py decides and speaks; nothing here reaches the network or changes the machine."""

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


class Checkout:
    """A checkout in which tools leave the traces they would leave, and are remembered."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.calls: list[str] = []
        for name in ("pyproject.toml", "hatch_build.py", "requirements/run.lock", "requirements/dev.lock"):
            self.write(name, name)
        self.write("resources/locale/da/LC_MESSAGES/enplan.po", "")

    @property
    def compiled(self) -> Path:
        return self.root / "resources" / "locale" / "da" / "LC_MESSAGES" / "enplan.mo"

    def write(self, name: str, text: str) -> None:
        file = self.root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")

    def run_tool(self, command: Sequence[str | Path], _settings: object) -> None:
        words = list(map(str, command))
        if "venv" in words:
            self.calls.append("venv")
            self.write(".venv/bin/python", "")
            self.write(".venv/pyvenv.cfg", "version_info = {}.{}.7\n".format(*sys.version_info))
        elif "sync" in words:
            self.calls.append(Path(words[-1]).name)
        else:
            self.calls.append("enplan")
            self.compiled.touch()

    def calls_of_set_up(self, *, with_development: bool = False) -> list[str]:
        self.calls.clear()
        start.set_up(with_development=with_development)
        return list(self.calls)


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Checkout:
    made = Checkout(tmp_path)
    settle_in(tmp_path, monkeypatch)
    monkeypatch.setattr(start, "run_tool", made.run_tool)
    monkeypatch.setattr(start, "provide_libraries", lambda *, with_screen: None)  # noqa: ARG005 - a stand-in
    monkeypatch.setattr(start, "provide_uv", lambda: Path("uv"))
    monkeypatch.setattr(start, "pip_settings", dict)
    return made


def settle_in(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ROOT", root)
    monkeypatch.setattr(start, "REQUIREMENTS", root / "requirements")
    monkeypatch.setattr(start, "ENVIRONMENT", root / ".venv")
    monkeypatch.setattr(start, "PYTHON", root / ".venv" / "bin" / "python")
    monkeypatch.setattr(start, "STAMP", root / ".venv" / "start-stamp.json")
    monkeypatch.setattr(start, "FIRST_RUN", root / "build" / "first-run")


def test_the_first_start_makes_the_environment_and_the_second_only_looks(checkout: Checkout) -> None:
    assert checkout.calls_of_set_up() == ["venv", "run.lock", "enplan"]
    assert checkout.calls_of_set_up() == []


def test_a_changed_lock_is_installed_into_the_environment_there_is(checkout: Checkout) -> None:
    checkout.calls_of_set_up()
    checkout.write("requirements/run.lock", "newer")

    assert checkout.calls_of_set_up() == ["run.lock", "enplan"]


@pytest.mark.parametrize("name", ["pyproject.toml", "hatch_build.py", "resources/locale/da/LC_MESSAGES/enplan.po"])
def test_what_the_installation_is_made_of_is_installed_again_when_it_changes(checkout: Checkout, name: str) -> None:
    checkout.calls_of_set_up()
    checkout.write(name, "newer")

    assert checkout.calls_of_set_up() == ["enplan"]


def test_a_compiled_catalogue_that_was_deleted_is_made_again(checkout: Checkout) -> None:
    checkout.calls_of_set_up()
    checkout.compiled.unlink()

    assert checkout.calls_of_set_up() == ["enplan"]


def test_starting_the_program_keeps_the_development_tools(checkout: Checkout) -> None:
    assert checkout.calls_of_set_up(with_development=True) == ["venv", "dev.lock", "enplan"]
    assert checkout.calls_of_set_up() == []
    checkout.write("requirements/dev.lock", "newer")

    assert checkout.calls_of_set_up() == ["dev.lock", "enplan"]


def test_an_environment_moved_here_from_another_folder_is_made_anew(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    checkout.calls_of_set_up()
    checkout.root = checkout.root.rename(checkout.root.with_name("moved"))
    settle_in(checkout.root, monkeypatch)

    assert checkout.calls_of_set_up() == ["venv", "run.lock", "enplan"]


def test_an_environment_of_another_python_is_made_anew(checkout: Checkout) -> None:
    checkout.calls_of_set_up()
    checkout.write(".venv/pyvenv.cfg", "version_info = 3.1.2\n")
    start.STAMP.unlink()

    assert checkout.calls_of_set_up() == ["venv", "run.lock", "enplan"]


def test_a_start_that_was_cut_short_is_not_taken_for_finished(
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch
) -> None:
    def run_out_of_space(command: Sequence[str | Path], settings: object) -> None:
        if "sync" in command:
            raise start.CannotGoOn
        checkout.run_tool(command, settings)

    checkout.calls_of_set_up()
    monkeypatch.setattr(start, "run_tool", run_out_of_space)
    with pytest.raises(start.CannotGoOn):
        start.set_up(with_development=True)
    monkeypatch.setattr(start, "run_tool", checkout.run_tool)

    assert checkout.calls_of_set_up() == ["run.lock", "enplan"]


@pytest.mark.parametrize("text", ["", "{", "[]", "\x00"])
def test_a_damaged_stamp_counts_as_none(checkout: Checkout, text: str) -> None:
    checkout.write(".venv/start-stamp.json", text)

    assert start.read_stamp() == {}


def test_a_program_without_a_screen_needs_no_libraries_for_windows() -> None:
    always = start.needed_libraries(with_screen=False)
    with_screen = start.needed_libraries(with_screen=True)

    assert always["libEGL.so.1"] == "libegl1"
    assert not any("xcb" in library or "wayland" in library for library in always)
    assert with_screen["libxcb-cursor.so.0"] == "libxcb-cursor0"
    assert always.items() < with_screen.items()


def test_missing_libraries_are_installed_each_package_once(monkeypatch: pytest.MonkeyPatch) -> None:
    packages: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(start, "install_packages", packages.extend)
    monkeypatch.setattr(start, "can_load", lambda library: bool(packages) or not library.startswith("libg"))

    start.provide_libraries(with_screen=False)

    assert packages == ["libglib2.0-0", "libgssapi-krb5-2"]


def test_nothing_is_installed_where_nothing_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    packages: list[str] = []
    monkeypatch.setattr(start, "install_packages", packages.extend)
    monkeypatch.setattr(start, "can_load", lambda _library: True)

    start.provide_libraries(with_screen=True)

    assert packages == []


def test_a_library_that_is_still_missing_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(start, "install_packages", lambda _packages: None)
    monkeypatch.setattr(start, "can_load", lambda library: library != "libGL.so.1")

    with pytest.raises(start.CannotGoOn, match=r"mangler stadig libGL\.so\.1\."):
        start.provide_libraries(with_screen=False)


def test_a_library_that_does_not_exist_cannot_be_loaded() -> None:
    assert not start.can_load("libfindes-ikke.so.1")


def test_a_linux_without_apt_is_told_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda _name: None)

    with pytest.raises(start.CannotGoOn, match="libgl1 libegl1"):
        start.install_packages(["libgl1", "libegl1"])


def test_a_user_who_may_not_install_is_given_the_command_for_one_who_may(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)

    with pytest.raises(start.CannotGoOn, match="apt-get install --no-install-recommends libgl1"):
        start.install_packages(["libgl1"])


@pytest.mark.parametrize(("user", "first_word"), [(0, "env"), (1000, "sudo")])
def test_packages_are_installed_through_sudo_unless_by_root(
    user: int, first_word: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commands: list[list[str]] = []
    tools = {"apt-get", "sudo"} if user else {"apt-get"}
    monkeypatch.setattr("shutil.which", lambda name: name if name in tools else None)
    monkeypatch.setattr(os, "geteuid", lambda: user, raising=False)
    monkeypatch.setattr(start, "run_tool", lambda command, _settings: commands.append(command))

    start.install_packages(["libgl1", "libegl1"])

    ((first, *_, one, other),) = commands
    assert (first, one, other) == (first_word, "libgl1", "libegl1")


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
    checkout: Checkout, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
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

    monkeypatch.setattr(start, "ask_program", ask_program)
    checkout.write("build/first-run/left.txt", "from last time")

    assert start.walk_through() == 0

    assert [arguments[0] for arguments in asked] == ["demo", "deadlines", "deadlines", "deadlines", "print", "tour"]
    assert asked[4][5:] == ("--case", "2026-014", "--document", "plan", "--out", str(start.FIRST_RUN / "plan.pdf"))
    assert sorted(file.name for file in start.FIRST_RUN.iterdir()) == ["arbejdsliste.csv", "arbejdsliste.txt"]
    ((password, mode, length),) = passwords
    assert (mode, length) == (0o600, 32)
    assert not password.parent.exists()
    assert str(start.FIRST_RUN) in capsys.readouterr().out


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


def test_pip_is_asked_for_what_the_machine_has_set_and_the_environment_goes_first(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    listed = (
        ":env:.find-links='/from/environment'\n"
        "global.extra-index-url='file:///a\\nfile:///b'\n"
        "global.find-links='/from/file'\n"
        "install.no-index='true'\n"
    )
    monkeypatch.setattr(start, "pip_answers", lambda *_: listed)

    assert start.pip_settings() == {
        "find-links": "/from/environment",
        "extra-index-url": "file:///a\nfile:///b",
        "no-index": "true",
    }


def test_a_pip_that_cannot_list_its_settings_has_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "pip_answers", lambda *_: None)

    assert start.pip_settings() == {}


def test_uv_is_told_what_pip_was_told(tmp_path: Path) -> None:
    folder = tmp_path / "my wheels"
    folder.mkdir()
    certificate = tmp_path / "root.pem"
    certificate.touch()
    pip = {
        "index-url": "https://pakker.example/simple",
        "extra-index-url": f"{folder.as_uri()}\nhttp://more.example/simple",
        "find-links": str(tmp_path),
        "cert": str(certificate),
        "proxy": "http://proxy.example:8080",
        "no-index": "1",
    }

    told = start.uv_settings(pip)

    told.pop("UV_SYSTEM_CERTS", None)
    assert told == {
        "UV_DEFAULT_INDEX": "https://pakker.example/simple",
        "UV_INDEX": f"{folder.as_uri()} http://more.example/simple",
        "UV_INDEX_STRATEGY": "unsafe-best-match",
        "UV_FIND_LINKS": str(tmp_path),
        "UV_OFFLINE": "true",
        "HTTPS_PROXY": "http://proxy.example:8080",
        "HTTP_PROXY": "http://proxy.example:8080",
        "SSL_CERT_FILE": str(certificate),
    }


def test_folders_and_files_that_do_not_exist_are_kept_from_uv(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    pip = {"index-url": gone.as_uri(), "extra-index-url": gone.as_uri(), "find-links": str(gone), "cert": str(gone)}

    assert set(start.uv_settings(pip)) <= {"UV_SYSTEM_CERTS"}


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
    assert [name for name, _ in a_part] == [name for name, _ in everything[:-3]]
    assert a_part[-1][1][-2:] == ["-k", "plan"]


def test_every_check_runs_also_after_one_has_failed(
    monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(whole_suite, "checks", lambda _: [("first", ["no_such_module"]), ("second", ["platform"])])

    assert whole_suite.main([]) == 1

    *_, first, second, verdict = capfd.readouterr().out.splitlines()
    assert "FEJL" in first
    assert "i orden" in second
    assert verdict == "1 af 2 trin fejlede."
