"""The icons of Det Fælles Designsystem as outlines the pen can fill.

Reads what these files hold: one viewBox, and paths of lines, quadratic and cubic curves.
"""

import re
from collections.abc import Iterator
from functools import cache
from xml.etree import ElementTree as ET

from desktop_app.documents.pen import Outline, Pen
from desktop_app.resource_files import resource

_COMMAND = re.compile(r"([MmLlHhVvCcSsQqTtZz])([^A-Za-z]*)")
_NUMBER = re.compile(r"[-+]?(?:\d*\.\d+|\d+\.?)")
_OPERANDS = {"M": 2, "L": 2, "H": 1, "V": 1, "C": 6, "S": 4, "Q": 4, "T": 2}

Point = tuple[float, float]


def draw_icon(pen: Pen, name: str, x: float, y: float, size: float) -> None:
    """Draw an icon `size` points wide with its lower left corner at `x`, `y`."""
    outline, width = _icon(name)
    pen.outline(outline, x, y, size / width)


@cache
def _icon(name: str) -> tuple[Outline, float]:
    """Return the outline of an icon with its lower left corner in the origin, and its width."""
    root = ET.fromstring(resource("icons", f"{name}.svg").read_text(encoding="utf-8"))  # noqa: S314 - a bundled file
    left, top, width, height = map(float, root.attrib["viewBox"].split())
    outline = []
    for path in root.iter("{http://www.w3.org/2000/svg}path"):
        for step, points in _steps(path.attrib["d"]):
            upright = tuple(number for x, y in points for number in (x - left, top + height - y))
            outline.append((step, upright))
    return outline, width


def _steps(data: str) -> Iterator[tuple[str, tuple[Point, ...]]]:
    """Yield the steps of a path in absolute coordinates."""
    here = start = handle = (0.0, 0.0)
    for letter, operands in _COMMAND.findall(data):
        command = letter.upper()
        if command == "Z":
            here = handle = start
            yield "close", ()
            continue
        numbers = [float(number) for number in _NUMBER.findall(operands)]
        count = _OPERANDS[command]
        for first in range(0, len(numbers), count):
            origin = here if letter.islower() else (0.0, 0.0)
            points = _points(command, numbers[first : first + count], origin, here)
            if command in "ST":
                mirrored = (2 * here[0] - handle[0], 2 * here[1] - handle[1])
                points = (mirrored, *points)
            handle = points[-2] if command in "CSQT" else points[-1]
            if command == "M" and first == 0:
                start = points[-1]
                yield "move", points
            elif command in "MLHV":
                yield "line", points
            else:
                yield "curve", points if command in "CS" else _cubic(here, points[0], points[1])
            here = points[-1]


def _points(command: str, numbers: list[float], origin: Point, here: Point) -> tuple[Point, ...]:
    if command == "H":
        return ((origin[0] + numbers[0], here[1]),)
    if command == "V":
        return ((here[0], origin[1] + numbers[0]),)
    return tuple((origin[0] + x, origin[1] + y) for x, y in zip(numbers[::2], numbers[1::2], strict=True))


def _cubic(start: Point, handle: Point, end: Point) -> tuple[Point, ...]:
    """Return the handles and the end of the cubic curve that is the same as a quadratic one."""
    towards = [tuple(p + 2 / 3 * (h - p) for p, h in zip(point, handle, strict=True)) for point in (start, end)]
    return (towards[0][0], towards[0][1]), (towards[1][0], towards[1][1]), end
