"""Let somebody else be responsible for cases, and give them back again. Who coordinates for a family stays who does."""

from collections.abc import Collection
from dataclasses import dataclass, replace

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.ports import CaseStore, ReadModel, Work
from desktop_app.domain.case import Case
from desktop_app.domain.role import Act


@dataclass(frozen=True, slots=True)
class HeldCase:
    """A case as it was seen: who was responsible for it, None for nobody."""

    case_id: str
    case_number: str
    caseworker: str | None


@dataclass(frozen=True, slots=True)
class Reassigned:
    """The cases that have got another caseworker, each with its former one."""

    caseworker: str
    former: tuple[HeldCase, ...]

    @property
    def changes(self) -> Changes:
        """What was changed."""
        return Changes(frozenset(held.case_id for held in self.former))


def reassign_cases(held: Collection[HeldCase], caseworker: str, *, work: Work) -> Reassigned:
    """Make somebody responsible for every one of the cases, or for none of them; one they have already stays as it is.

    Raises:
        CaseNotFound: one of the cases is there no more.
        ChangedMeanwhile: one of them has another caseworker than was seen.
    """
    others = tuple(one for one in held if one.caseworker != caseworker)
    with work(Act.REASSIGN_CASES) as unit:
        for one in others:
            unit.cases.save(replace(_as_seen(unit.cases, one), responsible_caseworker=caseworker))
        unit.commit()
    return Reassigned(caseworker, others)


def held_now(held: Collection[HeldCase], *, read: ReadModel) -> list[HeldCase]:
    """Return the cases as they are held now; those that are gone are left out."""
    lines = read.case_lines([one.case_id for one in held])
    return [HeldCase(line.case_id, line.case_number, line.responsible_caseworker) for line in lines]


def give_back(reassigned: Reassigned, *, work: Work) -> Changes:
    """Give every case back to its own former caseworker, or none of them. The history keeps both.

    Raises:
        CaseNotFound: one of the cases is there no more.
        ChangedMeanwhile: one of them was given to somebody else by now.
    """
    with work(Act.REASSIGN_CASES) as unit:
        for former in reassigned.former:
            case = _as_seen(unit.cases, replace(former, caseworker=reassigned.caseworker))
            unit.cases.save(replace(case, responsible_caseworker=former.caseworker))
        unit.commit()
    return reassigned.changes


def _as_seen(cases: CaseStore, held: HeldCase) -> Case:
    """Return a case that is still held as it was seen; two cases may have one number until somebody settles it."""
    case = cases.by_number(held.case_number)
    if case.id != held.case_id or case.responsible_caseworker != held.caseworker:
        raise ChangedMeanwhile(held.case_id)
    return case
