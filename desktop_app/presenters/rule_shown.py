"""Every rule as the settings show it: what it says, for whom, from when to when, on what authority, and how surely."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.application.folding import folded
from desktop_app.domain.dates import Period
from desktop_app.domain.duties import DutyId
from desktop_app.domain.full_week import FullWeek, FullWeeks
from desktop_app.domain.rulebook import Certainty, Duty, Rulebook, RuleVersion, Suspension
from desktop_app.presenters.rule_listing import (
    begins_text,
    conditions_text,
    full_week_says,
    groups_text,
    version_adds,
    version_says,
)
from desktop_app.presenters.rule_texts import (
    certainty_text,
    certainty_word,
    duty_name,
    legal_basis,
    span_text,
    standing_text,
)
from desktop_app.translation import _, _n, short_date

SUSPENSIONS, FULL_WEEK = "suspensions", "full_week"
"""What names the rules that are no duties; the duties have their ids."""

OWN = DutyId.FOLLOW_UP_LOCAL
"""The duty of which the municipality itself decides how often it falls due."""

Facts = Sequence[tuple[str, str]]
"""Labels with their values; a value may be empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownVersion:
    """One version of a rule."""

    days: Period
    certainty: Certainty
    says: str
    facts: Facts
    note: str
    url: str

    @property
    def period(self) -> str:
        """From when to when, as one reads it."""
        if self.days.last is None:
            return _("From {date}").format(date=short_date(self.days.first))
        return f"{short_date(self.days.first)} – {short_date(self.days.last)}"

    @property
    def doubt(self) -> str:
        """What is not confirmed of it in a word or two; nothing where all is."""
        return certainty_word(self.certainty)


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownRule:
    """A rule with its versions, the newest first, as one looks at them on a day."""

    id: str
    name: str
    about: str
    versions: Sequence[ShownVersion]
    on: date

    @property
    def is_duty(self) -> bool:
        """Whether it sets a deadline."""
        return self.id not in {SUSPENSIONS, FULL_WEEK}

    @property
    def is_own(self) -> bool:
        """Whether the municipality itself decides it."""
        return self.id == OWN

    @property
    def in_force(self) -> Sequence[ShownVersion]:
        """The versions that hold on the day: one for each of several groups, or none."""
        return [version for version in self.versions if self.on in version.days]

    @property
    def says(self) -> str:
        """What it says on the day."""
        return " / ".join(dict.fromkeys(version.says for version in self.in_force)) or _("no version on this day")

    @property
    def doubt(self) -> str:
        """What the least certain version of the day leaves open."""
        doubts = [version.certainty for version in self.in_force]
        return certainty_word(max(doubts, key=list(Certainty).index)) if doubts else ""

    def holds_every(self, words: Sequence[str]) -> bool:
        """Tell whether each of some folded words stands somewhere in it."""
        texts = [self.id, self.name, self.about]
        for version in self.versions:
            texts += [version.period, version.says, version.doubt, version.note]
            texts += [value for _label, value in version.facts]
        text = folded(" ".join(texts))
        return all(word in text for word in words)


def shown_rules(rules: Rulebook, weeks: FullWeeks, on: date) -> Sequence[ShownRule]:
    """Return every rule as one looks at it on a day."""
    return [*(_shown_duty(duty, on) for duty in rules.duties.values()), _suspensions(rules, on), _weeks(weeks, on)]


def _shown_duty(duty: Duty, on: date) -> ShownRule:
    versions = [
        ShownVersion(
            days=version.period,
            certainty=version.certainty,
            says=version_says(duty, version),
            facts=(
                (_("For whom"), groups_text(version.groups)),
                (_("Conditions"), conditions_text(version)),
                (_("Besides"), "; ".join(version_adds(version))),
                (_("Beginning"), begins_text(version)),
                *_facts_of_source(version, standing_text(version)),
            ),
            note=version.note or "",
            url=version.source.url,
        )
        for version in duty.versions
    ]
    about = (
        _("»enplan rules explain {id}« shows the versions of the file only")
        if duty.id is OWN
        else _("»enplan rules explain {id}« says the same")
    )
    return _rule(duty.id, duty_name(duty), versions, on, about.format(id=duty.id))


def _suspensions(rules: Rulebook, on: date) -> ShownRule:
    versions = [_suspension(suspension, rules) for suspension in rules.suspensions]
    about = (
        _("The period is that of the takeover")
        if versions
        else _("The municipality has decided to let no deadline rest (§ 4 b)")
    )
    return _rule(SUSPENSIONS, _("Suspension of deadlines"), versions, on, about)


def _suspension(suspension: Suspension, rules: Rulebook) -> ShownVersion:
    resting = (duty_name(duty) for duty in rules.duties.values() if duty.id in suspension.duties)
    return ShownVersion(
        days=suspension.takeovers,
        certainty=suspension.certainty,
        says=_("Deadlines rest until {span} after the takeover").format(span=span_text(suspension.until)),
        facts=(
            (_("Deadlines"), ", ".join(resting)),
            (_("For whom"), groups_text(suspension.groups)),
            (_("Only if allocated"), groups_text(suspension.groups_if_allocated)),
            *_facts_of_source(suspension, _("Statute")),
        ),
        note=suspension.note or "",
        url=suspension.source.url,
    )


def _weeks(weeks: FullWeeks, on: date) -> ShownRule:
    versions = [
        ShownVersion(
            days=week.period,
            certainty=week.certainty,
            says=full_week_says(week),
            facts=((_("For whom"), groups_text(week.groups)), *_facts_of_source(week, standing_text(week))),
            note=week.note or "",
            url=week.source.url,
        )
        for week in weeks.weeks
    ]
    about = _("It is no deadline: where activities that overlap last longer, the program points it out")
    return _rule(FULL_WEEK, _("Full week"), versions, on, about)


def _rule(rule_id: DutyId | str, name: str, versions: Sequence[ShownVersion], on: date, about: str) -> ShownRule:
    newest_first = sorted(versions, key=lambda version: version.days.first, reverse=True)
    count = _n("{n} version", "{n} versions", len(versions)).format(n=len(versions))
    return ShownRule(id=str(rule_id), name=name, about=f"{count}. {about}.", versions=newest_first, on=on)


def _facts_of_source(rule: RuleVersion | Suspension | FullWeek, standing: str) -> Facts:
    return (
        (_("Authority"), standing),
        (_("Basis"), legal_basis(rule)),
        (_("Document"), rule.source.document),
        (_("Address"), rule.source.url),
        (_("Checked on"), short_date(rule.source.checked_on)),
        (_("Certainty"), certainty_text(rule) or _("Confirmed: read in its source")),
    )
