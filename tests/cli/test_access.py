"""`enplan access`: everything about one citizen, in a folder."""

import json
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from desktop_app.storage.exchange_file import read_case_file
from tests.documents.reading import text_of

from .conftest import FILE_PASSWORD, Enplan, actions_in_log

CASE = "2026-007"


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return "--store", sample_store, "--password-file", password_file


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "indsigt").mkdir()
    return tmp_path / "indsigt"


def test_a_paper_and_a_file_are_written_and_that_is_logged(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, folder: Path
) -> None:
    outcome = enplan("access", *access, "--case", CASE, "--out-dir", folder)

    assert outcome.code == 0, outcome
    [file, paper] = sorted(folder.iterdir())
    assert (file.name, paper.name) == (
        f"{paper.stem}.json",
        f"{paper.name[:10]}_Indsigt_sag-{CASE}.pdf",
    )
    assert file.stat().st_mode & 0o077 == 0
    assert [case["case_number"] for case in json.loads(file.read_bytes())["cases"]] == [CASE]
    assert "Andrij" in text_of(paper.read_bytes())
    assert "ikke krypteret" in outcome.out
    assert actions_in_log(sample_store).count("gave_access") == 1


def test_both_files_are_encrypted_for_whoever_asks_for_it(
    enplan: Enplan, access: tuple[str | Path, ...], folder: Path, file_password: Path
) -> None:
    outcome = enplan(
        "access", *access, "--case", CASE, "--out-dir", folder, "--encrypt", "--file-password-file", file_password
    )

    assert outcome.code == 0, outcome
    [file, paper] = sorted(folder.iterdir())
    assert file.suffix == ".jwe"
    assert [case["case_number"] for case in read_case_file(file, lambda: FILE_PASSWORD)["cases"]] == [CASE]
    with pytest.raises(pikepdf.PasswordError):
        pikepdf.open(paper)
    with pikepdf.open(paper, password=FILE_PASSWORD) as opened:
        unlocked = BytesIO()
        opened.save(unlocked)
        assert b"pdfaid:part" not in bytes(opened.Root.Metadata.read_bytes())
    assert "Andrij" in text_of(unlocked.getvalue())
    assert "Filerne er krypteret" in outcome.out
    assert "ikke krypteret" not in outcome.out


def test_twice_on_one_day_gives_files_of_their_own(
    enplan: Enplan, access: tuple[str | Path, ...], folder: Path
) -> None:
    for _ in range(2):
        assert enplan("access", *access, "--case", CASE, "--out-dir", folder).code == 0

    assert len({path.name for path in folder.iterdir()}) == 4


@pytest.mark.parametrize(
    ("case", "place", "code"), [("2026-999", "indsigt", 1), (CASE, "findes ikke", 1), (None, "indsigt", 2)]
)
def test_without_a_case_or_a_folder_nothing_is_written_or_logged(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    sample_store: Path,
    folder: Path,
    case: str | None,
    place: str,
    code: int,
) -> None:
    wanted = ("--case", case) if case else ()

    outcome = enplan("access", *access, *wanted, "--out-dir", folder.parent / place)

    assert (outcome.code, outcome.err.count("\n")) == (code, 1)
    assert list(folder.iterdir()) == []
    assert "gave_access" not in actions_in_log(sample_store)


def test_the_cases_whose_time_is_over_are_listed_and_none_is_touched(
    enplan: Enplan, access: tuple[str | Path, ...]
) -> None:
    now = enplan("retention", *access, "--as-of", "2026-11-22")
    later = enplan("retention", *access, "--as-of", "2060-01-01", "--format", "json")

    assert now.code == later.code == 0, (now, later)
    assert "sager er afsluttet" in now.out
    assert json.loads(later.out)["ended"] == len(json.loads(later.out)["cases"])
    assert enplan("verify", *access).code == 0
