"""Rules in words: names of duties, spans of time, facts, authority and certainty."""

from collections.abc import Callable, Mapping
from typing import Protocol

from desktop_app.domain.dates import Span, Unit
from desktop_app.domain.deadline import Fact
from desktop_app.domain.full_week import FullWeek
from desktop_app.domain.rulebook import Certainty, Duty, RuleVersion, Source, Standing
from desktop_app.translation import DANISH, _, _n, language


def duty_name(duty: Duty) -> str:
    """Return the name of a duty in the language of the interface; the Danish one stands in the rule file."""
    return duty.name if language() == DANISH else duty.name_en


def span_text(span: Span) -> str:
    """Return "1 måned" or "15 hverdage"."""
    return _SPANS[span.unit](span.value).format(n=span.value)


_SPANS: Mapping[Unit, Callable[[int], str]] = {
    Unit.DAYS: lambda n: _n("{n} day", "{n} days", n),
    Unit.WORKING_DAYS: lambda n: _n("{n} working day", "{n} working days", n),
    Unit.WEEKS: lambda n: _n("{n} week", "{n} weeks", n),
    Unit.MONTHS: lambda n: _n("{n} month", "{n} months", n),
    Unit.YEARS: lambda n: _n("{n} year", "{n} years", n),
    Unit.WHOLE_MONTHS: lambda n: _n("{n} whole month", "{n} whole months", n),
}


def times_text(times: int, span: Span, *, repeats: bool) -> str:
    """Return "4 gange inden for 6 måneder", or within every such time."""
    text = _("{times} times in every period of {span}") if repeats else _("{times} times within {span}")
    return text.format(times=times, span=span_text(span))


def fact_text(fact: Fact) -> str:
    """Return what a fact is called, as in "2. november 2026 (ansvar overtaget)"."""
    return {
        Fact.TAKEOVER: _("responsibility taken over"),
        Fact.MOVE: _("moved to the municipality"),
        Fact.ALLOCATION: _("decision on allocation"),
        Fact.REGISTRATION: _("registered in CPR"),
        Fact.PERMIT: _("residence permit granted"),
        Fact.READINESS: _("readiness assessed"),
        Fact.PROGRAMME: _("programme started"),
        Fact.CONTRACT: _("contract signed"),
        Fact.FOLLOW_UP: _("last follow-up held"),
        Fact.OFFER_ENDED: _("company-based offer ended"),
    }[fact]


class Dated(Protocol):
    """What every rule has, whatever it is about: where it was read, on whose authority, and how sure that is."""

    @property
    def source(self) -> Source:
        """Where it was read."""
        ...

    @property
    def certainty(self) -> Certainty:
        """How sure it is."""
        ...


def certainty_text(rule: Dated) -> str | None:
    """Return what is uncertain about a rule, None for a confirmed one."""
    return {
        Certainty.CONFIRMED: None,
        Certainty.INFERRED: _("Inferred, not read in the text of the law"),
        Certainty.UNVERIFIED: _("Not verified"),
    }[rule.certainty]


def certainty_word(certainty: Certainty) -> str:
    """Return how sure a rule is in a word or two, as a badge says it; nothing for a confirmed one."""
    return {
        Certainty.CONFIRMED: "",
        Certainty.INFERRED: _("Inferred"),
        Certainty.UNVERIFIED: _("Not verified"),
    }[certainty]


def standing_text(rule: RuleVersion | FullWeek) -> str:
    """Return where a rule has its authority from."""
    return {
        Standing.STATUTE: _("Statute"),
        Standing.LOCAL_STANDARD: _("The municipality's own standard"),
        Standing.RECOMMENDATION: _("Recommendation"),
    }[rule.standing]


def legal_basis(rule: Dated) -> str:
    """Return "Integrationsloven § 19, stk. 1"."""
    return f"{rule.source.act} {rule.source.section}".rstrip()
