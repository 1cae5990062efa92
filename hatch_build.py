"""Compiles the translation catalogues while the package is built or installed."""

from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface[Any]):
    """Writes each `.mo` beside its `.po`, and puts `resources/` inside the package of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue; an editable installation reads the checkout's own resources."""
        for source in Path(self.root, "resources", "locale").rglob("*.po"):
            compile_catalogue(source)
        if version != "editable":
            build_data["force_include"]["resources"] = "desktop_app/resources"


def compile_catalogue(source: Path) -> None:
    """Write the `.mo` of one `.po`."""
    with source.open("rb") as text:
        catalogue = read_po(text, locale=source.parts[-3])
    with source.with_suffix(".mo").open("wb") as compiled:
        write_mo(compiled, catalogue)
