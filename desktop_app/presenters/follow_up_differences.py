"""In what a draft of a follow-up differs from what is saved, field by field in words."""

from collections.abc import Callable, Sequence

from desktop_app.domain.follow_up import FollowUpForm, Progress, Topic
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.field_words import follow_up_form_text, progress_text, topic_text
from desktop_app.presenters.follow_up_form import NO, WITH, WITHOUT, YES, TypedFollowUp
from desktop_app.translation import _, _p

NOTHING = "–"


def differences_between(
    saved: TypedFollowUp | None, initial: TypedFollowUp, typed: TypedFollowUp, goals: Sequence[str]
) -> list[Difference]:
    """Return the fields in which `typed` differs from the `initial` form.

    `saved` is the follow-up the draft would change, None while there is none: then nothing is saved of any field.
    `goals` are the texts of the goals by their place.
    """
    found = []
    for label, text in _fields(goals):
        was, now = text(initial), text(typed)
        if was != now:
            found.append(Difference(label, text(saved) or NOTHING if saved else NOTHING, now or NOTHING))
    return found


def _fields(goals: Sequence[str]) -> list[tuple[str, Callable[[TypedFollowUp], str]]]:
    return [
        (_("Date"), lambda typed: typed.held_on),
        (_p("of a talk", "Form"), lambda typed: follow_up_form_text(FollowUpForm(typed.form))),
        (_("Only attempted"), lambda typed: _("yes") if typed.attempted_only else _("no")),
        (_("Interpreter"), _interpreter),
        (_("Participants"), lambda typed: typed.participants),
        (_("Discussed"), lambda typed: ", ".join(topic_text(topic) for topic in Topic if topic in typed.topics)),
        (_("Note"), lambda typed: typed.note),
        (_("Agreed"), lambda typed: typed.agreed),
        (_("Guidance on repatriation"), _repatriation),
        (_("Next follow-up"), lambda typed: typed.next_on),
        *((goal, _progress_of(place)) for place, goal in enumerate(goals, start=1)),
    ]


def _interpreter(typed: TypedFollowUp) -> str:
    """Return who interpreted, or that nobody did; empty while it was not answered."""
    return {WITH: typed.interpreter or _("with an interpreter"), WITHOUT: _("without an interpreter")}.get(
        typed.interpreting, ""
    )


def _repatriation(typed: TypedFollowUp) -> str:
    return {YES: _("yes"), NO: _("no")}.get(typed.repatriation, "")


def _progress_of(place: int) -> Callable[[TypedFollowUp], str]:
    def text(typed: TypedFollowUp) -> str:
        return progress_text(Progress(typed.progress[place])) if typed.progress.get(place) else ""

    return text
