"""A numbered section of the plan."""

from dataclasses import dataclass
from typing import Protocol

from desktop_app.documents.page_flow import Strip
from desktop_app.documents.structure import Element


class Filling(Protocol):
    """Sets the content of a section."""

    def __call__(self, section: Element, name: str) -> list[Strip]:
        """Return the strips under the heading; `name` is number and title, for where the section goes on."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A section before it has its number; `needs` is the height that must be left on the page for it to begin there."""

    title: str
    fill: Filling
    needs: float = 0.0
    remark: str | None = None
