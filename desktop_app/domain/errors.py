"""Why the domain says no. Errors carry data; the sentences stand in `presenters.error_texts`."""

from datetime import date, datetime


class DomainError(Exception):
    """A rule of the field or of the law was broken."""


class FollowUpInFuture(DomainError):
    """A follow-up cannot have been held on a day that has not come yet."""

    def __init__(self, held_on: date) -> None:
        super().__init__(held_on)
        self.held_on = held_on


class NextFollowUpNotLater(DomainError):
    """The next meeting must be planned for a later day than the follow-up itself."""

    def __init__(self, held_on: date, next_on: date) -> None:
        super().__init__(held_on, next_on)
        self.held_on = held_on
        self.next_on = next_on


class FollowUpClosed(DomainError):
    """The note was closed at `closed_at` (aware; None when it came in from a file); only a correction can be added."""

    def __init__(self, closed_at: datetime | None) -> None:
        super().__init__(closed_at)
        self.closed_at = closed_at


class CorrectionEmpty(DomainError):
    """A correction says nothing."""


class TakeoverBeforeAllocation(DomainError):
    """Nobody takes over somebody who was not yet allocated, unless it was agreed with the citizen's consent."""

    def __init__(self, takeover_on: date, allocated_on: date) -> None:
        super().__init__(f"{takeover_on} {allocated_on}")
        self.takeover_on = takeover_on
        self.allocated_on = allocated_on


class TakeoverReasonMissing(DomainError):
    """A takeover on another day than the law leads to is recorded with a reason."""

    def __init__(self, takeover_on: date, proposed_on: date | None) -> None:
        super().__init__(f"{takeover_on} {proposed_on}")
        self.takeover_on = takeover_on
        self.proposed_on = proposed_on
