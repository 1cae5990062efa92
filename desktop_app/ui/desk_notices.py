"""What the desk says above every page: what went wrong, what was left half typed, and that it is about to lock."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.law_in_force import LawFallback
from desktop_app.presenters.backup_age import AgeNotice
from desktop_app.presenters.rule_error_texts import law_fallback_text
from desktop_app.translation import _, _n
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Link
from desktop_app.ui.layouts import Column

_SPOKEN_SECONDS = (60, 30, 10)


class DeskNotices(QWidget):
    """Five alerts, each there only while it has something to say; tells what was pressed in them."""

    stay_wanted = Signal()
    lock_wanted = Signal()
    resume_wanted = Signal()
    compare_wanted = Signal()
    discard_wanted = Signal()
    rules_wanted = Signal()
    backup_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, fallback: LawFallback | None = None) -> None:
        super().__init__()
        stay, lock = Link(_("Stay in the program")), Link(_("Lock now"))
        self._idle_warning = Alert(AlertKind.WARNING, "", actions=(stay, lock))
        self._failure = Alert(AlertKind.ERROR, "", "")
        resume, compare, discard = Link(_("Continue the draft")), Link(_("See the differences")), Link(_("Discard"))
        self._offer = Alert(AlertKind.INFORMATION, "", actions=(resume, compare, discard))
        rules = Link(_("See the rules"))
        self._law = Alert(AlertKind.WARNING, "", actions=(rules,), is_slim=True)
        back_up, folder, hide = Link(_("Make a backup now")), Link(_("Choose the folder")), Link(_("Hide the message"))
        self._backup = Alert(AlertKind.WARNING, "", actions=(back_up, folder, hide))
        self._is_of_draft = False
        self._age = self._hidden_age = ""
        alerts = (self._idle_warning, self._failure, self._law, self._backup, self._offer)
        for alert in alerts:
            alert.hide()
        stay.clicked.connect(self.stay_wanted)
        lock.clicked.connect(self.lock_wanted)
        resume.clicked.connect(self.resume_wanted)
        compare.clicked.connect(self.compare_wanted)
        discard.clicked.connect(self.discard_wanted)
        rules.clicked.connect(self.rules_wanted)
        back_up.clicked.connect(self.backup_wanted)
        folder.clicked.connect(self.folder_wanted)
        hide.clicked.connect(self._hide_age)
        self.setLayout(Column(*alerts))
        self.show_law(fallback)

    def show_time_left(self, seconds: int) -> None:
        """Say that the program is about to lock itself; 0 says that it is not."""
        self._idle_warning.setVisible(seconds > 0)
        if seconds:
            sentence = _n(
                "The program locks in {n} second. Your draft is saved.",
                "The program locks in {n} seconds. Your draft is saved.",
                seconds,
            ).format(n=seconds)
            self._idle_warning.show_message(sentence)
            if seconds in _SPOKEN_SECONDS:
                announce(self, sentence, is_urgent=True)

    def show_failure(self, text: str) -> None:
        """Say what went wrong and what to do."""
        self._is_of_draft = False
        self._failure.show_message(_("This could not be done"), text)
        self._failure.show()

    def hide_failure(self) -> None:
        """Say no more of what went wrong."""
        self._failure.hide()

    def show_draft_failure(self, text: str) -> None:
        """Say that what is typed is not kept, why, and what to do."""
        self.show_failure(text)
        self._is_of_draft = True

    def hide_draft_failure(self) -> None:
        """Say no more that it is not kept; anything else that went wrong goes on being said."""
        if self._is_of_draft:
            self.hide_failure()

    def show_law(self, fallback: LawFallback | None) -> None:
        """Say by which rules the program goes where they are not those of its files, until told otherwise."""
        self._law.show_message(law_fallback_text(fallback) if fallback else "")
        self._law.setVisible(fallback is not None)

    def show_backup_age(self, notice: AgeNotice | None) -> None:
        """Say for how long there has been no backup; what was hidden is said again when it is a day longer."""
        if notice is not None:
            self._backup.show_message(notice.title, notice.body)
        self._backup.setVisible(notice is not None and notice.title != self._hidden_age)
        self._age = notice.title if notice else ""

    def _hide_age(self) -> None:
        self._hidden_age = self._age
        self._backup.hide()

    def offer_draft(self, sentence: str) -> None:
        """Offer to go on with a draft."""
        self._offer.show_message(sentence)
        self._offer.show()

    def hide_offer(self) -> None:
        """Offer nothing."""
        self._offer.hide()
