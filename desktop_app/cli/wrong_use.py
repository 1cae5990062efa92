"""What is wrong with a command line, in the user's language; the library says it in English only."""

import typer

from desktop_app.translation import _


class WrongUse(typer.BadParameter):
    """A command line the program cannot follow, said in a sentence of its own."""


def wrong_use(error: typer.TyperException) -> str:
    """Return what to say about a command line that cannot be run; a command alone is answered with its help."""
    kind = type(error).__name__  # the library keeps its classes private
    if kind == "NoArgsIsHelpError":
        return error.format_message()
    return _("Wrong use: {reason}").format(reason=_reason(error, kind))


def _reason(error: typer.TyperException, kind: str) -> str:
    if isinstance(error, WrongUse):
        return error.message
    name = _name_of(error)
    if kind == "MissingParameter":
        return _("{name} is missing.").format(name=name)
    if kind == "NoSuchOption":
        return _("There is no option {name}. --help shows those there are.").format(name=name)
    if kind == "BadOptionUsage":
        return _("{name} takes another number of values. --help shows how many.").format(name=name)
    if kind == "BadParameter":
        return _("{name} does not take this value. --help shows which it takes.").format(name=name)
    return _("{reason} --help shows what there is.").format(reason=error.format_message())


def _name_of(error: typer.TyperException) -> str:
    names: list[str] = getattr(getattr(error, "param", None), "opts", [])
    return names[0] if names else getattr(error, "option_name", "")
