"""Holding Python's cycle collector back: while very many objects are made, and while another thread works.

The collector runs on whatever thread happens to make an object, and what it finds it deletes there: a widget among it
brings the whole program down, for Qt deletes widgets on the window's own thread only.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock, current_thread, main_thread

_lock = Lock()
_holding = 0
_goes_on = False


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the collector back until everybody who does is through.

    Where the last is another thread than the main one, it goes on only once the main one lets go of it the next time,
    or says so by `go_on_collecting`: it would else begin on that other thread at once.
    """
    global _holding, _goes_on  # noqa: PLW0603 - there is one collector
    with _lock:
        _goes_on = _goes_on or gc.isenabled()
        _holding += 1
        gc.disable()
    try:
        yield
    finally:
        with _lock:
            _holding -= 1
            if not _holding and _goes_on and current_thread() is main_thread():
                _goes_on = False
                gc.enable()


def go_on_collecting() -> None:
    """Let the main thread take the collector up again when no other holds it back any more."""
    with no_collection():
        pass
