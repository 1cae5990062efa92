"""Files in the exchange format of every shape the schema allows, and other spellings of the same content."""

from datetime import date, datetime
from random import Random
from typing import Any

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from desktop_app.domain.duties import DutyId
from tests.application.exchange_content import FACTS, Json, a_file

examples = settings(deadline=None, derandomize=True, max_examples=60, suppress_health_check=list(HealthCheck))
"""Timings are never asserted; the same examples every time, so that a failure is the change's and not the day's."""

# Few days besides all others, so that facts of one day are common and the order among them is tried.
days = (st.dates(date(2025, 12, 30), date(2026, 1, 2)) | st.dates(date(1900, 1, 1), date(2199, 12, 31))).map(str)
moments = st.datetimes(datetime(1900, 1, 1), datetime(2199, 12, 31)).map(lambda moment: f"{moment.isoformat()}Z")  # noqa: DTZ001 - the text says it is UTC
words = st.text(st.characters(categories=["L", "N"]), min_size=1, max_size=6)
texts = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=6) | st.just("to\nlinjer")
names = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=6).filter(str.strip)
hours = st.integers(0, 168) | st.floats(0, 168)
codes = st.from_regex(r"[0-9]{3}", fullmatch=True)
languages = st.sampled_from(["ar", "uk", "ti", "fa-AF", "kmr"])
initials = st.sampled_from(["MJ", "LØ", ""])


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def some(values: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[Json]]:
    return st.lists(st.fixed_dictionaries(values), max_size=2)


def _word(words: str) -> st.SearchStrategy[str]:
    return st.sampled_from(words.split())


offer_kinds = "work_placement wage_subsidy ordinary_hours community_service guidance"
periods = {"from": days, "to": maybe(days)}
signatures: dict[str, st.SearchStrategy[Any]] = {
    "ready_on": maybe(days),
    "signed_by_citizen_on": maybe(days),
    "signed_by_municipality_on": maybe(days),
    "signed_by_interpreter_on": maybe(days),
    "not_signed": maybe(st.fixed_dictionaries({"why": _word("unwilling unable decided"), "reason": texts})),
    "declaration_signed_on": maybe(days),
    "annulled": maybe(st.fixed_dictionaries({"on": days, "reason": texts})),
}
goal_values: dict[str, st.SearchStrategy[Any]] = {
    "kind": _word("employment education danish health citizenship family housing other"),
    "text": texts,
    "measure": maybe(texts),
    "target_on": maybe(days),
    "achieved_on": maybe(days),
}


@st.composite
def goals(draw: st.DrawFn) -> list[Json]:
    """Goals of which some are steps towards another of them that is none."""
    found: list[Json] = draw(st.lists(st.fixed_dictionaries(goal_values), max_size=3))
    whole = [place for place in range(1, len(found) + 1) if draw(st.booleans())]
    for place, goal in enumerate(found, start=1):
        goal["part_of"] = draw(st.sampled_from([None, *whole])) if place not in whole else None
    return found


activities = some(
    {
        "kind": _word(
            f"danish_education {offer_kinds} mentor health recognition prior_learning civic_course association igu "
            "school_or_daycare leisure other"
        ),
        "text": texts,
        "provider": maybe(texts),
        "department": maybe(texts),
        "responsible": maybe(texts),
        "starts_on": maybe(days),
        "ends_on": maybe(days),
        "hours_per_week": maybe(hours),
    }
)


commitments = some(
    {"party": _word("citizen municipality other"), "who": maybe(texts), "text": texts, "due_on": maybe(days)}
)
assessments = st.fixed_dictionaries(
    {name: maybe(texts) for name in ("education", "work", "family", "network", "housing", "asylum_phase")}
).flatmap(
    lambda told: (
        st.fixed_dictionaries({"health": maybe(texts), "health_consent_on": days}).map(lambda health: told | health)
        | st.just(told)
    )
)


def plans(signed: dict[str, st.SearchStrategy[Any]]) -> st.SearchStrategy[list[Json]]:
    values = {
        "version": st.integers(1, 4),
        "assessment": maybe(assessments),
        "education_order": maybe(st.fixed_dictionaries({"given_on": days, "text": texts})),
        "goals": goals(),
        "activities": activities,
        "commitments": commitments,
    } | signed
    return st.lists(st.fixed_dictionaries(values), max_size=2, unique_by=lambda plan: plan["version"])


case_keys: dict[str, st.SearchStrategy[Any]] = {
    "household": st.none(),
    "household_role": maybe(_word("adult child other")),
    "citizen": st.fixed_dictionaries(
        {
            "given_names": names,
            "family_name": names,
            "native_name": maybe(texts),
            "cpr": maybe(st.from_regex(r"[0-9]{10}", fullmatch=True)),
            "birth_date": maybe(days),
            "sex": maybe(_word("female male")),
            "nationality": maybe(_word("SY UA XX XS")),
            "languages": st.lists(languages, max_size=2),
            "interpreter_language": maybe(languages),
            "address": maybe(texts),
            "postal_code": maybe(texts),
            "city": maybe(texts),
            "phone": maybe(texts),
            "email": maybe(texts),
            "protected_address": st.booleans(),
        }
    ),
    "target_group": _word(
        "refugee quota_refugee family_of_refugee family_of_other displaced_ukraine unaccompanied_minor immigrant"
    ),
    "allocation_decided_on": maybe(days),
    "permit_granted_on": maybe(days),
    "cpr_registered_on": maybe(days),
    "applied_in_denmark": st.booleans(),
    "takeover_on": maybe(days),
    "responsible_caseworker": maybe(initials),
    "coordinating_department": maybe(texts),
    "support": some(periods | {"kind": _word("benefit self_supporting ordinary_job ordinary_education")}),
    "readiness": some(periods | {"kind": _word("job_ready activity_ready")}),
    "parental_leave": some(periods | {"child_born_on": maybe(days)}),
    "moves": some(
        {"direction": _word("in out"), "on": days, "municipality_code": maybe(codes), "approved": st.booleans()}
    ),
    "events": some({"duty": _word("danish.referred readiness.assessed"), "on": days, "note": maybe(texts)}),
    "plans": plans(signatures),
    "offers": some(
        {
            "kind": _word(offer_kinds),
            "company": maybe(texts),
            "offered_on": maybe(days),
            "starts_on": maybe(days),
            "ends_on": maybe(days),
            "hours_per_week": maybe(hours),
        }
    ),
    "follow_ups": some(
        {
            "held_on": days,
            "form": _word("meeting phone video letter"),
            "attempted_only": st.booleans(),
            "interpreter": maybe(texts),
            "participants": maybe(texts),
            "topics": st.lists(_word("changes contract_kept outcome new_content"), max_size=2),
            "note": maybe(texts),
            "agreed": maybe(texts),
            "repatriation_guided": maybe(st.booleans()),
            "next_on": maybe(days),
            "progress": some(
                {
                    "plan": st.integers(1, 4),
                    "goal": st.integers(1, 3),
                    "progress": _word("on_the_way achieved changed dropped"),
                }
            ),
            "finished_at": maybe(moments),
            "corrections": some({"on": days, "text": texts}),
        }
    ),
    "complaints": some(
        {"received_on": days, "about": maybe(texts), "decided_on": maybe(days), "outcome": maybe(texts)}
    ),
    "results": some({"kind": _word("job education danish_test"), "on": days, "note": maybe(texts)}),
    "notes": some({"on": days, "text": texts}),
    "corrections": some(
        {
            "on": days,
            "fact": _word("takeover_on allocation_decided_on cpr_registered_on permit_granted_on"),
            "before": maybe(days),
            "after": maybe(days),
            "reason": texts,
        }
    ),
    "decisions": some(
        {
            "made_on": days,
            "made_by": maybe(words),
            "duty": st.sampled_from([duty.value for duty in DutyId]),
            "kind": _word("not_relevant other_date late_because meeting"),
            "computed_on": days,
            "on": maybe(days),
            "cause": maybe(_word("citizen_absent no_interpreter citizen_ill busy other")),
            "reason": maybe(words),
        }
    ),
}
persons = st.fixed_dictionaries(case_keys)
unsigned_persons = st.fixed_dictionaries(case_keys | {"plans": plans({})})


@st.composite
def contents(draw: st.DrawFn, most: int = 3) -> Json:
    """Files with up to so many cases, some of them in households."""
    ids = draw(st.lists(names, max_size=2, unique=True))
    households = [{"id": name, "name": draw(names), "coordinating_caseworker": draw(maybe(initials))} for name in ids]
    numbers = draw(st.lists(names, max_size=most, unique=True))
    member_of = st.sampled_from([None, *ids])
    cases = [draw(persons) | {"case_number": number, "household": draw(member_of)} for number in numbers]
    return a_file(households=tuple(households)) | {"cases": cases}


def spelled_otherwise(content: Json, chance: Random) -> Json:
    """Return the same content as another program might write it.

    Keys without a value are absent or null, facts, plans, households and cases stand in another order, households have
    other ids, and whole hours have a decimal point.
    """
    other: Json = _respelled(content, chance)
    other["cases"] = other.get("cases") or []
    for household in other.get("households") or ():
        household["id"] = f"husstand {household['id']}"
    for case in other["cases"]:
        if case.get("household"):
            case["household"] = f"husstand {case['household']}"
        for name in (*FACTS, "plans"):
            chance.shuffle(case.get(name) or [])
        for talk in case.get("follow_ups") or ():
            chance.shuffle(talk.get("corrections") or [])
    chance.shuffle(other.get("households") or [])
    chance.shuffle(other["cases"])
    return other


def _respelled(value: Any, chance: Random) -> Any:  # noqa: ANN401 - JSON
    if isinstance(value, list):
        return [_respelled(item, chance) for item in value]
    if not isinstance(value, dict):
        return value
    written: Json = {}
    for key, item in value.items():
        if item is None or item == [] or (item is False and key != "repatriation_guided"):
            if chance.random() < 0.5:
                written[key] = None if chance.random() < 0.5 else item
        elif key in {"hours_per_week", "plan", "goal", "part_of"}:
            written[key] = float(item)
        elif key == "finished_at":
            written[key] = item.replace("Z", "+00:00")
        else:
            written[key] = _respelled(item, chance)
    return written
