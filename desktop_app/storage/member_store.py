"""The roles of those who can open the store, of one unit of work."""

from desktop_app.domain.role import Role, TeamMember
from desktop_app.storage.kinds import Stored, Values
from desktop_app.storage.record_store import RecordStore
from desktop_app.storage.statements import read_records
from desktop_app.storage.store_connection import StoreConnection

_KIND = "members"


def read_members(connection: StoreConnection) -> list[TeamMember]:
    """Return every role that was given, by id.

    Raises:
        StorageUnavailable: the file cannot be read.
    """
    return [_member_from(values) for values in read_records(connection, _KIND)]


class SqlMemberStore(RecordStore[TeamMember]):
    """Roles (`application.team_ports.MemberStore`)."""

    kind = _KIND

    def stored(self, record: TeamMember) -> Stored:
        """Return a role as its row holds it."""
        return Stored(_KIND, {"id": record.id, "version": record.version, "role": record.role.value})

    def from_values(self, values: Values) -> TeamMember:
        """Return the role a row holds."""
        return _member_from(values)


def _member_from(values: Values) -> TeamMember:
    return TeamMember(id=values["id"], version=values["version"], role=Role(values["role"]))
