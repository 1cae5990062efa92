"""Fills pages from top to bottom with strips: slices of content that are never broken themselves.

Everything printed comes as strips: a line of a heading, a row of a table, a drawing. What belongs together is chained;
a chain moves to the next page whole unless it is longer than a page.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from desktop_app.documents.pen import Pen
from desktop_app.documents.styles import TEXT_BOTTOM, TEXT_TOP


class Drawing(Protocol):
    """Draws a strip whose upper edge is at `top`; the left edge is the left margin."""

    def __call__(self, pen: Pen, top: float) -> None:
        """Draw it."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Continuation:
    """What the next page says when a part goes on there: its section, and the head of its table drawn again.

    Rows without a head go on under a rule; `is_ruled` is false for what is no row.
    """

    section: str
    head: "Strip | None" = None
    is_ruled: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Strip:
    """A slice of content `height` points high.

    `space_before` is left out at the top of a page. `needs` is the least height that must be left on the page for the
    strip and what follows it. `remark` is said beside a dashed rule in the margin.
    """

    height: float
    draw: Drawing
    space_before: float = 0.0
    needs: float = 0.0
    keeps_next: bool = False
    continuation: Continuation | None = None
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class PlacedStrip:
    """A strip with the height of its upper edge on the page."""

    strip: Strip
    top: float

    @property
    def bottom(self) -> float:
        """The height of its lower edge."""
        return self.top - self.strip.height


@dataclass(slots=True)
class Page:
    """What stands on one page; `continues` is the part that goes on from the page before."""

    continues: Continuation | None = None
    strips: list[PlacedStrip] = field(default_factory=list)


def fill_pages(strips: Iterable[Strip]) -> list[Page]:
    """Return the pages the strips fill, at least one."""
    filling = _Filling()
    for chain in _chains(strips):
        filling.place(chain)
    return filling.pages


def height_of(strips: Sequence[Strip]) -> float:
    """Return how much of a page the strips take when they start at its top."""
    return sum(strip.height for strip in strips) + sum(strip.space_before for strip in strips[1:])


def bound(strips: Sequence[Strip], most: float) -> list[Strip]:
    """Return the strips as one chain if that is not higher than `most`, else unchanged."""
    if not strips or height_of(strips) > most:
        return list(strips)
    return [*(replace(strip, keeps_next=True) for strip in strips[:-1]), strips[-1]]


class _Filling:
    def __init__(self) -> None:
        self.pages = [Page()]
        self._y = TEXT_TOP

    def place(self, chain: Sequence[Strip]) -> None:
        if not self._has_room(chain) and self.pages[-1].strips:
            self._turn(chain[0])
        if self._has_room(chain):
            for strip in chain:
                self._put(strip)
        else:
            self._place_broken(chain)

    def _place_broken(self, chain: Sequence[Strip]) -> None:
        for strip in chain:
            if self.pages[-1].strips and not self._has_room([strip]):
                self._turn(strip)
            self._put(strip)

    def _has_room(self, chain: Sequence[Strip]) -> bool:
        before = chain[0].space_before if self.pages[-1].strips else 0.0
        return self._y - TEXT_BOTTOM - before >= max(height_of(chain), chain[0].needs)

    def _turn(self, first: Strip) -> None:
        page = Page(continues=first.continuation)
        self._y = TEXT_TOP
        if first.continuation and first.continuation.head:
            self._y -= first.continuation.head.height
        self.pages.append(page)

    def _put(self, strip: Strip) -> None:
        page = self.pages[-1]
        top = self._y - (strip.space_before if page.strips else 0.0)
        page.strips.append(PlacedStrip(strip, top))
        self._y = top - strip.height


def _chains(strips: Iterable[Strip]) -> Iterator[list[Strip]]:
    chain: list[Strip] = []
    for strip in strips:
        chain.append(strip)
        if not strip.keeps_next:
            yield chain
            chain = []
    if chain:
        yield chain
