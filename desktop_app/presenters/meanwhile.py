"""What somebody else has saved while one typed: how what was typed is put over it, and how that is told."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from desktop_app.presenters.drafts import Difference
from desktop_app.translation import _

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

    Form = TypeVar("Form", bound=DataclassInstance)


class Row(Protocol):
    """A row of a form, a dataclass."""

    @property
    def id(self) -> str:
        """Which row it is."""
        ...


RowT = TypeVar("RowT", bound=Row)


def typed_over(before: "Form", typed: "Form", now: "Form") -> "Form":
    """Return what is saved `now` with every field in which `typed` says otherwise than the form did `before`."""
    own: dict[str, Any] = {
        field.name: getattr(typed, field.name)
        for field in fields(typed)
        if getattr(typed, field.name) != getattr(before, field.name)
    }
    return replace(now, **own)


def rows_typed_over(
    before: Iterable[RowT],
    typed: Iterable[RowT],
    now: Iterable[RowT],
    over: Callable[[RowT, RowT, RowT], RowT],
) -> tuple[RowT, ...]:
    """Return the rows as they are typed, in that order, with what somebody else saved in them put under by `over`.

    A row somebody else took away stays only if it was typed in; one they added stands last; one that was taken away
    here stays away.
    """
    was, is_now = {row.id: row for row in before}, {row.id: row for row in now}
    rows: list[RowT] = []
    for row in typed:
        if row.id in was and row.id in is_now:
            rows.append(over(was[row.id], row, is_now[row.id]))
        elif row != was.get(row.id):
            rows.append(row)
    here = {row.id for row in rows}
    return (*rows, *(row for row in is_now.values() if row.id not in here | was.keys()))


def meanwhile_text(differences: Sequence[Difference]) -> str:
    """Return what somebody else has saved meanwhile, field by field, empty where that is nothing one sees here."""
    if not differences:
        return ""
    changes = "; ".join(f"{one.field}: {one.saved or '–'} → {one.typed or '–'}" for one in differences)
    return _("Saved meanwhile by somebody else: {changes}").format(changes=changes)
