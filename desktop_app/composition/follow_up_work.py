"""The team's follow-ups: writing them, changing them while their notes are open, adding to them, listing them."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import date

from desktop_app.application.change_follow_up import change_follow_up
from desktop_app.application.changes import Changes
from desktop_app.application.correct_follow_up import correct_follow_up
from desktop_app.application.list_follow_ups import FollowUpList, list_follow_ups, list_follow_ups_after
from desktop_app.application.log_follow_up import LoggedFollowUp, log_follow_up
from desktop_app.application.open_case import OpenedCase, open_case
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.remove_follow_up import remove_follow_up
from desktop_app.domain.case import Case
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.rulebook import Rulebook
from desktop_app.storage.store import Store, now


@dataclass(frozen=True, slots=True)
class FollowUpWork:
    """Follow-ups of one store, by one rulebook, at the moment of the call; `printed` draws a version of a plan."""

    store: Store
    rulebook: Rulebook
    printed: Callable[[str, date, int | None], PrintedPlan]

    def open_case(self, case_number: str, today: date) -> OpenedCase:
        """Return a case to write a follow-up on (`open_case`)."""
        return open_case(case_number, work=self.store.work, read=self.store.read, rulebook=self.rulebook, today=today)

    def log(self, case: Case, talk: FollowUp, today: date, draft_id: str | None) -> LoggedFollowUp:
        """Finish a new follow-up (`log_follow_up`)."""
        return log_follow_up(case, talk, work=self.store.work, today=today, now=now(), draft_id=draft_id)

    def change(self, case: Case, talk: FollowUp, today: date, draft_id: str | None) -> Changes:
        """Change a follow-up while its note is open (`change_follow_up`)."""
        return change_follow_up(case, talk, work=self.store.work, today=today, now=now(), draft_id=draft_id)

    def print_contract(self, case_number: str, today: date, plan_number: int) -> PrintedPlan:
        """Return a version of the contract as it would be printed."""
        return self.printed(case_number, today, plan_number)

    def remove(self, case_number: str, follow_up_id: str) -> Changes:
        """Take a follow-up away while its note is open (`remove_follow_up`)."""
        return remove_follow_up(case_number, follow_up_id, work=self.store.work, now=now())

    def correct(self, case_number: str, follow_up_id: str, text: str, today: date, draft_id: str | None) -> Changes:
        """Add a correction to a follow-up (`correct_follow_up`)."""
        return correct_follow_up(case_number, follow_up_id, text, work=self.store.work, today=today, draft_id=draft_id)

    def list(self, today: date) -> FollowUpList:
        """Return who is to be followed up next, and what was held (`list_follow_ups`)."""
        return list_follow_ups(read=self.store.read, rulebook=self.rulebook, today=today)

    def list_after(self, earlier: FollowUpList, cases: Collection[str]) -> FollowUpList:
        """Return the list of the same day after these cases were saved (`list_follow_ups_after`)."""
        return list_follow_ups_after(earlier, cases, read=self.store.read, rulebook=self.rulebook)
