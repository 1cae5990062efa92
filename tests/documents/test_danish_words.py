from datetime import date

import pytest

from desktop_app.documents.danish_words import (
    activity_kind,
    country,
    enumerated,
    full_date,
    goal_kind,
    hours,
    language,
    long_date,
    table_date,
    target_group,
)
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.plan import ActivityKind, GoalKind


@pytest.mark.parametrize(
    ("code", "name"), [("SY", "Syrien"), ("XX", "Ukendt"), ("XS", "Statsløs"), ("XK", "Kosovo"), ("QQ", "QQ")]
)
def test_countries_have_danish_names(code: str, name: str) -> None:
    assert country(code) == name


@pytest.mark.parametrize(
    ("tag", "name"),
    [
        ("ar", "arabisk"),
        ("ar-SY", "arabisk"),
        ("fa", "farsi (persisk)"),
        ("fa-AF", "dari"),
        ("prs", "dari"),
        ("kmr", "kurmanji"),
        ("ckb", "sorani"),
        ("ti", "tigrinya"),
        ("uk", "ukrainsk"),
        ("qqq", "qqq"),
    ],
)
def test_languages_have_danish_names(tag: str, name: str) -> None:
    assert language(tag) == name


def test_every_kind_has_a_word_of_its_own() -> None:
    for kinds, word in ((GoalKind, goal_kind), (ActivityKind, activity_kind), (TargetGroup, target_group)):
        words = [word(kind.value) for kind in kinds]

        assert all(words)
        assert len(set(words)) == len(words)


def test_a_kind_of_another_time_is_told_calmly() -> None:
    assert goal_kind("unheard_of") == "Andet"
    assert activity_kind("unheard_of") == "Anden aktivitet"
    assert target_group("unheard_of") is None


def test_dates_are_danish() -> None:
    assert long_date(date(2026, 3, 3)) == "3.\u00a0marts\u00a02026"
    assert full_date(date(2026, 3, 3)) == "tirsdag den 3. marts 2026"
    assert table_date(date(2026, 3, 3)) == "03.03.2026"
    assert table_date(date(1, 1, 1)) == "01.01.0001"


@pytest.mark.parametrize(
    ("amount", "words"), [(1, "1 time"), (1.5, "1,5 timer"), (37.0, "37 timer"), (0.125, "0,12 timer")]
)
def test_hours_are_danish(amount: float, words: str) -> None:
    assert hours(amount).replace("\u00a0", " ") == words


def test_words_are_enumerated() -> None:
    assert enumerated(["arabisk"]) == "arabisk"
    assert enumerated(["arabisk", "kurmanji", "engelsk"]) == "arabisk, kurmanji og engelsk"
