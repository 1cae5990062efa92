"""Brings the records of a unit of work in line with what it was given: new, changed and gone ones, nothing else."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy.orm import make_transient_to_detached

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.storage.kinds import FIELDS, KINDS, Stored
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.rows import Record

NEW: Final = 0
"""The version of a record that was never saved."""


class RecordWriter:
    """Compares records with what is stored and hands the session only what differs."""

    def __init__(self, session: RecordSession) -> None:
        self._session = session
        self._rows: dict[str, Record] = {}  # by id; the session alone would forget rows nobody else holds

    def add(self, record: Stored) -> None:
        """Add a record that was never saved.

        Raises:
            ValueError: it has a version, so it was saved before.
        """
        if record.values["version"] != NEW:
            raise ValueError(f"{record.kind}: the record was saved before")
        row = KINDS[record.kind](**record.values)
        self._session.add(row)
        self._rows[row.id] = row

    def save(self, wanted: Iterable[Stored], stored: Iterable[Stored], *, may_remove: bool) -> None:
        """Make `stored` into `wanted`.

        Raises:
            ChangedMeanwhile: a record has another version than the stored one, or is gone, or one is stored that
                `wanted` lacks although nothing may be removed: it came in after `wanted` was read.
        """
        there = {record.values["id"]: record for record in stored}
        for record in wanted:
            was = there.pop(record.values["id"], None)
            if was is None:
                self._bring_in(record)
            elif was.values["version"] != record.values["version"]:
                raise ChangedMeanwhile(record.values["id"])
            elif was.values != record.values:
                self._change(record, was)
        for was in there.values():
            if not may_remove:
                raise ChangedMeanwhile(was.values["id"])
            self._remove(was)

    def _bring_in(self, record: Stored) -> None:
        if record.values["version"] != NEW:
            raise ChangedMeanwhile(record.values["id"])
        self.add(record)

    def _change(self, record: Stored, was: Stored) -> None:
        row = self._row(was)
        for field in FIELDS[record.kind]:
            if was.values[field] != record.values[field]:
                setattr(row, field, record.values[field])

    def _remove(self, was: Stored) -> None:
        row = self._row(was)
        if row in self._session.new:
            self._session.expunge(row)
            del self._rows[row.id]
        else:
            self._session.delete(row)

    def _row(self, was: Stored) -> Record:
        """Return the row in the session; its values are known, so it is not read again."""
        if was.values["id"] not in self._rows:
            row = KINDS[was.kind](**was.values)
            make_transient_to_detached(row)
            self._session.add(row)
            self._rows[row.id] = row
        return self._rows[was.values["id"]]
