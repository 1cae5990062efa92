"""Who may do what: the roles of the people who open a store, the acts, and the one table that joins them.

Roles rest on what data protection asks for (GDPR article 5(1)(c) and 25(2), 32(1)(b)): nobody sees more than the work
needs. Whoever can open the store holds its key; a role is what this program lets its user do, and is no encryption.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Role(StrEnum):
    """What somebody is to the team."""

    LEADER = "leader"
    CASEWORKER = "caseworker"
    RECEPTION = "reception"
    ADMINISTRATOR = "administrator"
    AUDITOR = "auditor"


class Act(StrEnum):
    """What one can do, as far as it is allowed or refused as one thing."""

    FIND_PEOPLE = "find_people"
    SEE_DEADLINES = "see_deadlines"
    OPEN_CASE = "open_case"
    SHOW_IDENTITY = "show_identity"
    RECORD_ARRIVAL = "record_arrival"
    CHANGE_CASE = "change_case"
    RECORD_CONSENT = "record_consent"
    DECIDE_DEADLINE = "decide_deadline"
    REASSIGN_CASES = "reassign_cases"
    WRITE_FOLLOW_UP = "write_follow_up"
    WRITE_PLAN = "write_plan"
    SIGN_PLAN = "sign_plan"
    ANNUL_SIGNATURE = "annul_signature"
    OPEN_PLAN = "open_plan"
    PRINT = "print"
    COPY_OUT = "copy_out"
    TAKE_LIST_OUT = "take_list_out"
    ATTACH_SCAN = "attach_scan"
    REMOVE_SCAN = "remove_scan"
    OPEN_SCAN = "open_scan"
    EXPORT_CASE = "export_case"
    EXPORT_EVERYTHING = "export_everything"
    IMPORT_CASES = "import_cases"
    GIVE_ACCESS = "give_access"
    REVIEW_RETENTION = "review_retention"
    ERASE_PERSON = "erase_person"
    WRITE_PHRASES = "write_phrases"
    KEEP_DRAFTS = "keep_drafts"
    COMPARE_RULES = "compare_rules"
    CHANGE_STANDARD = "change_standard"
    CHANGE_SETTINGS = "change_settings"
    CHANGE_OWN_ACCESS = "change_own_access"
    RENEW_RECOVERY_KEY = "renew_recovery_key"
    MANAGE_TEAM = "manage_team"
    CHECK_USE = "check_use"
    BACK_UP = "back_up"
    RESTORE = "restore"
    RENEW_MARK = "renew_mark"
    PREPARE_DEMO = "prepare_demo"


_LEADER: Final = frozenset({Role.LEADER})
_CASEWORK: Final = frozenset({Role.LEADER, Role.CASEWORKER})
_READING: Final = _CASEWORK | {Role.AUDITOR}
_KEEPING: Final = frozenset({Role.LEADER, Role.ADMINISTRATOR})
_EVERYBODY: Final = frozenset(Role)

ALLOWED: Final[Mapping[Act, frozenset[Role]]] = {
    Act.FIND_PEOPLE: _READING | {Role.RECEPTION},
    Act.SEE_DEADLINES: _READING,
    Act.OPEN_CASE: _READING,
    Act.SHOW_IDENTITY: _CASEWORK,
    Act.RECORD_ARRIVAL: _CASEWORK | {Role.RECEPTION},
    Act.CHANGE_CASE: _CASEWORK,
    Act.RECORD_CONSENT: _CASEWORK,
    Act.DECIDE_DEADLINE: _CASEWORK,
    Act.REASSIGN_CASES: _CASEWORK,
    Act.WRITE_FOLLOW_UP: _CASEWORK,
    Act.WRITE_PLAN: _CASEWORK,
    Act.SIGN_PLAN: _CASEWORK,
    Act.ANNUL_SIGNATURE: _CASEWORK,
    Act.OPEN_PLAN: _CASEWORK,
    Act.PRINT: _CASEWORK,
    Act.COPY_OUT: _CASEWORK,
    Act.TAKE_LIST_OUT: _CASEWORK,
    Act.ATTACH_SCAN: _CASEWORK,
    Act.REMOVE_SCAN: _CASEWORK,
    Act.OPEN_SCAN: _CASEWORK,
    Act.EXPORT_CASE: _CASEWORK,
    Act.EXPORT_EVERYTHING: _LEADER,
    Act.IMPORT_CASES: _LEADER,
    Act.GIVE_ACCESS: _CASEWORK,
    Act.REVIEW_RETENTION: _LEADER,
    Act.ERASE_PERSON: _LEADER,
    Act.WRITE_PHRASES: _CASEWORK,
    Act.KEEP_DRAFTS: _EVERYBODY,
    Act.COMPARE_RULES: _READING,
    Act.CHANGE_STANDARD: _LEADER,
    Act.CHANGE_SETTINGS: _KEEPING,
    Act.CHANGE_OWN_ACCESS: _EVERYBODY,
    Act.RENEW_RECOVERY_KEY: _KEEPING,
    Act.MANAGE_TEAM: _KEEPING,
    Act.CHECK_USE: _LEADER | {Role.AUDITOR},
    Act.BACK_UP: _EVERYBODY,
    Act.RESTORE: _KEEPING,
    Act.RENEW_MARK: _KEEPING,
    Act.PREPARE_DEMO: _LEADER,
}
"""Which roles may do what; what is not named here nobody may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamMember:
    """The role of somebody who can open the store; `id` is that of their slot in the key file."""

    id: str
    role: Role
    version: int = 0


def may(role: Role | None, act: Act) -> bool:
    """Tell whether somebody with this role may do an act; without a role one may do nothing."""
    return role in ALLOWED.get(act, ())


def hides_names(role: Role | None) -> bool:
    """Tell whether somebody with this role reads the cases without names."""
    return role is Role.AUDITOR


def role_of(user_id: str, members: Mapping[str, Role]) -> Role | None:
    """Return the role of a user among those that were given, None for one who was given none.

    Where no role was ever given everybody leads: so stood every store before there were roles.
    """
    return members.get(user_id) if members else Role.LEADER
