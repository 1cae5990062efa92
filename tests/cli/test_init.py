"""`enplan init`: an encrypted store and, once, the key that saves it when the password is forgotten."""

import json
import os
import re
from pathlib import Path

import pytest

from desktop_app.storage.key_file import key_path, read_key_file
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import create_store, open_store, open_with_recovery_key
from tests.cli.conftest import Enplan, a_password_file
from tests.command_line import run_program
from tests.storage.builders import PASSWORD

RECOVERY_KEY = re.compile(r"\b[0-9A-Z]{5}(?:-[0-9A-Z]{5}){5,}\b")


def recovery_key_in(text: str) -> str:
    """Return the one recovery key in what a command printed."""
    [key] = RECOVERY_KEY.findall(text)
    return str(key)


def files_under(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_store_is_made_that_only_its_owner_reads(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    store = tmp_path / "ny mappe" / "æøå.store"

    outcome = enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999")

    assert (outcome.code, outcome.err) == (0, "")
    assert "Eksempelkommune" in outcome.out
    assert str(store) in outcome.out
    assert {path.name for path in store.parent.iterdir()} == {
        "æøå.store",
        "æøå.store.keys.json",
        "æøå.store.mark",
    }
    if os.name == "posix":
        assert store.parent.stat().st_mode & 0o777 == 0o700
        assert {path.stat().st_mode & 0o777 for path in store.parent.iterdir()} == {0o600}


def test_the_municipality_is_the_one_with_the_code(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    store = tmp_path / "ny.store"

    assert "Lolland" in enplan("init", "--store", store, "--password-file", password_file, "--municipality", "360").out

    with open_store(store, password=PASSWORD) as opened, opened.work() as unit:
        municipality = unit.municipality()
    assert (municipality.code, municipality.name, municipality.fictional) == ("360", "Lolland Kommune", False)


def test_the_recovery_key_is_printed_once_and_opens_the_store(
    enplan: Enplan, tmp_path: Path, password_file: Path
) -> None:
    store = tmp_path / "ny.store"

    outcome = enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999")

    open_with_recovery_key(store, recovery_key=recovery_key_in(outcome.out)).close()


def test_the_recovery_key_stands_in_no_file(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    store = tmp_path / "ny.store"
    outcome = enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999")
    key = recovery_key_in(outcome.out)

    for content in files_under(tmp_path).values():
        for form in (key, key.replace("-", "")):
            assert form.encode() not in content
            assert form.encode("utf-16-le") not in content


def test_where_a_store_is_another_is_refused_and_nothing_touched(
    enplan: Enplan, empty_store: Path, password_file: Path
) -> None:
    before = files_under(empty_store.parent)

    outcome = enplan("init", "--store", empty_store, "--password-file", password_file, "--municipality", "999")

    assert (outcome.code, outcome.out) == (1, "")
    assert str(empty_store) in outcome.err
    assert files_under(empty_store.parent) == before


def test_a_key_file_without_its_store_is_not_overwritten_either(
    enplan: Enplan, empty_store: Path, password_file: Path
) -> None:
    empty_store.unlink()
    before = files_under(empty_store.parent)

    outcome = enplan("init", "--store", empty_store, "--password-file", password_file, "--municipality", "999")

    assert outcome.code == 1
    assert files_under(empty_store.parent) == before


@pytest.mark.parametrize("code", ["998", "0999", "", "Lolland"])
def test_an_unknown_municipality_is_wrong_use_and_nothing_is_made(
    enplan: Enplan, tmp_path: Path, password_file: Path, code: str
) -> None:
    outcome = enplan("init", "--store", tmp_path / "ny.store", "--password-file", password_file, "--municipality", code)

    assert outcome.code == 2
    assert list(tmp_path.iterdir()) == [password_file]


def test_the_municipality_must_be_named(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    outcome = enplan("init", "--store", tmp_path / "ny.store", "--password-file", password_file)

    assert outcome.code == 2
    assert "--municipality" in outcome.err


def test_a_short_password_is_refused_and_nothing_is_made(enplan: Enplan, tmp_path: Path) -> None:
    file = a_password_file(tmp_path / "password", b"kort\n")

    outcome = enplan("init", "--store", tmp_path / "m" / "ny.store", "--password-file", file, "--municipality", "999")

    assert outcome.code == 1
    assert "mindst 12 tegn" in outcome.err
    assert list(tmp_path.iterdir()) == [file]


def test_the_user_named_is_the_stores_first(enplan: Enplan, tmp_path: Path, password_file: Path) -> None:
    store, who = tmp_path / "ny.store", "Åse  Ærø Møller"

    enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999", "--user", who)

    [user] = read_key_file(store).users
    assert (user.name, user.initials) == ("Åse Ærø Møller", "ÅÆM")


@pytest.mark.parametrize("who", [" ", "Mette\x1bJensen"])
def test_a_user_without_a_printable_name_is_refused(
    enplan: Enplan, tmp_path: Path, password_file: Path, who: str
) -> None:
    store = tmp_path / "ny.store"

    outcome = enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999", "--user", who)

    assert outcome.code in {1, 2}
    assert not store.exists()


@pytest.mark.parametrize("folder", ["OneDrive - Eksempelkommune", "Dropbox"])
def test_a_synchronised_folder_is_refused(enplan: Enplan, tmp_path: Path, password_file: Path, folder: str) -> None:
    store = tmp_path / folder / "ny.store"

    outcome = enplan("init", "--store", store, "--password-file", password_file, "--municipality", "999")

    assert outcome.code == 1
    assert folder in outcome.err
    assert not store.parent.exists()


def test_the_real_program_makes_guessing_expensive_and_uses_the_users_data_folder(tmp_path: Path) -> None:
    password = a_password_file(tmp_path / "password", f"{PASSWORD}\n".encode())
    home = {"HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "APPDATA": str(tmp_path / "data")}

    outcome = run_program("init", "--password-file", password, "--municipality", "999", environment=home)

    assert outcome.code == 0, outcome
    [keys] = tmp_path.rglob("enplan.store.keys.json")
    kdf = json.loads(keys.read_text(encoding="utf-8"))["slots"][0]["kdf"]
    usual = KdfCost()
    assert (kdf["passes"], kdf["memory_kib"], kdf["lanes"]) == (usual.passes, usual.memory_kib, usual.lanes)
    assert usual.memory_kib >= 64 * 1024
    assert key_path(keys.with_name("enplan.store")) == keys


def test_no_option_makes_guessing_cheaper(enplan: Enplan) -> None:
    said = enplan("init", "--help").out

    assert set(re.findall(r"--[a-z-]+", said)) == {
        "--municipality",
        "--store",
        "--password-file",
        "--password-stdin",
        "--user",
        "--help",
    }
    assert create_store.__kwdefaults__
