"""Follow-ups with their corrections: domain object -> records and back, both directions side by side."""

from collections.abc import Iterable, Iterator

from desktop_app.domain.follow_up import FollowUp, FollowUpCorrection, FollowUpForm, GoalProgress, Progress, Topic
from desktop_app.storage.kinds import Stored, Values


def follow_up_records(talk: FollowUp, case_id: str) -> Iterator[Stored]:
    """Return the records a follow-up is kept in: itself and each correction."""
    yield Stored("follow_ups", {"case_id": case_id, **follow_up_values(talk)})
    for correction in talk.corrections:
        yield Stored("follow_up_corrections", {"follow_up_id": talk.id, **correction_values(correction)})


def follow_up_values(talk: FollowUp) -> Values:
    """Return the values of a follow-up, apart from its case."""
    return {
        "id": talk.id,
        "version": talk.version,
        "held_on": talk.held_on,
        "form": talk.form.value,
        "attempted_only": talk.attempted_only,
        "interpreter": talk.interpreter,
        "participants": talk.participants,
        "topics": [topic.value for topic in talk.topics],
        "note": talk.note,
        "agreed": talk.agreed,
        "repatriation_guided": talk.repatriation_guided,
        "next_on": talk.next_on,
        "progress": [progress_values(progress) for progress in talk.progress],
        "finished_at": talk.finished_at,
    }


def follow_up_from(row: Values, corrections: Iterable[Values]) -> FollowUp:
    """Return the follow-up these rows hold, its corrections by date."""
    return FollowUp(
        id=row["id"],
        version=row["version"],
        held_on=row["held_on"],
        form=FollowUpForm(row["form"]),
        attempted_only=row["attempted_only"],
        interpreter=row["interpreter"],
        participants=row["participants"],
        topics=tuple(map(Topic, row["topics"])),
        note=row["note"],
        agreed=row["agreed"],
        repatriation_guided=row["repatriation_guided"],
        next_on=row["next_on"],
        progress=tuple(map(progress_from, row["progress"])),
        finished_at=row["finished_at"],
        corrections=tuple(map(correction_from, corrections)),
    )


def progress_values(progress: GoalProgress) -> Values:
    """Return how one goal stood, as a row holds it."""
    return {"plan_number": progress.plan_number, "place": progress.place, "progress": progress.progress.value}


def progress_from(values: Values) -> GoalProgress:
    """Return how one goal stood."""
    return GoalProgress(plan_number=values["plan_number"], place=values["place"], progress=Progress(values["progress"]))


def correction_values(correction: FollowUpCorrection) -> Values:
    """Return the values of a correction, apart from its follow-up."""
    return {
        "id": correction.id,
        "version": correction.version,
        "corrected_on": correction.on,
        "text": correction.text,
    }


def correction_from(row: Values) -> FollowUpCorrection:
    """Return the correction a row holds."""
    return FollowUpCorrection(id=row["id"], version=row["version"], on=row["corrected_on"], text=row["text"])
