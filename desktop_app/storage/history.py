"""What was changed on a case: its revisions as lines that say who, what, when, before and after."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from desktop_app.application.ports import HistoryLine, LogAction, UseLine
from desktop_app.storage.kinds import from_revision, later_fields
from desktop_app.storage.revisions import DELETE, DELETED, Entry
from desktop_app.storage.store_connection import StoreConnection

# The case, whatever belongs to it and to that, deleted or not, and the citizen it is about.
_OF_CASE: Final = """
    WITH RECURSIVE family (record) AS (
        VALUES (?1) UNION SELECT log.record FROM log JOIN family ON log.parent = family.record
        WHERE log.parent <> ''
    )
    SELECT log.id, log.action, log.record, log.kind, log.parent, log.device, log.lamport, log.user, log.utc,
        log.supersedes, log.payload_hash, payloads.salt, payloads.body
    FROM log LEFT JOIN payloads USING (seq)
    WHERE log.action IN ('change', 'delete') AND log.record <> '' AND log.record IN (
        SELECT record FROM family UNION SELECT citizen_id FROM cases WHERE id = ?1
    )
    ORDER BY log.seq
    """


# Lines of the case itself, and of files with every case that were written after it was made.
_USES: Final = """
    SELECT log.utc, log.action, payloads.body FROM log LEFT JOIN payloads USING (seq)
    WHERE log.action NOT IN ('change', 'delete', 'erase') AND (
        log.record = ?1
        OR log.action = 'exported' AND log.record = ''
            AND log.seq > (SELECT min(seq) FROM log WHERE record = ?1 AND action = 'change')
    )
    ORDER BY log.seq DESC
    """


def read_uses(connection: StoreConnection, case_id: str) -> list[UseLine]:
    """Return what the case was opened, printed and handed out for, the latest first.

    Raises:
        StorageUnavailable: the file cannot be read.
    """
    return [
        UseLine(datetime.fromisoformat(utc), LogAction(action), json.loads(body) if body else {})
        for utc, action, body in connection.rows(_USES, (case_id,))
    ]


def read_history(connection: StoreConnection, case_id: str) -> list[HistoryLine]:
    """Return every revision of the case, its citizen and all below it, latest first, in one SELECT.

    A deletion says what was there before and nothing after; what was erased by law has neither.

    Raises:
        StorageUnavailable: the file cannot be read.
    """
    known: dict[str, dict[str, Any]] = {}
    lines = list[HistoryLine]()
    for row in connection.scan(_OF_CASE, (case_id,)):
        entry = Entry(*row)
        lines.append(_line(entry, known.setdefault(entry.record, {})))
    lines.reverse()
    return lines


def _line(entry: Entry, known: dict[str, Any]) -> HistoryLine:
    """Return the line of a revision, and bring what is known of the record up to date."""
    after = from_revision(entry.kind, {field: value for field, value in entry.values.items() if field != DELETED})
    before: Mapping[str, Any] = {field: known[field] for field in after if field in known}
    if entry.action == DELETE:
        before = dict(known)
    if not known and after:
        known.update(later_fields(entry.kind))
    known.update(after)
    return HistoryLine(
        at=datetime.fromisoformat(entry.utc),
        user=entry.user,
        kind=entry.kind,
        record=entry.record,
        action=entry.action,
        before=before,
        after=after,
    )
