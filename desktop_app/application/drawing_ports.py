"""What the use cases ask of those who draw. `documents` implements it; tests use fakes."""

from typing import NamedTuple, Protocol

from desktop_app.domain.plan_snapshot import PlanSnapshot


class PlanPrinter(Protocol):
    """Draws plans."""

    def __call__(self, snapshot: PlanSnapshot, /) -> bytes:
        """Return the plan as PDF/A, or as a page for screen readers. Equal snapshots give equal bytes."""
        ...


class PageImage(NamedTuple):
    """A page as pixels, rows of red, green, blue and an unused byte from the top left, and its text."""

    width: int
    height: int
    pixels: bytes
    text: str
