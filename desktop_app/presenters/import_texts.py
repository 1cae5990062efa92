"""Why a file of cases is refused, in sentences that name the case and the key."""

from collections.abc import Callable, Mapping

from desktop_app.application.errors import ImportProblem, ImportRefused
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _


def import_refusal(error: ImportRefused) -> str:
    """Return what is wrong with the file, where, and that nothing was imported."""
    detail = system_reason(error.detail) if error.problem is ImportProblem.UNREADABLE else error.detail
    sentence = _PROBLEMS[error.problem]().format(case=error.case, key=error.key, detail=detail)
    nothing = _("Nothing was imported.")
    return f"{_place(error)}{sentence} {nothing}"


def _place(error: ImportRefused) -> str:
    """Return "Sag 2026-014, nøglen »takeover_on«: ", as far as the place is known."""
    if error.case.startswith("#"):
        case = _("Case no. {n} in the file").format(n=error.case[1:])
    else:
        case = _("Case {number}").format(number=error.case) if error.case else ""
    key = _("the key »{key}«").format(key=error.key) if error.key else ""
    place = ", ".join(part for part in (case, key) if part)
    return f"{place[:1].upper()}{place[1:]}: " if place else ""


_PROBLEMS: Mapping[ImportProblem, Callable[[], str]] = {
    ImportProblem.UNREADABLE: lambda: _("The file cannot be read ({detail}). Check the name and your permissions."),
    ImportProblem.EMPTY: lambda: _("The file is empty."),
    ImportProblem.TOO_LARGE: lambda: _("The file is larger than {detail} MB. Split it into several files."),
    ImportProblem.TOO_MANY_VALUES: lambda: _("The file holds too much. Split it into several files."),
    ImportProblem.SPREADSHEET: lambda: _(
        "The file is a spreadsheet or an archive, whatever its name says. Export the cases as JSON first."
    ),
    ImportProblem.NOT_TEXT: lambda: _("The file is not text in UTF-8. Export the cases again as JSON in UTF-8."),
    ImportProblem.NOT_JSON: lambda: _("The file is not valid JSON (line and column {detail}). Export the cases again."),
    ImportProblem.TOO_DEEP: lambda: _("The file is nested deeper than a file of cases can be. Export the cases again."),
    ImportProblem.SEALED: lambda: _("The file is encrypted. Give its own password with --file-password-file."),
    ImportProblem.WRONG_FILE_PASSWORD: lambda: _(
        "The password does not open the file. Check it, or ask for the file again: it may have been changed on the way."
    ),
    ImportProblem.SEAL_BROKEN: lambda: _(
        "The encrypted file is damaged, or was changed on the way. Ask for it to be sent again."
    ),
    ImportProblem.DUPLICATE_KEY: lambda: _("The key stands twice in the same place. Remove one of them."),
    ImportProblem.NOT_A_CASE_FILE: lambda: _(
        "The file does not say »format«: »enplan-cases«, so it is not a file of cases."
    ),
    ImportProblem.OTHER_VERSION: lambda: _(
        "The file is of version {detail}, and this program reads version 1. Update the program, or export again."
    ),
    ImportProblem.UNKNOWN_KEY: lambda: _("The format has no such key. Correct or remove it."),
    ImportProblem.MISSING_KEY: lambda: _("The key is missing and must be filled in."),
    ImportProblem.WRONG_TYPE: lambda: _("The value is of the wrong kind, such as text where a number must stand."),
    ImportProblem.UNKNOWN_WORD: lambda: _("The format does not know the word »{detail}«."),
    ImportProblem.IMPOSSIBLE_DATE: lambda: _(
        "»{detail}« is not a date. Dates are written as YYYY-MM-DD, between 1900 and 2199."
    ),
    ImportProblem.IMPOSSIBLE_MOMENT: lambda: _(
        "»{detail}« is not a moment. Moments are written in UTC as 2027-01-20T09:12:00Z, between 1900 and 2199."
    ),
    ImportProblem.NOT_A_NUMBER: lambda: _("»{detail}« is not a number the format can hold."),
    ImportProblem.OUT_OF_RANGE: lambda: _("The number is too small or too large."),
    ImportProblem.BLANK: lambda: _("The value is blank and must be filled in."),
    ImportProblem.TOO_LONG: lambda: _("The text is too long."),
    ImportProblem.WRONG_FORM: lambda: _("The value is not written as the format asks."),
    ImportProblem.FORBIDDEN_CHARACTER: lambda: _("The text holds a control character. Remove it."),
    ImportProblem.DUPLICATE_CASE_NUMBER: lambda: _("The case number stands twice in the file."),
    ImportProblem.DUPLICATE_HOUSEHOLD: lambda: _("The household »{detail}« stands twice in the file."),
    ImportProblem.DUPLICATE_PLAN: lambda: _("Version {detail} of the plan stands twice."),
    ImportProblem.UNKNOWN_HOUSEHOLD: lambda: _("The household »{detail}« is not in the file."),
    ImportProblem.UNKNOWN_GOAL: lambda: _("Goal {detail} is no goal that a sub-goal can be a part of."),
    ImportProblem.DIFFERS: lambda: _(
        "The case is already in the program with other content. Compare the two, and import with --update to replace"
        " it."
    ),
    ImportProblem.SIGNED_PLAN_CHANGED: lambda: _(
        "Version {detail} of the plan has been signed and cannot be changed. Add a new version instead."
    ),
}
