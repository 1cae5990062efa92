"""`docs/law.md` explains the rule files as they are, and its example is one the program reads."""

import re
import shutil
from dataclasses import fields
from datetime import date
from enum import StrEnum
from pathlib import Path

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import (
    Certainty,
    Clock,
    Condition,
    Fulfilment,
    MoveEffect,
    Obligation,
    RuleVersion,
    Source,
    Standing,
    Suspension,
)
from desktop_app.resource_files import resource
from desktop_app.storage.rulebook_file import read_rulebook

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "law.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
WHOLE_FILE, END, NEXT_VERSION = BLOCKS
HEAD = ["id", "name", "name_en", "counts_from", "version_chosen_by", "fulfilled_by", "after_move"]
LAST_DAY = date(2026, 12, 31)


def is_explained(word: str) -> bool:
    return f"`{word}`" in PAGE


@pytest.mark.parametrize(
    "key", [*HEAD, *(one.name for kind in (RuleVersion, Source, Suspension) for one in fields(kind))]
)
def test_every_key_of_a_rule_file_is_explained(key: str) -> None:
    assert is_explained(key)


@pytest.mark.parametrize(
    "words", [Clock, Fulfilment, Condition, Obligation, Standing, Certainty, MoveEffect, TargetGroup, Unit]
)
def test_every_word_a_rule_file_may_hold_is_explained(words: type[StrEnum]) -> None:
    assert [word.value for word in words if not is_explained(word.value)] == []


def test_the_file_shown_is_one_the_program_reads(tmp_path: Path) -> None:
    law = Path(shutil.copytree(resource("law"), tmp_path / "law"))
    (law / "contract.signed.toml").write_text(WHOLE_FILE, encoding="utf-8")

    assert len(read_rulebook(law).duties[DutyId.CONTRACT_SIGNED].versions) == 1


def test_the_example_of_a_change_can_be_followed_step_by_step(tmp_path: Path) -> None:
    law = Path(shutil.copytree(resource("law"), tmp_path / "law"))
    file = law / "contract.signed.toml"
    former = 'valid_from = 2025-01-01\ngroups = ["refugee"'
    text = file.read_text(encoding="utf-8")
    assert text.count(former) == 1
    ended = text.replace(former, former.replace("\n", f"\n{END}", 1))
    file.write_text(f"{ended}\n{NEXT_VERSION}", encoding="utf-8")

    rules = read_rulebook(law)

    contract, first_day = DutyId.CONTRACT_SIGNED, LAST_DAY + date.resolution
    assert rules.in_force(contract, TargetGroup.REFUGEE, LAST_DAY).due == Span(1, Unit.MONTHS)
    assert rules.in_force(contract, TargetGroup.REFUGEE, first_day).due == Span(6, Unit.WEEKS)
    assert rules.in_force(contract, TargetGroup.DISPLACED_UKRAINE, first_day).due == Span(1, Unit.MONTHS)


def test_the_step_that_is_left_out_is_refused(tmp_path: Path) -> None:
    law = Path(shutil.copytree(resource("law"), tmp_path / "law"))
    file = law / "contract.signed.toml"
    file.write_text(f"{file.read_text(encoding='utf-8')}\n{NEXT_VERSION}", encoding="utf-8")

    with pytest.raises(Exception, match="overlapping_versions"):
        read_rulebook(law)


def test_every_duty_named_on_the_page_is_one() -> None:
    named = set(re.findall(r"`([a-z_]+\.[a-z_]+)`", PAGE)) - {"suspensions.toml"}

    assert {name for name in named if not name.endswith(".toml")} <= set(DutyId)
