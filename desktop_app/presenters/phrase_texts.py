"""Phrases in words: where they fit, what they are called in a list, and what is wrong with one."""

from collections.abc import Iterable
from enum import StrEnum

from desktop_app.domain.phrase import LONGEST_PHRASE, LONGEST_PHRASE_NAME, Phrase, PhraseFault, PhrasePlace
from desktop_app.domain.plan import ActivityKind, GoalKind
from desktop_app.presenters.field_words import activity_kind_text, goal_kind_text
from desktop_app.presenters.typed_text import unkept_text
from desktop_app.translation import _, _n, _p


class PhraseField(StrEnum):
    """The fields of a phrase, in the order they stand."""

    TEXT = "text"
    PLACE = "place"
    KIND = "kind"
    NAME = "name"


def phrase_field_name(field: PhraseField) -> str:
    """Return what a field is called."""
    return {
        PhraseField.TEXT: _("Phrase"),
        PhraseField.PLACE: _("Fits at"),
        PhraseField.KIND: _("Kind"),
        PhraseField.NAME: _("Short name"),
    }[field]


def place_text(place: PhrasePlace) -> str:
    """Return where a phrase fits."""
    return {
        PhrasePlace.EVERYWHERE: _("Everywhere"),
        PhrasePlace.GOAL: _("Goal"),
        PhrasePlace.SUB_GOAL: _("Sub-goal"),
        PhrasePlace.MEASURE: _("When the goal is reached"),
        PhrasePlace.ACTIVITY: _("Activity"),
        PhrasePlace.ASSESSMENT: _("Overall assessment"),
        PhrasePlace.COMMITMENT: _("Who does what"),
        PhrasePlace.FOLLOW_UP: _("Follow-up, note"),
        PhrasePlace.AGREED: _("Follow-up, agreed"),
    }[place]


def phrase_kind_text(kind: GoalKind | ActivityKind | None) -> str:
    """Return the kind of goal or activity a phrase is for."""
    if kind is None:
        return _p("of a phrase", "Every kind")
    return goal_kind_text(kind) if isinstance(kind, GoalKind) else activity_kind_text(kind)


def where_text(phrase: Phrase) -> str:
    """Return "Mål · Dansk"."""
    parts = (place_text(phrase.place), phrase_kind_text(phrase.kind) if phrase.kind else "")
    return " · ".join(filter(None, parts))


def phrase_title(phrase: Phrase) -> str:
    """Return what a phrase is called in a list: its short name, or its text in one line."""
    return phrase.name or one_line(phrase.text)


def one_line(text: str) -> str:
    """Return a text without its line breaks."""
    return " ".join(text.split())


def phrase_fault_texts(faults: Iterable[PhraseFault]) -> dict[str, str]:
    """Return what is wrong with a phrase, each at its field; of several faults of a field the first."""
    texts: dict[str, str] = {}
    for fault in faults:
        field, text = _fault(fault)
        texts.setdefault(field, text)
    return texts


def _fault(fault: PhraseFault) -> tuple[PhraseField, str]:
    no_cpr = _(
        "This looks like a CPR number. Phrases are shared by the whole team and must not name anybody. Take it out."
    )
    return {
        PhraseFault.NO_TEXT: (PhraseField.TEXT, _("Type the phrase.")),
        PhraseFault.TEXT_TOO_LONG: (PhraseField.TEXT, _too_long(LONGEST_PHRASE)),
        PhraseFault.TEXT_HOLDS_CPR: (PhraseField.TEXT, no_cpr),
        PhraseFault.TEXT_NOT_SHOWN: (PhraseField.TEXT, unkept_text()),
        PhraseFault.NAME_TOO_LONG: (PhraseField.NAME, _too_long(LONGEST_PHRASE_NAME)),
        PhraseFault.NAME_HOLDS_CPR: (PhraseField.NAME, no_cpr),
        PhraseFault.NAME_NOT_SHOWN: (PhraseField.NAME, unkept_text()),
        PhraseFault.OTHER_KIND: (PhraseField.KIND, _("Choose a kind that belongs to the place.")),
    }[fault]


def _too_long(most: int) -> str:
    return _n("At most {n} character is allowed here.", "At most {n} characters are allowed here.", most).format(n=most)
