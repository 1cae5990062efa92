"""The section on who does what: the citizen, the municipality and the others side by side.

Lists that are too long to be taken in side by side stand one under the other instead, where they can go on over pages.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from desktop_app.documents.danish_words import MISSING, long_date
from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.parts import Arrangement, Icon, Said, TextPart
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import BODY, CELL, COLUMN_GAP, MM, SUBHEADING, TEXT_WIDTH, Style, Weight
from desktop_app.documents.text_strips import KEPT_WHOLE, subheading
from desktop_app.documents.typesetting import Piece, set_text
from desktop_app.domain.plan import Party
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedCommitment

_PARTIES = (
    (Party.CITIZEN, "person", "Du"),
    (Party.MUNICIPALITY, "business", "Kommunen"),
    (Party.OTHER, "groups", "Andre"),
)
_SIDE_BY_SIDE = 100 * MM
_COLUMN = (TEXT_WIDTH - (len(_PARTIES) - 1) * COLUMN_GAP) / len(_PARTIES)
_ICON = 6 * MM
_NAME_INDENT = 9 * MM
_NAME_DROP = 2.0
_UNDER_NAME = 2.2 * MM
_DASH_INDENT = 4 * MM
_BETWEEN = 1.2 * MM


@dataclass(frozen=True, slots=True)
class _Side:
    """What one party does."""

    icon: str
    name: str
    commitments: Sequence[PrintedCommitment]


def commitments_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section, or None when nobody has taken anything upon themselves."""
    sides = list(_sides(snapshot.commitments))
    return Section(title="Hvem gør hvad", fill=_Commitments(sides), in_contract=False) if sides else None


def _sides(commitments: Sequence[PrintedCommitment]) -> Iterator[_Side]:
    """Yield who does something; what no party known here has taken upon itself is with the others."""
    known = {party.value for party, *_ in _PARTIES}
    for party, icon, name in _PARTIES:
        of_party = [one for one in commitments if (one.party if one.party in known else Party.OTHER) == party]
        if of_party:
            yield _Side(icon, name, of_party)


@dataclass(frozen=True, slots=True)
class _Commitments:
    sides: Sequence[_Side]

    def __call__(self, section: Element, name: str) -> list[Strip]:
        heights = [_put(side, Arrangement(), 0, Element("Div")) for side in self.sides]
        if max(heights) > _SIDE_BY_SIDE:
            return [strip for side in self.sides for strip in _one_under_the_other(side, section, name)]
        drawing = Arrangement()
        for number, side in enumerate(self.sides):
            _put(side, drawing, number * (_COLUMN + COLUMN_GAP), section.add("Div"))
        return [Strip(height=max(heights), draw=drawing, space_before=1.5 * MM)]


def _put(side: _Side, drawing: Arrangement, x: float, element: Element) -> float:
    """Put a list under its icon and name; return how far down it reaches."""
    drawing.put(Icon(side.icon, _ICON), x)
    drawing.put(Said(side.name, SUBHEADING).set(_COLUMN - _NAME_INDENT, element), x + _NAME_INDENT, _NAME_DROP)
    down = _ICON + _UNDER_NAME
    for item in _items(side, CELL, _COLUMN, element):
        down = item.put(drawing, x, down) + _BETWEEN
    return down - _BETWEEN


def _one_under_the_other(side: _Side, section: Element, name: str) -> Iterator[Strip]:
    """Yield a list across the page; an item breaks only where it is long, and the next page says whose it is."""
    continuation = Continuation(section=f"{name} – {side.name}", is_ruled=False)
    yield replace(subheading(section, side.name), continuation=continuation)
    for item in _items(side, BODY, TEXT_WIDTH, section):
        for number, piece in enumerate(item.pieces()):
            drawing = Arrangement()
            height = piece.put(drawing, 0, 0)
            before = 0.0 if number else _BETWEEN
            yield Strip(height=height, draw=drawing, space_before=before, continuation=continuation)


@dataclass(frozen=True, slots=True)
class _Item:
    """One commitment behind its dash; what goes on after a break has none."""

    words: TextPart
    dash: TextPart | None

    def put(self, drawing: Arrangement, x: float, down: float) -> float:
        """Return how far down it reaches."""
        if self.dash:
            drawing.put(self.dash, x, down)
        return drawing.put(self.words, x + _DASH_INDENT, down)

    def pieces(self) -> "Sequence[_Item]":
        """Return what may stand on different pages."""
        if len(self.words.lines) <= KEPT_WHOLE:
            return [self]
        first, *others = self.words.split()
        return [_Item(first, self.dash), *(_Item(line, None) for line in others)]


def _items(side: _Side, style: Style, width: float, parent: Element) -> Iterator[_Item]:
    listed = parent.add("L")
    for one in side.commitments:
        element = listed.add("LI")
        dash = TextPart(set_text("–", style, _DASH_INDENT), style, _DASH_INDENT, element.add("Lbl"))
        yield _Item(Said(_words(one), style).set(width - _DASH_INDENT, element.add("LBody")), dash)


def _words(one: PrintedCommitment) -> list[Piece]:
    who = (one.who or "").strip()
    due = f"\nSenest den {long_date(one.due_on)}" if one.due_on else ""
    return [
        *([Piece(who, Weight.BOLD), Piece(": ")] if who else []),
        Piece(one.text.strip() or MISSING),
        Piece(due),
    ]
