import shutil
from pathlib import Path

import pytest

from desktop_app.application.demo.words import Name, Town
from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.resource_files import resource
from desktop_app.storage.demo_words_file import read_demo_words


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource("demo"), tmp_path / "demo"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_words_that_come_with_the_program_are_read() -> None:
    words = read_demo_words(resource("demo"))

    syria = next(culture for culture in words.cultures if culture.country == "SY")
    assert Name("Rima", "ريما") in syria.women
    assert (TargetGroup.QUOTA_REFUGEE, 3) in syria.arrivals
    assert Town("9991", "Prøveby") in words.towns
    assert "LØ" in words.caseworkers
    assert "{module}" in words.phrases.danish_goal


def test_a_name_can_have_one_script_only() -> None:
    words = read_demo_words(resource("demo"))

    somalia = next(culture for culture in words.cultures if culture.country == "SO")
    assert {name.native for name in somalia.women} == {None}


def test_every_group_can_arrive_and_every_culture_has_names_for_a_large_family() -> None:
    words = read_demo_words(resource("demo"))

    assert {group for culture in words.cultures for group, _ in culture.arrivals} == set(TargetGroup)
    assert min(len(culture.women) for culture in words.cultures) >= 7
    assert min(len(culture.men) for culture in words.cultures) >= 7


@pytest.mark.parametrize(
    ("file", "old", "new", "problem", "key"),
    [
        ("places.toml", "streets = [", 'streets = "Åvej"\nroads = [', RuleProblem.WRONG_TYPE, "streets"),
        ("places.toml", '"st. tv."', "7", RuleProblem.WRONG_TYPE, "doors"),
        ("places.toml", '"MJ"', '" "', RuleProblem.EMPTY, "caseworkers"),
        ("places.toml", '"9992" = "Ærøstrup"', '"9992" = 7', RuleProblem.WRONG_TYPE, "towns.9992"),
        ("places.toml", "language_school", "language_scool", RuleProblem.MISSING_KEY, "language_school"),
        (
            "names.toml",
            '[["ar"], ["ar"], ["ar", "en"], ["ar", "kmr"]]',
            "[]",
            RuleProblem.EMPTY,
            "culture 1: languages",
        ),
        ("names.toml", '["ar"], ["ar"]', '["ar"], "ar"', RuleProblem.WRONG_TYPE, "culture 1: languages"),
        ("names.toml", '["ar"], ["ar"]', '["ar"], []', RuleProblem.EMPTY, "culture 1: languages"),
        ("names.toml", "{ refugee = 7,", "{ fugitive = 7,", RuleProblem.UNKNOWN_WORD, "culture 1: arrivals"),
        ("names.toml", "{ quota_refugee = 4, family_of_refugee = 1 }", "{}", RuleProblem.EMPTY, "culture 6: arrivals"),
        ("names.toml", 'country = "SY"', 'country = "SY"\nking = "?"', RuleProblem.UNKNOWN_KEY, "culture 1: king"),
        ("work.toml", "tasks =", "chores =", RuleProblem.MISSING_KEY, "trade 1: tasks"),
        ("phrases.toml", 'kind = "housing"', 'kind = "house"', RuleProblem.UNKNOWN_WORD, "further_goal 1: kind"),
        ("phrases.toml", "hours = 1\n", 'hours = "1"\n', RuleProblem.WRONG_TYPE, "activity 1: hours"),
        ("phrases.toml", "danish_goal =", "unasked = 1\ndanish_goal =", RuleProblem.UNKNOWN_KEY, "unasked"),
    ],
)
def test_words_that_are_not_as_they_must_be_are_refused_by_file_and_key(
    folder: Path, file: str, old: str, new: str, problem: RuleProblem, key: str
) -> None:
    change(folder / file, old, new)

    with pytest.raises(RuleFileError) as refused:
        read_demo_words(folder)

    assert (refused.value.problem, refused.value.file, refused.value.key) == (problem, file, key)
