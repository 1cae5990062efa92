"""Rows as a pure function of the revisions: what every row and every open conflict must be, given the log."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from desktop_app.storage.kinds import KINDS, Values, from_revision, later_fields, parent_of
from desktop_app.storage.revisions import BEARING, DELETED, ERASE, Entry, Folded, canonical, fold
from desktop_app.storage.statements import read_records
from desktop_app.storage.store_connection import StoreConnection

Conflicts = dict[tuple[str, str], str]
"""(record, field) -> canonical JSON of the disagreeing revisions."""


class Derived(NamedTuple):
    """All rows by kind and id, and all open conflicts."""

    rows: dict[str, dict[str, Values]]
    conflicts: Conflicts


def by_record(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    """Return the entries that bear on rows, grouped by record."""
    groups: dict[str, list[Entry]] = {}
    for entry in entries:
        if entry.action in BEARING:
            groups.setdefault(entry.record, []).append(entry)
    return groups


def derive(groups: Mapping[str, list[Entry]]) -> Derived:
    """Return all rows as their revisions make them.

    A deleted record stays, flagged as a conflict, while something that was not deleted belongs to it. An erased record
    goes, and with it whatever belongs to it.
    """
    folded, gone = _folded(groups)
    for kind in KINDS:  # what a record belongs to comes before it
        for record, state in folded[kind].items():
            if parent_of(kind, state.values) in gone:
                gone.add(record)
    found, needed = Derived({kind: {} for kind in KINDS}, {}), set[str]()
    for kind in reversed(KINDS):
        for record, state in folded[kind].items():
            if record in gone or not (state.is_alive or record in needed):
                continue
            needed.add(parent_of(kind, state.values))
            found.rows[kind][record] = {
                "id": record,
                "version": state.version,
                **later_fields(kind),
                **from_revision(kind, state.values),
            }
            conflicts = state.conflicts if state.is_alive else {**state.conflicts, DELETED: []}
            found.conflicts.update({(record, field): canonical(rivals) for field, rivals in conflicts.items()})
    return found


def stored(connection: StoreConnection) -> Derived:
    """Return all rows and open conflicts as they stand in the store."""
    rows = {kind: {values["id"]: values for values in read_records(connection, kind)} for kind in KINDS}
    conflicts = connection.rows("SELECT record, field, revisions FROM conflicts")
    return Derived(rows, {(record, field): revisions for record, field, revisions in conflicts})


def _folded(groups: Mapping[str, list[Entry]]) -> tuple[dict[str, dict[str, Folded]], set[str]]:
    """Return the state of each record by kind, and the records that were erased."""
    folded: dict[str, dict[str, Folded]] = {kind: {} for kind in KINDS}
    erased = set[str]()
    for record, revisions in groups.items():
        if any(entry.action == ERASE for entry in revisions):
            erased.add(record)
        else:
            folded[revisions[0].kind][record] = fold(revisions)
    return folded, erased
