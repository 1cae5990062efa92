"""Reads the words of a demonstration from `resources/demo/*.toml`, as strictly as the rules."""

from collections.abc import Collection
from dataclasses import fields
from pathlib import Path
from typing import Any

from desktop_app.application.demo.words import (
    ComplaintWords,
    Culture,
    DemoWords,
    FurtherGoal,
    Name,
    OtherDoes,
    Phrases,
    PlannedActivity,
    PlanPhrases,
    Step,
    Town,
    Trade,
)
from desktop_app.application.errors import RuleProblem
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.plan import ActivityKind, GoalKind
from desktop_app.storage.rule_table import RuleTable

NAMES = "names.toml"
PLACES = "places.toml"
WORK = "work.toml"
PHRASES = "phrases.toml"
PLANS = "plans.toml"


def read_demo_words(folder: Path) -> DemoWords:
    """Return the words that lie in a folder.

    Raises:
        RuleFileError: a file is not as these words are written.
    """
    names, places = RuleTable.of_file(folder / NAMES), RuleTable.of_file(folder / PLACES)
    work, phrases = RuleTable.of_file(folder / WORK), RuleTable.of_file(folder / PHRASES)
    plans = RuleTable.of_file(folder / PLANS)
    words = DemoWords(
        municipality=places.take("municipality", str),
        municipality_code=places.take("municipality_code", str),
        other_municipality_codes=_texts(places, "other_municipality_codes"),
        caseworkers=_texts(places, "caseworkers"),
        departments=_texts(places, "departments"),
        language_school=places.take("language_school", str),
        streets=_texts(places, "streets"),
        doors=_texts(places, "doors"),
        towns=tuple(Town(code, name) for code, name in _pairs(places, "towns", str)),
        cultures=tuple(_culture(culture) for culture in names.inner_list("culture")),
        trades=tuple(_trade(trade) for trade in work.inner_list("trade")),
        further_goals=tuple(_further_goal(goal) for goal in phrases.inner_list("further_goal")),
        activities=tuple(_activity(activity) for activity in phrases.inner_list("activity")),
        complaints=tuple(_complaint(complaint) for complaint in phrases.inner_list("complaint")),
        phrases=_phrases(phrases),
        plan=_plan_phrases(plans),
    )
    for table in (names, places, work, phrases, plans):
        table.finish()
    return words


def _culture(table: RuleTable) -> Culture:
    culture = Culture(
        country=table.take("country", str),
        languages=_lists(table, "languages"),
        women=_names(table, "women"),
        men=_names(table, "men"),
        families=_names(table, "families"),
        couples_share_name=table.take("couples_share_name", bool),
        children_take_given_name=table.take("children_take_given_name", bool),
        arrivals=tuple((_group(table, word), weight) for word, weight in _pairs(table, "arrivals", int)),
    )
    table.finish()
    return culture


def _group(table: RuleTable, word: str) -> TargetGroup:
    try:
        return TargetGroup(word)
    except ValueError:
        raise table.error(RuleProblem.UNKNOWN_WORD, "arrivals", word) from None


def _trade(table: RuleTable) -> Trade:
    trade = Trade(
        goals=_texts(table, "goals"),
        education_goals=_texts(table, "education_goals"),
        tasks=table.take("tasks", str),
        companies=_texts(table, "companies"),
    )
    table.finish()
    return trade


def _further_goal(table: RuleTable) -> FurtherGoal:
    goal = FurtherGoal(table.required_word("kind", GoalKind), table.take("text", str))
    table.finish()
    return goal


def _activity(table: RuleTable) -> PlannedActivity:
    activity = PlannedActivity(
        kind=table.required_word("kind", ActivityKind),
        text=table.take("text", str),
        provider=table.take("provider", str),
        hours=table.take("hours", int, required=False),
    )
    table.finish()
    return activity


def _complaint(table: RuleTable) -> ComplaintWords:
    complaint = ComplaintWords(table.take("about", str), table.take("outcome", str))
    table.finish()
    return complaint


def _phrases(table: RuleTable) -> Phrases:
    return Phrases(**_by_field(table, Phrases))


def _plan_phrases(table: RuleTable) -> PlanPhrases:
    rows: dict[str, Any] = {
        "job_steps": tuple(_step(step) for step in table.inner_list("job_step")),
        "education_steps": tuple(_step(step) for step in table.inner_list("education_step")),
        "others_do": tuple(_other_does(other) for other in table.inner_list("other_does")),
    }
    return PlanPhrases(**_by_field(table, PlanPhrases, besides=rows), **rows)


def _step(table: RuleTable) -> Step:
    step = Step(table.take("text", str), table.take("measure", str))
    table.finish()
    return step


def _other_does(table: RuleTable) -> OtherDoes:
    other = OtherDoes(table.take("who", str), table.take("text", str))
    table.finish()
    return other


def _by_field(table: RuleTable, of: type[Phrases | PlanPhrases], besides: Collection[str] = ()) -> dict[str, Any]:
    """Read each phrase as its field says: one text, or a list of them."""
    return {
        field.name: table.take(field.name, str) if field.type is str else _texts(table, field.name)
        for field in fields(of)
        if field.name not in besides
    }


def _texts(table: RuleTable, key: str) -> tuple[str, ...]:
    return _all_texts(table, key, table.take(key, list))


def _lists(table: RuleTable, key: str) -> tuple[tuple[str, ...], ...]:
    values = table.take(key, list)
    if not values:
        raise table.error(RuleProblem.EMPTY, key)
    return tuple(_all_texts(table, key, value) for value in values)


def _names(table: RuleTable, key: str) -> tuple[Name, ...]:
    return tuple(Name(value[0], value[1] if len(value) > 1 else None) for value in _lists(table, key))


def _all_texts(table: RuleTable, key: str, values: Any) -> tuple[str, ...]:  # noqa: ANN401 - asks what it is
    if not isinstance(values, list) or any(type(value) is not str for value in values):
        raise table.error(RuleProblem.WRONG_TYPE, key)
    if not values or not all(value.strip() for value in values):
        raise table.error(RuleProblem.EMPTY, key)
    return tuple(values)


def _pairs(table: RuleTable, key: str, kind: type) -> list[tuple[str, Any]]:
    """Return what a table under a key holds, each value of one kind."""
    values = table.take(key, dict)
    if not values:
        raise table.error(RuleProblem.EMPTY, key)
    for word, value in values.items():
        if type(value) is not kind:
            raise table.error(RuleProblem.WRONG_TYPE, f"{key}.{word}", type(value).__name__)
    return list(values.items())
