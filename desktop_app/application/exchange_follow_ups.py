"""Follow-ups as the exchange format `enplan-cases` writes them, and back."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from desktop_app.application.exchange_values import (
    Json,
    day_in,
    in_order,
    list_in,
    moment_in,
    moment_text_of,
    text_of,
)
from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, FollowUpForm, GoalProgress, Progress, Topic


def follow_up_to_exchange(talk: FollowUp) -> Json:
    """Return a follow-up as the format writes it; topics and progress in the order they were written down."""
    return {
        "held_on": text_of(talk.held_on),
        "form": talk.form,
        "attempted_only": talk.attempted_only,
        "interpreter": talk.interpreter,
        "participants": talk.participants,
        "topics": [topic.value for topic in talk.topics],
        "note": talk.note,
        "agreed": talk.agreed,
        "repatriation_guided": talk.repatriation_guided,
        "next_on": text_of(talk.next_on),
        "progress": [
            {"plan": goal.plan_number, "goal": goal.place, "progress": goal.progress.value} for goal in talk.progress
        ],
        "finished_at": moment_text_of(talk.finished_at),
        "corrections": in_order(
            {"on": text_of(correction.on), "text": correction.text} for correction in talk.corrections
        ),
    }


def follow_up_from_exchange(values: Mapping[str, Any], new_id: Callable[[], str]) -> FollowUp:
    """Return the follow-up a validated file describes, with new ids."""
    return FollowUp(
        id=new_id(),
        held_on=date.fromisoformat(values["held_on"]),
        form=FollowUpForm(values["form"]),
        attempted_only=bool(values.get("attempted_only")),
        interpreter=values.get("interpreter"),
        participants=values.get("participants"),
        topics=tuple(map(Topic, list_in(values, "topics"))),
        note=values.get("note"),
        agreed=values.get("agreed"),
        repatriation_guided=values.get("repatriation_guided"),
        next_on=day_in(values, "next_on"),
        progress=tuple(
            GoalProgress(plan_number=int(goal["plan"]), place=int(goal["goal"]), progress=Progress(goal["progress"]))
            for goal in list_in(values, "progress")
        ),
        finished_at=moment_in(values, "finished_at"),
        corrections=tuple(
            FollowUpCorrection(id=new_id(), on=date.fromisoformat(correction["on"]), text=correction["text"])
            for correction in list_in(values, "corrections")
        ),
    )
