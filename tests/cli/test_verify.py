"""`enplan verify`: everything about a store that can be checked, and exit code 1 when any of it is wrong."""

import re
from pathlib import Path

import pytest

from desktop_app.storage.key_file import key_path
from desktop_app.storage.presence import mark_path
from tests.cli.conftest import Enplan
from tests.sample import sample

PAGE = 4096


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file)


def flip(path: Path, place: int) -> None:
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)


def test_a_whole_store_is_called_whole_and_what_was_checked_is_counted(
    enplan: Enplan, access: tuple[str | Path, ...]
) -> None:
    outcome = enplan("verify", *access)

    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out.endswith("Filen er hel.\n")
    pages, entries, records, signed, documents, scans, logos = map(int, re.findall(r"\d+", outcome.out))
    plans = [plan for case in sample()["cases"] for plan in case.get("plans") or ()]
    assert signed == sum(bool(plan["signed_by_citizen_on"]) for plan in plans)
    assert min(pages, entries) > 100
    assert records > 46
    assert (documents, scans, logos) == (0, 0, 0)


def test_a_document_that_was_handed_out_is_checked_too(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    enplan("print", *access, "--case", "2026-001", "--document", "plan", "--out", tmp_path / "plan.pdf")

    assert re.search(r"\b1 dokument", enplan("verify", *access).out)


def test_a_flipped_byte_on_any_page_is_found(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path
) -> None:
    whole = sample_store.read_bytes()
    pages = len(whole) // PAGE
    for page in (0, 1, pages // 3, pages // 2, pages - 1):
        sample_store.write_bytes(whole)
        flip(sample_store, page * PAGE + 1500)

        outcome = enplan("verify", *access)

        assert outcome.code == 1, page
        said = outcome.out + outcome.err
        assert "ikke hel" in said or "er beskadiget" in said
        assert "Traceback" not in said


def test_findings_are_told_one_by_one_before_the_verdict(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path
) -> None:
    flip(sample_store, sample_store.stat().st_size - 100)

    *findings, verdict = enplan("verify", *access).out.splitlines()[2:]

    assert findings
    assert all(": " in finding or "linje" in finding for finding in findings)
    assert "ikke hel" in verdict


def test_checking_changes_nothing_but_the_log_of_the_opening(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path
) -> None:
    def counts() -> list[int]:
        return [int(number) for number in re.findall(r"\d+", enplan("verify", *access).out)]

    first, second = counts(), counts()

    assert second[1] == first[1] + 1
    assert second[2:] == first[2:]
    files = {sample_store, key_path(sample_store), mark_path(sample_store)}
    assert set(sample_store.parent.iterdir()) == files
