"""A draft cannot be kept: that is told, and what was typed stays where it can be reached, kept and saved."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.wings.case_wing import CASE
from tests.ui.screens.at_the_keyboard import press, texts_shown
from tests.ui.screens.saving.bench import READY_CASE, SIGNED_CASE, Bench
from tests.ui.screens.saving.forms import FORMS
from tests.ui.screens.saving.troubles import full_disk, gone_store

ALT = Qt.KeyboardModifier.AltModifier


def _open_master_data(bench: Bench, number: str) -> Callable[[], None]:
    opened = bench.office.cases.open(number, bench.desk.today())
    return lambda: bench.desk.case_wing.form.open(opened)


PAGES: dict[str, Callable[[Bench, str], Callable[[], None]]] = {
    "new arrival": lambda bench, _number: bench.desk.arrival_wing.new_arrival,
    "master data": _open_master_data,
    "plan": lambda bench, number: lambda: bench.desk.plan_wing.write(number, 1),
    "follow-up": lambda bench, number: lambda: bench.desk.follow_up_wing.open(number),
}
"""How each form that has a page is opened for a case."""


def test_a_second_after_the_last_key_it_is_told_that_the_draft_is_not_kept_and_later_that_it_is(
    bench: Bench, qtbot: QtBot
) -> None:
    form = FORMS["follow-up"]
    form.open(bench)
    with full_disk(bench):
        form.type(bench)
        typed = bench.fields()

        qtbot.waitUntil(lambda: "disken er fuld" in bench.message(), timeout=3_000)
        assert bench.fields() == typed
        assert "Kladden er ikke gemt" in bench.claims()

    bench.desk.drafts.keep_all()
    assert "Kladde gemt kl." in bench.claims()
    assert bench.message() == ""
    assert len(bench.office.drafts.mine()) == 1


@pytest.mark.parametrize("number", [SIGNED_CASE, READY_CASE])
@pytest.mark.parametrize("form", PAGES)
def test_whatever_is_opened_next_what_could_not_be_kept_comes_first(bench: Bench, form: str, number: str) -> None:
    case = FORMS[form]
    open_next = PAGES[form](bench, number)
    case.open(bench)
    case.type(bench)
    typed, page = bench.fields(), bench.desk.page_key
    with full_disk(bench):
        bench.desk.go_to("cases")
        told = bench.message()

        open_next()

        assert bench.desk.page_key == page
        assert bench.fields() == typed
        assert "disken er fuld" in told
        assert "disken er fuld" in bench.message()

    case.save(bench)
    assert case.stored(bench) == case.expected


def test_leaving_a_page_says_that_its_draft_is_not_kept(bench: Bench) -> None:
    form = FORMS["follow-up"]
    form.open(bench)
    form.type(bench)
    with gone_store(bench):
        press(Qt.Key.Key_Left, ALT)

        assert bench.desk.page_key == CASE
        assert "Filen med sagerne er væk" in texts_shown(bench.desk._notices)


def test_the_foot_of_the_window_no_longer_says_that_all_is_saved_once_somebody_types(bench: Bench) -> None:
    form = FORMS["plan"]
    form.open(bench)
    before = bench.claims()

    form.type(bench)

    assert "Alt er gemt" in before
    assert "Alt er gemt" not in bench.claims()
