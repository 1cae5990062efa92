"""The list of Ctrl+K: typed in, gone through, taken from and put away by keyboard and by mouse."""

import gc
import weakref

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.modeltest import ModelTester

from desktop_app.presenters.quick_open_presenter import QuickGroup, QuickRow
from desktop_app.translation import ENGLISH, set_language
from desktop_app.ui import quick_open
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.buttons import Button
from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.quick_open import QuickOpen
from desktop_app.ui.quick_open_list import QuickOpenModel
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.kit.parts import FOUND

pytestmark = pytest.mark.usefixtures("theme")


@pytest.fixture
def page(show: Show) -> QWidget:
    inner = QWidget()
    inner.setLayout(Column(Button("Ny modtagelse"), STRETCH))
    show(inner, width=900, height=700)
    return inner


def opened(page: QWidget) -> tuple[QuickOpen, list[str]]:
    found = QuickOpen(page)
    taken: list[str] = []
    found.chosen.connect(taken.append)
    found.open()
    found.show_groups(FOUND, "3 sager")
    return found, taken


def chosen(found: QuickOpen) -> str:
    row = found._list.chosen()
    return row.title if row is not None else ""


def test_what_is_typed_is_searched_for(page: QWidget) -> None:
    found = QuickOpen(page)
    typed: list[str] = []
    found.typed.connect(typed.append)
    found.open()

    QTest.keyClicks(found._field, "ra")

    assert typed == ["r", "ra"]


def test_the_first_row_is_chosen_and_enter_takes_it(page: QWidget) -> None:
    found, taken = opened(page)
    assert chosen(found) == "Rahimi, Farid"

    QTest.keyClick(found._field, Qt.Key.Key_Return)

    assert taken == ["case:2026-019"]
    assert found.isHidden()


def test_up_and_down_go_over_headings_and_stop_at_the_ends(page: QWidget) -> None:
    found, taken = opened(page)

    QTest.keyClick(found._field, Qt.Key.Key_Up)
    assert chosen(found) == "Rahimi, Farid"
    for _step in range(9):
        QTest.keyClick(found._field, Qt.Key.Key_Down)
    assert chosen(found) == "Ny modtagelse"
    QTest.keyClick(found._field, Qt.Key.Key_Up)
    QTest.keyClick(found._field, Qt.Key.Key_Enter)

    assert taken == ["case:2025-017"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Tab, Qt.Key.Key_Backtab])
def test_the_keyboard_stays_in_the_field(page: QWidget, key: Qt.Key) -> None:
    found, _taken = opened(page)

    QTest.keyClick(found._field, key)

    assert found._field.hasFocus()


def test_esc_puts_the_list_away_and_the_keyboard_back(page: QWidget) -> None:
    button = page.findChild(Button)
    assert button is not None
    button.setFocus()
    found, taken = opened(page)
    assert found._field.hasFocus()

    QTest.keyClick(found._field, Qt.Key.Key_Escape)

    assert found.isHidden()
    assert button.hasFocus()
    assert taken == []


def test_a_click_beside_the_list_puts_it_away_and_one_on_a_row_takes_it(page: QWidget) -> None:
    found, taken = opened(page)
    QTest.mouseClick(found, Qt.MouseButton.LeftButton, pos=QPoint(5, 5))
    assert found.isHidden()
    assert taken == []

    found.open()
    found.show_groups(FOUND, "3 sager")
    QApplication.processEvents()
    rows = found._list
    second = rows.visualRect(rows.model().index(2, 0))
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=second.center())

    assert taken == ["case:2026-020"]


def test_a_click_on_a_heading_takes_nothing(page: QWidget) -> None:
    found, taken = opened(page)
    QApplication.processEvents()
    rows = found._list

    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=rows.visualRect(rows.model().index(0, 0)).center())

    assert taken == []
    assert found.isVisible()


def test_opened_again_the_field_is_empty_and_counts_what_is_found(page: QWidget) -> None:
    found, _taken = opened(page)
    QTest.keyClicks(found._field, "rahi")
    found.close_list()

    found.open()
    found.show_groups(FOUND, "3 sager")

    assert found._field.text() == ""
    assert found._count.text() == "3 sager"


def test_where_nothing_is_found_that_is_said(page: QWidget) -> None:
    found, taken = opened(page)
    QTest.keyClicks(found._field, "xyz")

    found.show_groups((), "0 sager")
    QTest.keyClick(found._field, Qt.Key.Key_Return)

    assert found._nothing.isVisible()
    assert "xyz" in found._nothing.text()
    assert taken == []


def test_the_list_covers_the_page_whatever_its_size(page: QWidget) -> None:
    found, _taken = opened(page)

    page.window().resize(640, 500)
    QApplication.processEvents()

    assert found.geometry() == page.rect()
    assert found.rect().contains(found._card.geometry())


def test_each_row_is_read_aloud_as_one_comes_to_it(page: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    told: list[str] = []
    monkeypatch.setattr(quick_open, "announce", lambda _widget, sentence: told.append(sentence))

    found, _taken = opened(page)
    QTest.keyClick(found._field, Qt.Key.Key_Down)

    assert told == [
        "3 sager. Rahimi, Farid, Født 1988 · Afghanistan · sag 2026-019, Frist om 9 dage",
        "Rahimi, Laila, Født 1991 · Afghanistan · sag 2026-020, Frist den 04.01.2027",
    ]
    assert QAccessible.queryAccessibleInterface(found._field).text(QAccessible.Text.Name) == "Søg eller gå til"


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize(("scale", "width"), [(100, 900), (200, 900), (200, 640)])
def test_nothing_of_it_is_clipped_or_without_a_name(
    page: QWidget, theme: Theme, scale: int, width: int, language: str
) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    page.window().resize(width, 700)
    QApplication.processEvents()

    found, _taken = opened(page)
    for _pass in range(3):
        QApplication.processEvents()

    assert clipped_texts(found) == []
    assert unnamed_widgets(found) == []
    assert found.rect().contains(found._card.geometry())


def test_the_list_is_freed_with_its_page(show: Show) -> None:
    gc.collect()
    gc.disable()
    try:
        page = QWidget()
        window = show(page)
        found, _taken = opened(page)
        kept = [weakref.ref[QWidget](page), weakref.ref[QWidget](found)]
        found.close_list()
        window.layout().removeWidget(page)  # type: ignore[union-attr]
        page.setParent(None)
        del page, found

        assert [one() for one in kept] == [None, None]
    finally:
        gc.enable()


@pytest.mark.parametrize("groups", [FOUND, ()])
def test_the_model_keeps_qt_s_rules(qtmodeltester: ModelTester, groups: tuple[QuickGroup, ...]) -> None:
    model = QuickOpenModel()
    model.set_groups(groups)

    qtmodeltester.check(model)  # type: ignore[no-untyped-call]


def test_headings_cannot_be_chosen_and_rows_can() -> None:
    model = QuickOpenModel()
    model.set_groups(FOUND)

    assert model.at(0) == "Sager"
    assert not model.flags(model.index(0, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert isinstance(model.at(1), QuickRow)
    assert model.flags(model.index(1, 0)) & Qt.ItemFlag.ItemIsSelectable
    assert model.at(99) is None
