"""The disk that fails when told (`faulty_disk.c`), as Python has it in hand in a process that was started over it."""

import ctypes
import os
import shutil
import subprocess
from collections.abc import Mapping
from enum import IntEnum
from pathlib import Path

SOURCE = Path(__file__).with_name("faulty_disk.c")
_LOADED = "LD_PRELOAD"


class Fault(IntEnum):
    """What happens at the call that is armed: as in `faulty_disk.c`."""

    KILL = 2
    TEAR = 3
    FAIL = 4
    FAIL_ON = 5


def compiler() -> str | None:
    """Return the C compiler of this machine, None where there is none."""
    return shutil.which("gcc") or shutil.which("cc")


def compiled(folder: Path) -> Path:
    """Return the library, made from its source."""
    library, found = folder / "faulty_disk.so", compiler()
    if found is None:
        raise FileNotFoundError("gcc")
    command = [found, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", str(library), str(SOURCE), "-ldl"]
    subprocess.run(command, check=True)
    return library


def over_it(library: Path) -> Mapping[str, str]:
    """Return what the environment of a process must hold for it to be started over the disk."""
    return {_LOADED: str(library)}


class FaultyDisk:
    """The disk under this process. Nothing happens on it until it is armed; a child that is forked inherits it."""

    def __init__(self) -> None:
        self._library = ctypes.CDLL(os.environ[_LOADED])
        self._library.faulty_disk_count.restype = ctypes.c_long
        self._library.faulty_disk_is_write.argtypes = [ctypes.c_long]
        self._library.faulty_disk_arm.argtypes = [ctypes.c_char_p, ctypes.c_int, ctypes.c_long, ctypes.c_int]

    def arm(self, folder: Path, fault: Fault, at: int, error: int = 0) -> None:
        """Let the call of this number go wrong, counted from 1 over what is done under the folder; at 0 none does."""
        self._library.faulty_disk_arm(os.fsencode(folder), int(fault), at, error)

    def heal(self) -> None:
        """Let nothing go wrong any more."""
        self._library.faulty_disk_heal()

    @property
    def calls(self) -> int:
        """How many calls were counted since it was armed."""
        return int(self._library.faulty_disk_count())

    @property
    def writes(self) -> list[int]:
        """Which of them wrote bytes, and can be torn."""
        return [at for at in range(1, self.calls + 1) if self._library.faulty_disk_is_write(at)]

    def record(self, descriptor: int) -> None:
        """Write down from now on everything that changes the folder (`power_cuts.read_log`)."""
        self._library.faulty_disk_record(descriptor)

    def say(self, word: str) -> None:
        """Put a word between what is written down."""
        self._library.faulty_disk_say(word.encode())
