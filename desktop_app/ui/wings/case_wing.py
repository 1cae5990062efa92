"""A case: its page, and the way from there to everything one does with it."""

from functools import partial

from PySide6.QtWidgets import QWidget

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.open_case import OpenedCase
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PrintedPaper
from desktop_app.domain.follow_ups_of_case import follow_up_of
from desktop_app.domain.gap import Gap
from desktop_app.presenters.case_follow_ups import follow_up_title
from desktop_app.presenters.case_page import CasePage
from desktop_app.presenters.case_presenter import CasePresenter
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.event_form import OFFER
from desktop_app.presenters.mending_places import Place, PlaceKind, place_of
from desktop_app.presenters.named_deadline import NamedDeadline
from desktop_app.translation import _
from desktop_app.ui.case_view import CONTRACT, FAMILY, FOLLOW_UPS, SHOWN, CaseView
from desktop_app.ui.frame import CASES, Act, Frame
from desktop_app.ui.may import RoleAct
from desktop_app.ui.wings.case_form_wing import CASE_FORM, CaseFormWing
from desktop_app.ui.wings.consent_wing import ConsentWing
from desktop_app.ui.wings.copy_wing import CopyWing
from desktop_app.ui.wings.decision_wing import DecisionWing
from desktop_app.ui.wings.event_wing import EventWing
from desktop_app.ui.wings.fact_correction_wing import FactCorrectionWing
from desktop_app.ui.wings.family_wing import FamilyWing
from desktop_app.ui.wings.rights_wing import ErasureWing, SubjectAccessWing
from desktop_app.ui.wings.scan_wing import ScanWing
from desktop_app.ui.wings.wing import Wing

CASE = "case"
_OVER_ANY_PAGE = frozenset(
    {
        PlaceKind.CORRECTION,
        PlaceKind.EVENT,
        PlaceKind.OFFER,
        PlaceKind.DECISION,
        PlaceKind.WITHDRAWAL,
        PlaceKind.SCAN,
    }
)
_ON_ITS_PAGE = frozenset({PlaceKind.CONTRACT, PlaceKind.FOLLOW_UPS, PlaceKind.FOLLOW_UP, PlaceKind.WITHDRAWAL})
"""What is mended on the page of the case, and not in a dialog or in a form of its own."""


class CaseWing(Wing):
    """The page of a case beside its presenter. Dialogs open over `window`."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._number = self._tab = ""
        self._is_return = False
        self._unseen: CasePage | None = None
        self.view = CaseView(frame.today, frame.may)
        office = frame.office
        self.presenter = CasePresenter(
            self,
            reading=office.cases,
            print_plan=office.print_plan,
            papers=office.papers,
            worklist=frame.worklist,
            drafts=office.drafts.mine,
            rulebook=office.rulebook,
            now=frame.now,
        )
        frame.add_page(CASE, self.view, place=CASES, regions=self.view.regions, catch_up=self._catch_up)
        self.form = CaseFormWing(frame, self)
        self.events = EventWing(frame, window)
        self.corrections = FactCorrectionWing(frame, window)
        self.decisions = DecisionWing(frame, window)
        self.copying = CopyWing(frame, window)
        self.family = FamilyWing(frame, window)
        self.consents = ConsentWing(frame, window)
        self.access = SubjectAccessWing(frame, window)
        self.erasure = ErasureWing(frame, window)
        self.scans = ScanWing(frame, window)
        self._add_acts()
        self._connect()

    def open(self, case_number: str, tab: str = "", searched_for: str = "") -> None:
        """Show a case at one of its tabs; coming back to it opens it again."""
        self._number, self._tab = case_number, tab
        self.presenter.open(case_number, self.frame.today(), searched_for)

    def mend(self, case_number: str, gap: Gap) -> None:
        """Go straight to where a gap of a case is mended; going back leads to where one came from.

        What would be taken away is shown first, on the page of the case. Who may not mend it is shown the case.
        """
        self._show_anew(case_number, "")
        opened = self.presenter.opened
        if opened is None or opened.case.case_number != case_number:
            return  # it could not be read, and that was said
        place = place_of(gap, opened.case)
        if place and not self.frame.may(place.needs):
            place = None
        if place is None or place.kind in _ON_ITS_PAGE:
            self.frame.show_page(CASE, partial(self._return_to, case_number))
            self.view.focus_tabs()
        if place and place.kind is not PlaceKind.WITHDRAWAL:
            self._go_to_place(place)

    def show_changes(self, changes: Changes) -> None:
        """Read the case that is open anew, if it or the settings were changed or it shows its family."""
        opened = self.presenter.opened
        if opened and (changes.settings or opened.case.id in changes.cases or self.view.tab == FAMILY):
            self.presenter.reload(self.frame.today())

    def show_new_day(self) -> None:
        """Show how the case that is open stands today."""
        self.presenter.reload(self.frame.today())

    def end(self) -> None:
        """Leave no secret on the clipboard."""
        self.copying.end()

    # What one can do with the case that is open -------------------------------------------------------------------

    def print_plan(self) -> None:
        """Show the print of the case that is open."""
        if self.frame.page_key == CASE:
            self.presenter.print_plan()

    def edit(self) -> None:
        """Change the master data."""
        if opened := self._opened():
            self.form.open(opened)

    def go_to_place(self, case_number: str, place: Place) -> None:
        """Do on any case what a place asks for: over the page one is on where a dialog does, else on the case's own."""
        if place.kind in _OVER_ANY_PAGE:
            try:
                opened = self.frame.office.cases.open(case_number, self.frame.today())
            except ApplicationError as error:
                self.frame.show_error(error_text(error))
                return
            self._open_dialog(opened, place)
            return
        self.open(case_number)
        if self.presenter.opened and self.presenter.opened.case.case_number == case_number:
            self._go_to_place(place)

    def record(self) -> None:
        """Record what has happened."""
        if opened := self._opened():
            self.events.record(opened)

    def correct(self) -> None:
        """Correct a date."""
        if opened := self._opened():
            self.corrections.correct(opened)

    def copy_out(self) -> None:
        """Copy to the main system."""
        if opened := self._opened():
            self.copying.copy(opened)

    def record_consent(self) -> None:
        """Record that the citizen gives or withdraws consent."""
        if opened := self._opened():
            self.consents.record(opened)

    def give_access(self) -> None:
        """Write everything about the citizen into a folder."""
        if opened := self._opened():
            self.access.give(opened)

    def erase(self) -> None:
        """Erase a person who was recorded by mistake."""
        if opened := self._opened():
            self.erasure.erase(opened)

    # The page (`presenters.case_presenter.CaseView`) --------------------------------------------------------------

    def show_case(self, page: CasePage) -> None:
        """Show a case that was opened."""
        self._unseen = None
        self.view.show_case(page)
        if self._tab:
            self._want_tab(self._tab)
        if self._is_return:
            return
        self.frame.show_page(CASE, partial(self._return_to, self._number))
        self.view.focus_tabs()

    def show_case_again(self, page: CasePage) -> None:
        """Show the case that is open as it is now; behind another page when one comes back to it."""
        self._unseen = page
        if self.frame.page_key == CASE:
            self._show_unseen()

    def show_tab(self, tab: str) -> None:
        """Show one of its tabs."""
        self.view.go_to(tab)

    def show_cpr(self, cpr: str) -> None:
        """Show the whole number."""
        self.view.show_cpr(cpr)

    def show_print(self, printed: PrintedPlan | PrintedPaper) -> None:
        """Show the document that would be printed."""
        self.frame.show_print(printed)

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self.frame.show_error(text)

    # --------------------------------------------------------------------------------------------------------------

    def _add_acts(self) -> None:
        group = _("The case that is open")
        for title, do, keys, icon, needs in (
            (_("Show print"), self.print_plan, "Ctrl+P", "print", RoleAct.PRINT),
            (_("Change master data"), self.edit, "F2", "edit", RoleAct.CHANGE_CASE),
            (_("Record what has happened"), self.record, "Ctrl+Shift+R", "plus", RoleAct.CHANGE_CASE),
            (_("Correct a date"), self.correct, "", "calendar-month", RoleAct.CHANGE_CASE),
            (_("Copy to the main system"), self.copy_out, "Ctrl+Shift+C", "copy", RoleAct.COPY_OUT),
            (_("Consent …"), self.record_consent, "", "how-to-reg", RoleAct.RECORD_CONSENT),
            (_("Access: everything about the citizen …"), self.give_access, "", "download", RoleAct.GIVE_ACCESS),
            (_("Erase a person recorded by mistake …"), self.erase, "", "delete", RoleAct.ERASE_PERSON),
        ):
            self.frame.add_act(
                Act(
                    title=title,
                    do=do,
                    keys=keys,
                    group=group,
                    icon=icon,
                    is_possible=self._is_at_case,
                    needs=needs,
                )
            )

    def _connect(self) -> None:
        view = self.view
        view.tab_wanted.connect(self._want_tab)
        view.cpr_wanted.connect(self.presenter.show_cpr)
        view.print_wanted.connect(self._print_version)
        view.scan_wanted.connect(self._attach_scan)
        view.scan_opened.connect(self._show_scan)
        view.scan_removal_wanted.connect(self._remove_scan)
        view.paper_wanted.connect(self.presenter.print_paper)
        view.case_wanted.connect(self._open_member)
        view.place_wanted.connect(self._go_to_place)
        view.removal_wanted.connect(self._remove_event)
        view.edit_wanted.connect(self.edit)
        view.record_wanted.connect(self.record)
        view.correction_wanted.connect(self.correct)
        view.copy_wanted.connect(self.copy_out)
        view.consent_wanted.connect(self.record_consent)
        view.access_wanted.connect(self.give_access)
        view.erasure_wanted.connect(self.erase)
        self.erasure.erased.connect(self._forget)
        view.family_wanted.connect(self._add_to_family)
        self.form.page.correction_wanted.connect(self._correct_fact)

    def _catch_up(self, _missed: Changes) -> None:
        self._show_unseen()

    def _show_unseen(self) -> None:
        page, self._unseen = self._unseen, None
        if page is not None:
            self.view.show_case_again(page)

    def _is_at_case(self) -> bool:
        return self.frame.page_key == CASE

    def _opened(self) -> OpenedCase | None:
        """Return the case one is at: on its page or in its form."""
        return self.presenter.opened if self.frame.page_key in {CASE, CASE_FORM} else None

    def _want_tab(self, tab: str) -> None:
        self.presenter.show_tab(tab, SHOWN[tab])

    def _go_to_place(self, place: Place) -> None:
        opened = self.presenter.opened
        if opened is None or self._open_dialog(opened, place):
            return
        match place.kind:
            case PlaceKind.FIELD:
                self.form.open(opened, place.key)
            case PlaceKind.CONTRACT:
                self._want_tab(CONTRACT)
            case PlaceKind.FOLLOW_UPS:
                self._want_tab(FOLLOW_UPS)
            case PlaceKind.FOLLOW_UP:
                self._want_tab(FOLLOW_UPS)
                self._add_to_talk(opened, place.key)
            case PlaceKind.WRITE_FOLLOW_UP:
                self.view.follow_up_wanted.emit()

    def _open_dialog(self, opened: OpenedCase, place: Place) -> bool:
        """Do what a place asks for where a dialog or nothing at all does; whether it was that."""
        match place.kind:
            case PlaceKind.CORRECTION:
                self.corrections.correct(opened, place.key)
            case PlaceKind.EVENT:
                self.events.record(opened, place.key)
            case PlaceKind.OFFER:
                self.events.record(opened, OFFER)
            case PlaceKind.DECISION:
                self.decisions.decide(opened, NamedDeadline.of_key(place.key))
            case PlaceKind.WITHDRAWAL:
                self.decisions.presenter.withdraw(opened, NamedDeadline.of_key(place.key))
            case PlaceKind.SCAN:
                self.scans.attach(opened.case.case_number, int(place.key))
            case _:
                return False
        return True

    def _add_to_talk(self, opened: OpenedCase, follow_up_id: str) -> None:
        """Let what a follow-up does not tell be written: in its form while its note is open, then below the note."""
        talk = follow_up_of(opened.case, follow_up_id)
        if talk is None:
            return
        if talk.is_closed(self.frame.now()):
            self.view.follow_up_correction_wanted.emit(talk.id, follow_up_title(talk))
        else:
            self.view.follow_up_change_wanted.emit(talk.id)

    def _correct_fact(self, fact: str) -> None:
        if opened := self._opened():
            self.corrections.correct(opened, fact)

    def _remove_event(self, event_id: str) -> None:
        if opened := self.presenter.opened:
            self.events.presenter.remove(opened, event_id)

    def _forget(self) -> None:
        self._number, self._unseen = "", None
        self.presenter.let_go()

    def _add_to_family(self) -> None:
        if opened := self.presenter.opened:
            self.family.add_to(opened)

    def _open_member(self, case_number: str) -> None:
        self.frame.open_case(case_number)

    def _return_to(self, number: str) -> None:
        """Show a case one comes back to; the frame brings its page and the keyboard back."""
        if number != self._number:
            self._show_anew(number, "")
        else:
            self.presenter.come_back(self.frame.today())
            self._show_unseen()

    def _show_anew(self, number: str, tab: str) -> None:
        self._is_return = True
        try:
            self.open(number, tab)
        finally:
            self._is_return = False

    def _attach_scan(self, plan_number: int, path: str) -> None:
        self.scans.attach(self.view.case_number, plan_number, path)

    def _show_scan(self, scan_id: str) -> None:
        self.scans.show(self.view.case_number, scan_id)

    def _remove_scan(self, scan_id: str) -> None:
        self.scans.removal.remove(self.view.case_number, scan_id)

    def _print_version(self, number: int) -> None:
        self.presenter.print_plan(number or None)
