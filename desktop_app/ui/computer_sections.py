"""The sections of the settings that belong to this computer: looks, language, and what the program is."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from desktop_app.application.preferences import Preferences
from desktop_app.translation import DANISH, ENGLISH, _
from desktop_app.ui.buttons import Button
from desktop_app.ui.facts import FactTable
from desktop_app.ui.fields import FieldRow
from desktop_app.ui.fonts import TEXT_SCALES, nearest_text_scale
from desktop_app.ui.inputs import ComboBox
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap
from desktop_app.ui.segment import Segment
from desktop_app.ui.settings_sections import Section
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole
from desktop_app.ui.theme import ColourChoice

_SHORT_WIDTH = 120


class LooksSection(Section):
    """Colours and the size of text."""

    colours_chosen = Signal(str)
    percent_chosen = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._colours = Segment(
            _("Colours"),
            [
                (ColourChoice.SYSTEM.value, _("Follow the system")),
                (ColourChoice.LIGHT.value, _("Light")),
                (ColourChoice.DARK.value, _("Dark")),
            ],
        )
        self._percent = ComboBox([(str(scale), f"{scale} %") for scale in TEXT_SCALES])
        contrast = _("Where the system is in high contrast, its colours are used whatever is chosen here.")
        keys = _("Ctrl and plus, Ctrl and minus, and Ctrl+0 for 100 % do the same from anywhere.")
        column = Column(self._failure_place, FieldRow(_("Colours"), self._colours, help_text=contrast), Gap(20))
        column.add(FieldRow(_("Size of text"), self._percent, help_text=keys, width=_SHORT_WIDTH))
        self.setLayout(column)
        self._colours.chosen.connect(self.colours_chosen)
        self._percent.edited.connect(self._tell_percent)

    def show_choices(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._colours.choose(preferences.colours)
        self._percent.choose(str(nearest_text_scale(preferences.text_percent)))

    def _tell_percent(self) -> None:
        self.percent_chosen.emit(int(self._percent.key()))


class LanguageSection(Section):
    """The language of the screen; paper is Danish."""

    language_chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._languages = Segment(_("Language"), [(DANISH, "Dansk"), (ENGLISH, "English")])
        self._remark = Label("", wraps=True)
        self._remark.hide()
        paper = _("Plans and other papers for citizens are in Danish whatever is chosen here.")
        column = Column(self._failure_place, FieldRow(_("Language"), self._languages, help_text=paper), Gap(12))
        column.add(self._remark)
        self.setLayout(column)
        self._languages.chosen.connect(self.language_chosen)

    def show_choices(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self._languages.choose(preferences.language)

    def show_remark(self, text: str) -> None:
        """Say when another language takes hold."""
        self._remark.setText(text)
        self._remark.setVisible(bool(text))


class AboutSection(Section):
    """Version, where data lies, licences, and the way to another store."""

    other_file_wanted = Signal()
    new_file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._facts, self._licences = FactTable(), FactTable()
        other, new = Button(_("Use another file …"), icon="folder"), Button(_("Make a new file …"), icon="plus")
        why = _("The program is locked first. Made-up and real cases never lie in the same file.")
        column = Column(self._failure_place, self._facts, Gap(16), FlowRow(other, new), Gap(6))
        column.add(Label(why, TextRole.META, wraps=True), Gap(24), Line(), Gap(20))
        column.add(Label(_("Licences"), TextRole.HEADING), Gap(8), self._licences)
        self.setLayout(column)
        other.clicked.connect(self.other_file_wanted)
        new.clicked.connect(self.new_file_wanted)

    def show_facts(self, facts: Sequence[tuple[str, str]], licences: Sequence[tuple[str, str]]) -> None:
        """Show the version, the places and the licences."""
        self._facts.show_facts(facts)
        self._licences.show_facts(licences)
