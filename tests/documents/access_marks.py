"""What the content of a page shows, and whether it is marked: as content of an element, or as an artifact."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from pikepdf import Dictionary, Page, String, parse_content_stream

WRITING = frozenset({"Tj", "TJ"})
SHOWING = WRITING | {"'", '"', "f", "f*", "F", "S", "s", "B", "B*", "b", "b*", "Do", "sh", "BI"}
ARTIFACT = "/Artifact"


class Shown(NamedTuple):
    """Codes of one font, and whether their text is noted beside them."""

    font: Any
    codes: bytes
    has_text: bool


class _Mark(NamedTuple):
    tag: str
    number: int | None
    has_text: bool


@dataclass(slots=True)
class Marks:
    """What was found on a page: the tag of each numbered stretch, what is written, what is wrong."""

    tags: dict[int, str] = field(default_factory=dict)
    shown: list[Shown] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def marks_of(page: Page) -> Marks:
    """Read the content of a page."""
    found, around, font = Marks(), list[_Mark](), None
    for instruction in parse_content_stream(page):
        operator, operands = str(instruction.operator), list(instruction.operands)
        match operator:
            case "BDC" | "BMC":
                _begin(_mark(operands), around, found)
            case "EMC" if around:
                around.pop()
            case "EMC":
                found.faults.append("mark ends that did not begin")
            case "Tf":
                font = page.obj.Resources.Font[str(operands[0])]
        if operator in SHOWING and not any(mark.number is not None or mark.tag == ARTIFACT for mark in around):
            found.faults.append("shown but neither tagged nor an artifact")
        if operator in WRITING:
            has_text = any(mark.has_text for mark in around)
            found.shown += [Shown(font, codes, has_text) for codes in _codes(operands[0])]
    if around:
        found.faults.append("mark does not end on its page")
    return found


def _begin(mark: _Mark, around: list[_Mark], found: Marks) -> None:
    found.faults += _faults(mark, around, found.tags)
    around.append(mark)
    if mark.number is not None:
        found.tags[mark.number] = mark.tag


def _mark(operands: list[Any]) -> _Mark:
    properties = operands[1] if len(operands) > 1 and isinstance(operands[1], Dictionary) else Dictionary()
    number = int(properties.MCID) if "/MCID" in properties else None
    return _Mark(str(operands[0]), number, "/ActualText" in properties)


def _faults(mark: _Mark, around: list[_Mark], tags: dict[int, str]) -> Iterator[str]:
    is_tagged = any(one.number is not None for one in around)
    if mark.tag == ARTIFACT and is_tagged:
        yield "artifact within tagged content"
    if mark.number is not None and any(one.tag == ARTIFACT for one in around):
        yield "tagged content within an artifact"
    if mark.number is not None and is_tagged:
        yield "tagged content within tagged content"
    if mark.number is not None and mark.number in tags:
        yield "number of content is used twice"


def _codes(operand: Any) -> Iterator[bytes]:  # noqa: ANN401 - a string, or an array of strings and shifts
    if isinstance(operand, String):
        yield bytes(operand)
    else:
        yield from (bytes(part) for part in operand if isinstance(part, String))
