"""Indstillinger: the sections beside their presenters, and what the foot of the window says of backups and locking."""

from datetime import datetime
from functools import cached_property
from pathlib import Path

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.domain.municipality import Municipality
from desktop_app.presenters.about_texts import about_facts, licences
from desktop_app.presenters.access_presenter import AccessPresenter
from desktop_app.presenters.backup_age import backup_age_notice
from desktop_app.presenters.backup_presenter import BackupPresenter, backup_standing
from desktop_app.presenters.preferences_presenter import PreferencesPresenter, lock_standing
from desktop_app.presenters.rules_presenter import RulesPresenter
from desktop_app.presenters.team_settings_presenter import TeamField, TeamSettingsPresenter
from desktop_app.translation import _
from desktop_app.ui.check_section import CheckSection
from desktop_app.ui.desk_notices import DeskNotices
from desktop_app.ui.frame import SETTINGS, Act, Frame, OtherStore
from desktop_app.ui.late_view import late
from desktop_app.ui.may import RoleAct
from desktop_app.ui.office_port import SignedIn
from desktop_app.ui.paper_printing import print_pdf
from desktop_app.ui.people_section import PeopleSection
from desktop_app.ui.rules_section import RulesSection
from desktop_app.ui.settings_page import ABOUT, BACKUP, CHECK, ME, PEOPLE, RULES, TEAM, SettingsPage
from desktop_app.ui.settings_sections import BackupSection, TeamSection
from desktop_app.ui.wings.check_wing import CheckWing
from desktop_app.ui.wings.people_wing import PeopleWing
from desktop_app.ui.wings.standard_wing import StandardWing
from desktop_app.ui.wings.wing import Wing

_PAINT_FIRST_MS = 30


class SettingsWing(Wing):
    """The settings of the store and of this computer. `page_made` carries the page."""

    edited = Signal()
    page_made = Signal(QWidget)

    def __init__(self, frame: Frame, parent: QWidget, notices: DeskNotices) -> None:
        super().__init__(frame, parent)
        self._notices = notices
        notices.rules_wanted.connect(self.open_rules)
        notices.backup_wanted.connect(self.back_up)
        notices.folder_wanted.connect(self.open_backups)
        office = frame.office
        page = late(self._made_page)
        self.access = AccessPresenter(
            page, user=self._user, work=office.settings, sheet=self._sheet, save=office.save_document
        )
        self.team = TeamSettingsPresenter(
            late(self._team_section),
            municipality=self._municipality,
            save=office.settings.change_settings,
            discard_draft=office.drafts.discard,
        )
        self.backup = BackupPresenter(
            late(self._backup_section), work=office.backups, preferences=frame.choices, now=self._now
        )
        self.preferences = PreferencesPresenter(page, preferences=frame.choices)
        self.rules = RulesPresenter(late(self._rules_section), law=office, today=frame.today)
        self.standard = StandardWing(frame, parent)
        self.check = CheckWing(frame, self, late(self._check_section))
        self.people = PeopleWing(frame, parent, section=self._people_section, back_up=self.back_up)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(_PAINT_FIRST_MS)
        self._soon.timeout.connect(self._back_up_now)
        frame.set_place(SETTINGS, self.go)
        frame.register_form(self.team, self.edited)
        frame.add_act(Act(title=_("Settings"), do=self.open, keys="Ctrl+,", group=_("Anywhere"), icon="settings"))
        frame.add_act(Act(title=_("Rules and deadlines"), do=self.open_rules, group=_("Anywhere"), icon="assignment"))
        for title, do, icon, needs in (
            (_("Change the municipality's standard"), self.standard.change, "edit", RoleAct.CHANGE_STANDARD),
            (_("Make a backup now"), self.back_up, "save", RoleAct.BACK_UP),
            (_("Fetch a backup back …"), self.fetch_backup, "refresh", RoleAct.RESTORE),
            (_("Who has access"), self.open_people, "persons", RoleAct.MANAGE_TEAM),
            (_("Add person …"), self._add_person, "plus", RoleAct.MANAGE_TEAM),
            (_("Check how the cases were used"), self.open_check, "list-check", RoleAct.CHECK_USE),
        ):
            frame.add_act(Act(title=title, do=do, group=_("Anywhere"), icon=icon, needs=needs))
        frame.choices.changed.connect(self._show_standing)
        frame.choices.changed.connect(self._show_choices)

    @cached_property
    def page(self) -> SettingsPage:
        """The sections, made when one is first shown."""
        page = SettingsPage(self.frame.today, self.frame.may)
        self.frame.add_page(SETTINGS, page, regions=page.regions)
        self._connect(page)
        self.page_made.emit(page)
        return page

    @property
    def _is_made(self) -> bool:
        return "page" in self.__dict__

    def begin(self) -> None:
        """Say at the foot of the window how backups and locking stand."""
        self._show_standing()

    def show_changes(self, changes: Changes) -> None:
        """Show what was saved."""
        if changes.settings:
            if self._is_made:
                self.team.show()
            self._show_rules()
            self._show_standing()

    def show_new_day(self) -> None:
        """Say anew when the last backup was made, and which rules hold today."""
        self._show_standing()
        self._show_rules()

    def end(self) -> None:
        """Hear of no choice any more, and check nothing more."""
        self.check.end()
        self.frame.choices.changed.disconnect(self._show_standing)
        self.frame.choices.changed.disconnect(self._show_choices)

    def go(self) -> None:
        """Show the settings, coming from the rail."""
        self.open()

    def open(self, section: str = ME) -> None:
        """Show a section of the settings."""
        page = self.page
        self.frame.show_page(SETTINGS)
        page.go_to(section)
        page.focus_tabs()

    def open_rules(self) -> None:
        """Show the rules."""
        self.open(RULES)

    def open_check(self) -> None:
        """Show the check of the log and of the file."""
        self.open(CHECK)

    def open_people(self) -> None:
        """Show who has access."""
        self.open(PEOPLE)

    def open_backups(self) -> None:
        """Show where backups go."""
        self.open(BACKUP)

    def fetch_backup(self) -> None:
        """Lock, and fetch a backup back."""
        self.frame.leave_for_other_store(OtherStore.BACKUP)

    def back_up(self) -> None:
        """Make a backup and say what was checked."""
        self.open(BACKUP)
        self.page.backup.set_busy(is_busy=True)
        self._soon.start()

    def _made_page(self) -> SettingsPage:
        return self.page

    def _team_section(self) -> TeamSection:
        return self.page.team

    def _backup_section(self) -> BackupSection:
        return self.page.backup

    def _check_section(self) -> CheckSection:
        return self.page.check

    def _people_section(self) -> PeopleSection:
        return self.page.people

    def _add_person(self) -> None:
        self.open_people()
        self.people.presenter.add()

    def _rules_section(self) -> RulesSection:
        return self.page.rules

    def _connect(self, page: SettingsPage) -> None:
        self.people.take_in(page.people)
        page.team.edited.connect(self.edited)
        page.section_shown.connect(self._show_section)
        page.done.connect(self._say_done)
        page.me.rename_wanted.connect(self.access.rename)
        page.me.password_typed.connect(self.access.type_password)
        page.me.password_wanted.connect(self.access.change_password)
        page.team.typed.connect(self._type_team)
        page.team.save_wanted.connect(self.team.save)
        page.team.undo_wanted.connect(self.team.undo)
        page.team.saved.connect(self._say_saved)
        page.rules.search_changed.connect(self.rules.search)
        page.rules.day_chosen.connect(self.rules.choose_day)
        page.rules.rule_chosen.connect(self.rules.choose)
        page.rules.pane.change_wanted.connect(self.standard.change)
        self.check.connect_section(page.check)
        page.security.propose(self.access.file_name)
        page.security.minutes_chosen.connect(self.preferences.choose_lock_minutes)
        page.security.key_wanted.connect(self.access.draw_key)
        page.security.key_dropped.connect(self.access.drop_key)
        page.security.print_wanted.connect(self._print_sheet)
        page.security.path_chosen.connect(self._save_sheet)
        page.security.use_wanted.connect(self._use_key)
        page.backup.folder_chosen.connect(self.backup.choose_folder)
        page.backup.second_chosen.connect(self.backup.choose_second_folder)
        page.backup.backup_wanted.connect(self.back_up)
        page.backup.restore_wanted.connect(self.fetch_backup)
        page.looks.colours_chosen.connect(self.preferences.choose_colours)
        page.looks.percent_chosen.connect(self.preferences.choose_text_percent)
        page.language.language_chosen.connect(self.preferences.choose_language)
        page.about.other_file_wanted.connect(self._use_other_file)
        page.about.new_file_wanted.connect(self._make_new_file)

    def _show_section(self, section: str) -> None:
        """Read anew what a section shows; a form that is being written in is left alone."""
        if section == TEAM:
            self.team.show()
            self.frame.form_opened(self.team)
        elif section == PEOPLE:
            self.people.presenter.show()
        elif section == RULES:
            self.rules.show()
        elif section == BACKUP:
            self.backup.show()
        elif section == CHECK:
            self.check.presenter.show()
        elif section == ABOUT:
            facts = about_facts(
                self.frame.office.place, self.frame.choices.place, self.frame.choices.current.backup_folder
            )
            self.page.about.show_facts(facts, licences())
        else:
            self.access.show()
            self.preferences.show()

    def _show_rules(self) -> None:
        if self._is_made and self.page.section == RULES:
            self.rules.show()

    def _show_choices(self) -> None:
        if self._is_made:
            self.preferences.show()

    def _show_standing(self) -> None:
        current = self.frame.choices.current
        self.frame.show_standing(
            self.frame.office.municipality.name,
            backup_standing(self.frame.office.backups, current.backup_folder, self._now()),
            lock_standing(current.lock_minutes),
        )
        is_made_up = self.frame.office.municipality.fictional
        notice = None if is_made_up else backup_age_notice(self.frame.office.backups, current, self._now())
        self._notices.show_backup_age(notice)

    def _back_up_now(self) -> None:
        self.backup.back_up()
        self.page.backup.set_busy(is_busy=False)
        self._show_standing()

    def _type_team(self, field: str, text: str) -> None:
        self.team.type(TeamField(field), text)

    def _say_saved(self, changes: Changes) -> None:
        self.frame.show_changes(changes)
        self.frame.say_done(_("The settings are saved."))

    def _say_done(self, text: str) -> None:
        self.frame.show_changes(Changes(settings=True))
        self.frame.say_done(text)

    def _use_key(self, password: str, is_stored: bool) -> None:  # noqa: FBT001 - a slot of use_wanted
        self.access.use_key(password, is_stored=is_stored)

    def _print_sheet(self) -> None:
        office = self.frame.office
        print_pdf(self.page, office.render_page, office.page_count, self.access.sheet(), _("Recovery key"))

    def _save_sheet(self, path: str) -> None:
        self.access.save_sheet(Path(path))

    def _sheet(self, recovery_key: str) -> bytes:
        return self.frame.office.settings.recovery_sheet(recovery_key, self.frame.today())

    def _user(self) -> SignedIn:
        return self.frame.office.user

    def _municipality(self) -> Municipality:
        return self.frame.office.municipality

    def _now(self) -> datetime:
        return self.frame.now()

    def _use_other_file(self) -> None:
        self.frame.leave_for_other_store(OtherStore.FILE)

    def _make_new_file(self) -> None:
        self.frame.leave_for_other_store(OtherStore.NEW)
