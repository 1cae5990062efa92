"""Phrases: put in while one writes, kept from what one has written, and looked after under Indstillinger."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_app.domain.phrase import PhraseSpot
from desktop_app.presenters.phrase_acts import PhraseActs
from desktop_app.presenters.phrase_finder import PhraseFinder
from desktop_app.presenters.phrase_presenter import PhrasePresenter, TypedPhrase
from desktop_app.presenters.phrases_presenter import PhrasesPresenter
from desktop_app.translation import _
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.frame import Act, Frame
from desktop_app.ui.late_view import late
from desktop_app.ui.may import RoleAct
from desktop_app.ui.phrase_dialog import PhraseDialog
from desktop_app.ui.phrase_fields import PhraseFields
from desktop_app.ui.phrase_popup import PhrasePopup
from desktop_app.ui.phrases_section import PhrasesSection
from desktop_app.ui.settings_page import PHRASES, SettingsPage
from desktop_app.ui.wings.dialog_wing import DialogWing
from desktop_app.ui.wings.follow_up_wing import FollowUpWing
from desktop_app.ui.wings.plan_wing import PlanWing
from desktop_app.ui.wings.settings_wing import SettingsWing


class PhraseWing(DialogWing[PhraseDialog]):
    """The list over `whole`, the dialog and the section beside their presenters, for the pages one writes on.

    `typed` tells of every edit by a person in the dialog.
    """

    typed = Signal()

    def __init__(
        self, frame: Frame, whole: QWidget, settings: SettingsWing, plan: PlanWing, follow_up: FollowUpWing
    ) -> None:
        super().__init__(frame, whole)
        self._window, self._settings, self._plan = whole, settings, plan
        self._fields: PhraseFields | None = None
        self._plan_fields: PhraseFields | None = None
        self.list = PhrasePopup(whole)
        work = frame.office.phrases
        self.acts = PhraseActs(self, work)
        self.presenter = PhrasePresenter(self, self, self.acts, work=work)
        self.finder = PhraseFinder(
            self.list,
            self,
            self.acts,
            work=work,
            insert=self._insert,
            keep=self._keep,
            manage=self.manage,
            open_again=self._open_again,
        )
        self.section = PhrasesPresenter(late(self._settings_section), self.presenter, self.acts, work=work)
        self._place = DialogPlace[PhraseDialog](frame, self.presenter)
        frame.register_form(self.presenter, self.typed)
        needs = RoleAct.WRITE_PHRASES
        frame.add_act(Act(title=_("Phrases"), do=self.manage, group=_("Anywhere"), icon="document", needs=needs))
        self.list.typed.connect(self.finder.search)
        self.list.came_to.connect(self.finder.look_at)
        self.list.chosen.connect(self.finder.choose)
        settings.page_made.connect(self._take_in_settings)
        plan.page_made.connect(self._take_in_plan)
        follow_up.page_made.connect(self._take_in)

    def open(self) -> None:
        """Show the list for the field of the plan the keyboard is in."""
        if self._plan_fields:
            self._open(self._plan_fields)

    def keep(self) -> None:
        """Ask to keep what is written in that field as a phrase."""
        if self._plan_fields:
            self._keep_from(self._plan_fields)

    def manage(self) -> None:
        """Show every phrase under Indstillinger."""
        self._settings.open(PHRASES)

    # The dialog (`presenters.phrase_presenter.PhraseView`) --------------------------------------------------------

    def ask(self, typed: TypedPhrase, *, is_new: bool) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = PhraseDialog(self._window, typed, is_new=is_new)
        dialog.typed.connect(self._type)
        dialog.accepted_form.connect(self.presenter.save)
        self._place.open(dialog)

    # Who is told (`presenters.phrase_acts.PhraseFollower`) --------------------------------------------------------

    def phrases_changed(self) -> None:
        """Bring the section and the list up to date."""
        if self._settings.page.section == PHRASES:
            self.section.show()

    def say_done(self, text: str, undo: Callable[[], None] | None = None) -> None:
        """Say what was done."""
        self.frame.say_done(text, undo)

    # --------------------------------------------------------------------------------------------------------------

    def _settings_section(self) -> PhrasesSection:
        return self._settings.page.phrases

    def _take_in_settings(self, settings: SettingsPage) -> None:
        section = settings.phrases
        settings.section_shown.connect(self._show_section)
        section.add_wanted.connect(self._add)
        section.change_wanted.connect(self._change)
        section.remove_wanted.connect(self.section.remove)
        section.starting_wanted.connect(self.section.take_in_starting)

    def _take_in_plan(self, page: QWidget) -> None:
        self._plan_fields = self._take_in(page)

    def _take_in(self, page: QWidget) -> PhraseFields:
        fields = PhraseFields(page)
        fields.wanted.connect(self._open_here)
        fields.keep_wanted.connect(self._keep_here)
        return fields

    def _open_here(self) -> None:
        fields = self.sender()
        if isinstance(fields, PhraseFields):
            self._open(fields)

    def _keep_here(self) -> None:
        fields = self.sender()
        if isinstance(fields, PhraseFields):
            self._keep_from(fields)

    def _open_again(self) -> None:
        if self._fields:
            self._open(self._fields)

    def _open(self, fields: PhraseFields) -> None:
        self._fields = fields
        text, is_selected = fields.written()
        self.list.open()
        if not self.finder.open(fields.spot, text, is_selected=is_selected):
            self.list.close_list()

    def _keep_from(self, fields: PhraseFields) -> None:
        self._keep(fields.spot, fields.written()[0])

    def _insert(self, text: str) -> None:
        if self._fields:
            self._seal()  # what was typed before and after is no part of the step
            self._fields.put_in(text)
            self._seal()

    def _seal(self) -> None:
        if self._fields is self._plan_fields and self._plan.presenter.is_open:
            self._plan.presenter.session.history.seal()

    def _keep(self, spot: PhraseSpot, text: str) -> None:
        self.presenter.ask_new(spot, text)

    def _add(self) -> None:
        self.section.add()
        self.frame.form_opened(self.presenter)

    def _change(self, phrase_id: str) -> None:
        self.section.change(phrase_id)
        self.frame.form_opened(self.presenter)

    def _show_section(self, section: str) -> None:
        if section == PHRASES:
            self.section.show()

    def _type(self, typed: TypedPhrase) -> None:
        if self._place.dialog:
            self.presenter.type(typed)
            self.typed.emit()
