"""What *Ny modtagelse* shows, and what it asks of the open store."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple, Protocol

from desktop_app.application.record_arrival import Arrival, RecordedArrival
from desktop_app.presenters.arrival_checks import Remark
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_side import ArrivalSide


class PersonTab(NamedTuple):
    """A person as the list of them shows one."""

    title: str
    has_problem: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldShown:
    """How a field on the page stands.

    `help` explains it; what is not typed but computed says so there. `offer` is what a link beside it offers to write
    instead, empty for none.
    """

    text: str
    help: str = ""
    remark: Remark | None = None
    offer: str = ""


class Problem(NamedTuple):
    """What stops saving, as the summary above the form lists it: the text at the field, and whose it is of several.

    What `asks_about` a case, by its id, stops it once; everything else until it is mended.
    """

    person: int
    field: Field
    text: str
    asks_about: str = ""


class ArrivalView(Protocol):
    """The screen *Ny modtagelse*."""

    def show_people(self, people: Sequence[PersonTab], current: int, note: str) -> None:
        """List the people, one of them shown; the note says whom they follow, and is empty for the first."""
        ...

    def show_fields(self, fields: Mapping[Field, FieldShown]) -> None:
        """Show these fields of the person and hide all others."""
        ...

    def show_side(self, side: ArrivalSide) -> None:
        """Show what stands beside the form."""
        ...

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """List what stops saving; nothing takes the list away."""
        ...

    def go_to_problems(self) -> None:
        """Bring the keyboard to the list of what stops saving."""
        ...

    def go_to(self, field: Field) -> None:
        """Bring the keyboard to a field."""
        ...

    def show_error(self, text: str) -> None:
        """Say why nothing was saved; an empty text takes it away."""
        ...


class ArrivalWork(Protocol):
    """What the open store does with arrivals."""

    def record(self, arrival: Arrival, today: date, draft_id: str | None) -> RecordedArrival:
        """Add the cases of those who arrive."""
        ...

    def can_show(self, text: str) -> bool:
        """Tell whether the paper shows every character of a text."""
        ...
