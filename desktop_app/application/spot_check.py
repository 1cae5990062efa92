"""The draw of a spot check: which uses of the cases somebody is to look at, by chance and with weight.

Every use can be drawn. What deserves a look is drawn more often, and the list says why each was.
"""

import heapq
import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from random import Random
from typing import Final, NamedTuple

from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import CaseLine, LogAction, ReadModel
from desktop_app.application.use_log import USES, CheckedAct, LoggedAct, UseLog, Verdict
from desktop_app.domain.public_holidays import is_public_holiday

AT_ONCE: Final = 500
"""How many lines of the log are read, and uses weighed, before somebody else may have the processor."""

MOST: Final = 500
_EARLIEST, _LATEST, _SATURDAY = time(6), time(20), 5
_FIRST_DAY, _LAST_DAY = date(2000, 1, 1), date(2999, 1, 1)


class UseReason(StrEnum):
    """Why a use deserves a look."""

    STILL_OPEN = "still_open"
    REFUSED = "refused"
    ADDRESS_SHOWN = "address_shown"
    TAKEN_OUT = "taken_out"
    OTHERS_CASE = "others_case"
    ODD_HOURS = "odd_hours"
    SEARCH_WITHOUT_WORK = "search_without_work"


WEIGHTS: Final[Mapping[UseReason, int]] = {
    UseReason.REFUSED: 6,
    UseReason.ADDRESS_SHOWN: 6,
    UseReason.TAKEN_OUT: 4,
    UseReason.OTHERS_CASE: 3,
    UseReason.ODD_HOURS: 3,
    UseReason.SEARCH_WITHOUT_WORK: 2,
}
"""How many times more each reason makes a use likely to be drawn; without any the weight is one."""

_BY_ACTION: Final[Mapping[LogAction | None, UseReason]] = {
    LogAction.REFUSED: UseReason.REFUSED,
    LogAction.SHOWED_ADDRESS: UseReason.ADDRESS_SHOWN,
    LogAction.EXPORTED: UseReason.TAKEN_OUT,
    LogAction.COPIED: UseReason.TAKEN_OUT,
    LogAction.GAVE_ACCESS: UseReason.TAKEN_OUT,
}


class CheckProblem(StrEnum):
    """Why a check is not made."""

    PERIOD_TURNED = "period_turned"
    SIZE = "size"
    OWN_USE = "own_use"


class CheckRefused(ApplicationError):
    """The check is not made; nothing was written."""

    def __init__(self, problem: CheckProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


class AskedCheck(NamedTuple):
    """What is asked for: so many uses of a period, both days in it."""

    first: date
    last: date
    size: int

    def refuse_unusable(self) -> None:
        """Refuse what nothing can be drawn for.

        Raises:
            CheckRefused: PERIOD_TURNED or SIZE.
        """
        if self.first > self.last:
            raise CheckRefused(CheckProblem.PERIOD_TURNED)
        if not 1 <= self.size <= MOST:
            raise CheckRefused(CheckProblem.SIZE)


class Checked(NamedTuple):
    """What somebody found who checked a use, and when."""

    verdict: Verdict
    by: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnUse:
    """A use to look at; `case` is None where it concerned none, or one that is gone.

    It is the case as it stands now: who is responsible for it may have been another at the time.
    """

    act: LoggedAct
    case: CaseLine | None
    reasons: tuple[UseReason, ...]
    checked: Checked | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SpotCheck:
    """The uses to look at, in the order they happened; `uses` says among how many of the period they were drawn."""

    asked: AskedCheck
    uses: int
    lines: tuple[DrawnUse, ...]


class SpotCheckInParts:
    """A draw in the making: part by part, so that a window stays alive over hundreds of thousands of lines.

    What was checked before and found in order is not drawn again; what was to be looked into comes again each time,
    besides the `size` that is drawn, until it is in order. `chance` decides; one that begins with a known seed makes a
    draw that can be repeated, and foreseen.
    """

    def __init__(
        self,
        asked: AskedCheck,
        *,
        log: UseLog,
        read: ReadModel,
        initials: Callable[[str], str],
        chance: Random,
    ) -> None:
        self._asked, self._log, self._read, self._chance = asked, log, read, chance
        self._initials = initials
        self._first = _moment(asked.first)
        self._before = _moment(min(asked.last, _LAST_DAY) + timedelta(days=1))
        self._end = log.head().seq
        self._done = self._weighed = 0
        self._uses: list[LoggedAct] = []
        self._worked: set[tuple[str, str, date]] = set()
        self._checked: dict[int, Checked] = {}
        self._cases: dict[str, CaseLine] = {}
        self._open: list[DrawnUse] = []
        self._drawn: list[tuple[float, int, DrawnUse]] = []

    @property
    def progress(self) -> tuple[int, int]:
        """How many lines of the log were read, of how many."""
        return self._done, self._end

    def go_on(self) -> bool:
        """Do the next part; whether there is more to do.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        if self._done < self._end:
            self._read_part()
            return True
        part = self._uses[self._weighed : self._weighed + AT_ONCE]
        self._weigh(part)
        self._weighed += len(part)
        return self._weighed < len(self._uses)

    def result(self) -> SpotCheck:
        """Return what was drawn, once there is no more to do.

        Raises:
            StorageUnavailable: the store cannot be read.
        """
        lines = sorted([*self._open, *(line for _key, _seq, line in self._drawn)], key=lambda line: line.act.seq)
        details = self._log.details([line.act.seq for line in lines])
        return SpotCheck(
            asked=self._asked,
            uses=len(self._uses),
            lines=tuple(replace(line, act=line.act._replace(details=details.get(line.act.seq, {}))) for line in lines),
        )

    def _read_part(self) -> None:
        up_to = min(self._done + AT_ONCE, self._end)
        for act in self._log.part(self._done, up_to, self._first, self._before):
            if act.action is None:
                self._worked.add((act.user, act.case_id, act.at.astimezone().date()))
            elif act.action in USES:
                self._uses.append(act)
            else:
                self._note_checked(act)
        self._done = up_to

    def _note_checked(self, act: LoggedAct) -> None:
        if act.details.get("what") == CheckedAct.MARKED:
            verdict = Verdict(act.details["verdict"])
            self._checked[int(act.details["entry"])] = Checked(verdict, act.user, act.at)

    def _weigh(self, part: Sequence[LoggedAct]) -> None:
        unknown = {act.case_id for act in part} - self._cases.keys() - {""}
        if unknown:
            self._cases.update((line.case_id, line) for line in self._read.case_lines(unknown))
        for act in part:
            checked = self._checked.get(act.seq)
            case = self._cases.get(act.case_id)
            if checked is None:
                self._draw(act, case)
            elif checked.verdict is Verdict.LOOK_INTO:
                reasons = (UseReason.STILL_OPEN, *self._reasons(act, case))
                self._open.append(DrawnUse(act=act, case=case, reasons=reasons, checked=checked))

    def _draw(self, act: LoggedAct, case: CaseLine | None) -> None:
        """Keep a use if its key is among the highest: drawing by weight without putting back (Efraimidis, Spirakis)."""
        reasons = self._reasons(act, case)
        weight = 1 + sum(WEIGHTS[reason] for reason in reasons)
        key = math.log(1.0 - self._chance.random()) / weight
        is_full = len(self._drawn) == self._asked.size
        if is_full and key <= self._drawn[0][0]:
            return
        entry = (key, act.seq, DrawnUse(act=act, case=case, reasons=reasons))
        if is_full:
            heapq.heapreplace(self._drawn, entry)
        else:
            heapq.heappush(self._drawn, entry)

    def _reasons(self, act: LoggedAct, case: CaseLine | None) -> tuple[UseReason, ...]:
        at = act.at.astimezone()
        found = [_BY_ACTION[act.action]] if act.action in _BY_ACTION else []
        responsible = case.responsible_caseworker if case else None
        if responsible and responsible not in {act.user, self._initials(act.user)}:
            found.append(UseReason.OTHERS_CASE)
        if _is_odd(at):
            found.append(UseReason.ODD_HOURS)
        if act.action is LogAction.SEARCHED and (act.user, act.case_id, at.date()) not in self._worked:
            found.append(UseReason.SEARCH_WITHOUT_WORK)
        return tuple(found)


def _moment(day: date) -> datetime:
    """Return when a day begins here; what lies beyond any log is drawn nearer, where clocks can count."""
    return datetime.combine(min(max(day, _FIRST_DAY), _LAST_DAY), time.min).astimezone()


def _is_odd(at: datetime) -> bool:
    return at.weekday() >= _SATURDAY or is_public_holiday(at.date()) or not _EARLIEST <= at.time() < _LATEST
