"""Everything one does with a case that is open, but its plan and its follow-ups."""

from collections.abc import Callable, Collection
from datetime import date

from desktop_app.application.change_case import change_case
from desktop_app.application.changes import Changes
from desktop_app.application.copy_out import CopyField, CopySource, copy_out
from desktop_app.application.correct_fact import correct_fact
from desktop_app.application.decide_deadline import Decided, decide_deadline, undo_decision, withdraw_decision
from desktop_app.application.join_family import Joined, join_family, leave_family
from desktop_app.application.open_case import OpenedCase, open_case
from desktop_app.application.reassign_cases import HeldCase, Reassigned, give_back, held_now, reassign_cases
from desktop_app.application.record_event import Recorded, record_event, record_offer, take_back
from desktop_app.application.show_address import show_address
from desktop_app.application.show_cpr import show_cpr
from desktop_app.composition.paper import can_show
from desktop_app.domain.case import Case, CorrectedFact, Offer
from desktop_app.domain.deadline_deciding import Deciding
from desktop_app.domain.household import HouseholdRole
from desktop_app.domain.recorded_events import Delay, Happening
from desktop_app.domain.rulebook import Rulebook
from desktop_app.storage.store import Store


class CaseDesk:
    """Opens a case, changes it, and copies it out."""

    def __init__(self, store: Store, rulebook: Callable[[], Rulebook]) -> None:
        self._store = store
        self._rulebook = rulebook

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        """Open a case to read it (`open_case`)."""
        return open_case(
            case_number,
            work=self._store.work,
            read=self._store.read,
            rulebook=self._rulebook(),
            today=today,
            searched_for=searched_for,
            again=again,
        )

    def show_cpr(self, case_number: str) -> str | None:
        """Return a citizen's whole CPR number (`show_cpr`)."""
        return show_cpr(case_number, work=self._store.work)

    def show_address(self, case_number: str) -> None:
        """Note that a protected address is shown (`show_address`)."""
        show_address(case_number, work=self._store.work)

    def change(self, read: Case, edited: Case, today: date, draft_id: str | None = None) -> Changes:
        """Save changed master data (`change_case`)."""
        return change_case(read, edited, work=self._store.work, today=today, draft_id=draft_id)

    def can_show(self, text: str) -> bool:
        """Tell whether the paper shows every character of a text (`documents.paper_characters`)."""
        return can_show(text)

    def record_event(
        self, case_number: str, happening: Happening, today: date, draft_id: str | None = None
    ) -> Recorded:
        """Record that something happened (`record_event`)."""
        return record_event(
            case_number,
            happening,
            work=self._store.work,
            today=today,
            initials=self._store.user.initials,
            draft_id=draft_id,
        )

    def record_offer(
        self, case_number: str, offer: Offer, today: date, draft_id: str | None = None, delay: Delay | None = None
    ) -> Recorded:
        """Record an offer (`record_offer`)."""
        return record_offer(
            case_number,
            offer,
            work=self._store.work,
            today=today,
            delay=delay,
            initials=self._store.user.initials,
            draft_id=draft_id,
        )

    def take_back(self, recorded: Recorded) -> Changes:
        """Remove what was recorded (`take_back`)."""
        return take_back(recorded, work=self._store.work)

    def decide(self, case_number: str, deciding: Deciding, today: date, draft_id: str | None = None) -> Decided:
        """Record a decision about a deadline (`decide_deadline`)."""
        return decide_deadline(
            case_number,
            deciding,
            work=self._store.work,
            rulebook=self._rulebook(),
            today=today,
            initials=self._store.user.initials,
            draft_id=draft_id,
        )

    def withdraw(self, case_number: str, decision_id: str) -> Decided:
        """Take a decision about a deadline away (`withdraw_decision`)."""
        return withdraw_decision(case_number, decision_id, work=self._store.work)

    def undo_decision(self, decided: Decided) -> Changes:
        """Put back what stood there before (`undo_decision`)."""
        return undo_decision(decided, work=self._store.work)

    def correct(
        self,
        read: Case,
        fact: CorrectedFact,
        on: date | None,
        reason: str,
        today: date,
        draft_id: str | None = None,
    ) -> Changes:
        """Correct a date (`correct_fact`)."""
        return correct_fact(read, fact, on, reason, work=self._store.work, today=today, draft_id=draft_id)

    def join_family(self, case_number: str, family_of: str, role: HouseholdRole | None) -> Joined:
        """Add somebody to a family (`join_family`)."""
        return join_family(case_number, family_of=family_of, role=role, work=self._store.work)

    def leave_family(self, joined: Joined) -> Changes:
        """Take somebody out of the family again (`leave_family`)."""
        return leave_family(joined, work=self._store.work)

    def reassign(self, held: Collection[HeldCase], caseworker: str) -> Reassigned:
        """Make somebody responsible for cases (`reassign_cases`)."""
        return reassign_cases(held, caseworker, work=self._store.work)

    def give_back(self, reassigned: Reassigned) -> Changes:
        """Give cases back to their former caseworkers (`give_back`)."""
        return give_back(reassigned, work=self._store.work)

    def held_now(self, held: Collection[HeldCase]) -> list[HeldCase]:
        """Return cases as they are held now (`held_now`)."""
        return held_now(held, read=self._store.read)

    def copy_out(self, case_number: str, fields: Collection[CopyField], today: date) -> CopySource:
        """Return what the chosen fields are written from, and log which they are (`copy_out`)."""
        return copy_out(case_number, fields, work=self._store.work, rulebook=self._rulebook(), today=today)
