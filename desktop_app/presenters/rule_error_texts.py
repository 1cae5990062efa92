"""What is wrong in a rule file, in sentences that name file, rule and key."""

from collections.abc import Callable, Mapping

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.translation import _


def rule_file_error(error: RuleFileError) -> str:
    """Return what is wrong in a rule file, and where."""
    place = ", ".join(part for part in (error.file, error.rule, error.key) if part)
    return f"{place}: {_PROBLEMS[error.problem]().format(detail=error.detail)}"


_PROBLEMS: Mapping[RuleProblem, Callable[[], str]] = {
    RuleProblem.NOT_TOML: lambda: _("The file is not valid TOML ({detail})."),
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
}
