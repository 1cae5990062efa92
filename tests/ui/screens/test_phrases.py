"""Phrases in the real window, by keyboard: put in while one writes, kept from what one has written, looked after."""

import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.composition import DEMO_CODE, Office
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.phrase import Phrase, PhrasePlace
from desktop_app.domain.plan import GoalKind
from desktop_app.main import Door
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.presenters.quick_open_presenter import QuickRow
from desktop_app.storage.store import create_store
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.desk import Desk
from desktop_app.ui.main_window import MainWindow
from desktop_app.ui.phrase_dialog import PhraseDialog
from desktop_app.ui.phrase_fields import PhrasesLink
from desktop_app.ui.settings_page import PHRASES
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.theme import Theme
from desktop_app.ui.wings.plan_wing import PLAN
from tests.builders import a_case, a_citizen, a_draft
from tests.storage.builders import CHEAP
from tests.ui.screens.at_the_keyboard import (
    dialogs_open,
    focused,
    open_at_the_keyboard,
    open_dialog,
    press,
    replace_with,
    texts_shown,
    type_text,
)
from tests.ui.screens.conftest import PASSWORD, USER, DemoStore, today

CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NUMBER = "2026-019"
JOB = Phrase(
    id="", place=PhrasePlace.GOAL, kind=GoalKind.EMPLOYMENT, name="Job", text="Du er i ordinært job som … senest …"
)
NOTE = Phrase(id="", place=PhrasePlace.FOLLOW_UP, text="Kontrakten er gennemgået.\nIngen ændringer.")


@pytest.fixture(scope="session")
def demo_store(tmp_path_factory: pytest.TempPathFactory) -> DemoStore:
    """A store with one case, whose plan is a draft, and two phrases."""
    path = tmp_path_factory.mktemp("phrases") / "enplan.store"
    municipality = Municipality(id="municipality", code=DEMO_CODE, name="Nordsund Kommune")
    made = create_store(path, user=USER, initials="MJ", password=PASSWORD, municipality=municipality, cost=CHEAP)
    with Office(made.store) as office:
        with office.store.work() as unit:
            citizen = a_citizen(given_names="Farid", family_name="Rahimi")
            unit.cases.add(
                a_case(case_number=NUMBER, plans=(a_draft(),), takeover_on=date(2026, 11, 2), citizen=citizen)
            )
            unit.commit()
        office.phrases.keep((JOB, NOTE))
    return DemoStore(path, NUMBER, "Rahimi")


@pytest.fixture
def window(
    qtbot: QtBot,
    theme: Theme,  # noqa: ARG001 - theme is put back
    demo_store: DemoStore,
    tmp_path: Path,
) -> MainWindow:
    """The window over a copy of the store, the keyboard at it."""
    folder = shutil.copytree(demo_store.path.parent, tmp_path / "store")
    window = MainWindow(Door(folder / demo_store.path.name), today)
    open_at_the_keyboard(window, qtbot, width=1280)
    return window


@pytest.fixture
def plan(desk: Desk) -> Desk:
    """The desk with the plan open, the keyboard in its goal of work."""
    desk.plan_wing.write(NUMBER, 1)
    desk.plan_wing.page.go_to(FieldPlace(desk.plan_wing.presenter.session.form.goals[0].id, "text"))
    assert isinstance(focused(), TextArea)
    return desk


def kept(desk: Desk) -> Sequence[Phrase]:
    return desk.office.phrases.all()


def offered(desk: Desk) -> list[str]:
    rows = desk.phrase_wing.list._list._rows._rows
    return [row.title if isinstance(row, QuickRow) else f"-- {row}" for row in rows]


def goal(desk: Desk) -> str:
    return desk.plan_wing.presenter.session.form.goals[0].text


def come_back(desk: Desk) -> None:
    """Let the keyboard be at the window again, as where a window system closes a dialog."""
    desk.window().activateWindow()
    QApplication.processEvents()


def done(desk: Desk) -> str:
    bar = desk.shell.done_bar
    return "" if bar.isHidden() else bar._text.text()


# Putting in ----------------------------------------------------------------------------------------------------------


def test_a_phrase_goes_in_where_the_keyboard_is_and_what_is_to_be_filled_in_is_selected(plan: Desk) -> None:
    replace_with("I 2027:")

    press(Qt.Key.Key_F3)
    assert offered(plan) == [
        "-- Til dette felt",
        "Job",
        "-- Andre formuleringer",
        "Kontrakten er gennemgået. Ingen ændringer.",
        "-- Handlinger",
        "Gem teksten som formulering …",
        "Ret og fjern formuleringer",
    ]
    press(Qt.Key.Key_Return)

    assert goal(plan) == "I 2027: Du er i ordinært job som … senest …"
    type_text("tømrer")
    assert goal(plan) == "I 2027: Du er i ordinært job som tømrer senest …"


def test_what_is_put_in_is_one_step_to_take_back_and_what_was_typed_before_another(plan: Desk) -> None:
    replace_with("I 2027:")
    before = goal(plan)
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Return)
    type_text("tømrer")

    steps = list[str]()
    for _step in range(3):
        press(Qt.Key.Key_Z, CONTROL)
        steps.append(goal(plan))

    assert steps[:2] == ["I 2027: Du er i ordinært job som … senest …", before]


def test_the_field_grows_with_what_is_put_in_and_its_mark_is_nothing_to_keep(plan: Desk, qtbot: QtBot) -> None:
    field = focused()
    assert plan.page_key == PLAN
    assert isinstance(field, TextArea)
    replace_with("En")
    press(Qt.Key.Key_Return)
    type_text("To")
    press(Qt.Key.Key_Return)
    before = field.height()

    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: field.height() > before)
    assert field.textCursor().selectedText() == "…"
    press(Qt.Key.Key_F3, ALT)
    assert open_dialog(PhraseDialog)._text.text() == "En\nTo\nDu er i ordinært job som … senest …"


def test_esc_closes_the_list_with_the_keyboard_back_and_nothing_changed(plan: Desk) -> None:
    field, before = focused(), goal(plan)

    press(Qt.Key.Key_F3)
    assert focused() is not field
    type_text("job")
    press(Qt.Key.Key_Escape)

    assert plan.phrase_wing.list.isHidden()
    assert plan.page_key == PLAN
    assert (focused(), goal(plan)) == (field, before)


def test_the_list_is_narrowed_as_one_types_and_shows_the_whole_text_of_the_row_one_is_at(plan: Desk) -> None:
    press(Qt.Key.Key_F3)
    type_text("aendringer")

    assert offered(plan)[:2] == ["-- Andre formuleringer", "Kontrakten er gennemgået. Ingen ændringer."]
    assert plan.phrase_wing.list._whole.text() == NOTE.text
    type_text(" zebra")
    assert plan.phrase_wing.list._below.isHidden()
    assert "Ingen resultater for »aendringer zebra«" in texts_shown(plan.phrase_wing.list)


def test_a_field_of_one_line_takes_a_phrase_in_one_line_in_place_of_what_is_selected(plan: Desk) -> None:
    row = plan.plan_wing.presenter.session.form.activities[0].id
    plan.plan_wing.page.go_to(FieldPlace(row, "text"))
    press(Qt.Key.Key_A, CONTROL)

    press(Qt.Key.Key_F3)
    type_text("kontrakten")
    press(Qt.Key.Key_Return)

    assert plan.plan_wing.presenter.session.form.activities[0].text == "Kontrakten er gennemgået. Ingen ændringer."
    press(Qt.Key.Key_Z, CONTROL)
    assert plan.plan_wing.presenter.session.form.activities[0].text == "DU2"


def test_a_field_that_holds_a_name_or_a_day_offers_no_phrases(plan: Desk) -> None:
    row = plan.plan_wing.presenter.session.form.activities[0].id
    for place in (FieldPlace("", "department"), FieldPlace(row, "provider"), FieldPlace(row, "starts")):
        plan.plan_wing.page.go_to(place)
        press(Qt.Key.Key_F3)
        press(Qt.Key.Key_F3, ALT)

    assert plan.phrase_wing.list.isHidden()
    assert not dialogs_open(PhraseDialog)


def test_the_way_to_the_list_stands_over_the_field_one_is_in_and_the_pointer_opens_it(plan: Desk) -> None:
    field = focused()
    [way] = [link for link in plan.plan_wing.page.findChildren(PhrasesLink) if link.isVisible()]

    way.click()

    assert plan.phrase_wing.list.isVisible()
    press(Qt.Key.Key_Escape)
    assert focused() is field
    plan.plan_wing.page.go_to(FieldPlace("", "department"))
    assert way.isHidden()


def test_a_follow_up_is_offered_its_own_phrases_and_takes_them_back_in_one_step(desk: Desk) -> None:
    desk.follow_up_wing.open(NUMBER)
    desk.follow_up_wing.page._fields._note.setFocus()
    type_text("Tolk:")

    press(Qt.Key.Key_F3)
    assert offered(desk)[1] == "Kontrakten er gennemgået. Ingen ændringer."
    press(Qt.Key.Key_Return)

    assert desk.follow_up_wing.page.typed().note == "Tolk: Kontrakten er gennemgået.\nIngen ændringer."
    press(Qt.Key.Key_Z, CONTROL)
    assert desk.follow_up_wing.page.typed().note == "Tolk:"


# Keeping -------------------------------------------------------------------------------------------------------------


def test_what_is_selected_is_kept_as_a_phrase_for_the_place_it_was_written_at(plan: Desk) -> None:
    replace_with("Farid vil være tømrer i Nakskov")
    for _letter in range(len(" i Nakskov")):
        press(Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)

    press(Qt.Key.Key_F3, ALT)
    dialog = open_dialog(PhraseDialog)
    assert (dialog._text.text(), dialog._place.key(), dialog._kind.key()) == ("i Nakskov", "goal", "employment")
    press(Qt.Key.Key_Return, CONTROL)

    assert "i Nakskov" in [phrase.text for phrase in kept(plan)]
    assert done(plan) == "Formuleringen er gemt til hele teamet."
    plan.shell.done_bar.undo_wanted.emit()
    assert "i Nakskov" not in [phrase.text for phrase in kept(plan)]


def test_a_text_with_a_cpr_number_in_it_is_refused_at_the_field_and_stays(plan: Desk) -> None:
    replace_with("Født 010190-1234")
    press(Qt.Key.Key_F3)
    type_text("gem teksten")
    press(Qt.Key.Key_Return)

    dialog = open_dialog(PhraseDialog)
    press(Qt.Key.Key_Return, CONTROL)

    assert dialog.form.row("text").message.startswith("Det ligner et CPR-nummer.")
    assert dialog._text.text() == "Født 010190-1234"
    assert len(kept(plan)) == 2


def test_locking_meanwhile_keeps_what_was_typed_in_the_dialog(desk: Desk, window: MainWindow) -> None:
    desk.settings_wing.open(PHRASES)
    desk.settings_wing.page.phrases._add.click()
    open_dialog(PhraseDialog)
    type_text("Halvt skrevet")

    window.lock()
    window.unlocking.try_password(USER, PASSWORD)

    assert window.desk is not None
    window.desk.settings_wing.open(PHRASES)
    window.desk.settings_wing.page.phrases._add.click()
    assert open_dialog(PhraseDialog)._text.text() == "Halvt skrevet"


# Looking after them --------------------------------------------------------------------------------------------------


def test_phrases_are_added_changed_removed_and_had_back_under_the_settings(desk: Desk) -> None:
    desk.settings_wing.open(PHRASES)
    section = desk.settings_wing.page.phrases
    section._add.setFocus()
    press(Qt.Key.Key_Return)
    open_dialog(PhraseDialog)
    type_text("Ny tekst")
    press(Qt.Key.Key_Return, CONTROL)
    assert "Ny tekst" in {phrase.text for phrase in kept(desk)}

    come_back(desk)
    section._table.setFocus()
    section._table.select(next(phrase.id for phrase in kept(desk) if phrase.name == "Job"))
    press(Qt.Key.Key_Return)
    open_dialog(PhraseDialog)
    replace_with("Du er i job")
    press(Qt.Key.Key_Return, CONTROL)
    assert "Du er i job" in {phrase.text for phrase in kept(desk)}
    desk.shell.done_bar.undo_wanted.emit()
    assert JOB.text in {phrase.text for phrase in kept(desk)}

    come_back(desk)
    section._table.setFocus()
    press(Qt.Key.Key_Delete)
    assert JOB.text not in {phrase.text for phrase in kept(desk)}
    assert done(desk) == "»Job« er fjernet. Det, der er skrevet med den, bliver stående."
    desk.shell.done_bar.undo_wanted.emit()
    assert [replace(phrase, id="", version=0) for phrase in kept(desk) if phrase.name == "Job"] == [JOB]


def test_a_new_team_is_offered_phrases_to_begin_with(plan: Desk) -> None:
    plan.office.phrases.remove(kept(plan))

    press(Qt.Key.Key_F3)
    assert offered(plan)[:2] == ["-- Handlinger", "Hent 16 formuleringer at begynde med"]
    press(Qt.Key.Key_Return)

    assert len(kept(plan)) == 16
    assert plan.phrase_wing.list.isVisible()
    assert offered(plan)[1:3] == ["Fra praktik til timer med løn", "Ordinært job inden for et fag"]
    plan.phrase_wing.list.close_list()
    plan.settings_wing.open(PHRASES)
    plan.shell.done_bar.undo_wanted.emit()
    assert not kept(plan)
    assert plan.settings_wing.page.phrases._empty.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_the_list_and_the_section_have_room_and_are_named(plan: Desk, theme: Theme, percent: int) -> None:
    theme.choose_text_scale(percent)
    QApplication.processEvents()
    press(Qt.Key.Key_F3)
    QApplication.processEvents()
    assert not clipped_texts(plan.phrase_wing.list)
    assert not unnamed_widgets(plan.phrase_wing.list)
    press(Qt.Key.Key_Escape)
    plan.settings_wing.open(PHRASES)
    QApplication.processEvents()
    assert not clipped_texts(plan.settings_wing.page)
    assert not unnamed_widgets(plan.settings_wing.page)
