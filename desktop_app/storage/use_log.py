"""The log of use in a store, read in parts of so many lines."""

import json
from collections.abc import Collection, Mapping
from datetime import UTC, datetime
from typing import Final

from desktop_app.application.ports import LogAction
from desktop_app.application.use_log import USES, LoggedAct, LogHead
from desktop_app.storage.journal import read_head
from desktop_app.storage.kinds import KINDS
from desktop_app.storage.revisions import CHANGE, DELETE
from desktop_app.storage.store_connection import StoreConnection

_NAMED: Final = ", ".join(f"'{action}'" for action in sorted((CHANGE, DELETE, *USES)))
# By number, so that a part costs the same wherever in the log the period lies.
_PART: Final = f"""
    SELECT log.seq, utc, user, action, record, kind, parent, body
    FROM log LEFT JOIN payloads ON payloads.seq = log.seq AND action = 'checked_use'
    WHERE log.seq > ? AND log.seq <= ?
        AND (action = 'checked_use' OR utc >= ? AND utc < ? AND action IN ({_NAMED}))
    ORDER BY log.seq
    """  # noqa: S608 - actions of this program
_DETAILS: Final = "SELECT seq, body FROM payloads WHERE seq IN (SELECT value FROM json_each(?))"
_PARENT: Final = "SELECT parent FROM log WHERE record = ? AND record <> '' AND +parent <> '' LIMIT 1"  # by its index
_CASE_OF_CITIZEN: Final = "SELECT id FROM cases WHERE citizen_id = ? LIMIT 1"
_DEEPEST: Final = 4
_IN_CASE: Final = frozenset(kind for kind, row in KINDS.items() if row.belongs_to == "case_id")


class StoreUseLog:
    """The log of one store (`application.use_log.UseLog`)."""

    def __init__(self, connection: StoreConnection) -> None:
        self._connection = connection
        self._cases: dict[str, str] = {}

    def head(self) -> LogHead:
        """Return where the log stands.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        head = read_head(self._connection)
        return LogHead(head.seq, head.chain)

    def part(self, after: int, up_to: int, first: datetime, before: datetime) -> list[LoggedAct]:
        """Return the changes and uses of a time among some lines, and what was checked among them at any time.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        period = (_text(first), _text(before))
        found = list[LoggedAct]()
        for seq, utc, user, action, record, kind, parent, body in self._connection.rows(_PART, (after, up_to, *period)):
            is_change = action in {CHANGE, DELETE}
            found.append(
                LoggedAct(
                    seq,
                    datetime.fromisoformat(utc),
                    user,
                    None if is_change else LogAction(action),
                    self._case_of(record, kind, parent) if is_change else record,
                    json.loads(body) if body else {},
                )
            )
        return found

    def details(self, seqs: Collection[int]) -> Mapping[int, Mapping[str, str]]:
        """Return what some lines say besides, by their number; erased lines say nothing.

        Raises:
            StorageUnavailable: the file cannot be read.
        """
        rows = self._connection.rows(_DETAILS, (json.dumps(list(seqs)),))
        return {seq: json.loads(body) for seq, body in rows}

    def _case_of(self, record: str, kind: str, parent: str) -> str:
        """Return the case a changed record belongs to, empty for one that stands outside of any."""
        if kind == "cases":
            return record
        if kind in _IN_CASE:
            return parent
        if record not in self._cases:
            self._cases[record] = self._looked_up(record, kind, parent)
        return self._cases[record]

    def _looked_up(self, record: str, kind: str, parent: str) -> str:
        if kind == "citizens":
            return next((case for (case,) in self._connection.rows(_CASE_OF_CITIZEN, (record,))), "")
        for _level in range(_DEEPEST):  # of a plan's parts the plan, of that the case
            if not parent:
                break
            record = parent
            parent = next((above for (above,) in self._connection.rows(_PARENT, (record,))), "")
        return record


def _text(moment: datetime) -> str:
    """Return a moment as the log writes it, so that texts compare as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds")
