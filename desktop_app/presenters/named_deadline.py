"""Which deadline of a case is meant, and what is decided about it, as links and drafts carry it."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.deadline_decisions import DecisionKind
from desktop_app.domain.duties import DutyId


@dataclass(frozen=True, slots=True)
class NamedDeadline:
    """A duty and the date the law leads to, with the kind of decision about it."""

    kind: DecisionKind
    duty: DutyId
    computed_on: date

    @property
    def key(self) -> str:
        """All of it as one text."""
        return f"{self.kind}/{self.duty}/{self.computed_on.isoformat()}"

    @classmethod
    def of_key(cls, key: str) -> "NamedDeadline":
        """Return what `key` says.

        Raises:
            ValueError: it is none.
        """
        kind, duty, on = key.split("/")
        return cls(DecisionKind(kind), DutyId(duty), date.fromisoformat(on))
