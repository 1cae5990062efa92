"""What the use cases ask of the outside world. `storage` and `documents` implement it; tests use fakes."""

from collections.abc import Collection, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple, Protocol

from desktop_app.application.team_ports import LocalStandardStore, MemberStore, PhraseStore
from desktop_app.domain.case import Case, TargetGroup
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.follow_up import FollowUpForm
from desktop_app.domain.household import Household, HouseholdRole
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.domain.role import Act
from desktop_app.domain.scan import Scan, ScanType


class LogAction(StrEnum):
    """Acts that change no record but stand in the same chain as the changes."""

    OPENED_STORE = "opened_store"
    OPENED_CASE = "opened_case"
    SEARCHED = "searched"
    EXPORTED = "exported"
    PRINTED = "printed"
    IMPORTED = "imported"
    LISTED = "listed"
    SHOWED_CPR = "showed_cpr"
    SHOWED_ADDRESS = "showed_address"
    COPIED = "copied"
    GAVE_ACCESS = "gave_access"
    OPENED_SCAN = "opened_scan"
    BACKED_UP = "backed_up"
    CHANGED_ACCESS = "changed_access"
    RENEWED_MARK = "renewed_mark"
    RESTORED = "restored"
    REFUSED = "refused"
    CHECKED_USE = "checked_use"


class CaseStore(Protocol):
    """Cases, whole."""

    def by_number(self, case_number: str) -> Case:
        """Return the case with this number.

        Raises:
            CaseNotFound: no case has it.
        """
        ...

    def all(self) -> list[Case]:
        """Return every case, by case number, in a fixed number of statements."""
        ...

    def numbers(self) -> Mapping[str, str]:
        """Return the id of each case by its number."""
        ...

    def in_household(self, household_id: str) -> frozenset[str]:
        """Return the numbers of the cases that live in a household."""
        ...

    def add(self, case: Case) -> None:
        """Add a case that has never been saved; its household must be in the store or be added in the same unit."""
        ...

    def add_many(self, cases: list[Case]) -> None:
        """Add many new cases at once, with the same revisions as `add` makes."""
        ...

    def save(self, case: Case) -> None:
        """Save a case that was read and changed: one revision for each record that differs.

        Raises:
            ChangedMeanwhile: somebody saved one of its records after it was read.
        """
        ...

    def erase(self, case: Case, reason: str) -> None:
        """Erase a case with its history, its citizen and household too where no other case has them; else as `save`."""
        ...


class HouseholdStore(Protocol):
    """Households."""

    def all(self) -> list[Household]:
        """Return every household, by id."""
        ...

    def add(self, household: Household) -> None:
        """Add a new household."""
        ...

    def save(self, household: Household) -> None:
        """Save a changed household.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class FrozenPlan:
    """The snapshot a signed plan was frozen to."""

    id: str
    plan_id: str
    snapshot: PlanSnapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredDocument:
    """A document as it was first handed out."""

    id: str
    frozen_plan_id: str
    kind: str
    language: str
    sha256: str
    content: bytes


class FrozenPlanStore(Protocol):
    """Snapshots of signed plans and the documents first made from them; neither ever changes."""

    def of_plan(self, plan_id: str) -> FrozenPlan | None:
        """Return the snapshot of a signed plan version."""
        ...

    def add(self, frozen: FrozenPlan) -> None:
        """Freeze a signed plan."""
        ...

    def document(self, frozen_plan_id: str, kind: str, language: str) -> StoredDocument | None:
        """Return the document that was first made, bytes and all."""
        ...

    def add_document(self, document: StoredDocument) -> None:
        """Keep the first document of its kind and language."""
        ...


class ScanBytes(Protocol):
    """The bytes of scans, which never change. What is known of a scan stands at its plan (`Plan.scans`)."""

    def keep(self, content: bytes, sha256: str) -> None:
        """Keep bytes that a scan is to have, with their SHA-256 as it was worked out. The same bytes are kept once."""
        ...

    def of(self, scan: Scan) -> bytes:
        """Return the bytes of a scan.

        Raises:
            StorageUnavailable: DAMAGED, they are gone or not those that were kept.
        """
        ...


class ScanChecker(Protocol):
    """Looks into files."""

    def __call__(self, content: bytes) -> ScanType:
        """Return what the bytes are, told from what is in them.

        Raises:
            ScanRefused: they are no PDF, JPG or PNG, or one that cannot be opened.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """What somebody typed and did not save yet: no history, no revision, gone when it is saved or discarded.

    `screen` names the form it belongs to, `subject` the record it is about (empty for somebody new). `content` is what
    the form holds, as JSON; `based_on` the versions of the records it was begun from, by id. `saved_at` is aware.
    """

    id: str
    user: str
    screen: str
    subject: str
    content: Mapping[str, Any]
    based_on: Mapping[str, int]
    saved_at: datetime


class DraftStore(Protocol):
    """What is typed and not yet saved, kept in the encrypted store and nowhere else."""

    def all(self) -> list[Draft]:
        """Return every draft, the latest first."""
        ...

    def keep(self, draft: Draft) -> None:
        """Keep a draft in the place of the one with its id, if there is one."""
        ...

    def discard(self, draft_id: str) -> None:
        """Let a draft go; one that is not there is no error."""
        ...


class UnitOfWork(Protocol):
    """One transaction: everything in it is committed together with its revisions, or nothing is."""

    @property
    def cases(self) -> CaseStore:
        """The cases."""
        ...

    @property
    def households(self) -> HouseholdStore:
        """The households."""
        ...

    @property
    def local_standards(self) -> LocalStandardStore:
        """The municipality's own standards."""
        ...

    @property
    def phrases(self) -> PhraseStore:
        """The phrases the team writes with."""
        ...

    @property
    def members(self) -> MemberStore:
        """The roles of those who can open the store."""
        ...

    @property
    def frozen_plans(self) -> FrozenPlanStore:
        """The frozen plans and their documents."""
        ...

    @property
    def scan_bytes(self) -> ScanBytes:
        """The bytes of scans."""
        ...

    @property
    def drafts(self) -> DraftStore:
        """The drafts; what is done to them alone makes no entry in the log."""
        ...

    @property
    def is_reading_only(self) -> bool:
        """Whether nothing can be changed: the store is not the one that was last worked in."""
        ...

    def municipality(self) -> Municipality:
        """Return the municipality the store belongs to."""
        ...

    def save_municipality(self, municipality: Municipality) -> None:
        """Save changed settings of the municipality."""
        ...

    def note(self, action: LogAction, record: str = "", **details: str) -> None:
        """Write a line in the log that changes no record."""
        ...

    def commit(self) -> None:
        """Make it all permanent. Without this call nothing happened.

        Raises:
            ChangedMeanwhile: a record was saved by somebody else.
            StorageUnavailable: the machine could not write.
        """
        ...


class Work(Protocol):
    """Begins units of work: `with work(act) as unit: ... unit.commit()`."""

    def __call__(self, act: Act, /) -> AbstractContextManager[UnitOfWork]:
        """Begin one for an act.

        Raises:
            NotAllowed: the role of the user at work does not let them do it; the log says that it was refused.
        """
        ...


class CaseLine(NamedTuple):
    """What lists show of a case, besides its deadlines; there are tens of thousands, so it is no more than a tuple."""

    case_id: str
    case_number: str
    given_names: str
    family_name: str
    native_name: str | None
    cpr: str | None
    birth_date: date | None
    nationality: str | None
    languages: tuple[str, ...]
    interpreter_language: str | None
    target_group: TargetGroup
    household_id: str | None
    household_name: str | None
    household_role: HouseholdRole | None
    takeover_on: date | None
    responsible_caseworker: str | None
    protected_address: bool

    @property
    def sort_name(self) -> str:
        """Family name first, as lists show it."""
        return f"{self.family_name.strip()}, {self.given_names.strip()}"


class FollowUpLine(NamedTuple):
    """What the list of follow-ups shows of one; there are tens of thousands, so it is no more than a tuple."""

    case_id: str
    held_on: date
    form: FollowUpForm
    attempted_only: bool
    next_on: date | None

    @property
    def order(self) -> tuple[int, str, bool, FollowUpForm, date]:
        """Its place among others: the latest first, of one day by case and then by content."""
        return -self.held_on.toordinal(), self.case_id, self.attempted_only, self.form, self.next_on or date.max


@dataclass(frozen=True, slots=True, kw_only=True)
class HistoryLine:
    """One revision of a case or of a record belonging to it: who, what, when, before and after.

    `kind` is the kind of record, `record` its id; `before` lacks a field that was set for the first time.
    """

    at: datetime
    user: str
    kind: str
    record: str
    action: str
    before: Mapping[str, object]
    after: Mapping[str, object]


class UseLine(NamedTuple):
    """One act of the log that let somebody see what stands on a case; `details` say of what kind. Nobody is named."""

    at: datetime
    action: LogAction
    details: Mapping[str, str]


class ReadModel(Protocol):
    """Reads that only feed lists: a fixed number of SELECTs each, however many cases there are."""

    def case_ids(self) -> list[str]:
        """Return the id of every case, those that were written together beside each other."""
        ...

    def cases(self, case_ids: Collection[str]) -> list[Case]:
        """Return the cases with these ids, whole, in any order; nobody opens them by that."""
        ...

    def facts(self, case_ids: Collection[str] | None = None) -> list[CaseFacts]:
        """Return the facts of every case, or of those with these ids, for the deadline engine."""
        ...

    def case_lines(self, case_ids: Collection[str] | None = None) -> list[CaseLine]:
        """Return a line for every case, or for those with these ids, by case number."""
        ...

    def follow_up_lines(self, case_ids: Collection[str] | None = None) -> list[FollowUpLine]:
        """Return a line for every follow-up, or for those of these cases, attempts too, in order; no note is read."""
        ...

    def ready_plans(self) -> list[tuple[str, int]]:
        """Return case number and version of every plan that waits for signatures, by case number, one of a case."""
        ...

    def recent_cases(self, user: str, limit: int) -> list[str]:
        """Return the ids of the cases this user opened last, each once, the latest first, at most so many."""
        ...

    def history(self, case_id: str) -> list[HistoryLine]:
        """Return what was changed on a case, latest first."""
        ...

    def uses(self, case_id: str) -> list[UseLine]:
        """Return what the case was opened, printed and handed out for, the latest first; no change is among it."""
        ...
