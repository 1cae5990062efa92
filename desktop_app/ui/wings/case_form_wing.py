"""Changing the master data of a case."""

from collections.abc import Mapping
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal

from desktop_app.application.open_case import OpenedCase
from desktop_app.domain.case_checks import CaseField
from desktop_app.presenters.case_form_presenter import CaseFormPresenter
from desktop_app.presenters.case_form_view import CaseFormShown
from desktop_app.translation import _
from desktop_app.ui.case_form_page import CaseFormPage
from desktop_app.ui.frame import CASES, Frame
from desktop_app.ui.wings.wing import Wing

CASE_FORM = "case-form"


class CaseFormWing(Wing):
    """The form beside its presenter, of which it is the view: what is opened also comes before the eyes."""

    edited = Signal()

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(frame, parent)
        self.presenter = CaseFormPresenter(
            self,
            work=frame.office.cases,
            rulebook=frame.office.rulebook,
            today=frame.today,
            saved=self.show_saved,
        )
        frame.register_form(self.presenter, self.edited)

    @cached_property
    def page(self) -> CaseFormPage:
        """The form, made when one is first opened."""
        page = CaseFormPage(self.frame.today)
        self.frame.add_page(CASE_FORM, page, place=CASES, regions=page.regions)
        page.edited.connect(self.edited)
        page.typed.connect(self.presenter.type)
        page.rows_typed.connect(self._take_rows)
        page.cpr_wanted.connect(self.presenter.show_cpr)
        page.save_wanted.connect(self.presenter.save)
        page.discard_wanted.connect(self._discard)
        return page

    def open(self, opened: OpenedCase, focus: str = "") -> None:
        """Open the form of a case at a field; what was typed before and not saved is there again."""
        if not self.frame.keep_typed(self.presenter):
            self._bring_up()
        elif self.presenter.open(opened):
            self.frame.form_opened(self.presenter)
            self._bring_up()
            if focus:
                self.page.go_to(focus)

    # The page (`presenters.case_form_view.CaseFormView`) ----------------------------------------------------------

    def show_form(self, shown: CaseFormShown) -> None:
        """Show a form."""
        self.page.show_form(shown)
        self._bring_up()

    def show_text(self, key: str, text: str) -> None:
        """Write a field anew."""
        self.page.show_text(key, text)

    def show_problems(self, problems: Mapping[str, str]) -> None:
        """Say at the fields what is wrong."""
        self.page.show_problems(problems)

    def show_remarks(self, remarks: Mapping[str, str]) -> None:
        """Say at the fields what is worth a second look."""
        self.page.show_remarks(remarks)

    def go_to(self, key: str) -> None:
        """Bring the keyboard to a field."""
        self.page.go_to(key)

    def show_error(self, text: str) -> None:
        """Say why it did not succeed."""
        self.frame.show_error(text)

    def leave(self) -> None:
        """Go back to where one came from."""
        if self.frame.page_key == CASE_FORM:
            self.frame.go_back()

    # --------------------------------------------------------------------------------------------------------------

    def _bring_up(self) -> None:
        if self.frame.page_key != CASE_FORM:
            page = self.page
            self.frame.show_page(CASE_FORM)
            page.focus_first()

    def _take_rows(self, part: str) -> None:
        field = CaseField(part)
        self.page.show_rows(field, self.presenter.take_rows(field, self.page.rows(field)))

    def _discard(self) -> None:
        bring_back = self.presenter.discard()
        if bring_back:
            self.frame.say_done(_("The changes are discarded."), partial(bring_back))
