"""Who has access, in words: the list, what each act does and what it leaves, and that it is done."""

import json
from collections.abc import Sequence

from desktop_app.application.manage_team import TeamPerson
from desktop_app.domain.role import Role
from desktop_app.presenters.role_texts import role_choice, role_text
from desktop_app.presenters.unlock_presenter import UserChoice
from desktop_app.translation import _


def person_text(person: TeamPerson) -> str:
    """Return somebody as they are named: with initials where these say more."""
    return UserChoice(person.name, person.initials).text


def shown_role(role: Role | None) -> str:
    """Return a role as the list shows it; what is said of somebody who was given none."""
    return _("No role") if role is None else role_choice(role)


def team_explanation() -> str:
    """Return what access is, and what a role does not do."""
    return _(
        "Everybody opens the cases with a password of their own. The role decides what they can do in the program. It"
        " is no encryption: whoever has a password holds the key to the whole file."
    )


def new_person_explanation() -> str:
    """Return how somebody gets their first password."""
    return _(
        "Choose a password to begin with, and tell it in person: it is written down nowhere. The person changes it on"
        " the first day under Settings, Me."
    )


def new_role_explanation(name: str) -> str:
    """Return when a new role holds."""
    return _("The role holds from the next time {name} unlocks the cases.").format(name=name)


def new_password_explanation(name: str) -> str:
    """Return what a new password does to the old one."""
    return _(
        "For somebody who has forgotten theirs. The old password opens nothing any more. Tell {name} the new one in"
        " person, to be changed at the next unlocking under Settings, Me."
    ).format(name=name)


def removal_explanation(name: str) -> str:
    """Return what removing somebody does."""
    return _(
        "{name} can unlock the cases no more, and the cases get a new key. That may take some seconds. It cannot be"
        " undone, but {name} can be added again."
    ).format(name=name)


def removal_leaves(person: TeamPerson) -> str:
    """Return what removing somebody does not reach, and what to do about it."""
    return _(
        "Backups made before, and a copy of the file that {name} may have taken, can still be opened with the old"
        " password. Make a backup afterwards. Cases where {initials} is responsible stay so until they are given to"
        " somebody else."
    ).format(name=person.name, initials=person.initials)


def confirmation_label(person: TeamPerson) -> str:
    """Return what is to be typed before somebody is removed."""
    return _("Type {initials} to confirm").format(initials=person.initials)


def confirmation_problem(person: TeamPerson) -> str:
    """Return what is said where something else was typed."""
    return _("Type {initials}, or keep the access.").format(initials=person.initials)


def added_text(person: TeamPerson) -> str:
    """Return that somebody has access."""
    return _("{name} has access as {role}.").format(name=person_text(person), role=role_text(person.role))


def role_given_text(person: TeamPerson, role: Role) -> str:
    """Return that somebody has another role."""
    return _("{name} has the role of {role} from the next unlocking.").format(
        name=person_text(person), role=role_text(role)
    )


def password_given_text(person: TeamPerson) -> str:
    """Return that somebody has another password."""
    return _("{name} has a new password. The old one opens nothing any more.").format(name=person_text(person))


def removed_text(person: TeamPerson) -> str:
    """Return that somebody has no access, and what to do next."""
    return _("{name} has access no more. Make a backup: older ones can still be opened with the old password.").format(
        name=person_text(person)
    )


def people_table(people: Sequence[TeamPerson]) -> str:
    """Return the people as lines of text: initials, role and name."""
    rows = [(person.initials, shown_role(person.role), _named(person)) for person in people]
    widths = [max((len(row[column]) for row in rows), default=0) for column in (0, 1)]
    return "\n".join(f"{initials:{widths[0]}}  {role:{widths[1]}}  {name}" for initials, role, name in rows)


def people_json(people: Sequence[TeamPerson]) -> str:
    """Return the people as JSON."""
    content = [
        {
            "name": person.name,
            "initials": person.initials,
            "role": person.role.value if person.role else None,
            "is_oneself": person.is_oneself,
        }
        for person in people
    ]
    return json.dumps({"people": content}, ensure_ascii=False, indent=1)


def _named(person: TeamPerson) -> str:
    return _("{name} (you)").format(name=person.name) if person.is_oneself else person.name
