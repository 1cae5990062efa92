"""The logical structure of a document: what a screen reader follows, made in reading order and filled when drawn."""

from dataclasses import dataclass, field
from enum import Enum
from typing import Self, TypeAlias

Bounds: TypeAlias = tuple[float, float, float, float]
"""Left, lower, right and upper edge on the page, in points."""


class Line(Enum):
    """A line drawn along words."""

    UNDER = "under"
    THROUGH = "through"


@dataclass(eq=False, slots=True)
class MarkedContent:
    """A stretch of a page's content and the text in it; pages count from 0, numbers start at 0 on each page."""

    page: int
    number: int
    text: str = ""


@dataclass(eq=False, slots=True)
class Element:
    """A node such as H1, P or TD.

    `scope` (Row or Column) and `columns` are for cells, `alternative` and `bounds` for figures, `language` is told
    where it is not the document's, `line` says what is drawn along the words of a Span.
    """

    role: str
    scope: str | None = None
    columns: int = 1
    alternative: str | None = None
    language: str | None = None
    line: Line | None = None
    bounds: Bounds | None = None
    children: list[Self | MarkedContent] = field(default_factory=list)

    def add(
        self,
        role: str,
        *,
        scope: str | None = None,
        columns: int = 1,
        alternative: str | None = None,
        language: str | None = None,
        line: Line | None = None,
    ) -> Self:
        """Append a child and return it."""
        child = type(self)(role, scope, columns, alternative, language, line)
        self.children.append(child)
        return child

    def add_first(self, role: str, *, alternative: str) -> Self:
        """Put a child before all others and return it."""
        child = self.add(role, alternative=alternative)
        self.children.insert(0, self.children.pop())
        return child

    def listing(self) -> Self:
        """Return the list at the end of the children, made when something else is there."""
        last = self.children[-1] if self.children else None
        return last if isinstance(last, type(self)) and last.role == "L" else self.add("L")

    @property
    def has_labels(self) -> bool:
        """Whether it is a list whose items have numbers."""
        return self.role == "L" and all(
            isinstance(part, Element) and part.role == "Lbl"
            for item in self.children
            if isinstance(item, Element)
            for part in item.children[:1]
        )

    @property
    def is_empty(self) -> bool:
        """Whether it is a paragraph in which nothing was drawn: it is left out."""
        return self.role == "P" and not self.children


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
