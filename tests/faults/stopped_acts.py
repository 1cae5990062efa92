"""Acts that are stopped or fail at one call to the disk after the other: `python -m … FOLDER ACT KIND MOST`.

The process is started over the faulty disk, imports everything once, and forks a child for each trial. It prints what
came of it as JSON. KIND is "kill", "fail", or "mutant": killed while it acknowledges before it commits.
"""

import errno
import gc
import itertools
import json
import os
import shutil
import subprocess
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Final, NamedTuple

from desktop_app.application.errors import ApplicationError
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import DANISH, set_language
from tests.command_line import CHECKOUT, surroundings
from tests.faults.acts import ACTS, Act, Bench
from tests.faults.faulty_disk import Fault, FaultyDisk, over_it
from tests.faults.forks import fork

DONE, FAILED, WRONG = "done", "failed: ", "wrong: "
ERRORS: Final = (errno.ENOSPC, errno.EIO)


class Trial(NamedTuple):
    """Which call goes wrong, and how."""

    fault: Fault
    at: int
    error: int = 0


@dataclass
class Report:
    """What came of the trials of one act: where the problems are none, all went as it must."""

    calls: int = 0
    trials: int = 0
    acknowledged: int = 0
    problems: list[str] = field(default_factory=list)
    sentences: list[str] = field(default_factory=list)


def run_act(library: Path, folder: Path, act: str, kind: str, most: int) -> Report:
    """Run the trials of an act in a process of their own."""
    done = subprocess.run(
        [sys.executable, "-m", "tests.faults.stopped_acts", str(folder), act, kind, str(most)],
        cwd=CHECKOUT,
        env=surroundings(over_it(library)),
        stdout=subprocess.PIPE,
        check=True,
    )
    return Report(**json.loads(done.stdout))


def perform(act: Act, bench: Bench, disk: FaultyDisk, say: Callable[[str], None], *, is_early: bool = False) -> None:
    """Do an act step by step and acknowledge each; what fails says why, and is done again on a disk that is well."""
    if act.is_open_before:
        _until_done(lambda: bench.office, disk, say)
    for step in act.steps:
        if is_early:
            say(DONE)
        _until_done(lambda: step(bench), disk, say)  # noqa: B023 - called at once
        if not is_early:
            say(DONE)
    bench.close()


class Saying:
    """What the child says, on a pipe or in the log of the disk."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor

    def __call__(self, line: str) -> None:
        os.write(self._descriptor, f"{line}\n".encode())


def _until_done(act: Callable[[], object], disk: FaultyDisk, say: Callable[[str], None]) -> None:
    try:
        act()
    except ApplicationError as error:
        say(FAILED + error_text(error))
        disk.heal()
        act()


def _try(disk: FaultyDisk, act: Act, folder: Path, trial: Trial, *, is_early: bool = False) -> tuple[list[str], int]:
    """Return what a child said that did the act, and how it ended."""
    reading, writing = os.pipe()
    child = fork()
    if child == 0:
        os.close(reading)
        say, code = Saying(writing), 0
        try:
            disk.arm(folder, trial.fault, trial.at, trial.error)
            perform(act, Bench(folder), disk, say, is_early=is_early)
            say(f"calls {disk.calls} {json.dumps(disk.writes)}")
        except BaseException:  # noqa: BLE001 - it is told
            say(WRONG + traceback.format_exc().replace("\n", " | "))
            code = 1
        os._exit(code)
    os.close(writing)
    with os.fdopen(reading) as pipe:
        said = pipe.read().splitlines()
    _, status = os.waitpid(child, 0)
    return said, status


def warm_up(act: Act, prepared: Path, folder: Path) -> None:
    """Do an act once in this process, so that no child has to read, compile and cache what all of them need."""
    shutil.copytree(prepared, folder)
    bench = Bench(folder)
    for step in act.steps:
        step(bench)
    bench.close()
    act.done(folder)
    shutil.rmtree(folder)
    gc.freeze()


def _count(disk: FaultyDisk, act: Act, prepared: Path, folder: Path, fault: Fault) -> tuple[int, list[int]]:
    """Return how many calls an act makes that is left in peace, and which of them write."""
    shutil.copytree(prepared, folder)
    said, _ = _try(disk, act, folder, Trial(fault, 0))
    shutil.rmtree(folder)
    _, calls, writes = said[-1].split(" ", 2)
    return int(calls), json.loads(writes)


def _spread(trials: Sequence[Trial], most: int) -> Iterable[Trial]:
    """Return so many of the trials, evenly spread; 0 stands for all."""
    if not most or most >= len(trials):
        return trials
    return [trials[place * len(trials) // most] for place in range(most)]


def _judge(act: Act, folder: Path, trial: Trial, said: list[str], status: int) -> list[str]:
    acknowledged = said.count(DONE)
    problems = [line for line in said if line.startswith(WRONG)]
    try:
        done = act.done(folder)
    except Exception as error:  # noqa: BLE001 - whatever keeps the next one out is the finding
        return [*problems, f"{act.name} {trial}: {type(error).__name__} {error}"]
    if done < acknowledged:
        problems.append(f"{act.name} {trial}: {acknowledged} acknowledged, {done} there")
    is_killed = trial.fault in (Fault.KILL, Fault.TEAR)
    if not is_killed and (status or done != len(act.steps)):
        problems.append(f"{act.name} {trial}: {done} done after it was well again, ended {status}")
    return problems


def run_trials(disk: FaultyDisk, act: Act, root: Path, kind: str, most: int) -> Report:
    """Try an act on a copy of its folder, once for each trial, and judge what was left."""
    set_language(DANISH)
    prepared, folder = root / "prepared", root / "trial"
    prepared.mkdir(mode=0o700)
    act.prepare(prepared)
    warm_up(act, prepared, folder)
    is_killed = kind != "fail"
    calls, writes = _count(disk, act, prepared, folder, Fault.KILL if is_killed else Fault.FAIL)
    if is_killed:
        trials = [Trial(Fault.KILL, at) for at in range(1, calls + 1)] + [Trial(Fault.TEAR, at) for at in writes]
        trials.sort(key=lambda trial: (trial.at, trial.fault))
    else:
        trials = [
            Trial(fault, at, error)
            for at, (fault, error) in itertools.product(
                range(1, calls + 1), itertools.product((Fault.FAIL, Fault.FAIL_ON), ERRORS)
            )
        ]
    report = Report(calls=calls)
    sentences = set[str]()
    for trial in _spread(trials, most):
        shutil.copytree(prepared, folder)
        said, status = _try(disk, act, folder, trial, is_early=kind == "mutant")
        report.trials += 1
        report.acknowledged += said.count(DONE)
        report.problems += _judge(act, folder, trial, said, status)
        sentences |= {line.removeprefix(FAILED) for line in said if line.startswith(FAILED)}
        shutil.rmtree(folder)
    report.sentences = sorted(sentence.replace(str(folder), "…") for sentence in sentences)
    return report


def main() -> None:
    """Run what the command line asks for."""
    folder, name, kind, most = sys.argv[1:]
    [act] = [act for act in ACTS if act.name == name]
    report = run_trials(FaultyDisk(), act, Path(folder), kind, int(most))
    sys.stdout.write(json.dumps(asdict(report), ensure_ascii=False))


if __name__ == "__main__":
    main()
