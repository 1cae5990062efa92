"""Tables of ruled rows: labels with their values, and columns under a head that comes again on every page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from desktop_app.documents.page_flow import Continuation, Strip
from desktop_app.documents.parts import Arrangement, Content, Part, Rule, Said
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import (
    COLUMN_HEAD,
    HAIRLINE,
    LABEL,
    LABEL_WIDTH,
    MM,
    TEXT_WIDTH,
    WRITING_LINE,
)

TALL_ROW = 60 * MM
"""A higher row is not kept whole: it breaks between its lines."""

LINES_TOGETHER = 3
"""So many lines of a broken row stay together at either end."""

_LABEL_GAP = 8.0
_COLUMN_GAP = 7.0


@dataclass(frozen=True, slots=True)
class _Spacing:
    """How deep the first base line of a row lies, and how much air is under its last line."""

    first_baseline: float
    under: float


_VALUE_ROW = _Spacing(11.9, 2.4)
_HEAD_ROW = _Spacing(8.5, 2.5)
_TABLE_ROW = _Spacing(12.1, 3.6)
_SPANNING_ROW = _Spacing(15.5, 2.6)


@dataclass(frozen=True, slots=True)
class LabelledValue:
    """A row of a table of facts; `remark` goes into the margin beside it."""

    label: str
    contents: Sequence[Content]
    remark: str | None = None


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a table."""

    head: str
    width: float


@dataclass(frozen=True, slots=True)
class TableRow:
    """A row with one list of contents for each column. A spanning row has the first column and all others as one."""

    cells: Sequence[Sequence[Content]]
    is_spanning: bool = False
    keeps_next: bool = False


@dataclass(frozen=True, slots=True)
class _Cell:
    x: float
    parts: Sequence[Part]


def set_values(parent: Element, section: str, rows: Sequence[LabelledValue]) -> list[Strip]:
    """Return the strips of a table of labels and values; the last row has no rule."""
    table = parent.add("Table")
    continuation = Continuation(section=section)
    strips: list[Strip] = []
    for row in rows:
        line = table.add("TR")
        label = Said(row.label, LABEL).set(LABEL_WIDTH - _LABEL_GAP, line.add("TH", scope="Row"))
        cell = line.add("TD")
        value = [content.set(TEXT_WIDTH - LABEL_WIDTH, cell) for content in row.contents]
        is_last = row is rows[-1]
        cells = [_Cell(0, [label]), _Cell(LABEL_WIDTH, value)]
        found = _row_strips(cells, _VALUE_ROW, has_rule=not is_last)
        strips += [replace(strip, continuation=continuation, remark=row.remark) for strip in found]
    return strips


def set_columns(parent: Element, section: str, columns: Sequence[Column], rows: Sequence[TableRow]) -> list[Strip]:
    """Return the strips of a table with a head; the first two rows and the last two are not parted."""
    table = parent.add("Table")
    head = _head(table, columns)
    continuation = Continuation(section=section, head=head)
    strips = [replace(head, keeps_next=True)]
    for number, row in enumerate(rows):
        cells = list(_cells(table.add("TR"), columns, row))
        spacing = _SPANNING_ROW if row.is_spanning else _TABLE_ROW
        *earlier, last = _row_strips(cells, spacing, has_rule=True)
        keeps_next = row.keeps_next or number == 0 or number == len(rows) - 2
        last = replace(last, keeps_next=keeps_next and number < len(rows) - 1)
        strips += [replace(strip, continuation=continuation) for strip in (*earlier, last)]
    return strips


def _head(table: Element, columns: Sequence[Column]) -> Strip:
    line = table.add("TR")
    cells = []
    x = 0.0
    for column in columns:
        cell = line.add("TH", scope="Column")
        cells.append(_Cell(x, [Said(column.head, COLUMN_HEAD).set(column.width, cell)]))
        x += column.width
    return next(_row_strips(cells, _HEAD_ROW, has_rule=True, rule=WRITING_LINE))


def _cells(line: Element, columns: Sequence[Column], row: TableRow) -> Iterator[_Cell]:
    widths = [column.width for column in columns]
    shared = None
    if row.is_spanning:
        widths = [widths[0], sum(widths[1:])]
        shared = line.add("TH", scope="Row", columns=len(columns))
    x = 0.0
    for number, (width, contents) in enumerate(zip(widths, row.cells, strict=True)):
        element = shared or line.add("TD")
        room = width if number == len(widths) - 1 else width - _COLUMN_GAP
        yield _Cell(x, [content.set(room, element) for content in contents])
        x += width


def _row_strips(
    cells: Sequence[_Cell], spacing: _Spacing, *, has_rule: bool, rule: float = HAIRLINE
) -> Iterator[Strip]:
    """Yield a row as one strip, or line by line when it is tall."""
    whole = _strip(cells, spacing.first_baseline, spacing.under, rule if has_rule else None)
    if whole.height <= TALL_ROW:
        yield whole
        return
    slices = list(_slices(cells))
    for number, lines in enumerate(slices):
        is_last = number == len(slices) - 1
        strip = _strip(
            lines,
            spacing.first_baseline if number == 0 else None,
            spacing.under if is_last else 0.0,
            rule if is_last and has_rule else None,
        )
        is_near_edge = number < LINES_TOGETHER - 1 or number >= len(slices) - LINES_TOGETHER
        yield replace(strip, keeps_next=is_near_edge and not is_last)


def _slices(cells: Sequence[_Cell]) -> Iterator[list[_Cell]]:
    lines = [[line for part in cell.parts for line in part.split()] for cell in cells]
    for row in zip_longest(*lines):
        yield [_Cell(cell.x, [part] if part else []) for cell, part in zip(cells, row, strict=True)]


def _strip(cells: Sequence[_Cell], first_baseline: float | None, under: float, rule: float | None) -> Strip:
    drawing = Arrangement()
    depth = 0.0
    for cell in cells:
        down = first_baseline - cell.parts[0].ascent if first_baseline is not None and cell.parts else 0.0
        for part in cell.parts:
            down = drawing.put(part, cell.x, down)
        depth = max(depth, down)
    height = depth + under
    if rule is not None:
        drawing.put(Rule(TEXT_WIDTH, rule), 0, height)
    return Strip(height=height, draw=drawing)
