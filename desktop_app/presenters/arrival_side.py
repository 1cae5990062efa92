"""What stands beside *Ny modtagelse*: who it may be, how the takeover is proposed, and what follows from it."""

from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.application.ports import CaseLine
from desktop_app.domain.dates import SATURDAY, is_working_day, latest_working_day
from desktop_app.domain.deadline import Deadline, Reason
from desktop_app.domain.rulebook import Rulebook, RuleVersion, Standing
from desktop_app.presenters.arrival_reading import PersonRead
from desktop_app.presenters.calculation_texts import StepText, step_texts, uncertainty
from desktop_app.presenters.reason_texts import reason_text
from desktop_app.presenters.rule_texts import duty_name, fact_text, legal_basis, standing_text
from desktop_app.translation import _, capitalised, day_and_month, long_date, short_date, weekday

_OWN_ACT = "Integrationsloven"


@dataclass(frozen=True, slots=True)
class SimilarCase:
    """A case that may be about the person typed."""

    text: str
    case_number: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """How the takeover proposed was computed, step by step, or why none is proposed."""

    steps: tuple[StepText, ...] = ()
    basis: str = ""
    uncertainty: str = ""
    why_none: str = ""


@dataclass(frozen=True, slots=True)
class StartedDuty:
    """A deadline that starts with the takeover; `hint` says when to plan it that falls on a day nobody works."""

    duty: str
    section: str
    due: str
    hint: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalSide:
    """Everything that stands beside the form for the person shown."""

    similar: SimilarCase | None
    proposal: Proposal
    started: tuple[StartedDuty, ...]
    note: str


def side_of(person: PersonRead, similar: CaseLine | None, rulebook: Rulebook) -> ArrivalSide:
    """Return what stands beside a person's fields; `similar` is the case most like them, if there is one."""
    return ArrivalSide(
        similar=similar_case(similar) if similar else None,
        proposal=_proposal(person),
        started=tuple(_started(person.start.started, rulebook)) if person.start else (),
        note=_note(person),
    )


def similar_case(line: CaseLine) -> SimilarCase:
    """Return the sentence that asks whether it is the same person."""
    name = f"{line.given_names.strip()} {line.family_name.strip()}"
    if line.birth_date:
        text = _("{name}, born {year}, case {number}. Is it the same person?")
    else:
        text = _("{name}, case {number}. Is it the same person?")
    year = line.birth_date.year if line.birth_date else ""
    return SimilarCase(text.format(name=name, year=year, number=line.case_number), line.case_number)


def _proposal(person: PersonRead) -> Proposal:
    if person.start is None:
        return Proposal(why_none=_("Choose the target group, and the date is proposed."))
    deadline = person.start.proposal
    if deadline.reason is Reason.FACT_MISSING and deadline.missing:
        fact = fact_text(deadline.missing)
        return Proposal(why_none=_("The date is proposed when this is filled in: {fact}.").format(fact=fact))
    if deadline.reason or deadline.rule is None:
        return Proposal(why_none=reason_text(deadline))
    return Proposal(
        steps=tuple(step_texts(deadline)),
        basis=legal_basis(deadline.rule),
        uncertainty=uncertainty(deadline) or "",
    )


def _started(started: Sequence[Deadline], rulebook: Rulebook) -> list[StartedDuty]:
    """The advice for a day nobody works stands at the last of those due on it."""
    last_on = {deadline.due_on: deadline for deadline in started}
    return [
        StartedDuty(
            duty=duty_name(rulebook.duties[deadline.duty]),
            section=_section(deadline.rule) if deadline.rule else "",
            due=short_date(deadline.due_on) if deadline.due_on else "",
            hint=_hint(deadline) if last_on[deadline.due_on] is deadline else "",
        )
        for deadline in started
    ]


def _section(rule: RuleVersion) -> str:
    if rule.standing is not Standing.STATUTE:
        return standing_text(rule)
    return rule.source.section if rule.source.act == _OWN_ACT else legal_basis(rule)


def _hint(deadline: Deadline) -> str:
    due_on = deadline.due_on
    if due_on is None or is_working_day(due_on):
        return ""
    before = latest_working_day(due_on)
    day = _("{weekday} {date}").format(
        weekday=weekday(before), date=day_and_month(before) if before.year == due_on.year else long_date(before)
    )
    free = capitalised(weekday(due_on))
    if due_on.weekday() < SATURDAY:
        free = _("{weekday} and public holiday").format(weekday=free)
    return _("{weekday}. Plan it for {date} at the latest.").format(weekday=free, date=day)


def _note(person: PersonRead) -> str:
    start = person.start
    if start is None or start.takeover_on is None:
        return _("Deadlines start when the date of the takeover is filled in.")
    if start.is_minor:
        fewer = _("Under 18 at the takeover: fewer duties apply.")
        return fewer if start.started else _("Under 18 at the takeover: no deadline starts.")
    return "" if start.started else _("No deadline starts on this date.")
