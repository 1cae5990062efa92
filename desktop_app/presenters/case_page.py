"""Everything the page of a case shows, tab by tab; each is made when somebody first goes there."""

from collections.abc import Callable, Sequence
from datetime import date, datetime
from functools import cached_property

from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.application.show_worklist import Worklist
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_contract import PlanPage, contract_of
from desktop_app.presenters.case_deadlines import DeadlinesShown, deadlines_of
from desktop_app.presenters.case_documents import DocumentRow, documents_of
from desktop_app.presenters.case_family import Family, family_of
from desktop_app.presenters.case_follow_ups import CaseFollowUps, case_follow_ups
from desktop_app.presenters.case_head import CaseHead, case_head
from desktop_app.presenters.case_history import HistoryRow, history_of
from desktop_app.presenters.case_overview import Overview, overview_of
from desktop_app.presenters.course_timeline import Course, course_of


class CasePage:
    """A case as its page shows it on a day.

    What a tab shows may have to be read: asking for `follow_ups`, `documents` and `history` raises StorageUnavailable
    when the store cannot be read. `now` is aware and decides which notes are still open.
    """

    def __init__(
        self,
        opened: OpenedCase,
        rulebook: Rulebook,
        today: date,
        now: datetime,
        *,
        worklist: Callable[[], Worklist],
        drafts: Callable[[], Sequence[Draft]],
    ) -> None:
        self.opened = opened
        self.today = today
        self._now = now
        self._rulebook = rulebook
        self._worklist = worklist
        self._drafts = drafts

    @cached_property
    def head(self) -> CaseHead:
        """What stands above every tab."""
        return case_head(self.opened, self._rulebook, self.today)

    @cached_property
    def overview(self) -> Overview:
        """Overblik."""
        return overview_of(self.opened, self._rulebook, self.today)

    @cached_property
    def family(self) -> Family:
        """Familie."""
        return family_of(self.opened.case, self._worklist(), self.today)

    @cached_property
    def plans(self) -> tuple[PlanPage, ...]:
        """Kontrakt."""
        return tuple(contract_of(self.opened.case))

    @cached_property
    def follow_ups(self) -> CaseFollowUps:
        """Opfølgninger."""
        return self._read_follow_ups()

    @cached_property
    def deadlines(self) -> tuple[DeadlinesShown, ...]:
        """Frister."""
        return tuple(deadlines_of(self.opened, self._rulebook, self.today))

    @cached_property
    def course(self) -> Course:
        """The line above Frister."""
        return course_of(self.opened, self._rulebook, self.today)

    @cached_property
    def documents(self) -> tuple[DocumentRow, ...]:
        """Dokumenter."""
        return tuple(documents_of(self.opened))

    @cached_property
    def history(self) -> tuple[HistoryRow, ...]:
        """Historik."""
        return tuple(history_of(self.opened, self._rulebook))

    @property
    def has_other_drafts(self) -> bool:
        """Whether what the follow-ups say of drafts, if they were asked for, is so no longer."""
        return "follow_ups" in vars(self) and self.follow_ups != self._read_follow_ups()

    def _read_follow_ups(self) -> CaseFollowUps:
        return case_follow_ups(self.opened, self.today, self._now, self._drafts())
