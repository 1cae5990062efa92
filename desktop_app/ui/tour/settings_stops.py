"""Every section of the settings."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.application.errors import RuleFileError, RuleProblem
from desktop_app.application.law_in_force import LawFallback
from desktop_app.domain.duties import DutyId
from desktop_app.presenters.rules_presenter import rules_notice
from desktop_app.presenters.standard_form import StandardField, field_name
from desktop_app.translation import _
from desktop_app.ui.desk_notices import DeskNotices
from desktop_app.ui.rules_section import RulesSection
from desktop_app.ui.settings_page import ABOUT, BACKUP, CHECK, LANGUAGE, LOOKS, ME, RULES, SECURITY, TEAM
from desktop_app.ui.settings_sections import TeamSection
from desktop_app.ui.tour.ground import Stop, TourPart


class SettingsStops(TourPart):
    """The settings of the store and of the computer, with a new recovery key and a backup that was made."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("settings-me", self._show_me),
            Stop("settings-team", self._show_team),
            Stop("settings-logo", self._choose_logo),
            Stop("settings-logo-refused", self._choose_no_logo),
            Stop("settings-rules", self._show_rules),
            Stop("settings-rule-versions", self._show_versions),
            Stop("settings-rule-uncertain", self._show_uncertain),
            Stop("settings-standard", self._show_standard),
            Stop("settings-standard-preview", self._show_preview),
            Stop("settings-standard-problems", self._show_problems),
            Stop("settings-rules-of-a-day", self._show_day),
            Stop("settings-rules-none", self._show_none),
            Stop("settings-rules-last-good", self._show_last_good),
            Stop("settings-security", self._show_security),
            Stop("settings-recovery-key", self._show_new_key),
            Stop("settings-check", self._show_check),
            Stop("settings-check-drawn", self._show_drawn),
            Stop("settings-check-file", self._show_checked_file),
            Stop("settings-check-paper", self._show_check_paper),
            Stop("settings-backup", self._show_backups),
            Stop("settings-looks", self._show_looks),
            Stop("settings-language", self._show_language),
            Stop("settings-about", self._show_about),
        )

    def _show_me(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.shell.done_bar.hide()
        self._open(ME)

    def _show_team(self) -> None:
        self._open(TEAM)

    def _choose_logo(self) -> None:
        picture = self._ground.folder / "logo.png"
        _a_logo().save(str(picture))
        self._choose(picture)

    def _choose_no_logo(self) -> None:
        self._ground.desk.shell.done_bar.hide()
        letter = self._ground.folder / "logo.pdf"
        letter.write_bytes(b"%PDF-1.7")
        self._choose(letter)

    def _show_rules(self) -> None:
        self._team.logo.removal_wanted.emit()
        self._ground.desk.shell.done_bar.hide()
        self._open(RULES)
        self._rules.close_rule()

    def _show_versions(self) -> None:
        self._rules.open_rule(DutyId.OFFER_FIRST)

    def _show_uncertain(self) -> None:
        self._rules.open_rule(DutyId.FOLLOW_UP)

    def _show_standard(self) -> None:
        self._rules.open_rule(DutyId.FOLLOW_UP_LOCAL)
        self._ground.desk.settings_wing.standard.change()

    def _show_preview(self) -> None:
        self._ground.write(field_name(StandardField.INTERVAL), "2")
        self._ground.write(field_name(StandardField.FROM), "01.01.2026")
        self._ground.write(field_name(StandardField.REASON), _("The committee has decided it."))
        self._ground.click(_("See what changes"))

    def _show_problems(self) -> None:
        self._ground.write(field_name(StandardField.WARNING), "99")
        self._ground.click(_("See what changes"))

    def _show_day(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.shell.done_bar.hide()
        self._rules.close_rule()
        self._rules.look_at(date(2019, 3, 1))

    def _show_none(self) -> None:
        self._rules.search_for("zebra")

    def _show_last_good(self) -> None:
        self._rules.search_for("")
        self._rules.look_at(None)
        error = RuleFileError(RuleProblem.UNKNOWN_KEY, file="follow_up.toml", rule="follow_up", key="version 2: frist")
        law = self._ground.desk.office.law_in_force
        fallen_back = replace(law, fallback=LawFallback(error, self._ground.today))
        self._notices.show_law(fallen_back.fallback)
        self._rules.show_notice(rules_notice(fallen_back))

    def _show_security(self) -> None:
        self._notices.show_law(None)
        self._open(SECURITY)

    def _show_new_key(self) -> None:
        self._ground.desk.settings_wing.access.draw_key()

    def _show_check(self) -> None:
        self._open(CHECK)

    def _show_drawn(self) -> None:
        wing = self._ground.desk.settings_wing
        today, clock = self._ground.today, self._ground.desk.now().date()  # the log goes by the machine's clock
        asked = min(today, clock) - timedelta(days=30), max(today, clock), "12"
        wing.page.check.show_asked(*asked)
        wing.check.presenter.draw(*asked)
        _do_all(wing.check.presenter.go_on)

    def _show_checked_file(self) -> None:
        verification = self._ground.desk.settings_wing.check.verification
        verification.begin()
        _do_all(verification.go_on)

    def _show_check_paper(self) -> None:
        self._ground.desk.settings_wing.check.presenter.print()

    def _show_backups(self) -> None:
        self._open(BACKUP)
        wing = self._ground.desk.settings_wing
        wing.backup.choose_folder(str(self._ground.folder))
        wing.back_up()

    def _show_looks(self) -> None:
        choices = self._ground.window.choices
        choices.keep(replace(choices.current, backup_folder=""))  # the tour is not to wait when it locks
        self._open(LOOKS)

    def _show_language(self) -> None:
        self._open(LANGUAGE)

    def _show_about(self) -> None:
        self._open(ABOUT)

    def _choose(self, path: Path) -> None:
        self._team.logo.choose.setFocus(Qt.FocusReason.TabFocusReason)
        self._team.logo.chosen.emit(str(path))

    @property
    def _team(self) -> TeamSection:
        return self._ground.desk.settings_wing.page.team

    @property
    def _rules(self) -> RulesSection:
        return self._ground.desk.settings_wing.page.rules

    @property
    def _notices(self) -> DeskNotices:
        notices = self._ground.desk.findChild(DeskNotices)
        assert notices is not None  # noqa: S101 - the desk is made with them
        return notices

    def _open(self, section: str) -> None:
        self._ground.close_dialogs()
        self._ground.desk.settings_wing.open(section)


def _a_logo() -> QImage:
    """Return a logo of nobody: the sun over two waves, without a background."""
    logo = QImage(1200, 320, QImage.Format.Format_ARGB32)
    logo.fill(QColor(0, 0, 0, 0))
    painter = QPainter(logo)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(0, 0, 0, 0))
    painter.setBrush(QColor(240, 170, 0))
    painter.drawEllipse(90, 20, 140, 140)
    painter.setBrush(QColor(0, 84, 140))
    for left in (0, 160):
        painter.drawChord(left, 120, 160, 180, 180 * 16, 180 * 16)
    for foot, width in ((70, 780), (150, 560), (230, 680)):
        painter.drawRoundedRect(400, foot, width, 34, 17, 17)
    painter.end()
    return logo


def _do_all(go_on: Callable[[], bool]) -> None:
    """Do what is usually done between the events of the window."""
    while go_on():
        pass
