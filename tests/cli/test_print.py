"""`enplan print`: the plan as a PDF, a draft anew each time, a signed one as it was first handed out."""

import os
from pathlib import Path

import pytest

from tests.cli.conftest import Enplan, actions_in_log

SIGNED, DRAFT, WITHOUT_PLAN = "2026-001", "2026-008", "2026-014"
FOLLOWED_UP, FIRST, LAST = "2025-034", "2025-10-15", "11. november 2026"


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return ("--store", sample_store, "--password-file", password_file, "--document", "plan")


def test_a_signed_plan_is_handed_out_in_the_same_bytes_ever_after(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    first = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / "en.pdf")
    second = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / "to.pdf")

    assert (first.code, second.code) == (0, 0)
    assert first.out == f"Skrev planens version 1 (som først udleveret) til {tmp_path / 'en.pdf'}.\n"
    content = (tmp_path / "en.pdf").read_bytes()
    assert content.startswith(b"%PDF-")
    assert content == (tmp_path / "to.pdf").read_bytes()
    if os.name == "posix":
        assert (tmp_path / "en.pdf").stat().st_mode & 0o777 == 0o600


def test_an_unsigned_plan_is_a_draft(enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path) -> None:
    outcome = enplan("print", *access, "--case", DRAFT, "--out", tmp_path / "kladde.pdf")

    assert outcome.out == f"Skrev planens version 1 (kladde) til {tmp_path / 'kladde.pdf'}.\n"
    assert (tmp_path / "kladde.pdf").read_bytes().startswith(b"%PDF-")


def test_the_latest_version_is_the_one_that_is_printed(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    assert "version 2" in enplan("print", *access, "--case", "2025-036", "--out", tmp_path / "plan.pdf").out


@pytest.mark.parametrize(("name", "options"), [("plan.html", ()), ("plan.txt", ("--format", "html"))])
def test_a_page_for_screen_readers_is_written_by_name_or_by_wish(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    sample_store: Path,
    tmp_path: Path,
    name: str,
    options: tuple[str, ...],
) -> None:
    outcome = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / name, *options)

    assert outcome.out == f"Skrev planens version 1 til skærmlæsere i {tmp_path / name}.\n"
    assert (tmp_path / name).read_bytes().startswith(b"<!DOCTYPE html>")
    assert actions_in_log(sample_store).count("printed") == 1


def test_a_print_is_in_the_log(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, tmp_path: Path
) -> None:
    enplan("print", *access, "--case", SIGNED, "--out", tmp_path / "plan.pdf")

    assert actions_in_log(sample_store).count("printed") == 1


@pytest.mark.parametrize(
    ("case", "sentence"),
    [("2026-999", "ingen sag med nummeret 2026-999"), (WITHOUT_PLAN, "Sag 2026-014 har ingen plan")],
)
def test_a_case_without_a_plan_leaves_no_file(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, case: str, sentence: str
) -> None:
    outcome = enplan("print", *access, "--case", case, "--out", tmp_path / "plan.pdf")

    assert (outcome.code, outcome.out) == (1, "")
    assert sentence in outcome.err
    assert not (tmp_path / "plan.pdf").exists()


@pytest.mark.parametrize("name", ["findes ikke/plan.pdf", "eksempel"])
def test_a_file_that_cannot_be_written_is_one_sentence(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, name: str
) -> None:
    outcome = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / name)

    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.count("\n") == 1
    assert str(tmp_path / name) in outcome.err


@pytest.mark.parametrize("name", ["findes ikke/plan.pdf", "eksempel"])
def test_the_sentence_names_the_file_that_was_asked_for(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path, name: str
) -> None:
    outcome = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / name)

    assert ".new" not in outcome.err


def test_the_minutes_are_of_the_last_follow_up_held(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, tmp_path: Path
) -> None:
    file = tmp_path / "referat.pdf"

    outcome = enplan("print", *access[:-1], "follow-up", "--case", FOLLOWED_UP, "--out", file)

    assert (outcome.code, outcome.out) == (0, f"Skrev »Referat af opfølgning« af {LAST} til {file}.\n")
    assert file.read_bytes().startswith(b"%PDF-")
    assert actions_in_log(sample_store).count("printed") == 1


def test_the_minutes_of_another_day_are_asked_for_by_it(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    minutes = ("print", *access[:-1], "follow-up", "--case", FOLLOWED_UP, "--out", tmp_path / "x.pdf", "--follow-up")

    assert "af 15. oktober 2025 til" in enplan(*minutes, FIRST).out
    missing = enplan(*minutes, "2020-01-01")
    assert (missing.code, missing.out) == (1, "")
    assert "der blev holdt den 1. januar 2020" in missing.err


@pytest.mark.parametrize(
    ("document", "name"),
    [("calendar-sheet", "Kalenderark"), ("declaration-note", "Følgeseddel til erklæring"), ("interview", "Samtaleark")],
)
def test_a_paper_of_the_case_is_written_and_logged(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, tmp_path: Path, document: str, name: str
) -> None:
    outcome = enplan("print", *access[:-1], document, "--case", WITHOUT_PLAN, "--out", tmp_path / "ark.pdf")

    assert outcome.code == 0
    assert outcome.out.startswith(f"Skrev »{name}« af ")
    assert (tmp_path / "ark.pdf").read_bytes().startswith(b"%PDF-")
    assert actions_in_log(sample_store).count("printed") == 1


def test_a_day_of_a_follow_up_goes_with_its_minutes_only(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    outcome = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / "x.pdf", "--follow-up", "2026-01-01")

    assert outcome.code == 2
    assert not (tmp_path / "x.pdf").exists()


def test_another_language_is_refused(enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path) -> None:
    outcome = enplan("print", *access, "--case", SIGNED, "--out", tmp_path / "x.pdf", "--language", "ar")

    assert outcome.code == 1
    assert "dansk" in outcome.err


@pytest.mark.parametrize("missing", ["--case", "--document", "--out"])
def test_what_to_print_from_which_case_and_where_to_must_be_said(
    enplan: Enplan, sample_store: Path, password_file: Path, tmp_path: Path, missing: str
) -> None:
    said = {"--case": SIGNED, "--document": "plan", "--out": str(tmp_path / "x.pdf")}
    options = [word for option, value in said.items() if option != missing for word in (option, value)]

    outcome = enplan("print", "--store", sample_store, "--password-file", password_file, *options)

    assert outcome.code == 2
    assert missing in outcome.err


def test_a_document_nobody_has_heard_of_is_wrong_use(
    enplan: Enplan, access: tuple[str | Path, ...], tmp_path: Path
) -> None:
    assert enplan("print", *access[:-1], "dom", "--case", SIGNED, "--out", tmp_path / "x.pdf").code == 2
