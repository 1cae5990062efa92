"""The empty form of the first interview, shown and printed for when there is no case, or no time to open one."""

from PySide6.QtCore import QObject

from desktop_app.application.errors import ApplicationError
from desktop_app.application.printed_paper import PaperKind
from desktop_app.presenters.error_texts import error_text
from desktop_app.ui.frame import Frame
from desktop_app.ui.wings.print_wing import PrintWing
from desktop_app.ui.wings.wing import Wing


class EmptyForm(Wing):
    """The page that shows the form, `back` leading to a page of `place`."""

    def __init__(self, frame: Frame, parent: QObject, *, key: str, place: str, back: str) -> None:
        super().__init__(frame, parent)
        self.paper = PrintWing(frame, self, key=key, place=place, back=back)

    def show(self) -> None:
        """Draw the form and show it."""
        try:
            printed = self.frame.office.papers.draw(PaperKind.INTERVIEW, "", self.frame.today())
        except ApplicationError as error:
            self.frame.show_error(error_text(error))
            return
        self.paper.show(printed)
