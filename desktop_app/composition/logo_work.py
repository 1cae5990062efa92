"""The logo of the letterhead: read from a file, chosen, taken away."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from desktop_app.application.choose_logo import (
    ChangedLogo,
    LogoProblem,
    LogoRefused,
    change_logo,
    examine_logo,
)
from desktop_app.application.errors import ScanRefused
from desktop_app.domain.logo import LARGEST_LOGO, Logo
from desktop_app.storage.scan_file import read_scan_file
from desktop_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class LogoWork:
    """The logo of one store; `forget` is called when what was read of the settings is no longer so."""

    store: Store
    forget: Callable[[], None]

    def read(self, path: str) -> Logo:
        """Read a file and make of it what is printed (`examine_logo`).

        Raises:
            LogoRefused: it cannot be read, or is none that can be printed.
        """
        from desktop_app.documents.logo_content import printed_logo  # noqa: PLC0415 - Pillow, only to choose

        try:
            content = read_scan_file(Path(path), store=self.store.path, largest=LARGEST_LOGO)
        except ScanRefused as error:
            raise LogoRefused(LogoProblem(error.problem)) from error
        return examine_logo(content, make=printed_logo)

    def change(self, seen: Logo | None, wanted: Logo | None) -> ChangedLogo:
        """Choose a logo or take it away (`change_logo`)."""
        try:
            return change_logo(seen, wanted, work=self.store.work)
        finally:
            self.forget()  # also where it turned out to be another than the one that was read
