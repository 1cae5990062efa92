"""A file of cases in which every key the format knows is filled in, and ways to spoil it in one place."""

import json
from collections.abc import Iterator
from copy import deepcopy
from pathlib import Path
from typing import Any

Json = dict[str, Any]
Place = tuple[str | int, ...]

CASE: Place = ("cases", 0)


def full_file() -> Json:
    """Return a valid file that uses every key; the second of its two cases has only what must be there."""
    return {
        "format": "enplan-cases",
        "version": 1,
        "municipality": {"code": "999", "name": "Eksempelkommune"},
        "households": [{"id": "H1", "name": "Al-Hassan", "coordinating_caseworker": "MJ"}],
        "cases": [_full_case(), _bare_case()],
    }


def _full_case() -> Json:
    return {
        "case_number": "2026-014",
        "household": "H1",
        "household_role": "adult",
        "citizen": {
            "given_names": "Rima",
            "family_name": "Al-Hassan",
            "native_name": "ريما الحسن",
            "cpr": "0101900001",
            "birth_date": "1990-01-01",
            "sex": "female",
            "nationality": "SY",
            "languages": ["ar"],
            "interpreter_language": "ar",
            "address": "Eksempelvej 12, 2. tv.",
            "postal_code": "4900",
            "city": "Nakskov",
            "phone": "12345678",
            "email": "rima@example.org",
            "protected_address": False,
        },
        "target_group": "refugee",
        "allocation_decided_on": "2026-08-15",
        "permit_granted_on": "2026-07-20",
        "cpr_registered_on": "2026-10-02",
        "applied_in_denmark": False,
        "takeover_on": "2026-10-01",
        "responsible_caseworker": "MJ",
        "coordinating_department": "Jobcenter",
        "support": [{"from": "2026-10-01", "to": "2026-12-31", "kind": "benefit"}],
        "readiness": [{"from": "2026-10-01", "to": "2026-12-31", "kind": "job_ready"}],
        "parental_leave": [{"child_born_on": "2026-12-01", "from": "2026-11-01", "to": "2027-06-01"}],
        "moves": [{"direction": "in", "on": "2026-10-01", "municipality_code": "101", "approved": True}],
        "events": [{"duty": "danish.referred", "on": "2026-10-20", "note": "Henvist"}],
        "plans": [
            {
                "version": 1,
                "ready_on": "2026-10-27",
                "signed_by_citizen_on": "2026-10-28",
                "signed_by_municipality_on": "2026-10-28",
                "signed_by_interpreter_on": "2026-10-28",
                "declaration_signed_on": "2026-10-28",
                "assessment": {
                    "education": "Ni års skole",
                    "work": "To år i et køkken",
                    "family": "To børn",
                    "health": "Kan ikke løfte tungt",
                    "health_consent_on": "2026-10-20",
                    "network": "En søster i byen",
                    "housing": "Midlertidig bolig",
                    "asylum_phase": "Dansk på asylcentret",
                },
                "education_order": {"given_on": "2026-10-21", "text": "Søger FGU"},
                "goals": [
                    {
                        "kind": "employment",
                        "text": "Køkken",
                        "measure": "30 timer",
                        "target_on": "2027-10-01",
                        "achieved_on": "2027-09-01",
                    },
                    {"kind": "other", "text": "Hygiejnebevis", "part_of": 1},
                ],
                "activities": [
                    {
                        "kind": "danish_education",
                        "text": "DU2",
                        "provider": "Sprogcenter",
                        "department": "Jobcenter",
                        "responsible": "Læreren",
                        "starts_on": "2026-11-16",
                        "ends_on": "2027-06-30",
                        "hours_per_week": 15,
                    }
                ],
                "commitments": [
                    {"party": "other", "who": "Røde Kors", "text": "Finder en mentor", "due_on": "2026-12-01"}
                ],
            },
            {
                "version": 2,
                "signed_by_municipality_on": "2026-12-01",
                "not_signed": {"why": "unwilling", "reason": "Vil ikke skrive under"},
                "annulled": {"on": "2026-12-03", "reason": "Forkert borger"},
            },
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
                "topics": ["changes"],
                "note": "Gik godt",
                "agreed": "Ny praktik",
                "repatriation_guided": True,
                "next_on": "2027-04-20",
                "progress": [{"plan": 1, "goal": 1, "progress": "achieved"}],
                "finished_at": "2027-01-20T09:12:00Z",
                "corrections": [{"on": "2027-01-25", "text": "Mentor var ikke med"}],
            }
        ],
        "complaints": [
            {"received_on": "2027-02-01", "about": "Tolken", "decided_on": "2027-02-20", "outcome": "Ny tolk"}
        ],
        "results": [{"kind": "job", "on": "2027-05-01", "note": "Køkkenet"}],
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
                "on": "2026-11-24",
                "cause": "no_interpreter",
                "reason": "Tolken meldte afbud",
            }
        ],
    }


def _bare_case() -> Json:
    return {
        "case_number": "2026-015",
        "citizen": {"given_names": "Yousef", "family_name": "Haddad"},
        "target_group": "quota_refugee",
    }


def changed(content: Json, *changes: tuple[Place, Any]) -> Json:
    """Return a copy in which other values stand at some places; a place may be new."""
    copy = deepcopy(content)
    for place, value in changes:
        _holder(copy, place)[place[-1]] = value
    return copy


def without(content: Json, place: Place) -> Json:
    """Return a copy that lacks what stands at a place."""
    copy = deepcopy(content)
    del _holder(copy, place)[place[-1]]
    return copy


def at(content: Json, place: Place) -> Any:  # noqa: ANN401 - any JSON value
    """Return what stands at a place."""
    value: Any = content
    for part in place:
        value = value[part]
    return value


def places(value: object, place: Place = ()) -> Iterator[Place]:
    """Yield every place in a document, its top first."""
    yield place
    if isinstance(value, dict):
        for key, item in value.items():
            yield from places(item, (*place, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from places(item, (*place, number))


def key_of(place: Place) -> str:
    """Return a place as a refusal names it: ("plans", 0, "goals", 1, "kind") is "plans 1: goals 2: kind"."""
    words: list[str] = []
    for part in place:
        if isinstance(part, int):
            words[-1] += f" {part + 1}"
        else:
            words.append(part)
    return ": ".join(words)


def where(place: Place) -> tuple[str, str]:
    """Return the case and the key by which a refusal names a place of the full file."""
    if place[:1] == ("cases",) and len(place) > 1:
        return ("2026-014", "2026-015")[int(place[1])], key_of(place[2:])
    return "", key_of(place)


def written(folder: Path, content: object) -> Path:
    """Return the path of a file that holds the content as JSON; what is no Unicode text is written as escapes."""
    return written_bytes(folder, json.dumps(content).encode())


def written_bytes(folder: Path, content: bytes) -> Path:
    """Return the path of a file that holds these bytes."""
    path = folder / "sager.json"
    path.write_bytes(content)
    return path


def _holder(content: Json, place: Place) -> Any:  # noqa: ANN401 - an object or a list
    return at(content, place[:-1])
