"""Historik in words: who changed what and when, with the value before and after."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeVar

from desktop_app.application.ports import HistoryLine
from desktop_app.domain.case import MoveDirection, OfferKind, ReadinessKind, SupportKind, TargetGroup
from desktop_app.domain.follow_up import FollowUpForm
from desktop_app.domain.plan import ActivityKind, GoalKind
from desktop_app.presenters.field_words import (
    activity_kind_text,
    follow_up_form_text,
    goal_kind_text,
    move_text,
    offer_kind_text,
    readiness_text,
    support_text,
    target_group_text,
)
from desktop_app.translation import _, short_date

Word = TypeVar("Word", bound=StrEnum)

SHOWN = 80
_LINKS = frozenset(
    {"case_id", "citizen_id", "household_id", "plan_id", "frozen_plan_id", "position", "content", "sha256"}
)


@dataclass(frozen=True, slots=True)
class HistoryText:
    """One revision: the moment in Danish time, by whom, what it was about, and each field before and after."""

    when: str
    user: str
    title: str
    changes: tuple[str, ...]

    @property
    def summary(self) -> str:
        """All changes in one line."""
        return " · ".join(self.changes)


def history_text(line: HistoryLine) -> HistoryText:
    """Return a revision in words; links between records say nothing to people and are left out."""
    at = line.at.astimezone()
    record = _KINDS[line.kind]() if line.kind in _KINDS else line.kind
    title = _("{record} deleted") if line.action == "delete" else _("{record} recorded")
    if line.before:
        title = _("{record} changed")
    fields = [field for field in line.after if field not in _LINKS and line.after[field] not in (None, "", [])]
    fields += [field for field in line.before if field not in _LINKS and field not in fields]
    changes = [_change(field, line) for field in fields if line.action != "delete"]
    return HistoryText(
        when=f"{short_date(at.date())} {at:%H.%M}",
        user=line.user,
        title=title.format(record=record),
        changes=tuple(changes),
    )


def _change(field: str, line: HistoryLine) -> str:
    name = _FIELDS[field]() if field in _FIELDS else field
    words = _WORDS.get((line.kind, field), _value)
    after = words(line.after.get(field))
    if field in line.before:
        return _("{field}: {before} → {after}").format(field=name, before=words(line.before[field]), after=after)
    return _("{field}: {after}").format(field=name, after=after)


def _value(value: object) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, float):
        return f"{value:g}".replace(".", ",")
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    text = str(value)
    try:
        return short_date(date.fromisoformat(text))
    except ValueError:
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


_WORDS: Mapping[tuple[str, str], Callable[[object], str]] = {
    ("cases", "target_group"): _in_words(TargetGroup, target_group_text),
    ("goals", "kind"): _in_words(GoalKind, goal_kind_text),
    ("activities", "kind"): _in_words(ActivityKind, activity_kind_text),
    ("offers", "kind"): _in_words(OfferKind, offer_kind_text),
    ("follow_ups", "form"): _in_words(FollowUpForm, follow_up_form_text),
    ("status_periods", "kind"): _status_kind,
    ("moves", "direction"): _in_words(MoveDirection, move_text),
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
    "offers": lambda: _("Offer"),
    "follow_ups": lambda: _("Follow-up"),
    "complaints": lambda: _("Complaint"),
    "results": lambda: _("Result"),
    "notes": lambda: _("Note"),
    "frozen_plans": lambda: _("Signed version"),
    "documents": lambda: _("Document"),
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
    "signed_by_citizen_on": lambda: _("signed by the citizen"),
    "signed_by_municipality_on": lambda: _("signed by the municipality"),
    "declaration_signed_on": lambda: _("declaration signed"),
    "target_on": lambda: _("at the latest"),
    "achieved_on": lambda: _("achieved"),
    "provider": lambda: _("provider"),
    "department": lambda: _("department"),
    "hours_per_week": lambda: _("hours a week"),
    "company": lambda: _("company"),
    "offered_on": lambda: _("offered"),
    "held_on": lambda: _("held"),
    "form": lambda: _("form"),
    "attempted_only": lambda: _("only attempted"),
    "received_on": lambda: _("received"),
    "about": lambda: _("about"),
    "decided_on": lambda: _("decided"),
    "outcome": lambda: _("outcome"),
    "language": lambda: _("language"),
}
