"""The session every change goes through: what it flushes becomes revisions, and the ways round it are closed.

The revisions are made when SQLAlchemy flushes, not by those who change records, so no use case can forget them.
"""

from typing import Any, Final, NoReturn

from sqlalchemy import Engine, event
from sqlalchemy.orm import ORMExecuteState, Session, UOWTransaction
from sqlalchemy.orm.attributes import get_history

from desktop_app.storage.journal import Journal
from desktop_app.storage.kinds import FIELDS, Values, parent_of
from desktop_app.storage.revisions import CHANGE, DELETE, DELETED, Subject, next_change, next_deletion
from desktop_app.storage.rows import Record

_JOURNAL: Final = "journal"


class RecordSession(Session):
    """One transaction whose every change to a record makes a revision. Bulk operations would make none and raise."""

    def __init__(self, engine: Engine) -> None:
        # Closed, it stays closed: a unit of work is one transaction.
        super().__init__(engine, autoflush=False, expire_on_commit=False, close_resets_only=False)

    def begin_journal(self, journal: Journal) -> None:
        """Write revisions to this journal from now on."""
        self.info[_JOURNAL] = journal

    def bulk_save_objects(self, *_arguments: Any, **_options: Any) -> NoReturn:  # noqa: ANN401 - whatever it is given
        """Raise: bulk operations make no revisions."""
        raise TypeError("bulk operations make no revisions")

    def bulk_insert_mappings(self, *_arguments: Any, **_options: Any) -> NoReturn:  # noqa: ANN401 - whatever it is given
        """Raise: bulk operations make no revisions."""
        raise TypeError("bulk operations make no revisions")

    def bulk_update_mappings(self, *_arguments: Any, **_options: Any) -> NoReturn:  # noqa: ANN401 - whatever it is given
        """Raise: bulk operations make no revisions."""
        raise TypeError("bulk operations make no revisions")


@event.listens_for(RecordSession, "do_orm_execute")
def _refuse_bulk(state: ORMExecuteState) -> None:
    if not state.is_select:
        raise TypeError("statements that change rows make no revisions")


@event.listens_for(RecordSession, "before_flush")
def _make_revisions(session: RecordSession, _context: UOWTransaction, _instances: object) -> None:
    journal: Journal = session.info[_JOURNAL]
    # These properties build a new set each time they are asked.
    new, deleted = list(session.new), list(session.deleted)
    changed = [row for row in session.dirty if session.is_modified(row)]
    if not (new or changed or deleted):
        return
    earlier = journal.earlier(row.id for row in (*new, *changed, *deleted))
    for row in (*new, *changed):
        past = earlier.get(row.id, [])
        journal.add(CHANGE, _subject(row), *next_change(past, _set_fields(row)))
        row.version = len(past) + 1
    for row in deleted:
        journal.add(DELETE, _subject(row), next_deletion(earlier.get(row.id, [])), {DELETED: True})
    journal.write()


@event.listens_for(RecordSession, "before_commit")
def _write_journal(session: RecordSession) -> None:
    session.flush()
    # What only stands in the log has changed no row, so no flush has written it.
    session.info[_JOURNAL].write()


def _set_fields(row: Record) -> Values:
    is_new = row.version == 0
    return {
        field: getattr(row, field)
        for field in FIELDS[row.__tablename__]
        if is_new or get_history(row, field).has_changes()
    }


def _subject(row: Record) -> Subject:
    kind = row.__tablename__
    return Subject(row.id, kind, parent_of(kind, {name: getattr(row, name) for name in FIELDS[kind]}))
