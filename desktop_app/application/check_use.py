"""Check how the cases were used: draw uses from the log, say of each what was found, print the list to sign.

That a draw was made stands in the log like any other act, so nobody draws until the list pleases them. What was found
stands there as one of two words and the number of the line: nothing that is typed, for nothing can be taken out of it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from random import Random
from typing import Final

from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction, ReadModel, UnitOfWork, Work
from desktop_app.application.spot_check import (
    AskedCheck,
    Checked,
    CheckProblem,
    CheckRefused,
    DrawnUse,
    SpotCheck,
    SpotCheckInParts,
)
from desktop_app.application.use_log import CheckedAct, LogHead, UseLog, Verdict
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Act

SPOT_CHECK: Final = "spot_check"
_FILE: Final = "Stikprøve"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldUse:
    """A use in words; `number` is that of its line in the log."""

    number: str
    when: str
    who: str
    what: str
    case: str
    why: str
    verdict: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldCheck:
    """The list in words. `choice` says what was drawn from what, `anchor` where the log stood."""

    choice: str
    uses: tuple[ToldUse, ...]
    anchor: str
    municipality: Municipality
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedCheck:
    """The list on paper, as PDF."""

    content: bytes
    on: date

    @property
    def file_name(self) -> str:
        """The name proposed for it: date first so that it sorts."""
        return f"{self.on.isoformat()}_{_FILE}.pdf"


def draw_uses(
    asked: AskedCheck,
    *,
    work: Work,
    log: UseLog,
    read: ReadModel,
    initials: Callable[[str], str],
    chance: Random,
    is_seeded: bool = False,
) -> SpotCheckInParts:
    """Return a draw, still to be made, once it is logged that it is.

    `initials` tells how cases name somebody. `is_seeded` says that whoever knows the seed could foresee the draw.

    Raises:
        CheckRefused: PERIOD_TURNED or SIZE; nothing was logged.
        NotAllowed: only those who check the use may.
        StorageUnavailable: it could not be logged.
    """
    asked.refuse_unusable()
    with work(Act.CHECK_USE) as unit:
        _refuse_reading_only(unit)
        unit.note(
            LogAction.CHECKED_USE,
            what=CheckedAct.DRAWN,
            first=asked.first.isoformat(),
            last=asked.last.isoformat(),
            size=str(asked.size),
            chance="seed" if is_seeded else "random",
        )
        unit.commit()
    return SpotCheckInParts(asked, log=log, read=read, initials=initials, chance=chance)


def mark_use(line: DrawnUse, verdict: Verdict, *, work: Work, user: str, now: datetime) -> Checked:
    """Write in the log what was found of a use, and return it as it stands there.

    Raises:
        CheckRefused: OWN_USE, nobody checks themselves.
        NotAllowed: only those who check the use may.
        StorageUnavailable: it could not be written.
    """
    with work(Act.CHECK_USE) as unit:
        if line.act.user == user:
            raise CheckRefused(CheckProblem.OWN_USE)
        _refuse_reading_only(unit)
        unit.note(LogAction.CHECKED_USE, what=CheckedAct.MARKED, entry=str(line.act.seq), verdict=verdict)
        unit.commit()
    return Checked(verdict, user, now)


def print_check(
    check: SpotCheck,
    *,
    work: Work,
    log: UseLog,
    tell: Callable[[SpotCheck, LogHead, Municipality, date], ToldCheck],
    draw: Callable[[ToldCheck], bytes],
    today: date,
) -> PrintedCheck:
    """Return the list on paper, once it is logged; on it stands where the log was then, that very line included.

    Raises:
        NotAllowed: only those who check the use may.
        StorageUnavailable: it could not be logged, so it is not handed out.
    """
    with work(Act.CHECK_USE) as unit:
        municipality = unit.municipality()
        unit.note(LogAction.PRINTED, document=SPOT_CHECK, lines=str(len(check.lines)))
        unit.commit()
    return PrintedCheck(content=draw(tell(check, log.head(), municipality, today)), on=today)


def _refuse_reading_only(unit: UnitOfWork) -> None:
    """A store that is only read lets lines of the log go: here they are all there is to save."""
    if unit.is_reading_only:
        raise StorageUnavailable(StorageTrouble.READING_ONLY)
