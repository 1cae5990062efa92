"""Acts whose power is cut: `python -m … FOLDER ACT SETTINGS STATES` records one and tries what can be left of it.

SETTINGS is "own" for those of the program, or a control: "off" and "wal" for a store written as it must not be.
"""
# ruff: noqa: S311 - chance that can be repeated, not secrets

import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final

from desktop_app.storage import engine
from desktop_app.storage.presence import mark_path
from tests.command_line import CHECKOUT, surroundings
from tests.faults.acts import ACTS, STORE, Act, Bench, Lost
from tests.faults.cut_disk import Call, CutDisk, read_log
from tests.faults.faulty_disk import Fault, FaultyDisk, over_it
from tests.faults.forks import fork
from tests.faults.stopped_acts import DONE, perform, warm_up

CONTROLS: Final[dict[str, dict[str, tuple[str, object]]]] = {
    "own": {},
    "off": {"synchronous": ("OFF", 0)},
    "wal": {"journal_mode": ("WAL", "wal"), "synchronous": ("NORMAL", 1)},
}
LOG_DESCRIPTOR: Final = 300


@dataclass
class Cuts:
    """What came of the cuts of one act: `lost` counts acknowledged work, `broken` what did not open or was half."""

    calls: int = 0
    states: int = 0
    lost: int = 0
    broken: int = 0
    problems: list[str] = field(default_factory=list)


def cut_act(library: Path, folder: Path, act: str, settings: str, states: int) -> Cuts:
    """Cut the power under an act in a process of its own, until there were so many different states."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.power_cuts", str(folder), act, settings, str(states)],
        cwd=CHECKOUT,
        env=surroundings(over_it(library)),
        stdout=subprocess.PIPE,
        check=True,
    )
    return Cuts(**json.loads(done.stdout))


def recorded(disk: FaultyDisk, act: Act, folder: Path, log: Path, settings: str) -> list[Call]:
    """Do an act in a child and return all it did to its folder, and where it acknowledged what."""
    child = fork()
    if child == 0:
        _choose(settings)
        os.dup2(os.open(log, os.O_WRONLY | os.O_CREAT, 0o600), LOG_DESCRIPTOR)
        disk.record(LOG_DESCRIPTOR)
        disk.arm(folder, Fault.FAIL, 0)
        perform(act, Bench(folder), disk, disk.say)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    if status:
        raise RuntimeError(f"{act.name} could not be recorded")
    return read_log(log)


def _choose(settings: str) -> None:
    """Write stores as the settings say from now on."""
    changed = CONTROLS[settings]
    engine._SETTINGS = tuple(  # type: ignore[misc]
        (name, *changed.get(name, (value, expected))) for name, value, expected in engine._SETTINGS
    )


def _prepare(act: Act, prepared: Path, trial: Path, settings: str) -> None:
    prepared.mkdir(mode=0o700)
    if settings == "own":
        act.prepare(prepared)
        warm_up(act, prepared, trial)
    elif (child := fork()) == 0:  # this process goes on opening stores as they should be
        _choose(settings)
        act.prepare(prepared)
        mark_path(prepared / STORE).unlink()  # with a log beside the store it would not fit what lies there closed
        os._exit(0)
    else:
        os.waitpid(child, 0)


def run_cuts(disk: FaultyDisk, act: Act, root: Path, settings: str, states: int) -> Cuts:
    """Cut the power between any two calls, as often as there are states asked for, and open what each leaves."""
    prepared, folder, trial = root / "prepared", root / "recorded", root / "trial"
    _prepare(act, prepared, trial, settings)
    calls = recorded(disk, act, _copied(prepared, folder), root / "log", settings)
    found, chance, seen = Cuts(calls=len(calls)), random.Random(f"{act.name} {settings}"), set[bytes]()
    rounds = 0
    while found.states < states and rounds < states:
        rounds += 1
        cut, acknowledged = CutDisk(_copied(prepared, folder)), 0
        per_call = max(1, (states - found.states) // max(1, len(calls)))
        for call in calls:
            if call.what == "A":
                acknowledged += call.path == DONE
            cut.take(call)
            for state in cut.states(chance, per_call):
                _try_state(act, trial, state, acknowledged, seen, found)
                if found.states >= states:
                    return found
    return found


def _copied(prepared: Path, folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(prepared, folder)
    return folder


def _try_state(
    act: Act, trial: Path, state: dict[str, bytes], acknowledged: int, seen: set[bytes], found: Cuts
) -> None:
    """Open what was left, unless the same was left before when as much had been acknowledged."""
    hashed = hashlib.sha256(str(acknowledged).encode())
    for name, content in sorted(state.items()):
        hashed.update(f"{name} {len(content)} ".encode())
        hashed.update(content)
    if hashed.digest() in seen:
        return
    seen.add(hashed.digest())
    found.states += 1
    shutil.rmtree(trial, ignore_errors=True)
    for name, content in state.items():
        path = trial / name
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.write_bytes(content)
    try:
        done = act.done(trial)
    except Exception as error:  # noqa: BLE001 - whatever keeps the next one out is the finding
        found.lost += isinstance(error, Lost)
        found.broken += not isinstance(error, Lost)
        found.problems.append(f"{act.name}: {type(error).__name__} {error}")
        return
    if done < acknowledged:
        found.lost += 1
        found.problems.append(f"{act.name}: {acknowledged} acknowledged, {done} there")


def main() -> None:
    """Run what the command line asks for."""
    folder, name, settings, states = sys.argv[1:]
    [act] = [act for act in ACTS if act.name == name]
    cuts = run_cuts(FaultyDisk(), act, Path(folder), settings, int(states))
    cuts.problems = cuts.problems[:20]
    sys.stdout.write(json.dumps(asdict(cuts), ensure_ascii=False))


if __name__ == "__main__":
    main()
