"""`enplan spot-check`: uses drawn from the log of a real store."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Enplan, actions_in_log
from tests.documents.reading import text_of

PERIOD = ("--from", "2020-01-01", "--to", "2099-12-31")


@pytest.fixture
def access(sample_store: Path, password_file: Path) -> tuple[str | Path, ...]:
    return "--store", sample_store, "--password-file", password_file


def test_equal_seeds_draw_the_same_uses_and_each_draw_is_logged(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path
) -> None:
    for _time in range(4):
        enplan("deadlines", *access, "--as-of", "2026-11-22", "--case", "2026-007")

    first, again = (
        json.loads(enplan("spot-check", *access, *PERIOD, "--size", "3", "--seed", "7", "--format", "json").out)
        for _time in range(2)
    )

    assert first["drawn"] == again["drawn"]
    assert len(first["drawn"]) == 3
    assert {use["case_number"] for use in first["drawn"]} <= {"2026-007", None}
    assert again["log"]["entry"] > first["log"]["entry"]
    assert actions_in_log(sample_store).count("checked_use") == 2


def test_the_table_names_the_case_and_where_the_log_stood(enplan: Enplan, access: tuple[str | Path, ...]) -> None:
    enplan("deadlines", *access, "--as-of", "2026-11-22", "--case", "2026-007")

    outcome = enplan("spot-check", *access, *PERIOD)

    assert outcome.code == 0, outcome
    assert "Lavede en liste over sager eller frister  2026-007" in outcome.out
    assert "Loggen sluttede med linje" in outcome.out


def test_the_paper_is_written_and_its_anchor_is_the_line_that_says_so(
    enplan: Enplan, access: tuple[str | Path, ...], sample_store: Path, tmp_path: Path
) -> None:
    out = tmp_path / "stikprøve.pdf"

    outcome = enplan("spot-check", *access, *PERIOD, "--format", "pdf", "--out", out)

    assert outcome.code == 0, outcome
    printed = len(actions_in_log(sample_store)) - 1  # reading it opened it once more
    assert f"linje {printed}, kontroltegn" in " ".join(text_of(out.read_bytes()).split())
    assert out.stat().st_mode & 0o077 == 0


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        ((*PERIOD, "--format", "pdf"), 2),
        ((*PERIOD, "--out", "x.pdf"), 2),
        ((*PERIOD, "--size", "0"), 2),
        ((*PERIOD, "--size", "501"), 2),
        (("--from", "2026-11-31", "--to", "2026-12-01"), 2),
        (("--from", "2026-11-01"), 2),
        (("--from", "2026-11-02", "--to", "2026-11-01"), 1),
    ],
)
def test_what_cannot_be_drawn_is_one_sentence_and_no_draw(
    enplan: Enplan,
    access: tuple[str | Path, ...],
    sample_store: Path,
    arguments: tuple[str, ...],
    code: int,
) -> None:
    outcome = enplan("spot-check", *access, *arguments)

    assert (outcome.code, outcome.err.count("\n")) == (code, 1)
    assert "checked_use" not in actions_in_log(sample_store)
