"""The style sheet of the whole program, written once in steps, points and tokens, and filled in for each theme.

In the template `e(8)` is a measure, `pt(12)` a size of text and `$accent` a colour; `1px` is a line, `2px` a ring.
A border that grows to a ring takes the pixel back from padding and height, or the field would jump.
"""

import re

from desktop_app.ui.measure import Measure
from desktop_app.ui.palette import Palette, Token
from desktop_app.ui.text_roles import TEXT_STYLES, TEXT_TONES

_STEPS = re.compile(r"\be\(([\d.]+)\)")
_POINTS = re.compile(r"\bpt\(([\d.]+)\)")
_TOKEN = re.compile(r"\$(\w+)")

_TEMPLATE = """
QToolTip { background: $base; color: $text; border: 1px solid $border; padding: e(4) e(8); }

QLineEdit, QTextEdit, QPlainTextEdit, QComboBox {
    border: 1px solid $border; border-radius: e(3); background: $base; color: $text;
    placeholder-text-color: $muted; selection-background-color: $accent; selection-color: $on_accent;
}
QLineEdit, QComboBox { padding: 0 e(10); min-height: e(34); max-height: e(34); }
QLineEdit { lineedit-password-character: 8226; }
QComboBox { padding-left: e(12); padding-right: e(30); }
QTextEdit, QPlainTextEdit { padding: e(4) e(6); }
QLineEdit[state="warning"], QComboBox[state="warning"], QTextEdit[state="warning"] { border: 2px solid $soon_mark; }
QLineEdit[state="error"], QComboBox[state="error"], QTextEdit[state="error"] { border: 2px solid $error_edge; }
QLineEdit:focus, QComboBox:focus, QTextEdit:focus, QPlainTextEdit:focus { border: 2px solid $focus; }
QLineEdit:focus, QLineEdit[state="warning"], QLineEdit[state="error"] {
    padding: 0 e(9); min-height: e(32); max-height: e(32);
}
QComboBox:focus, QComboBox[state="warning"], QComboBox[state="error"] {
    padding-left: e(11); padding-right: e(29); min-height: e(32); max-height: e(32);
}
QTextEdit:focus, QTextEdit[state="warning"], QTextEdit[state="error"], QPlainTextEdit:focus { padding: e(3) e(5); }
QLineEdit:read-only, QTextEdit:read-only { background: $window; }
QLineEdit:disabled, QTextEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
    background: $window; color: $muted; border: 1px solid $divider;
}
QLineEdit[bare="true"], QLineEdit[bare="true"]:focus {
    border: 0; background: transparent; padding: 0; font-size: pt(13);
}
QTextEdit[large="true"] { font-size: pt(12); }
QComboBox::drop-down { border: 0; width: e(30); }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView, QListView[popup="true"] {
    background: $base; color: $text; border: 1px solid $border; outline: 0;
    selection-background-color: $selected; selection-color: $selected_text;
}
QComboBox QAbstractItemView::item, QListView[popup="true"]::item {
    min-height: e(32); padding: 0 e(8) 0 e(4); border: 0; border-left: e(4) solid transparent;
}
QComboBox QAbstractItemView::item:selected, QListView[popup="true"]::item:selected {
    background: $selected; color: $selected_text; border-left: e(4) solid $accent;
}
QListView[popup="true"]::item:disabled { color: $muted; }

QPushButton {
    border: 1px solid $border; border-radius: e(3); background: $base; color: $text;
    padding: 0 e(16); min-height: e(34); max-height: e(34);
}
QPushButton:hover { background: $hover; }
QPushButton:pressed { background: $selected; color: $selected_text; }
QPushButton[kind="primary"] { background: $accent; color: $on_accent; border: 1px solid $accent; font-weight: 600; }
QPushButton[kind="primary"]:hover, QPushButton[kind="primary"]:pressed {
    background: $accent_hover; border: 1px solid $accent_hover; color: $on_accent;
}
QPushButton[kind="second"] { border: 1px solid $accent; color: $link; font-weight: 500; }
QPushButton[kind="quiet"] { border: 0; background: transparent; padding: 0 e(8); min-height: e(36); max-height: e(36); }
QPushButton[kind="quiet"]:hover { background: $hover; }
QPushButton[kind="filter"] { border: 1px solid $divider; padding: 0 e(12); }
QPushButton[kind="segment"] { border-radius: 0; padding: 0 e(14); }
QPushButton[kind="segment"][place="middle"], QPushButton[kind="segment"][place="last"] { border-left: 0; }
QPushButton[kind="segment"][begins="true"] { border-left: 1px solid $border; }
QPushButton[kind="segment"][place="first"] { border-top-left-radius: e(3); border-bottom-left-radius: e(3); }
QPushButton[kind="segment"][place="last"] { border-top-right-radius: e(3); border-bottom-right-radius: e(3); }
QPushButton[kind="segment"]:checked, QPushButton[kind="filter"]:checked {
    background: $selected; color: $selected_text; border: 2px solid $accent; font-weight: 600;
    min-height: e(32); max-height: e(32);
}
QPushButton[kind="segment"]:checked { padding: 0 e(12); }
QPushButton[kind="link"] {
    border: 0; background: transparent; color: $link; padding: 0 e(3); min-height: e(24); max-height: e(24);
    text-decoration: underline; text-align: left;
}
QPushButton[kind="link"]:hover { background: transparent; color: $accent_hover; }
QPushButton[kind="disclosure"] {
    border: 0; background: transparent; padding: 0 e(4); min-height: e(36); max-height: e(36);
    font-size: pt(10); font-weight: 600; text-align: left;
}
QPushButton:disabled, QPushButton[kind="primary"]:disabled, QPushButton[kind="second"]:disabled {
    background: $base; color: $muted; border: 1px solid $divider;
}
QPushButton[kind="link"]:disabled, QPushButton[kind="quiet"]:disabled {
    border: 0; background: transparent; color: $muted; text-decoration: none;
}
QPushButton[trailing="true"] { padding-right: e(40); }
QPushButton[kind="quiet"][trailing="true"] { padding-right: e(32); }
QPushButton[square="true"] { padding: 0; min-width: e(34); max-width: e(34); }
QPushButton[kind="quiet"][square="true"] { min-width: e(36); max-width: e(36); }
QPushButton[slim="true"] { padding: 0 e(11); min-height: e(30); max-height: e(30); }
QPushButton[slim="true"]:checked { padding: 0 e(9); min-height: e(28); max-height: e(28); }

QFrame[popup="true"] { border: 1px solid $border; background: $base; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $base; }
QCalendarWidget QToolButton {
    border: 0; border-radius: e(3); background: $base; color: $text; font-weight: 600;
    margin: e(2); padding: 0 e(8); min-height: e(32); max-height: e(32);
}
QCalendarWidget QToolButton:hover { background: $hover; }
QCalendarWidget QToolButton:focus { border: 2px solid $focus; padding: 0 e(6); }
QCalendarWidget QToolButton::menu-indicator { image: none; }

QTabBar { background: transparent; }
QTabBar::tab {
    background: transparent; border: 0; border-bottom: e(3) solid transparent;
    padding: e(8) 0; margin-right: e(24); color: $muted;
}
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $text; border-bottom: e(3) solid $accent; font-weight: 600; }

QMenu { background: $base; color: $text; border: 1px solid $border; padding: e(4) 0; }
QMenu::item { padding: e(8) e(32) e(8) e(16); border-left: e(4) solid transparent; }
QMenu::item:selected { background: $selected; color: $selected_text; border-left: e(4) solid $accent; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $divider; margin: e(4) 0; }

QTableView { border: 0; background: $base; outline: 0; }
QHeaderView { border: 0; background: $base; }
QScrollArea, QScrollArea > QWidget > QWidget { border: 0; background: transparent; }
QScrollArea[stop="true"] { border: 2px solid transparent; }
QScrollArea[stop="true"]:focus { border: 2px solid $focus; }
QAbstractScrollArea::corner { background: transparent; border: 0; }
QScrollBar:vertical { background: transparent; width: e(12); margin: 0; }
QScrollBar:horizontal { background: transparent; height: e(12); margin: 0; }
QScrollBar::handle { background: $border; border-radius: e(3); margin: e(3); }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::handle:vertical { min-height: e(32); }
QScrollBar::handle:horizontal { min-width: e(32); }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }

QProgressBar {
    border: 1px solid $border; border-radius: e(3); background: $base; color: $text;
    min-height: e(10); max-height: e(10);
}
QProgressBar::chunk { background: $accent; }
"""


def style_sheet(palette: Palette, measure: Measure, text_scale: int) -> str:
    """Return the style sheet for a palette, a measure and a size of text in percent."""
    text = _TEMPLATE + _text_rules()
    text = _STEPS.sub(lambda found: f"{measure.e(float(found[1]))}px", text)
    text = _POINTS.sub(lambda found: f"{float(found[1]) * text_scale / 100:g}pt", text)
    return _TOKEN.sub(lambda found: palette[Token(found[1])], text)


def _text_rules() -> str:
    roles = [
        f'QLabel[role="{role}"] {{ font-size: pt({style.points:g}); font-weight: {style.weight}; '
        f"font-style: {'italic' if style.is_italic else 'normal'}; color: ${style.token}; }}"
        for role, style in TEXT_STYLES.items()
    ]
    tones = [f'QLabel[tone="{tone}"] {{ color: ${tone}; }}' for tone in TEXT_TONES]
    return "\n".join([*roles, *tones])
