"""The municipality's own standards, of one unit of work."""

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.duties import DutyId
from desktop_app.domain.local_standard import LocalStandard
from desktop_app.storage.kinds import Stored, Values
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import RecordWriter
from desktop_app.storage.statements import read_record, read_records
from desktop_app.storage.store_connection import StoreConnection

_KIND = "local_standards"


class SqlLocalStandardStore:
    """Standards of the municipality's own (`application.team_ports.LocalStandardStore`)."""

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def all(self) -> list[LocalStandard]:
        """Return every standard, by duty and by the day it holds from."""
        self._session.flush()
        found = [_standard_from(values) for values in read_records(self._connection, _KIND)]
        return sorted(found, key=lambda each: (each.duty, each.valid_from, each.id))

    def add(self, standard: LocalStandard) -> None:
        """Add a new standard.

        Raises:
            ValueError: it was saved before.
        """
        self._writer.add(_record(standard))

    def remove(self, standard: LocalStandard) -> None:
        """Take a standard away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody took it away already.
        """
        self._session.flush()
        stored = read_record(self._connection, _KIND, standard.id)
        if stored is None:
            raise ChangedMeanwhile(standard.id)
        self._writer.save((), (Stored(_KIND, stored),), may_remove=True)


def _record(standard: LocalStandard) -> Stored:
    return Stored(
        _KIND,
        {
            "id": standard.id,
            "version": standard.version,
            "duty": standard.duty.value,
            "valid_from": standard.valid_from,
            "interval_value": standard.interval.value,
            "interval_unit": standard.interval.unit.value,
            "target_groups": sorted(group.value for group in standard.groups),
            "warning_days": standard.warning_days,
            "reason": standard.reason,
            "decided_on": standard.decided_on,
            "decided_by": standard.decided_by,
        },
    )


def _standard_from(row: Values) -> LocalStandard:
    return LocalStandard(
        id=row["id"],
        version=row["version"],
        duty=DutyId(row["duty"]),
        valid_from=row["valid_from"],
        interval=Span(row["interval_value"], Unit(row["interval_unit"])),
        groups=frozenset(map(TargetGroup, row["target_groups"])),
        warning_days=row["warning_days"],
        reason=row["reason"],
        decided_on=row["decided_on"],
        decided_by=row["decided_by"],
    )
