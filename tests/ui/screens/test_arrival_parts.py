"""The parts of Ny modtagelse, each by itself."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.presenters.arrival_checks import Remark, RemarkKind
from desktop_app.presenters.arrival_fields import YES, Field
from desktop_app.presenters.arrival_side import ArrivalSide, Proposal, SimilarCase, StartedDuty
from desktop_app.presenters.arrival_view import FieldShown, PersonTab
from desktop_app.presenters.calculation_texts import StepText
from desktop_app.ui.arrival_editors import Editor, editor_for, show_text, stop_of, text_in
from desktop_app.ui.arrival_fields import ArrivalFields
from desktop_app.ui.arrival_side_pane import ArrivalSidePane
from desktop_app.ui.buttons import Link
from desktop_app.ui.fields import FieldState
from desktop_app.ui.form_and_side import FormAndSide
from desktop_app.ui.people_strip import PeopleStrip
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

TODAY = date(2026, 11, 22)
EMPTY = dict.fromkeys(Field, FieldShown(text=""))


def today() -> date:
    return TODAY


def texts_shown(root: QWidget) -> list[str]:
    return [label.text() for label in root.findChildren(QLabel) if label.isVisible()]


# Inputs --------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (Field.GIVEN_NAMES, "Rima"),
        (Field.NATIONALITY, "SY"),
        (Field.NATIONALITY, "Kurdi"),
        (Field.LANGUAGE, "fa-AF"),
        (Field.TARGET_GROUP, "quota_refugee"),
        (Field.ROLE, "child"),
        (Field.INTERPRETER, "no"),
        (Field.PROTECTED, YES),
        (Field.ALLOCATION, "17.11.2026"),
        (Field.TAKEOVER, "snart"),
    ],
)
def test_an_input_holds_what_it_is_told_and_nothing_again(show: Show, field: Field, text: str) -> None:
    editor = editor_for(field, today)
    show(editor)

    show_text(editor, text)
    held = text_in(editor)
    show_text(editor, "")

    assert (held, text_in(editor)) == (text, "")


def test_what_an_input_holds_already_leaves_the_keyboard_where_it_is(show: Show) -> None:
    editor = editor_for(Field.GIVEN_NAMES, today)
    show(editor)
    show_text(editor, "Rima")
    editor.setCursorPosition(2)  # type: ignore[union-attr]

    show_text(editor, "Rima")

    assert editor.cursorPosition() == 2  # type: ignore[union-attr]


@pytest.mark.parametrize("field", Field)
def test_every_input_has_a_place_for_the_keyboard(show: Show, field: Field) -> None:
    editor: Editor = editor_for(field, today)
    show(editor)

    stop_of(editor).setFocus()

    assert stop_of(editor).hasFocus()


# The fields ----------------------------------------------------------------------------------------------------------


def test_fields_that_are_not_told_of_are_hidden(show: Show) -> None:
    fields = ArrivalFields(today)
    show(fields, width=800, height=900)

    fields.show_fields({Field.GIVEN_NAMES: FieldShown(text="Rima"), Field.TAKEOVER: FieldShown(text="")})

    assert fields._rows[Field.GIVEN_NAMES].isVisible()
    assert not fields._rows[Field.ALLOCATION].isVisible()
    assert not fields._editors[Field.PROTECTED].isVisible()


def test_a_remark_stands_at_its_field_and_goes_again(show: Show) -> None:
    fields = ArrivalFields(today)
    show(fields, width=800, height=900)
    row = fields._rows[Field.CPR]

    fields.show_fields(EMPTY | {Field.CPR: FieldShown(text="1", remark=Remark(RemarkKind.ERROR, "10 cifre"))})
    wrong = (row.state, row.message)
    fields.show_fields(EMPTY | {Field.CPR: FieldShown(text="", remark=Remark(RemarkKind.INFORMATION, "Mangler"))})

    assert wrong == (FieldState.ERROR, "10 cifre")
    assert (row.state, row.message) == (FieldState.FINE, "")
    assert "Mangler" in texts_shown(row)


def test_an_offer_stands_beside_the_takeover(qtbot: QtBot, show: Show) -> None:
    fields = ArrivalFields(today)
    show(fields, width=800, height=900)

    fields.show_fields(EMPTY | {Field.TAKEOVER: FieldShown(text="15.12.2026", offer="Brug 04.01.2027")})

    with qtbot.waitSignal(fields.proposal_wanted):
        fields._use_proposal.click()
    fields.show_fields(EMPTY)
    assert not fields._use_proposal.isVisible()


def test_a_field_tells_what_is_typed_and_that_it_was_left(qtbot: QtBot, show: Show) -> None:
    fields = ArrivalFields(today)
    show(fields, width=800, height=900)
    fields.show_fields(EMPTY)
    fields.go_to(Field.GIVEN_NAMES)

    with qtbot.waitSignal(fields.typed) as typed:
        QTest.keyClicks(stop_of(fields._editors[Field.GIVEN_NAMES]), "R")
    with qtbot.waitSignal(fields.left) as left:
        fields.go_to(Field.CPR)

    assert typed.args == ["given_names", "R"]
    assert left.args == ["given_names"]


def test_a_language_chosen_by_part_of_its_name_is_told_by_its_tag(show: Show) -> None:
    fields = ArrivalFields(today)
    show(fields, width=800, height=900)
    fields.show_fields(EMPTY)
    told: list[tuple[str, str]] = []
    fields.typed.connect(lambda field, text: told.append((field, text)))
    fields.go_to(Field.LANGUAGE)

    QTest.keyClicks(stop_of(fields._editors[Field.LANGUAGE]), "arab")
    QTest.keyClick(stop_of(fields._editors[Field.LANGUAGE]), Qt.Key.Key_Tab)

    assert told[-1] == ("language", "ar")


def test_another_window_in_front_is_no_leaving(qtbot: QtBot, show: Show) -> None:
    fields = ArrivalFields(today)
    show(fields, width=800, height=900)
    fields.show_fields(EMPTY)
    stop = stop_of(fields._editors[Field.CPR])
    stop.setFocus()

    with qtbot.assertNotEmitted(fields.left):
        other = QWidget()
        qtbot.addWidget(other)
        other.show()
        other.activateWindow()
        qtbot.waitUntil(other.isActiveWindow)


# People --------------------------------------------------------------------------------------------------------------


def a_tab(title: str, *, has_problem: bool = False) -> PersonTab:
    return PersonTab(title, has_problem)


def test_one_person_needs_no_list(show: Show) -> None:
    strip = PeopleStrip()
    show(strip)

    strip.show_people([a_tab("Rima")], 0, "")

    assert not strip._list.isVisible()
    assert not strip._remove.isVisible()
    assert strip._add.isVisible()


def test_people_come_and_go(qtbot: QtBot, show: Show) -> None:
    strip = PeopleStrip()
    show(strip)

    strip.show_people([a_tab("Rima"), a_tab("Sami", has_problem=True), a_tab("Lina")], 1, "Som for Rima.")
    three = [(button.text(), button.isChecked()) for button in strip._group.buttons()]
    said = strip._group.button(1).accessibleName()
    with qtbot.waitSignal(strip.chosen) as chosen:
        strip._group.button(2).click()
    strip.show_people([a_tab("Rima"), a_tab("Lina")], 1, "")

    assert three == [("Rima", False), ("Sami", True), ("Lina", False)]
    assert said == "Sami, har problemer"
    assert chosen.args == [2]
    assert [(button.text(), button.isChecked()) for button in strip._group.buttons()] == [
        ("Rima", False),
        ("Lina", True),
    ]


# Beside --------------------------------------------------------------------------------------------------------------

NOTHING = ArrivalSide(similar=None, proposal=Proposal(why_none="Vælg målgruppen."), started=(), note="Ingen dato.")


def test_a_similar_case_can_be_opened_or_passed_over(qtbot: QtBot, show: Show) -> None:
    pane = ArrivalSidePane()
    show(pane)
    similar = SimilarCase("Rima Al-Hassan, sag 2026-003. Er det samme person?", "2026-003")

    pane.show_side(ArrivalSide(similar=similar, proposal=Proposal(), started=(), note=""))
    asked = texts_shown(pane)
    open_case, create = pane._similar.findChildren(Link)
    with qtbot.waitSignal(pane.case_wanted) as wanted:
        open_case.click()
    with qtbot.waitSignal(pane.other_person):
        create.click()
    pane.show_side(NOTHING)

    assert similar.text in asked
    assert wanted.args == ["2026-003"]
    assert not pane._similar.isVisible()


def test_the_proposal_and_what_follows_are_shown_or_why_not(show: Show) -> None:
    pane = ArrivalSidePane()
    show(pane)
    pane.show_side(NOTHING)
    without = texts_shown(pane)

    pane.show_side(
        ArrivalSide(
            similar=None,
            proposal=Proposal(steps=(StepText("4. januar 2027", "Første hverdag"),), basis="§ 4", uncertainty="Udledt"),
            started=(StartedDuty("Kontrakt", "§ 19", "04.02.2027", "Søndag. Planlæg før."),),
            note="",
        )
    )

    assert {"Vælg målgruppen.", "Ingen dato."} <= set(without)
    shown = texts_shown(pane)
    assert {"4. januar 2027", "Første hverdag", "§ 4", "Udledt"} <= set(shown)
    assert {"Kontrakt", "§ 19", "04.02.2027", "Søndag. Planlæg før."} <= set(shown)
    assert not {"Vælg målgruppen.", "Ingen dato."} & set(shown)


def test_the_side_goes_under_the_form_where_there_is_no_room_for_both(show: Show, theme: Theme) -> None:
    form, side = QLabel("form"), QLabel("side")
    both = FormAndSide(form, side, name="Ved siden af")
    window = show(both, width=1200)
    beside = (both.is_under, side.mapTo(both, side.rect().topLeft()).x())

    window.resize(640, 400)
    under = (both.is_under, side.mapTo(both, side.rect().topLeft()).x())
    window.resize(1200, 400)
    theme.choose_text_scale(200)

    assert beside[0] is False
    assert under[0] is True
    assert under[1] < beside[1]
    assert both.is_under
    assert side.isVisible()
