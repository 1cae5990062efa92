"""A case as lines »Felt: værdi«, to be pasted into the municipality's main system."""

from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date

from desktop_app.application.copy_out import CopyField, CopySource
from desktop_app.domain.case import Case
from desktop_app.domain.cpr import formatted, masked
from desktop_app.domain.deadline import OPEN, Status
from desktop_app.domain.plan import current_plan, state_of
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_head import spoken_text
from desktop_app.presenters.field_words import (
    activity_kind_text,
    goal_kind_text,
    household_role_text,
    nationality_text,
    party_text,
    period_text,
    support_text,
    target_group_text,
)
from desktop_app.presenters.plan_state_texts import plan_state_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, capitalised, short_date

Lines = Iterator[tuple[str, str]]


def copy_field_text(field: CopyField) -> str:
    """Return what a field is called in the list to choose from."""
    return {
        CopyField.CASE_NUMBER: _("Case number"),
        CopyField.NAMES: _("Names"),
        CopyField.CPR: _("CPR number"),
        CopyField.BIRTH_DATE: _("Birth date"),
        CopyField.NATIONALITY: _("Nationality"),
        CopyField.ADDRESS: _("Address"),
        CopyField.PHONE: _("Phone"),
        CopyField.EMAIL: _("E-mail"),
        CopyField.LANGUAGE: _("Language and interpreter"),
        CopyField.TARGET_GROUP: _("Target group"),
        CopyField.DATES: _("Allocation, permit and takeover"),
        CopyField.CASEWORKER: _("Responsible caseworker"),
        CopyField.DEPARTMENT: _("Coordinating department"),
        CopyField.FAMILY: _("Household"),
        CopyField.SUPPORT: _("Support"),
        CopyField.PLAN: _("Version and signature of the plan"),
        CopyField.GOALS: _("Goals"),
        CopyField.ACTIVITIES: _("Activities"),
        CopyField.COMMITMENTS: _("Who does what"),
        CopyField.NEXT_FOLLOW_UP: _("Next follow-up"),
        CopyField.DEADLINES: _("Open deadlines"),
    }[field]


def copied_text(source: CopySource, fields: Collection[CopyField], rulebook: Rulebook, *, shows_cpr: bool) -> str:
    """Return the chosen fields, one value a line, in a fixed order; what is not known is left out.

    The address of somebody whose address is protected is never in it, and the whole number only if `shows_cpr`.
    """
    lines = [
        f"{label}: {' '.join(value.split())}"
        for field in CopyField
        if field in fields
        for label, value in _lines(field, source, rulebook, shows_cpr=shows_cpr)
        if value.strip()
    ]
    return "\n".join(lines)


def _lines(field: CopyField, source: CopySource, rulebook: Rulebook, *, shows_cpr: bool) -> Lines:
    if field is CopyField.CPR:
        cpr = source.case.citizen.cpr
        yield _("CPR number"), (formatted if shows_cpr else masked)(cpr) if cpr else ""
    elif field is CopyField.DEADLINES:
        for deadline in source.deadlines:
            if deadline.status in OPEN and deadline.due_on:
                text = _("{date} (overdue)") if deadline.status is Status.OVERDUE else "{date}"
                due = text.format(date=short_date(deadline.due_on))
                yield _("Deadline, {duty}").format(duty=duty_name(rulebook.duties[deadline.duty])), due
    else:
        yield from _OF_CASE[field](source.case)


def _names(case: Case) -> Lines:
    yield _("Given names"), case.citizen.given_names
    yield _("Family name"), case.citizen.family_name
    yield _("Name in its own script"), case.citizen.native_name or ""


def _address(case: Case) -> Lines:
    citizen = case.citizen
    if citizen.protected_address:
        yield _("Address"), _("Protected address")
        return
    place = " ".join(part for part in (citizen.postal_code, citizen.city) if part)
    yield _("Address"), ", ".join(part for part in (citizen.address, place) if part)


def _dates(case: Case) -> Lines:
    yield _("Decision on allocation"), _date(case.allocation_decided_on)
    yield _("Residence permit granted"), _date(case.permit_granted_on)
    yield _("Registered in CPR"), _date(case.cpr_registered_on)
    yield _("The municipality takes over"), _date(case.takeover_on)


def _family(case: Case) -> Lines:
    if case.household:
        yield _("Household"), case.household.name
        yield _("In the household"), household_role_text(case.household_role) if case.household_role else ""


def _support(case: Case) -> Lines:
    for support in case.support:
        period = period_text(support.period.first, support.period.last)
        yield _("Support"), f"{support_text(support.kind)}, {period}"


def _plan(case: Case) -> Lines:
    plan = current_plan(case.plans)
    if plan is None:
        return
    yield _("Contract and plan, version"), f"{plan.number} ({plan_state_text(state_of(plan, case.plans)).lower()})"
    yield _("Contract signed"), _date(plan.signed_on)
    yield _("Declaration signed"), _date(plan.declaration_signed_on)


def _goals(case: Case) -> Lines:
    plan = current_plan(case.plans)
    for goal in plan.goals if plan else ():
        until = _("at the latest {date}").format(date=short_date(goal.target_on)) if goal.target_on else ""
        reached = _("achieved on {date}").format(date=short_date(goal.achieved_on)) if goal.achieved_on else ""
        seen_by = (
            _("this is how we see that it is reached: {measure}").format(measure=goal.measure) if goal.measure else ""
        )
        kind = goal_kind_text(goal.kind)
        name = kind if goal.part_of is None else _("Sub-goal, {kind}").format(kind=kind)
        yield name, ", ".join(part for part in (goal.text, until, reached, seen_by) if part)


def _activities(case: Case) -> Lines:
    plan = current_plan(case.plans)
    for activity in plan.activities if plan else ():
        hours = activity.hours_per_week
        weekly = _("{hours} hours a week").format(hours=f"{hours:g}".replace(".", ",")) if hours is not None else ""
        period = period_text(activity.starts_on, activity.ends_on) if activity.starts_on or activity.ends_on else ""
        parts = (activity.text, activity.provider or "", period, weekly)
        yield _("Activity, {kind}").format(kind=activity_kind_text(activity.kind)), ", ".join(filter(None, parts))


def _commitments(case: Case) -> Lines:
    plan = current_plan(case.plans)
    for commitment in plan.commitments if plan else ():
        until = _("at the latest {date}").format(date=short_date(commitment.due_on)) if commitment.due_on else ""
        who = commitment.who or party_text(commitment.party)
        yield _("Who does what, {who}").format(who=who), ", ".join(filter(None, (commitment.text, until)))


def _next_follow_up(case: Case) -> Lines:
    latest = max(case.follow_ups, key=lambda talk: talk.held_on, default=None)
    yield _("Next follow-up"), _date(latest.next_on if latest else None)


def _date(day: date | None) -> str:
    return short_date(day) if day else ""


_OF_CASE: Mapping[CopyField, Callable[[Case], Lines]] = {
    CopyField.CASE_NUMBER: lambda case: iter([(_("Case number"), case.case_number)]),
    CopyField.NAMES: _names,
    CopyField.BIRTH_DATE: lambda case: iter([(_("Birth date"), _date(case.citizen.birth_date))]),
    CopyField.NATIONALITY: lambda case: iter(
        [(_("Nationality"), nationality_text(case.citizen.nationality) if case.citizen.nationality else "")]
    ),
    CopyField.ADDRESS: _address,
    CopyField.PHONE: lambda case: iter([(_("Phone"), case.citizen.phone or "")]),
    CopyField.EMAIL: lambda case: iter([(_("E-mail"), case.citizen.email or "")]),
    CopyField.LANGUAGE: lambda case: iter([(_("Language and interpreter"), spoken_text(case.citizen))]),
    CopyField.TARGET_GROUP: lambda case: iter([(_("Target group"), capitalised(target_group_text(case.target_group)))]),
    CopyField.DATES: _dates,
    CopyField.CASEWORKER: lambda case: iter([(_("Responsible caseworker"), case.responsible_caseworker or "")]),
    CopyField.DEPARTMENT: lambda case: iter([(_("Coordinating department"), case.coordinating_department or "")]),
    CopyField.FAMILY: _family,
    CopyField.SUPPORT: _support,
    CopyField.PLAN: _plan,
    CopyField.GOALS: _goals,
    CopyField.ACTIVITIES: _activities,
    CopyField.COMMITMENTS: _commitments,
    CopyField.NEXT_FOLLOW_UP: _next_follow_up,
}
