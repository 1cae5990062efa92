"""Records that stand by themselves and are read, saved and taken away whole, of one unit of work."""

from typing import Generic, Protocol, TypeVar

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.storage.kinds import Stored, Values
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import RecordWriter
from desktop_app.storage.statements import read_record, read_records
from desktop_app.storage.store_connection import StoreConnection


class _Versioned(Protocol):
    """What the domain has of such a record."""

    @property
    def id(self) -> str: ...

    @property
    def version(self) -> int: ...


Kept = TypeVar("Kept", bound=_Versioned)


class RecordStore(Generic[Kept]):
    """The records of one `kind`; a subclass says how the domain's and the table's read."""

    kind: str

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def all(self) -> list[Kept]:
        """Return every record, by id."""
        self._session.flush()
        return [self.from_values(values) for values in read_records(self._connection, self.kind)]

    def add(self, record: Kept) -> None:
        """Add a new record.

        Raises:
            ValueError: it was saved before.
        """
        self._writer.add(self.stored(record))

    def save(self, record: Kept) -> None:
        """Save a changed record.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away.
        """
        there = self._there(record)
        self._writer.save((self.stored(record),), (there,) if there else (), may_remove=False)

    def remove(self, record: Kept) -> None:
        """Take a record away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away already.
        """
        there = self._there(record)
        if there is None or there.values["version"] != record.version:
            raise ChangedMeanwhile(record.id)
        self._writer.save((), (there,), may_remove=True)

    def stored(self, record: Kept) -> Stored:
        """Return a record as its row holds it."""
        raise NotImplementedError

    def from_values(self, values: Values) -> Kept:
        """Return the record a row holds."""
        raise NotImplementedError

    def _there(self, record: Kept) -> Stored | None:
        self._session.flush()
        values = read_record(self._connection, self.kind, record.id)
        return None if values is None else Stored(self.kind, values)
