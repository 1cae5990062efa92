"""One transaction: `with store.work() as unit: ... unit.commit()`. Without the commit nothing happened."""

from types import TracebackType
from typing import Self

from sqlalchemy.orm.exc import StaleDataError

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.limited_reading import NamelessCases
from desktop_app.application.ports import CaseStore, LogAction
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.case_store import SqlCaseStore
from desktop_app.storage.draft_store import SqlDraftStore
from desktop_app.storage.frozen_plan_store import SqlFrozenPlanStore
from desktop_app.storage.household_store import SettingsStore, SqlHouseholdStore
from desktop_app.storage.journal import Journal, Writer
from desktop_app.storage.local_standard_store import SqlLocalStandardStore
from desktop_app.storage.member_store import SqlMemberStore
from desktop_app.storage.phrase_store import SqlPhraseStore
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import RecordWriter
from desktop_app.storage.revisions import Subject
from desktop_app.storage.scan_store import SqlScanBytes
from desktop_app.storage.store_connection import StoreConnection
from desktop_app.storage.watermark import FollowsLog


class SqlUnitOfWork:
    """One transaction on the store (`application.ports.UnitOfWork`).

    Everything in it, the revisions included, is committed together or not at all. There is one at a time.
    """

    def __init__(
        self, connection: StoreConnection, writer: Writer, mark: FollowsLog, *, is_nameless: bool = False
    ) -> None:
        self._connection = connection
        self._writer = writer
        self._mark = mark
        self._is_nameless = is_nameless

    def __enter__(self) -> Self:
        if self._connection.in_transaction:
            raise RuntimeError("a unit of work is open")
        self._session = RecordSession(self._connection.writing_engine)
        try:
            self._session.connection()  # begins: from here on nobody else writes
            self._journal = Journal(self._connection, self._writer)
        except BaseException:
            self._end()
            raise
        self._session.begin_journal(self._journal)
        records = RecordWriter(self._session)
        cases = SqlCaseStore(self._connection, self._session, records, self._journal)
        self.cases: CaseStore = NamelessCases(cases) if self._is_nameless else cases
        self.households = SqlHouseholdStore(self._connection, self._session, records)
        self.frozen_plans = SqlFrozenPlanStore(self._connection, self._session, records)
        self.scan_bytes = SqlScanBytes(self._connection)
        self.drafts = SqlDraftStore(self._connection)
        self.settings = SettingsStore(self._connection, self._session, records)
        self.local_standards = SqlLocalStandardStore(self._connection, self._session, records)
        self.phrases = SqlPhraseStore(self._connection, self._session, records)
        self.members = SqlMemberStore(self._connection, self._session, records)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._end()

    @property
    def is_reading_only(self) -> bool:
        """Whether nothing can be changed: the store is not the one that was last worked in."""
        return self._connection.is_reading_only

    def municipality(self) -> Municipality:
        """Return the municipality the store belongs to."""
        return self.settings.municipality()

    def save_municipality(self, municipality: Municipality) -> None:
        """Save changed settings of the municipality.

        Raises:
            ChangedMeanwhile: somebody saved them after they were read.
        """
        self.settings.save(municipality)

    def note(self, action: LogAction, record: str = "", **details: str) -> None:
        """Write a line in the log that changes no record."""
        self._journal.add(action.value, Subject(record), {}, details)

    def commit(self) -> None:
        """Make it all permanent. Without this call nothing happened.

        In a store that is only read, lines that change no record are let go: it may be read without a trace in it.

        Raises:
            ChangedMeanwhile: a record was saved by somebody else.
            StorageUnavailable: the machine could not write; READING_ONLY, the store is only read.
        """
        try:
            self._connection.refuse_gone()
            if self.is_reading_only:
                self._session.flush()
                return
            self._session.commit()
            self._mark.follow(self._journal.head)
        except StaleDataError as error:
            raise ChangedMeanwhile("") from error
        finally:
            self._end()

    def _end(self) -> None:
        self._session.close()
        self._connection.roll_back()
