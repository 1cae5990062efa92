"""Saving a follow-up, against a plain commit with the same care; and how long the window answers nobody meanwhile."""

import sqlite3
import statistics
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from datetime import timedelta
from itertools import cycle
from pathlib import Path

from PySide6.QtCore import Qt

from benchmarks.made_up_team import AS_OF
from benchmarks.the_window import post_key, settle
from benchmarks.timing import Budget, Measured, compare
from desktop_app.composition import Office
from desktop_app.domain.follow_up import FollowUp, FollowUpForm, Topic
from desktop_app.presenters.follow_up_form import WITHOUT, YES, TypedFollowUp
from desktop_app.translation import short_date
from desktop_app.ui.case_view import FOLLOW_UPS as FOLLOW_UPS_TAB
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import FOLLOW_UPS

_NOTE = "Har mødt stabilt på sprogcentret og vil gerne i praktik i et køkken. " * 8
_AGREED = "Mette ringer til praktikstedet inden fredag."
_DRAFT_KEPT_MS, _SAVED_MS = 1_200, 400


def measure_saving(office: Office, numbers: Sequence[str], folder: Path, *, runs: int) -> Iterator[Measured]:
    """Yield the time of saving one follow-up, on these cases in turn; a plain file is made in `folder` beside them."""
    cases = cycle([office.follow_ups.open_case(number, AS_OF).case for number in numbers])
    talk = FollowUp(
        id="",
        held_on=AS_OF,
        form=FollowUpForm.MEETING,
        participants="Borgeren",
        topics=tuple(Topic),
        note=_NOTE,
        agreed=_AGREED,
        repatriation_guided=True,
        next_on=AS_OF + timedelta(days=30),
    )
    with closing(_plain_file(folder / "plain.sqlite")) as plain:
        yield compare(
            "save a follow-up",
            lambda: office.follow_ups.log(next(cases), talk, AS_OF, None),
            "a row committed by plain sqlite3, same sync",
            lambda: _write_row(plain),
            runs=runs,
            budget=Budget(ratio=10),
        )


def measure_blocking(desk: Desk, numbers: Sequence[str]) -> Iterator[Measured]:
    """Yield the longest the window answered nobody while a follow-up was saved on each case, from two places."""

    def from_case(number: str) -> None:
        desk.open_case(number, FOLLOW_UPS_TAB)

    def from_list(_number: str) -> None:
        desk.go_to(FOLLOW_UPS)

    for name, go in (("on a case", from_case), ("from the list of follow-ups", from_list)):
        took = [_longest(desk, number, go) for number in numbers]
        yield Measured(
            name=f"window blocked by saving, {name}",
            value=max(took),
            budget=Budget(value=100),
            remark=f"the longest of {len(took)}; median {statistics.median(took):.0f} ms",
        )


def _longest(desk: Desk, number: str, go: Callable[[str], None]) -> float:
    """Write a follow-up, wait until its draft is kept, finish it, and return the longest the window was blocked."""
    wing = desk.follow_up_wing
    go(number)
    settle()
    wing.open(number)
    wing.page.show_typed(
        TypedFollowUp(
            held_on=short_date(AS_OF),
            interpreting=WITHOUT,
            participants="Borgeren",
            topics=tuple(Topic),
            note=_NOTE,
            agreed=_AGREED,
            repatriation=YES,
        )
    )
    wing.page.edited.emit()
    settle(_DRAFT_KEPT_MS)
    post_key(wing.page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    blocked = settle(_SAVED_MS)
    assert not wing.presenter.subject  # noqa: S101 - what was not saved took no time
    return blocked


def _plain_file(path: Path) -> sqlite3.Connection:
    """Make a file that is written to as a store is, and only that."""
    plain = sqlite3.connect(path, isolation_level=None)
    for setting in ("locking_mode=EXCLUSIVE", "journal_mode=DELETE", "synchronous=EXTRA"):
        plain.execute(f"PRAGMA {setting}").fetchall()
    plain.execute("CREATE TABLE plain (entry TEXT)")
    return plain


def _write_row(plain: sqlite3.Connection) -> None:
    plain.execute("BEGIN IMMEDIATE")
    plain.execute("INSERT INTO plain VALUES (?)", (_NOTE + _AGREED,))
    plain.execute("COMMIT")
