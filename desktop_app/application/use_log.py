"""The log of use, as those read it who check it: who did what when, about which case."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Final, NamedTuple, Protocol

from desktop_app.application.ports import LogAction

_DIGITS: Final = 16


class LoggedAct(NamedTuple):
    """A line of the log. `action` is None for a change; `case_id` is empty where no case was concerned.

    There may be hundreds of thousands, so `details` are read for those only that say what somebody checked.
    """

    seq: int
    at: datetime
    user: str
    action: LogAction | None
    case_id: str
    details: Mapping[str, str]


class LogHead(NamedTuple):
    """The last line of the log and its hash, which rests on every line before it."""

    seq: int
    chain: bytes

    @property
    def digits(self) -> str:
        """The beginning of the hash, short enough to stand on a paper and be read aloud."""
        return self.chain.hex()[:_DIGITS]


class UseLog(Protocol):
    """The log of an open store. Who reads it has asked for permission (`Act.CHECK_USE`) before."""

    def head(self) -> LogHead:
        """Return where the log stands."""
        ...

    def part(self, after: int, up_to: int, first: datetime, before: datetime) -> Sequence[LoggedAct]:
        """Return the changes and uses of a time among some lines, and what was checked among them at any time."""
        ...

    def details(self, seqs: Collection[int]) -> Mapping[int, Mapping[str, str]]:
        """Return what some lines say besides, by their number; erased lines say nothing."""
        ...


class Verdict(StrEnum):
    """What somebody who checked a use found."""

    IN_ORDER = "in_order"
    LOOK_INTO = "look_into"


class CheckedAct(StrEnum):
    """What was done to check the log; stands in the details of LogAction.CHECKED_USE."""

    DRAWN = "drawn"
    MARKED = "marked"


USES: Final = frozenset(
    {
        LogAction.OPENED_CASE,
        LogAction.SEARCHED,
        LogAction.EXPORTED,
        LogAction.PRINTED,
        LogAction.LISTED,
        LogAction.SHOWED_CPR,
        LogAction.SHOWED_ADDRESS,
        LogAction.COPIED,
        LogAction.GAVE_ACCESS,
        LogAction.OPENED_SCAN,
        LogAction.REFUSED,
    }
)
"""What is drawn among: the acts that let somebody see what stands on cases, and those they were refused."""
