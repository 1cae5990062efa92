"""Work on a thread beside the window's own (`presenters.aside.Aside`)."""

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from threading import Thread
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer

from desktop_app.application.garbage import go_on_collecting, no_collection

_LOOK_EVERY_MS = 15

Result = TypeVar("Result")


class WorkingAside(QObject):
    """Starts a thread for each piece of work, and looks whether it has ended: no signal crosses from it.

    Once this is gone, as when the window locks, nobody is told any more.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._under_way: list[tuple[Future[Any], Callable[[Callable[[], Any]], None]]] = []
        self._look = QTimer(self)
        self._look.setInterval(_LOOK_EVERY_MS)
        self._look.timeout.connect(self._tell_ended)

    @property
    def is_at_work(self) -> bool:
        """Whether something is under way."""
        return bool(self._under_way)

    def do(self, work: Callable[[], Result], then: Callable[[Callable[[], Result]], None]) -> None:
        """Do `work` on a thread of its own; `then` is told here."""
        future: Future[Result] = Future()
        self._under_way.append((future, then))
        Thread(target=partial(_do, work, future), name="aside", daemon=True).start()
        self._look.start()

    def _tell_ended(self) -> None:
        ended = [each for each in self._under_way if each[0].done()]
        self._under_way = [each for each in self._under_way if each not in ended]
        if not self._under_way:
            self._look.stop()
            go_on_collecting()
        for future, then in ended:
            then(future.result)


def _do(work: Callable[[], Any], future: Future[Any]) -> None:
    try:
        with no_collection():
            done = work()
        future.set_result(done)
    except BaseException as error:  # noqa: BLE001 - raised again where the result is asked for
        future.set_exception(error)
