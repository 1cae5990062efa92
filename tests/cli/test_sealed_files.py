"""`enplan export --encrypt` and the import that reads it back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import FILE_PASSWORD, Enplan, a_password_file, exported
from tests.storage.builders import PASSWORD

Access = tuple[str | Path, ...]


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> Access:
    return ("--store", sample_store, "--password-file", password_file)


@pytest.fixture
def sealed(enplan: Enplan, access: Access, file_password: Path, tmp_path: Path) -> Path:
    out = tmp_path / "ud.jwe"
    outcome = enplan("export", *access, "--out", out, "--encrypt", "--file-password-file", file_password)
    assert outcome.code == 0, outcome
    assert "Giv modtageren dens adgangskode ad en anden vej end filen" in outcome.out
    assert "ikke krypteret" not in outcome.out
    return out


def test_what_goes_out_encrypted_comes_in_as_it_was(
    enplan: Enplan, sealed: Path, sample_store: Path, empty_store: Path, password_file: Path, file_password: Path
) -> None:
    into = ("--store", empty_store, "--password-file", password_file)

    outcome = enplan("import", sealed, *into, "--file-password-file", file_password)

    assert outcome.code == 0, outcome
    assert exported(enplan, empty_store, password_file) == exported(enplan, sample_store, password_file)


def test_nothing_of_it_can_be_read_in_the_file(sealed: Path) -> None:
    content = sealed.read_bytes()

    assert b"Andrij" not in content
    assert b"2026-007" not in content
    assert sealed.stat().st_mode & 0o077 == 0


def test_both_passwords_come_line_by_line_from_standard_input(
    enplan: Enplan, sample_store: Path, tmp_path: Path, typed: Callable[[bytes], None]
) -> None:
    out, both = tmp_path / "ud.jwe", f"{PASSWORD}\n{FILE_PASSWORD}\n".encode()
    typed(both)
    written = enplan("export", "--store", sample_store, "--password-stdin", "--out", out, "--encrypt")
    typed(both)
    read = enplan("import", out, "--store", sample_store, "--password-stdin")

    assert (written.code, read.code, read.out) == (0, 0, "46 sager uændret\n")


def test_a_wrong_password_is_one_sentence_and_nothing_comes_in(
    enplan: Enplan, access: Access, sealed: Path, tmp_path: Path
) -> None:
    wrong = a_password_file(tmp_path / "forkert", b"en anden adgangskode\n")

    outcome = enplan("import", sealed, *access, "--file-password-file", wrong)

    assert (outcome.code, outcome.out, outcome.err.count("\n")) == (1, "", 1)
    assert "Adgangskoden åbner ikke filen" in outcome.err
    assert "Intet blev hentet ind" in outcome.err


def test_a_damaged_file_is_one_sentence(enplan: Enplan, access: Access, sealed: Path, file_password: Path) -> None:
    content = sealed.read_bytes()
    place = content.index(b'"ciphertext"') + 200
    sealed.write_bytes(content[:place] + b"AAAA" + content[place + 4 :])

    outcome = enplan("import", sealed, *access, "--file-password-file", file_password)

    assert (outcome.code, outcome.err.count("\n")) == (1, 1)
    assert "beskadiget" in outcome.err


def test_without_its_password_it_is_not_tried(enplan: Enplan, access: Access, sealed: Path) -> None:
    outcome = enplan("import", sealed, *access)

    assert outcome.code == 2
    assert "--file-password-file" in outcome.err


@pytest.mark.parametrize(
    ("password", "options", "code", "says"),
    [
        (b"kort\n", ("--encrypt",), 1, "12 tegn"),
        (b"adgangskode1234\n", ("--encrypt",), 1, "for let at gætte"),
        (b"fire helt andre ord\n", (), 2, "sammen med --encrypt"),
    ],
)
def test_a_password_that_protects_nothing_is_refused(
    enplan: Enplan, access: Access, tmp_path: Path, password: bytes, options: tuple[str, ...], code: int, says: str
) -> None:
    file = a_password_file(tmp_path / "filens", password)

    outcome = enplan("export", *access, "--out", tmp_path / "ud.jwe", *options, "--file-password-file", file)

    assert (outcome.code, outcome.err.count("\n")) == (code, 1)
    assert says in outcome.err
    assert not (tmp_path / "ud.jwe").exists()


def test_to_encrypt_without_a_password_is_wrong_use(enplan: Enplan, access: Access, tmp_path: Path) -> None:
    outcome = enplan("export", *access, "--out", tmp_path / "ud.jwe", "--encrypt")

    assert outcome.code == 2
    assert not (tmp_path / "ud.jwe").exists()
