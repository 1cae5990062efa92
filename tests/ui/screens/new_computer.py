"""A computer without a store on it, and the guide in the real window, driven by the keyboard alone."""

from pathlib import Path

from PySide6.QtCore import Qt

from desktop_app.presenters.first_start_choices import FirstStep
from desktop_app.presenters.first_start_presenter import FirstStartPresenter
from desktop_app.ui.first_start import FirstStart
from desktop_app.ui.main_window import MainWindow
from tests.ui.screens.at_the_keyboard import press, texts_shown, type_text

PASSWORD = "fire tilfældige ord her"  # noqa: S105 - of a store that lives as long as one test


class Guide:
    """The guide of a window, as somebody at the keyboard goes through it."""

    def __init__(self, window: MainWindow) -> None:
        assert window.ways_in.guide is not None
        assert window.ways_in.founding is not None
        self.screen: FirstStart = window.ways_in.guide
        self.presenter: FirstStartPresenter = window.ways_in.founding

    def answer(self, backups: Path) -> None:
        """Answer what the step shown asks, without going on."""
        match self.presenter.step:
            case FirstStep.TEAM:
                type_text("lolland")
                press(Qt.Key.Key_Tab)
                press(Qt.Key.Key_Tab)
                type_text("Mette Jensen")
            case FirstStep.PASSWORD:
                type_text(PASSWORD)
                press(Qt.Key.Key_Tab)
                press(Qt.Key.Key_Tab)
                type_text(PASSWORD)
                for _stop in range(4):  # the key itself, printing, saving, the tick
                    press(Qt.Key.Key_Tab)
                press(Qt.Key.Key_Space)
            case FirstStep.BACKUP:
                self.screen.backup.folder_chosen.emit(str(backups))
            case _:
                pass

    def go_to(self, step: FirstStep, backups: Path) -> None:
        """Answer every step before one, and go on by Ctrl+Enter."""
        while self.presenter.step is not step:
            before = self.presenter.step
            self.answer(backups)
            press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
            assert self.presenter.step is not before, texts_shown(self.screen)
