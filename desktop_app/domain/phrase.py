"""Good phrases (gode formuleringer) the team keeps and writes with: short texts that belong to no case."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from desktop_app.domain.control_characters import LINE_CHARACTERS, holds_control
from desktop_app.domain.cpr import CPR_SHAPED
from desktop_app.domain.plan import ActivityKind, GoalKind

LONGEST_PHRASE: Final = 1000
LONGEST_PHRASE_NAME: Final = 60


class PhrasePlace(StrEnum):
    """Where in the plan, or in a follow-up, a phrase fits."""

    EVERYWHERE = "everywhere"
    GOAL = "goal"
    SUB_GOAL = "sub_goal"
    MEASURE = "measure"
    ACTIVITY = "activity"
    ASSESSMENT = "assessment"
    COMMITMENT = "commitment"
    FOLLOW_UP = "follow_up"
    AGREED = "agreed"


KINDS_AT: Final[Mapping[PhrasePlace, tuple[GoalKind | ActivityKind, ...]]] = {
    PhrasePlace.GOAL: tuple(GoalKind),
    PhrasePlace.SUB_GOAL: tuple(GoalKind),
    PhrasePlace.ACTIVITY: tuple(ActivityKind),
}
"""The kinds a place is divided into; a place that is not named here has none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhraseSpot:
    """A field one writes in, as phrases see it: its place, and the kind of goal or activity it stands at."""

    place: PhrasePlace = PhrasePlace.EVERYWHERE
    kind: GoalKind | ActivityKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """A text the whole team writes with, so it names nobody. Without a `kind` it fits every kind of its place."""

    id: str
    text: str
    place: PhrasePlace = PhrasePlace.EVERYWHERE
    kind: GoalKind | ActivityKind | None = None
    name: str = ""
    version: int = 0


class PhraseFault(StrEnum):
    """What is wrong with a phrase."""

    NO_TEXT = "no_text"
    TEXT_TOO_LONG = "text_too_long"
    TEXT_HOLDS_CPR = "text_holds_cpr"
    TEXT_NOT_SHOWN = "text_not_shown"
    NAME_TOO_LONG = "name_too_long"
    NAME_HOLDS_CPR = "name_holds_cpr"
    NAME_NOT_SHOWN = "name_not_shown"
    OTHER_KIND = "other_kind"


def kind_at(place: PhrasePlace, word: str) -> GoalKind | ActivityKind | None:
    """Return the kind of a place that a word names, None where the place has no such kind."""
    return next((kind for kind in KINDS_AT.get(place, ()) if kind.value == word), None)


def faults_in_phrase(phrase: Phrase) -> list[PhraseFault]:
    """Return everything that keeps a phrase from being kept."""
    text, name = phrase.text.strip(), phrase.name.strip()
    found = (
        (PhraseFault.NO_TEXT, not text),
        (PhraseFault.TEXT_TOO_LONG, len(text) > LONGEST_PHRASE),
        (PhraseFault.TEXT_HOLDS_CPR, holds_cpr(text)),
        (PhraseFault.TEXT_NOT_SHOWN, holds_control(text)),
        (PhraseFault.NAME_TOO_LONG, len(name) > LONGEST_PHRASE_NAME),
        (PhraseFault.NAME_HOLDS_CPR, holds_cpr(name)),
        (PhraseFault.NAME_NOT_SHOWN, holds_control(name) or not LINE_CHARACTERS.isdisjoint(name)),
        (PhraseFault.OTHER_KIND, phrase.kind is not None and phrase.kind not in KINDS_AT.get(phrase.place, ())),
    )
    return [fault for fault, is_so in found if is_so]


def holds_cpr(text: str) -> bool:
    """Tell whether a text holds what looks like a CPR number: six digits and four, joined, parted or with a dash.

    It is looked for by its shape alone: a number with a mistyped digit names somebody too.
    """
    return CPR_SHAPED.search(text) is not None


def fits_at(phrase: Phrase, spot: PhraseSpot) -> bool:
    """Tell whether a phrase was kept for a field like this one, or for every field."""
    if phrase.place is PhrasePlace.EVERYWHERE:
        return True
    return phrase.place is spot.place and phrase.kind in {None, spot.kind}


def nearest_first(phrases: Iterable[Phrase], spot: PhraseSpot) -> list[Phrase]:
    """Return phrases with those for this very field first, then those for its place, for every place, for another.

    Among equals they stay in the order they came in.
    """
    return sorted(phrases, key=lambda phrase: _distance(phrase, spot))


def _distance(phrase: Phrase, spot: PhraseSpot) -> int:
    if not fits_at(phrase, spot):
        return 3
    if phrase.place is PhrasePlace.EVERYWHERE:
        return 2
    return 0 if phrase.kind is spot.kind else 1
