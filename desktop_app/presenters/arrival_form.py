"""What is typed in *Ny modtagelse*: one or several people, of whom the others follow the first in what they share."""

from collections.abc import Mapping
from typing import Any

from desktop_app.presenters.arrival_fields import PERSONAL, TAKEOVER_FIELDS, Field
from desktop_app.presenters.typed_text import one_line

SCREEN = "arrival"
"""What drafts of the form are kept under."""

Typed = dict[Field, str]
"""What was typed for one person: a field that was never touched is not in it."""


class ArrivalForm:
    """Holds what was typed and nothing that was computed. There is always a person, and `current` is the one shown."""

    def __init__(self, people: list[Typed] | None = None, current: int = 0) -> None:
        self.people: list[Typed] = people or [{}]
        self.current = min(current, len(self.people) - 1)

    @property
    def is_blank(self) -> bool:
        """Whether nothing is written."""
        return len(self.people) == 1 and not any(text.strip() for text in self.people[0].values())

    def typed(self, field: Field, person: int) -> str | None:
        """Return what was typed for a person, or for the first one where a field is shared; None for nothing yet."""
        own = self.people[person].get(field)
        if own is not None or field in PERSONAL:
            return own
        if field in TAKEOVER_FIELDS and self._has_own_takeover(person):
            return None
        return self.people[0].get(field)

    def text(self, field: Field, person: int) -> str:
        """Return what was typed, without stray spaces; empty for nothing."""
        return one_line(self.typed(field, person) or "")

    def type(self, field: Field, text: str) -> None:
        """Take over what was typed for the person shown. What is as the first person's follows that again.

        A takeover is followed or left as a whole: who has a reason of their own keeps the day it is for, and another
        day asks for a reason of its own.
        """
        own = self.people[self.current]
        if field in TAKEOVER_FIELDS and field is not Field.TAKEOVER and self.follows(field, self.current):
            own.update(_takeover_in(self.people[0]))
        own[field] = text
        if self.current == 0 or field in PERSONAL:
            return
        if field not in TAKEOVER_FIELDS:
            if text == self._of_first(field):
                del own[field]
        elif self._has_the_takeover_of_first(own):
            self.forget(*TAKEOVER_FIELDS)

    def forget(self, *fields: Field) -> None:
        """Let go of what was typed in some fields of the person shown, so that it is computed or followed again."""
        for field in fields:
            self.people[self.current].pop(field, None)

    def has_own(self, field: Field, person: int) -> bool:
        """Tell whether a person differs from the first in a field that is shared."""
        return person > 0 and field not in PERSONAL and field in self.people[person]

    def follows(self, field: Field, person: int) -> bool:
        """Tell whether what a field holds for a person is the first one's."""
        if person == 0 or field in PERSONAL:
            return False
        return not (self._has_own_takeover(person) if field in TAKEOVER_FIELDS else field in self.people[person])

    def add(self) -> None:
        """Begin another person, who follows the first one."""
        self.people.append({})
        self.current = len(self.people) - 1

    def remove(self) -> Typed:
        """Take the person shown away and return what was typed; who is first now keeps what the first one shared."""
        removed = self.people.pop(self.current)
        if self.current == 0:
            own = self.people[0]
            has_own_takeover = not TAKEOVER_FIELDS.isdisjoint(own)
            for field, text in removed.items():
                if field not in PERSONAL and not (has_own_takeover and field in TAKEOVER_FIELDS):
                    own.setdefault(field, text)
        self.current = min(self.current, len(self.people) - 1)
        return removed

    def restore(self, place: int, removed: Typed) -> None:
        """Put somebody who was taken away back in their place, and show them; who was first meanwhile follows again."""
        if place == 0:
            first = self.people[0]
            kept = PERSONAL if _takeover_in(first) == _takeover_in(removed) else PERSONAL | TAKEOVER_FIELDS
            self.people[0] = {
                field: text for field, text in first.items() if field in kept or removed.get(field) != text
            }
        self.people.insert(place, removed)
        self.current = place

    def as_content(self) -> dict[str, Any]:
        """Return everything as JSON."""
        people = [{field.value: text for field, text in typed.items()} for typed in self.people]
        return {"people": people, "current": self.current}

    def _has_own_takeover(self, person: int) -> bool:
        return person > 0 and not TAKEOVER_FIELDS.isdisjoint(self.people[person])

    def _has_the_takeover_of_first(self, own: Typed) -> bool:
        """Tell whether what is typed of a takeover is what the first one has. A day that was cleared is typed too."""
        same_day = own.get(Field.TAKEOVER) == self.people[0].get(Field.TAKEOVER)
        return same_day and all(text == self._of_first(field) for field, text in _takeover_in(own).items())

    def _of_first(self, field: Field) -> str:
        return self.people[0].get(field, "")


def _takeover_in(typed: Typed) -> Typed:
    return {field: text for field, text in typed.items() if field in TAKEOVER_FIELDS}


def form_from(content: Mapping[str, Any]) -> ArrivalForm:
    """Return the form a draft holds; a field this version of the program does not know is left out."""
    known = {field.value: field for field in Field}
    people = [
        {known[name]: text for name, text in typed.items() if name in known} for typed in content.get("people", ())
    ]
    return ArrivalForm(people, content.get("current", 0))
