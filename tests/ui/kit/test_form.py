"""Problems at the fields and over them, the way from one to the other, and edits told in one place."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from desktop_app.translation import ENGLISH, _, set_language
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.choice_boxes import CheckBox
from desktop_app.ui.error_summary import ErrorSummary
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.segment import Segment
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.theme import Theme
from desktop_app.ui.wrapping_link import WrappingLink
from tests.ui.conftest import Show
from tests.ui.kit.parts import date_field

pytestmark = pytest.mark.usefixtures("theme")

GIVEN_NAMES = "Indtast borgerens fornavn"
FAMILY_NAME = "Indtast borgerens efternavn"
LONG = "Datoen for overtagelse af ansvaret kan ikke ligge før datoen for afgørelsen om visitering"


def make_form() -> tuple[Form, FieldRow, FieldRow]:
    form = Form()
    return (
        form,
        form.add("given_names", FieldRow("Fornavn", LineEdit())),
        form.add("family_name", FieldRow("Efternavn", LineEdit())),
    )


def links_of(summary: ErrorSummary) -> list[WrappingLink]:
    return [link for link in summary.findChildren(WrappingLink) if link.isVisible()]


def test_problems_stand_at_their_fields_and_over_them_in_the_same_words(show: Show) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)
    assert form.summary.isHidden()

    form.show_problems({"family_name": FAMILY_NAME, "given_names": GIVEN_NAMES})

    assert (given.state, given.message) == (FieldState.ERROR, GIVEN_NAMES)
    assert (family.state, family.message) == (FieldState.ERROR, FAMILY_NAME)
    assert [link.text() for link in links_of(form.summary)] == [GIVEN_NAMES, FAMILY_NAME]
    assert form.row("given_names") is given


def test_the_keyboard_goes_to_the_summary_which_says_everything(show: Show) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)
    given.editor.setFocus()

    form.show_problems({"given_names": GIVEN_NAMES, "family_name": FAMILY_NAME})

    assert form.summary.hasFocus()
    heard = QAccessible.queryAccessibleInterface(form.summary).text(QAccessible.Text.Name)
    assert heard == f"{_('There are problems')}: {GIVEN_NAMES}. {FAMILY_NAME}"


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Space])
def test_a_link_leads_to_its_field(show: Show, key: Qt.Key) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)
    form.show_problems({"given_names": GIVEN_NAMES, "family_name": FAMILY_NAME})

    QTest.keyClick(form.summary, Qt.Key.Key_Tab)
    QTest.keyClick(form.summary.focusWidget(), Qt.Key.Key_Tab)
    second = links_of(form.summary)[1]
    assert second.hasFocus()
    QTest.keyClick(second, key)

    assert family.editor.hasFocus()


def test_a_link_brings_the_label_of_its_field_into_sight(show: Show) -> None:
    form = Form()
    rows = [form.add(str(n), FieldRow(f"Felt {n}", TextArea(lines=4))) for n in range(12)]
    area = ScrollArea(Column(form.summary, *rows, STRETCH))
    show(area, width=500, height=300)
    form.show_problems({"11": GIVEN_NAMES})
    assert area.verticalScrollBar().value() == 0

    links_of(form.summary)[0].click()

    top = rows[11].mapTo(area, rows[11].rect().topLeft()).y()
    assert rows[11].editor.hasFocus()
    assert 0 <= top < area.height()


def test_the_summary_is_scrolled_into_sight(show: Show) -> None:
    form = Form()
    rows = [form.add(str(n), FieldRow(f"Felt {n}", TextArea(lines=4))) for n in range(12)]
    area = ScrollArea(Column(form.summary, *rows, STRETCH))
    show(area, width=500, height=300)
    form.go_to("11")
    assert area.verticalScrollBar().value() > 0

    form.show_problems({"11": GIVEN_NAMES})

    assert area.verticalScrollBar().value() == 0


def test_what_is_mended_is_no_longer_shown(show: Show) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)
    form.show_problems({"given_names": GIVEN_NAMES, "family_name": FAMILY_NAME})

    form.show_problems({"family_name": FAMILY_NAME})
    assert given.state is FieldState.FINE
    assert [link.text() for link in links_of(form.summary)] == [FAMILY_NAME]

    form.show_problems({})
    assert family.state is FieldState.FINE
    assert form.summary.isHidden()


def test_a_problem_of_no_field_is_told_without_a_link(show: Show) -> None:
    form, given, _family = make_form()
    show(form.summary, given)

    form.show_problems({"": "Disken er fuld.", "given_names": GIVEN_NAMES})

    assert [link.text() for link in links_of(form.summary)] == [GIVEN_NAMES]
    assert "Disken er fuld." in [label.text() for label in form.summary.findChildren(QLabel) if label.isVisible()]


def test_a_warning_stands_at_its_field_only_and_gives_way_to_a_problem(show: Show) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)

    form.show_warnings({"given_names": "Navnet er langt."})
    assert (given.state, given.message) == (FieldState.WARNING, "Navnet er langt.")
    assert form.summary.isHidden()

    form.show_problems({"given_names": GIVEN_NAMES})
    assert (given.state, given.message) == (FieldState.ERROR, GIVEN_NAMES)

    form.show_problems({})
    assert given.message == "Navnet er langt."

    form.show_warnings({})
    assert given.message == ""


def test_a_warning_that_comes_late_leaves_problems_and_the_keyboard_where_they_are(show: Show) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)
    form.show_problems({"given_names": GIVEN_NAMES})
    family.editor.setFocus()

    form.show_warnings({"given_names": "Navnet er langt.", "family_name": "Navnet er kort."})

    assert given.state is FieldState.ERROR
    assert family.state is FieldState.WARNING
    assert family.editor.hasFocus()


def test_a_form_opened_anew_has_no_messages(show: Show) -> None:
    form, given, family = make_form()
    show(form.summary, given, family)
    form.show_problems({"given_names": GIVEN_NAMES})
    form.show_warnings({"family_name": "Navnet er kort."})

    form.clear_messages()

    assert (given.state, family.state) == (FieldState.FINE, FieldState.FINE)
    assert form.summary.isHidden()
    form.show_warnings({})
    assert family.state is FieldState.FINE


def test_what_the_field_itself_cannot_read_is_not_taken_away_by_warnings_elsewhere(show: Show) -> None:
    form, given, _family = make_form()
    field = date_field()
    day = form.add("day", FieldRow("Dato", field))
    show(form.summary, given, day)
    day.editor.setFocus()
    QTest.keyClicks(field.stop, "hest")
    given.editor.setFocus()
    assert day.state is FieldState.ERROR

    form.show_warnings({"given_names": "Navnet er langt."})

    assert day.state is FieldState.ERROR


@pytest.mark.parametrize(
    "editor",
    [
        LineEdit,
        lambda: ComboBox((("a", "A"), ("b", "B"))),
        TextArea,
        date_field,
        lambda: Segment("Tolk", (("yes", "Ja"), ("no", "Nej"))),
        lambda: CheckBox("Ja"),
    ],
)
def test_one_signal_tells_of_every_edit(show: Show, editor: object) -> None:
    assert callable(editor)
    form, made = Form(), editor()
    row = form.add("field", FieldRow("Felt", made))
    show(row)
    heard: list[None] = []
    form.edited.connect(lambda: heard.append(None))

    form.go_to("field")
    at = QApplication.focusWidget()
    assert at is not None
    QTest.keyClick(at, Qt.Key.Key_Space if isinstance(made, Segment | CheckBox) else Qt.Key.Key_B)

    assert len(heard) == 1


def test_what_the_program_writes_is_no_edit(show: Show) -> None:
    form, area, line, combo = Form(), TextArea(), LineEdit(), ComboBox((("a", "A"), ("b", "B")))
    show(*(form.add(str(n), FieldRow("Felt", editor)) for n, editor in enumerate((area, line, combo))))
    heard: list[None] = []
    form.edited.connect(lambda: heard.append(None))

    area.set_text("Aftalt")
    line.setText("Rima")
    combo.choose("b")

    assert heard == []


def test_an_editor_that_tells_of_no_edits_is_refused() -> None:
    with pytest.raises(TypeError, match="QWidget"):
        Form().add("field", FieldRow("Felt", QWidget()))


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize("scale", [100, 200])
def test_nothing_of_a_summary_is_clipped_or_without_a_name(show: Show, theme: Theme, scale: int, language: str) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    form, given, family = make_form()
    window = show(ScrollArea(Column(form.summary, given, family, STRETCH)), width=640)

    form.show_problems({"given_names": LONG, "": LONG})
    for _pass in range(3):
        QApplication.processEvents()

    assert clipped_texts(window) == []
    assert unnamed_widgets(window) == []
