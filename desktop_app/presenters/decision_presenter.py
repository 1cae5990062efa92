"""The dialog about one deadline: not relevant, another date, why it was late, a meeting; and taking that back."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol

from desktop_app.application.changes import Changes
from desktop_app.application.decide_deadline import Decided
from desktop_app.application.errors import ApplicationError
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import Draft
from desktop_app.domain.case import Case
from desktop_app.domain.deadline_deciding import Deciding, DecisionRefused, faults_in_decision
from desktop_app.domain.deadline_decisions import DeadlineDecision, DelayCause
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_form import shown as shown_day
from desktop_app.presenters.decision_form import (
    DecisionField,
    accept_text,
    fault_texts,
    fields_of,
    is_optional,
    label_of,
    read_decision,
    recorded_text,
    remarks_on,
    title_of,
    unkept,
    unread,
    withdrawn_text,
)
from desktop_app.presenters.decision_texts import delay_cause_text
from desktop_app.presenters.dialogs import DialogFollower, DialogView
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionFieldShown:
    """A field of the dialog as it opens."""

    field: DecisionField
    label: str
    text: str
    is_optional: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """The dialog as it opens: what it is called, whose deadline it is, which one, and its fields."""

    title: str
    accept: str
    citizen: str
    case_number: str
    deadline: str
    causes: tuple[tuple[str, str], ...]
    fields: tuple[DecisionFieldShown, ...]


class DecisionView(DialogView, Protocol):
    """The dialog."""

    def ask(self, shown: DecisionShown) -> None:
        """Open the dialog."""
        ...


class DecisionWork(Protocol):
    """What the dialog asks of the open store."""

    def open(self, case_number: str, today: date, searched_for: str = "", *, again: bool = False) -> OpenedCase:
        """Read the case."""
        ...

    def decide(self, case_number: str, deciding: Deciding, today: date, draft_id: str | None = None) -> Decided:
        """Record a decision."""
        ...

    def withdraw(self, case_number: str, decision_id: str) -> Decided:
        """Take a decision away."""
        ...

    def undo_decision(self, decided: Decided) -> Changes:
        """Put back what stood there before."""
        ...


class DecisionPresenter:
    """Holds the dialog while it is open; it is a drafted form (`presenters.drafts.DraftedForm`)."""

    screen = "decision"

    def __init__(
        self,
        view: DecisionView,
        follower: DialogFollower,
        *,
        work: DecisionWork,
        rulebook: Rulebook,
        today: Callable[[], date],
    ) -> None:
        self.draft_id: str | None = None
        self._view, self._follower, self._work = view, follower, work
        self._rulebook, self._today = rulebook, today
        self._case: Case | None = None
        self._named: NamedDeadline | None = None
        self._begun: dict[DecisionField, str] = {}
        self._texts: dict[DecisionField, str] = {}

    # A drafted form -----------------------------------------------------------------------------------------------

    @property
    def subject(self) -> str:
        """The id of the case."""
        return self._case.id if self._case else ""

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, or None while nothing is."""
        if self._case is None or self._named is None or self._texts == self._begun:
            return None
        texts = {field.value: text for field, text in self._texts.items()}
        return {"case_number": self._case.case_number, "deadline": self._named.key, "texts": texts}

    def based_on(self) -> Mapping[str, int]:
        """Return nothing: a decision is new, and the deadline it is about is looked up when it is recorded."""
        return {}

    def title(self, draft: Draft) -> str:
        """Return "Ret fristen, sag 2026-014"."""
        named = NamedDeadline.of_key(draft.content["deadline"])
        return _("{what}, case {number}").format(what=title_of(named.kind), number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the dialog and put back what was typed."""
        opened = self._work.open(draft.content["case_number"], self._today(), again=True)
        self._ask(opened.case, NamedDeadline.of_key(draft.content["deadline"]), _texts_in(draft))

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return everything that was typed, beside nothing saved."""
        named, texts = NamedDeadline.of_key(draft.content["deadline"]), _texts_in(draft)
        return [
            Difference(label_of(field, named.kind), "–", _value_text(field, texts[field]))
            for field in DecisionField
            if field in fields_of(named.kind) and texts[field].strip()
        ]

    # The dialog ---------------------------------------------------------------------------------------------------

    def ask(self, opened: OpenedCase, named: NamedDeadline) -> None:
        """Open the dialog about a deadline, with what was decided about it before."""
        self.draft_id = None
        before = _decision(opened.case, named)
        typed = {DecisionField.REASON: before.reason} if before else {}
        if before and before.on:
            typed[DecisionField.ON] = shown_day(before.on)
        if before and before.cause:
            typed[DecisionField.CAUSE] = before.cause.value
        self._ask(opened.case, named, typed)
        self._begun = dict(self._texts)

    def type(self, field: DecisionField, text: str) -> None:
        """Take in what is typed in a field."""
        self._texts[field] = text
        self._remark()

    def close(self) -> None:
        """Let go of the dialog and of what was typed."""
        self._case = None

    def record(self) -> None:
        """Record it, or say what is wrong."""
        case, named = self._case, self._named
        if case is None or named is None:
            return
        today = self._today()
        deciding = read_decision(self._texts, named.duty, named.kind, named.computed_on, today)
        problems = fault_texts(faults_in_decision(deciding, today), named.kind)
        problems |= unkept(self._texts, named.kind) | unread(self._texts, named.kind, today)
        self._view.show_problems(problems)
        if problems:
            return
        try:
            decided = self._work.decide(case.case_number, deciding, today, self.draft_id)
        except DecisionRefused as refused:
            self._view.show_problems(fault_texts(refused.faults, named.kind))
        except ApplicationError as error:
            self._view.show_error(error_text(error))
        else:
            self.draft_id, self._case = None, None
            self._view.finish()
            self._tell(decided, recorded_text(named.kind))

    # Taking back --------------------------------------------------------------------------------------------------

    def withdraw(self, opened: OpenedCase, named: NamedDeadline) -> None:
        """Take a decision away; the history keeps it, and for a while it can be had back."""
        decision = _decision(opened.case, named)
        if decision is None:
            return
        try:
            decided = self._work.withdraw(opened.case.case_number, decision.id)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
        else:
            self._tell(decided, withdrawn_text(named.kind))

    def _tell(self, decided: Decided, text: str) -> None:
        self._follower.show_changes(decided.changes)
        self._follower.say_done(text, partial(self._undo, decided))

    def _undo(self, decided: Decided) -> None:
        try:
            changes = self._work.undo_decision(decided)
        except ApplicationError as error:
            self._follower.show_error(error_text(error))
            return
        self._follower.show_changes(changes)
        self._follower.say_done(_("It is undone."))

    # --------------------------------------------------------------------------------------------------------------

    def _ask(self, case: Case, named: NamedDeadline, typed: Mapping[DecisionField, str]) -> None:
        self._case, self._named = case, named
        self._begun = dict.fromkeys(DecisionField, "")
        self._texts = {**self._begun, **typed}
        duty = duty_name(self._rulebook.duties[named.duty])
        self._view.ask(
            DecisionShown(
                title=title_of(named.kind),
                accept=accept_text(named.kind),
                citizen=case.citizen.full_name,
                case_number=case.case_number,
                deadline=_("{duty}. Calculated deadline: {date}.").format(duty=duty, date=long_date(named.computed_on)),
                causes=tuple((cause.value, delay_cause_text(cause)) for cause in DelayCause),
                fields=tuple(
                    DecisionFieldShown(
                        field=field,
                        label=label_of(field, named.kind),
                        text=self._texts[field],
                        is_optional=is_optional(field, named.kind),
                    )
                    for field in DecisionField
                    if field in fields_of(named.kind)
                ),
            )
        )
        self._remark()

    def _remark(self) -> None:
        if self._case and self._named:
            named = self._named
            deciding = read_decision(self._texts, named.duty, named.kind, named.computed_on, self._today())
            self._view.show_remarks(remarks_on(deciding))


def _decision(case: Case, named: NamedDeadline) -> DeadlineDecision | None:
    """Return the latest decision of a kind about a deadline."""
    found = [
        each
        for each in case.decisions
        if (each.duty, each.kind, each.computed_on) == (named.duty, named.kind, named.computed_on)
    ]
    return found[-1] if found else None


def _texts_in(draft: Draft) -> dict[DecisionField, str]:
    return {field: str(draft.content["texts"].get(field.value, "")) for field in DecisionField}


def _value_text(field: DecisionField, text: str) -> str:
    return delay_cause_text(DelayCause(text)) if field is DecisionField.CAUSE else text
