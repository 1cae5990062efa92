"""`enplan tour`: the real window over made-up people, as pictures."""

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.translation import DANISH, ENGLISH, _


def tour(
    out: Annotated[Path, typer.Option("--out", help=_("The folder for the pictures."))],
    cases: Annotated[int, typer.Option("--cases", min=1, help=_("How many cases."))] = 60,
    short: Annotated[bool, typer.Option("--short", help=_("In Danish, light and at 100 % only."))] = False,  # noqa: FBT002 - a flag
) -> None:
    """Drive the real window over made-up people: every screen, state and dialog, light, dark, large and in English."""
    from desktop_app.main import take_tour  # noqa: PLC0415 - Qt, only for this command

    languages = (DANISH,) if short else (DANISH, ENGLISH)
    for picture in take_tour(out, cases, languages, is_short=short):
        typer.echo(picture)
