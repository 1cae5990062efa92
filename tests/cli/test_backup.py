"""`enplan backup`: what it made, what it checked, and why it made nothing."""

import re
from pathlib import Path

import pytest

from desktop_app.storage.store import open_store
from tests.cli.conftest import Enplan, actions_in_log
from tests.storage.builders import PASSWORD


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kopier"
    made.mkdir()
    return made


def test_a_backup_is_made_checked_and_told(enplan: Enplan, access: tuple[str | Path, ...], folder: Path) -> None:
    outcome = enplan("backup", *access, "--to", folder)

    assert (outcome.code, outcome.err) == (0, "")
    made, checked = outcome.out.splitlines()
    [backup] = folder.glob("*.store")
    assert made == f"Lavede sikkerhedskopien {backup}."
    with open_store(backup, password=PASSWORD) as copy, copy.work() as unit:
        assert re.search(rf" og {len(unit.cases.all())} sager: den er magen til filen med sagerne\.$", checked)


def test_a_backup_is_in_the_log(
    enplan: Enplan, access: tuple[str | Path, ...], folder: Path, sample_store: Path
) -> None:
    enplan("backup", *access, "--to", folder)

    assert actions_in_log(sample_store)[-3:] == ["opened_store", "backed_up", "opened_store"]


def test_a_folder_that_is_not_there_is_refused_and_not_made(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    outcome = enplan("backup", *access, "--to", tmp_path / "væk")

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err == f"Sikkerhedskopien kunne ikke laves: mappen {tmp_path / 'væk'} findes ikke.\n"
    assert not (tmp_path / "væk").exists()


def test_a_second_place_gets_its_own(
    enplan: Enplan, access: tuple[str | Path, ...], folder: Path, tmp_path: Path
) -> None:
    (tmp_path / "usb").mkdir()

    outcome = enplan("backup", *access, "--to", folder, "--also-to", tmp_path / "usb")

    assert (outcome.code, outcome.err) == (0, "")
    assert {path.name for path in folder.iterdir()} == {path.name for path in (tmp_path / "usb").iterdir()}


def test_a_second_place_that_is_missing_is_said_and_the_first_is_made(
    enplan: Enplan, access: tuple[str | Path, ...], folder: Path, tmp_path: Path
) -> None:
    outcome = enplan("backup", *access, "--to", folder, "--also-to", tmp_path / "væk")

    assert outcome.code == 1
    assert outcome.out.startswith("Lavede sikkerhedskopien ")
    assert outcome.err == f"Sikkerhedskopien kunne ikke laves: mappen {tmp_path / 'væk'} findes ikke.\n"
    assert len(list(folder.glob("*.store"))) == 1


def test_where_to_must_be_said(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    assert enplan("backup", *access).code == 2
