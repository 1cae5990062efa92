"""The plan: its editor, and the way from there to paper and signature."""

from collections.abc import Callable, Sequence
from functools import cached_property, partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_app.application.annul_signature import AnnulledSignature
from desktop_app.application.changes import Changes
from desktop_app.application.errors import ApplicationError
from desktop_app.application.plan_records import ChangedPlan
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.earlier_content import EarlierVersion
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.live_preview import LivePreview
from desktop_app.presenters.plan_form import PlanForm
from desktop_app.presenters.plan_presenter import PlanPresenter
from desktop_app.presenters.plan_reading import FieldPlace, FieldProblem
from desktop_app.presenters.plan_texts import CheckLine, WarningLine
from desktop_app.presenters.plan_view import PlanHead
from desktop_app.translation import _
from desktop_app.ui.case_contract_tab import NO_PLAN, PlanAct
from desktop_app.ui.case_view import CONTRACT, FOLLOW_UPS, CaseView
from desktop_app.ui.dialog import ConfirmDialog
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.earlier_content_dialog import EarlierContentDialog
from desktop_app.ui.frame import CASES, Act, Frame
from desktop_app.ui.late_view import late
from desktop_app.ui.may import RoleAct
from desktop_app.ui.plan_page import PlanPage
from desktop_app.ui.wings.annul_wing import AnnulWing
from desktop_app.ui.wings.case_wing import CASE
from desktop_app.ui.wings.comparison_wing import ComparisonWing
from desktop_app.ui.wings.sign_wing import SignWing
from desktop_app.ui.wings.wing import Wing

PLAN = "plan"


class PlanWing(Wing):
    """The editor beside its presenter, of which it is the view: what is opened also comes before the eyes.

    `scan_wanted` carries the case and the signed version a scan is to be attached to, `page_made` the page.
    """

    edited = Signal()
    page_made = Signal(QWidget)
    scan_wanted = Signal(str, int)

    def __init__(self, frame: Frame, parent: QObject, window: QWidget, case_view: CaseView) -> None:
        super().__init__(frame, parent)
        self._window, self._case_view = window, case_view
        office = frame.office
        self.paper = LivePreview(late(self._made_page), render=office.render_page, page_count=office.page_count)
        self.presenter = PlanPresenter(self, self, self.paper, work=office.plans, today=frame.today)
        self.signing = SignWing(frame, self, window)
        self.annulling = AnnulWing(frame, self, window)
        self.comparison = ComparisonWing(frame, self)
        self._earlier = DialogPlace[EarlierContentDialog](frame)
        frame.register_form(self.presenter, self.edited)
        frame.add_act(
            Act(
                title=_("Save the draft"),
                do=self.save,
                keys="Ctrl+S",
                group=_("The plan"),
                is_offered=False,
                needs=RoleAct.WRITE_PLAN,
            )
        )
        frame.add_act(
            Act(
                title=_("Write the plan"),
                do=self.write_here,
                keys="Ctrl+E",
                group=_("The case that is open"),
                icon="edit",
                is_possible=self._is_at_case,
                needs=RoleAct.WRITE_PLAN,
            )
        )
        for act in self._acts():
            if frame.may(act.needs):
                case_view.add_plan_act(act)
        self.signing.signed.connect(self._show_signed)
        self.signing.annulled.connect(self._show_annulled)
        self.annulling.annulled.connect(self._show_annulled)

    @cached_property
    def page(self) -> PlanPage:
        """The editor, made when a plan is first opened."""
        page = PlanPage(self.frame.today)
        self.frame.add_page(PLAN, page, place=CASES, regions=page.regions, wants_room=True)
        self._connect(page)
        self.page_made.emit(page)
        return page

    def _made_page(self) -> PlanPage:
        return self.page

    # From a case --------------------------------------------------------------------------------------------------

    def begin_version(self, case_number: str, plan_number: int = 0) -> None:  # noqa: ARG002 - as every act on a plan
        """Begin the first version of a plan, or a new one with the content of the newest."""
        if self._may_open() and self.presenter.begin(case_number):
            self.frame.form_opened(self.presenter)

    def write_here(self) -> None:
        """Open the plan of the case one is at, the first time an empty one."""
        at_case = self.frame.page_key == CASE
        if at_case and self._may_open() and self.presenter.open_or_begin(self._case_view.case_number):
            self.frame.form_opened(self.presenter)

    def write(self, case_number: str, plan_number: int) -> None:
        """Open a version to write on it; what was typed before and not saved is there again."""
        if self._may_open() and self.presenter.open(case_number, plan_number):
            self.frame.form_opened(self.presenter)

    def sign(self, case_number: str, plan_number: int) -> None:
        """Ask for the days on the paper of a version."""
        self.signing.sign(case_number, plan_number)

    def annul(self, case_number: str, plan_number: int) -> None:
        """Ask why the signature of a version is annulled."""
        self.annulling.annul(case_number, plan_number)

    def compare(self, case_number: str, plan_number: int) -> None:
        """Show what a version says otherwise than the one before it; the first beside the one after it."""
        self.comparison.compare_with_neighbour(case_number, plan_number)

    def save(self) -> None:
        """Save what is typed in the plan that is shown."""
        if self.frame.page_key == PLAN:
            self.presenter.save()

    def show_new_day(self) -> None:
        """Say anew what depends on the day."""
        self.presenter.show_day()

    # The page (`presenters.plan_view.PlanView`) -------------------------------------------------------------------

    def bring_up(self) -> None:
        """Show the page."""
        self.paper.redraw(self.page.pixels_wanted)
        if self.frame.page_key != PLAN:
            session = self.presenter.session
            again = partial(self._return_to, session.case.case_number, session.plan.number)
            self.frame.show_page(PLAN, again)
        self.page.focus_first()

    def show_head(self, head: PlanHead) -> None:
        """Show which version of whose plan it is."""
        self.page.show_head(head)

    def show_form(self, form: PlanForm, *, is_locked: bool) -> None:
        """Write every field anew."""
        self.page.show_form(form, is_locked=is_locked)

    def show_beside(
        self, summary: str, checks: Sequence[CheckLine], warnings: Sequence[WarningLine], hours: str
    ) -> None:
        """Show what is in place and what does not add up."""
        self.page.show_beside(summary, checks, warnings, hours)

    def show_problems(self, problems: Sequence[FieldProblem]) -> None:
        """Say at the fields what is wrong."""
        self.page.show_problems(problems)

    def show_missing(self, missing: Sequence[CheckLine]) -> None:
        """Say what is missing before the plan can be signed."""
        self.page.show_missing(missing)

    def show_steps(self, *, can_undo: bool, can_redo: bool) -> None:
        """Steps are taken by keys alone, which do nothing where there is none."""

    def show_remark(self, text: str) -> None:
        """Say something about the version as a whole."""
        self.page.show_remark(text)

    def show_others(self, text: str) -> None:
        """Say whose unfinished draft of the version lies there."""
        self.page.show_others(text)

    def show_error(self, text: str) -> None:
        """Say what went wrong."""
        self.frame.show_error(text)

    def ask_ready(self, title: str, warnings: Sequence[WarningLine]) -> None:
        """Ask whether to close the draft for signing."""
        consequence = _("The content is closed, and the paper is printed without the mark of a draft.")
        odd = ["", _("Worth a second look:"), *(f"– {line.text}" for line in warnings)] if warnings else []
        text = "\n".join([consequence, *odd])
        dialog = ConfirmDialog(self._window, title, text, _("Make ready to be signed"), _("Go on writing"))
        dialog.accepted_form.connect(self._make_ready)
        self._open(dialog)

    def ask_earlier(self, offered: Sequence[EarlierVersion]) -> None:
        """Ask what to take in of what earlier versions say."""
        dialog = EarlierContentDialog(self._window, offered)
        dialog.accepted_form.connect(self._take_earlier)
        self._earlier.open(dialog)

    # Who is told (`presenters.plan_view.PlanFollower`) ------------------------------------------------------------

    def plan_changed(self, changes: Changes) -> None:
        """Let every page know."""
        self.frame.show_changes(changes)

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done."""
        self.frame.say_done(text, undo)

    # --------------------------------------------------------------------------------------------------------------

    def _acts(self) -> list[PlanAct]:
        """Return what one can do with a version from its case."""
        return [
            PlanAct(
                title=_("Write the plan"),
                do=self.begin_version,
                states=frozenset({NO_PLAN}),
                icon="edit",
                is_main=True,
            ),
            PlanAct(title=_("Change …"), do=self.write, states=frozenset({PlanState.DRAFT}), icon="edit", is_main=True),
            PlanAct(
                title=_("Register the signatures …"),
                do=self.sign,
                states=frozenset({PlanState.READY}),
                icon="how-to-reg",
                is_main=True,
                needs=RoleAct.SIGN_PLAN,
            ),
            PlanAct(title=_("Change …"), do=self.write, states=frozenset({PlanState.READY}), icon="edit"),
            PlanAct(title=_("Change …"), do=self.begin_version, states=frozenset({PlanState.SIGNED}), icon="edit"),
            PlanAct(
                title=_("Annul the signature …"),
                do=self.annul,
                states=frozenset({PlanState.SIGNED}),
                needs=RoleAct.ANNUL_SIGNATURE,
            ),
            PlanAct(
                title=_("Show differences …"),
                do=self.compare,
                states=frozenset(PlanState),
                icon="visibility",
                needs_others=True,
                needs=RoleAct.OPEN_PLAN,
            ),
        ]

    def _connect(self, page: PlanPage) -> None:
        presenter = self.presenter
        page.edited.connect(self.edited)
        page.typed.connect(self._type)
        page.paused.connect(presenter.pause)
        page.undo_wanted.connect(presenter.undo)
        page.redo_wanted.connect(presenter.redo)
        page.back_wanted.connect(self._go_to_case)
        page.save_wanted.connect(self.save)
        page.print_wanted.connect(self._print)
        page.differences_wanted.connect(self._compare)
        page.earlier_wanted.connect(presenter.want_earlier)
        page.follow_ups_wanted.connect(self._go_to_follow_ups)
        page.ready_wanted.connect(presenter.want_ready)
        page.signing_wanted.connect(self._sign)
        page.reopen_wanted.connect(self._reopen)
        page.scan_wanted.connect(self._want_scan)
        page.discard_wanted.connect(self._ask_to_discard)
        page.page_wanted.connect(self.paper.go_to)
        page.width_wanted.connect(self.paper.redraw)

    def _is_at_case(self) -> bool:
        return self.frame.page_key == CASE

    def _may_open(self) -> bool:
        """Tell whether another version may be opened; what could not be kept of this one is brought up instead."""
        is_kept = self.frame.keep_typed(self.presenter)
        if not is_kept:
            self.bring_up()
        return is_kept

    def _type(self, form: PlanForm, field: str) -> None:
        self.presenter.edit(form, field or None)

    def _return_to(self, case_number: str, plan_number: int) -> None:
        """Show the version one comes back to, if another is open by now."""
        if not self.frame.keep_typed(self.presenter):
            return
        if not self.presenter.is_open or (
            (self.presenter.session.case.case_number, self.presenter.session.plan.number) != (case_number, plan_number)
        ):
            self.presenter.open(case_number, plan_number)

    def _go_to_case(self) -> None:
        self.frame.open_case(self.presenter.session.case.case_number, CONTRACT)

    def _go_to_follow_ups(self) -> None:
        self.frame.open_case(self.presenter.session.case.case_number, FOLLOW_UPS)

    def _print(self) -> None:
        """Show the paper of what is typed, which is saved first."""
        if not self.presenter.save():
            return
        session = self.presenter.session
        try:
            printed = self.frame.office.print_plan(session.case.case_number, self.frame.today(), session.plan.number)
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.frame.show_print(printed)

    def _compare(self) -> None:
        """Show what the version says otherwise, once what is typed in it is saved."""
        if self.presenter.save():
            session = self.presenter.session
            self.compare(session.case.case_number, session.plan.number)

    def _take_earlier(self) -> None:
        dialog = self._earlier.dialog
        if dialog is not None:
            chosen = dialog.chosen()
            self._earlier.finish()
            row = self.presenter.take_earlier(chosen)
            if row:
                self.page.go_to(FieldPlace(row, "text"))
                self.edited.emit()

    def _sign(self) -> None:
        session = self.presenter.session
        self.signing.sign(session.case.case_number, session.plan.number)

    def _want_scan(self) -> None:
        session = self.presenter.session
        self.scan_wanted.emit(session.case.case_number, session.plan.number)

    def _make_ready(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, ConfirmDialog):
            dialog.finish()
        self.presenter.make_ready()
        self.page.focus_first()

    def _reopen(self) -> None:
        """Open the version for writing again; what was typed before it was closed and not saved is there again."""
        self.presenter.reopen()
        if not self.presenter.session.is_locked:
            self.frame.form_opened(self.presenter)

    def _ask_to_discard(self) -> None:
        number = self.presenter.session.plan.number
        dialog = ConfirmDialog(
            self._window,
            _("Discard the draft of version {number}?").format(number=number),
            _("What is written in it goes. What it said when it was last saved stays in the history of the case."),
            _("Discard the draft"),
            _("Keep the draft"),
            is_final=True,
        )
        dialog.accepted_form.connect(self._discard)
        self._open(dialog)

    def _discard(self) -> None:
        dialog = self.sender()
        if isinstance(dialog, ConfirmDialog):
            dialog.finish()
        if self.presenter.discard():
            self.frame.go_back()

    def _open(self, dialog: ConfirmDialog) -> None:
        self.frame.add_dialog(dialog)
        dialog.open()

    def _show_signed(self, signed: ChangedPlan) -> None:
        if self.presenter.subject == signed.plan.id and self.frame.page_key == PLAN:
            self.presenter.show(signed.case, signed.plan)

    def _show_annulled(self, annulled: AnnulledSignature) -> None:
        if self.frame.page_key == PLAN:
            self.presenter.show(annulled.case, annulled.next_plan)
