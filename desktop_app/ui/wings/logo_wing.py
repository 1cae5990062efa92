"""The logo of the letterhead, under Indstillinger."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.domain.logo import Logo
from desktop_app.presenters.logo_presenter import LogoPresenter
from desktop_app.ui.frame import Frame
from desktop_app.ui.logo_field import LogoField
from desktop_app.ui.settings_page import TEAM, SettingsPage
from desktop_app.ui.wings.settings_wing import SettingsWing
from desktop_app.ui.wings.wing import Wing
from desktop_app.ui.working_aside import WorkingAside


class LogoWing(Wing):
    """The field beside its presenter, once the settings are made."""

    def __init__(self, frame: Frame, parent: QWidget, settings: SettingsWing) -> None:
        super().__init__(frame, parent)
        self._aside = WorkingAside(self)
        self.presenter: LogoPresenter | None = None
        self._field: LogoField | None = None
        settings.page_made.connect(self._take_in)

    @property
    def is_reading(self) -> bool:
        """Whether a file is still being read, or what became of it not shown yet."""
        return self._aside.is_at_work or (self._field is not None and self._field.is_coming)

    def show_changes(self, changes: Changes) -> None:
        """Show the logo as it was saved."""
        if changes.settings and self.presenter:
            self.presenter.show()

    def logo_changed(self, changes: Changes) -> None:
        """Let every page know."""
        self.frame.show_changes(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done, and offer to undo it."""
        self.frame.say_done(text, undo)

    def show_error(self, text: str) -> None:
        """Say why it could not be undone."""
        self.frame.show_error(text)

    def _take_in(self, page: SettingsPage) -> None:
        self._field = field = page.team.logo
        self.presenter = LogoPresenter(field, self, work=self.frame.office.logo, logo=self._logo, aside=self._aside)
        field.chosen.connect(self.presenter.choose)
        field.removal_wanted.connect(self.presenter.remove)
        page.section_shown.connect(self._show_section)

    def _show_section(self, section: str) -> None:
        if section == TEAM and self.presenter:
            self.presenter.show()

    def _logo(self) -> Logo | None:
        return self.frame.office.municipality.logo
