"""A window over a day's work, looked at from outside after each part of the day: its process and every file it has."""

import json
import subprocess
import sys
from collections.abc import Collection
from dataclasses import dataclass, field
from pathlib import Path

from desktop_app.composition import Office
from tests.command_line import cut_off
from tests.end_to_end import window_day
from tests.end_to_end.canaries import PASSWORD, canary_case, with_canaries
from tests.end_to_end.own_machine import Machine
from tests.end_to_end.secrets_in_files import found_in
from tests.sample import AS_OF
from tests.storage.builders import a_new_store

NETWORK_LIBRARY = "Qt6Network"
_INTERNET = ("tcp", "tcp6", "udp", "udp6", "raw", "raw6")


@dataclass
class Watched:
    """What was seen of a window: where it got to, and what in its files, titles, arguments and process was found."""

    parts: list[str] = field(default_factory=list)
    found: set[tuple[str, str]] = field(default_factory=set)
    titles: set[str] = field(default_factory=set)
    arguments: set[str] = field(default_factory=set)
    libraries: set[str] = field(default_factory=set)
    sockets: set[str] = field(default_factory=set)
    clipboard: dict[str, str] = field(default_factory=dict)
    said: str = ""
    code: int = -1


def watch_a_day(machine: Machine, secrets: Collection[str], *how: str) -> Watched:
    """Let somebody work in the window over a store with canaries, and look whenever it says where it is."""
    store = machine.home / "EnPlan" / "enplan.store"
    store.parent.mkdir(mode=0o700)
    with Office(a_new_store(store, password=PASSWORD).store) as office:
        office.import_content(with_canaries() | {"cases": [canary_case()]}, AS_OF)
    window_day.paper_in(machine.asked_for).parent.mkdir()
    said, watched = machine.root / "said", Watched()
    with (
        said.open("wb") as errors,
        subprocess.Popen(
            [*cut_off(), sys.executable, "-m", window_day.__name__, store, machine.asked_for, *how],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            cwd=machine.home,
            env=machine.surroundings() | {"QT_QPA_PLATFORM": "offscreen"},
            text=True,
        ) as window,
    ):
        assert window.stdin
        assert window.stdout
        try:
            for line in window.stdout:
                _look(watched, json.loads(line), window.pid)
                for folder in (machine.home, machine.temporary):
                    watched.found |= found_in(folder, secrets)
                window.stdin.write("\n")
                window.stdin.flush()
            watched.code = window.wait()
        finally:
            window.kill()
    watched.said = said.read_text(encoding="utf-8")
    return watched


def _look(watched: Watched, told: dict[str, object], pid: int) -> None:
    part, process = str(told["part"]), Path("/proc") / str(pid)
    watched.parts.append(part)
    watched.titles |= set(told["titles"])  # type: ignore[call-overload]
    watched.clipboard[part] = str(told["clipboard"])
    for task in (process, *(process / "task").iterdir()):
        watched.arguments |= {(task / name).read_text(errors="replace") for name in ("cmdline", "comm")}
    maps = (process / "maps").read_text(encoding="utf-8").splitlines()
    watched.libraries |= {Path(line.split(maxsplit=5)[5]).name for line in maps if "/" in line}
    watched.sockets |= _internet_sockets(process)


def _internet_sockets(process: Path) -> set[str]:
    """Return the sockets a process holds that are not of this machine alone, by kind."""
    held = {str(link.readlink()) for link in (process / "fd").iterdir()}
    found = set[str]()
    for kind in _INTERNET:
        table = process / "net" / kind
        rows = table.read_text(encoding="ascii").splitlines()[1:] if table.exists() else []
        found |= {kind for row in rows if f"socket:[{row.split()[9]}]" in held}
    return found
