"""Consent in words: what it is to, what stands, and what a record lacks."""

from collections.abc import Iterable

from desktop_app.application.record_consent import ConsentProblem
from desktop_app.domain.consent import Consent, ConsentPurpose
from desktop_app.translation import _, short_date


def consent_purpose_text(purpose: ConsentPurpose) -> str:
    """Return what the citizen consents to."""
    return {
        ConsentPurpose.HEALTH_TEXT: _("health is told on paper"),
        ConsentPurpose.SHARING: _("information is shared with others"),
    }[purpose]


def consent_lines(consents: Iterable[Consent]) -> list[str]:
    """Return a line for each consent of a case, in order."""
    return [_line(one) for one in consents]


def consent_problem_text(problem: ConsentProblem) -> str:
    """Return what a record lacks."""
    return {
        ConsentProblem.NO_DATE: _("Enter the date"),
        ConsentProblem.IN_FUTURE: _("The date cannot lie in the future"),
        ConsentProblem.NOBODY: _("Write whom the information may be shared with"),
        ConsentProblem.NONE_STANDS: _("No consent to this stands on that day, so none can be withdrawn"),
    }[problem]


def _line(consent: Consent) -> str:
    what = consent_purpose_text(consent.purpose)
    if consent.with_whom:
        what = _("{what}: {whom}").format(what=what, whom=consent.with_whom)
    given = _("{what}, given {date}").format(what=what[:1].upper() + what[1:], date=short_date(consent.given_on))
    if consent.withdrawn_on is None:
        return given
    return _("{given}, withdrawn {date}").format(given=given, date=short_date(consent.withdrawn_on))
