"""The places of the full file, by what stands there."""

from tests.storage.exchange.case_files import CASE, Place, at, full_file, key_of, places

FULL = full_file()
CITIZEN: Place = (*CASE, "citizen")
PLAN: Place = (*CASE, "plans", 0)
GOAL: Place = (*PLAN, "goals", 0)

OBJECTS = [place for place in places(FULL) if isinstance(at(FULL, place), dict)]
VALUES = [place for place in places(FULL) if not isinstance(at(FULL, place), dict)]
TEXTS = [place for place in VALUES if isinstance(at(FULL, place), str)]
NUMBERS = [place for place in VALUES if type(at(FULL, place)) in {int, float}]
DATES = [place for place in TEXTS if str(place[-1]).endswith("_on") or place[-1] in {"on", "from", "to", "birth_date"}]

REQUIRED: list[Place] = [
    ("cases",),
    ("municipality", "code"),
    ("municipality", "name"),
    ("households", 0, "id"),
    ("households", 0, "name"),
    (*CASE, "case_number"),
    (*CASE, "citizen"),
    (*CITIZEN, "given_names"),
    (*CITIZEN, "family_name"),
    (*CASE, "target_group"),
    (*CASE, "support", 0, "from"),
    (*CASE, "support", 0, "kind"),
    (*CASE, "readiness", 0, "from"),
    (*CASE, "readiness", 0, "kind"),
    (*CASE, "parental_leave", 0, "from"),
    (*CASE, "moves", 0, "direction"),
    (*CASE, "moves", 0, "on"),
    (*CASE, "events", 0, "duty"),
    (*CASE, "events", 0, "on"),
    (*PLAN, "version"),
    (*GOAL, "kind"),
    (*GOAL, "text"),
    (*PLAN, "activities", 0, "kind"),
    (*PLAN, "activities", 0, "text"),
    (*CASE, "offers", 0, "kind"),
    (*CASE, "follow_ups", 0, "held_on"),
    (*CASE, "follow_ups", 0, "form"),
    (*CASE, "complaints", 0, "received_on"),
    (*CASE, "results", 0, "kind"),
    (*CASE, "results", 0, "on"),
    (*CASE, "notes", 0, "on"),
    (*CASE, "notes", 0, "text"),
]
OF_THE_FORMAT: list[Place] = [("format",), ("version",)]

WORDS: list[Place] = [
    (*CASE, "household_role"),
    (*CITIZEN, "sex"),
    (*CASE, "target_group"),
    (*CASE, "support", 0, "kind"),
    (*CASE, "readiness", 0, "kind"),
    (*CASE, "moves", 0, "direction"),
    (*CASE, "events", 0, "duty"),
    (*GOAL, "kind"),
    (*PLAN, "activities", 0, "kind"),
    (*CASE, "offers", 0, "kind"),
    (*CASE, "follow_ups", 0, "form"),
    (*CASE, "results", 0, "kind"),
]


def named(place: Place) -> str:
    """Return a place as the name of an example."""
    return key_of(place) or "the file"
