"""Indstillinger: a section at a time, under tabs."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from desktop_app.application.preferences import Preferences
from desktop_app.presenters.access_presenter import AccessField
from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.preferences_presenter import lock_choices
from desktop_app.translation import _
from desktop_app.ui.check_section import CheckSection
from desktop_app.ui.computer_sections import AboutSection, LanguageSection, LooksSection
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, Row
from desktop_app.ui.may import May, RoleAct
from desktop_app.ui.people_section import PeopleSection
from desktop_app.ui.phrases_section import PhrasesSection
from desktop_app.ui.qt_application import current_theme
from desktop_app.ui.rules_section import RulesSection
from desktop_app.ui.settings_sections import BackupSection, MeSection, Section, SecuritySection, TeamSection
from desktop_app.ui.surfaces import Line, ScrollArea
from desktop_app.ui.tabs import Tabs
from desktop_app.ui.text_roles import TextRole

ME, TEAM, PEOPLE, RULES, PHRASES, SECURITY, CHECK, BACKUP, LOOKS, LANGUAGE, ABOUT = (
    "me",
    "team",
    "people",
    "rules",
    "phrases",
    "security",
    "check",
    "backup",
    "looks",
    "language",
    "about",
)
_NEEDS: Mapping[str, RoleAct] = {
    TEAM: RoleAct.CHANGE_SETTINGS,
    PEOPLE: RoleAct.MANAGE_TEAM,
    PHRASES: RoleAct.WRITE_PHRASES,
    CHECK: RoleAct.CHECK_USE,
}
"""What one must be let do to see a section; everybody sees the others."""

_WIDTH, _FILLING = 640, 1000


class SettingsPage(QWidget):
    """The sections (`AccessView` and `PreferencesView` of their presenters).

    Only the sections the user may do something in are there. `section_shown` carries the key of a tab, `done` says that
    something about one's own access is done.
    """

    section_shown = Signal(str)
    done = Signal(str)

    def __init__(self, today: Callable[[], date], may: May) -> None:
        super().__init__()
        self.people, self.rules, self.phrases = PeopleSection(), RulesSection(today, may), PhrasesSection()
        self.me, self.team, self.security = MeSection(), TeamSection(), SecuritySection(lock_choices(), may)
        self.backup, self.looks, self.language = BackupSection(may), LooksSection(), LanguageSection()
        self.about, self.check = AboutSection(), CheckSection(today)
        sections: Mapping[str, tuple[str, Section]] = {
            ME: (_("Me"), self.me),
            TEAM: (_("Municipality and team"), self.team),
            PEOPLE: (_("Access"), self.people),
            RULES: (_("Rules and deadlines"), self.rules),
            PHRASES: (_("Phrases"), self.phrases),
            SECURITY: (_("Security"), self.security),
            CHECK: (_("Check"), self.check),
            BACKUP: (_("Backup"), self.backup),
            LOOKS: (_("Looks"), self.looks),
            LANGUAGE: (_("Language"), self.language),
            ABOUT: (_("About"), self.about),
        }
        self._sections = {key: one for key, one in sections.items() if key not in _NEEDS or may(_NEEDS[key])}
        self._tabs = Tabs(_("Sections of the settings"), [(key, word) for key, (word, _page) in self._sections.items()])
        self._contents = QStackedWidget()
        self._areas: dict[str, ScrollArea] = {}
        self._pages: list[QWidget] = []
        for key, (_word, section) in self._sections.items():
            # These have a list of their own that scrolls, and all the width there is.
            has_list = section in (self.people, self.rules, self.phrases, self.check)
            self._areas[key] = ScrollArea(Column(section)) if has_list else self._scrolled(section)
            self._contents.addWidget(self._areas[key])
        whole = Column()
        whole.addLayout(Column(Label(_("Settings"), TextRole.TITLE), margins=(24, 20, 24, 8)))
        whole.addLayout(Column(self._tabs, margins=(24, 0, 24, 0)))
        whole.add(Line())
        whole.add(self._contents, stretch=1)
        self.setLayout(whole)
        self._tabs.chosen.connect(self.go_to)
        current_theme().changed.connect(self._fit)
        self._fit()

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._tabs, self._contents)

    @property
    def section(self) -> str:
        """The section that is shown."""
        return self._tabs.key()

    def go_to(self, key: str) -> None:
        """Show a section; one the user has not is the first instead."""
        key = key if key in self._sections else ME
        self._tabs.choose(key)
        self._contents.setCurrentWidget(self._areas[key])
        self.section_shown.emit(key)

    def focus_tabs(self) -> None:
        """Bring the keyboard to the tabs."""
        self._tabs.setFocus()

    # As the presenter of one's own access asks ------------------------------------------------------------------------

    def show_user(self, name: str, initials: str) -> None:
        """Show who one is."""
        self.me.show_user(name, initials)
        self.clear_passwords()

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the new password is to guess."""
        self.me.show_strength(strength)

    def show_problems(self, problems: Mapping[AccessField, str]) -> None:
        """Say at each field what is wrong; each problem belongs to one of the forms."""
        told = {field: text for field, text in problems.items() if text}
        for form, fields in (
            (self.me.names, (AccessField.NAME, AccessField.INITIALS, AccessField.NAME_PASSWORD)),
            (self.me.passwords, (AccessField.CURRENT, AccessField.PASSWORD, AccessField.REPEATED)),
            (self.security.form, (AccessField.STORED, AccessField.KEY_PASSWORD)),
        ):
            form.show_problems({field: told[field] for field in fields if field in told})

    def show_key(self, groups: Sequence[str]) -> None:
        """Show a new recovery key, or none."""
        self.security.show_key(groups)

    def clear_passwords(self) -> None:
        """Forget every password."""
        self.me.clear_passwords()

    def show_failure(self, text: str) -> None:
        """Say in the section shown why the last thing was not done."""
        for key, (_word, section) in self._sections.items():
            section.show_failure(text if key == self.section else "")

    def say_done(self, text: str) -> None:
        """Say that it is done."""
        self.done.emit(text)

    # As the presenter of this computer's choices asks -----------------------------------------------------------------

    def show_choices(self, preferences: Preferences) -> None:
        """Show what is chosen."""
        self.looks.show_choices(preferences)
        self.language.show_choices(preferences)
        self.security.show_minutes(preferences.lock_minutes)

    def show_language_remark(self, text: str) -> None:
        """Say when another language takes hold."""
        self.language.show_remark(text)

    def _scrolled(self, section: Section) -> ScrollArea:
        held = QWidget()
        held.setLayout(Column(section, STRETCH))
        self._pages.append(held)
        row = Row(spacing=0, margins=(24, 20, 24, 24))
        row.add(held, stretch=_FILLING)
        row.addStretch(1)
        return ScrollArea(row)

    def _fit(self) -> None:
        for page in self._pages:
            page.setMaximumWidth(current_theme().e(_WIDTH))
