"""What the window asks of an open store; composition's `Office` fits it."""

from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path
from typing import Protocol

from desktop_app.application.change_settings import EditedSettings
from desktop_app.application.changes import Changes
from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.law_in_force import LawInForce
from desktop_app.application.list_gaps import GapList, GapsInParts
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PrintedPaper
from desktop_app.application.show_worklist import Worklist, WorklistInParts
from desktop_app.application.store_mark import MarkWarning
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Role
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.access_presenter import AccessWork
from desktop_app.presenters.arrival_view import ArrivalWork
from desktop_app.presenters.backup_presenter import BackupWork
from desktop_app.presenters.case_work import CaseWork
from desktop_app.presenters.check_port import CheckWork
from desktop_app.presenters.drafts import DraftWork
from desktop_app.presenters.first_start_choices import FirstChoices
from desktop_app.presenters.first_start_ports import Founding
from desktop_app.presenters.follow_up_port import FollowUpOffice
from desktop_app.presenters.list_out_presenter import ListOutWork
from desktop_app.presenters.logo_work import LogoWork
from desktop_app.presenters.paper_port import PaperWork
from desktop_app.presenters.phrase_port import PhraseWork
from desktop_app.presenters.plan_work import PlanWork
from desktop_app.presenters.print_plans_presenter import PlanPrintWork
from desktop_app.presenters.restore_presenter import RestoreWork
from desktop_app.presenters.rights_port import RightsWork
from desktop_app.presenters.scan_work import ScanWork
from desktop_app.presenters.standard_presenter import StandardWork
from desktop_app.presenters.team_port import TeamWork
from desktop_app.presenters.unlock_presenter import UserChoice


class SignedIn(Protocol):
    """Who unlocked the store."""

    @property
    def name(self) -> str:
        """What the store knows them by."""
        ...

    @property
    def initials(self) -> str:
        """How cases name who is responsible."""
        ...


class SettingsWork(AccessWork, Protocol):
    """Everything that is changed under Indstillinger and belongs to the store."""

    def change_settings(
        self, municipality: Municipality, edited: EditedSettings, draft_id: str | None = None
    ) -> Changes:
        """Save the municipality's settings.

        Raises:
            ChangedMeanwhile: somebody saved them after they were read.
            StorageUnavailable: the machine could not write.
        """
        ...

    def recovery_sheet(self, recovery_key: str, today: date) -> bytes:
        """Return a recovery key of this store as a page to print."""
        ...


class OpenOffice(Protocol):
    """An unlocked store in the hands of one user."""

    @property
    def place(self) -> str:
        """The path of the store."""
        ...

    @property
    def municipality(self) -> Municipality:
        """Who the store belongs to."""
        ...

    @property
    def rulebook(self) -> Rulebook:
        """The rules as this municipality applies them."""
        ...

    @property
    def law_in_force(self) -> LawInForce:
        """The rules as they were read, and whether they are those of the program's own files."""
        ...

    @property
    def warning(self) -> MarkWarning | None:
        """What is wrong between the store and its mark, None where all is well."""
        ...

    def renew_mark(self) -> None:
        """Go on in the store although it is not the one that was last worked in.

        Raises:
            StorageUnavailable: the store does not hold together, or the machine could not write.
        """
        ...

    @property
    def user(self) -> SignedIn:
        """Who unlocked it."""
        ...

    @property
    def role(self) -> Role | None:
        """What who unlocked it is to the team."""
        ...

    def colleague(self, initials: str) -> str:
        """Return the name of who has these initials, the initials themselves where nobody has them."""
        ...

    @property
    def team(self) -> TeamWork:
        """Deciding who can open it and as what."""
        ...

    @property
    def backups(self) -> BackupWork:
        """Backing it up."""
        ...

    @property
    def settings(self) -> SettingsWork:
        """Changing the municipality's settings and what opens the store."""
        ...

    @property
    def logo(self) -> LogoWork:
        """Choosing the logo of the letterhead."""
        ...

    @property
    def standards(self) -> StandardWork:
        """The municipality's own standards."""
        ...

    @property
    def phrases(self) -> PhraseWork:
        """The phrases the team writes with."""
        ...

    @property
    def drafts(self) -> DraftWork:
        """What the user typed and did not save yet."""
        ...

    @property
    def arrivals(self) -> ArrivalWork:
        """Recording who arrives."""
        ...

    @property
    def plans(self) -> PlanWork:
        """Writing, signing and annulling plans."""
        ...

    @property
    def plan_prints(self) -> PlanPrintWork:
        """Printing many plans."""
        ...

    @property
    def scans(self) -> ScanWork:
        """Attaching and showing scans of signed papers."""
        ...

    @property
    def follow_ups(self) -> FollowUpOffice:
        """Writing and listing follow-ups."""
        ...

    @property
    def papers(self) -> PaperWork:
        """Printing what stands beside the plan."""
        ...

    @property
    def rights(self) -> RightsWork:
        """What the citizen can ask for."""
        ...

    @property
    def checks(self) -> CheckWork:
        """Checking how the cases were used, and that the file is whole."""
        ...

    @property
    def cases(self) -> CaseWork:
        """Opening a case, changing it and copying it out."""
        ...

    @property
    def lists(self) -> ListOutWork:
        """Taking the worklist out."""
        ...

    def worklist_in_parts(self, today: date, earlier: Worklist | None = None) -> WorklistInParts:
        """Return what is urgent, still to be read and computed; what was done earlier that day stays in it."""
        ...

    def explained(self, deadline: Deadline, today: date) -> Deadline:
        """Return a deadline of the worklist with its calculation log."""
        ...

    def worklist_after(self, earlier: Worklist, cases: Collection[str]) -> Worklist:
        """Return the worklist of the same day after these cases were saved; only they are read."""
        ...

    def gaps_in_parts(self, today: date) -> GapsInParts:
        """Return what is missing in the team's cases, still to be read."""
        ...

    def gaps_after(self, earlier: GapList, cases: Collection[str]) -> GapList:
        """Return what is missing on the same day after these cases were saved; only they are read."""
        ...

    def open_case(self, case_number: str, today: date, searched_for: str = "") -> OpenedCase:
        """Open a case to read it; what it was searched for is logged as a digest."""
        ...

    def recent_cases(self) -> Sequence[str]:
        """Return the ids of the cases the user opened last, the latest first."""
        ...

    def show_cpr(self, case_number: str) -> str | None:
        """Return a citizen's whole CPR number."""
        ...

    def print_plan(self, case_number: str, today: date, plan_number: int | None = None) -> PrintedPlan:
        """Return a plan as PDF."""
        ...

    def for_screen_readers(self, printed: PrintedPlan | PrintedPaper, today: date) -> bytes:
        """Return a document of a case as a page for screen readers; that it was made is logged."""
        ...

    def render_page(self, pdf: bytes, page: int, width: int) -> PageImage:
        """Return a page of a document as pixels; pages count from 0."""
        ...

    def page_count(self, pdf: bytes) -> int:
        """Return how many pages a document has."""
        ...

    def save_document(self, path: Path, content: bytes) -> None:
        """Write a document to a file."""
        ...

    def close(self) -> None:
        """Close the store and forget its key."""
        ...


class Ground(Founding, Protocol):
    """The computer before there is a store on it: what the guide of the first start asks, and drawing its paper."""

    def render_page(self, pdf: bytes, page: int, width: int) -> PageImage:
        """Return a page of a document as pixels; pages count from 0."""
        ...

    def page_count(self, pdf: bytes) -> int:
        """Return how many pages a document has."""
        ...


class StoreDoor(Protocol):
    """A closed store: who may open it, and opening it."""

    @property
    def place(self) -> str:
        """Where it lies, in words for the screen."""
        ...

    @property
    def begins_anew(self) -> bool:
        """Whether there is no store yet, and the guide of the first start makes one."""
        ...

    @property
    def ground(self) -> Ground:
        """What the guide asks."""
        ...

    @property
    def restoring(self) -> RestoreWork:
        """What the guide asks that fetches a backup back."""
        ...

    def choose(self, path: str) -> None:
        """Be the door of another store from now on."""
        ...

    def found(self, choices: FirstChoices) -> OpenOffice:
        """Make a store, open it, and be its door from now on.

        Raises:
            StoreRefused, StorageUnavailable: there is none, and nothing is left of the attempt.
        """
        ...

    def recover(self, user: str, recovery_key: str, password: str) -> OpenOffice:
        """Open it with the recovery key and give the user a new password.

        Raises:
            StoreRefused: WRONG_RECOVERY_KEY, IN_USE or another reason.
            StorageUnavailable: the machine could not read or write.
        """
        ...

    def users(self) -> Sequence[UserChoice]:
        """Return who may open it.

        Raises:
            StoreRefused: it cannot be opened at all.
        """
        ...

    def unlock(self, user: str, password: str) -> OpenOffice:
        """Open it.

        Raises:
            StoreRefused: WRONG_PASSWORD, IN_USE or another reason.
        """
        ...
