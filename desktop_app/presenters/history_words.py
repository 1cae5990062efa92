"""What the records of a case and their fields are called in its history, and how their values read."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import TypeVar

from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, ResultKind, SupportKind, TargetGroup
from desktop_app.domain.citizen import Sex
from desktop_app.domain.consent import ConsentPurpose
from desktop_app.domain.cpr import formatted, masked
from desktop_app.domain.deadline_decisions import DecisionKind, DelayCause
from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.plan import ActivityKind, GoalKind, NoSignature, Party
from desktop_app.domain.rulebook import Duty
from desktop_app.domain.scan import ScanType
from desktop_app.presenters.consent_texts import consent_purpose_text
from desktop_app.presenters.decision_texts import decision_kind_text, delay_cause_text
from desktop_app.presenters.field_words import (
    activity_kind_text,
    follow_up_form_text,
    goal_kind_text,
    household_role_text,
    language_text,
    move_text,
    nationality_text,
    no_signature_text,
    offer_kind_text,
    party_text,
    progress_text,
    readiness_text,
    result_kind_text,
    sex_text,
    support_text,
    target_group_text,
    topic_text,
)
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.presenters.scan_texts import scan_type_text, size_text
from desktop_app.translation import _, short_date

Word = TypeVar("Word", bound=StrEnum)

SHOWN = 80


def record_name(kind: str) -> str:
    """Return what a kind of record is called."""
    return _KINDS[kind]() if kind in _KINDS else kind


def field_name(field: str) -> str:
    """Return what a field is called."""
    return _FIELDS[field]() if field in _FIELDS else field


def field_place(field: str) -> int:
    """Return where a field comes among those of its record."""
    return list(_FIELDS).index(field) if field in _FIELDS else len(_FIELDS)


def moment_text(moment: datetime) -> str:
    """Return a moment as the clock on the wall said it: 03.03.2026 10.12."""
    at = moment.astimezone()
    return f"{short_date(at.date())} {at:%H.%M}"


def value_text(kind: str, field: str, value: object, duties: Mapping[DutyId, Duty]) -> str:
    """Return a value as people read it; a CPR number masked, as on every screen."""
    if field == "duty" and kind in {"events", "deadline_decisions"}:
        return _event(value, duties)
    return _WORDS.get((kind, field), _value)(value)


def whole_text(kind: str, field: str, value: object, duties: Mapping[DutyId, Duty]) -> str:
    """Return a value as the citizen it is about may read it: no text is shortened, and the CPR number is whole."""
    if (kind, field) == ("citizens", "cpr") and value:
        return formatted(str(value))
    if type(value) is str and value and field != "duty" and (kind, field) not in _WORDS:
        return value
    return value_text(kind, field, value, duties)


def _value(value: object) -> str:
    if value in (None, "", []):
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, date):
        return moment_text(value) if isinstance(value, datetime) else short_date(value)
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    text = str(value)
    return text if len(text) <= SHOWN else text[: SHOWN - 1] + "…"


def _in_words(enumeration: type[Word], text: Callable[[Word], str]) -> Callable[[object], str]:
    """Return how values of an enumeration read; what it does not know is shown as it stands."""

    def words(value: object) -> str:
        known = next((word for word in enumeration if word == value), None)
        return text(known) if known else _value(value)

    return words


def _status_kind(value: object) -> str:
    """Return a kind of support or of readiness; no word is both."""
    support = next((kind for kind in SupportKind if kind == value), None)
    readiness = next((kind for kind in ReadinessKind if kind == value), None)
    if support:
        return support_text(support)
    return readiness_text(readiness) if readiness else _value(value)


def _aspect(value: object) -> str:
    return {"support": _("support"), "readiness": _("readiness")}.get(str(value)) or _value(value)


def _cpr(value: object) -> str:
    return masked(str(value)) if value else _value(value)


def _nationality(value: object) -> str:
    return nationality_text(str(value)) if value else _value(value)


def _language(value: object) -> str:
    return language_text(str(value)) if value else _value(value)


def _size(value: object) -> str:
    return size_text(value) if isinstance(value, int) else _value(value)


def _part_of(value: object) -> str:
    """Tell whether a goal is a step towards another; the id of that one tells nobody anything."""
    return _("yes") if value else _("no")


def _languages(value: object) -> str:
    return _each(value, lambda tag: language_text(str(tag)))


def _topics(value: object) -> str:
    return _each(value, _in_words(Topic, topic_text))


def _progress(value: object) -> str:
    """Return how each goal stood, as in "version 1, mål 2: Opnået"."""
    return _each(value, _goal_progress, between="; ")


def _goal_progress(value: object) -> str:
    if not isinstance(value, dict):
        return _value(value)
    stands = _in_words(Progress, progress_text)(value.get("progress"))
    return _("version {version}, goal {goal}: {progress}").format(
        version=value.get("plan_number"), goal=value.get("place"), progress=stands
    )


def _fact(value: object) -> str:
    return field_name(str(value))


def _each(value: object, text: Callable[[object], str], between: str = ", ") -> str:
    """Return the items of a list in words; what is no list, or an empty one, reads as any value does."""
    return between.join(map(text, value)) if value and isinstance(value, list) else _value(value)


def _event(value: object, duties: Mapping[DutyId, Duty]) -> str:
    if value == HEALTH_NEED_FOUND:
        return _("a need for a health assessment was found")
    known = next((duty for duty in duties.values() if duty.id == value), None)
    return duty_name(known) if known else _value(value)


_WORDS: Mapping[tuple[str, str], Callable[[object], str]] = {
    ("cases", "target_group"): _in_words(TargetGroup, target_group_text),
    ("cases", "household_role"): _in_words(HouseholdRole, household_role_text),
    ("citizens", "cpr"): _cpr,
    ("citizens", "sex"): _in_words(Sex, sex_text),
    ("citizens", "nationality"): _nationality,
    ("citizens", "languages"): _languages,
    ("citizens", "interpreter_language"): _language,
    ("goals", "kind"): _in_words(GoalKind, goal_kind_text),
    ("activities", "kind"): _in_words(ActivityKind, activity_kind_text),
    ("commitments", "party"): _in_words(Party, party_text),
    ("goals", "part_of"): _part_of,
    ("offers", "kind"): _in_words(OfferKind, offer_kind_text),
    ("plans", "unsigned_why"): _in_words(NoSignature, no_signature_text),
    ("follow_ups", "form"): _in_words(FollowUpForm, follow_up_form_text),
    ("follow_ups", "topics"): _topics,
    ("follow_ups", "progress"): _progress,
    ("fact_corrections", "fact"): _fact,
    ("consents", "purpose"): _in_words(ConsentPurpose, consent_purpose_text),
    ("deadline_decisions", "kind"): _in_words(DecisionKind, decision_kind_text),
    ("deadline_decisions", "cause"): _in_words(DelayCause, delay_cause_text),
    ("status_periods", "kind"): _status_kind,
    ("status_periods", "aspect"): _aspect,
    ("moves", "direction"): _in_words(MoveDirection, move_text),
    ("results", "kind"): _in_words(ResultKind, result_kind_text),
    ("documents", "language"): _language,
    ("attachments", "media_type"): _in_words(ScanType, scan_type_text),
    ("attachments", "size"): _size,
}

_KINDS: Mapping[str, Callable[[], str]] = {
    "cases": lambda: _("Case"),
    "citizens": lambda: _("Citizen"),
    "households": lambda: _("Household"),
    "status_periods": lambda: _("Support or readiness"),
    "parental_leaves": lambda: _("Parental leave"),
    "moves": lambda: _("Move"),
    "events": lambda: _("Event"),
    "plans": lambda: _("Plan"),
    "goals": lambda: _("Goal"),
    "activities": lambda: _("Activity"),
    "commitments": lambda: _("Who does what"),
    "offers": lambda: _("Offer"),
    "follow_ups": lambda: _("Follow-up"),
    "follow_up_corrections": lambda: _("Correction of a follow-up"),
    "complaints": lambda: _("Complaint"),
    "results": lambda: _("Result"),
    "notes": lambda: _("Note"),
    "fact_corrections": lambda: _("Correction of a date"),
    "consents": lambda: _("Consent"),
    "deadline_decisions": lambda: _("Decision about a deadline"),
    "frozen_plans": lambda: _("Signed version"),
    "documents": lambda: _("Document"),
    "attachments": lambda: _("Scan"),
}

_FIELDS: Mapping[str, Callable[[], str]] = {
    "case_number": lambda: _("case number"),
    "household_role": lambda: _("role in the household"),
    "target_group": lambda: _("target group"),
    "allocation_decided_on": lambda: _("decision on allocation"),
    "permit_granted_on": lambda: _("residence permit granted"),
    "cpr_registered_on": lambda: _("registered in CPR"),
    "applied_in_denmark": lambda: _("applied for in Denmark"),
    "takeover_on": lambda: _("responsibility taken over"),
    "responsible_caseworker": lambda: _("responsible caseworker"),
    "coordinating_department": lambda: _("coordinating department"),
    "coordinating_caseworker": lambda: _("coordinating caseworker"),
    "given_names": lambda: _("given names"),
    "family_name": lambda: _("family name"),
    "native_name": lambda: _("name in its own script"),
    "cpr": lambda: _("CPR number"),
    "birth_date": lambda: _("birth date"),
    "sex": lambda: _("sex"),
    "nationality": lambda: _("nationality"),
    "languages": lambda: _("languages"),
    "interpreter_language": lambda: _("interpreter"),
    "address": lambda: _("address"),
    "postal_code": lambda: _("postal code"),
    "city": lambda: _("city"),
    "phone": lambda: _("phone"),
    "email": lambda: _("e-mail"),
    "protected_address": lambda: _("protected address"),
    "name": lambda: _("name"),
    "aspect": lambda: _("about"),
    "kind": lambda: _("kind"),
    "starts_on": lambda: _("from"),
    "ends_on": lambda: _("to"),
    "child_born_on": lambda: _("child born"),
    "direction": lambda: _("direction"),
    "moved_on": lambda: _("moved on"),
    "municipality_code": lambda: _("municipality"),
    "approved": lambda: _("approved"),
    "duty": lambda: _("duty"),
    "happened_on": lambda: _("date"),
    "reached_on": lambda: _("date"),
    "written_on": lambda: _("date"),
    "note": lambda: _("note"),
    "text": lambda: _("text"),
    "number": lambda: _("version"),
    "ready_on": lambda: _("ready to sign"),
    "signed_by_citizen_on": lambda: _("signed by the citizen"),
    "signed_by_municipality_on": lambda: _("signed by the municipality"),
    "signed_by_interpreter_on": lambda: _("signed by the interpreter"),
    "unsigned_why": lambda: _("without the citizen's signature"),
    "unsigned_reason": lambda: _("reason for the missing signature"),
    "declaration_signed_on": lambda: _("declaration signed"),
    "annulled_on": lambda: _("signature annulled"),
    "annulled_reason": lambda: _("reason for the annulment"),
    "assessment_education": lambda: _("assessment of education"),
    "assessment_work": lambda: _("assessment of work"),
    "assessment_family": lambda: _("assessment of the family"),
    "assessment_health": lambda: _("assessment of health"),
    "health_consent_on": lambda: _("consent to what is written about health"),
    "assessment_network": lambda: _("assessment of the network"),
    "assessment_housing": lambda: _("assessment of housing"),
    "assessment_asylum_phase": lambda: _("from the asylum phase"),
    "education_order_on": lambda: _("education order given"),
    "education_order_text": lambda: _("what the education order asks for"),
    "measure": lambda: _("how it is measured"),
    "part_of": lambda: _("sub-goal"),
    "target_on": lambda: _("at the latest"),
    "achieved_on": lambda: _("achieved"),
    "provider": lambda: _("provider"),
    "department": lambda: _("department"),
    "responsible": lambda: _("responsible"),
    "party": lambda: _("who"),
    "who": lambda: _("name"),
    "due_on": lambda: _("at the latest"),
    "hours_per_week": lambda: _("hours a week"),
    "company": lambda: _("company"),
    "offered_on": lambda: _("offered"),
    "held_on": lambda: _("held"),
    "form": lambda: _("form"),
    "attempted_only": lambda: _("only attempted"),
    "interpreter": lambda: _("interpreter"),
    "participants": lambda: _("participants"),
    "topics": lambda: _("discussed"),
    "agreed": lambda: _("agreed"),
    "repatriation_guided": lambda: _("guided on repatriation"),
    "next_on": lambda: _("next follow-up"),
    "progress": lambda: _("how the goals stand"),
    "finished_at": lambda: _("finished"),
    "corrected_on": lambda: _("date"),
    "fact": lambda: _("about"),
    "date_before": lambda: _("before"),
    "date_after": lambda: _("after"),
    "reason": lambda: _("reason"),
    "file_name": lambda: _("file name"),
    "media_type": lambda: _("kind of file"),
    "size": lambda: _("size"),
    "added_on": lambda: _("attached on"),
    "added_by": lambda: _("attached by"),
    "removed_on": lambda: _("removed on"),
    "removed_by": lambda: _("removed by"),
    "removed_reason": lambda: _("reason for the removal"),
    "purpose": lambda: _("consent that"),
    "given_on": lambda: _("given"),
    "with_whom": lambda: _("shared with"),
    "withdrawn_on": lambda: _("withdrawn"),
    "computed_on": lambda: _("calculated deadline"),
    "meant_on": lambda: _("date"),
    "cause": lambda: _("cause"),
    "made_on": lambda: _("recorded"),
    "made_by": lambda: _("recorded by"),
    "received_on": lambda: _("received"),
    "about": lambda: _("about"),
    "decided_on": lambda: _("decided"),
    "outcome": lambda: _("outcome"),
    "language": lambda: _("language"),
}
