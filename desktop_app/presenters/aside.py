"""Work that is done aside, so that the window goes on being drawn and typed in meanwhile."""

from collections.abc import Callable
from typing import Protocol, TypeVar

Result = TypeVar("Result")


class Aside(Protocol):
    """Does work on another thread. The store belongs to the window's own, so the work may not touch it."""

    def do(self, work: Callable[[], Result], then: Callable[[Callable[[], Result]], None]) -> None:
        """Do `work` aside, and tell `then`, back on the window's thread, how to have what it returned or raised.

        Where the window locks meanwhile, `then` is not told.
        """
        ...
