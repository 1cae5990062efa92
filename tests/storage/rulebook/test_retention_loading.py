"""The file that says how long cases are kept: what it says, and that anything odd in it is refused with its place."""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.rulebook import Certainty
from desktop_app.resource_files import resource
from desktop_app.storage.retention_file import read_retention

GOOD = resource("retention", "kle.toml").read_text(encoding="utf-8")


def test_cases_are_kept_for_five_years_by_a_source_that_is_only_inferred_for_earlier_ones() -> None:
    rule = read_retention(resource("retention", "kle.toml")).in_force(date(2020, 1, 1))

    assert rule is not None
    assert (rule.kle, rule.archive_code, rule.keep) == ("15.40.10", "B", Span(5, Unit.YEARS))
    assert (rule.certainty, rule.source.document) == (Certainty.INFERRED, "Emneplan af 1. maj 2025")


@pytest.mark.parametrize(
    ("old", "new", "problem", "key"),
    [
        ("value = 5", "value = 0", RuleProblem.NOT_POSITIVE, "version 1: keep.value"),
        ('unit = "years"', 'unit = "moons"', RuleProblem.UNKNOWN_WORD, "version 1: keep.unit"),
        ('kle = "15.40.10"', 'kle = "15.40.10"\nkeeps = 1', RuleProblem.UNKNOWN_KEY, "version 1: keeps"),
        ('archive_code = "B"\n', "", RuleProblem.MISSING_KEY, "version 1: archive_code"),
        ('keep = { value = 5, unit = "years" }\n', "", RuleProblem.MISSING_KEY, "version 1: keep"),
        ("[version.source]", "[version.sauce]", RuleProblem.MISSING_KEY, "version 1: source"),
        ("\n[[version]]\n", "\nx = 1\n[[version]]\n", RuleProblem.UNKNOWN_KEY, "x"),
        ("\n[[version]]\n", "\n[[\n", RuleProblem.NOT_TOML, ""),
        (GOOD, GOOD + GOOD, RuleProblem.OVERLAPPING_VERSIONS, "version"),
    ],
)
def test_what_is_wrong_in_the_file_is_named(tmp_path: Path, old: str, new: str, problem: RuleProblem, key: str) -> None:
    file = tmp_path / "kle.toml"
    file.write_text(GOOD.replace(old, new, 1), encoding="utf-8")

    with pytest.raises(RuleFileError) as refused:
        read_retention(file)

    assert (refused.value.problem, refused.value.key) == (problem, key)
