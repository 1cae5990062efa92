"""Open a case to read it; that somebody did is logged (the log of use the Data Protection Agency asks for)."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from hashlib import sha256

from desktop_app.application.folding import folded
from desktop_app.application.limited_reading import gaps_told
from desktop_app.application.ports import HistoryLine, LogAction, ReadModel, Work
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadline import Deadline
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.gap import Gap
from desktop_app.domain.gaps import gaps_of
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.domain.role import Act
from desktop_app.domain.rulebook import Rulebook
from desktop_app.domain.worklist import in_order


@dataclass(frozen=True, kw_only=True)
class OpenedCase:
    """A case as its page shows it on a day. What only one of its tabs shows is read or computed when first asked for.

    `history` may so hold what was changed after the case was read. Asking for it raises StorageUnavailable when the
    store cannot be read.
    """

    case: Case
    today: date
    deadlines: tuple[Deadline, ...]
    gaps: tuple[Gap, ...]
    rulebook: Rulebook = field(repr=False, compare=False)
    read_history: Callable[[str], Sequence[HistoryLine]] = field(repr=False, compare=False)

    @cached_property
    def past(self) -> tuple[Deadline, ...]:
        """What repeating duties were fulfilled by, one after the other."""
        return tuple(past_deadlines_for(facts_of(self.case), self.rulebook, self.today))

    @cached_property
    def history(self) -> tuple[HistoryLine, ...]:
        """What was changed on the case, latest first."""
        return tuple(self.read_history(self.case.id))


def open_case(
    case_number: str,
    *,
    work: Work,
    read: ReadModel,
    rulebook: Rulebook,
    today: date,
    searched_for: str = "",
    again: bool = False,
) -> OpenedCase:
    """Return a case with everything its page shows first; what it was `searched_for` is logged as a digest.

    With `again` it was open, and is only read anew after a change: that is no use of its own to log.

    Raises:
        CaseNotFound: no case has this number.
    """
    with work(Act.OPEN_CASE) as unit:
        case = unit.cases.by_number(case_number)
        if searched_for:
            unit.note(
                LogAction.SEARCHED,
                case.id,
                criterion=sha256(folded(searched_for).encode(errors="surrogatepass")).hexdigest(),
            )
        if not again:
            unit.note(LogAction.OPENED_CASE, case.id)
            unit.commit()
    deadlines = in_order(deadlines_for(facts_of(case), rulebook, today))
    return OpenedCase(
        case=case,
        today=today,
        deadlines=tuple(deadlines),
        gaps=gaps_told(case, gaps_of(case, deadlines, rulebook, today)),
        rulebook=rulebook,
        read_history=read.history,
    )
