"""Reads a JSON file nobody has reason to trust: bounded in size and depth, no key twice, no number that is none."""

import json
import math
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from desktop_app.application.errors import ImportProblem, ImportRefused

# Read at once, the worst file of this size takes less than 300 MB of memory. A case takes two to four kilobytes and a
# hundred values, so some six thousand cases fit.
LARGEST_FILE = 20 * 1024 * 1024
MOST_VALUES = 800_000
MOST_KEYS = 1000
DEEPEST = 32
SPREADSHEET_STARTS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
CHARACTERS_SHOWN = 40


class NoNumber(NamedTuple):
    """Stands where a file says NaN or Infinity; no schema takes it."""

    text: str


class TwiceKeyed(dict[str, Any]):
    """An object in which a key stood twice."""

    key: str = ""


def read_json(path: Path) -> Any:  # noqa: ANN401 - a schema says what it is
    """Return the content of a JSON file.

    `NoNumber` and `TwiceKeyed` stand where the file is wrong, so that whoever knows its structure can say where.

    Raises:
        ImportRefused: the file cannot be read, holds too much, is too deep, no text or no JSON.
    """
    return parse_json(_read(path))


def parse_json(content: bytes) -> Any:  # noqa: ANN401 - as above
    """Return the content of a JSON file that was read, as `read_json` does.

    Raises:
        ImportRefused: it holds too much, is too deep, no text or no JSON.
    """
    if sum(content.count(mark) for mark in (b",", b"[", b"{")) > MOST_VALUES:
        raise ImportRefused(ImportProblem.TOO_MANY_VALUES)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ImportRefused(ImportProblem.NOT_TEXT) from error
    del content
    try:
        value = json.loads(
            text, object_pairs_hook=_object, parse_constant=NoNumber, parse_float=_number, parse_int=_whole
        )
    except RecursionError as error:
        raise ImportRefused(ImportProblem.TOO_DEEP) from error
    except json.JSONDecodeError as error:
        raise ImportRefused(ImportProblem.NOT_JSON, detail=f"{error.lineno}:{error.colno}") from error
    if _is_deeper(value, DEEPEST):
        raise ImportRefused(ImportProblem.TOO_DEEP)
    return value


def _read(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise ImportRefused(ImportProblem.UNREADABLE, detail=error.strerror or "") from error
    if not content.strip():
        raise ImportRefused(ImportProblem.EMPTY)
    if content.startswith(SPREADSHEET_STARTS):
        raise ImportRefused(ImportProblem.SPREADSHEET)
    if content.startswith(b"\0"):
        raise ImportRefused(ImportProblem.NOT_TEXT)
    if len(content) > LARGEST_FILE:
        raise ImportRefused(ImportProblem.TOO_LARGE, detail=str(LARGEST_FILE // (1024 * 1024)))
    return content


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    if len(pairs) > MOST_KEYS:
        raise ImportRefused(ImportProblem.TOO_MANY_VALUES)
    values = dict(pairs)
    if len(values) == len(pairs):
        return values
    twice = TwiceKeyed(values)
    twice.key = Counter(key for key, _ in pairs).most_common(1)[0][0]
    return twice


def _number(text: str) -> float | NoNumber:
    value = float(text)
    return value if math.isfinite(value) else NoNumber(text)


def _whole(text: str) -> int | NoNumber:
    # Python refuses to convert thousands of digits; no number in a case file has more than a few.
    return int(text) if len(text) <= CHARACTERS_SHOWN else NoNumber(text[:CHARACTERS_SHOWN])


def _is_deeper(value: object, levels: int) -> bool:
    if not isinstance(value, dict | list):
        return False
    inner = value.values() if isinstance(value, dict) else value
    return levels == 0 or any(_is_deeper(item, levels - 1) for item in inner)


def texts_of(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Yield every text in a document with its path, keys of objects included."""
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield path, key
            yield from texts_of(item, (*path, key))
    elif isinstance(value, list):
        for number, item in enumerate(value):
            yield from texts_of(item, (*path, number))
