"""Print the minutes of a follow-up: what the case says of it when they are printed, and what the law said that day."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from desktop_app.application.errors import NothingHeld
from desktop_app.application.ports import HistoryLine, LogAction, ReadModel, Work
from desktop_app.application.printed_paper import PaperForm, PaperKind, PrintedPaper, noted
from desktop_app.application.printed_parties import identified_citizen, printed_municipality
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, Progress, Topic
from desktop_app.domain.follow_ups_of_case import contract_in_force
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.next_follow_up import next_follow_up, open_follow_up
from desktop_app.domain.plan import GoalKind, Plan, numbers_on_paper
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedMunicipality
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldGoal:
    """A goal and how it stood; `number` is that of a sub-goal on the printed plan, None for a main goal."""

    number: int | None
    kind: GoalKind
    text: str
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCorrection:
    """What was added after the note was locked."""

    on: date
    by: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUpMinutes:
    """All the minutes say.

    `number` counts the follow-ups that were held, None for an attempt. `due_on` is the deadline it was held for and
    `next_due_on` the one it led to, `next_is_local` where that is the municipality's own standard. `is_finished_here`
    tells that the form was filled in here: then an empty interpreter means that there was none, and topics not among
    `topics` were not discussed. `plan_signed_on` and `plan_number` name the contract it was about. `is_locked` tells
    whether the note is closed, and `locked_on` the day it is or was; None for one that came in from a file.
    """

    case_number: str
    municipality: PrintedMunicipality
    citizen: PrintedCitizen
    printed_on: date
    fictional: bool
    number: int | None
    held_on: date
    form: FollowUpForm
    due_on: date | None
    plan_number: int | None
    plan_signed_on: date | None
    participants: str
    interpreter: str
    is_finished_here: bool
    goals: tuple[ToldGoal, ...]
    topics: tuple[Topic, ...]
    note: str
    agreed: str
    repatriation_guided: bool | None
    next_on: date | None
    next_due_on: date | None
    next_is_local: bool
    written_by: str
    is_locked: bool
    locked_on: date | None
    corrections: tuple[PrintedCorrection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChosenFollowUp:
    """Which follow-up: one by its id, the last one held on a day, or the last one held at all."""

    follow_up_id: str = ""
    held_on: date | None = None


def print_follow_up(
    case_number: str,
    chosen: ChosenFollowUp,
    *,
    work: Work,
    read: ReadModel,
    printer: Callable[[FollowUpMinutes], bytes],
    rulebook: Rulebook,
    now: datetime,
    form: PaperForm = PaperForm.PDF,
) -> PrintedPaper:
    """Return the minutes of a follow-up; that they were printed is logged.

    Raises:
        CaseNotFound: no case has this number.
        NothingHeld: there is no such follow-up.
    """
    with work(Act.PRINT) as unit:
        case = unit.cases.by_number(case_number)
        talk = _chosen(case, chosen)
        content = printer(minutes_of(talk, case, unit.municipality(), read.history(case.id), rulebook, now))
        unit.note(LogAction.PRINTED, case.id, document=PaperKind.FOLLOW_UP, follow_up=talk.id, **noted(form))
        unit.commit()
    return PrintedPaper(
        content=content,
        kind=PaperKind.FOLLOW_UP,
        case_number=case.case_number,
        dated_on=talk.held_on,
        follow_up_id=talk.id,
        form=form,
    )


def minutes_of(
    talk: FollowUp,
    case: Case,
    municipality: Municipality,
    history: Sequence[HistoryLine],
    rulebook: Rulebook,
    now: datetime,
) -> FollowUpMinutes:
    """Return what the minutes say. Deadlines are those of the day it was held, from what was known then."""
    others = tuple(one for one in case.follow_ups if one.id != talk.id)
    due = open_follow_up(facts_of(replace(case, follow_ups=others)), rulebook, talk.held_on)
    following = next_follow_up(facts_of(case), rulebook, held_on=talk.held_on, today=talk.held_on).deadline
    plan = _plan_of(talk, case)
    authors = {line.record: line.user for line in history}  # the latest comes first, so that the first one is kept
    return FollowUpMinutes(
        case_number=case.case_number,
        municipality=printed_municipality(municipality),
        citizen=identified_citizen(case),
        printed_on=now.astimezone().date(),
        fictional=municipality.fictional,
        number=_number(talk, case),
        held_on=talk.held_on,
        form=talk.form,
        due_on=due.due_on if due else None,
        plan_number=plan.number if plan else None,
        plan_signed_on=plan.signed_on if plan else None,
        participants=talk.participants or "",
        interpreter=talk.interpreter or "",
        is_finished_here=talk.finished_at is not None,
        goals=tuple(_goals(talk, case)),
        topics=talk.topics,
        note=talk.note or "",
        agreed=talk.agreed or "",
        repatriation_guided=talk.repatriation_guided,
        next_on=talk.next_on,
        next_due_on=following.due_on,
        next_is_local=following.duty is DutyId.FOLLOW_UP_LOCAL,
        written_by=authors.get(talk.id, ""),
        is_locked=talk.is_closed(now),
        locked_on=talk.closes_at.astimezone().date() if talk.closes_at else None,
        corrections=tuple(
            PrintedCorrection(on=one.on, by=authors.get(one.id, ""), text=one.text)
            for one in sorted(talk.corrections, key=lambda one: one.on)
        ),
    )


def _chosen(case: Case, chosen: ChosenFollowUp) -> FollowUp:
    if chosen.follow_up_id:
        found = [talk for talk in case.follow_ups if talk.id == chosen.follow_up_id]
    else:
        held = _held(case)
        found = [talk for talk in held if chosen.held_on in {None, talk.held_on}]
    if not found:
        raise NothingHeld(case.case_number, chosen.held_on)
    return found[-1]


def _held(case: Case) -> list[FollowUp]:
    """Return the follow-ups that were held, the earliest first."""
    return sorted((talk for talk in case.follow_ups if not talk.attempted_only), key=_moment)


def _moment(talk: FollowUp) -> tuple[date, str]:
    return talk.held_on, talk.finished_at.isoformat() if talk.finished_at else ""


def _number(talk: FollowUp, case: Case) -> int | None:
    numbers = {one.id: number for number, one in enumerate(_held(case), start=1)}
    return numbers.get(talk.id)


def _plan_of(talk: FollowUp, case: Case) -> Plan | None:
    """Return the contract it told of, otherwise the one in force that day."""
    if talk.progress:
        return next((plan for plan in case.plans if plan.number == talk.progress[0].plan_number), None)
    signed = tuple(plan for plan in case.plans if plan.signed_on and plan.signed_on <= talk.held_on)
    return contract_in_force(replace(case, plans=signed))


def _goals(talk: FollowUp, case: Case) -> Iterator[ToldGoal]:
    goals = {plan.number: plan.goals for plan in case.plans}
    for told in talk.progress:
        listed = goals.get(told.plan_number, ())
        if 0 < told.place <= len(listed):
            goal = listed[told.place - 1]
            number = numbers_on_paper(listed).get(goal.id)
            yield ToldGoal(number=number, kind=goal.kind, text=goal.text, progress=told.progress)
