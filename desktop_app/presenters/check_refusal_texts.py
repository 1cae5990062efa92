"""Why a check of the log is not made, in words."""

from desktop_app.application.spot_check import MOST, CheckProblem, CheckRefused
from desktop_app.translation import _


def check_refused_text(error: CheckRefused) -> str:
    """Return why it is not made, and what to do instead."""
    return {
        CheckProblem.PERIOD_TURNED: _("The last day comes before the first. Change one of them."),
        CheckProblem.SIZE: _("A spot check draws from 1 to {most} uses. Write a number in between.").format(most=MOST),
        CheckProblem.OWN_USE: _("This is your own use. Somebody else who may check the log is to look at it."),
    }[error.problem]
