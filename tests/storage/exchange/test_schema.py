"""The JSON Schema that others validate against is sound, accepts what we write and knows the words the domain knows."""

import json
from collections.abc import Iterable
from enum import StrEnum
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from desktop_app.domain.case import (
    CorrectedFact,
    MoveDirection,
    OfferKind,
    ReadinessKind,
    ResultKind,
    SupportKind,
    TargetGroup,
)
from desktop_app.domain.citizen import Sex
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.plan import ActivityKind, GoalKind, NoSignature, Party
from desktop_app.resource_files import resource
from tests.sample import sample
from tests.storage.exchange.case_files import Json, at, places
from tests.storage.exchange.full_file_places import FULL

SCHEMA: Json = json.loads(resource("exchange", "enplan-cases-1.schema.json").read_text(encoding="utf-8"))
DEFINITIONS: Json = SCHEMA["$defs"]


def test_the_schema_is_a_valid_schema_of_the_draft_it_names() -> None:
    assert SCHEMA["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    Draft202012Validator.check_schema(SCHEMA)


@pytest.mark.parametrize("content", [sample(), FULL], ids=["the sample", "the full file"])
def test_the_schema_accepts_what_the_format_allows(content: Json) -> None:
    assert [error.message for error in Draft202012Validator(SCHEMA).iter_errors(content)] == []


def test_no_object_of_the_schema_lets_an_unknown_key_pass() -> None:
    objects = [SCHEMA, *(part for part in DEFINITIONS.values() if "properties" in part)]

    assert len(objects) == 27
    assert all(part["additionalProperties"] is False for part in objects)
    assert all(set(part.get("required", ())) <= set(part["properties"]) for part in objects)


def test_the_full_file_uses_every_key_of_the_schema() -> None:
    known = {key for part in [SCHEMA, *DEFINITIONS.values()] for key in part.get("properties", ())}
    used = {key for place in places(FULL) if isinstance(at(FULL, place), dict) for key in at(FULL, place)}

    assert used == known


@pytest.mark.parametrize(
    ("definition", "key", "words"),
    [
        ("case", "target_group", TargetGroup),
        ("case", "household_role", HouseholdRole),
        ("citizen", "sex", Sex),
        ("support", "kind", SupportKind),
        ("readiness", "kind", ReadinessKind),
        ("move", "direction", MoveDirection),
        ("event", "duty", [*DutyId, HEALTH_NEED_FOUND]),
        ("goal", "kind", GoalKind),
        ("activity", "kind", ActivityKind),
        ("commitment", "party", Party),
        ("offer", "kind", OfferKind),
        ("not_signed", "why", NoSignature),
        ("follow_up", "form", FollowUpForm),
        ("follow_up", "topics", Topic),
        ("goal_progress", "progress", Progress),
        ("fact_correction", "fact", CorrectedFact),
        ("deadline_decision", "duty", DutyId),
        ("deadline_decision", "kind", DecisionKind),
        ("deadline_decision", "cause", DelayCause),
        ("result", "kind", ResultKind),
    ],
)
def test_the_words_of_the_schema_are_the_words_of_the_domain(
    definition: str, key: str, words: Iterable[StrEnum | str]
) -> None:
    value = DEFINITIONS[definition]["properties"][key]
    listed = [word for word in value.get("items", value)["enum"] if word is not None]

    assert sorted(listed) == sorted(str(word) for word in words)


def test_every_list_of_words_in_the_schema_is_compared_with_the_domain() -> None:
    assert sum("enum" in value for value in _definitions(SCHEMA)) == 20


def _definitions(value: object) -> Iterable[dict[str, Any]]:
    if isinstance(value, dict):
        yield value
        for item in value.values():
            yield from _definitions(item)
