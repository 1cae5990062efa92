"""A file of legal texts is read as strictly as the rules: whatever is odd is refused with its place.

Each file in `bad_texts` differs from `good.toml` beside it in the one place its first line names.
"""

from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.legal_texts import TextId
from desktop_app.resource_files import resource
from desktop_app.storage.legal_text_file import read_legal_texts

BAD = Path(__file__).parent / "bad_texts"

BAD_TEXTS = [
    ("unknown_key", RuleProblem.UNKNOWN_KEY, "text 1: tone", ""),
    ("unknown_key_in_file", RuleProblem.UNKNOWN_KEY, "tone", ""),
    ("missing_heading", RuleProblem.MISSING_KEY, "text 1: heading", ""),
    ("missing_text", RuleProblem.MISSING_KEY, "text 1: text", ""),
    ("missing_valid_from", RuleProblem.MISSING_KEY, "text 1: valid_from", ""),
    ("missing_source", RuleProblem.MISSING_KEY, "text 1: source", ""),
    ("missing_texts", RuleProblem.MISSING_KEY, "text", ""),
    ("text_as_date", RuleProblem.WRONG_TYPE, "text 1: valid_from", "str"),
    ("yes_as_approval", RuleProblem.WRONG_TYPE, "text 1: checked_by", "bool"),
    ("word_as_groups", RuleProblem.WRONG_TYPE, "text 1: groups", "str"),
    ("unknown_text", RuleProblem.UNKNOWN_WORD, "text 1: id", "poem"),
    ("unknown_group", RuleProblem.UNKNOWN_WORD, "text 1: groups", "tourist"),
    ("empty_texts", RuleProblem.EMPTY, "text", ""),
    ("empty_heading", RuleProblem.EMPTY, "text 1: heading", ""),
    ("empty_approval", RuleProblem.EMPTY, "text 1: checked_by", ""),
    ("overlapping_texts", RuleProblem.OVERLAPPING_VERSIONS, "text", "sanctions 2024-12-31"),
    ("overlapping_texts_for_a_group", RuleProblem.OVERLAPPING_VERSIONS, "text", "sanctions 2024-12-31"),
    ("impossible_date", RuleProblem.NO_SUCH_DATE, "text 1: valid_from", "2006-04-31"),
    ("ended_before_begun", RuleProblem.ENDS_BEFORE_IT_BEGINS, "text 1: ended_on", "2006-03-31"),
]
NOT_READABLE = {"not_toml": "line 4", "duplicate_key": "line 5"}


@pytest.mark.parametrize(("name", "problem", "key", "detail"), BAD_TEXTS)
def test_a_bad_text_is_refused_with_file_and_key(name: str, problem: RuleProblem, key: str, detail: str) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_legal_texts(BAD / f"{name}.toml")

    error = refused.value
    assert (error.problem, error.file, error.key, error.detail) == (problem, f"{name}.toml", key, detail)


@pytest.mark.parametrize(("name", "line"), NOT_READABLE.items())
def test_a_file_of_texts_that_is_no_toml_is_refused_with_file_and_line(name: str, line: str) -> None:
    with pytest.raises(RuleFileError) as refused:
        read_legal_texts(BAD / f"{name}.toml")

    assert (refused.value.problem, refused.value.file) == (RuleProblem.NOT_TOML, f"{name}.toml")
    assert line in refused.value.detail


def test_the_file_the_bad_ones_differ_from_is_accepted() -> None:
    texts = read_legal_texts(BAD / "good.toml")

    text = texts.in_force(TextId.SANCTIONS, TargetGroup.REFUGEE, date(2006, 4, 1))
    assert text
    assert (text.heading, text.is_approved) == ("Hvis du ikke deltager", False)


def test_every_bad_file_is_expected_somewhere() -> None:
    expected = {name for name, *_ in BAD_TEXTS} | set(NOT_READABLE)

    assert {file.stem for file in BAD.glob("*.toml")} - {"good"} == expected


@pytest.mark.parametrize("text_id", [text_id for text_id in TextId if text_id is not TextId.RESIDENCE_AND_DANISH])
@pytest.mark.parametrize("group", list(TargetGroup))
def test_the_program_has_every_text_of_a_plan_for_every_group_today(text_id: TextId, group: TargetGroup) -> None:
    texts = read_legal_texts(resource("texts", "plan.toml"))

    assert texts.in_force(text_id, group, date(2026, 10, 1))


@pytest.mark.parametrize("group", list(TargetGroup))
@pytest.mark.parametrize(
    ("on", "told"),
    [
        (date(2026, 3, 7), {TextId.RESIDENCE_AND_DANISH}),
        (date(2026, 3, 8), {TextId.PERMANENT_RESIDENCE, TextId.LEARNING_DANISH}),
    ],
)
def test_residence_and_danish_are_told_together_or_apart_never_both(
    group: TargetGroup, on: date, told: set[TextId]
) -> None:
    texts = read_legal_texts(resource("texts", "plan.toml"))
    both = (TextId.RESIDENCE_AND_DANISH, TextId.PERMANENT_RESIDENCE, TextId.LEARNING_DANISH)

    assert {text_id for text_id in both if texts.in_force(text_id, group, on)} == told
