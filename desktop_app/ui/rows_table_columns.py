"""What a list is made of: its columns, the headings between its rows, and which columns there is room for."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from PySide6.QtCore import Qt

from desktop_app.ui.palette import Status

if TYPE_CHECKING:
    from _typeshed import SupportsRichComparison

RowT = TypeVar("RowT")

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True)
class TableColumn(Generic[RowT]):
    """What one column shows of a row. The first column is always there.

    `width` is the least width in steps; columns share what is left over after their `stretch`. `sort_key` sorts
    otherwise than by the text. With `badge` the text is drawn as a badge, where that returns a status. `second_line`
    is a muted line under the text. Where there is no room the column with the highest `drop_order` goes first, one
    with 0 never; with large text what was dropped is told in the second line of the first stretching column without a
    badge.
    """

    title: str
    text: Callable[[RowT], str]
    width: float
    stretch: int = 0
    sort_key: "Callable[[RowT], SupportsRichComparison] | None" = None
    alignment: Qt.AlignmentFlag = _LEFT
    badge: Callable[[RowT], Status | None] | None = None
    second_line: Callable[[RowT], str] | None = None
    is_strong: bool = False
    drop_order: int = 0


@dataclass(frozen=True, slots=True)
class GroupRow:
    """A heading across all columns; the cursor passes over it.

    With a `fold_key` it can be folded and unfolded, and the cursor stops at it. Whoever hears that it was leaves the
    rows under it out, or puts them back.
    """

    title: str
    count_text: str = ""
    fold_key: str = ""
    is_folded: bool = False


def who_columns(
    name: TableColumn[RowT], number: TableColumn[RowT], *, hides_names: bool
) -> tuple[TableColumn[RowT], ...]:
    """Return the columns that say who a row is about; for whom names are hidden the number has the name's room."""
    if not hides_names:
        return name, number
    return (replace(number, is_strong=True, width=name.width, stretch=name.stretch, drop_order=0),)


def fit_columns(columns: Sequence[TableColumn[Any]], least: Sequence[int], room: int) -> dict[int, int]:
    """Return the widths, in pixels, of the columns that show in `room`, by their index; `least` are their least widths.

    All of the room is used if a column that shows stretches; if not even those that never give way fit, they show at
    their least widths and more than the room is used.
    """
    widths = dict(enumerate(least))
    droppable = sorted((index for index in widths if columns[index].drop_order), key=lambda i: columns[i].drop_order)
    while droppable and sum(widths.values()) > room:
        del widths[droppable.pop()]
    spare = max(0, room - sum(widths.values()))
    shares = sum(columns[index].stretch for index in widths)
    for index in [index for index in widths if columns[index].stretch]:
        part = spare * columns[index].stretch // shares
        widths[index] += part
        spare -= part
        shares -= columns[index].stretch
    return widths
