"""Ctrl+PageDown and Ctrl+PageUp go through a long form section by section."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desktop_app.ui.inputs import ComboBox, LineEdit
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole
from tests.ui.conftest import Show

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def fields(show: Show) -> dict[str, LineEdit]:
    """Two fields in each of two sections, a heading that has none, and a last field; the keyboard is in the first."""
    fields = {name: LineEdit() for name in ("navn", "cpr", "vej", "by", "note")}
    column = Column(Label("Borgeren", TextRole.HEADING), fields["navn"], fields["cpr"])
    column.add(Label("Adresse", TextRole.HEADING), fields["vej"], fields["by"], Label("Tomt", TextRole.HEADING))
    label = Label("Bemærkninger", TextRole.LABEL)
    label.setProperty("begins_section", True)  # noqa: FBT003 - Qt's own order
    column.add(label, fields["note"])
    show(ScrollArea(column), height=120)
    fields["navn"].setFocus()
    return fields


def press(key: Qt.Key) -> None:
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, key, CONTROL)


def test_the_next_section_begins_at_its_first_field(fields: dict[str, LineEdit]) -> None:
    press(Qt.Key.Key_PageDown)

    assert fields["vej"].hasFocus()


def test_a_heading_without_fields_is_passed_and_the_field_comes_into_sight(fields: dict[str, LineEdit]) -> None:
    fields["by"].setFocus()

    press(Qt.Key.Key_PageDown)

    assert fields["note"].hasFocus()
    assert not fields["note"].visibleRegion().isEmpty()


def test_a_list_leaves_the_keys_to_the_page(show: Show) -> None:
    combo, field = ComboBox((("SY", "Syrien"), ("UA", "Ukraine"))), LineEdit()
    show(ScrollArea(Column(Label("Borgeren", TextRole.HEADING), combo, Label("Adresse", TextRole.HEADING), field)))
    combo.setFocus()

    press(Qt.Key.Key_PageDown)

    assert field.hasFocus()
    assert combo.key() == "SY"


def test_the_way_back_leads_to_the_first_field_too(fields: dict[str, LineEdit]) -> None:
    fields["by"].setFocus()

    press(Qt.Key.Key_PageUp)

    assert fields["navn"].hasFocus()


@pytest.mark.parametrize(("name", "key"), [("note", Qt.Key.Key_PageDown), ("cpr", Qt.Key.Key_PageUp)])
def test_at_either_end_the_keyboard_stays(fields: dict[str, LineEdit], name: str, key: Qt.Key) -> None:
    fields[name].setFocus()

    press(key)

    assert fields[name].hasFocus()
