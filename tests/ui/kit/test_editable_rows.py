"""A small list edited in place: rows added, moved, removed and had back, by keyboard and by buttons."""

import gc
import weakref

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QAccessible, QKeySequence, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.translation import ENGLISH, _, set_language
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.editable_rows import EditableRows, RowEditor
from desktop_app.ui.field_flow import FieldFlow
from desktop_app.ui.fields import FieldRow, FieldState
from desktop_app.ui.form import Form
from desktop_app.ui.inputs import ComboBox, CompoundEditor, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.search_choice import SearchChoice
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_area import TextArea
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.kit.parts import activity_rows, date_field

pytestmark = pytest.mark.usefixtures("theme")

ALT, SHIFT, CONTROL = (
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class Goal(RowEditor):
    def __init__(self) -> None:
        super().__init__()
        self.title, self.until, self.note = LineEdit(), date_field(is_slim=True), TextArea(lines=1)
        self.kind, self.country = ComboBox((("a", "A"), ("b", "B"))), SearchChoice((("SY", "Syrien"),))
        self.setLayout(
            Column(
                self.add_field("title", FieldRow("Mål", self.title)),
                self.add_field("until", FieldRow("Senest", self.until)),
                self.add_field("note", FieldRow("Bemærkning", self.note)),
                self.add_field("kind", FieldRow("Slags", self.kind)),
                self.add_field("country", FieldRow("Land", self.country)),
            )
        )


def goals(*titles: str) -> EditableRows[Goal]:
    rows = EditableRows("Mål", "Tilføj mål", Goal, empty_text="Ingen mål endnu.")
    for title in titles:
        rows.add_row().title.setText(title)
    return rows


def titles_of(rows: EditableRows[Goal]) -> list[str]:
    return [row.title.text() for row in rows.rows()]


def seen(rows: EditableRows[Goal]) -> list[str]:
    """The titles in the order they stand on the screen."""
    QApplication.processEvents()
    shown = [row for row in rows.findChildren(Goal) if row.isVisible()]
    return [row.title.text() for row in sorted(shown, key=lambda row: row.mapTo(rows, row.rect().topLeft()).y())]


def has_focus(widget: QWidget) -> bool:
    return QApplication.focusWidget() is widget


def test_a_row_is_added_under_the_last_and_written_in_at_once(show: Show) -> None:
    rows = goals("Arbejde")
    show(rows)

    rows._add.click()

    assert titles_of(rows) == seen(rows) == ["Arbejde", ""]
    assert has_focus(rows.rows()[1].title)


def test_ctrl_enter_adds_a_row_below_the_one_one_is_at(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    rows.rows()[0].title.setFocus()

    QTest.keyClick(rows.rows()[0].title, Qt.Key.Key_Return, CONTROL | SHIFT)
    QTest.keyClicks(rows.rows()[1].title, "Dansk")

    assert titles_of(rows) == seen(rows) == ["Arbejde", "Dansk", "Bolig"]


def test_ctrl_enter_in_a_row_is_not_the_page_s(show: Show) -> None:
    rows = goals("Arbejde")
    window = show(rows)
    shortcut = QShortcut(QKeySequence("Ctrl+Return"), window)
    heard: list[str] = []
    shortcut.activated.connect(lambda: heard.append("page"))
    rows.rows()[0].title.setFocus()

    QTest.keyClick(rows.rows()[0].title, Qt.Key.Key_Return, CONTROL | SHIFT)

    assert heard == []
    assert len(rows.rows()) == 2


@pytest.mark.parametrize("field", ["title", "until", "note", "kind", "country"])
def test_alt_shift_and_an_arrow_move_the_row_from_any_field_and_the_keyboard_stays_in_it(
    show: Show, field: str
) -> None:
    rows = goals("Arbejde", "Bolig", "Dansk")
    show(rows)
    row = rows.rows()[1]
    stop = getattr(row, field)
    stop = stop.stop if isinstance(stop, CompoundEditor) else stop
    stop.setFocus()

    QTest.keyClick(stop, Qt.Key.Key_Up, ALT | SHIFT)
    assert titles_of(rows) == seen(rows) == ["Bolig", "Arbejde", "Dansk"]
    QTest.keyClick(stop, Qt.Key.Key_Down, ALT | SHIFT)
    QTest.keyClick(stop, Qt.Key.Key_Down, ALT | SHIFT)

    assert titles_of(rows) == seen(rows) == ["Arbejde", "Dansk", "Bolig"]
    assert has_focus(stop)


@pytest.mark.parametrize("place", ["handle", "title", "note"])
def test_alt_and_an_arrow_move_the_row_where_no_field_needs_them(show: Show, place: str) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    stop = rows._places[0].handle if place == "handle" else getattr(rows.rows()[0], place)
    stop.setFocus()

    QTest.keyClick(stop, Qt.Key.Key_Down, ALT)
    assert titles_of(rows) == ["Bolig", "Arbejde"]
    QTest.keyClick(stop, Qt.Key.Key_Up, ALT)

    assert titles_of(rows) == ["Arbejde", "Bolig"]


def test_the_first_goes_no_higher_and_the_last_no_lower(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    heard: list[None] = []
    rows.edited.connect(lambda: heard.append(None))

    rows._places[0].handle.setFocus()
    QTest.keyClick(rows._places[0].handle, Qt.Key.Key_Up, ALT)
    rows._places[1].handle.setFocus()
    QTest.keyClick(rows._places[1].handle, Qt.Key.Key_Down, ALT)

    assert titles_of(rows) == ["Arbejde", "Bolig"]
    assert heard == []


def test_the_buttons_move_the_row_one_was_at_last(show: Show) -> None:
    rows = goals("Arbejde", "Bolig", "Dansk")
    show(rows)
    rows.rows()[2].title.setFocus()
    assert (rows._up.isEnabled(), rows._down.isEnabled()) == (True, False)

    rows._up.setFocus()
    rows._up.click()
    assert titles_of(rows) == ["Arbejde", "Dansk", "Bolig"]
    assert has_focus(rows._up)

    rows._up.click()
    assert titles_of(rows) == ["Dansk", "Arbejde", "Bolig"]
    assert has_focus(rows._places[0].handle)  # the button can go no further

    rows._down.click()
    assert titles_of(rows) == ["Arbejde", "Dansk", "Bolig"]


def test_before_one_is_at_a_row_nothing_can_be_moved_or_removed(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    outside = LineEdit()
    show(outside, rows)
    outside.setFocus()

    assert [button.isEnabled() for button in (rows._up, rows._down, rows._remove)] == [False] * 3
    rows._move_up()
    rows._remove_current()
    rows._bring_back()
    assert titles_of(rows) == ["Arbejde", "Bolig"]


def test_delete_on_the_number_of_a_row_removes_it_and_it_can_be_had_back(show: Show) -> None:
    rows = goals("Arbejde", "Bolig", "Dansk")
    show(rows)
    row = rows.rows()[1]
    rows._places[1].handle.setFocus()

    QTest.keyClick(rows._places[1].handle, Qt.Key.Key_Delete)
    assert titles_of(rows) == seen(rows) == ["Arbejde", "Dansk"]
    assert rows._gone_text.text() == _("{row} is removed.").format(row="Mål 2")
    assert has_focus(rows._undo)

    QTest.keyClick(rows._undo, Qt.Key.Key_Return)
    assert titles_of(rows) == seen(rows) == ["Arbejde", "Bolig", "Dansk"]
    assert rows.rows()[1] is row
    assert has_focus(rows._places[1].handle)
    assert rows._gone.isHidden()


def test_delete_in_a_field_removes_a_letter_and_no_row(show: Show) -> None:
    rows = goals("Arbejde")
    show(rows)
    title = rows.rows()[0].title
    title.setFocus()
    title.setCursorPosition(0)

    QTest.keyClick(title, Qt.Key.Key_Delete)

    assert titles_of(rows) == ["rbejde"]


def test_the_button_removes_the_row_one_was_at_and_the_next_is_then_the_one(show: Show) -> None:
    rows = goals("Arbejde", "Bolig", "Dansk")
    show(rows)
    rows.rows()[0].title.setFocus()

    rows._remove.click()
    assert titles_of(rows) == ["Bolig", "Dansk"]
    rows._remove.click()
    assert titles_of(rows) == ["Dansk"]
    rows._remove.click()
    assert titles_of(rows) == []
    assert not rows._remove.isEnabled()

    rows._undo.click()
    assert titles_of(rows) == ["Dansk"]


def test_a_removed_row_comes_back_at_the_end_when_there_are_fewer_rows_now(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    rows.rows()[1].title.setFocus()
    rows._remove.click()

    rows._places[0].handle.setFocus()
    rows._undo.click()

    assert titles_of(rows) == ["Arbejde", "Bolig"]


def test_every_edit_by_a_person_is_told_and_none_by_the_program(show: Show) -> None:
    rows = goals()
    show(rows)
    heard: list[list[str]] = []
    rows.edited.connect(lambda: heard.append(titles_of(rows)))

    rows.add_row().title.setText("Arbejde")
    rows.add_row().title.setText("Bolig")
    assert heard == []

    rows.rows()[0].title.setFocus()
    QTest.keyClicks(rows.rows()[0].title, "!")
    rows._down.click()
    rows._remove.click()
    rows._undo.click()
    rows._add.click()

    assert heard == [
        ["Arbejde!", "Bolig"],
        ["Bolig", "Arbejde!"],
        ["Bolig"],
        ["Bolig", "Arbejde!"],
        ["Bolig", "Arbejde!", ""],
    ]


def test_other_rows_are_shown_in_place_of_those_before(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    rows.rows()[0].title.setFocus()
    rows._remove.click()

    rows.clear()
    rows.add_row().title.setText("Dansk")

    assert titles_of(rows) == seen(rows) == ["Dansk"]
    assert rows._gone.isHidden()
    assert not rows._remove.isEnabled()


def test_a_list_without_rows_says_so(show: Show) -> None:
    rows = goals()
    show(rows)
    assert rows._empty.isVisible()

    rows._add.click()

    assert not rows._empty.isVisible()


def test_tab_comes_to_rows_made_late_in_their_order_and_then_to_what_follows(show: Show) -> None:
    rows, after = goals("Arbejde", "Bolig"), LineEdit()
    show(rows, after)
    rows.rows()[0].title.setFocus()
    QTest.keyClick(rows.rows()[0].title, Qt.Key.Key_Return, CONTROL | SHIFT)

    visited: list[QWidget] = []
    rows._places[0].handle.setFocus()
    for _stop in range(30):
        at = QApplication.focusWidget()
        assert at is not None
        visited.append(at)
        QTest.keyClick(at, Qt.Key.Key_Tab)
        if has_focus(after):
            break

    titles = [visited.index(row.title) for row in rows.rows()]
    handles = [visited.index(place.handle) for place in rows._places]
    assert titles == sorted(titles)
    assert all(handle < title for handle, title in zip(handles, titles, strict=True))
    assert visited.index(rows._add) > titles[-1]
    assert has_focus(after)


def test_the_row_one_is_at_is_marked(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    before = rows._places[1].grab().toImage().pixelColor(1, 20)

    rows.rows()[1].title.setFocus()

    assert rows._places[1].grab().toImage().pixelColor(1, 20) != before
    assert rows._places[0].grab().toImage().pixelColor(1, 20) == before


def test_each_field_says_which_row_it_is_in(show: Show) -> None:
    rows = goals("Arbejde", "Bolig")
    show(rows)
    second = rows.rows()[1]
    name = QAccessible.Text.Name
    assert QAccessible.queryAccessibleInterface(second.title).text(name) == "Mål 2: Mål"
    assert rows._places[1].handle.accessibleName() == "Mål 2 af 2"

    rows.rows()[1].title.setFocus()
    rows._up.click()

    assert QAccessible.queryAccessibleInterface(second.title).text(name) == "Mål 1: Mål"
    assert QAccessible.queryAccessibleInterface(second.until.stop).text(name) == "Mål 1: Senest"


def test_a_form_shows_problems_in_rows_by_their_place(show: Show) -> None:
    form = Form()
    rows = form.add_rows("goals", goals("Arbejde", ""))
    show(form.summary, rows)
    heard: list[None] = []
    form.edited.connect(lambda: heard.append(None))

    form.show_problems({"goals.1.title": "Skriv målet"})
    second = rows.rows()[1].fields["title"]
    assert (second.state, second.message) == (FieldState.ERROR, "Skriv målet")
    form.go_to("goals.1.title")
    assert has_focus(rows.rows()[1].title)

    QTest.keyClicks(rows.rows()[1].title, "B")
    assert len(heard) == 1
    rows._up.click()
    form.show_problems({"goals.1.title": "Skriv målet"})
    assert second.state is FieldState.FINE
    assert rows.rows()[1].fields["title"].state is FieldState.ERROR


def test_removed_rows_and_their_list_are_freed(show: Show) -> None:
    window = show(Label(""))
    gc.collect()
    gc.disable()
    try:
        rows = goals("Arbejde", "Bolig")
        window.layout().addWidget(rows)  # type: ignore[union-attr]
        kept = [weakref.ref[QWidget](widget) for widget in (rows, *rows.rows())]
        rows.rows()[0].title.setFocus()
        rows._remove.click()
        rows._remove.click()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert kept[1]() is None

        rows.deleteLater()
        del rows
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        assert [ref() for ref in kept] == [None, None, None]
    finally:
        gc.enable()


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize(("scale", "width"), [(100, 1000), (100, 640), (200, 1000), (200, 640)])
def test_nothing_of_the_rows_is_clipped_or_without_a_name(
    show: Show, theme: Theme, scale: int, width: int, language: str
) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    window = show(ScrollArea(Column(activity_rows(), STRETCH)), width=width, height=700)
    for _pass in range(4):
        QApplication.processEvents()

    assert clipped_texts(window) == []
    assert unnamed_widgets(window) == []


def widths_at(show: Show, width: int) -> list[tuple[int, int]]:
    flow, fields = FieldFlow(across=10, down=10), [LineEdit(), LineEdit(), LineEdit()]
    flow.add(fields[0], least=100)
    flow.add(fields[1], least=100, share=2)
    flow.add(fields[2], least=80, share=0)
    window = show(flow, width=width)
    assert flow.itemAt(3) is None
    assert flow.takeAt(9) is None
    assert window.minimumSizeHint().width() <= width
    return [(field.geometry().top(), field.width()) for field in fields]


def test_fields_share_the_line_by_their_shares(show: Show) -> None:
    (top, first), (_top, second), (_last, third) = widths_at(show, 600)

    assert (first, second, third) == (200, 300, 80) or first + second + third == 580
    assert first - 100 == (second - 100) // 2
    assert third == 80
    assert top == _top == _last


def test_fields_go_on_to_the_next_line_when_there_is_too_little_room(show: Show) -> None:
    (first_top, first), (second_top, second), (third_top, third) = widths_at(show, 220)

    assert first_top == second_top < third_top
    assert first + second + 10 <= 220
    assert third == 80


def test_inputs_of_a_line_stand_at_the_same_height_whatever_stands_over_them(show: Show) -> None:
    flow = FieldFlow()
    rows = [FieldRow("Fra", LineEdit()), FieldRow("Til", LineEdit(), help_text="Senest om et år")]
    for row in rows:
        flow.add(row, least=150)
    window = show(flow, width=500)
    rows[0].show_message(FieldState.ERROR, "Startdatoen skal ligge i programmet, og det gør den ikke")
    for _pass in range(3):
        QApplication.processEvents()

    bottoms = {row.editor.mapTo(window, row.editor.rect().bottomLeft()).y() for row in rows}
    assert len(bottoms) == 1
