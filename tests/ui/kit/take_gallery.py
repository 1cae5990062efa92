"""Saves pictures of the kit in build/gallery, for people to look at: light, dark, and text at 200 %.

Run as `QT_QPA_PLATFORM=offscreen python -m tests.ui.kit.take_gallery`.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from desktop_app.ui.accessibility import clipped_texts, unnamed_widgets
from desktop_app.ui.qt_application import PlanApplication
from desktop_app.ui.theme import ColourChoice
from tests.ui.kit import gallery, parts

TARGET = Path(__file__).parents[3] / "build" / "gallery"
_LOOKS = (("", ColourChoice.LIGHT, 100), ("-dark", ColourChoice.DARK, 100), ("-200", ColourChoice.LIGHT, 200))


def _today() -> QWidget:
    table = gallery.worklist()
    shell = gallery.shell_with("today", gallery.today(table))
    shell.show()
    shell.activateWindow()
    QApplication.processEvents()
    table.setFocus(Qt.FocusReason.TabFocusReason)
    return shell


def _why() -> QWidget:
    table = gallery.worklist()
    table.select("6")
    return gallery.shell_with("today", gallery.today(table, gallery.why()))


def _empty() -> QWidget:
    return gallery.shell_with("today", gallery.empty())


def _case() -> QWidget:
    return gallery.shell_with("cases", parts.overview())


PAGES: dict[str, Callable[[], QWidget]] = {
    "today": _today,
    "why-deadline": _why,
    "today-empty": _empty,
    "case-overview": _case,
    "texts": parts.texts,
    "buttons": parts.buttons,
    "fields": parts.fields,
    "messages": parts.messages,
    "activities": parts.activities,
    "editing": parts.editing,
    "keys": parts.keys,
    "quick-open": parts.quick_open,
    "passwords": parts.passwords,
}


def main() -> None:
    """Save every page in every look, and say what is clipped or unnamed in it."""
    application = PlanApplication(sys.argv)
    TARGET.mkdir(parents=True, exist_ok=True)
    for ending, colours, scale in _LOOKS:
        application.theme.choose_colours(colours)
        application.theme.choose_text_scale(scale)
        for name, make in PAGES.items():
            page = make()
            page.resize(1280, 800)
            page.show()
            for _pass in range(8):  # what grows with its text grows one level of layouts at a time
                application.processEvents()
            page.grab().save(str(TARGET / f"{name}{ending}.png"))
            for problem in (*clipped_texts(page), *unnamed_widgets(page)):
                sys.stdout.write(f"{name}{ending}: {problem}\n")
            page.close()


if __name__ == "__main__":
    main()
