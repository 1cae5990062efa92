"""Regler og frister: every rule, found as one types, with what holds today or on another day."""

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from desktop_app.application.folding import folded
from desktop_app.application.law_in_force import LawInForce
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.rule_shown import ShownRule, shown_rules
from desktop_app.presenters.system_reasons import system_reason
from desktop_app.translation import _, _n, long_date


class RulesView(Protocol):
    """The section of the settings."""

    def show_rules(self, rules: Sequence[ShownRule], summary: str) -> None:
        """List these rules, and say how many they are."""
        ...

    def show_rule(self, rule: ShownRule | None, mark: str) -> None:
        """Show the versions of a rule, or of none; `mark` says of those in force that they are."""
        ...

    def show_empty(self, title: str, text: str) -> None:
        """Say that no rule was found."""
        ...

    def show_notice(self, sentence: str) -> None:
        """Say what is the matter with the rule files; an empty sentence says nothing."""
        ...


class LawSource(Protocol):
    """What the section reads; composition's `Office` fits it."""

    @property
    def rulebook(self) -> Rulebook:
        """The rules as this municipality applies them."""
        ...

    @property
    def law_in_force(self) -> LawInForce:
        """The rules as they were read, and whether they are those of the program's own files."""
        ...


class RulesPresenter:
    """Holds what is searched for, the day asked for, and the rule that is shown."""

    def __init__(self, view: RulesView, *, law: LawSource, today: Callable[[], date]) -> None:
        self._view = view
        self._law = law
        self._today = today
        self._query = ""
        self._day: date | None = None
        self._chosen = ""
        self._found: Sequence[ShownRule] = ()

    def show(self) -> None:
        """Show the rules as they are now, the first of those found where the one shown before is not among them."""
        self._view.show_notice(rules_notice(self._law.law_in_force))
        on = self._day or self._today()
        words = folded(self._query).split()
        rules = shown_rules(self._law.rulebook, self._law.law_in_force.law.full_weeks, on)
        self._found = found = [rule for rule in rules if rule.holds_every(words)]
        if found:
            self._view.show_rules(found, _n("{n} rule", "{n} rules", len(found)).format(n=len(found)))
        else:
            self._view.show_empty(
                _("No results for »{query}«").format(query=self._query.strip()),
                _("Search for a deadline, a target group, an act, a section or a year."),
            )
        self._show_chosen()

    def search(self, query: str) -> None:
        """Show the rules that hold every word of the query, wherever it stands in them."""
        self._query = query
        self.show()

    def choose_day(self, day: date | None) -> None:
        """Mark what holds on a day; without one, today."""
        self._day = day
        self.show()

    def choose(self, rule_id: str) -> None:
        """Show the versions of another rule."""
        if rule_id and rule_id != self._chosen:
            self._chosen = rule_id
            self._show_chosen()

    def _show_chosen(self) -> None:
        found = self._found
        chosen = next((rule for rule in found if rule.id == self._chosen), found[0] if found else None)
        if chosen is not None:
            self._chosen = chosen.id
        self._view.show_rule(chosen, self._mark())

    def _mark(self) -> str:
        on = self._day or self._today()
        if on == self._today():
            return _("Holds today")
        return _("Holds on {date}").format(date=long_date(on))


def rules_notice(read: LawInForce) -> str:
    """Return what is the matter with the rule files, nothing where they are as they should be."""
    if read.fallback is not None:
        return _("These are the rules of {date}: {file} could not be read.").format(
            date=long_date(read.fallback.kept_on), file=read.fallback.error.file
        )
    if read.copy_failure:
        return _("No copy of the rules could be kept for a damaged rule file: {reason}.").format(
            reason=system_reason(read.copy_failure)
        )
    return ""
