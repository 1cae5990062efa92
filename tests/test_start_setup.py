"""How start.py makes the environment and keeps it; nothing here reaches the network or changes the machine."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

import start


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


def test_what_papers_are_validated_with_is_installed_where_it_is_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    packages: list[str] = []
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr("shutil.which", lambda name: "/usr/bin/apt-get" if name == "apt-get" else None)
    monkeypatch.setattr(start, "install_packages", packages.extend)
    monkeypatch.setattr(start, "found", lambda file: not file.endswith(("java", "preflight.jar")))

    start.provide_checking_tools()

    assert packages == ["default-jre-headless", "libpdfbox2-java"]


def test_no_validator_is_looked_for_where_it_cannot_be_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    packages: list[str] = []
    monkeypatch.setattr("shutil.which", lambda _name: None)
    monkeypatch.setattr(start, "install_packages", packages.extend)

    start.provide_checking_tools()

    assert packages == []


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
