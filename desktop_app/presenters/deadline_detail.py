"""Hvorfor denne frist? Everything a screen says of one deadline, with its law, its start and every step."""

from dataclasses import dataclass
from datetime import date

from desktop_app.domain.deadline import Deadline
from desktop_app.domain.rulebook import Certainty, Duty, RuleVersion, Standing
from desktop_app.presenters.badges import BADGE_OF, BadgeKind
from desktop_app.presenters.calculation_texts import StepText, step_texts, uncertainty
from desktop_app.presenters.deadline_texts import badge_text, sentence, weekend_hint
from desktop_app.presenters.reason_texts import without_words
from desktop_app.presenters.rule_texts import (
    duty_name,
    fact_text,
    legal_basis,
    span_text,
    standing_text,
    times_text,
)
from desktop_app.translation import _, long_date, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DeadlineDetail:
    """One deadline in words. `facts` are label and value; `uncertainty` is what nobody has read in the law, by line.

    `told` is the sentence as it may be told outside the case.
    """

    duty: str
    badge: str
    badge_kind: BadgeKind
    sentence: str
    told: str
    weekend_hint: str | None
    facts: tuple[tuple[str, str], ...]
    steps: tuple[StepText, ...]
    uncertainty: str | None
    note: str | None

    def as_text(self) -> str:
        """Return the explanation for the clipboard, without a word about the citizen."""
        lines = [self.duty, self.told, *(f"{label}: {value}" for label, value in self.facts)]
        lines += [f"{step.title}: {step.detail}" for step in self.steps]
        return "\n".join(line for line in (*lines, self.uncertainty, self.note) if line)


def detail_of(deadline: Deadline, duty: Duty, today: date) -> DeadlineDetail:
    """Return what there is to say of a deadline."""
    rule = deadline.rule
    return DeadlineDetail(
        duty=duty_name(duty),
        badge=badge_text(deadline, today),
        badge_kind=BADGE_OF[deadline.status],
        sentence=sentence(deadline),
        told=sentence(without_words(deadline)),
        weekend_hint=weekend_hint(deadline, today),
        facts=tuple(_facts(deadline, rule)) if rule else (),
        steps=tuple(step_texts(deadline)),
        uncertainty=uncertainty(deadline),
        note=rule.note if rule else None,
    )


def _facts(deadline: Deadline, rule: RuleVersion) -> list[tuple[str, str]]:
    facts = [(_("Legal basis"), legal_basis(rule))]
    start = deadline.counts_from
    if start:
        facts.append((_("Start date"), f"{long_date(start.on)} ({fact_text(start.fact)})"))
    if rule.due and rule.due.value:
        if rule.times:
            text = times_text(rule.times, rule.due, repeats=rule.repeats)
        else:
            text = _("{span} after the start date").format(span=span_text(rule.due))
        facts.append((_("Time allowed"), text))
    is_chosen_by_start = start is not None and rule.is_in_force(start.on)
    version = _("{version}, chosen by the start date") if is_chosen_by_start else "{version}"
    facts.append((_("Rule version"), version.format(version=_version(rule))))
    facts.append((_("Authority"), standing_text(rule)))
    facts.append(
        (
            _("Source"),
            _("{document}, checked {date}").format(
                document=rule.source.document, date=short_date(rule.source.checked_on)
            ),
        )
    )
    is_law = rule.standing is not Standing.LOCAL_STANDARD  # behind its own standard stands no text of law
    if is_law and rule.certainty is Certainty.CONFIRMED:  # what is less sure stands by itself below
        facts.append((_("Certainty"), _("Read in the source")))
    return facts


def _version(rule: RuleVersion) -> str:
    since = long_date(rule.valid_from)
    if rule.ended_on:
        return _("In force from {first} to {last}").format(first=since, last=long_date(rule.ended_on))
    return _("In force since {date}").format(date=since)
