"""What is recorded on a case, in the words of the team: "Henvist til danskuddannelse"."""

from collections.abc import Callable, Mapping

from desktop_app.domain.duties import HEALTH_NEED_FOUND, DutyId
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _

_HAPPENED: Mapping[str, Callable[[], str]] = {
    DutyId.PROGRAMME_STARTED: lambda: _("Introduction programme started"),
    DutyId.DANISH_REFERRED: lambda: _("Referred to Danish education"),
    DutyId.DANISH_BEGUN: lambda: _("Danish education begun"),
    DutyId.READINESS_ASSESSED: lambda: _("Assessed as job-ready or activity-ready"),
    HEALTH_NEED_FOUND: lambda: _("Need for a health assessment found"),
    DutyId.HEALTH_OFFERED: lambda: _("Health assessment offered"),
    DutyId.INTEGRATION_PLAN_OFFERED: lambda: _("Integration plan offered"),
    DutyId.PROGRAMME_MAX_LENGTH: lambda: _("Introduction programme ended"),
}


def event_name(duty: str, rulebook: Rulebook) -> str:
    """Return what happened; an event of another duty, as files bring, is called by the duty, or as it stands."""
    if duty in _HAPPENED:
        return _HAPPENED[duty]()
    known = next((each for each in rulebook.duties.values() if each.id == duty), None)
    return duty_name(known) if known else duty
