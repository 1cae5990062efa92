"""`enplan tour`: the real window over made-up people, as pictures."""

from pathlib import Path
from typing import Annotated

import typer

from desktop_app.translation import _


def tour(
    out: Annotated[Path, typer.Option("--out", help=_("The folder for the pictures."))],
    cases: Annotated[int, typer.Option("--cases", min=1, help=_("How many cases."))] = 60,
) -> None:
    """Drive the real window over made-up people, one picture per screen and state."""
    from desktop_app.main import take_tour  # noqa: PLC0415 - Qt, only for this command

    for picture in take_tour(out, cases):
        typer.echo(picture)
