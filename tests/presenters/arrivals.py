"""A refugee being typed on a Sunday in November 2026, as the mock-ups show her."""

from datetime import date

from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_form import ArrivalForm, Typed
from desktop_app.presenters.arrival_reading import ArrivalReader, PersonRead

TODAY = date(2026, 11, 22)
DECIDED = date(2026, 11, 17)
PROPOSED = date(2027, 1, 4)

RIMA: Typed = {
    Field.GIVEN_NAMES: "Rima",
    Field.FAMILY_NAME: "Al-Hassan",
    Field.CPR: "010190-0001",
    Field.NATIONALITY: "SY",
    Field.LANGUAGE: "ar",
    Field.TARGET_GROUP: "refugee",
    Field.ALLOCATION: "17.11.2026",
}


def typed(*others: Typed, **changes: str | None) -> ArrivalForm:
    """Rima with some fields typed otherwise, or not at all (None), and others who came with her."""
    values = RIMA | {Field(name): text for name, text in changes.items() if text is not None}
    for name, text in changes.items():
        if text is None:
            values.pop(Field(name), None)
    return ArrivalForm([values, *others])


def read(rulebook: Rulebook, form: ArrivalForm, person: int = 0, *, today: date = TODAY) -> PersonRead:
    """A person as the form stands, typed by Mette Jensen."""
    return ArrivalReader(rulebook, lambda: today, "MJ").read(form, person)


def read_rima(rulebook: Rulebook, **changes: str | None) -> PersonRead:
    """Rima with some fields typed otherwise."""
    return read(rulebook, typed(**changes))
