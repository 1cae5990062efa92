"""Choosing from a long list by part of a word."""

from collections.abc import Sequence

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.modeltest import ModelTester

from desktop_app.presenters.choices import country_choices
from desktop_app.translation import _
from desktop_app.ui import search_choice
from desktop_app.ui.accessibility import unnamed_widgets
from desktop_app.ui.dialog import FormDialog
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.inputs import LineEdit
from desktop_app.ui.search_choice import ChoicesModel, SearchChoice
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show

pytestmark = pytest.mark.usefixtures("theme")

FEW = (("SY", "Syrien"), ("SE", "Sverige"), ("NE", "Niger"), ("NG", "Nigeria"), ("TR", "Tyrkiet"))
CHOOSE = "Vælg fra listen, eller lad feltet stå tomt"


def rows_of(choice: SearchChoice) -> list[str]:
    assert choice.is_open()
    model = choice._list.model()
    return [str(model.index(row, 0).data()) for row in range(model.rowCount())]


def at(choice: SearchChoice) -> str:
    return str(choice._list.currentIndex().data())


def test_typing_narrows_the_list_and_enter_takes_its_first_row(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    choice.setFocus()

    QTest.keyClicks(choice, "ni")
    assert rows_of(choice) == ["Niger", "Nigeria"]
    assert at(choice) == "Niger"
    QTest.keyClick(choice, Qt.Key.Key_Return)

    assert (choice.key(), choice.text()) == ("NE", "Niger")
    assert not choice.is_open()
    assert heard == ["NE"]


@pytest.mark.parametrize("typed", ["soeren", "søren", "soren", "SØREN"])
def test_letters_are_found_however_they_are_written(show: Show, typed: str) -> None:
    choice = SearchChoice((("a", "Anders"), ("s", "Søren")))
    show(choice)
    choice.setFocus()

    QTest.keyClicks(choice, typed)

    assert rows_of(choice) == ["Søren"]


def test_down_goes_on_in_the_list(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.setFocus()

    QTest.keyClicks(choice, "ni")
    QTest.keyClick(choice._list, Qt.Key.Key_Down)
    assert at(choice) == "Nigeria"
    assert choice.text() == "ni"
    QTest.keyClick(choice._list, Qt.Key.Key_Return)

    assert (choice.key(), choice.text()) == ("NG", "Nigeria")


@pytest.mark.parametrize("key", [Qt.Key.Key_Down, Qt.Key.Key_F4])
def test_the_whole_list_opens_at_what_is_chosen(show: Show, key: Qt.Key) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.choose("NE")
    choice.setFocus()

    QTest.keyClick(choice, key)

    assert rows_of(choice) == [words for _key, words in FEW]
    assert at(choice) == "Niger"


def test_the_arrow_opens_the_list_and_a_click_takes_a_row(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)

    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(choice.width() - 15, choice.height() // 2))
    row = choice._list.visualRect(choice._list.model().index(1, 0))
    QTest.mouseClick(choice._list.viewport(), Qt.MouseButton.LeftButton, pos=row.center())

    assert (choice.key(), choice.text()) == ("SE", "Sverige")
    assert not choice.is_open()


def test_esc_closes_the_list_and_not_the_dialog_and_what_was_typed_stays(show: Show) -> None:
    window = show(LineEdit())
    dialog = FormDialog(window, "Ny person", "Gem")
    choice = SearchChoice(FEW)
    dialog.body.add(FieldRow("Land", choice))
    dialog.open()
    choice.setFocus()

    QTest.keyClicks(choice, "ni")
    QTest.keyClick(choice._list, Qt.Key.Key_Escape)

    assert not choice.is_open()
    assert dialog.isVisible()
    assert (choice.text(), choice.key()) == ("ni", "")
    dialog.finish()


def test_enter_in_a_dialog_takes_the_row_first_and_is_the_act_only_then(show: Show) -> None:
    dialog = FormDialog(show(LineEdit()), "Ny person", "Gem")
    choice = SearchChoice(FEW)
    dialog.body.add(FieldRow("Land", choice))
    heard: list[str] = []
    dialog.accepted_form.connect(lambda: heard.append(choice.key()))
    dialog.open()
    choice.setFocus()

    QTest.keyClicks(choice, "syr")
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert heard == []
    QTest.keyClick(choice, Qt.Key.Key_Return)

    assert heard == ["SY"]
    dialog.finish()


def test_tab_takes_the_row_and_goes_on(show: Show) -> None:
    choice, after = SearchChoice(FEW), LineEdit()
    show(choice, after)
    choice.setFocus()

    QTest.keyClicks(choice, "ty")
    QTest.keyClick(choice, Qt.Key.Key_Tab)

    assert choice.key() == "TR"
    assert after.hasFocus()


@pytest.mark.parametrize(
    ("typed", "key", "text"), [("tyrk", "TR", "Tyrkiet"), ("niger", "NE", "Niger"), ("ni", "", "ni"), ("x", "", "x")]
)
def test_left_by_mouse_a_text_is_the_one_choice_it_can_mean(show: Show, typed: str, key: str, text: str) -> None:
    choice, after = SearchChoice(FEW), LineEdit()
    show(choice, after)
    choice.setFocus()

    QTest.keyClicks(choice, typed)
    choice._list.hide()
    after.setFocus()

    assert (choice.key(), choice.text()) == (key, text)


def test_what_is_no_choice_stays_and_is_told_at_the_field(show: Show) -> None:
    choice, after = SearchChoice(FEW), LineEdit()
    row = FieldRow("Land", choice)
    show(row, after)
    choice.setFocus()

    QTest.keyClicks(choice, "Utopia")
    assert rows_of(choice) == ["Intet passer til »Utopia«"]
    QTest.keyClick(choice, Qt.Key.Key_Tab)
    assert (choice.text(), row.state, row.message) == ("Utopia", FieldState.ERROR, CHOOSE)
    assert choice.problem() == CHOOSE

    choice.choose("SY")
    assert row.state is FieldState.FINE


def test_whole_words_are_chosen_while_they_are_typed(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.setFocus()
    heard: list[str] = []
    choice.chosen.connect(heard.append)

    QTest.keyClicks(choice, "niger")
    assert choice.key() == "NE"
    QTest.keyClicks(choice, "i")
    assert choice.key() == ""
    QTest.keyClicks(choice, "a")

    assert heard == ["NE", "", "NG"]


def test_emptying_the_field_chooses_nothing_and_is_fine(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.choose("SY")
    choice.setFocus()
    heard: list[str] = []
    choice.chosen.connect(heard.append)

    choice.selectAll()
    QTest.keyClick(choice, Qt.Key.Key_Delete)

    assert (choice.key(), choice.problem(), heard) == ("", "", [""])
    assert not choice.is_open()


def test_a_key_is_chosen_by_the_program_without_telling_and_an_unknown_one_chooses_nothing(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    heard: list[str] = []
    choice.chosen.connect(heard.append)
    choice.edited.connect(lambda: heard.append("edited"))

    choice.choose("SY")
    assert (choice.key(), choice.text()) == ("SY", "Syrien")
    choice.choose("QQ")

    assert (choice.key(), choice.text(), heard) == ("", "", [])


def test_other_options_keep_the_choice_where_they_have_it(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.choose("SY")

    choice.set_options((("SY", "Syria"), ("UA", "Ukraine")))
    assert (choice.key(), choice.text()) == ("SY", "Syria")

    choice.set_options((("UA", "Ukraine"),))
    assert choice.key() == ""


def test_what_was_typed_before_is_put_back(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)

    choice.set_text("Utop")
    assert (choice.text(), choice.key()) == ("Utop", "")

    choice.set_text("Syrien")
    assert choice.key() == "SY"


def test_taking_a_row_is_an_edit(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.setFocus()
    heard: list[str] = []
    choice.edited.connect(lambda: heard.append(choice.text()))

    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert heard == ["Syrien"]

    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.keyClick(choice, Qt.Key.Key_Return)
    assert heard == ["Syrien"]


def test_the_list_of_a_field_that_cannot_be_changed_stays_closed(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)
    choice.setReadOnly(True)

    QTest.keyClick(choice, Qt.Key.Key_Down)
    QTest.mouseClick(choice, Qt.MouseButton.LeftButton, pos=QPoint(choice.width() - 15, choice.height() // 2))

    assert not choice.is_open()


def test_each_row_one_comes_to_is_read_aloud(show: Show, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(search_choice, "announce", lambda _widget, sentence: told.append(sentence))
    choice = SearchChoice(FEW)
    row = FieldRow("Land", choice)
    window = show(row)
    choice.setFocus()

    QTest.keyClicks(choice, "n")
    QTest.keyClick(choice._list, Qt.Key.Key_Down)

    assert told[0] == "Niger"
    assert told[-1] == "Nigeria"
    assert QAccessible.queryAccessibleInterface(choice).text(QAccessible.Text.Name) == "Land"
    assert unnamed_widgets(window) == []


def test_the_list_is_as_wide_as_its_words_and_grows_with_the_text(show: Show, theme: Theme) -> None:
    theme.choose_text_scale(200)
    choice = SearchChoice(country_choices())
    show(FieldRow("Land", choice, width=120), width=700)
    choice.setFocus()

    QTest.keyClick(choice, Qt.Key.Key_Down)

    assert choice._list.width() >= theme.e(280)
    assert choice._list.visualRect(choice._list.model().index(0, 0)).height() >= theme.e(32)


def test_the_arrow_leaves_the_text_its_room(show: Show) -> None:
    choice = SearchChoice(FEW)
    show(choice)

    assert choice.textMargins().right() > 20


@pytest.mark.parametrize("choices", [FEW, ()])
def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester, choices: Sequence[tuple[str, str]]) -> None:
    model = ChoicesModel()
    model.show_choices(choices, "x")

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_a_row_says_its_words_and_knows_its_key() -> None:
    model = ChoicesModel()
    model.show_choices(FEW, "")

    assert model.index(0, 0).data() == "Syrien"
    assert model.index(0, 0).data(Qt.ItemDataRole.UserRole) == "SY"
    assert model.data(QModelIndex()) is None
    assert model.data(model.index(0, 0), Qt.ItemDataRole.ToolTipRole) is None
    model.show_choices((), "x")
    assert model.index(0, 0).data() == _("Nothing fits »{text}«").format(text="x")
    assert not model.index(0, 0).flags() & Qt.ItemFlag.ItemIsSelectable
