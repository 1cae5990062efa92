"""The file of full weeks: what it says, and that anything odd in it is refused with its place."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.full_week import FullWeeks
from desktop_app.domain.rulebook import Standing
from desktop_app.resource_files import resource
from desktop_app.storage.full_week_file import read_full_weeks

GOOD = """\
[[week]]
valid_from = 2025-01-01
groups = ["refugee"]
hours = 37
standing = "statute"
certainty = "confirmed"
[week.source]
act = "Integrationsloven"
section = "§ 20 d"
document = "LOV 1654/2024"
url = "https://www.retsinformation.dk/eli/lta/2024/1654"
checked_on = 2026-03-08
"""


@pytest.fixture
def bundled() -> FullWeeks:
    return read_full_weeks(resource("law", "limits", "full_week.toml"))


@pytest.mark.parametrize("group", TargetGroup)
@pytest.mark.parametrize("on", [date(2006, 4, 1), date(2016, 6, 30), date(2016, 7, 1), date(2024, 12, 31), date.max])
def test_every_group_has_a_full_week_at_any_time(bundled: FullWeeks, group: TargetGroup, on: date) -> None:
    assert bundled.in_force(group, on) is not None


@pytest.mark.parametrize(
    ("group", "on", "standing"),
    [
        (TargetGroup.REFUGEE, date(2016, 6, 30), Standing.STATUTE),
        (TargetGroup.REFUGEE, date(2016, 7, 1), Standing.LOCAL_STANDARD),
        (TargetGroup.REFUGEE, date(2025, 1, 1), Standing.STATUTE),
        (TargetGroup.DISPLACED_UKRAINE, date(2026, 1, 1), Standing.LOCAL_STANDARD),
    ],
)
def test_where_the_law_says_nothing_the_standard_is_the_municipality_s_own(
    bundled: FullWeeks, group: TargetGroup, on: date, standing: Standing
) -> None:
    week = bundled.in_force(group, on)

    assert week
    assert week.standing is standing


def test_a_file_as_they_are_written_is_read(tmp_path: Path) -> None:
    weeks = read_full_weeks(written(tmp_path, GOOD))

    week = weeks.in_force(TargetGroup.REFUGEE, date(2026, 1, 1))
    assert week
    assert (week.hours, week.source.section) == (37, "§ 20 d")


@pytest.mark.parametrize(
    ("was", "becomes", "problem", "key"),
    [
        ("hours = 37", "hours = 0", RuleProblem.NOT_POSITIVE, "week 1: hours"),
        ("hours = 37", "hours = 7.4", RuleProblem.WRONG_TYPE, "week 1: hours"),
        ("hours = 37", "", RuleProblem.MISSING_KEY, "week 1: hours"),
        ("hours = 37", "hours = 37\nbreaks = 5", RuleProblem.UNKNOWN_KEY, "week 1: breaks"),
        ("hours = 37", "hours = 37\nended_on = 2024-12-31", RuleProblem.ENDS_BEFORE_IT_BEGINS, "week 1: ended_on"),
        ('"refugee"', '"tourist"', RuleProblem.UNKNOWN_WORD, "week 1: groups"),
        ("url =", "link =", RuleProblem.MISSING_KEY, "week 1: source.url"),
        ("[[week]]", 'why = "?"\n[[week]]', RuleProblem.UNKNOWN_KEY, "why"),
        (GOOD, "week = []", RuleProblem.EMPTY, "week"),
        (GOOD, GOOD + GOOD, RuleProblem.OVERLAPPING_VERSIONS, "week"),
    ],
)
def test_what_is_odd_is_refused_with_file_and_key(
    tmp_path: Path, was: str, becomes: str, problem: RuleProblem, key: str
) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_full_weeks(written(tmp_path, GOOD.replace(was, becomes)))

    assert (refused.value.problem, refused.value.file, refused.value.key) == (problem, "full_week.toml", key)


def written(folder: Path, text: str) -> Path:
    file = folder / "full_week.toml"
    file.write_text(text, encoding="utf-8")
    return file
