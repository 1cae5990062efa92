"""What nobody caught: written down without anything about anybody, and said in the window, so that no error is silent.

Of an exception its kind and the places in the code are kept. Its words may hold what somebody typed, and are not.
"""

import os
import sys
import threading
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from desktop_app.application.permission import NotAllowed
from desktop_app.presenters.role_texts import not_allowed_text
from desktop_app.translation import _

if TYPE_CHECKING:  # imported when it is needed: before the password nothing is in vain
    from desktop_app.ui.dialog import ConfirmDialog

_OWNER_ONLY = 0o600
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
        self.happened.connect(self._tell)  # from another thread it waits its turn

    def install(self) -> None:
        """Hear from now on."""
        sys.excepthook = self.hear
        threading.excepthook = self._hear_thread
        sys.unraisablehook = self._hear_unraisable

    def hear(self, kind: type[BaseException], error: BaseException | None, _trace: TracebackType | None = None) -> None:
        """Write down an exception and say that there was one; what cannot be written is still said."""
        if issubclass(kind, KeyboardInterrupt | SystemExit):
            return
        if isinstance(error, NotAllowed):
            if isValid(self):
                self.refused.emit(not_allowed_text(error))
            return
        try:
            _append(self._log, described(error) if error else kind.__name__)
        except OSError:
            pass
        finally:
            if isValid(self):
                self.happened.emit()

    def _hear_thread(self, arguments: threading.ExceptHookArgs) -> None:
        self.hear(arguments.exc_type, arguments.exc_value)

    def _hear_unraisable(self, arguments: "sys.UnraisableHookArgs") -> None:
        self.hear(arguments.exc_type, arguments.exc_value)

    def _tell(self) -> None:
        from desktop_app.ui.dialog import ConfirmDialog  # noqa: PLC0415 - as above

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


def described(error: BaseException) -> str:
    """Return the kinds of an exception and of what led to it, and where in the code each arose."""
    parts = list[str]()
    seen = set[int]()
    cause: BaseException | None = error
    while cause is not None and id(cause) not in seen:
        seen.add(id(cause))
        parts.append(type(cause).__name__)
        trace = cause.__traceback__
        while trace is not None:
            module = trace.tb_frame.f_globals.get("__name__", "?")
            parts.append(f"  {module}:{trace.tb_lineno} {trace.tb_frame.f_code.co_name}")
            trace = trace.tb_next
        cause = cause.__cause__ or cause.__context__
    return "\n".join(parts)


def _append(log: Path, text: str) -> None:
    log.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    begins_anew = log.exists() and log.stat().st_size > _MOST_BYTES
    flags = os.O_WRONLY | os.O_CREAT | (os.O_TRUNC if begins_anew else os.O_APPEND)
    with os.fdopen(os.open(log, flags, _OWNER_ONLY), "w", encoding="utf-8") as file:
        file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')} {text}\n")
