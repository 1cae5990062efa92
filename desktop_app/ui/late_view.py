"""Views that are made when they are first needed: most pages are not looked at between unlocking and locking."""

from collections.abc import Callable
from typing import Any, TypeVar, cast

ViewT = TypeVar("ViewT")


class _LateView:
    """Passes everything on to the view, which is made by then."""

    def __init__(self, made: Callable[[], object]) -> None:
        self._made = made

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the view has
        return getattr(self._made(), name)


def late(made: Callable[[], ViewT]) -> ViewT:
    """Return what a presenter can take for its view; `made` is asked for the real one whenever something is shown."""
    return cast("ViewT", _LateView(made))
