"""Why a file is not taken in as the logo, and what to do."""

from collections.abc import Callable, Mapping

from desktop_app.application.choose_logo import LogoProblem
from desktop_app.translation import _


def logo_problem_text(problem: LogoProblem) -> str:
    """Return the sentences for a problem."""
    return _PROBLEMS[problem]()


_PROBLEMS: Mapping[LogoProblem, Callable[[], str]] = {
    LogoProblem.WRONG_TYPE: lambda: _("The file is neither a PNG nor a JPG. Save the logo as PNG, and choose that."),
    LogoProblem.TOO_LARGE: lambda: _("The file is larger than 500 kB. Save the logo smaller, and choose it again."),
    LogoProblem.EMPTY: lambda: _("The file is empty. Choose another one."),
    LogoProblem.UNREADABLE: lambda: _("The file cannot be read. Check that it is still there, and choose it again."),
    LogoProblem.CHANGED: lambda: _("The file changed while it was read. Wait until it is saved, and choose it again."),
    LogoProblem.OWN_FILE: lambda: _("The file belongs to the file with the cases. Choose another one."),
    LogoProblem.BROKEN: lambda: _("The picture is damaged and cannot be opened. Save the logo anew, and choose that."),
    LogoProblem.TOO_MANY_PIXELS: lambda: _(
        "The picture has more than 16 million pixels. Save the logo about 1,200 pixels wide, and choose that."
    ),
    LogoProblem.TOO_FEW_PIXELS: lambda: _(
        "The picture is too small to be printed. Choose one of at least 60 pixels on the longer side and 16 on the"
        " shorter."
    ),
    LogoProblem.BLANK: lambda: _(
        "Nothing of the picture is seen on white paper. Choose the logo that is made for a light background."
    ),
}
