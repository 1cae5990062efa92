"""The phrases the team writes with, of one unit of work."""

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.domain.phrase import Phrase, PhrasePlace, kind_at
from desktop_app.storage.kinds import Stored, Values
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import RecordWriter
from desktop_app.storage.statements import read_record, read_records
from desktop_app.storage.store_connection import StoreConnection

_KIND = "phrases"


class SqlPhraseStore:
    """Phrases of the team (`application.team_ports.PhraseStore`)."""

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def all(self) -> list[Phrase]:
        """Return every phrase, by id."""
        self._session.flush()
        return [_phrase_from(values) for values in read_records(self._connection, _KIND)]

    def add(self, phrase: Phrase) -> None:
        """Add a new phrase.

        Raises:
            ValueError: it was saved before.
        """
        self._writer.add(_record(phrase))

    def save(self, phrase: Phrase) -> None:
        """Save a changed phrase.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away.
        """
        stored = self._stored(phrase)
        self._writer.save((_record(phrase),), (stored,) if stored else (), may_remove=False)

    def remove(self, phrase: Phrase) -> None:
        """Take a phrase away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away already.
        """
        stored = self._stored(phrase)
        if stored is None or stored.values["version"] != phrase.version:
            raise ChangedMeanwhile(phrase.id)
        self._writer.save((), (stored,), may_remove=True)

    def _stored(self, phrase: Phrase) -> Stored | None:
        self._session.flush()
        values = read_record(self._connection, _KIND, phrase.id)
        return None if values is None else Stored(_KIND, values)


def _record(phrase: Phrase) -> Stored:
    return Stored(
        _KIND,
        {
            "id": phrase.id,
            "version": phrase.version,
            "place": phrase.place.value,
            "kind": phrase.kind.value if phrase.kind else None,
            "name": phrase.name,
            "text": phrase.text,
        },
    )


def _phrase_from(row: Values) -> Phrase:
    place = PhrasePlace(row["place"])
    return Phrase(
        id=row["id"],
        version=row["version"],
        place=place,
        kind=kind_at(place, row["kind"] or ""),
        name=row["name"],
        text=row["text"],
    )
