"""The shortcuts by theme."""

import pytest
from PySide6.QtWidgets import QApplication

from desktop_app.presenters.key_words import KeyEntry, KeyGroup
from desktop_app.translation import ENGLISH, _, set_language
from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.key_list import KeyCaps, KeyList
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.theme import Theme
from tests.ui.conftest import Show
from tests.ui.kit.parts import KEYS

pytestmark = pytest.mark.usefixtures("theme")


def test_every_key_stands_under_its_theme(show: Show) -> None:
    keys = KeyList(KEYS)
    show(keys, height=900)

    labels = [label.text() for label in keys.findChildren(Label)]
    assert labels == [text for group in KEYS for text in (group.title, *(entry.what for entry in group.entries))]
    assert len(keys.findChildren(KeyCaps)) == sum(len(group.entries) for group in KEYS)


def test_keys_are_heard_as_they_are_pressed(show: Show) -> None:
    caps = KeyCaps(("Ctrl+PgUp", "Ctrl+PgDown"))
    show(caps)

    assert caps.accessibleName() == f"Ctrl+PageUp {_('or')} Ctrl+PageDown"


def test_other_keys_can_be_shown(show: Show) -> None:
    keys = KeyList(KEYS)
    show(keys)

    keys.show_groups((KeyGroup("Sager", (KeyEntry(("F2",), "Redigér"),)),))
    QApplication.processEvents()

    assert [label.text() for label in keys.findChildren(Label) if label.isVisible()] == ["Sager", "Redigér"]


def test_keys_stand_beside_what_they_do_or_under_it_where_there_is_little_room(show: Show) -> None:
    keys = KeyList((KeyGroup("Sager", (KeyEntry(("Ctrl+Shift+N",), "Ny modtagelse"),)),))
    window = show(keys, width=600)
    [caps], label = keys.findChildren(KeyCaps), keys.findChildren(Label)[1]
    QApplication.processEvents()
    assert caps.y() < label.y() + label.height()
    assert caps.x() > label.x()

    window.resize(260, 400)
    for _pass in range(3):
        QApplication.processEvents()

    assert caps.y() >= label.y() + label.height()


@pytest.mark.parametrize("language", ["da", ENGLISH])
@pytest.mark.parametrize(("scale", "width"), [(100, 800), (200, 1000), (200, 640)])
def test_nothing_of_the_keys_is_clipped(show: Show, theme: Theme, scale: int, width: int, language: str) -> None:
    set_language(language)
    theme.choose_text_scale(scale)
    window = show(ScrollArea(Column(KeyList(KEYS), STRETCH), name="Genveje"), width=width, height=700)
    for _pass in range(4):
        QApplication.processEvents()

    assert clipped_texts(window) == []
    assert unnamed_widgets(window) == []
    assert all(caps.width() >= caps.sizeHint().width() for caps in window.findChildren(KeyCaps))
