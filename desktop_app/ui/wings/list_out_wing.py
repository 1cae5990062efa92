"""Taking the worklist out of the program."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from desktop_app.application.copy_worklist_out import ListKind, PrintedList
from desktop_app.presenters.list_out_presenter import ListOutPresenter, ListOutShown
from desktop_app.presenters.worklist_presenter import ShownTasks
from desktop_app.translation import _
from desktop_app.ui.claimed_key import ClaimedKey
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.frame import LIST_OUT_KEYS, TODAY, Act, Frame
from desktop_app.ui.list_out_dialog import ListOutDialog
from desktop_app.ui.may import RoleAct
from desktop_app.ui.wings.print_wing import PrintWing
from desktop_app.ui.wings.wing import Wing
from desktop_app.ui.worklist_page import WorklistPage

LIST_PREVIEW = "list-preview"
_PRINT = "Ctrl+P"


class ListOutWing(Wing):
    """The dialog beside its presenter, opened over `window`, and the page that shows the list on paper.

    `shown` says what the page of the worklist lists. Ctrl+P there is to print the list, as it is to print the plan on
    a case.
    """

    def __init__(
        self, frame: Frame, window: QWidget, page: WorklistPage, shown: Callable[[], ShownTasks | None]
    ) -> None:
        super().__init__(frame, window)
        self._window, self._shown = window, shown
        self._place = DialogPlace[ListOutDialog](frame)
        self.presenter = ListOutPresenter(self, work=frame.office.lists, say_done=frame.say_done)
        self.paper = PrintWing(frame, self, key=LIST_PREVIEW, place=TODAY, back=_("Back to the list"))
        frame.add_act(
            Act(
                title=_("Save or print the list …"),
                do=self.take_out,
                keys=LIST_OUT_KEYS,
                group=_("Today"),
                icon="download",
                is_possible=self._is_at_list,
                needs=RoleAct.TAKE_LIST_OUT,
            )
        )
        page.list_out_wanted.connect(self.take_out)
        ClaimedKey(page, _PRINT).pressed.connect(self._ask_for_paper)

    def take_out(self) -> None:
        """Ask what the list that is shown is taken out as."""
        self._ask(None)

    # The dialog (`presenters.list_out_presenter.ListOutView`) -----------------------------------------------------

    def ask(self, summary: str, shown: ListOutShown) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = ListOutDialog(self._window, summary, shown)
        dialog.chosen.connect(self.presenter.choose)
        dialog.names_chosen.connect(self._name_people)
        dialog.accepted_form.connect(self.presenter.go_on)
        dialog.cancelled.connect(self.presenter.close)
        self._place.open(dialog)

    def show_choice(self, shown: ListOutShown) -> None:
        """Show what the kind that is chosen means."""
        if dialog := self._place.dialog:
            dialog.show_choice(shown)

    def ask_where(self, file_name: str, kind: str) -> None:
        """Ask for a file over the dialog, which stays until the file is written."""
        over = self._place.dialog or self._window
        dialog = FileDialog(over, _("Save the list"), Wanted.FILE_TO_SAVE, start=file_name, filters=(kind,))
        dialog.fileSelected.connect(self._save)
        self.frame.add_dialog(dialog)
        dialog.open()

    def show_problem(self, text: str) -> None:
        """Say why it could not be done."""
        self._place.show_error(text)

    def show_paper(self, printed: PrintedList) -> None:
        """Show the list as it would be printed."""
        self.paper.show(printed)

    def finish(self) -> None:
        """Close the dialog."""
        self._place.finish()

    # --------------------------------------------------------------------------------------------------------------

    def _ask(self, kind: ListKind | None) -> None:
        may = self.frame.may(RoleAct.TAKE_LIST_OUT)
        tasks = self._shown() if may and self._is_at_list() else None
        if tasks is not None:
            self.presenter.ask(tasks, kind)

    def _ask_for_paper(self) -> None:
        self._ask(ListKind.PAPER)

    def _is_at_list(self) -> bool:
        return self.frame.page_key == TODAY

    def _name_people(self, has_names: bool) -> None:  # noqa: FBT001 - a signal has no keywords
        self.presenter.name_people(has_names=has_names)

    def _save(self, path: str) -> None:
        self.presenter.save(Path(path))
