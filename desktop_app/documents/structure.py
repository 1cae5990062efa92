"""The logical structure of a document: what a screen reader follows, made in reading order and filled when drawn."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self


class MarkedContent(NamedTuple):
    """A stretch of a page's content; pages count from 0, numbers start at 0 on each page."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Element:
    """A node such as H1, P or TD; `scope` (Row or Column) and `columns` are for cells, `alternative` for figures."""

    role: str
    scope: str | None = None
    columns: int = 1
    alternative: str | None = None
    children: list[Self | MarkedContent] = field(default_factory=list)

    def add(self, role: str, *, scope: str | None = None, columns: int = 1, alternative: str | None = None) -> Self:
        """Append a child and return it."""
        child = type(self)(role, scope, columns, alternative)
        self.children.append(child)
        return child


class Structure:
    """The tree of one document, and which element each marked stretch of content belongs to."""

    def __init__(self) -> None:
        self.root = Element("Document")
        self.owners: dict[int, list[Element]] = {}

    def mark(self, element: Element, page: int) -> MarkedContent:
        """Number a new stretch of content of `element` on `page`."""
        owners = self.owners.setdefault(page, [])
        content = MarkedContent(page, len(owners))
        owners.append(element)
        element.children.append(content)
        return content
