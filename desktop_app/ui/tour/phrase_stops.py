"""Phrases: put in while one writes on the plan, kept from what one has written, and looked after."""

from collections.abc import Sequence

from desktop_app.presenters.phrase_texts import PhraseField, phrase_field_name
from desktop_app.presenters.plan_reading import FieldPlace
from desktop_app.translation import _
from desktop_app.ui.settings_page import PHRASES
from desktop_app.ui.tour.ground import Stop, TourPart


class PhraseStops(TourPart):
    """The list over the plan without phrases and with them, the dialog, and the section of the settings."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("phrases-none", self._show_none),
            Stop("phrases", self._show_list),
            Stop("phrases-found", self._show_found),
            Stop("phrase-put-in", self._put_in),
            Stop("phrase-to-keep", self._ask_to_keep),
            Stop("phrase-problems", self._show_problems),
            Stop("settings-phrases", self._show_section),
            Stop("settings-phrases-none", self._show_empty_section),
        )

    def _show_none(self) -> None:
        self._ground.close_dialogs()
        desk = self._ground.desk
        office = desk.office
        office.phrases.remove(office.phrases.all())
        wing = desk.plan_wing
        wing.begin_version(self._ground.stores.case_number)
        wing.page.go_to(FieldPlace(wing.presenter.session.form.goals[0].id, "text"))
        desk.shell.done_bar.hide()
        desk.phrase_wing.open()

    def _show_list(self) -> None:
        wing = self._ground.desk.phrase_wing
        wing.list.close_list()
        wing.acts.take_in_starting()
        self._ground.desk.shell.done_bar.hide()
        wing.open()

    def _show_found(self) -> None:
        self._ground.desk.phrase_wing.list.set_query("praktik")

    def _put_in(self) -> None:
        self._ground.desk.phrase_wing.list.take()

    def _ask_to_keep(self) -> None:
        self._ground.desk.phrase_wing.keep()

    def _show_problems(self) -> None:
        self._ground.write(phrase_field_name(PhraseField.TEXT), "010190-1234")
        self._ground.click(_("Save the phrase"))

    def _show_section(self) -> None:
        self._ground.close_dialogs()
        desk = self._ground.desk
        desk.plan_wing.presenter.undo()
        desk.shell.done_bar.hide()
        desk.settings_wing.open(PHRASES)

    def _show_empty_section(self) -> None:
        self._ground.desk.settings_wing.page.phrases.show_phrases(())
