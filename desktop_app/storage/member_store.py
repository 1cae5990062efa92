"""The roles of those who can open the store, of one unit of work."""

from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.domain.role import Role, TeamMember
from desktop_app.storage.kinds import Stored
from desktop_app.storage.record_session import RecordSession
from desktop_app.storage.record_writer import RecordWriter
from desktop_app.storage.statements import read_record, read_records
from desktop_app.storage.store_connection import StoreConnection

_KIND = "members"


def read_members(connection: StoreConnection) -> list[TeamMember]:
    """Return every role that was given, by id.

    Raises:
        StorageUnavailable: the file cannot be read.
    """
    return [
        TeamMember(id=values["id"], version=values["version"], role=Role(values["role"]))
        for values in read_records(connection, _KIND)
    ]


class SqlMemberStore:
    """Roles (`application.team_ports.MemberStore`)."""

    def __init__(self, connection: StoreConnection, session: RecordSession, writer: RecordWriter) -> None:
        self._connection = connection
        self._session = session
        self._writer = writer

    def all(self) -> list[TeamMember]:
        """Return every role that was given, by id."""
        self._session.flush()
        return read_members(self._connection)

    def add(self, member: TeamMember) -> None:
        """Give somebody who has none a role.

        Raises:
            ValueError: it was saved before.
        """
        self._writer.add(_record(member))

    def save(self, member: TeamMember) -> None:
        """Save a changed role.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away.
        """
        stored = self._stored(member)
        self._writer.save((_record(member),), (stored,) if stored else (), may_remove=False)

    def remove(self, member: TeamMember) -> None:
        """Take a role away as it was read; the history keeps it.

        Raises:
            ChangedMeanwhile: somebody saved it after it was read, or took it away already.
        """
        stored = self._stored(member)
        if stored is None or stored.values["version"] != member.version:
            raise ChangedMeanwhile(member.id)
        self._writer.save((), (stored,), may_remove=True)

    def _stored(self, member: TeamMember) -> Stored | None:
        self._session.flush()
        values = read_record(self._connection, _KIND, member.id)
        return None if values is None else Stored(_KIND, values)


def _record(member: TeamMember) -> Stored:
    return Stored(_KIND, {"id": member.id, "version": member.version, "role": member.role.value})
