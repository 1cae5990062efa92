"""Killed or let down by the disk at any call, nothing that was acknowledged is lost and nothing is there by half.

A part of all calls, evenly spread, is tried here; `python -m benchmarks.faults` tries every one.
"""

import os
from pathlib import Path

import pytest

from tests.faults.acts import ACTS
from tests.faults.stopped_acts import run_act

TRIALS = int(os.environ.get("ENPLAN_FAULT_TRIALS", "26"))
"""How often each of the eight acts is killed, and how often its disk fails: at least 400 in all."""

ACT_NAMES = [act.name for act in ACTS]
CAUSES = ("disken er fuld", "Disken melder fejl", "er fuld. Frigør", "melder fejl. Tjek")
"""A part of every sentence somebody reads whose disk fails."""


@pytest.mark.parametrize("act", ACT_NAMES)
def test_killed_at_any_call_it_has_kept_what_it_acknowledged(act: str, faulty_disk: Path, tmp_path: Path) -> None:
    report = run_act(faulty_disk, tmp_path, act, "kill", TRIALS)

    assert report.problems == []
    assert report.trials >= min(TRIALS, report.calls)
    assert report.sentences == []


@pytest.mark.parametrize("act", ACT_NAMES)
def test_where_any_call_fails_it_says_why_and_can_be_done_again(act: str, faulty_disk: Path, tmp_path: Path) -> None:
    report = run_act(faulty_disk, tmp_path, act, "fail", TRIALS)

    assert report.problems == []
    assert report.trials >= min(TRIALS, report.calls)
    assert report.sentences
    assert [sentence for sentence in report.sentences if not any(cause in sentence for cause in CAUSES)] == []


def test_the_control_that_acknowledges_before_it_commits_is_found_out(faulty_disk: Path, tmp_path: Path) -> None:
    report = run_act(faulty_disk, tmp_path, "save", "mutant", TRIALS)

    lost = [problem for problem in report.problems if "acknowledged" in problem]
    assert len(lost) > TRIALS // 2
    assert lost == report.problems
