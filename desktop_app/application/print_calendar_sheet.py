"""Print the citizen's next dates in large type, to hang up at home: what is agreed, and what is to be reached when."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from desktop_app.application.ports import LogAction, Work
from desktop_app.application.printed_paper import PaperForm, PaperKind, PrintedPaper, noted
from desktop_app.application.printed_parties import named_citizen, printed_municipality
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import CaseFacts, facts_of, known_on
from desktop_app.domain.dates import latest_working_day
from desktop_app.domain.deadline import OPEN
from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.decided_deadlines import decision_about
from desktop_app.domain.duties import DutyId
from desktop_app.domain.follow_ups_of_case import contract_in_force
from desktop_app.domain.moves_of_case import moved_away_on
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.next_follow_up import FOLLOW_UP_DUTIES, open_follow_up
from desktop_app.domain.plan import ActivityKind, GoalKind, Party, Plan
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedMunicipality
from desktop_app.domain.planned_meetings import latest_talk, planned_meeting
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook


class SheetDateKind(StrEnum):
    """What happens on a day; days with several are printed in this order."""

    TALK = "talk"
    CONTRACT_TALK = "contract_talk"
    OTHER_TALK = "other_talk"
    TALK_AT_THE_LATEST = "talk_at_the_latest"
    ACTIVITY = "activity"
    OWN_PROMISE = "own_promise"
    MUNICIPALITY_PROMISE = "municipality_promise"
    OTHERS_PROMISE = "others_promise"
    GOAL = "goal"


_PROMISES = {
    Party.CITIZEN: SheetDateKind.OWN_PROMISE,
    Party.MUNICIPALITY: SheetDateKind.MUNICIPALITY_PROMISE,
    Party.OTHER: SheetDateKind.OTHERS_PROMISE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDate:
    """A day and what it is about. `text` and `provider` are empty where the kind says it all.

    Of what others than the citizen and the municipality have promised, `provider` is who has.

    What concerns health keeps its words to itself: the sheet hangs where others see it.
    """

    on: date
    kind: SheetDateKind
    text: str = ""
    provider: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarSheet:
    """All the sheet says. It names the citizen and holds neither number nor address."""

    case_number: str
    municipality: PrintedMunicipality
    citizen: PrintedCitizen
    printed_on: date
    fictional: bool
    caseworker: str
    has_interpreter: bool
    dates: tuple[SheetDate, ...]


def print_calendar_sheet(
    case_number: str,
    *,
    work: Work,
    printer: Callable[[CalendarSheet], bytes],
    rulebook: Rulebook,
    today: date,
    form: PaperForm = PaperForm.PDF,
) -> PrintedPaper:
    """Return the sheet with what lies ahead of a citizen; that it was printed is logged.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.PRINT) as unit:
        case = unit.cases.by_number(case_number)
        content = printer(sheet_of(case, unit.municipality(), rulebook, today))
        unit.note(LogAction.PRINTED, case.id, document=PaperKind.CALENDAR_SHEET, **noted(form))
        unit.commit()
    return PrintedPaper(
        content=content, kind=PaperKind.CALENDAR_SHEET, case_number=case.case_number, dated_on=today, form=form
    )


def sheet_of(case: Case, municipality: Municipality, rulebook: Rulebook, today: date) -> CalendarSheet:
    """Return what lies ahead on a day: meetings, what begins under the contract in force, who does what, and its goals.

    A draft binds nobody, so nothing of it is here.
    """
    facts = facts_of(case)
    found = set() if moved_away_on(known_on(facts, today)) else set(_talks(case, facts, rulebook, today))
    contract = contract_in_force(case)
    ahead = [one for one in (*found, *(_agreed(contract) if contract else ())) if one.on >= today]
    order = list(SheetDateKind)
    return CalendarSheet(
        case_number=case.case_number,
        municipality=printed_municipality(municipality),
        citizen=named_citizen(case),
        printed_on=today,
        fictional=municipality.fictional,
        caseworker=case.responsible_caseworker or "",
        has_interpreter=case.citizen.interpreter_language is not None,
        dates=tuple(sorted(ahead, key=lambda one: (one.on, order.index(one.kind), one.text, one.provider))),
    )


def _talks(case: Case, facts: CaseFacts, rulebook: Rulebook, today: date) -> Iterator[SheetDate]:
    """Yield the meetings planned; a follow-up that is due without one is said to come at the latest then."""
    deadlines = deadlines_for(facts, rulebook, today)
    for deadline in deadlines:
        decided = decision_about(deadline, DecisionKind.MEETING)
        if decided and decided.on and deadline.status in OPEN and deadline.duty not in FOLLOW_UP_DUTIES:
            yield SheetDate(on=decided.on, kind=_kind_of_talk(deadline.duty))
    meeting = planned_meeting(deadlines, latest_talk(case.follow_ups, today), today)
    due = open_follow_up(facts, rulebook, today)
    if meeting and meeting.on >= today:
        yield SheetDate(on=meeting.on, kind=SheetDateKind.TALK)
    elif due and due.due_on:
        planned = latest_working_day(due.due_on)
        yield SheetDate(on=planned if planned >= today else due.due_on, kind=SheetDateKind.TALK_AT_THE_LATEST)


def _kind_of_talk(duty: DutyId) -> SheetDateKind:
    if duty in {DutyId.CONTRACT_SIGNED, DutyId.CONTRACT_REVISED_AFTER_ONE_YEAR}:
        return SheetDateKind.CONTRACT_TALK
    return SheetDateKind.OTHER_TALK


def _agreed(contract: Plan) -> Iterator[SheetDate]:
    for activity in contract.activities:
        if activity.starts_on:
            hides = activity.kind is ActivityKind.HEALTH
            yield SheetDate(
                on=activity.starts_on,
                kind=SheetDateKind.ACTIVITY,
                text="" if hides else activity.text,
                provider="" if hides else activity.provider or "",
            )
    for promise in contract.commitments:
        if promise.due_on:
            kind = _PROMISES[promise.party]
            who = promise.who or "" if kind is SheetDateKind.OTHERS_PROMISE else ""
            yield SheetDate(on=promise.due_on, kind=kind, text=promise.text, provider=who)
    for goal in contract.goals:
        if goal.target_on and not goal.achieved_on:
            text = "" if goal.kind is GoalKind.HEALTH else goal.text
            yield SheetDate(on=goal.target_on, kind=SheetDateKind.GOAL, text=text)
