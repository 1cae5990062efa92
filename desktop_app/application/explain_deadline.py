"""Explain a deadline of the worklist, which is computed without the calculation logs."""

from datetime import date

from desktop_app.application.ports import ReadModel
from desktop_app.domain.case_facts import known_on
from desktop_app.domain.deadline import DONE, Deadline
from desktop_app.domain.deadlines import deadline_for
from desktop_app.domain.rulebook import Rulebook


def explain_deadline(deadline: Deadline, *, read: ReadModel, rulebook: Rulebook, today: date) -> Deadline:
    """Return the deadline with its calculation log, as it stands now; one whose case is gone comes back as it is.

    So does a time of a repeating duty that is over: it brings its log along.
    """
    if deadline.status in DONE and deadline.steps:
        return deadline
    for facts in read.facts({deadline.case_id}):
        return deadline_for(rulebook.duties[deadline.duty], known_on(facts, today), rulebook, today)
    return deadline
