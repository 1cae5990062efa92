"""What nobody caught: written down without anything about anybody, and said in the window, so that no error is silent.

Of an exception its kind and the places in the code are kept. Its words may hold what somebody typed, and are not. The
same goes for what Qt would say on standard error, which many systems write into a file.
"""

import os
import sys
import threading
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QMessageLogContext, QObject, QtMsgType, Signal, qInstallMessageHandler
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.presenters.unexpected_errors import places_of
from desktop_app.translation import _

if TYPE_CHECKING:  # imported when it is needed: before the password nothing is in vain
    from desktop_app.ui.dialog import ConfirmDialog

_OWNER_ONLY = 0o600
_ERRORS_OF_QT = (QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
_MOST_BYTES = 256 * 1024


class LastResort(QObject):
    """Hears of every exception that reached nobody: in slots, on other threads, in what is being thrown away.

    `refused` carries the sentence where somebody only asked for what their role does not let them do.
    """

    happened = Signal()
    refused = Signal(str)

    def __init__(self, log: Path, window: QWidget) -> None:
        super().__init__(window)
        self._log = log
        self._window = window
        self._dialog: ConfirmDialog | None = None
        self.happened.connect(self.tell)  # from another thread it waits its turn

    def install(self) -> None:
        """Hear from now on."""
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread
        sys.unraisablehook = self._hear_unraisable
        qInstallMessageHandler(self._hear_qt)
        if application := QCoreApplication.instance():
            application.aboutToQuit.connect(_leave_qt_alone)  # what it says later nobody could hear any more

    def hear(self, kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None = None) -> None:
        """Write down an exception and say that there was one; what cannot be written is still said."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        if refusal := _refusal(error):
            if isValid(self):
                self.refused.emit(refusal)
            return
        try:
            _append(self._log, places_of(error) if error else kind.__name__)
        except OSError:
            pass
        finally:
            if isValid(self):
                self.happened.emit()

    def _hear_thread(self, arguments: threading.ExceptHookArgs) -> None:
        self.hear(arguments.exc_type, arguments.exc_value)

    def _hear_unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        self.hear(arguments.exc_type, arguments.exc_value)

    def _hear_qt(self, kind: QtMsgType, context: QMessageLogContext, _words: str) -> None:
        """Write down that Qt met with an error, and of what sort; its words, and its lesser worries, are let go."""
        if kind in _ERRORS_OF_QT:
            with suppress(OSError):
                _append(self._log, f"Qt {kind.name} {context.category}")

    def tell(self) -> None:
        """Say in the window that there was an error, once however many there are."""
        from desktop_app.ui.dialog import ConfirmDialog  # noqa: PLC0415 - nothing before the password is in vain

        if self._dialog is not None and isValid(self._dialog):
            return
        self._dialog = ConfirmDialog(
            self._window,
            _("Something went wrong in the program"),
            _(
                "What was saved is safe. Check whether what you did last is saved before you go on. "
                "The error is written down without names and numbers in {path}."
            ).format(path=self._log),
            _("Close the program"),
            _("Go on working"),
            is_final=True,
        )
        self._dialog.accepted_form.connect(self._close_window)
        self._dialog.open()

    def _close_window(self) -> None:
        if self._dialog is not None:
            self._dialog.finish()
        self._window.close()


def _leave_qt_alone() -> None:
    qInstallMessageHandler(None)


def _append(log: Path, text: str) -> None:
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    begins_anew = log.exists() and log.stat().st_size > _MOST_BYTES
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if begins_anew else os.O_APPEND)
    with os.fdopen(os.open(log, flags, _OWNER_ONLY), "w", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {text}\n")


def _refusal(error: BaseException | None) -> str:
    """Return why the user may not do what they tried, empty for every other error."""
    from desktop_app.application.permission import NotAllowed  # noqa: PLC0415 - as the module's other imports
    from desktop_app.presenters.role_texts import not_allowed_text  # noqa: PLC0415

    return not_allowed_text(error) if isinstance(error, NotAllowed) else ""
