"""The mark beside the store: what it says of the store that was opened, and going on in that store all the same."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, Protocol

from desktop_app.application.ports import LogAction, Work
from desktop_app.domain.role import Act


class MarkState(StrEnum):
    """How a store stands to its mark.

    BEHIND: it lacks what the mark has seen. OTHER_HISTORY: it went another way after an older state. CHANGED: its log
    is the one that was closed, and its file is not. The others are about the mark: it is MISSING though the store had
    one, DAMAGED, or that of an OTHER_STORE.
    """

    FITS = "fits"
    BEHIND = "behind"
    OTHER_HISTORY = "other_history"
    CHANGED = "changed"
    MISSING = "missing"
    DAMAGED = "damaged"
    OTHER_STORE = "other_store"


READING_ONLY: Final = frozenset({MarkState.BEHIND, MarkState.OTHER_HISTORY, MarkState.CHANGED})
"""With these nothing is written until somebody has decided to go on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkWarning:
    """Why the store that was opened may not be the latest; how many log entries are known to be missing.

    `last_at` (aware) and `last_by` tell of the last change of a record that is in it, so that somebody who knows the
    work can judge; None and empty where there is none.
    """

    state: MarkState
    missing: int = 0
    last_at: datetime | None = None
    last_by: str = ""

    @property
    def is_reading_only(self) -> bool:
        """Whether nothing is written until somebody has decided to go on."""
        return self.state in READING_ONLY


class MarkedStore(Protocol):
    """An open store and its mark."""

    @property
    def warning(self) -> MarkWarning | None:
        """What is wrong between the two, None where all is well or somebody has decided to go on."""
        ...

    def accepted(self) -> AbstractContextManager[None]:
        """Let the store be written to again; the next commit renews the mark. After an error all is as it was.

        Raises:
            StorageUnavailable: DAMAGED, the store does not hold together; it stays as it was.
        """
        ...


def renew_mark(*, store: MarkedStore, work: Work) -> None:
    """Go on in a store although it is not the one that was last worked in; the log says so.

    Raises:
        StorageUnavailable: DAMAGED, the store does not hold together, so one must not go on in it; or the machine could
            not write.
    """
    warning = store.warning
    if warning is None:
        return
    with store.accepted(), work(Act.RENEW_MARK) as unit:
        unit.note(LogAction.RENEWED_MARK, why=warning.state.value, missing=str(warning.missing))
        unit.commit()
