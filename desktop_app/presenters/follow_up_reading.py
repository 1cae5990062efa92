"""Reads the form of a follow-up: what it says as a record, and what is missing before it can be finished."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.errors import FollowUpInFuture, NextFollowUpNotLater
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, GoalProgress, Progress, Topic
from desktop_app.domain.follow_ups_of_case import check_follow_up
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.follow_up_form import NO, WITH, YES, TypedFollowUp
from desktop_app.presenters.lenient_dates import DateNotRead, date_error_text, read_date
from desktop_app.presenters.typed_text import text_problems
from desktop_app.translation import _

HELD_ON, INTERPRETING, INTERPRETER, PARTICIPANTS, NOTE, AGREED, REPATRIATION, NEXT_ON, TOPICS, PROGRESS = (
    "held_on",
    "interpreting",
    "interpreter",
    "participants",
    "note",
    "agreed",
    "repatriation",
    "next_on",
    "topics",
    "progress",
)
"""The fields something is said at, in the order they stand."""


@dataclass(frozen=True, slots=True)
class Problem:
    """What keeps a form from being saved, at the field where it is mended."""

    field: str
    text: str


@dataclass(frozen=True, slots=True)
class ReadFollowUp:
    """What a form says: a record as far as its date can be read, and the problems in the order of the fields."""

    talk: FollowUp | None
    problems: tuple[Problem, ...]


def read_follow_up(
    typed: TypedFollowUp, *, base: FollowUp | None, plan_number: int | None, proposed_on: date | None, today: date
) -> ReadFollowUp:
    """Read a form; `base` is the follow-up it changes, `plan_number` the version its goals stand in."""
    held_on, held_problem = _day(typed.held_on, today)
    next_on, next_problem = _day(typed.next_on, today)
    if typed.follows_proposal:
        next_on, next_problem = proposed_on, ""
    if not typed.held_on.strip():
        held_problem = _("Write the date of the follow-up")
    talk = _talk(typed, held_on, next_on, plan_number, base) if held_on else None
    problems = {HELD_ON: held_problem, NEXT_ON: next_problem, **_missing(typed), **_unkept(typed)}
    if talk and not (held_problem or next_problem):
        problems |= _impossible(talk, today)
    order = (HELD_ON, INTERPRETING, INTERPRETER, PARTICIPANTS, NOTE, AGREED, REPATRIATION, NEXT_ON)
    return ReadFollowUp(talk, tuple(Problem(field, problems[field]) for field in order if problems.get(field)))


def asks_for_interpreter(typed: TypedFollowUp) -> bool:
    """Tell whether the form asks if somebody interpreted: not of a letter, nor of what was not held."""
    return not typed.attempted_only and typed.form != FollowUpForm.LETTER


def _talk(
    typed: TypedFollowUp, held_on: date, next_on: date | None, plan_number: int | None, base: FollowUp | None
) -> FollowUp:
    held = not typed.attempted_only
    interpreted = asks_for_interpreter(typed) and typed.interpreting == WITH
    progress = typed.progress if held and plan_number is not None else {}
    return FollowUp(
        id=base.id if base else "",
        version=base.version if base else 0,
        held_on=held_on,
        form=FollowUpForm(typed.form),
        attempted_only=typed.attempted_only,
        interpreter=_text(typed.interpreter) if interpreted else None,
        participants=_text(typed.participants) if held else None,
        topics=tuple(topic for topic in Topic if held and topic in typed.topics),
        note=_text(typed.note),
        agreed=_text(typed.agreed) if held else None,
        repatriation_guided={YES: True, NO: False}.get(typed.repatriation) if held else None,
        next_on=next_on,
        progress=tuple(
            GoalProgress(plan_number=plan_number, place=place, progress=Progress(told))
            for place, told in sorted(progress.items())
            if plan_number is not None
        ),
    )


def _missing(typed: TypedFollowUp) -> dict[str, str]:
    missing = {}
    if asks_for_interpreter(typed):
        if not typed.interpreting:
            missing[INTERPRETING] = _("Choose whether the talk was held with an interpreter")
        elif typed.interpreting == WITH and not typed.interpreter.strip():
            missing[INTERPRETER] = _("Write the interpreter's name or number")
    if not typed.note.strip():
        missing[NOTE] = _("Write what happened") if typed.attempted_only else _("Write what you discussed")
    if not typed.attempted_only and not typed.repatriation:
        missing[REPATRIATION] = _("Choose whether you gave guidance on repatriation")
    return missing


def _unkept(typed: TypedFollowUp) -> dict[str, str]:
    asked = {NOTE: typed.note}
    if asks_for_interpreter(typed) and typed.interpreting == WITH:
        asked[INTERPRETER] = typed.interpreter
    if not typed.attempted_only:
        asked |= {PARTICIPANTS: typed.participants, AGREED: typed.agreed}
    return text_problems(asked)


def _impossible(talk: FollowUp, today: date) -> dict[str, str]:
    try:
        check_follow_up(talk, today)
    except FollowUpInFuture as error:
        return {HELD_ON: error_text(error)}
    except NextFollowUpNotLater as error:
        return {NEXT_ON: error_text(error)}
    return {}


def _day(text: str, today: date) -> tuple[date | None, str]:
    try:
        return read_date(text, today), ""
    except DateNotRead as error:
        return None, date_error_text(error)


def _text(text: str) -> str | None:
    return text.strip() or None
