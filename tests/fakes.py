"""The ports in memory, for tests of use cases: what the store promises, without a file and without a key.

`tests/application/test_store_contract.py` holds these to the same promises as the real store.
"""

import json
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from hashlib import sha256
from types import TracebackType
from typing import Any, NamedTuple, Self, TypeVar

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile, StorageTrouble, StorageUnavailable
from desktop_app.application.limited_reading import NamelessCases, reading_for
from desktop_app.application.permission import NotAllowed, permit
from desktop_app.application.ports import (
    CaseLine,
    CaseStore,
    Draft,
    FollowUpLine,
    FrozenPlan,
    HistoryLine,
    LogAction,
    ReadModel,
    StoredDocument,
    UseLine,
)
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import CaseFacts, facts_of
from desktop_app.domain.citizen import Citizen
from desktop_app.domain.household import Household
from desktop_app.domain.local_standard import LocalStandard
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.phrase import Phrase
from desktop_app.domain.plan import PlanState, state_of
from desktop_app.domain.plan_snapshot import PlanSnapshot
from desktop_app.domain.role import Act, Role, TeamMember
from desktop_app.domain.scan import Scan
from desktop_app.storage.case_order import in_order
from tests.fake_records import Kept, changes, committed, kept

MOMENT = datetime(2026, 3, 3, 9, 12, tzinfo=UTC)
USER = "Mette Jensen"
EKSEMPELKOMMUNE = Municipality(id="municipality", code="999", name="Eksempelkommune")

Setting = TypeVar("Setting", Household, Municipality, Phrase, TeamMember)


class Noted(NamedTuple):
    """A line of the log that changed no record."""

    action: LogAction
    record: str
    details: Mapping[str, str]


@dataclass
class Content:
    """Everything a store holds. A case in it names its citizen and its household; they are kept beside it."""

    municipality: Municipality
    cases: dict[str, Case]
    citizens: dict[str, Citizen]
    households: dict[str, Household]
    local_standards: dict[str, LocalStandard]
    phrases: dict[str, Phrase]
    members: dict[str, TeamMember]
    frozen_plans: list[FrozenPlan]
    documents: list[StoredDocument]
    scan_bytes: dict[str, bytes]
    drafts: dict[str, Draft]
    log: list[Noted]
    history: list[tuple[str, HistoryLine]]

    def copied(self) -> "Content":
        """Return content that can be changed without touching this."""
        return Content(**{field.name: _copied(getattr(self, field.name)) for field in fields(self)})

    def whole(self, case: Case) -> Case:
        """Return a case with its citizen and household as they are now.

        Raises:
            KeyError: it names one that was never added.
        """
        household = self.households[case.household.id] if case.household else None
        return replace(in_order(case), citizen=self.citizens[case.citizen.id], household=household)

    def all_cases(self) -> list[Case]:
        """Return every case, whole, by case number."""
        return sorted(map(self.whole, self.cases.values()), key=lambda case: (case.case_number, case.id))

    def kept_of(self, case_id: str) -> dict[str, Kept]:
        """Return the records of a case, its citizen among them."""
        case = self.cases.get(case_id)
        return kept(self.citizens[case.citizen.id]) | kept(case) if case else {}


class FakeStore:
    """A store in memory. What a unit of work does is seen by nobody until it commits, and there is one at a time."""

    def __init__(
        self, *cases: Case, municipality: Municipality = EKSEMPELKOMMUNE, role: Role | None = Role.LEADER
    ) -> None:
        self.content = Content(replace(municipality, version=1), {}, {}, {}, {}, {}, {}, [], [], {}, {}, [], [])
        self.is_busy = self.is_full = self.is_reading_only = False
        self.role = role
        self.asked: list[Act] = []
        with self.work() as unit:
            for household in {case.household.id: case.household for case in cases if case.household}.values():
                unit.households.add(household)
            unit.cases.add_many(list(cases))
            unit.commit()

    @property
    def read(self) -> ReadModel:
        """What the user's role may read."""
        return reading_for(self.role, FakeReadModel(self))

    def work(self, act: Act | None = None) -> "FakeUnit":
        """Begin a unit of work for an act, or for what is not asked about."""
        if act is None:
            return FakeUnit(self)
        self.asked.append(act)
        try:
            permit(self.role, act)
        except NotAllowed:
            with self.work() as unit:
                unit.note(LogAction.REFUSED, act=act.value)
                unit.commit()
            raise
        return FakeUnit(self, is_nameless=self.role is Role.AUDITOR)

    def case(self, case_number: str) -> Case:
        """Return a case as it was committed."""
        with self.work() as unit:
            return unit.cases.by_number(case_number)

    @property
    def log(self) -> list[Noted]:
        """The acts that were noted and committed."""
        return self.content.log


class FakeUnit:
    """One transaction; using it before it begins or after its commit is an error."""

    def __init__(self, store: FakeStore, *, is_nameless: bool = False) -> None:
        self._store = store
        self._is_nameless = is_nameless
        self._content: Content | None = None

    def __enter__(self) -> Self:
        if self._store.is_busy:
            raise RuntimeError("a unit of work is open")
        self._store.is_busy = True
        self._content = self._store.content.copied()
        cases = FakeCaseStore(self._content, self._store.content)
        self._cases: CaseStore = NamelessCases(cases) if self._is_nameless else cases
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def cases(self) -> CaseStore:
        """The cases."""
        self._open()
        return self._cases

    @property
    def households(self) -> "FakeHouseholdStore":
        """The households."""
        return FakeHouseholdStore(self._open())

    @property
    def local_standards(self) -> "FakeLocalStandardStore":
        """The municipality's own standards."""
        return FakeLocalStandardStore(self._open())

    @property
    def phrases(self) -> "FakePhraseStore":
        """The phrases the team writes with."""
        return FakePhraseStore(self._open())

    @property
    def members(self) -> "FakeMemberStore":
        """The roles of those who can open the store."""
        return FakeMemberStore(self._open())

    @property
    def frozen_plans(self) -> "FakeFrozenPlanStore":
        """The frozen plans and their documents."""
        return FakeFrozenPlanStore(self._open())

    @property
    def scan_bytes(self) -> "FakeScanBytes":
        """The bytes of scans."""
        return FakeScanBytes(self._open())

    @property
    def drafts(self) -> "FakeDraftStore":
        """The drafts."""
        return FakeDraftStore(self._open())

    @property
    def is_reading_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._store.is_reading_only

    def municipality(self) -> Municipality:
        """Return the municipality."""
        return self._open().municipality

    def save_municipality(self, municipality: Municipality) -> None:
        """Save changed settings."""
        content = self._open()
        content.municipality = _saved(municipality, content.municipality)

    def note(self, action: LogAction, record: str = "", **details: str) -> None:
        """Write a line in the log."""
        self._open().log.append(Noted(action, record, details))

    def commit(self) -> None:
        """Make it all permanent."""
        before, after = self._store.content, self._open()
        if self._store.is_full:
            raise StorageUnavailable(StorageTrouble.DISK_FULL)
        for case in after.cases.values():
            after.whole(case)
            after.history += _history(case.id, before, after)
        self._store.content = after
        self._end()

    def _open(self) -> Content:
        if self._content is None:
            raise RuntimeError("no unit of work is open")
        return self._content

    def _end(self) -> None:
        if self._content is not None:
            self._content = None
            self._store.is_busy = False


class FakeCaseStore:
    """Cases of one unit of work; a case read in an earlier one may not lack a record that is there now."""

    def __init__(self, content: Content, before: Content) -> None:
        self._content = content
        self._before = before
        self._seen: dict[str, Case] = {}

    def by_number(self, case_number: str) -> Case:
        """Return the case with this number."""
        case = next((case for case in self._content.all_cases() if case.case_number == case_number), None)
        if case is None:
            raise CaseNotFound(case_number)
        self._seen[case.id] = case
        return case

    def all(self) -> list[Case]:
        """Return every case, by case number."""
        cases = self._content.all_cases()
        self._seen.update((case.id, case) for case in cases)
        return cases

    def numbers(self) -> Mapping[str, str]:
        """Return the id of each case by its number."""
        return {case.case_number: case.id for case in self._content.cases.values()}

    def in_household(self, household_id: str) -> frozenset[str]:
        """Return the numbers of the cases that live in a household."""
        cases = self._content.cases.values()
        return frozenset(case.case_number for case in cases if case.household and case.household.id == household_id)

    def add(self, case: Case) -> None:
        """Add a case that was never saved."""
        if any(record.version for record in kept(case).values()):
            raise ValueError("the case was saved before")
        self._keep_citizen(case.citizen, None)
        self._keep(case)

    def add_many(self, cases: list[Case]) -> None:
        """Add many new cases; their households must be there by now."""
        for case in cases:
            self.add(case)
            self._content.whole(case)

    def save(self, case: Case) -> None:
        """Save a changed case."""
        seen = self._seen.get(case.id)
        stored = seen or self._content.cases.get(case.id)
        if stored is None:
            raise ChangedMeanwhile(case.id)
        self._keep_citizen(case.citizen, seen)
        left = kept(stored)
        for record in kept(case).values():
            was = left.pop(record.id, None)
            if record.version != (was.version if was else 0):
                raise ChangedMeanwhile(record.id)
        if left and seen is None:
            raise ChangedMeanwhile(next(iter(left)))
        self._keep(case)

    def erase(self, case: Case, reason: str) -> None:
        """Erase a case, and its citizen and household where no other case has them."""
        assert reason
        there = self._content.cases.pop(case.id, None)
        if there is None:
            raise ChangedMeanwhile(case.id)
        self._seen.pop(case.id, None)
        others = self._content.cases.values()
        if all(other.citizen.id != there.citizen.id for other in others):
            del self._content.citizens[there.citizen.id]
        if there.household and all(other.household != there.household for other in others):
            del self._content.households[there.household.id]
        self._content.history = [line for line in self._content.history if line[0] != case.id]

    def _keep_citizen(self, citizen: Citizen, seen: Case | None) -> None:
        there = seen.citizen if seen and seen.citizen.id == citizen.id else self._content.citizens.get(citizen.id)
        if citizen.version != (there.version if there else 0):
            raise ChangedMeanwhile(citizen.id)
        self._content.citizens[citizen.id] = committed(citizen, kept(self._before.citizens.get(citizen.id)))

    def _keep(self, case: Case) -> None:
        self._content.cases[case.id] = committed(case, kept(self._before.cases.get(case.id)))
        self._seen[case.id] = case


class FakeHouseholdStore:
    """Households of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._households = content.households

    def all(self) -> list[Household]:
        """Return every household, by id."""
        return sorted(self._households.values(), key=lambda household: household.id)

    def add(self, household: Household) -> None:
        """Add a new household."""
        if household.version:
            raise ValueError("the household was saved before")
        self._households[household.id] = replace(household, version=1)

    def save(self, household: Household) -> None:
        """Save a changed household."""
        self._households[household.id] = _saved(household, self._households.get(household.id))


class FakeLocalStandardStore:
    """The municipality's own standards of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._standards = content.local_standards

    def all(self) -> list[LocalStandard]:
        """Return every standard, by duty and by the day it holds from."""
        return sorted(self._standards.values(), key=lambda each: (each.duty, each.valid_from, each.id))

    def add(self, standard: LocalStandard) -> None:
        """Add a new standard."""
        if standard.version:
            raise ValueError("the standard was saved before")
        self._standards[standard.id] = replace(standard, version=1)

    def remove(self, standard: LocalStandard) -> None:
        """Take a standard away."""
        if self._standards.pop(standard.id, None) is None:
            raise ChangedMeanwhile(standard.id)


class FakeMemberStore:
    """The roles of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._members = content.members

    def all(self) -> list[TeamMember]:
        """Return every role that was given, by id."""
        return sorted(self._members.values(), key=lambda member: member.id)

    def add(self, member: TeamMember) -> None:
        """Give somebody a role."""
        if member.version or member.id in self._members:
            raise ValueError("the role was saved before")
        self._members[member.id] = replace(member, version=1)

    def save(self, member: TeamMember) -> None:
        """Save a changed role."""
        self._members[member.id] = _saved(member, self._members.get(member.id))

    def remove(self, member: TeamMember) -> None:
        """Take a role away."""
        there = self._members.get(member.id)
        if there is None or there.version != member.version:
            raise ChangedMeanwhile(member.id)
        del self._members[member.id]


class FakePhraseStore:
    """The phrases of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._phrases = content.phrases

    def all(self) -> list[Phrase]:
        """Return every phrase, by id."""
        return sorted(self._phrases.values(), key=lambda phrase: phrase.id)

    def add(self, phrase: Phrase) -> None:
        """Add a new phrase."""
        if phrase.version:
            raise ValueError("the phrase was saved before")
        self._phrases[phrase.id] = replace(phrase, version=1)

    def save(self, phrase: Phrase) -> None:
        """Save a changed phrase."""
        self._phrases[phrase.id] = _saved(phrase, self._phrases.get(phrase.id))

    def remove(self, phrase: Phrase) -> None:
        """Take a phrase away."""
        there = self._phrases.get(phrase.id)
        if there is None or there.version != phrase.version:
            raise ChangedMeanwhile(phrase.id)
        del self._phrases[phrase.id]


class FakeFrozenPlanStore:
    """Frozen plans and their documents of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._content = content

    def of_plan(self, plan_id: str) -> FrozenPlan | None:
        """Return the latest snapshot of a plan."""
        return next((frozen for frozen in reversed(self._content.frozen_plans) if frozen.plan_id == plan_id), None)

    def add(self, frozen: FrozenPlan) -> None:
        """Freeze a plan."""
        self._content.frozen_plans.append(frozen)

    def document(self, frozen_plan_id: str, kind: str, language: str) -> StoredDocument | None:
        """Return the first document."""
        wanted = (frozen_plan_id, kind, language)
        return next((one for one in self._content.documents if _place_of(one) == wanted), None)

    def add_document(self, document: StoredDocument) -> None:
        """Keep a document, unless there is one."""
        if sha256(document.content).hexdigest() != document.sha256:
            raise ValueError("the SHA-256 is not that of the bytes")
        if self.document(*_place_of(document)) is None:
            self._content.documents.append(document)


class FakeScanBytes:
    """Bytes of scans of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._bytes = content.scan_bytes

    def keep(self, content: bytes, digest: str) -> None:
        """Keep bytes once."""
        self._bytes.setdefault(digest, content)

    def of(self, scan: Scan) -> bytes:
        """Return the bytes of a scan."""
        content = self._bytes.get(scan.sha256)
        if content is None or sha256(content).hexdigest() != scan.sha256:
            raise StorageUnavailable(StorageTrouble.DAMAGED)
        return content


class FakeDraftStore:
    """Drafts of one unit of work."""

    def __init__(self, content: Content) -> None:
        self._drafts = content.drafts

    def all(self) -> list[Draft]:
        """Return every draft, the latest first."""
        return sorted(self._drafts.values(), key=lambda draft: (draft.saved_at, draft.id), reverse=True)

    def keep(self, draft: Draft) -> None:
        """Keep a draft as it is now, whatever becomes of what it was made from."""
        if draft.saved_at.tzinfo is None:
            raise ValueError("a moment without its time zone")
        content, based_on = (json.loads(json.dumps(each, allow_nan=False)) for each in (draft.content, draft.based_on))
        self._drafts[draft.id] = replace(draft, content=content, based_on=based_on)

    def discard(self, draft_id: str) -> None:
        """Let a draft go."""
        self._drafts.pop(draft_id, None)


class FakeReadModel:
    """What lists show: only what was committed."""

    def __init__(self, store: FakeStore) -> None:
        self._store = store

    def case_ids(self) -> list[str]:
        """Return the id of every case."""
        return list(self._store.content.cases)

    def cases(self, case_ids: Collection[str]) -> list[Case]:
        """Return some cases whole."""
        return self._cases(case_ids)

    def facts(self, case_ids: Collection[str] | None = None) -> list[CaseFacts]:
        """Return the facts of every case, or of some."""
        return [facts_of(case) for case in self._cases(case_ids)]

    def case_lines(self, case_ids: Collection[str] | None = None) -> list[CaseLine]:
        """Return a line for every case, or for some, by case number."""
        return [a_line_of(case) for case in self._cases(case_ids)]

    def follow_up_lines(self, case_ids: Collection[str] | None = None) -> list[FollowUpLine]:
        """Return a line for every follow-up, or for those of some cases, the latest first."""
        lines = [
            FollowUpLine(case.id, talk.held_on, talk.form, talk.attempted_only, talk.next_on)
            for case in self._cases(case_ids)
            for talk in case.follow_ups
        ]
        return sorted(lines, key=lambda line: line.order)

    def ready_plans(self) -> list[tuple[str, int]]:
        """Return the versions that wait for signatures, the latest of each case."""
        ready = {
            case.case_number: plan.number
            for case in self._cases(None)
            for plan in sorted(case.plans, key=lambda plan: plan.number)
            if state_of(plan, case.plans) is PlanState.READY
        }
        return list(ready.items())

    def recent_cases(self, user: str, limit: int) -> list[str]:
        """Return the cases opened last, by the one user there is."""
        content = self._store.content
        opened = [line.record for line in reversed(content.log) if line.action is LogAction.OPENED_CASE]
        return [record for record in dict.fromkeys(opened) if record in content.cases][:limit] if user == USER else []

    def _cases(self, case_ids: Collection[str] | None) -> list[Case]:
        return [case for case in self._store.content.all_cases() if case_ids is None or case.id in case_ids]

    def history(self, case_id: str) -> list[HistoryLine]:
        """Return what was changed on a case, latest first."""
        return [line for case, line in reversed(self._store.content.history) if case == case_id]

    def uses(self, case_id: str) -> list[UseLine]:
        """Return what a case was opened, printed and handed out for, latest first."""
        log = reversed(self._store.content.log)
        of_all = (LogAction.EXPORTED, "")
        return [
            UseLine(MOMENT, line.action, line.details)
            for line in log
            if line.record == case_id or (line.action, line.record) == of_all
        ]


class FakePrinter:
    """Remembers what it drew, and never draws the same bytes twice: a plan that is drawn again is seen."""

    def __init__(self) -> None:
        self.snapshots: list[PlanSnapshot] = []

    def __call__(self, snapshot: PlanSnapshot) -> bytes:
        """Draw a plan."""
        self.snapshots.append(snapshot)
        return f"%PDF-1.4 drawing {len(self.snapshots)} of {snapshot.control_code}".encode()


def paper_shows(text: str) -> bool:
    """Tell whether a paper would show a text that knows every script but Chinese, and no emoji."""
    return all(letter < "\N{CJK UNIFIED IDEOGRAPH-4E00}" for letter in text)


def a_line_of(case: Case) -> CaseLine:
    """Return the line lists show of a case."""
    citizen = case.citizen
    return CaseLine(
        case_id=case.id,
        case_number=case.case_number,
        given_names=citizen.given_names,
        family_name=citizen.family_name,
        native_name=citizen.native_name,
        cpr=citizen.cpr,
        birth_date=citizen.birth_date,
        nationality=citizen.nationality,
        languages=citizen.languages,
        interpreter_language=citizen.interpreter_language,
        target_group=case.target_group,
        household_id=case.household.id if case.household else None,
        household_name=case.household.name if case.household else None,
        household_role=case.household_role,
        takeover_on=case.takeover_on,
        responsible_caseworker=case.responsible_caseworker,
        protected_address=citizen.protected_address,
    )


def _copied(value: Any) -> Any:  # noqa: ANN401 - whatever the content holds
    return value.copy() if isinstance(value, dict | list) else value


def _place_of(document: StoredDocument) -> tuple[str, str, str]:
    return document.frozen_plan_id, document.kind, document.language


def _saved(record: Setting, there: Setting | None) -> Setting:
    if there is None or there.version != record.version:
        raise ChangedMeanwhile(record.id)
    return record if record == there else replace(record, version=record.version + 1)


def _history(case_id: str, before: Content, after: Content) -> Iterator[tuple[str, HistoryLine]]:
    for change in changes(before.kept_of(case_id), after.kept_of(case_id)):
        line = HistoryLine(
            at=MOMENT,
            user=USER,
            kind=change.kept.kind,
            record=change.kept.id,
            action="delete" if change.is_deletion else "change",
            before=change.before,
            after=change.after,
        )
        yield case_id, line
