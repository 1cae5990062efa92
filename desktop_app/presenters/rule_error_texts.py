"""What is wrong in a rule file, in sentences that name file, rule and key, and by which rules the program goes on."""

from collections.abc import Callable, Mapping

from desktop_app.application.errors import LawCopyTrouble, LawUnusable, RuleFileError, RuleProblem
from desktop_app.application.law_in_force import LawFallback
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _, long_date


def rule_file_error(error: RuleFileError) -> str:
    """Return what is wrong in a rule file, and where."""
    return ", ".join(part for part in (error.file, error.rule, error.key) if part) + f": {_problem(error)}"


def law_fallback_text(fallback: LawFallback) -> str:
    """Return which file could not be read and why, and which rules the program uses instead."""
    return _("{refusal} The program uses the rules of {date}.").format(
        refusal=_refusal(fallback.error), date=long_date(fallback.kept_on)
    )


def law_unusable_text(error: LawUnusable) -> str:
    """Return which file could not be read and why, and why no earlier rules can be used instead."""
    why = {
        LawCopyTrouble.MISSING: _("This computer has no copy of earlier rules to use instead."),
        LawCopyTrouble.DAMAGED: _("The copy of the earlier rules is damaged."),
        LawCopyTrouble.REFUSED: _("This version of the program cannot use the copy of the earlier rules."),
    }[error.copy]
    return " ".join((_refusal(error.error), why, _("Correct the file, or install the program again.")))


def _refusal(error: RuleFileError) -> str:
    """Return "Regelfilen follow_up.toml kunne ikke læses: follow_up, version 1: frist: Nøglen mangler."."""
    inside = ", ".join(part for part in (error.rule, error.key) if part)
    problem = f"{inside}: {_problem(error)}" if inside else _problem(error)
    if error.problem is RuleProblem.DUTY_MISSING:
        return _("The rules could not be read: {problem}").format(problem=problem)
    return _("The rule file {file} could not be read: {problem}").format(file=error.file, problem=problem)


def _problem(error: RuleFileError) -> str:
    detail = system_reason(error.detail) if error.problem is RuleProblem.UNREADABLE else error.detail
    return _PROBLEMS[error.problem]().format(detail=detail)


_PROBLEMS: Mapping[RuleProblem, Callable[[], str]] = {
    RuleProblem.NOT_TOML: lambda: _("The file is not valid TOML ({detail})."),
    RuleProblem.NO_SUCH_DATE: lambda: _("There is no such date: {detail}."),
    RuleProblem.UNKNOWN_KEY: lambda: _("Rules have no such key."),
    RuleProblem.MISSING_KEY: lambda: _("The key is missing."),
    RuleProblem.WRONG_TYPE: lambda: _("The value is of the wrong kind ({detail})."),
    RuleProblem.UNKNOWN_WORD: lambda: _("Rules do not know the word »{detail}«."),
    RuleProblem.EMPTY: lambda: _("The value is empty."),
    RuleProblem.NOT_POSITIVE: lambda: _("The number {detail} is too small."),
    RuleProblem.ENDS_BEFORE_IT_BEGINS: lambda: _("The version ends on {detail}, before it begins."),
    RuleProblem.OVERLAPPING_VERSIONS: lambda: _("Two versions apply to the same group at the same time ({detail})."),
    RuleProblem.FILE_NAME_DIFFERS: lambda: _("The file must be called after its rule, {detail}.toml."),
    RuleProblem.NO_CLOCK: lambda: _("The version from {detail} does not say what it counts from."),
    RuleProblem.NO_TIME: lambda: _("The version from {detail} does not say how much time it allows."),
    RuleProblem.REPEATS_NOTHING: lambda: _(
        "The version repeats, but does not say how many times (times) within which time (due)."
    ),
    RuleProblem.BEGINS_ELSEWHERE: lambda: _("The version begins on {detail}, which is not one of these days."),
    RuleProblem.DUTY_MISSING: lambda: _("These duties have no rule: {detail}."),
    RuleProblem.UNREADABLE: lambda: _("The file cannot be read: {detail}."),
}
