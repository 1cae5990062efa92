"""The phrases a team may begin with: those that come with the program, and files that are not as they must be."""

from pathlib import Path

import pytest

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.phrase import Phrase, PhrasePlace, faults_in_phrase
from desktop_app.domain.plan import GoalKind
from desktop_app.resource_files import resource
from desktop_app.storage.phrase_file import read_phrases


def written(folder: Path, text: str) -> Path:
    file = folder / "da.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_those_that_come_with_the_program_may_all_be_kept_and_fit_every_place() -> None:
    phrases = read_phrases(resource("phrases") / "da.toml")

    assert [phrase for phrase in phrases if faults_in_phrase(phrase) or not phrase.name] == []
    assert len({phrase.text for phrase in phrases}) == len(phrases)
    assert {phrase.place for phrase in phrases} == set(PhrasePlace) - {PhrasePlace.EVERYWHERE}


def test_a_phrase_needs_place_and_text_only(tmp_path: Path) -> None:
    file = written(
        tmp_path, '[[phrase]]\nplace = "goal"\nkind = "danish"\ntext = "A"\n[[phrase]]\nplace = "measure"\ntext = "B"'
    )

    assert read_phrases(file) == (
        Phrase(id="", place=PhrasePlace.GOAL, kind=GoalKind.DANISH, text="A"),
        Phrase(id="", place=PhrasePlace.MEASURE, text="B"),
    )


@pytest.mark.parametrize(
    ("text", "problem", "key"),
    [
        ("", RuleProblem.MISSING_KEY, "phrase"),
        ('[[phrase]]\nplace = "goal"', RuleProblem.MISSING_KEY, "phrase 1: text"),
        ('[[phrase]]\nplace = "wall"\ntext = "A"', RuleProblem.UNKNOWN_WORD, "phrase 1: place"),
        ('[[phrase]]\nplace = "goal"\nkind = "mentor"\ntext = "A"', RuleProblem.UNKNOWN_WORD, "phrase 1: kind"),
        ('[[phrase]]\nplace = "goal"\ntext = "A"\ntone = "x"', RuleProblem.UNKNOWN_KEY, "phrase 1: tone"),
        ('more = 1\n[[phrase]]\nplace = "goal"\ntext = "A"', RuleProblem.UNKNOWN_KEY, "more"),
    ],
)
def test_a_file_that_is_not_as_phrases_are_written_is_refused(
    tmp_path: Path, text: str, problem: RuleProblem, key: str
) -> None:
    with pytest.raises(RuleFileError) as error:
        read_phrases(written(tmp_path, text))

    assert (error.value.problem, error.value.key) == (problem, key)
