"""What is said beside the plan editor: its check list, its warnings, its hours, and its title."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.application.plan_examining import PlanExamination
from desktop_app.domain.completeness import PlanCheck, PlanPart
from desktop_app.domain.plan import PlanState
from desktop_app.domain.plan_warnings import PlanWarning, WarningKind
from desktop_app.presenters.field_words import plan_part_text
from desktop_app.presenters.plan_field_names import CONSENT
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.plan_rows_typed import GoalSection, hours_text
from desktop_app.presenters.plan_state_texts import state_in_sentence
from desktop_app.translation import _, _n, long_date

DEPARTMENT, CASEWORKER = FieldPlace("", "department"), FieldPlace("", "caseworker")
FOLLOW_UPS = FieldPlace("", "follow_ups")
"""No field of the form: the follow-ups of the case."""

_TWO = 2


@dataclass(frozen=True, slots=True)
class CheckLine:
    """A part of the check list with its paragraph; `place` is where it is mended, None where that is not here."""

    text: str
    section: str
    in_place: bool
    place: FieldPlace | None


@dataclass(frozen=True, slots=True)
class WarningLine:
    """A warning; `place` is where it is mended, None where that is not one field."""

    text: str
    place: FieldPlace | None


def plan_title(number: int, state: PlanState, *, is_unsigned: bool = False) -> str:
    """Return "Kontrakt, version 1 (kladde)"; one that `is_unsigned` was concluded without the citizen."""
    words = _("draft") if state is PlanState.DRAFT else state_in_sentence(state)
    if is_unsigned and state is PlanState.SIGNED:
        words = _("concluded without the citizen's signature")
    return _("Contract, version {number} ({state})").format(number=number, state=words)


def check_lines(checks: Sequence[PlanCheck], form: PlanForm) -> list[CheckLine]:
    """Return the check list, each part with the field it is filled in at."""
    return [
        CheckLine(plan_part_text(check.part), check.section, check.in_place, _place_of(check.part, form))
        for check in checks
    ]


def checks_summary(checks: Sequence[PlanCheck]) -> str:
    """Return "5 af 8 er på plads"."""
    return _("{count} of {all} are in place").format(count=sum(check.in_place for check in checks), all=len(checks))


def warning_lines(warnings: Sequence[PlanWarning]) -> list[WarningLine]:
    """Return the warnings, each with the field it is about."""
    return [WarningLine(_warning_text(warning), _place_of_warning(warning)) for warning in warnings]


def hours_sentence(examined: PlanExamination) -> str:
    """Return "I alt 37 timer om ugen fra den 4. januar 2027." and how long the programme runs, as far as known."""
    sentences = []
    if most := examined.hours:
        hours = _weekly(most.total)
        if most.since is None:
            sentences.append(_("In all {hours}.").format(hours=hours))
        else:
            text = _("In all {hours} from {date}.") if most.holds_all else _("Up to {hours} from {date}.")
            sentences.append(text.format(hours=hours, date=long_date(most.since)))
    if examined.programme_ends_on:
        ends = long_date(examined.programme_ends_on)
        sentences.append(_("The programme runs until {date}.").format(date=ends))
    return " ".join(sentences)


def _weekly(hours: float) -> str:
    return _n("{n} hour a week", "{n} hours a week", 1 if hours == 1 else _TWO).format(n=hours_text(hours))


def _warning_text(warning: PlanWarning) -> str:
    if warning.kind is WarningKind.TOO_MANY_HOURS:
        return _hours_text(warning)
    on = long_date(warning.on) if warning.on else ""
    return {
        WarningKind.ENDS_BEFORE_START: _("The activity ends before it begins."),
        WarningKind.ACTIVITY_AFTER_PROGRAMME: _("The activity ends after the contract expires on {date}."),
        WarningKind.GOAL_AFTER_PROGRAMME: _("The date of the goal lies after the contract expires on {date}."),
        WarningKind.NO_FOLLOW_UP_DATE: _("No date for the next follow-up can be calculated."),
        WarningKind.NO_ASSESSMENT: _("Nothing is written in the overall assessment (BEK 208/2026 § 7)."),
        WarningKind.HEALTH_WITHOUT_CONSENT: _(
            "What is written about health is left off the paper while the date of the citizen's consent is missing."
        ),
        WarningKind.HEALTH_CONSENT_WITHDRAWN: _(
            "What is written about health is left off the paper: the citizen has withdrawn the consent."
        ),
    }[warning.kind].format(date=on)


def _hours_text(warning: PlanWarning) -> str:
    if warning.count == 1:
        return _("The activity takes {hours}. A full week is {limit} hours.").format(
            hours=_weekly(warning.hours), limit=hours_text(warning.limit)
        )
    if warning.count == _TWO:
        return _("Two activities overlap and make {hours} together.").format(hours=_weekly(warning.hours))
    return _("{count} activities overlap and make {hours} together.").format(
        count=warning.count, hours=_weekly(warning.hours)
    )


def _place_of_warning(warning: PlanWarning) -> FieldPlace | None:
    whole = {
        WarningKind.NO_FOLLOW_UP_DATE: FOLLOW_UPS,
        WarningKind.HEALTH_WITHOUT_CONSENT: FieldPlace("", CONSENT),
        WarningKind.HEALTH_CONSENT_WITHDRAWN: FieldPlace("", CONSENT),
        WarningKind.NO_ASSESSMENT: FieldPlace("", "education"),
    }
    fields = {
        WarningKind.ENDS_BEFORE_START: "ends",
        WarningKind.ACTIVITY_AFTER_PROGRAMME: "ends",
        WarningKind.TOO_MANY_HOURS: "hours",
        WarningKind.GOAL_AFTER_PROGRAMME: "target",
    }
    return FieldPlace(warning.record, fields[warning.kind]) if warning.record else whole.get(warning.kind)


def _place_of(part: PlanPart, form: PlanForm) -> FieldPlace | None:
    if part is PlanPart.MUNICIPALITY:
        return CASEWORKER
    if part is PlanPart.COORDINATING_DEPARTMENT:
        return DEPARTMENT
    if part is PlanPart.MAIN_GOAL:
        return _first_goal(form, GoalSection.MAIN)
    if part is PlanPart.DANISH_GOAL:
        return _first_goal(form, GoalSection.DANISH)
    if part is PlanPart.ACTIVITY_WITH_START and form.activities:
        return FieldPlace(form.activities[0].id, "starts")
    return None


def _first_goal(form: PlanForm, section: GoalSection) -> FieldPlace | None:
    goals = form.goals_of(section)
    return FieldPlace(goals[0].id, "text") if goals else None
