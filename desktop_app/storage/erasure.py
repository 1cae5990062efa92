"""Erasing a case lawfully: what was written goes out of the file, that something was stays in the log.

One entry `erase` for each record comes first; the triggers of the log let content go only after it. Then go the rows,
the conflicts, and the payload of every entry about them, those of the log of use too. The chain covers the hash of a
payload and not the payload, so it holds as before. `secure_delete` overwrites what lay in the file.
"""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import Final

from desktop_app.storage.journal import Journal
from desktop_app.storage.kinds import KINDS
from desktop_app.storage.revisions import ERASE, Subject
from desktop_app.storage.store_connection import StoreConnection

# The case and whatever ever belonged to it; the citizens and households it ever named, where no other case has them.
_RECORDS: Final = """
    WITH RECURSIVE family (record) AS (
        VALUES (?1) UNION SELECT log.record FROM log JOIN family ON log.parent = family.record
        WHERE log.parent <> ''
    ), content (body) AS (
        SELECT body FROM log JOIN payloads USING (seq) WHERE action = 'change' AND record = ?1
    ), named (record) AS (
        SELECT json_extract(body, '$.citizen_id') FROM content
        UNION SELECT json_extract(body, '$.household_id') FROM content
    )
    SELECT DISTINCT record, kind, parent FROM log
    WHERE action IN ('change', 'delete') AND record IN (
        SELECT record FROM family
        UNION SELECT record FROM named WHERE record IS NOT NULL AND NOT EXISTS (
            SELECT 1 FROM cases WHERE (citizen_id = named.record OR household_id = named.record) AND id <> ?1
        )
    )
    """
_PAYLOADS: Final = """
    DELETE FROM payloads WHERE seq IN (
        SELECT seq FROM log WHERE action <> 'erase' AND record IN (SELECT value FROM json_each(?))
    )
    """
_CONFLICTS: Final = "DELETE FROM conflicts WHERE record IN (SELECT value FROM json_each(?))"
_BYTES: Final = """
    DELETE FROM blobs WHERE sha256 NOT IN (
        SELECT sha256 FROM documents UNION SELECT sha256 FROM attachments UNION SELECT sha256 FROM logos
    )
    """


def erase_case(connection: StoreConnection, journal: Journal, case_id: str, reason: str) -> None:
    """Erase a case, in the transaction that is open; what was changed in it before is written by now.

    Raises:
        StorageUnavailable: the file cannot be read or written.
    """
    erased = defaultdict[str, list[str]](list)
    for record, kind, parent in connection.rows(_RECORDS, (case_id,)):
        journal.add(ERASE, Subject(record, kind, parent), {}, {"reason": reason} if record == case_id else {})
        erased[kind].append(record)
    journal.write()
    for kind, records in erased.items():
        connection.write(_delete_of(kind), (_listed(records),))
    everything = _listed([record for records in erased.values() for record in records])
    for statement in (_PAYLOADS, _CONFLICTS):
        connection.write(statement, (everything,))
    connection.write(_BYTES, ())


def _delete_of(kind: str) -> str:
    table = KINDS[kind].__tablename__  # a name of the program's own, never one that was read
    return f"DELETE FROM {table} WHERE id IN (SELECT value FROM json_each(?))"  # noqa: S608 - as above


def _listed(records: Collection[str]) -> str:
    return json.dumps(list(records))
