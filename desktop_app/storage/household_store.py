"""The households of one unit of work, and the municipality's own settings."""

from desktop_app.domain.household import Household
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.kinds import Stored
from desktop_app.storage.logo_store import keep_logo, kept_logo
from desktop_app.storage.party_mapping import (
    household_from,
    household_record,
    municipality_from,
    municipality_record,
)
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import RecordWriter
from desktop_app.storage.statements import read_record, read_records
from desktop_app.storage.store_connection import StoreConnection


class SqlHouseholdStore:
    """Households (`application.ports.HouseholdStore`)."""

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def all(self) -> list[Household]:
        """Return every household, by id."""
        self._session.flush()
        return [household_from(values) for values in read_records(self._connection, "households")]

    def add(self, household: Household) -> None:
        """Add a new household.

        Raises:
            ValueError: it was saved before.
        """
        self._writer.add(household_record(household))

    def save(self, household: Household) -> None:
        """Save a changed household.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read.
        """
        _save(self._connection, self._session, self._writer, household_record(household))


class SettingsStore:
    """The municipality the store belongs to."""

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def municipality(self) -> Municipality:
        """Return the municipality.

        Raises:
            StorageUnavailable: DAMAGED, the bytes of its logo are not those that were kept.
        """
        self._session.flush()
        row = read_records(self._connection, "settings")[0]
        return municipality_from(row, kept_logo(self._connection, row["logo"]) if row["logo"] else None)

    def add(self, municipality: Municipality) -> None:
        """Say whom a new store belongs to.

        Raises:
            ValueError: it was saved before.
        """
        self._keep_logo(municipality)
        self._writer.add(municipality_record(municipality))

    def save(self, municipality: Municipality) -> None:
        """Save changed settings.

        Raises:
            ChangedMeanwhile: somebody saved them after they were read.
        """
        self._keep_logo(municipality)
        _save(self._connection, self._session, self._writer, municipality_record(municipality))

    def _keep_logo(self, municipality: Municipality) -> None:
        if municipality.logo:
            self._session.flush()
            keep_logo(self._connection, self._writer, municipality.logo)


def _save(connection: StoreConnection, session: RecordSession, writer: RecordWriter, record: Stored) -> None:
    session.flush()
    stored = read_record(connection, record.kind, record.values["id"])
    writer.save((record,), (Stored(record.kind, stored),) if stored else (), may_remove=False)
