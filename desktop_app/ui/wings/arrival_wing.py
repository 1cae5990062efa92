"""Modtagelser and Ny modtagelse."""

from collections.abc import Collection, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.ports import CaseLine, Draft
from desktop_app.application.record_arrival import RecordedArrival
from desktop_app.presenters.arrival_fields import Field
from desktop_app.presenters.arrival_matches import ArrivalMatches
from desktop_app.presenters.arrival_presenter import ArrivalPresenter
from desktop_app.presenters.arrivals_presenter import ArrivalsPresenter, expected_count
from desktop_app.presenters.error_texts import error_text
from desktop_app.translation import _
from desktop_app.ui.arrival_page import ArrivalPage
from desktop_app.ui.arrivals_page import ArrivalsPage
from desktop_app.ui.frame import ARRIVALS, NEW_ARRIVAL_KEYS, Act, Frame
from desktop_app.ui.late_view import late
from desktop_app.ui.may import RoleAct
from desktop_app.ui.people_strip import ADD_KEYS
from desktop_app.ui.wings.empty_form import EmptyForm
from desktop_app.ui.wings.wing import Wing

ARRIVAL = "arrival"


class ArrivalWing(Wing):
    """The list of arrivals and the form for a new one, beside their presenters."""

    waits_for_cases = True
    edited = Signal()

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(frame, parent)
        self.list_page = ArrivalsPage(frame.may)
        self.list = ArrivalsPresenter(self.list_page, load=frame.worklist, drafts=self._drafts)
        self.presenter = ArrivalPresenter(
            late(self._form_page),
            work=frame.office.arrivals,
            matches=ArrivalMatches(self._lines, frame.find_cases),
            rulebook=frame.office.rulebook,
            initials=frame.office.user.initials if frame.may(RoleAct.CHANGE_CASE) else "",
            today=frame.today,
            opened=self._show_form,
            recorded=self._recorded,
        )
        frame.add_page(ARRIVALS, self.list_page, regions=self.list_page.regions, catch_up=self._catch_up_list)
        frame.set_place(ARRIVALS, self.go)
        frame.register_form(self.presenter, self.edited)
        records = RoleAct.RECORD_ARRIVAL
        frame.add_act(
            Act(
                title=_("New arrival"),
                do=self.new_arrival,
                keys=NEW_ARRIVAL_KEYS,
                group=_("Cases"),
                icon="plus",
                needs=records,
            )
        )
        for title, do, keys in (
            (_("Add a person"), self.add_person, ADD_KEYS),
            (_("Next person"), self.turn_on, "Alt+PgDown"),
            (_("Person before"), self.turn_back, "Alt+PgUp"),
        ):
            frame.add_act(Act(title=title, do=do, keys=keys, group=_("New arrival"), is_offered=False, needs=records))
        self.form = EmptyForm(frame, self, key="empty-form", place=ARRIVALS, back=_("Back to the arrivals"))
        empty = _("Empty interview form")
        frame.add_act(Act(title=empty, do=self.form.show, group=_("Cases"), icon="print", needs=RoleAct.PRINT))
        self.list_page.form_wanted.connect(self.form.show)
        self.list_page.new_wanted.connect(self.new_arrival)
        self.list_page.row_chosen.connect(self._open_row)

    @cached_property
    def page(self) -> ArrivalPage:
        """The form, made when it is first shown."""
        page = ArrivalPage(self.frame.today)
        self.frame.add_page(ARRIVAL, page, place=ARRIVALS, regions=page.regions, catch_up=self._catch_up_form)
        self._connect(page)
        return page

    def begin(self) -> None:
        """Count who is expected."""
        self._count()

    def show_changes(self, changes: Changes) -> None:  # noqa: ARG002 - dates of any case count
        """Count anew who is expected."""
        self._count()

    def show_new_day(self) -> None:
        """Count who is still expected."""
        self._count()

    def go(self) -> None:
        """Show the list, the keyboard in it."""
        self.frame.show_page(ARRIVALS, self.list.take_drafts)
        self._list_drafts()
        self.list_page.focus_list()

    def new_arrival(self) -> None:
        """Begin an arrival; one that is half typed is kept as a draft."""
        try:
            aside = self._set_aside()
        except ApplicationError as error:
            self._show_form()
            self.frame.show_error(error_text(error))
            return
        self.presenter.open()
        if aside:
            self.frame.say_done(_("The draft is kept under Arrivals."), partial(self._resume, aside))

    def add_person(self) -> None:
        """Add another person to the arrival that is shown."""
        if self.frame.page_key == ARRIVAL:
            self.presenter.add_person()
            self.edited.emit()

    def turn_on(self) -> None:
        """Show the next person of the arrival that is shown."""
        if self.frame.page_key == ARRIVAL:
            self.page.turn(1)

    def turn_back(self) -> None:
        """Show the person before."""
        if self.frame.page_key == ARRIVAL:
            self.page.turn(-1)

    def _form_page(self) -> ArrivalPage:
        return self.page

    def _connect(self, page: ArrivalPage) -> None:
        page.edited.connect(self.edited)
        page.typed.connect(self._type)
        page.left.connect(self._leave)
        page.proposal_wanted.connect(self.presenter.accept_proposal)
        page.person_chosen.connect(self.presenter.show_person)
        page.person_added.connect(self.presenter.add_person)
        page.person_removed.connect(self._remove_person)
        page.problem_chosen.connect(self._go_to_problem)
        page.case_wanted.connect(self.frame.open_case)
        page.other_person.connect(self.presenter.create_anyway)
        page.save_wanted.connect(self.presenter.save)
        page.cancelled.connect(self._cancel)
        page.list_wanted.connect(self.go)
        page.failed.connect(self.frame.show_error)

    def _lines(self) -> Collection[CaseLine]:
        return self.frame.worklist().lines.values()

    def _drafts(self) -> Sequence[Draft]:
        return self.frame.office.drafts.mine()

    def _catch_up_list(self, _missed: Changes) -> None:
        self.list.reload()

    def _catch_up_form(self, _missed: Changes) -> None:
        self.presenter.reload()

    def _list_drafts(self) -> None:
        if self.frame.page_key == ARRIVALS:
            self.list.take_drafts()

    def _count(self) -> None:
        self.frame.set_count(ARRIVALS, expected_count(self.frame.worklist()))

    def _show_form(self) -> None:
        if self.frame.page_key != ARRIVAL:
            self._form_page()
            self.frame.show_page(ARRIVAL)

    def _type(self, field: str, text: str) -> None:
        self.presenter.type(Field(field), text)

    def _leave(self, field: str) -> None:
        self.presenter.leave(Field(field))

    def _go_to_problem(self, place: int) -> None:
        self.presenter.go_to(self.page.problem_at(place))

    def _open_row(self, row_id: str) -> None:
        draft = self.list.draft_of(row_id)
        if draft is None:
            self.frame.open_case(row_id)
        elif draft.id == self.presenter.draft_id:
            self.frame.show_page(ARRIVAL)
            self.page.go_to(Field.GIVEN_NAMES)
        else:
            self._resume(draft)

    def _resume(self, draft: Draft) -> None:
        try:
            self._set_aside()
        except ApplicationError as error:
            self._show_form()
            self.frame.show_error(error_text(error))
            return
        self.presenter.resume(draft)

    def _set_aside(self) -> Draft | None:
        """Keep what is typed in the form, if anything is, and return its draft.

        Raises:
            StorageUnavailable: the machine could not write.
        """
        content = self.presenter.content()
        if content is None:
            return None
        return self.frame.office.drafts.keep(
            screen=self.presenter.screen,
            subject=self.presenter.subject,
            content=content,
            based_on=self.presenter.based_on(),
            draft_id=self.presenter.draft_id,
        )

    def _remove_person(self) -> None:
        undo = self.presenter.remove_person()
        if undo:
            self.frame.say_done(_("The person has been taken out of the arrival."), undo)

    def _cancel(self) -> None:
        take_up_again = self.presenter.discard()
        self.frame.go_back()
        if self.frame.page_key == ARRIVAL:
            self.go()
        self._list_drafts()
        if take_up_again:
            self.frame.say_done(_("What was typed has been discarded."), take_up_again)

    def _recorded(self, recorded: RecordedArrival, text: str) -> None:
        self.frame.show_changes(recorded.changes)
        if self.frame.may(RoleAct.OPEN_CASE):
            self.frame.open_case(recorded.case_numbers[0])
        else:
            self.go()
        self.frame.say_done(text)
