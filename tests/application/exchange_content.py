"""Files in the exchange format: the one of the documentation, and how a file reads when it comes out again.

`canonical` is written from the documentation of the format alone, so that it can catch the program being wrong.
"""

import json
from collections.abc import Iterable
from copy import deepcopy
from typing import Any

Json = dict[str, Any]

# The file of the documentation -------------------------------------------------------------------------------------

RIMA: Json = {
    "case_number": "2026-014",
    "household": "H1",
    "household_role": "adult",
    "citizen": {
        "given_names": "Rima",
        "family_name": "Al-Hassan",
        "native_name": "ريما الحسن",
        "cpr": "0101900002",
        "birth_date": "1990-01-01",
        "sex": "female",
        "nationality": "SY",
        "languages": ["ar"],
        "interpreter_language": "ar",
        "address": "Eksempelvej 12, 2. tv.",
        "postal_code": "4900",
        "city": "Nakskov",
        "phone": "12345678",
        "email": None,
        "protected_address": False,
    },
    "target_group": "refugee",
    "allocation_decided_on": "2026-08-15",
    "permit_granted_on": "2026-07-20",
    "cpr_registered_on": None,
    "applied_in_denmark": False,
    "takeover_on": "2026-10-01",
    "responsible_caseworker": "MJ",
    "coordinating_department": "Jobcenter",
    "support": [{"from": "2026-10-01", "to": None, "kind": "benefit"}],
    "readiness": [{"from": "2026-10-01", "to": None, "kind": "job_ready"}],
    "parental_leave": [{"child_born_on": "2026-12-01", "from": "2026-11-01", "to": "2027-06-01"}],
    "moves": [{"direction": "in", "on": "2026-10-01", "municipality_code": "101", "approved": True}],
    "events": [{"duty": "danish.referred", "on": "2026-10-20", "note": None}],
    "plans": [
        {
            "version": 1,
            "ready_on": "2026-10-27",
            "signed_by_citizen_on": "2026-10-28",
            "signed_by_municipality_on": "2026-10-28",
            "signed_by_interpreter_on": "2026-10-28",
            "not_signed": None,
            "declaration_signed_on": "2026-10-28",
            "annulled": None,
            "assessment": {
                "education": "Ni års skole",
                "work": "To år i et køkken",
                "family": None,
                "health": "Kan ikke løfte tungt",
                "health_consent_on": "2026-10-20",
                "network": None,
                "housing": None,
                "asylum_phase": "Dansk på asylcentret",
            },
            "education_order": {"given_on": "2026-10-21", "text": "Søger optagelse på FGU inden 1. december"},
            "goals": [
                {
                    "kind": "employment",
                    "text": "Ordinært arbejde i køkken",
                    "measure": "Kontrakt på mindst 30 timer",
                    "part_of": None,
                    "target_on": "2027-10-01",
                    "achieved_on": None,
                },
                {
                    "kind": "danish",
                    "text": "Prøve i Dansk 2",
                    "measure": None,
                    "part_of": 1,
                    "target_on": None,
                    "achieved_on": None,
                },
            ],
            "activities": [
                {
                    "kind": "danish_education",
                    "text": "DU2",
                    "provider": "Sprogcenter",
                    "department": "Jobcenter",
                    "responsible": "Lærer og sagsbehandler",
                    "starts_on": "2026-11-16",
                    "ends_on": "2027-06-30",
                    "hours_per_week": 15,
                }
            ],
            "commitments": [
                {"party": "citizen", "who": None, "text": "Møder hver dag", "due_on": None},
                {"party": "other", "who": "Røde Kors", "text": "Finder en mentor", "due_on": "2026-12-01"},
            ],
        }
    ],
    "offers": [
        {
            "kind": "work_placement",
            "company": "Plejecenter Bakken",
            "offered_on": "2026-10-20",
            "starts_on": "2026-11-01",
            "ends_on": "2027-01-31",
            "hours_per_week": 22,
        }
    ],
    "follow_ups": [
        {
            "held_on": "2027-01-20",
            "form": "meeting",
            "attempted_only": False,
            "interpreter": "Tolkefirmaet",
            "participants": "Mentor",
            "topics": ["contract_kept", "changes"],
            "note": "Gik godt",
            "agreed": "Ny praktik",
            "repatriation_guided": False,
            "next_on": "2027-04-20",
            "progress": [{"plan": 1, "goal": 2, "progress": "achieved"}],
            "finished_at": "2027-01-20T09:12:00Z",
            "corrections": [{"on": "2027-01-25", "text": "Mentor var ikke med"}],
        }
    ],
    "complaints": [{"received_on": "2027-02-01", "about": "Praktik", "decided_on": None, "outcome": None}],
    "results": [{"kind": "job", "on": "2027-05-01", "note": None}],
    "notes": [{"on": "2026-10-05", "text": "Kom med sin bror"}],
    "corrections": [
        {
            "on": "2026-10-07",
            "fact": "takeover_on",
            "before": "2026-09-01",
            "after": "2026-10-01",
            "reason": "Brevet nævner 1. oktober",
        }
    ],
    "decisions": [
        {
            "made_on": "2026-11-20",
            "made_by": "MJ",
            "duty": "contract.signed",
            "kind": "late_because",
            "computed_on": "2026-11-01",
            "on": None,
            "cause": "no_interpreter",
            "reason": None,
        }
    ],
}
AL_HASSAN: Json = {"id": "H1", "name": "Al-Hassan", "coordinating_caseworker": "MJ"}


def a_file(*cases: Json, households: tuple[Json, ...] = (AL_HASSAN,)) -> Json:
    """Return the content of a file with these cases, by default Rima's."""
    return {
        "format": "enplan-cases",
        "version": 1,
        "municipality": {"code": "999", "name": "Eksempelkommune"},
        "households": deepcopy(list(households)),
        "cases": deepcopy(list(cases or (RIMA,))),
    }


def rima(**changes: Any) -> Json:  # noqa: ANN401 - whatever key a test changes
    """Return Rima's case with some keys changed."""
    return deepcopy(RIMA) | changes


def a_person(case_number: str, given_names: str, household: str | None = None, **changes: Any) -> Json:  # noqa: ANN401 - as above
    """Return a case of which nothing is known but who it is about."""
    citizen = {"given_names": given_names, "family_name": "Al-Hassan"}
    return {"case_number": case_number, "citizen": citizen, "target_group": "refugee", "household": household} | changes


# How a file comes out ------------------------------------------------------------------------------------------------

_CASE: Json = dict.fromkeys(
    [
        "household_role",
        "allocation_decided_on",
        "permit_granted_on",
        "cpr_registered_on",
        "takeover_on",
        "responsible_caseworker",
        "coordinating_department",
    ]
) | {"applied_in_denmark": False}
_CITIZEN: Json = dict.fromkeys(
    [
        "native_name",
        "cpr",
        "birth_date",
        "sex",
        "nationality",
        "interpreter_language",
        "address",
        "postal_code",
        "city",
        "phone",
        "email",
    ]
) | {"languages": [], "protected_address": False}
FACTS: dict[str, Json] = {
    "support": {"to": None},
    "readiness": {"to": None},
    "parental_leave": {"child_born_on": None, "to": None},
    "moves": {"municipality_code": None, "approved": False},
    "events": {"note": None},
    "offers": dict.fromkeys(("company", "offered_on", "starts_on", "ends_on", "hours_per_week")),
    "follow_ups": {"attempted_only": False, "topics": [], "progress": [], "corrections": []}
    | dict.fromkeys(("interpreter", "participants", "note", "agreed", "repatriation_guided", "next_on", "finished_at")),
    "complaints": {"about": None, "decided_on": None, "outcome": None},
    "results": {"note": None},
    "notes": {},
    "corrections": {"before": None, "after": None},
    "decisions": dict.fromkeys(("made_by", "on", "cause", "reason")),
}
_PLAN: Json = dict.fromkeys(
    (
        "ready_on",
        "signed_by_citizen_on",
        "signed_by_municipality_on",
        "signed_by_interpreter_on",
        "not_signed",
        "declaration_signed_on",
        "annulled",
        "education_order",
    )
)
_ASSESSMENT: Json = dict.fromkeys(
    ("education", "work", "family", "health", "health_consent_on", "network", "housing", "asylum_phase")
)
_GOAL: Json = dict.fromkeys(("measure", "part_of", "target_on", "achieved_on"))
_ACTIVITY: Json = dict.fromkeys(("provider", "department", "responsible", "starts_on", "ends_on", "hours_per_week"))
_COMMITMENT: Json = {"who": None, "due_on": None}


def canonical(content: Json) -> Json:
    """Return what must come out after a file went into an empty store.

    Every key is there, cases come by number and plans by version, and households are those that have somebody, numbered
    in the order of the cases. Facts have an order of their own: `comparable` takes it away.
    """
    cases = sorted(content["cases"], key=lambda case: str(case["case_number"]))
    named = [case["household"] for case in cases if case.get("household")]
    numbered = {household: f"H{place}" for place, household in enumerate(dict.fromkeys(named), start=1)}
    described = {household["id"]: household for household in content.get("households") or ()}
    return {
        "format": "enplan-cases",
        "version": 1,
        "municipality": {"code": "999", "name": "Eksempelkommune"},
        "households": [
            _filled(described[household], {"coordinating_caseworker": None}) | {"id": number}
            for household, number in numbered.items()
        ],
        "cases": [_canonical_case(case, numbered) for case in cases],
    }


def _canonical_case(case: Json, numbered: dict[str, str]) -> Json:
    facts = {name: [_filled(fact, defaults) for fact in case.get(name) or ()] for name, defaults in FACTS.items()}
    plans = [
        _filled(plan, _PLAN)
        | {"goals": [_filled(goal, _GOAL) for goal in plan.get("goals") or ()]}
        | {"activities": [_filled(activity, _ACTIVITY) for activity in plan.get("activities") or ()]}
        | {"commitments": [_filled(one, _COMMITMENT) for one in plan.get("commitments") or ()]}
        | {"assessment": _assessment(plan.get("assessment") or {})}
        for plan in sorted(case.get("plans") or (), key=lambda plan: int(plan["version"]))
    ]
    household = case.get("household")
    return (
        _filled(case, _CASE)
        | {"household": numbered[household] if household else None, "citizen": _filled(case["citizen"], _CITIZEN)}
        | {"plans": plans}
        | facts
    )


def _assessment(values: Json) -> Json | None:
    """Return an assessment in which something stands; one in which nothing does is none."""
    return _filled(values, _ASSESSMENT) if any(value is not None for value in values.values()) else None


def _filled(values: Json, defaults: Json) -> Json:
    given = {key: value for key, value in values.items() if value is not None}
    return defaults | {key: _whole(value) for key, value in given.items()}


def _whole(value: object) -> object:
    if isinstance(value, list):
        return [_whole(item) for item in value]
    if isinstance(value, dict):
        return {key: _whole(item) for key, item in value.items()}
    return int(value) if isinstance(value, float) and value.is_integer() else value


def comparable(content: Json) -> str:
    """Return a file as text that is the same for files that differ only in the order of facts."""
    cases = [case | {name: _sorted(map(_comparable, case[name])) for name in FACTS} for case in content["cases"]]
    return json.dumps(content | {"cases": cases}, sort_keys=True, ensure_ascii=False)


def _comparable(fact: Json) -> Json:
    return fact | {"corrections": _sorted(fact["corrections"])} if "corrections" in fact else fact


def _sorted(facts: Iterable[Json]) -> list[Json]:
    return sorted(facts, key=lambda fact: json.dumps(fact, sort_keys=True))
