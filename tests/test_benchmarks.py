"""The measures against the budgets can be taken; what they come to is for who takes them to judge."""

import subprocess
import sys
from pathlib import Path

import pytest

from benchmarks.timing import Budget, Measured
from tests.command_line import CHECKOUT

MEASURES = [
    "start to password field",
    "unlock to worklist",
    "due dates and statuses of all duties",
    "facts of 20 cases",
    "open a case",
    "statements to open a case",
    "log that a case was opened",
    "history of a case",
    "save a follow-up",
    "plan PDF",
    "1 plans into a folder",
    "worklist computed after a save",
    "worklist shown again after a save",
    "key press to cases found",
    "key press to painted list, median",
    "key press to painted list, 95 %",
    "window blocked by saving, on a case",
    "window blocked by saving, from the list of follow-ups",
    "window blocked by printing 1 plans",
]
OF_LINUX = ["memory, window over 20 cases", "memory added by opening", "memory added by printing"]


def test_every_measure_is_taken_over_a_small_store(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "benchmarks", "20", "--most-runs", "1", "--kept", str(tmp_path)]

    taken = subprocess.run(command, cwd=CHECKOUT, check=True, stdout=subprocess.PIPE, text=True).stdout

    expected = MEASURES + (OF_LINUX if sys.platform == "linux" else [])
    assert [name for name in expected if f"\n{name}" not in taken] == []
    assert [path.name for path in tmp_path.iterdir() if not path.name.endswith("-20")] == []


@pytest.mark.parametrize(
    ("budget", "verdict"),
    [
        (Budget(), ""),
        (Budget(ratio=2), "kept"),
        (Budget(ratio=1.5), "MISSED"),
        (Budget(value=50), "kept"),
        (Budget(value=39), "MISSED"),
        (Budget(ratio=2, value=39), "MISSED"),
        (Budget(ratio=1.5, value=50), "MISSED"),
    ],
)
def test_a_line_says_whether_the_budget_is_kept(budget: Budget, verdict: str) -> None:
    measured = Measured(name="save", value=40, reference="commit", reference_value=20, ratio=2, budget=budget)

    assert measured.is_missed is (verdict == "MISSED")
    assert [word for word in ("kept", "MISSED") if word in measured.line()] == ([verdict] if verdict else [])


def test_a_budget_in_its_own_unit_needs_no_reference() -> None:
    assert Measured(name="memory", value=6, unit="%", budget=Budget(ratio=2, value=5)).is_missed
    assert not Measured(name="memory", value=5, unit="%", budget=Budget(ratio=2, value=5)).is_missed
