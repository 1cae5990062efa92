"""The rulebook in lines of text: what was read, what holds on a day, and everything about one duty."""

from collections.abc import Collection, Iterator
from datetime import date

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.legal_texts import LegalTexts
from desktop_app.domain.rulebook import Certainty, Clock, Condition, Duty, Obligation, Rulebook, RuleVersion
from desktop_app.presenters.field_words import target_group_text
from desktop_app.presenters.rule_texts import (
    certainty_text,
    duty_name,
    legal_basis,
    span_text,
    standing_text,
    times_text,
)
from desktop_app.translation import _, _n, long_date, short_date


def check_lines(rules: Rulebook, texts: LegalTexts) -> Iterator[str]:
    """Yield how much was read, and how much of it nobody has confirmed."""
    versions = [version for duty in rules.duties.values() for version in duty.versions]
    yield _("Read {duties} with {versions}, {suspensions} and {texts}.").format(
        duties=_n("{n} duty", "{n} duties", len(rules.duties)).format(n=len(rules.duties)),
        versions=_n("{n} version", "{n} versions", len(versions)).format(n=len(versions)),
        suspensions=_n("{n} suspension", "{n} suspensions", len(rules.suspensions)).format(n=len(rules.suspensions)),
        texts=_n("{n} text", "{n} texts", len(texts)).format(n=len(texts)),
    )
    for certainty in (Certainty.INFERRED, Certainty.UNVERIFIED):
        uncertain = [version for version in versions if version.certainty is certainty]
        if uncertain:
            text = certainty_text(uncertain[0]) or ""
            n = len(uncertain)
            yield _n("{n} version: {certainty}", "{n} versions: {certainty}", n).format(n=n, certainty=text.lower())
    unapproved = texts.unapproved_count
    if unapproved:
        n = unapproved
        yield _n("{n} text: draft, not legally approved", "{n} texts: draft, not legally approved", n).format(n=n)


def lines_on(rules: Rulebook, on: date) -> Iterator[str]:
    """Yield what each duty says on a day, to whom."""
    yield _("Rules on {date}").format(date=long_date(on))
    for duty in rules.duties.values():
        yield f"{duty.id}  {duty_name(duty)}"
        in_force = [version for version in duty.versions if on in version.period]
        for version in in_force:
            yield f"    {version_says(duty, version)}  [{groups_text(version.groups)}]  {legal_basis(version)}"
        if not in_force:
            yield "    " + _("no version on this day")


def full_week_lines(weeks: FullWeeks, on: date) -> Iterator[str]:
    """Yield how many hours make a full week on a day, for whom."""
    yield "full_week  " + _("Full week")
    for week in weeks.weeks:
        if on in week.period:
            yield f"    {full_week_says(week)}  [{groups_text(week.groups)}]  {legal_basis(week)}"


def duty_lines(duty: Duty, on: date) -> Iterator[str]:
    """Yield every version of a duty with source and certainty, marking those that hold on a day."""
    yield f"{duty.id}  {duty_name(duty)}"
    for version in duty.versions:
        yield ""
        mark = _("  (holds on {date})").format(date=short_date(on)) if on in version.period else ""
        ended = short_date(version.ended_on) if version.ended_on else ""
        yield f"{short_date(version.valid_from)} – {ended}{mark}"
        yield f"    {version_says(duty, version)}"
        for sentence in version_adds(version):
            yield f"    {sentence}"
        yield "    " + _("Groups: {groups}").format(groups=groups_text(version.groups))
        if version.conditions:
            yield "    " + _("Conditions: {conditions}").format(conditions=conditions_text(version))
        yield f"    {standing_text(version)}: {legal_basis(version)}"
        yield (
            "    "
            + _("Source: {document}, checked {date} {url}")
            .format(
                document=version.source.document, date=short_date(version.source.checked_on), url=version.source.url
            )
            .rstrip()
        )
        certainty = certainty_text(version)
        if certainty:
            yield f"    {certainty}"
        begins = begins_text(version)
        if begins:
            yield f"    {begins}"
        if version.note:
            yield f"    {version.note}"


def version_says(duty: Duty, version: RuleVersion) -> str:
    """Return "1 måned efter overtagelsen" and what else the version says of the time."""
    if not version.wording_seen:
        return _("The wording has not been seen; no date is calculated")
    if version.obligation is Obligation.MAY:
        return _("The municipality may, but need not")
    clock = duty.clock_of(version)
    if version.due is None or clock is None:
        return _("No date of its own")
    if version.times:
        return _("{times} after {clock}").format(
            times=times_text(version.times, version.due, repeats=version.repeats), clock=_clock(clock)
        )
    if version.due.value == 0:
        return _("The same day: {clock}").format(clock=_clock(clock))
    return _("{span} after {clock}").format(span=span_text(version.due), clock=_clock(clock))


def version_adds(version: RuleVersion) -> Iterator[str]:
    """Yield what moves the date, the other lengths of time a version knows, and how early one is reminded."""
    if version.to_next_working_day:
        yield _("Moved from a weekend or public holiday to the next working day")
    if version.aim:
        yield _("If at all possible within {span}").format(span=span_text(version.aim))
    if version.in_ordinary_work:
        yield _("In ordinary work or education without benefit: {span}").format(
            span=span_text(version.in_ordinary_work)
        )
    if version.after_birth:
        yield _("On parental leave: first {span} after the birth, then when the leave ends").format(
            span=span_text(version.after_birth)
        )
    if version.warning_days is not None:
        days = version.warning_days
        yield _n("Reminded {n} day before", "Reminded {n} days before", days).format(n=days)


def begins_text(version: RuleVersion) -> str:
    """Return between which days a version begins, where its day is inferred."""
    between = version.begins_between
    if between is None or between.last is None:
        return ""
    return _("The change lies on a day from {first} to {last}; the day is inferred").format(
        first=short_date(between.first), last=short_date(between.last)
    )


def full_week_says(week: FullWeek) -> str:
    """Return "37 timer om ugen"."""
    return _n("{n} hour a week", "{n} hours a week", week.hours).format(n=week.hours)


def conditions_text(version: RuleVersion) -> str:
    """Return what must hold for a version to apply, nothing where nothing must."""
    return ", ".join(_condition(condition) for condition in version.conditions)


def groups_text(groups: Collection[TargetGroup]) -> str:
    """Return the names of groups in their usual order."""
    return ", ".join(target_group_text(group) for group in TargetGroup if group in groups)


def _clock(clock: Clock) -> str:
    return {
        Clock.TAKEOVER: _("the takeover"),
        Clock.FIRST_TAKEOVER: _("the first takeover"),
        Clock.FIRST_TAKEOVER_AS_ADULT: _("the first takeover as an adult"),
        Clock.ALLOCATION: _("the decision on allocation"),
        Clock.REGISTRATION: _("the registration in CPR"),
        Clock.PERMIT_OR_REGISTRATION: _("the permit or the registration in CPR"),
        Clock.READINESS_ASSESSED: _("the readiness assessment"),
        Clock.PROGRAMME_STARTED: _("the start of the programme"),
        Clock.COMPANY_OFFER_ENDED: _("the end of the latest company-based offer"),
        Clock.INTERVAL: _("the contract, then the last follow-up held"),
    }[clock]


def _condition(condition: Condition) -> str:
    return {
        Condition.ADULT: _("18 years or more"),
        Condition.BENEFIT: _("receives benefit"),
        Condition.JOB_READY: _("assessed as job-ready"),
        Condition.HEALTH_NEED_FOUND: _("a health need has been found"),
        Condition.NO_ORDINARY_WORK_SINCE: _("not in ordinary work since"),
        Condition.GOALS_NOT_ACHIEVED: _("employment and education goals not all achieved"),
        Condition.NOT_SELF_SUPPORTING: _("not self-supporting"),
    }[condition]
