"""Commands run within the test, and stores to run them on. Only the cost of guessing the password is not the real one.

No option lowers that cost, so it is lowered where a store is created.
"""

import io
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_app.cli import options
from desktop_app.cli.program import run
from desktop_app.composition import Office
from desktop_app.storage.exchange_file import read_case_file
from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import mark_path
from desktop_app.storage.sealed_file import seal
from desktop_app.storage.store import create_store, open_store
from tests.command_line import Outcome
from tests.sample import AS_OF, SAMPLE
from tests.storage.builders import CHEAP, PASSWORD, a_new_store

FILE_PASSWORD = "blå cykel under æbletræet"  # noqa: S105 - of files that live for one test

Enplan = Callable[..., Outcome]


@pytest.fixture(autouse=True)
def cheap_passwords(monkeypatch: pytest.MonkeyPatch) -> None:
    assert create_store.__kwdefaults__
    monkeypatch.setitem(create_store.__kwdefaults__, "cost", CHEAP)
    assert seal.__kwdefaults__
    monkeypatch.setitem(seal.__kwdefaults__, "rounds", 1000)


@pytest.fixture(autouse=True)
def own_folder(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Let the user's own folder be one of the test's."""
    folder = tmp_path / "egen"
    monkeypatch.setattr(options, "law_copy_path", lambda: folder / "last-good-law.json")
    return folder


@pytest.fixture
def enplan(capsys: pytest.CaptureFixture[str]) -> Enplan:
    """Runs a command as `python -m desktop_app` would, in this process."""

    def command(*arguments: str | Path) -> Outcome:
        capsys.readouterr()
        code = run([str(argument) for argument in arguments])
        out, err = capsys.readouterr()
        return Outcome(code, out, err)

    return command


@pytest.fixture
def password_file(tmp_path: Path) -> Path:
    return a_password_file(tmp_path / "password", f"{PASSWORD}\n".encode())


@pytest.fixture
def file_password(tmp_path: Path) -> Path:
    """The password of a file that is handed over."""
    return a_password_file(tmp_path / "filens", f"{FILE_PASSWORD}\n".encode())


@pytest.fixture
def typed(monkeypatch: pytest.MonkeyPatch) -> Callable[[bytes], None]:
    """Gives the next command these bytes on its standard input."""

    def give(content: bytes) -> None:
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content), encoding="utf-8"))

    return give


@pytest.fixture
def empty_store(tmp_path: Path) -> Path:
    path = tmp_path / "tom" / "enplan.store"
    a_new_store(path).store.close()
    return path


@pytest.fixture(scope="session")
def store_of_sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample in it, to be copied and left alone."""
    path = tmp_path_factory.mktemp("sample") / "enplan.store"
    with Office(a_new_store(path).store) as office:
        office.import_content(read_case_file(SAMPLE), AS_OF)
    return path


@pytest.fixture
def sample_store(store_of_sample: Path, tmp_path: Path) -> Path:
    return a_copy(store_of_sample, tmp_path / "eksempel" / "enplan.store")


def a_copy(store: Path, path: Path) -> Path:
    """Copy a closed store with its keys and its mark."""
    path.parent.mkdir(parents=True)
    for place in (lambda path: path, key_path, mark_path):
        shutil.copy(place(store), place(path))
    return path


def a_password_file(path: Path, content: bytes) -> Path:
    """Make a file only its owner can read."""
    path.write_bytes(content)
    path.chmod(0o600)
    return path


def actions_in_log(store: Path) -> list[str]:
    """Return what the log of a closed store says was done, in order; looking leaves a line of its own at the end."""
    with open_store(store, password=PASSWORD) as opened:
        return [action for (action,) in opened.connection.rows("SELECT action FROM log ORDER BY seq")]


def exported(enplan: Enplan, store: Path, password_file: Path, *arguments: str) -> bytes:
    """Return the file `enplan export` writes."""
    out = password_file.with_name("kontrol.json")
    outcome = enplan("export", "--store", store, "--password-file", password_file, "--out", out, *arguments)
    assert outcome.code == 0, outcome
    content = out.read_bytes()
    out.unlink()
    return content
