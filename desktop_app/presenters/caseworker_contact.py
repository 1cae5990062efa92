"""Whom to ask about a case, said to who finds people and may not read their cases."""

from collections.abc import Callable

from desktop_app.application.ports import CaseLine
from desktop_app.translation import _


def contact_title(line: CaseLine) -> str:
    """Return whose case it is."""
    return _("{name}, case {number}").format(name=line.sort_name, number=line.case_number)


def contact_text(line: CaseLine, colleague: Callable[[str], str]) -> str:
    """Return who the caseworker is, and that the content of the case is theirs; `colleague` names who has initials."""
    initials = line.responsible_caseworker
    if not initials:
        who = _("Nobody is responsible for the case yet. Ask a leader who takes it.")
    elif (name := colleague(initials)) == initials:
        who = _("The caseworker is {initials}.").format(initials=initials)
    else:
        who = _("The caseworker is {name} ({initials}).").format(name=name, initials=initials)
    whose = _("What is in the case is for the caseworkers.")
    return f"{who} {whose}"
