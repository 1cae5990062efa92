"""The Qt application: style, fonts, language of Qt's own texts, and the theme every part asks for."""

import os
from collections.abc import Sequence

from PySide6.QtCore import QLibraryInfo, QLocale, QSettings, QTranslator
from PySide6.QtWidgets import QApplication

from desktop_app import translation
from desktop_app.ui.fonts import load_fonts
from desktop_app.ui.theme import ColourChoice, Theme

PRODUCT_NAME = "Én Plan"

_LOCALES = {
    translation.DANISH: QLocale(QLocale.Language.Danish, QLocale.Country.Denmark),
    translation.ENGLISH: QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom),
}


class PlanApplication(QApplication):
    """The one application object, in the language the texts are in when it is made, and in the colours chosen.

    One that `dresses_later` has no style sheet until `theme.dress()`.

    Raises:
        FileNotFoundError: a font is not bundled.
        FontUnreadable: a font file is damaged.
    """

    def __init__(
        self,
        arguments: Sequence[str],
        *,
        colours: ColourChoice = ColourChoice.SYSTEM,
        text_percent: int = 100,
        dresses_later: bool = False,
    ) -> None:
        # Asked for by `setStyle` the style would come back as an object, whose many enums take Python 20 ms to make.
        super().__init__([*arguments, "-style", "Fusion"])
        # Qt's dialog of files keeps the folders one was in, and folders are named after people. There it can keep none.
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, os.devnull)
        self.setApplicationName("enplan")
        self.setApplicationDisplayName(PRODUCT_NAME)
        self._qt_texts = QTranslator(self)
        self.take_language()
        load_fonts()
        self.theme = Theme(self, colours, text_percent, dresses_later=dresses_later)

    def take_language(self) -> None:
        """Let Qt's own words, dates and file dialogs have the language the program's texts are in now."""
        QLocale.setDefault(_LOCALES[translation.language()])
        self.removeTranslator(self._qt_texts)
        if self._qt_texts.load(QLocale(), "qtbase", "_", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
            self.installTranslator(self._qt_texts)


def current_application() -> PlanApplication:
    """Return the running application.

    Raises:
        RuntimeError: no `PlanApplication` is running.
    """
    application = QApplication.instance()
    if not isinstance(application, PlanApplication):
        raise RuntimeError("a PlanApplication must be made before any widget")  # noqa: TRY004 - a state, not a type
    return application


def current_theme() -> Theme:
    """Return the theme of the running application.

    Raises:
        RuntimeError: no `PlanApplication` is running.
    """
    return current_application().theme
