"""Opfølgning: the form on one screen, the contract's goals beside it, and when the next one is to be."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError, ChangedMeanwhile
from desktop_app.application.ports import Draft
from desktop_app.application.print_follow_up import ChosenFollowUp
from desktop_app.application.printed_paper import PaperKind
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.errors import DomainError
from desktop_app.domain.follow_up import FollowUp
from desktop_app.domain.follow_up_remarks import FollowUpRemark, remarks_on_follow_up
from desktop_app.domain.follow_ups_of_case import follow_up_of, with_follow_up, without_follow_up
from desktop_app.domain.next_follow_up import NextFollowUp, next_follow_up, open_follow_up
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.drafts import Difference
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.follow_up_differences import differences_between
from desktop_app.presenters.follow_up_form import TypedFollowUp
from desktop_app.presenters.follow_up_page import FollowUpPage, contract_told_of, follow_up_page
from desktop_app.presenters.follow_up_port import FinishedFollowUp, FollowUpRemarks, FollowUpView, FollowUpWork
from desktop_app.presenters.follow_up_reading import HELD_ON, ReadFollowUp, read_follow_up
from desktop_app.presenters.follow_up_texts import next_follow_up_text, remark_texts, saved_text
from desktop_app.presenters.meanwhile import meanwhile_text, typed_over
from desktop_app.presenters.paper_port import PaperWork
from desktop_app.translation import _, short_date

SCREEN = "follow_up"
_ONLY_ONCE_BEGUN = frozenset({FollowUpRemark.TOPICS_LEFT, FollowUpRemark.PROGRESS_LEFT})


@dataclass(frozen=True, slots=True)
class _Form:
    """A form that is open: the case as it was read, and the follow-up that is changed, if one is."""

    case: Case
    changed: FollowUp | None
    page: FollowUpPage
    initial: TypedFollowUp

    @property
    def changed_id(self) -> str:
        return self.changed.id if self.changed else ""

    @property
    def others(self) -> Case:
        """The case without the follow-up that is changed, and without what it did."""
        return without_follow_up(self.case, self.changed) if self.changed else self.case

    @property
    def goals(self) -> list[str]:
        """The goals told of, by their place."""
        return _goals_told_of(self.case, self.changed)


@dataclass(frozen=True, slots=True)
class _Left:
    """What it takes to bring a form back that was left: the follow-up it saved, if it did, and what was typed."""

    case_number: str
    changed_id: str
    saved_id: str
    typed: TypedFollowUp


class FollowUpPresenter:
    """Holds what is typed, tells what follows from it, and saves it (`presenters.drafts.DraftedForm`)."""

    def __init__(
        self,
        view: FollowUpView,
        *,
        work: FollowUpWork,
        papers: PaperWork,
        rulebook: Rulebook,
        user_name: str,
        today: Callable[[], date],
    ) -> None:
        self._view = view
        self._work = work
        self._papers = papers
        self._rulebook = rulebook
        self._user_name = user_name
        self._today = today
        self._form: _Form | None = None
        self._typed = TypedFollowUp()
        self._following: NextFollowUp | None = None
        self._shown = ""
        self._left: _Left | None = None
        self.draft_id: str | None = None

    # Opening, typing, saving --------------------------------------------------------------------------------------

    def open(self, case_number: str, follow_up_id: str = "") -> bool:
        """Open the form for a new follow-up, or to change one; return whether it is open now."""
        try:
            self._open(case_number, follow_up_id)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return False
        return True

    def type(self, typed: TypedFollowUp) -> None:
        """Take over what the fields hold now."""
        if self._form is None:
            return
        follows = typed.follows_proposal and typed.next_on == self._shown
        self._typed = replace(typed, next_on="" if follows else typed.next_on, follows_proposal=follows)
        self._tell(self._form)

    def finish(self) -> None:
        """Save the follow-up, or say what is missing."""
        form = self._form
        if form is None:
            return
        read = self._read(form)
        self._view.show_problems(read.problems)
        if read.problems or read.talk is None:
            return
        text = saved_text(read.talk, self._next(form, read.talk))
        try:
            changes, saved_id = self._save(form, read.talk)
        except ChangedMeanwhile:
            self._rebase(form)
            return
        except (ApplicationError, DomainError) as error:
            self._view.show_error(error_text(error))
            return
        self._left = None if form.changed else _Left(form.case.case_number, "", saved_id, self._typed)
        self._close()
        self._view.close_form(
            FinishedFollowUp(
                text=text, changes=changes, can_undo=not form.changed, minutes_of=form.changed_id or saved_id
            )
        )

    def discard(self) -> None:
        """Let go of what was typed, and leave."""
        form = self._form
        if form is None:
            return
        self._left = _Left(form.case.case_number, form.changed_id, "", self._typed)
        self._form = None  # without content the frame lets the draft go
        self._view.close_form(FinishedFollowUp(text=_("The draft was discarded."), changes=Changes(), can_undo=True))

    def show_contract(self) -> None:
        """Show the contract whose goals stand beside the form."""
        form = self._form
        if form is None or form.page.plan_number is None:
            return
        try:
            printed = self._work.print_contract(form.case.case_number, self._today(), form.page.plan_number)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_print(printed)

    def show_minutes(self, case_number: str, follow_up_id: str) -> None:
        """Show the minutes of a follow-up that was finished."""
        try:
            chosen = ChosenFollowUp(follow_up_id=follow_up_id)
            printed = self._papers.draw(PaperKind.FOLLOW_UP, case_number, self._today(), chosen)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self._view.show_print(printed)

    def undo(self) -> None:
        """Take back what was saved or let go last; what was typed stands in the form again."""
        left = self._left
        if left is None:
            return
        self._left = None
        changes = Changes()
        try:
            if left.saved_id:
                changes = self._work.remove(left.case_number, left.saved_id)
            form = self._open(left.case_number, left.changed_id)
        except (ApplicationError, DomainError) as error:
            self._view.show_error(error_text(error))
            return
        self._put(form, left.typed)
        self._view.show_taken_back(changes)

    # The form as a draft ------------------------------------------------------------------------------------------

    @property
    def screen(self) -> str:
        """Which form it is."""
        return SCREEN

    @property
    def subject(self) -> str:
        """The follow-up that is changed, otherwise the case."""
        if self._form is None:
            return ""
        return self._form.changed_id or self._form.case.id

    def content(self) -> Mapping[str, Any] | None:
        """Return everything typed, None while there is nothing to keep."""
        form = self._form
        if form is None or self._typed == form.initial:
            return None
        return {
            "case_number": form.case.case_number,
            "follow_up": form.changed_id,
            "plan_number": form.page.plan_number,
            **self._typed.to_json(),
        }

    def based_on(self) -> Mapping[str, int]:
        """Return the versions of the case, of the contract told of, and of the follow-up that is changed."""
        form = self._form
        if form is None:
            return {}
        records = (form.case, contract_told_of(form.case, form.changed), form.changed)
        return {record.id: record.version for record in records if record}

    def title(self, draft: Draft) -> str:
        """Return what a draft is of."""
        return _("Follow-up, case {number}").format(number=draft.content["case_number"])

    def resume(self, draft: Draft) -> None:
        """Open the form and put back what was typed; what was told of other goals than these is left out."""
        content = draft.content
        form = self._open(content["case_number"], content["follow_up"])
        typed = TypedFollowUp.from_json(content)
        if content["plan_number"] != form.page.plan_number:
            typed = replace(typed, progress={})
        self._put(form, typed)

    def differences(self, draft: Draft) -> Sequence[Difference]:
        """Return what a draft says otherwise than the saved follow-up, or than an empty form."""
        case = self._work.open_case(draft.content["case_number"], self._today()).case
        changed = follow_up_of(case, draft.content["follow_up"])
        saved = TypedFollowUp.of(changed) if changed else None
        typed = TypedFollowUp.from_json(draft.content)
        return differences_between(saved, self._initial(changed), typed, _goals_told_of(case, changed))

    # ---------------------------------------------------------------------------------------------------------------

    def _open(self, case_number: str, follow_up_id: str) -> _Form:
        today = self._today()
        case = self._work.open_case(case_number, today).case
        changed = follow_up_of(case, follow_up_id) if follow_up_id else None
        if follow_up_id and changed is None:
            raise ChangedMeanwhile(follow_up_id)
        due = open_follow_up(facts_of(case), self._rulebook, today)
        page = follow_up_page(case, changed, due, today)
        form = self._form = _Form(case, changed, page, self._initial(changed))
        self._following, self._shown, self.draft_id = None, "", None
        self._typed = form.initial
        self._view.show_form(page)
        self._put(form, form.initial)
        return form

    def _initial(self, changed: FollowUp | None) -> TypedFollowUp:
        if changed:
            return TypedFollowUp.of(changed)
        participants = _("The citizen, {name}").format(name=self._user_name)
        return TypedFollowUp(held_on=short_date(self._today()), participants=participants)

    def _put(self, form: _Form, typed: TypedFollowUp) -> None:
        self._typed = typed
        self._view.show_problems(())
        self._view.show_typed(typed)
        self._tell(form)

    def _rebase(self, form: _Form) -> None:
        """Put what was typed over what somebody else has saved meanwhile."""
        typed, draft_id = self._typed, self.draft_id
        try:
            fresh, is_gone = self._open_again(form)
        except ApplicationError as error:
            self._view.show_error(error_text(error))
            return
        self.draft_id = draft_id
        if is_gone:
            text = _(
                "Somebody else has taken this follow-up away. What you typed stands here as a new one. Save it if it"
                " is to stand on the case."
            )
        elif form.changed:
            typed = typed_over(form.initial, typed, fresh.initial)
            text = _(
                "Somebody else has saved changes to this follow-up. What you typed stands over what is saved now. Look"
                " it through, and save again."
            )
        else:
            text = _(
                "The contract has been changed meanwhile. What you typed has been kept. Look the goals through, and"
                " finish the follow-up again."
            )
        if fresh.page.plan_number != form.page.plan_number:
            typed = replace(typed, progress={})
        self._put(fresh, typed)
        saved = [] if is_gone else differences_between(form.initial, form.initial, fresh.initial, fresh.goals)
        self._view.show_error(" ".join(filter(None, (text, meanwhile_text(saved)))))

    def _open_again(self, form: _Form) -> tuple[_Form, bool]:
        """Open the form anew, for a new follow-up where the one that was changed is gone; tell whether it is."""
        try:
            return self._open(form.case.case_number, form.changed_id), False
        except ChangedMeanwhile:
            return self._open(form.case.case_number, ""), True

    def _close(self) -> None:
        self._form = None
        self._typed = TypedFollowUp()
        self.draft_id = None

    def _save(self, form: _Form, talk: FollowUp) -> tuple[Changes, str]:
        if form.changed:
            return self._work.change(form.case, talk, self._today(), self.draft_id), ""
        logged = self._work.log(form.case, talk, self._today(), self.draft_id)
        return logged.changes, logged.follow_up.id

    def _tell(self, form: _Form) -> None:
        """Show what follows from what is typed; while the date cannot be read, what followed before stays."""
        read = self._read(form)
        following = self._following
        if self._typed.follows_proposal and following:
            proposed_on = self._proposed(following)
            self._shown = short_date(proposed_on) if proposed_on else ""
        remarks: Mapping[str, str] = {}
        if read.talk and following:
            found = remarks_on_follow_up(read.talk, form.others, following)
            if not self._typed.note.strip():
                found -= _ONLY_ONCE_BEGUN
            remarks = remark_texts(found, read.talk, following)
        self._view.show_remarks(
            FollowUpRemarks(
                next_help=next_follow_up_text(following, self._today()) if following else "",
                proposed=self._shown if self._typed.follows_proposal else None,
                remarks=remarks,
            )
        )

    def _read(self, form: _Form) -> ReadFollowUp:
        """Read the form; the next date proposed depends on the rest of it, so that is read first."""
        read = self._read_with(form, None)
        if read.talk is None or any(problem.field == HELD_ON for problem in read.problems):
            return read
        self._following = self._next(form, read.talk)
        return self._read_with(form, self._proposed(self._following))

    def _proposed(self, following: NextFollowUp) -> date | None:
        """Return the next day proposed; after an attempt none is: with nobody there nothing was agreed."""
        return None if self._typed.attempted_only else following.proposed_on

    def _read_with(self, form: _Form, proposed_on: date | None) -> ReadFollowUp:
        return read_follow_up(
            self._typed,
            base=form.changed,
            plan_number=form.page.plan_number,
            proposed_on=proposed_on,
            today=self._today(),
        )

    def _next(self, form: _Form, talk: FollowUp) -> NextFollowUp:
        told = with_follow_up(form.others, talk)
        return next_follow_up(facts_of(told), self._rulebook, held_on=talk.held_on, today=self._today())


def _goals_told_of(case: Case, changed: FollowUp | None) -> list[str]:
    contract = contract_told_of(case, changed)
    return [goal.text for goal in contract.goals] if contract else []
