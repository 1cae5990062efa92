"""Why a plan was not written, made ready, signed or annulled, and what to do instead."""

from desktop_app.application.errors import (
    PlanIncomplete,
    PlanInWork,
    PlanPartlySigned,
    PlanStateRefused,
    SigningRefused,
)
from desktop_app.domain.completeness import SECTIONS
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.field_words import plan_part_text
from desktop_app.presenters.plan_state_texts import state_in_sentence
from desktop_app.presenters.signing_texts import signing_problem_text
from desktop_app.translation import _


def state_refused(error: PlanStateRefused) -> str:
    """Return why a version at this point of its life cannot be what was asked."""
    if error.needed is PlanState.SIGNED:
        text = _("Only a signature in force can be annulled. Version {number} is {state}.")
    elif error.needed is PlanState.REPLACED:
        text = _("Version {number} is {state}. A scan is attached to a version that is signed.")
    elif error.needed is PlanState.READY:
        text = _(
            "Version {number} is {state}. Only a version that is ready to be signed can be signed or opened again."
        )
    elif error.state is PlanState.READY:
        text = _("Version {number} is ready to be signed, so its content is locked. Open it for writing first.")
    else:
        text = _("Version {number} is {state}, so it stays as it is. Begin a new version.")
    return text.format(number=error.number, state=state_in_sentence(error.state))


def partly_signed(error: PlanPartlySigned) -> str:
    """Return why a version with one signature is not written."""
    return _(
        "One of the parties has signed version {number}, so its content stays as it is. Register the other signature,"
        " or begin a new version."
    ).format(number=error.number)


def in_work(error: PlanInWork) -> str:
    """Return why no new version is begun."""
    return _("Version {number} is not signed yet. Finish it or discard it before you begin a new one.").format(
        number=error.number
    )


def incomplete(error: PlanIncomplete) -> str:
    """Return everything that is missing, each part with the paragraph that asks for it."""
    parts = ", ".join(f"{plan_part_text(part)} ({SECTIONS[part]})" for part in error.missing)
    return _("The plan cannot be concluded yet. Missing: {parts}.").format(parts=parts)


def signing_refused(error: SigningRefused) -> str:
    """Return everything that is wrong with the days on the paper."""
    return " ".join(f"{signing_problem_text(problem)}." for problem in error.problems)
