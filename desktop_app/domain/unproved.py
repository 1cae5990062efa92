"""What a case cannot prove: who is responsible, what was signed, and what the latest follow-up was about."""

from collections.abc import Iterator
from datetime import date, timedelta

from desktop_app.domain.case import Case
from desktop_app.domain.completeness import PlanPart, check_plan, missing_parts
from desktop_app.domain.dates import add_months
from desktop_app.domain.deadline import OPEN, Reason, Status
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, Topic
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.scan import attached
from desktop_app.domain.stopped_deadlines import Deadlines, is_untouched, plan_in_hand

READY_FOR = timedelta(days=14)
"""How long a plan may be ready and unsigned before somebody should ask why."""

REMEMBERED_FOR = timedelta(days=30)
"""How long somebody can be asked what a talk was about and who interpreted."""

SCANNED_WITHIN = 12
"""For how many months after the signature its scan is asked for.

So long the paper lies with whoever had it signed, and the one responsible can attach it: the contract is revised after
a year at the latest. What was signed before is history that came in from another system, with its scans in that one.
"""

_INTERPRETER = "tolk"
"""A note that holds this word says itself whether somebody interpreted."""


def unproved(case: Case, deadlines: Deadlines, today: date) -> Iterator[Gap]:
    """Yield what a case cannot prove on a day."""
    yield from _person(case)
    yield from _signing(case, deadlines, today)
    yield from _contract(case, deadlines)
    yield from _scans(case, deadlines, today)
    yield from _department(case, deadlines)
    yield from _latest_talk(case, today)


def _person(case: Case) -> Iterator[Gap]:
    citizen = case.citizen
    if not (case.responsible_caseworker and case.responsible_caseworker.strip()):
        yield Gap(GapKind.NO_CASEWORKER)
    if citizen.birth_date is None:
        yield Gap(GapKind.NO_BIRTH_DATE)
    if not citizen.languages:
        yield Gap(GapKind.NO_LANGUAGE)
    if citizen.cpr is None and case.takeover_on:  # newcomers get theirs when the municipality takes over (§ 10)
        yield Gap(GapKind.NO_CPR)


def _signing(case: Case, deadlines: Deadlines, today: date) -> Iterator[Gap]:
    for plan in case.plans:
        signature_on = plan.signed_by_citizen_on or plan.signed_by_municipality_on
        if signature_on and not plan.signed_on and not plan.annulment:
            yield Gap(GapKind.ONE_SIGNATURE, on=signature_on)
    in_hand = plan_in_hand(case)
    if in_hand is None or in_hand.ready_on is None or not is_untouched(in_hand):
        return
    if deadlines[DutyId.CONTRACT_SIGNED].status is Status.OVERDUE or in_hand.ready_on + READY_FOR <= today:
        yield Gap(GapKind.READY_NOT_SIGNED, on=in_hand.ready_on)


def _contract(case: Case, deadlines: Deadlines) -> Iterator[Gap]:
    """Yield what a signed contract lacks; of who needs none nothing is asked."""
    signed = [plan for plan in sorted(case.plans, key=lambda plan: plan.number) if plan.signed_on]
    if not signed:
        return
    if signed[0].declaration_signed_on is None and _applies(DutyId.CONTRACT_DECLARATION, deadlines):
        yield Gap(GapKind.NO_DECLARATION, on=signed[0].signed_on)
    if not _applies(DutyId.CONTRACT_SIGNED, deadlines):
        return
    for part in missing_parts(check_plan(signed[-1], case, has_sanctions_text=True, has_complaint_text=True)):
        if part is not PlanPart.MUNICIPALITY:  # NO_CASEWORKER says the same
            yield Gap(GapKind.SIGNED_INCOMPLETE, on=signed[-1].signed_on, part=part)


def _scans(case: Case, deadlines: Deadlines, today: date) -> Iterator[Gap]:
    """Yield each version signed lately, in force or replaced since, whose paper nobody can show."""
    if not _applies(DutyId.CONTRACT_SIGNED, deadlines):
        return
    for plan in case.plans:
        if plan.signed_on and not attached(plan.scans) and today <= add_months(plan.signed_on, SCANNED_WITHIN):
            yield Gap(GapKind.NO_SIGNATURE_SCAN, on=plan.signed_on, record=plan.id)


def _department(case: Case, deadlines: Deadlines) -> Iterator[Gap]:
    """Yield that no department was named where the rule asks for it; a signed contract that lacks it says so itself."""
    if deadlines[DutyId.COORDINATING_DEPARTMENT_NAMED].reason is not Reason.DEPARTMENT_NOT_NAMED:
        return
    has_time = deadlines[DutyId.CONTRACT_SIGNED].status in OPEN - {Status.OVERDUE}
    if not has_time and not any(plan.signed_on for plan in case.plans):
        yield Gap(GapKind.NO_DEPARTMENT)


def _latest_talk(case: Case, today: date) -> Iterator[Gap]:
    """Yield what the latest follow-up held does not tell; an addition to it is taken to tell it.

    Of those before it nothing is asked, nor of one that is long ago more than that there is a note.
    """
    talk = max((one for one in case.follow_ups if not one.attempted_only), key=_held_on, default=None)
    if talk is None or talk.corrections:
        return
    if not (talk.note and talk.note.strip()):
        yield Gap(GapKind.TALK_WITHOUT_NOTE, on=talk.held_on, record=talk.id)
    if talk.held_on + REMEMBERED_FOR < today:
        return
    if talk.finished_at and len(set(talk.topics)) < len(Topic):
        yield Gap(GapKind.TALK_WITHOUT_TOPICS, on=talk.held_on, record=talk.id)
    if case.citizen.interpreter_language and not _tells_of_interpreter(talk):
        yield Gap(GapKind.INTERPRETER_UNRECORDED, on=talk.held_on, record=talk.id)


def _tells_of_interpreter(talk: FollowUp) -> bool:
    """Tell whether a talk says who interpreted, or that nobody did; one finished in this program was asked."""
    if talk.interpreter or talk.finished_at or talk.form is FollowUpForm.LETTER:
        return True
    return any(_INTERPRETER in text.casefold() for text in (talk.note, talk.agreed, talk.participants) if text)


def _applies(duty: DutyId, deadlines: Deadlines) -> bool:
    return deadlines[duty].status is not Status.NOT_APPLICABLE


def _held_on(talk: FollowUp) -> date:
    return talk.held_on
