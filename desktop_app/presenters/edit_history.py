"""The steps of editing, to be taken back and taken again. What is typed in one go in one field is one step."""

from typing import Generic, TypeVar

State = TypeVar("State")


class EditHistory(Generic[State]):
    """Every state a form was in since it was opened.

    Steps of the same `place` that follow one another are one step until something else is edited, the history is
    sealed, or a step is taken back.
    """

    def __init__(self, state: State) -> None:
        self._before: list[State] = []
        self._now = state
        self._after: list[State] = []
        self._place: str | None = None

    @property
    def state(self) -> State:
        """The state now."""
        return self._now

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._before)

    @property
    def can_redo(self) -> bool:
        """Whether a step was taken back that can be taken again."""
        return bool(self._after)

    def step(self, state: State, place: str | None = None) -> None:
        """Go on to a state that was typed at a place; without a place it is a step by itself.

        A state equal to the one now is no step.
        """
        if state == self._now:
            return
        if place is None or place != self._place:
            self._before.append(self._now)
        self._now = state
        self._after.clear()
        self._place = place

    def seal(self) -> None:
        """Let what is typed next be a step of its own, even in the same place."""
        self._place = None

    def replace(self, state: State) -> None:
        """Change the state now without a step, as where a form is saved and comes back with the same content."""
        self._now = state
        self._place = None

    def undo(self) -> State:
        """Take the last step back, if there is one, and return the state now."""
        if self._before:
            self._after.append(self._now)
            self._now = self._before.pop()
        self._place = None
        return self._now

    def redo(self) -> State:
        """Take the step again that was taken back last, if there is one, and return the state now."""
        if self._after:
            self._before.append(self._now)
            self._now = self._after.pop()
        self._place = None
        return self._now
