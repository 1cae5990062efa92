"""The desk of a case over a store in memory; a test may make everything fail, once or for good."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from datetime import date

from desktop_app.application.change_case import change_case
from desktop_app.application.changes import Changes
from desktop_app.application.copy_out import CopyField, CopySource, copy_out
from desktop_app.application.correct_fact import correct_fact
from desktop_app.application.decide_deadline import Decided, decide_deadline, undo_decision, withdraw_decision
from desktop_app.application.join_family import Joined, join_family, leave_family
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import CaseLine
from desktop_app.application.record_event import Recorded, record_event, record_offer, take_back
from desktop_app.application.show_address import show_address
from desktop_app.application.show_cpr import show_cpr
from desktop_app.domain.case import Case, CorrectedFact, Offer
from desktop_app.domain.deadline_deciding import Deciding
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.recorded_events import Delay, Happening
from desktop_app.domain.rulebook import Rulebook
from tests.fakes import FakeStore, paper_shows
from tests.presenters.opened import TODAY, opened_from


class CaseOffice:
    """What `composition.case_desk.CaseDesk` does, in memory."""

    def __init__(self, rulebook: Rulebook, *cases: Case) -> None:
        self.rulebook = rulebook
        self.store = FakeStore(*cases)
        self.error: Exception | None = None
        self.fails_from = 0
        self.calls = 0

    def fail(self, error: Exception, *, after: int = 0) -> None:
        """Let everything fail from now on, once so many calls have succeeded."""
        self.error, self.fails_from, self.calls = error, after, 0

    def opened(self, case_number: str = "2026-014") -> OpenedCase:
        """Return a case as the page has it."""
        return opened_from(self.store, self.rulebook, TODAY, case_number)

    def case(self, case_number: str = "2026-014") -> Case:
        """Return a case as it is saved."""
        return self.store.case(case_number)

    def change_meanwhile(self, edit: Callable[[Case], Case], case_number: str = "2026-014") -> None:
        """Let somebody else save the case."""
        with self.store.work() as unit:
            unit.cases.save(edit(unit.cases.by_number(case_number)))
            unit.commit()

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        assert (searched_for, again) == ("", True)
        self._may_fail()
        return opened_from(self.store, self.rulebook, today, case_number)

    def show_cpr(self, case_number: str) -> str | None:
        self._may_fail()
        return show_cpr(case_number, work=self.store.work)

    def show_address(self, case_number: str) -> None:
        self._may_fail()
        show_address(case_number, work=self.store.work)

    def change(self, read: Case, edited: Case, today: date, draft_id: str | None = None) -> Changes:
        self._may_fail()
        return change_case(read, edited, work=self.store.work, today=today, draft_id=draft_id)

    def can_show(self, text: str) -> bool:
        return paper_shows(text)

    def record_event(
        self, case_number: str, happening: Happening, today: date, draft_id: str | None = None
    ) -> Recorded:
        self._may_fail()
        return record_event(case_number, happening, work=self.store.work, today=today, draft_id=draft_id)

    def record_offer(
        self, case_number: str, offer: Offer, today: date, draft_id: str | None = None, delay: Delay | None = None
    ) -> Recorded:
        self._may_fail()
        return record_offer(case_number, offer, work=self.store.work, today=today, draft_id=draft_id, delay=delay)

    def decide(self, case_number: str, deciding: Deciding, today: date, draft_id: str | None = None) -> Decided:
        self._may_fail()
        return decide_deadline(
            case_number,
            deciding,
            work=self.store.work,
            rulebook=self.rulebook,
            today=today,
            initials="MJ",
            draft_id=draft_id,
        )

    def withdraw(self, case_number: str, decision_id: str) -> Decided:
        self._may_fail()
        return withdraw_decision(case_number, decision_id, work=self.store.work)

    def undo_decision(self, decided: Decided) -> Changes:
        self._may_fail()
        return undo_decision(decided, work=self.store.work)

    def take_back(self, recorded: Recorded) -> Changes:
        self._may_fail()
        return take_back(recorded, work=self.store.work)

    def correct(
        self,
        read: Case,
        fact: CorrectedFact,
        on: date | None,
        reason: str,
        today: date,
        draft_id: str | None = None,
    ) -> Changes:
        self._may_fail()
        return correct_fact(read, fact, on, reason, work=self.store.work, today=today, draft_id=draft_id)

    def join_family(self, case_number: str, family_of: str, role: HouseholdRole | None) -> Joined:
        self._may_fail()
        return join_family(case_number, family_of=family_of, role=role, work=self.store.work)

    def leave_family(self, joined: Joined) -> Changes:
        self._may_fail()
        return leave_family(joined, work=self.store.work)

    def copy_out(self, case_number: str, fields: Collection[CopyField], today: date) -> CopySource:
        self._may_fail()
        return copy_out(case_number, fields, work=self.store.work, rulebook=self.rulebook, today=today)

    def find(self, query: str) -> Sequence[CaseLine]:
        """Return the lines that hold a query, as the list of cases would."""
        return [line for line in self.store.read.case_lines() if query.strip().casefold() in line.sort_name.casefold()]

    def _may_fail(self) -> None:
        self.calls += 1
        if self.error and self.calls > self.fails_from:
            raise self.error


@dataclass
class SeenFollower:
    """Who is told what became of it: what they heard."""

    changes: list[Changes] = field(default_factory=list)
    done: list[str] = field(default_factory=list)
    undo: Callable[[], None] | None = None
    errors: list[str] = field(default_factory=list)

    def show_changes(self, changes: Changes) -> None:
        self.changes.append(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        self.done.append(text)
        self.undo = undo

    def show_error(self, text: str) -> None:
        self.errors.append(text)

    def saved(self, changes: Changes, text: str) -> None:
        """Hear what was saved and in which words."""
        self.changes.append(changes)
        self.done.append(text)
