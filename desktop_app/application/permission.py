"""Whether the user at work may do what they ask for. Every unit of work asks it, so no use case can forget to."""

from enum import StrEnum

from desktop_app.application.errors import ApplicationError
from desktop_app.domain.role import Act, Role, may


class NotAllowed(ApplicationError):
    """The role of the user at work does not let them do this; nothing was read or written."""

    def __init__(self, act: Act, role: Role | None) -> None:
        super().__init__(act.value)
        self.act = act
        self.role = role


class TeamProblem(StrEnum):
    """Why the team is left as it is."""

    ONESELF = "oneself"
    LEADERS_ONLY = "leaders_only"


class TeamRefused(ApplicationError):
    """The team is left as it is; nothing was written."""

    def __init__(self, problem: TeamProblem) -> None:
        super().__init__(problem.value)
        self.problem = problem


def permit(role: Role | None, act: Act) -> None:
    """Let somebody go on who may.

    Raises:
        NotAllowed: their role does not let them do it.
    """
    if not may(role, act):
        raise NotAllowed(act, role)
