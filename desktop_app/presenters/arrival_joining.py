"""Whom somebody moves in with: a citizen who has a case already, found by its number or by what a name is like."""

from collections.abc import Sequence

from desktop_app.application.find_cases import CaseSearch
from desktop_app.application.ports import CaseLine
from desktop_app.presenters.arrival_checks import Remark, RemarkKind
from desktop_app.translation import _


def cases_meant(text: str, lines: Sequence[CaseLine]) -> list[CaseLine]:
    """Return the cases a text may mean: the one with just this number, or all that hold its words."""
    numbered = [line for line in lines if line.case_number == text]
    return numbered or (CaseSearch(lines).find(text) if text else [])


def joining_remark(text: str, found: Sequence[CaseLine]) -> Remark | None:
    """Return what there is to say of a text that means these cases: who it is, or that it is not just one."""
    if not text:
        return None
    if len(found) == 1:
        line = found[0]
        name = f"{line.given_names.strip()} {line.family_name.strip()}"
        return Remark(RemarkKind.INFORMATION, _("{name}, case {number}").format(name=name, number=line.case_number))
    if found:
        return Remark(
            RemarkKind.ERROR, _("{n} cases fit. Write the number of the one that is meant").format(n=len(found))
        )
    return Remark(RemarkKind.ERROR, _("No case fits. Write a name or a case number"))
