"""The order Tab goes in, read without harm to what it goes through."""

import shiboken6
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop_app.ui.keyboard_focus import focus_chain, last_stop


def window_of(qtbot: QtBot) -> tuple[QWidget, QWidget, list[QWidget]]:
    window, page = QWidget(), QWidget()
    qtbot.addWidget(window)
    fields: list[QWidget] = [QLineEdit(), QPushButton(), QLineEdit()]
    inner, outer = QVBoxLayout(page), QVBoxLayout(window)
    for field in fields:
        inner.addWidget(field)
    outer.addWidget(page)
    return window, page, fields


def parent_told(widget: QWidget) -> str:
    """Return what PySide takes for the parent of a widget; what it destroys, it destroys by that."""
    lines = [line for line in shiboken6.dump(widget).splitlines() if line.startswith("parent")]
    return lines[0] if lines else ""


def test_the_chain_holds_every_widget_once_in_the_order_of_tab(qtbot: QtBot) -> None:
    window, _page, fields = window_of(qtbot)

    chain = focus_chain(window)

    assert [widget for widget in chain if widget in fields] == fields
    assert len(chain) == len(set(chain))
    assert window not in chain


def test_reading_it_leaves_everything_with_its_own_parent(qtbot: QtBot) -> None:
    window, page, fields = window_of(qtbot)
    window.show()
    before = [parent_told(widget) for widget in (window, page, *fields)]

    focus_chain(window)

    assert [parent_told(widget) for widget in (window, page, *fields)] == before
    assert window.isVisible()


def test_without_that_pyside_takes_one_for_the_child_of_the_other(qtbot: QtBot) -> None:
    """The control: what `focus_chain` puts right is wrong where Qt's chain is walked by hand."""
    _window, page, fields = window_of(qtbot)
    before = parent_told(fields[1])

    assert fields[0].nextInFocusChain() is fields[1]

    assert parent_told(fields[1]) != before
    fields[1].setParent(page)
    assert parent_told(fields[1]) == before


def test_the_last_stop_is_the_last_before_what_is_left_apart(qtbot: QtBot) -> None:
    window, page, fields = window_of(qtbot)

    assert last_stop(window, before=QWidget()) is fields[-1]
    assert last_stop(window, before=page) is window
