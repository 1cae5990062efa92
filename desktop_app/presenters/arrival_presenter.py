"""Ny modtagelse: one person or a whole family typed once, checked gently, and recorded together."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from operator import attrgetter
from typing import Any

from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import CaseLine, Draft
from desktop_app.application.record_arrival import RecordedArrival
from desktop_app.domain.cpr import formatted
from desktop_app.domain.errors import DomainError
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.arrival_checks import Remark, RemarkKind, missing_text, name_remark, remark_on
from desktop_app.presenters.arrival_fields import TAKEOVER_FIELDS, Field, field_label, value_text
from desktop_app.presenters.arrival_form import SCREEN, ArrivalForm, Typed, form_from
from desktop_app.presenters.arrival_matches import (
    ArrivalMatches,
    joining_remark,
    known_number_problem,
    known_number_remark,
)
from desktop_app.presenters.arrival_reading import ArrivalReader, PersonRead, digits_of
from desktop_app.presenters.arrival_record import arrival_of, done_text
from desktop_app.presenters.arrival_side import side_of
from desktop_app.presenters.arrival_view import ArrivalView, ArrivalWork, FieldShown, PersonTab, Problem
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _, short_date

_IDENTIFYING = frozenset({Field.GIVEN_NAMES, Field.FAMILY_NAME, Field.CPR, Field.BIRTH_DATE, Field.NATIONALITY})
"""Leaving one of these asks whether the person is known already."""


@dataclass(slots=True)
class _Seen:
    """What the person who types has seen of one of the people: fields left, similar cases that are somebody else.

    `asked` are the cases with the same number that have stopped saving, which each does once.
    """

    left: set[Field] = field(default_factory=set)
    others: set[str] = field(default_factory=set)
    asked: set[str] = field(default_factory=set)


class ArrivalPresenter:
    """Holds the form while it is open; it is a drafted form (`presenters.drafts.DraftedForm`)."""

    screen = SCREEN
    subject = ""

    def __init__(
        self,
        view: ArrivalView,
        *,
        work: ArrivalWork,
        matches: ArrivalMatches,
        rulebook: Rulebook,
        initials: str,
        today: Callable[[], date],
        opened: Callable[[], None],
        recorded: Callable[[RecordedArrival, str], None],
    ) -> None:
        self.draft_id: str | None = None
        self._view, self._work = view, work
        self._rulebook, self._today = rulebook, today
        self._reader = ArrivalReader(rulebook, today, initials)
        self._opened, self._recorded = opened, recorded
        self._matches = matches
        self._close()

    # A drafted form -----------------------------------------------------------------------------------------------

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, or None while nothing is."""
        return None if self._form.is_blank else self._form.as_content()

    def based_on(self) -> Mapping[str, int]:
        """Return nothing: the people are new."""
        return {}

    def title(self, draft: Draft) -> str:
        """Return "Ny modtagelse" with the first name in it, as far as it is typed."""
        name = self._read(form_from(draft.content), 0).name
        return _("New arrival, {name}").format(name=name) if name else _("New arrival")

    def resume(self, draft: Draft) -> None:
        """Put back what was typed, and show it."""
        self._take(form_from(draft.content), draft.id or None)

    def differences(self, draft: Draft) -> list[Difference]:
        """Return everything that was typed, beside nothing saved."""
        form = form_from(draft.content)
        return [
            Difference(_labelled(one, place, form), "–", value_text(one, text))
            for place, typed in enumerate(form.people)
            for one, text in typed.items()
            if text.strip()
        ]

    # Typing -------------------------------------------------------------------------------------------------------

    def open(self) -> None:
        """Begin with nobody typed, and show it."""
        self._take(ArrivalForm())

    def discard(self) -> Callable[[], None] | None:
        """Let go of everything typed; return how to take it up again, None when there was nothing."""
        form = self._form
        self._close()
        self._turn()
        if form.is_blank:
            return None

        def take_up_again() -> None:
            self._take(form)

        return take_up_again

    def reload(self) -> None:
        """Compute everything anew, after a change or at midnight."""
        self._matches.forget()
        self._turn()

    def type(self, one: Field, text: str) -> None:
        """Take over what was typed; what was wrong with the field is looked at again when it is left."""
        self._form.type(one, text)
        self._here.left.discard(one)
        self._show()

    def leave(self, one: Field) -> None:
        """Check a field that was left."""
        self._here.left.add(one)
        self._write_out(one)
        if one in _IDENTIFYING:
            self._look_for_similar()
        self._show()

    def _write_out(self, one: Field) -> None:
        """Let a number and a date that were typed stand as they are read: `+14` would mean another day tomorrow.

        What is the first person's stays theirs.
        """
        place = self._form.current
        if self._form.follows(one, place):
            return
        person = self._read(self._form, place)
        if one is Field.CPR and person.cpr:
            self._form.type(one, formatted(person.cpr))
        elif one in person.days and one not in person.computed:
            self._form.type(one, short_date(person.days[one]))
            if one is Field.TAKEOVER and person.days[one] == person.proposed_on and not self._form.typed(one, 0):
                self._form.forget(*TAKEOVER_FIELDS)

    def accept_proposal(self) -> None:
        """Take the takeover proposed for the person shown instead of another one."""
        self._form.forget(*TAKEOVER_FIELDS)
        person = self._read(self._form, self._form.current)
        if person.proposed_on and Field.TAKEOVER not in person.computed:  # the first person's is another one
            self._form.type(Field.TAKEOVER, short_date(person.proposed_on))
        self._show()

    def create_anyway(self) -> None:
        """Say that the similar case is about somebody else."""
        if self._similar:
            self._here.others.add(self._similar.case_id)
            self._look_for_similar()
            self._show()

    # People -------------------------------------------------------------------------------------------------------

    def add_person(self) -> None:
        """Begin another person, who shares with the first what a family shares."""
        self._form.add()
        self._seen.append(_Seen())
        self._turn()
        self._view.go_to(Field.GIVEN_NAMES)

    def show_person(self, place: int) -> None:
        """Show another of the people."""
        self._form.current = place
        self._turn()

    def remove_person(self) -> Callable[[], None] | None:
        """Take the person shown away; return how to undo it, or None for the only one, who stays."""
        if len(self._form.people) == 1:
            return None
        place = self._form.current
        form, seen, removed = self._form, self._seen.pop(place), self._form.remove()
        self._turn()

        def undo() -> None:
            self._restore(form, place, removed, seen)

        return undo

    def _restore(self, form: ArrivalForm, place: int, removed: Typed, seen: _Seen) -> None:
        if form is not self._form:
            return
        self._seen.insert(place, seen)
        form.restore(place, removed)
        self._turn()

    # Saving -------------------------------------------------------------------------------------------------------

    def save(self) -> None:
        """Record everybody, or say what stops it. What was typed stays until it is saved.

        A number that a case has already stops it only the first time.
        """
        self._is_checked = True
        for seen in self._seen:
            seen.left = set(Field)
        people = self._people()
        problems = self._problems(people)
        if any(problem.asks_about not in self._seen[problem.person].asked for problem in problems):
            for problem in filter(attrgetter("asks_about"), problems):
                self._seen[problem.person].asked.add(problem.asks_about)
            self._form.current = problems[0].person
            self._turn()
            self._view.go_to_problems()
            return
        today = self._today()
        joined = next(iter(self._joined()), None)
        try:
            recorded = self._work.record(arrival_of(people, joined), today, self.draft_id)
        except (ApplicationError, DomainError) as error:
            self._view.show_error(error_text(error))
            return
        self.draft_id = None
        self._close()
        self._turn()
        self._recorded(recorded, done_text(people, self._rulebook, today))

    def go_to(self, problem: Problem) -> None:
        """Show what is wrong where it is."""
        self.show_person(problem.person)
        self._view.go_to(problem.field)

    # Showing ------------------------------------------------------------------------------------------------------

    @property
    def _here(self) -> _Seen:
        return self._seen[self._form.current]

    def _take(self, form: ArrivalForm, draft_id: str | None = None) -> None:
        """Go on with a form; it has its draft before it is shown, for showing a page keeps what is on it."""
        self._close()
        self._form, self.draft_id = form, draft_id
        self._seen = [_Seen() for _ in form.people]
        self._turn()
        self._opened()
        self._view.go_to(Field.GIVEN_NAMES)

    def _close(self) -> None:
        self._form = ArrivalForm()
        self._seen = [_Seen()]
        self._is_checked = False
        self._similar: CaseLine | None = None

    def _turn(self) -> None:
        self._look_for_similar()
        self._show()

    def _read(self, form: ArrivalForm, place: int) -> PersonRead:
        return self._reader.read(form, place)

    def _people(self) -> list[PersonRead]:
        return [self._read(self._form, place) for place in range(len(self._form.people))]

    def _joined(self) -> Sequence[CaseLine]:
        return self._matches.meant_by(self._form.text(Field.JOINS, 0))

    def _look_for_similar(self) -> None:
        found = self._matches.like(self._read(self._form, self._form.current))
        self._similar = next((line for line in found if line.case_id not in self._here.others), None)

    def _show(self) -> None:
        people = self._people()
        shown = people[self._form.current]
        problems = self._problems(people)
        tabs = [self._tab(place, person, problems) for place, person in enumerate(people)]
        self._view.show_people(tabs, self._form.current, self._following(people))
        self._view.show_fields({one: self._field(one, shown) for one in shown.texts})
        self._view.show_problems(problems if self._is_checked else ())
        self._view.show_side(side_of(shown, self._similar, self._rulebook))

    def _tab(self, place: int, person: PersonRead, problems: Sequence[Problem]) -> PersonTab:
        title = person.texts[Field.GIVEN_NAMES] or _called(person, place)
        return PersonTab(title, any(problem.person == place for problem in problems))

    def _following(self, people: Sequence[PersonRead]) -> str:
        if self._form.current == 0:
            return ""
        return _("What is not changed here is as for {name}.").format(name=_called(people[0], 0))

    def _field(self, one: Field, person: PersonRead) -> FieldShown:
        remark = self._remark(one, self._form.current, person)
        return FieldShown(
            text=self._shown_text(one, person),
            help=self._help(one, person),
            remark=remark,
            offer=_offer(one, person),
        )

    def _shown_text(self, one: Field, person: PersonRead) -> str:
        """Return what was typed as it was typed, so that a space just typed stays under the keyboard."""
        if one in person.computed:
            return person.texts[one]
        return self._form.typed(one, self._form.current) or ""

    def _help(self, one: Field, person: PersonRead) -> str:
        if one is Field.TAKEOVER and one in person.computed:
            return _("Proposed. You can change the date and write why.")
        if self._form.has_own(one, self._form.current):
            return _("Only for {name}").format(name=_called(person, self._form.current))
        return ""

    def _remark(self, one: Field, place: int, person: PersonRead) -> Remark | None:
        if one not in self._seen[place].left:
            return None
        if self._is_checked and (missing := missing_text(one, person)):
            return Remark(RemarkKind.ERROR, missing)
        if one is Field.CPR and (line := self._with_the_number_of(place, person)):
            return known_number_remark(line)
        if one is Field.CPR and (twin := self._with_the_same_number(place, person)):
            return Remark(RemarkKind.WARNING, _("{name} has the same CPR number").format(name=twin))
        if one is Field.JOINS:
            return joining_remark(person.texts[one], self._joined())
        return remark_on(one, person, self._today()) or name_remark(one, person, self._work.can_show)

    def _with_the_same_number(self, place: int, person: PersonRead) -> str:
        """Return who else of the people has a person's CPR number, as when a line of the papers was read twice."""
        others = (other for other in range(len(self._form.people)) if other != place)
        twins = [other for other in others if person.cpr and digits_of(self._form.text(Field.CPR, other)) == person.cpr]
        return _called(self._read(self._form, twins[0]), twins[0]) if twins else ""

    def _with_the_number_of(self, place: int, person: PersonRead) -> CaseLine | None:
        """Return the case with a person's CPR number, unless it was said to be somebody else's."""
        others = self._seen[place].others
        return next((line for line in self._matches.with_number(person.cpr) if line.case_id not in others), None)

    def _problems(self, people: Sequence[PersonRead]) -> list[Problem]:
        """Return what stops saving; what others only follow the first person in stands once, at that one."""
        found: list[Problem] = []
        of_first: set[tuple[Field, str]] = set()
        for place, person in enumerate(people):
            for one in person.texts:
                remark = self._remark(one, place, person)
                if remark is None:
                    continue
                if one is Field.CPR and (line := self._with_the_number_of(place, person)):
                    text = self._named(place, person, known_number_problem(line))
                    found.append(Problem(place, one, text, asks_about=line.case_id))
                if remark.kind is not RemarkKind.ERROR:
                    continue
                if place == 0:
                    of_first.add((one, remark.text))
                elif (one, remark.text) in of_first and self._form.follows(one, place):
                    continue
                found.append(Problem(place, one, self._named(place, person, remark.text)))
        return found

    def _named(self, place: int, person: PersonRead, text: str) -> str:
        if len(self._form.people) == 1:
            return text
        return _("{name}: {text}").format(name=_called(person, place), text=text)


def _called(person: PersonRead, place: int) -> str:
    """Return the name, or which of the people it is as long as only the family's name is known."""
    return person.name if person.texts[Field.GIVEN_NAMES] else _("Person {n}").format(n=place + 1)


def _offer(one: Field, person: PersonRead) -> str:
    """Return the offer to take the takeover proposed instead of another one."""
    proposed_on = person.proposed_on
    if one is Field.TAKEOVER and proposed_on and person.days.get(one) != proposed_on:
        return _("Use the day proposed, {date}").format(date=short_date(proposed_on))
    return ""


def _labelled(one: Field, place: int, form: ArrivalForm) -> str:
    if len(form.people) == 1:
        return field_label(one)
    return _("{label} ({person})").format(
        label=field_label(one), person=form.text(Field.GIVEN_NAMES, place) or _("Person {n}").format(n=place + 1)
    )
