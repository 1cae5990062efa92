"""The places of the full file, by what stands there."""

from tests.storage.exchange.case_files import CASE, Place, at, full_file, key_of, places

FULL = full_file()
CITIZEN: Place = (*CASE, "citizen")
PLAN: Place = (*CASE, "plans", 0)
GOAL: Place = (*PLAN, "goals", 0)
GOAL_STEP: Place = (*PLAN, "goals", 1)
COMMITMENT: Place = (*PLAN, "commitments", 0)
ANNULLED_PLAN: Place = (*CASE, "plans", 1)
TALK: Place = (*CASE, "follow_ups", 0)
CORRECTION: Place = (*CASE, "corrections", 0)
DECISION: Place = (*CASE, "decisions", 0)

OBJECTS = [place for place in places(FULL) if isinstance(at(FULL, place), dict)]
VALUES = [place for place in places(FULL) if not isinstance(at(FULL, place), dict)]
TEXTS = [place for place in VALUES if isinstance(at(FULL, place), str)]
NUMBERS = [place for place in VALUES if type(at(FULL, place)) in {int, float}]
DATE_KEYS = {"on", "from", "to", "birth_date", "before", "after"}
DATES = [place for place in TEXTS if str(place[-1]).endswith("_on") or place[-1] in DATE_KEYS]
MOMENT: Place = (*TALK, "finished_at")

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
    (*GOAL_STEP, "kind"),
    (*GOAL_STEP, "text"),
    (*PLAN, "activities", 0, "kind"),
    (*PLAN, "activities", 0, "text"),
    (*PLAN, "assessment", "health_consent_on"),
    (*PLAN, "education_order", "given_on"),
    (*PLAN, "education_order", "text"),
    (*COMMITMENT, "party"),
    (*COMMITMENT, "text"),
    (*ANNULLED_PLAN, "version"),
    (*ANNULLED_PLAN, "not_signed", "why"),
    (*ANNULLED_PLAN, "not_signed", "reason"),
    (*ANNULLED_PLAN, "annulled", "on"),
    (*ANNULLED_PLAN, "annulled", "reason"),
    (*CASE, "offers", 0, "kind"),
    (*TALK, "held_on"),
    (*TALK, "form"),
    (*TALK, "progress", 0, "plan"),
    (*TALK, "progress", 0, "goal"),
    (*TALK, "progress", 0, "progress"),
    (*TALK, "corrections", 0, "on"),
    (*TALK, "corrections", 0, "text"),
    (*CASE, "complaints", 0, "received_on"),
    (*CASE, "results", 0, "kind"),
    (*CASE, "results", 0, "on"),
    (*CASE, "notes", 0, "on"),
    (*CASE, "notes", 0, "text"),
    (*CORRECTION, "fact"),
    (*CORRECTION, "reason"),
    (*CORRECTION, "on"),
    (*DECISION, "duty"),
    (*DECISION, "kind"),
    (*DECISION, "computed_on"),
    (*DECISION, "made_on"),
]
OF_THE_FORMAT: list[Place] = [("format",), ("version",)]

WORDS: list[Place] = [
    (*CASE, "household_role"),
    (*CITIZEN, "sex"),
    (*DECISION, "cause"),
    (*CASE, "target_group"),
    (*CASE, "support", 0, "kind"),
    (*CASE, "readiness", 0, "kind"),
    (*CASE, "moves", 0, "direction"),
    (*CASE, "events", 0, "duty"),
    (*GOAL, "kind"),
    (*GOAL_STEP, "kind"),
    (*PLAN, "activities", 0, "kind"),
    (*COMMITMENT, "party"),
    (*CASE, "offers", 0, "kind"),
    (*ANNULLED_PLAN, "not_signed", "why"),
    (*TALK, "form"),
    (*TALK, "topics", 0),
    (*TALK, "progress", 0, "progress"),
    (*CORRECTION, "fact"),
    (*DECISION, "duty"),
    (*DECISION, "kind"),
    (*CASE, "results", 0, "kind"),
]


def named(place: Place) -> str:
    """Return a place as the name of an example."""
    return key_of(place) or "the file"
