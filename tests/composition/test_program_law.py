"""The law of the program: its files, or where they are refused the last good copy, and never a guess."""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import LawCopyTrouble, LawUnusable, RuleProblem
from desktop_app.application.law_in_force import LawFallback
from desktop_app.composition import Office, ProgramLaw, program_law, stores
from desktop_app.domain.duties import DutyId
from desktop_app.resource_files import resource
from desktop_app.storage.law_copy import keep_law_copy, read_law_copy
from desktop_app.storage.law_files import read_law_files
from tests.storage.builders import a_new_store

THE_DAY = date(2026, 11, 26)
Spoil = Callable[[str, str, str], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return tmp_path / "config" / "last-good-law.json"


@pytest.fixture
def spoil(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Spoil:
    """Replaces a word in one of the files the program reads."""
    for folder in ("law", "texts"):
        shutil.copytree(resource(folder), tmp_path / folder)
    monkeypatch.setattr(stores, "resource", tmp_path.joinpath)

    def change(place: str, word: str, by: str) -> None:
        file = tmp_path / place
        text = file.read_text(encoding="utf-8")
        assert word in text
        file.write_text(text.replace(word, by, 1), encoding="utf-8")

    return change


def read(copy: Path | None, told: list[LawFallback] | None = None, today: date = THE_DAY) -> ProgramLaw:
    return ProgramLaw(copy, tell=(told if told is not None else []).append, today=lambda: today)


def test_good_files_are_the_law_and_are_kept(copy: Path) -> None:
    told: list[LawFallback] = []

    in_force = read(copy, told).in_force

    assert in_force.fallback is None
    assert in_force.copy_failure == ""
    assert in_force.law.rulebook.duties.keys() == set(DutyId)
    assert not told
    kept = read_law_copy(copy)
    assert not isinstance(kept, LawCopyTrouble)
    assert (kept.files, kept.kept_on) == (read_law_files(resource()), THE_DAY)


def test_without_a_place_nothing_is_kept(tmp_path: Path) -> None:
    assert ProgramLaw().in_force.fallback is None
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("place", "word", "by", "problem"),
    [
        ("law/follow_up.toml", "after_move", "after_mov", RuleProblem.UNKNOWN_KEY),
        ("law/offer.first.toml", 'act = "Integrationsloven"', "", RuleProblem.MISSING_KEY),
        ("law/follow_up.toml", "2020-01-01", "2020-02-30", RuleProblem.NO_SUCH_DATE),
        ("law/follow_up.toml", "2025-12-31", "2026-12-31", RuleProblem.OVERLAPPING_VERSIONS),
        ("law/limits/full_week.toml", "hours = 37", "hours = 0", RuleProblem.NOT_POSITIVE),
        ("texts/plan.toml", "heading", "haeding", RuleProblem.MISSING_KEY),
    ],
)
def test_a_bad_file_is_told_and_all_of_the_last_good_law_holds(
    copy: Path, spoil: Spoil, place: str, word: str, by: str, problem: RuleProblem
) -> None:
    told: list[LawFallback] = []
    good = read(copy).in_force.law
    spoil(place, word, by)

    in_force = read(copy, told, date(2027, 1, 1)).in_force

    assert in_force.fallback is not None
    assert (in_force.fallback.error.problem, in_force.fallback.kept_on) == (problem, THE_DAY)
    assert in_force.fallback.error.file == place.rpartition("/")[2]
    assert told == [in_force.fallback]
    assert in_force.law.rulebook.duties == good.rulebook.duties
    assert in_force.law.rulebook.suspensions == good.rulebook.suspensions
    assert in_force.law.full_weeks.weeks == good.full_weeks.weeks


def test_a_corrected_file_holds_again_and_is_kept_anew(copy: Path, spoil: Spoil) -> None:
    read(copy)
    assert read(copy).in_force.fallback is None
    spoil("law/follow_up.toml", "after_move", "after_mov")
    assert read(copy).in_force.fallback is not None
    spoil("law/follow_up.toml", "after_mov", "after_move")
    spoil("law/follow_up.toml", "Fire samtaler", "Fire møder")

    assert read(copy, today=date(2027, 1, 1)).in_force.fallback is None

    kept = read_law_copy(copy)
    assert not isinstance(kept, LawCopyTrouble)
    assert kept.kept_on == date(2027, 1, 1)


def test_a_bad_file_without_a_copy_is_refused(copy: Path, spoil: Spoil) -> None:
    spoil("law/follow_up.toml", "after_move", "after_mov")

    for place in (copy, None):
        with pytest.raises(LawUnusable) as refused:
            read(place).in_force  # noqa: B018 - reading is what fails

        assert refused.value.copy is LawCopyTrouble.MISSING
        assert (refused.value.error.file, refused.value.error.key) == ("follow_up.toml", "after_mov")


def test_a_damaged_copy_is_not_used(copy: Path, spoil: Spoil) -> None:
    assert read(copy).in_force
    copy.write_bytes(copy.read_bytes().replace(b"value = 3", b"value = 7", 1))
    spoil("law/follow_up.toml", "after_move", "after_mov")

    with pytest.raises(LawUnusable) as refused:
        read(copy).in_force  # noqa: B018 - as above

    assert refused.value.copy is LawCopyTrouble.DAMAGED


def test_a_copy_of_another_version_that_this_one_does_not_understand_is_not_used(copy: Path, spoil: Spoil) -> None:
    files = read_law_files(resource())
    older = {place: content.replace(b"fulfilled_by", b"done_by") for place, content in files.items()}
    keep_law_copy(copy, older, THE_DAY)
    spoil("law/follow_up.toml", "after_move", "after_mov")

    with pytest.raises(LawUnusable) as refused:
        read(copy).in_force  # noqa: B018 - as above

    assert refused.value.copy is LawCopyTrouble.REFUSED
    assert refused.value.error.key == "after_mov"


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS, errno.EACCES])
def test_a_copy_that_cannot_be_kept_stops_nothing_and_is_told(
    copy: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    def fail(*_arguments: object) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(program_law, "keep_law_copy", fail)

    in_force = read(copy).in_force

    assert in_force.copy_failure == os.strerror(number)
    assert in_force.law.rulebook.duties


def test_the_law_is_read_once(copy: Path, spoil: Spoil) -> None:
    law = read(copy)
    before = law.in_force
    spoil("law/follow_up.toml", "after_move", "after_mov")

    assert law.in_force is before


def test_a_municipality_that_uses_no_suspension_has_a_law_without_any(tmp_path: Path) -> None:
    with Office(a_new_store(tmp_path / "enplan.store").store) as office:
        office.municipality = replace(office.municipality, uses_suspension=False)

        assert not office.law.rulebook.suspensions
        assert office.law_in_force.law.rulebook.suspensions
