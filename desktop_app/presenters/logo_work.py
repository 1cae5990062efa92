"""What the settings ask of the open store about the logo; composition's `LogoWork` fits it."""

from typing import Protocol

from desktop_app.application.choose_logo import ChangedLogo
from desktop_app.domain.logo import Logo


class LogoWork(Protocol):
    """The logo of the letterhead. What raises is said at the use case each method is named after."""

    def read(self, path: str) -> Logo:
        """Read a file and make of it what is printed (`choose_logo.examine_logo`)."""
        ...

    def change(self, seen: Logo | None, wanted: Logo | None) -> ChangedLogo:
        """Choose a logo or take it away (`choose_logo.change_logo`)."""
        ...
