"""The roles in words: what they are called, what they may, and why somebody may not do what they asked for."""

from collections.abc import Callable, Mapping

from desktop_app.application.permission import NotAllowed, TeamProblem, TeamRefused
from desktop_app.domain.role import ALLOWED, Act, Role
from desktop_app.translation import _, capitalised


def role_text(role: Role | None) -> str:
    """Return what a role is called, in lower case; what is said of somebody without one."""
    return _("without a role") if role is None else _ROLES[role]()


def role_choice(role: Role) -> str:
    """Return what a role is called where it is chosen."""
    return capitalised(role_text(role))


def role_meaning(role: Role) -> str:
    """Return what somebody with a role may do."""
    return _MEANINGS[role]()


def act_text(act: Act) -> str:
    """Return what an act is, as it follows on »you cannot«."""
    return _ACTS[act]()


def not_allowed_text(error: NotAllowed) -> str:
    """Return what somebody may not do in their role, and who may."""
    act = act_text(error.act)
    if error.role is None:
        return _("You have no role yet, so you cannot {act}. Ask a leader to give you one.").format(act=act)
    who = ", ".join(role_text(role) for role in Role if role in ALLOWED[error.act])
    return _("In the role of {role} you cannot {act}. Who can: {who}. Ask one of them.").format(
        role=role_text(error.role), act=act, who=who
    )


def team_refused_text(error: TeamRefused) -> str:
    """Return why the team is left as it is, and what to do instead."""
    if error.problem is TeamProblem.ONESELF:
        return _(
            "You cannot change your own role, nor remove yourself. Ask somebody else who may. Your own password is"
            " changed with »Change password«."
        )
    return _("Only a leader can make somebody a leader, or change what a leader has. Ask a leader.")


_ROLES: Mapping[Role, Callable[[], str]] = {
    Role.LEADER: lambda: _("leader"),
    Role.CASEWORKER: lambda: _("caseworker"),
    Role.RECEPTION: lambda: _("reception"),
    Role.ADMINISTRATOR: lambda: _("administrator"),
    Role.AUDITOR: lambda: _("auditor"),
}

_MEANINGS: Mapping[Role, Callable[[], str]] = {
    Role.LEADER: lambda: _("Everything, and alone: erasing, importing, own standards, and making leaders."),
    Role.CASEWORKER: lambda: _("All work on the cases: arrivals, plans, follow-ups, signatures and papers."),
    Role.RECEPTION: lambda: _("Finds people and their caseworker, and records arrivals. Sees nothing else of a case."),
    Role.ADMINISTRATOR: lambda: _("Keeps people, passwords, backups and settings. Sees no case."),
    Role.AUDITOR: lambda: _("Reads every case without names, and the log. Changes nothing."),
}

_ACTS: Mapping[Act, Callable[[], str]] = {
    Act.FIND_PEOPLE: lambda: _("find people"),
    Act.SEE_DEADLINES: lambda: _("see deadlines"),
    Act.OPEN_CASE: lambda: _("open a case"),
    Act.SHOW_IDENTITY: lambda: _("see CPR number and protected address"),
    Act.RECORD_ARRIVAL: lambda: _("record an arrival"),
    Act.CHANGE_CASE: lambda: _("change a case"),
    Act.RECORD_CONSENT: lambda: _("record a consent"),
    Act.DECIDE_DEADLINE: lambda: _("decide about a deadline"),
    Act.REASSIGN_CASES: lambda: _("give cases another caseworker"),
    Act.WRITE_FOLLOW_UP: lambda: _("write a follow-up"),
    Act.WRITE_PLAN: lambda: _("write a plan"),
    Act.SIGN_PLAN: lambda: _("record signatures"),
    Act.ANNUL_SIGNATURE: lambda: _("annul a signature"),
    Act.OPEN_PLAN: lambda: _("see a plan on paper"),
    Act.PRINT: lambda: _("print papers of a case"),
    Act.COPY_OUT: lambda: _("copy out of a case"),
    Act.TAKE_LIST_OUT: lambda: _("take lists out of the program"),
    Act.ATTACH_SCAN: lambda: _("attach a scan"),
    Act.REMOVE_SCAN: lambda: _("remove a scan"),
    Act.OPEN_SCAN: lambda: _("see a scan"),
    Act.EXPORT_CASE: lambda: _("export a case"),
    Act.EXPORT_EVERYTHING: lambda: _("export every case"),
    Act.IMPORT_CASES: lambda: _("import cases"),
    Act.GIVE_ACCESS: lambda: _("give a citizen access"),
    Act.REVIEW_RETENTION: lambda: _("review which cases are past their time"),
    Act.ERASE_PERSON: lambda: _("erase a person"),
    Act.WRITE_PHRASES: lambda: _("see and write phrases"),
    Act.KEEP_DRAFTS: lambda: _("keep drafts"),
    Act.COMPARE_RULES: lambda: _("compare rules over the cases"),
    Act.CHANGE_STANDARD: lambda: _("change the municipality's own standards"),
    Act.CHANGE_SETTINGS: lambda: _("change the municipality's settings"),
    Act.CHANGE_OWN_ACCESS: lambda: _("change your own password"),
    Act.RENEW_RECOVERY_KEY: lambda: _("renew the recovery key"),
    Act.MANAGE_TEAM: lambda: _("decide who has access"),
    Act.CHECK_USE: lambda: _("check how the cases were used"),
    Act.BACK_UP: lambda: _("make a backup"),
    Act.RESTORE: lambda: _("restore a backup"),
    Act.RENEW_MARK: lambda: _("go on in a file that may not be the latest"),
    Act.PREPARE_DEMO: lambda: _("fill a file with made-up people"),
}
