"""Follow-ups: writing one, correcting one, and the list over all cases."""

import gc
from collections.abc import Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.list_follow_ups import FollowUpList
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PrintedPaper
from desktop_app.presenters.follow_up_correction import CorrectionPresenter
from desktop_app.presenters.follow_up_form import TypedFollowUp
from desktop_app.presenters.follow_up_page import FollowUpPage as PageContent
from desktop_app.presenters.follow_up_port import FinishedFollowUp, FollowUpRemarks
from desktop_app.presenters.follow_up_presenter import FollowUpPresenter
from desktop_app.presenters.follow_up_reading import Problem
from desktop_app.presenters.follow_ups_presenter import FollowUpsPresenter, pressing_count
from desktop_app.translation import _
from desktop_app.ui.case_view import FOLLOW_UPS as FOLLOW_UPS_TAB
from desktop_app.ui.case_view import CaseView
from desktop_app.ui.correction_dialog import CorrectionDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.done_bar import Following
from desktop_app.ui.follow_up_page import FollowUpPage
from desktop_app.ui.follow_ups_page import FollowUpsPage
from desktop_app.ui.frame import ARRIVALS, CASES, FOLLOW_UPS, HELP, SETTINGS, TODAY, Act, Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.wings.wing import Wing

FORM = "follow-up"
_ABOUT_NO_CASE = frozenset({TODAY, CASES, ARRIVALS, HELP, SETTINGS})


class FollowUpWing(Wing):
    """The form beside its presenter. It is the form's view, so that opening it also shows its page.

    `page_made` carries the form's page.
    """

    waits_for_cases = True
    edited = Signal()
    page_made = Signal(QWidget)

    def __init__(self, frame: Frame, parent: QObject, case_view: CaseView) -> None:
        super().__init__(frame, parent)
        self._case_view = case_view
        self._case_number = ""
        self._is_return = False
        office = frame.office
        self.presenter = FollowUpPresenter(
            self,
            work=office.follow_ups,
            papers=office.papers,
            rulebook=office.rulebook,
            user_name=office.user.name,
            today=frame.today,
        )
        self.list_page = FollowUpsPage(frame.may, hides_names=frame.hides_names)
        self.list = FollowUpsPresenter(
            self.list_page,
            load=self._load,
            load_after=office.follow_ups.list_after,
            find=frame.find_cases,
            initials=office.user.initials,
        )
        self.corrections = Corrections(frame, self, case_view)
        frame.add_page(FOLLOW_UPS, self.list_page, regions=self.list_page.regions, catch_up=self._catch_up)
        frame.set_place(FOLLOW_UPS, self.go)
        frame.register_form(self.presenter, self.edited)
        frame.add_act(
            Act(
                title=_("New follow-up"),
                do=self.open_here,
                keys="Ctrl+J",
                group=_("The case that is open"),
                icon="forum",
                is_possible=self._can_open_here,
                needs=RoleAct.WRITE_FOLLOW_UP,
            )
        )
        self._connect()

    @cached_property
    def page(self) -> FollowUpPage:
        """The form, made when a follow-up is first written."""
        page = FollowUpPage(self.frame.today)
        self.frame.add_page(FORM, page, place=FOLLOW_UPS, regions=page.regions)
        page.edited.connect(self.edited)
        page.edited.connect(self._take)
        page.finish_wanted.connect(self.presenter.finish)
        page.left.connect(self._leave)
        page.discard_wanted.connect(self.presenter.discard)
        page.contract_wanted.connect(self.presenter.show_contract)
        page.case_wanted.connect(self._open_case)
        self.page_made.emit(page)
        return page

    def begin(self) -> None:
        """Count what is pressing."""
        self._count()

    def show_changes(self, changes: Changes) -> None:  # noqa: ARG002 - every case counts
        """Count anew what is pressing."""
        self._count()

    def show_new_day(self) -> None:
        """Count what is pressing today."""
        self._count()

    def go(self) -> None:
        """Show the list, the keyboard in it."""
        self.frame.show_page(FOLLOW_UPS)
        self.list_page.focus_table()

    def open(self, case_number: str, follow_up_id: str = "") -> None:
        """Write a follow-up on a case, or change one; what was typed before and not saved is there again."""
        if not self.frame.keep_typed(self.presenter):
            self._bring_up()
        elif self.presenter.open(case_number, follow_up_id):
            self.frame.form_opened(self.presenter)

    def open_here(self) -> None:
        """Write a follow-up on the case one is at: the row of the list, or the case that is open."""
        if self.frame.page_key == FORM:
            return
        if self.frame.page_key == FOLLOW_UPS:
            self.list_page.want_follow_up()
        elif self._can_open_here():
            self.open(self._case_view.case_number)
        else:
            self.frame.show_error(_("Open a case first. Then write the follow-up with Ctrl+J."))

    # The page of the form (`presenters.follow_up_port.FollowUpView`) ------------------------------------------------

    def show_form(self, page: PageContent) -> None:
        """Show the page, with nothing typed yet."""
        self._case_number = page.case_number
        self.page.show_page(page)
        self._bring_up()

    def show_typed(self, typed: TypedFollowUp) -> None:
        """Fill in the fields."""
        self.page.show_typed(typed)

    def show_remarks(self, remarks: FollowUpRemarks) -> None:
        """Show what follows from what is typed."""
        self.page.show_remarks(remarks)

    def show_problems(self, problems: Sequence[Problem]) -> None:
        """Show what must be mended first."""
        self.page.show_problems(problems)

    def show_error(self, text: str) -> None:
        """Say why it did not succeed."""
        self.frame.show_error(text)

    def show_print(self, printed: PrintedPlan | PrintedPaper) -> None:
        """Show the contract, or the minutes."""
        self.frame.show_print(printed)

    def close_form(self, finished: FinishedFollowUp) -> None:
        """Leave the page, and say what was done."""
        if finished.changes.cases:
            self.frame.show_changes(finished.changes)
        self.frame.go_back()
        following = None
        if finished.minutes_of:
            show = partial(self.presenter.show_minutes, self._case_number, finished.minutes_of)
            following = Following(_("Show minutes …"), show)
        self.frame.say_done(finished.text, self.presenter.undo if finished.can_undo else None, following)

    def show_taken_back(self, changes: Changes) -> None:
        """Say that what was saved is typed again."""
        if changes.cases:
            self.frame.show_changes(changes)
        self.frame.say_done(_("It is undone. What you wrote is in the form again."))

    # ---------------------------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        list_page = self.list_page
        list_page.journal_chosen.connect(self.list.show_journal)
        list_page.only_mine_chosen.connect(self.list.show_only_mine)
        list_page.search_changed.connect(self.list.search)
        list_page.filters_reset.connect(self.list.reset_filters)
        list_page.case_wanted.connect(self._open_case_of_row)
        list_page.follow_up_wanted.connect(self._open_for_row)
        self._case_view.follow_up_wanted.connect(self._open_new)
        self._case_view.follow_up_change_wanted.connect(self._open_to_change)

    def _can_open_here(self) -> bool:
        if self.frame.page_key in {FOLLOW_UPS, FORM}:
            return self.frame.page_key == FOLLOW_UPS
        return bool(self._case_view.case_number) and self.frame.page_key not in _ABOUT_NO_CASE

    def _bring_up(self) -> None:
        if self._is_return:
            return
        page = self.page
        if self.frame.page_key != FORM:
            again = partial(self._return_to, self._case_number)
            self.frame.show_page(FORM, again)
        page.focus_first()

    def _leave(self) -> None:
        if self.frame.keep_typed(self.presenter):
            self.frame.go_back()

    def _catch_up(self, missed: Changes) -> None:
        self.list.forget(None if missed.settings else missed.cases)
        self.list.open()
        if missed.settings:
            gc.freeze()  # as when the cases were read (`ui.worklist_keeper`): none of it is garbage

    def _take(self) -> None:
        self.presenter.type(self.page.typed())

    def _open_case(self) -> None:
        self.frame.open_case(self._case_number, FOLLOW_UPS_TAB)

    def _open_new(self) -> None:
        self.open(self._case_view.case_number)

    def _open_to_change(self, follow_up_id: str) -> None:
        self.open(self._case_view.case_number, follow_up_id)

    def _open_case_of_row(self, row_id: str) -> None:
        number = self.list.case_number_of(row_id)
        if number:
            self.frame.open_case(number, FOLLOW_UPS_TAB)

    def _open_for_row(self, row_id: str) -> None:
        number = self.list.case_number_of(row_id)
        if number:
            self.open(number)

    def _return_to(self, case_number: str) -> None:
        """Show the form one comes back to; one that was finished meanwhile begins anew."""
        if self.presenter.subject and self._case_number == case_number:
            return
        self._is_return = True
        try:
            self.open(case_number)
        finally:
            self._is_return = False

    def _load(self) -> FollowUpList:
        return self.frame.office.follow_ups.list(self.frame.today())

    def _count(self) -> None:
        self.frame.set_count(FOLLOW_UPS, pressing_count(self.frame.worklist(), self.frame.office.user.initials))


class Corrections(QObject):
    """The dialog that adds to a locked note, beside its presenter."""

    edited = Signal()

    def __init__(self, frame: Frame, parent: QObject, case_view: CaseView) -> None:
        super().__init__(parent)
        self._frame = frame
        self._case_view = case_view
        self.presenter = CorrectionPresenter(self, work=frame.office.follow_ups, today=frame.today)
        self._place = DialogPlace[CorrectionDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.edited)
        case_view.follow_up_correction_wanted.connect(self._open)

    def ask_correction(self, title: str, text: str) -> None:
        """Ask, with what was typed before."""
        dialog = CorrectionDialog(self._case_view.window(), title, text)
        dialog.form.edited.connect(self._take)
        dialog.accepted_form.connect(self.presenter.save)
        self._place.open(dialog)

    def show_problem(self, text: str) -> None:
        """Say at the field what keeps it from being saved."""
        if dialog := self._place.dialog:
            dialog.show_problem(text)

    def show_error(self, text: str) -> None:
        """Say why it was not saved."""
        self._place.show_error(text)

    def close_correction(self, changes: Changes, text: str) -> None:
        """Close: it is saved."""
        self._place.finish()
        self._frame.show_changes(changes)
        self._frame.say_done(text)

    def _open(self, follow_up_id: str, title: str) -> None:
        self.presenter.open(self._case_view.case_number, follow_up_id, title)
        self._frame.form_opened(self.presenter)

    def _take(self) -> None:
        if dialog := self._place.dialog:
            self.presenter.type(dialog.text())
            self.edited.emit()
