"""The cases of one unit of work."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from itertools import chain
from typing import Any, Final

from desktop_app.application.errors import CaseNotFound, ChangedMeanwhile
from desktop_app.application.garbage import no_collection
from desktop_app.domain.case import Case
from desktop_app.domain.citizen import Citizen
from desktop_app.storage.case_mapping import case_records
from desktop_app.storage.case_reader import read_all_cases, read_case, read_case_by_number
from desktop_app.storage.erasure import erase_case
from desktop_app.storage.journal import Journal
from desktop_app.storage.kinds import FIELDS, SHAPES, Stored, parent_of
from desktop_app.storage.party_mapping import citizen_record
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import NEW, RecordWriter
from desktop_app.storage.revisions import CHANGE, Subject, next_change
from desktop_app.storage.statements import insert_one, read_record
from desktop_app.storage.store_connection import StoreConnection

_NUMBERS: Final = "SELECT case_number, id FROM cases ORDER BY case_number, id DESC"
_IN_HOUSEHOLD: Final = "SELECT case_number FROM cases WHERE household_id = ?"


class SqlCaseStore:
    """Cases, whole (`application.ports.CaseStore`).

    Of a case that was read in an earlier unit of work it cannot know which records were there when it was read. Such a
    case may be saved with records changed and added; one that lacks a stored record counts as changed meanwhile. To
    take a record away, read the case in the same unit of work.
    """

    def __init__(
        self, connection: StoreConnection, session: RecordSession, writer: RecordWriter, journal: Journal
    ) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer
        self._journal = journal
        self._seen: dict[str, Case] = {}  # as they were read or last saved in this unit of work

    def by_number(self, case_number: str) -> Case:
        """Return the case with this number, in seventeen SELECTs.

        Raises:
            CaseNotFound: no case has it.
        """
        self._session.flush()
        case = read_case_by_number(self._connection, case_number)
        if case is None:
            raise CaseNotFound(case_number)
        self._seen[case.id] = case
        return case

    def all(self) -> list[Case]:
        """Return every case, by case number, in seventeen SELECTs."""
        self._session.flush()
        with no_collection():
            cases = sorted(read_all_cases(self._connection), key=lambda case: (case.case_number, case.id))
        self._seen.update((case.id, case) for case in cases)
        return cases

    def numbers(self) -> Mapping[str, str]:
        """Return the id of each case by its number."""
        self._session.flush()
        return dict(self._connection.rows(_NUMBERS))

    def in_household(self, household_id: str) -> frozenset[str]:
        """Return the numbers of the cases that live in a household."""
        self._session.flush()
        return frozenset(number for (number,) in self._connection.rows(_IN_HOUSEHOLD, (household_id,)))

    def add(self, case: Case) -> None:
        """Add a case that has never been saved; of its household only the id is kept.

        Raises:
            ValueError: the case was saved before.
        """
        self._save_citizen(case.citizen, None)
        for record in case_records(case):
            self._writer.add(record)
        self._seen[case.id] = case

    def add_many(self, cases: list[Case]) -> None:
        """Add many new cases past the ORM, with the same revisions as `add` makes, in a fixed number of statements.

        Raises:
            ValueError: a case was saved before.
        """
        self._session.flush()
        by_kind: defaultdict[str, list[Stored]] = defaultdict(list)
        for record in _new_records(cases):
            if record.values["version"] != NEW:
                raise ValueError(f"{record.kind}: the record was saved before")
            by_kind[record.kind].append(record)
        # An id may have been in the log before, of a record that was deleted.
        earlier = self._journal.earlier(record.values["id"] for record in chain.from_iterable(by_kind.values()))
        for kind, records in by_kind.items():
            rows = list[tuple[Any, ...]]()
            for record in records:
                past = earlier.get(record.values["id"], [])
                fields = {field: record.values[field] for field in FIELDS[kind]}
                subject = Subject(record.values["id"], kind, parent_of(kind, fields))
                self._journal.add(CHANGE, subject, *next_change(past, fields))
                rows.append(SHAPES[kind].write(record.values | {"version": len(past) + 1}))
            self._connection.insert_many(insert_one(kind), rows)
        self._journal.write()

    def save(self, case: Case) -> None:
        """Save a case that was read and changed: one revision for each record that differs.

        Of its household only the id is kept.

        Raises:
            ChangedMeanwhile: somebody saved one of its records after it was read.
        """
        stored = self._seen.get(case.id)
        may_remove = stored is not None
        if stored is None:
            self._session.flush()
            stored = read_case(self._connection, case.id)
        if stored is None:
            raise ChangedMeanwhile(case.id)
        self._save_citizen(case.citizen, stored.citizen)
        self._writer.save(case_records(case), case_records(stored), may_remove=may_remove)
        self._seen[case.id] = case

    def erase(self, case: Case, reason: str) -> None:
        """Erase a case with all its history; its citizen and household too where no other case has them.

        Raises:
            ChangedMeanwhile: it is gone.
        """
        self._session.flush()
        if read_case(self._connection, case.id) is None:
            raise ChangedMeanwhile(case.id)
        erase_case(self._connection, self._journal, case.id, reason)
        self._seen.pop(case.id, None)

    def _save_citizen(self, citizen: Citizen, stored: Citizen | None) -> None:
        there: Iterable[Stored] = ()
        if stored is not None and stored.id == citizen.id:
            there = (citizen_record(stored),)
        elif citizen.version != NEW and (values := read_record(self._connection, "citizens", citizen.id)):
            there = (Stored("citizens", values),)  # somebody the store knows from another case
        self._writer.save((citizen_record(citizen),), there, may_remove=False)


def _new_records(cases: Iterable[Case]) -> Iterator[Stored]:
    """Return the records of new cases, each citizen once, and none the store knows already."""
    known = set[str]()
    for case in cases:
        if case.citizen.version == NEW and case.citizen.id not in known:
            known.add(case.citizen.id)
            yield citizen_record(case.citizen)
        yield from case_records(case)
