"""Which phrases fit the field one writes in, told from where it stands; the form around it need not know."""

from typing import Final

from PySide6.QtWidgets import QWidget

from desktop_app.domain.phrase import PhrasePlace, PhraseSpot
from desktop_app.ui.editable_rows import RowEditor
from desktop_app.ui.plan_goal_rows import GoalEditor, SubGoalEditor
from desktop_app.ui.plan_rows import ActivityEditor, CommitmentEditor
from desktop_app.ui.text_area import TextArea

_PROPERTY: Final = "phrases"
_TEXT, _MEASURE = "text", "measure"


def mark_place(field: QWidget, place: PhrasePlace) -> None:
    """Say which place of the plan or of a follow-up a field is."""
    field.setProperty(_PROPERTY, place.value)


def spot_of(field: QWidget) -> PhraseSpot | None:
    """Return what fits a field, None where no phrases are offered: one that holds a name, a day or a number.

    A field of several lines that is not marked takes what fits everywhere.
    """
    marked = field.property(_PROPERTY)
    if marked:
        return PhraseSpot(place=PhrasePlace(marked))
    row = _row_around(field)
    if row is not None:
        return _spot_in(row, next((key for key, part in row.fields.items() if part.isAncestorOf(field)), ""))
    return PhraseSpot() if isinstance(field, TextArea) else None


def _spot_in(row: RowEditor, key: str) -> PhraseSpot | None:
    if isinstance(row, GoalEditor | SubGoalEditor) and key == _MEASURE:
        return PhraseSpot(place=PhrasePlace.MEASURE)
    if key != _TEXT:
        return None
    if isinstance(row, GoalEditor | SubGoalEditor):
        place = PhrasePlace.GOAL if isinstance(row, GoalEditor) else PhrasePlace.SUB_GOAL
        return PhraseSpot(place=place, kind=row.row().kind)
    if isinstance(row, ActivityEditor):
        return PhraseSpot(place=PhrasePlace.ACTIVITY, kind=row.row().kind)
    return PhraseSpot(place=PhrasePlace.COMMITMENT) if isinstance(row, CommitmentEditor) else None


def _row_around(field: QWidget) -> RowEditor | None:
    at: QWidget | None = field
    while at is not None and not isinstance(at, RowEditor):
        at = at.parentWidget()
    return at
