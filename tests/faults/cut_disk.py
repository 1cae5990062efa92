"""What a disk can hold after the power was cut: made from a log of everything that was done to a folder.

What was not flushed may be there, be missing, be there in part by sectors of 512 bytes, or be there though what was
written before it is not. Names (made, changed, taken away) come in the order they were given, as file systems with a
journal keep them, but as late as the folder is flushed.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512


class Call(NamedTuple):
    """One line of the log: W write, T cut to a length, S flush, C make, R rename, U take away, A a word said."""

    what: str
    path: str
    other: str
    place: int
    content: bytes


def read_log(log: Path) -> list[Call]:
    """Return what the faulty disk wrote down."""
    content, at, calls = log.read_bytes(), 0, list[Call]()
    while at < len(content):
        end = content.index(b"\n", at)
        what, path, other, place, length = content[at:end].decode().split("\t")
        at = end + 1
        size = int(length)
        calls.append(Call(what, path, other, int(place), content[at : at + size]))
        at += size
    return calls


@dataclass
class _File:
    """What the disk surely holds of a file, and what was done to it since it was flushed."""

    flushed: bytearray = field(default_factory=bytearray)
    pending: list[Call] = field(default_factory=list)


class CutDisk:
    """A folder as the log leaves it, call after call; `states` draws what a cut at this moment can leave."""

    def __init__(self, folder: Path) -> None:
        self._root = str(folder)
        self._now: dict[str, _File] = {
            str(path): _File(bytearray(path.read_bytes())) for path in folder.rglob("*") if path.is_file()
        }
        self._flushed = dict(self._now)
        self._pending: dict[str, list[tuple[Call, _File | None]]] = {}

    def take(self, call: Call) -> None:
        """Let one more call have been made."""
        match call.what:
            case "W" | "T":
                self._now[call.path].pending.append(call)
            case "S" if call.path in self._now:
                file = self._now[call.path]
                for pending in file.pending:
                    _apply(file.flushed, pending)
                file.pending.clear()
            case "S":
                for name, file_then in self._pending.pop(call.path, []):
                    _give_name(self._flushed, name, file_then)
            case "C" | "R" | "U":
                file_now = _File() if call.what == "C" else self._now.get(call.path)
                _give_name(self._now, call, file_now)
                self._pending.setdefault(str(Path(call.path).parent), []).append((call, file_now))

    def states(self, chance: random.Random, most: int) -> Iterator[dict[str, bytes]]:
        """Yield what may be there, file by file, named from the folder."""
        for _ in range(most):
            names = dict(self._flushed)
            for pending in self._pending.values():
                for call, file in pending[: chance.randint(0, len(pending))]:
                    _give_name(names, call, file)
            loses_much = chance.random() < 0.3
            yield {
                path.removeprefix(self._root).lstrip("/"): _left_of(file, chance, loses_much=loses_much)
                for path, file in names.items()
            }


def _give_name(names: dict[str, _File], call: Call, file: _File | None) -> None:
    if call.what in "RU":
        names.pop(call.path, None)
    if call.what in "CR" and file is not None:
        names[call.other or call.path] = file


def _left_of(file: _File, chance: random.Random, *, loses_much: bool) -> bytes:
    content = bytearray(file.flushed)
    for call in file.pending:
        fate = chance.random()
        if loses_much and fate < 0.5:
            continue
        if fate > 0.7 and call.what == "W":
            for start in range(0, len(call.content), SECTOR):
                if chance.random() < 0.5:
                    part = call.content[start : start + SECTOR]
                    _apply(content, Call("W", "", "", call.place + start, part))
        else:
            _apply(content, call)
    return bytes(content)


def _apply(content: bytearray, call: Call) -> None:
    """Write or cut; a hole is filled with zeros."""
    end = call.place + len(call.content)
    content.extend(bytes(max(0, end - len(content))))
    if call.what == "T":
        del content[end:]
    else:
        content[call.place : end] = call.content
