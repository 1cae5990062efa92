"""The way back: which pages one came over, and what makes each of them show again what it showed."""

from collections.abc import Callable

Again = Callable[[], None] | None


class Trail:
    """The pages one left, the last on top, and how the page one is at is shown again."""

    def __init__(self) -> None:
        self._left: list[tuple[str, Again]] = []
        self._again: Again = None

    def go_on(self, left: str, again: Again) -> None:
        """Go from a page to one that `again` shows; an empty `left` is no page to come back to."""
        if left:
            self._left.append((left, self._again))
        self._again = again

    def go_back(self) -> str:
        """Let the page before show what it showed, and return its key; empty where there is none."""
        if not self._left:
            return ""
        key, again = self._left.pop()
        if again:
            again()
        self._again = again
        return key

    def clear(self) -> None:
        """Forget the way; there is none back from a place of the rail."""
        self._left.clear()
