"""Buttons, choices, inputs, fields, segments and tabs, by mouse and by keyboard."""

from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.translation import _
from desktop_app.ui.buttons import Button, ButtonKind, IconButton, Link
from desktop_app.ui.choice_boxes import CheckBox, RadioButton
from desktop_app.ui.fields import FieldGroup, FieldRow, FieldState
from desktop_app.ui.fonts import ARABIC_FAMILY, INTERFACE_FAMILY
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column
from desktop_app.ui.palette import LIGHT, Token
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.tabs import Tabs
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("theme")

TABS = (("overview", "Overblik"), ("family", "Familie"), ("interview", "Modtagesamtale"), ("history", "Historik"))


def has_ring(widget: QWidget) -> bool:
    image = widget.grab().toImage()
    return all(image.pixelColor(x, 0).name().upper() == LIGHT[Token.FOCUS] for x in (4, widget.width() // 2))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_enter_and_by_space(qtbot: QtBot, show: Show, key: Qt.Key) -> None:
    button = Button("Lås op", ButtonKind.PRIMARY)
    show(button)

    with qtbot.waitSignal(button.clicked):
        QTest.keyClick(button, key)


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_the_keyboard_brings_a_ring_and_the_mouse_does_not(show: Show, kind: ButtonKind) -> None:
    button = Button("Åbn sagen", kind)
    show(LineEdit(), button)

    button.setFocus(Qt.FocusReason.MouseFocusReason)
    assert not has_ring(button)

    button.clearFocus()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    assert has_ring(button)


def test_a_ring_is_still_there_when_the_window_comes_back(show: Show) -> None:
    button = Button("Åbn sagen")
    show(button)
    button.setFocus(Qt.FocusReason.TabFocusReason)

    button.clearFocus()
    button.setFocus(Qt.FocusReason.ActiveWindowFocusReason)

    assert has_ring(button)


def test_choosing_a_button_moves_nothing(show: Show) -> None:
    button = Button("3 inden for 7 dage", ButtonKind.FILTER)
    show(button)
    before = button.sizeHint()

    button.click()

    assert button.isChecked()
    assert button.sizeHint() == before


def test_a_button_without_a_word_has_a_name(show: Show) -> None:
    button = IconButton("close", "Luk ruden")
    show(button)

    assert (button.accessibleName(), button.toolTip()) == ("Luk ruden", "Luk ruden")
    assert button.width() == button.height()


def test_a_button_can_fill_its_place(show: Show) -> None:
    filling, hugging = Button("Lås op"), Button("Lås op")
    filling.fill_width()

    show(filling, hugging, width=500)

    assert filling.width() == 500
    assert hugging.width() < 200


def test_an_icon_on_a_button_can_be_changed(show: Show) -> None:
    button = Button("Mere", icon="chevron-right", trailing_icon="chevron-down")
    show(button)
    before, width = button.grab().toImage(), button.sizeHint().width()

    button.set_icon("chevron-left", Token.LINK)
    button.set_trailing_icon("chevron-up")

    assert button.grab().toImage() != before
    assert button.sizeHint().width() == width


def test_a_link_is_a_button_that_tab_comes_to(show: Show) -> None:
    link = Link("Vedhæft scan …")
    show(link)

    assert link.kind is ButtonKind.LINK
    assert link.font().underline()
    assert link.focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("make", [CheckBox, RadioButton])
def test_a_long_choice_wraps_its_text_and_is_pressed_on_any_of_it(
    show: Show, make: type[CheckBox] | type[RadioButton]
) -> None:
    choice = make("Nødnøglen er udskrevet og lagt i teamets boks, hvor den kan findes igen")
    show(choice, width=200)

    assert choice.height() >= choice.heightForWidth(200) > choice.heightForWidth(1000)

    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(150, choice.heightForWidth(200) - 10))
    assert choice.isChecked()


@pytest.mark.parametrize("make", [CheckBox, RadioButton])
def test_a_choice_looks_otherwise_when_made(show: Show, make: type[CheckBox] | type[RadioButton]) -> None:
    choice = make("Ja")
    show(choice)
    before = choice.grab().toImage()

    QTest.keyClick(choice, Qt.Key.Key_Space)
    chosen = choice.grab().toImage()
    choice.setEnabled(False)

    assert before != chosen != choice.grab().toImage()


def test_a_field_takes_the_font_of_the_script_written_in_it(show: Show) -> None:
    field = LineEdit("Rima")
    show(field)

    field.setText("ريما")
    assert field.font().families()[0] == ARABIC_FAMILY

    field.setText("Rima")
    assert field.font().families()[0] == INTERFACE_FAMILY


def test_a_name_in_its_own_script_grows_with_the_text(show: Show, theme: Theme) -> None:
    field = LineEdit("ريما")
    show(field)

    theme.choose_text_scale(200)

    assert field.font().families()[0] == ARABIC_FAMILY
    assert field.font().pointSizeF() == pytest.approx(21)


def test_a_page_that_scrolls_by_keyboard_shows_that_the_keyboard_is_there(show: Show) -> None:
    area, other = ScrollArea(Column(Label("Hjælp")), name="Hjælp"), LineEdit()
    show(area, other)
    other.setFocus()
    without = area.grab().toImage().pixelColor(5, 0).name()

    area.setFocus()

    assert area.grab().toImage().pixelColor(5, 0).name().upper() == LIGHT[Token.FOCUS]
    assert without.upper() != LIGHT[Token.FOCUS]


def test_a_password_is_hidden_until_asked_for(show: Show) -> None:
    field = LineEdit("kodeord")
    show(field)

    field.hide_text(hidden=True)
    assert field.echoMode() == QLineEdit.EchoMode.Password

    field.hide_text(hidden=False)
    assert field.displayText() == "kodeord"


@pytest.mark.parametrize("is_large", [False, True])
def test_a_text_area_grows_with_its_text_up_to_its_most(qtbot: QtBot, show: Show, is_large: bool) -> None:  # noqa: FBT001 - a case
    area = TextArea(lines=2, most_lines=5, is_large=is_large)
    show(area)
    empty = area.height()

    area.set_text("linje\n" * 4 + "linje")
    qtbot.waitUntil(lambda: area.height() > empty)
    full = area.height()
    area.set_text("linje\n" * 50)
    qtbot.waitUntil(lambda: area.document().size().height() > full)

    assert area.height() == full


def test_larger_letters_are_no_edit_of_what_is_written(qtbot: QtBot, show: Show, theme: Theme) -> None:
    area, edits = TextArea(lines=2), list[None]()
    area.set_text("Arbejde i køkken")
    show(area)
    before = area.height()
    area.edited.connect(partial(edits.append, None))

    theme.choose_text_scale(200)
    qtbot.waitUntil(lambda: area.height() > before)

    assert edits == []


def test_tab_leaves_a_text_area(show: Show) -> None:
    area, after = TextArea(), LineEdit()
    show(area, after)
    area.setFocus()

    QTest.keyClick(area, Qt.Key.Key_Tab)

    assert after.hasFocus()
    assert area.text() == ""


def test_pasted_text_brings_no_formatting(show: Show) -> None:
    area = TextArea()
    show(area)

    QApplication.clipboard().setText("Aftalt: 5 timer")
    area.paste()

    assert area.text() == "Aftalt: 5 timer"
    assert not area.acceptRichText()


@pytest.fixture
def unhurried(qapp: QApplication) -> Iterator[None]:
    """Let a search in a list be gone on with however slowly a busy machine types."""
    usual = qapp.keyboardInputInterval()
    qapp.setKeyboardInputInterval(10_000)
    yield
    qapp.setKeyboardInputInterval(usual)


@pytest.mark.usefixtures("unhurried")
def test_two_words_are_typed_in_a_list_as_they_are_written(show: Show, qtbot: QtBot) -> None:
    combo = ComboBox((("a", "Uden adresse"), ("b", "Uden tolk"), ("c", "Under overtagelse")))
    show(combo)

    with qtbot.waitSignal(combo.edited):
        QTest.keyClicks(combo, "uden t")

    assert combo.key() == "b"
    assert not combo.view().isVisible()


def test_a_space_opens_a_list_nobody_searches(show: Show) -> None:
    combo = ComboBox((("a", "Uden adresse"), ("b", "Uden tolk")))
    show(combo)

    QTest.keyClick(combo, Qt.Key.Key_Space)

    assert combo.view().isVisible()
    combo.hidePopup()


def test_a_list_is_chosen_from_by_key_and_keeps_its_choice(show: Show) -> None:
    combo = ComboBox((("SY", "Syrien"), ("AF", "Afghanistan")))
    show(combo)

    combo.choose("AF")
    combo.set_options((("AF", "Afghanistan"), ("IR", "Iran")))
    assert (combo.key(), combo.currentText()) == ("AF", "Afghanistan")

    combo.choose("ukendt")
    assert combo.key() == ""


@pytest.mark.parametrize("has_focus", [False, True])
def test_the_wheel_changes_only_the_list_one_is_at(show: Show, has_focus: bool) -> None:  # noqa: FBT001 - a case
    combo, other = ComboBox((("a", "A"), ("b", "B"))), LineEdit()
    show(combo, other)
    (combo if has_focus else other).setFocus()

    middle = QPointF(combo.rect().center())
    down = QWheelEvent(
        middle,
        combo.mapToGlobal(middle),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own order
    )
    QApplication.sendEvent(combo, down)

    assert combo.key() == ("b" if has_focus else "a")


def test_a_field_is_named_and_described_for_who_hears_it(show: Show) -> None:
    editor = LineEdit()
    row = FieldRow("CPR-nummer", editor, help_text="10 cifre", is_optional=True)
    show(row)

    row.show_message(FieldState.ERROR, "CPR-nummeret skal bestå af 10 cifre")

    heard = QAccessible.queryAccessibleInterface(editor)
    assert heard.text(QAccessible.Text.Name) == "CPR-nummer"
    expected = _("Error: {sentence}").format(sentence="CPR-nummeret skal bestå af 10 cifre")
    assert heard.text(QAccessible.Text.Description) == f"{expected} 10 cifre"


@pytest.mark.parametrize(
    ("state", "edge"), [(FieldState.WARNING, Token.SOON_MARK), (FieldState.ERROR, Token.ERROR_EDGE)]
)
def test_a_message_colours_the_edge_of_its_field(show: Show, state: FieldState, edge: Token) -> None:
    editor, other = LineEdit(), LineEdit()
    row = FieldRow("Fornavn", editor)
    show(row, other)
    other.setFocus()

    row.show_message(state, "Indtast borgerens fornavn")

    assert (row.state, row.message) == (state, "Indtast borgerens fornavn")
    assert editor.grab().toImage().pixelColor(50, 1).name().upper() == LIGHT[edge]

    row.clear_message()
    assert editor.grab().toImage().pixelColor(50, 1).name().upper() == LIGHT[Token.BASE]
    assert editor.accessibleDescription() == ""


@pytest.mark.parametrize("state", list(FieldState))
def test_a_field_is_as_high_with_the_keyboard_in_it_as_without(show: Show, state: FieldState) -> None:
    editor, other = LineEdit(), LineEdit()
    row = FieldRow("Fornavn", editor)
    show(row, other)
    row.show_message(state, "")
    other.setFocus()
    QApplication.sendPostedEvents()
    without = editor.sizeHint()

    editor.setFocus()
    QApplication.sendPostedEvents()

    assert editor.sizeHint() == without


def test_a_field_is_as_wide_as_what_is_to_be_written_and_gives_way(qtbot: QtBot, show: Show, theme: Theme) -> None:
    editor = LineEdit()
    row = FieldRow("Postnummer", editor, width=100)
    row.add_after(Button("Kalender"))
    window = show(FieldGroup(row), width=600)

    qtbot.waitUntil(lambda: editor.width() == 100)
    assert row.editor is editor

    theme.choose_text_scale(200)
    qtbot.waitUntil(lambda: editor.width() == 200)
    assert window.minimumSizeHint().width() < 400


def test_help_can_change_while_one_writes(show: Show) -> None:
    editor = LineEdit()
    row = FieldRow("Næste opfølgning", editor)
    show(row)

    row.set_help("Senest den 23. februar 2027.")

    assert editor.accessibleDescription() == "Senest den 23. februar 2027."


def test_one_segment_is_chosen_by_mouse_or_arrow_keys(show: Show) -> None:
    segment = Segment("Tolk", (("yes", "Ja"), ("no", "Nej"), ("unknown", "Ikke oplyst")))
    show(segment)
    heard: list[str] = []
    segment.chosen.connect(heard.append)
    assert segment.key() == ""

    QTest.mouseClick(segment._buttons["yes"], Qt.MouseButton.LeftButton)
    QTest.keyClick(segment._buttons["yes"], Qt.Key.Key_Right)

    assert segment.key() == "no"
    assert heard == ["yes", "no"]


def test_a_segment_chosen_by_the_program_tells_nobody(qtbot: QtBot, show: Show) -> None:
    segment = Segment("Tolk", (("yes", "Ja"), ("no", "Nej")))
    show(segment)

    with qtbot.assertNotEmitted(segment.chosen):
        segment.choose("no")
    assert segment.key() == "no"

    segment.choose("")
    assert segment.key() == ""


def test_each_segment_says_what_it_is_a_choice_of(show: Show) -> None:
    segment = Segment("Tolk", (("yes", "Ja"), ("no", "Nej")))
    show(FieldRow("Tolk ved samtalen", segment))

    assert segment._buttons["no"].accessibleDescription() == "Tolk ved samtalen"


def test_tabs_without_room_go_to_the_menu(qtbot: QtBot, show: Show) -> None:
    tabs = Tabs("Sagens dele", TABS)
    window = show(tabs, width=900)
    assert tabs.hidden_keys() == []

    window.resize(300, 200)

    qtbot.waitUntil(lambda: tabs.hidden_keys() == ["interview", "history"])
    assert tabs._more.text() == _("More ({n})").format(n=2)


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard")
def test_a_tab_from_the_menu_comes_to_the_front(qtbot: QtBot, show: Show) -> None:
    tabs = Tabs("Sagens dele", TABS)
    show(tabs, width=300)
    qtbot.waitUntil(lambda: bool(tabs.hidden_keys()))

    QTest.mouseClick(tabs._more, Qt.MouseButton.LeftButton)
    actions = tabs._menu.actions()
    assert [action.text() for action in actions] == ["Modtagesamtale", "Historik"]

    with qtbot.waitSignal(tabs.chosen) as heard:
        actions[-1].trigger()
    tabs._menu.close()

    assert heard.args == ["history"]
    assert tabs.key() == "history"
    assert "history" not in tabs.hidden_keys()


def test_a_tab_that_comes_to_the_front_has_room(qtbot: QtBot, show: Show) -> None:
    tabs = Tabs("Sagens dele", TABS)
    show(tabs, width=300)
    qtbot.waitUntil(lambda: tabs.hidden_keys() == ["interview", "history"])

    tabs.choose("interview")

    place = [key for key, _word in TABS].index("interview")
    qtbot.waitUntil(lambda: tabs._strip.tabRect(place).width() > 0)


def test_the_arrow_keys_go_from_tab_to_tab(qtbot: QtBot, show: Show) -> None:
    tabs = Tabs("Sagens dele", TABS)
    show(tabs, width=900)

    with qtbot.waitSignal(tabs.chosen) as heard:
        QTest.keyClick(tabs._strip, Qt.Key.Key_Right)

    assert heard.args == ["family"]


def test_a_tab_can_be_called_something_else(show: Show) -> None:
    tabs = Tabs("Sagens dele", TABS)
    show(tabs, width=900)

    tabs.set_word("history", "Historik (4)")

    assert tabs._strip.tabText(3) == "Historik (4)"


def test_a_tab_that_is_not_there_cannot_be_chosen(show: Show) -> None:
    tabs = Tabs("Sagens dele", TABS)
    show(tabs)

    with pytest.raises(ValueError, match="unknown"):
        tabs.choose("unknown")


def test_a_word_that_begins_a_further_line_of_a_segment_has_an_edge_of_its_own(show: Show) -> None:
    segment = Segment("Form", (("met", "Samtale"), ("phone", "Telefon"), ("letter", "Brev")))
    buttons = list(segment._buttons.values())
    window = show(segment, width=600)
    assert not any(button.property("begins") for button in buttons)

    window.resize(buttons[0].width() + buttons[1].width() + 2, 400)

    assert [bool(button.property("begins")) for button in buttons] == [False, False, True]
    window.resize(600, 400)
    assert not any(button.property("begins") for button in buttons)
