"""Where a command takes the password from, and what it does not take it from."""

import getpass
import os
import sys
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Enplan, a_password_file
from tests.storage.builders import PASSWORD

Typed = Callable[[bytes], None]


def opens(enplan: Enplan, store: Path, file: Path) -> bool:
    """Tell whether the password in a file opens the store; anything but a refused password is an error."""
    outcome = enplan("export", "--store", store, "--password-file", file, "--out", file.with_name("ud.json"))
    assert outcome.code == 0 or "Adgangskoden passer ikke" in outcome.err, outcome
    return outcome.code == 0


@pytest.mark.parametrize(
    "content",
    [
        f"{PASSWORD}\n",
        f"{PASSWORD}",
        f"{PASSWORD}\r\n",
        f"{PASSWORD}\nen anden linje\n",
        f"\N{BYTE ORDER MARK}{PASSWORD}\n",
        f"{unicodedata.normalize('NFD', PASSWORD)}\n",
    ],
    ids=[
        "a line",
        "without a line end",
        "from Windows",
        "more lines",
        "a mark at the beginning",
        "in other keystrokes",
    ],
)
def test_the_first_line_without_its_end_is_the_password(
    enplan: Enplan, empty_store: Path, tmp_path: Path, content: str
) -> None:
    assert opens(enplan, empty_store, a_password_file(tmp_path / "fil", content.encode()))


@pytest.mark.parametrize(
    "content", [f" {PASSWORD}\n", f"{PASSWORD} \n", f"{PASSWORD}\t\n", f"\n{PASSWORD}\n", f"{PASSWORD.upper()}\n"]
)
def test_blanks_and_letters_count(enplan: Enplan, empty_store: Path, tmp_path: Path, content: str) -> None:
    file = a_password_file(tmp_path / "fil", content.encode())

    outcome = enplan("verify", "--store", empty_store, "--password-file", file)

    assert outcome.code == 1
    assert outcome.err.count("\n") == 1


def test_blanks_at_the_end_belong_to_the_password(enplan: Enplan, tmp_path: Path) -> None:
    store, file = tmp_path / "ny.store", a_password_file(tmp_path / "fil", b"tolv tegn her  \n")
    enplan("init", "--store", store, "--password-file", file, "--municipality", "999")

    assert opens(enplan, store, file)
    assert not opens(enplan, store, a_password_file(tmp_path / "fil", b"tolv tegn her\n"))


@pytest.mark.parametrize("mode", [0o644, 0o640, 0o604, 0o620])
def test_a_file_others_can_read_is_refused(enplan: Enplan, empty_store: Path, password_file: Path, mode: int) -> None:
    if os.name != "posix":
        return
    password_file.chmod(mode)

    outcome = enplan("verify", "--store", empty_store, "--password-file", password_file)

    assert (outcome.code, outcome.out) == (1, "")
    assert f"chmod 600 {password_file}" in outcome.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "Adgangskoden er tom"),
        (b"\n", "Adgangskoden er tom"),
        (b"\r\nfire ord\n", "Adgangskoden er tom"),
        ("fire tilfældige ord\n".encode("latin-1"), "ikke tekst i UTF-8"),
    ],
)
def test_a_file_without_a_password_is_refused(
    enplan: Enplan, empty_store: Path, tmp_path: Path, content: bytes, sentence: str
) -> None:
    outcome = enplan("verify", "--store", empty_store, "--password-file", a_password_file(tmp_path / "fil", content))

    assert outcome.code == 1
    assert sentence in outcome.err


@pytest.mark.parametrize("name", ["findes ikke", "."])
def test_a_file_that_cannot_be_read_is_refused(enplan: Enplan, empty_store: Path, tmp_path: Path, name: str) -> None:
    outcome = enplan("verify", "--store", empty_store, "--password-file", tmp_path / name)

    assert outcome.code == 1
    assert str(tmp_path / name) in outcome.err


def test_the_password_is_read_from_standard_input(enplan: Enplan, empty_store: Path, typed: Typed) -> None:
    typed(f"{unicodedata.normalize('NFD', PASSWORD)}\r\nmere\n".encode())

    assert enplan("verify", "--store", empty_store, "--password-stdin").code == 0


def test_a_store_made_from_standard_input_opens_from_a_file(
    enplan: Enplan, tmp_path: Path, password_file: Path, typed: Typed
) -> None:
    store = tmp_path / "ny.store"
    typed(PASSWORD.encode())
    enplan("init", "--store", store, "--password-stdin", "--municipality", "999")

    assert opens(enplan, store, password_file)


def test_without_any_password_the_command_is_used_wrongly(enplan: Enplan, empty_store: Path) -> None:
    outcome = enplan("verify", "--store", empty_store)

    assert outcome.code == 2
    assert "--password-file" in outcome.err


def test_two_sources_of_the_password_are_wrong_use(enplan: Enplan, empty_store: Path, password_file: Path) -> None:
    outcome = enplan("verify", "--store", empty_store, "--password-file", password_file, "--password-stdin")

    assert outcome.code == 2


def test_at_a_terminal_the_password_is_asked_for(
    enplan: Enplan, empty_store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = list[str]()

    def answer(question: str) -> str:
        asked.append(question)
        return unicodedata.normalize("NFD", PASSWORD)

    monkeypatch.setattr(sys.stdin, "isatty", lambda: True, raising=False)
    monkeypatch.setattr(getpass, "getpass", answer)

    assert enplan("verify", "--store", empty_store).code == 0
    assert asked == ["Adgangskode: "]
