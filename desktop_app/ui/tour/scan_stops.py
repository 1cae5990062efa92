"""The scan of a signed plan: chosen, refused, attached, looked at and taken away."""

from collections.abc import Sequence

from PySide6.QtGui import QColor, QImage, QPainter

from desktop_app.presenters.scan_texts import scan_rows
from desktop_app.translation import _
from desktop_app.ui.case_view import CONTRACT, DOCUMENTS
from desktop_app.ui.tour.ground import Stop, TourPart

_PAGE = (1240, 1754)
_LINES = range(200, 1500, 60)


class ScanStops(TourPart):
    """The dialogs, the list on the contract, and the page that shows a picture."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("scan", self._ask),
            Stop("scan-problem", self._choose_wrong),
            Stop("scan-chosen", self._choose),
            Stop("scan-attached", self._attach),
            Stop("scan-shown", self._show),
            Stop("scan-documents", self._show_documents),
            Stop("scan-to-remove", self._ask_to_remove),
            Stop("scan-removed", self._remove),
        )

    @property
    def _number(self) -> str:
        return self._ground.stores.case_number

    def _ask(self) -> None:
        self._ground.close_dialogs()
        desk = self._ground.desk
        desk.shell.done_bar.hide()
        desk.open_case(self._number, CONTRACT)
        desk.case_wing.scans.attach(self._number, self._signed())

    def _choose_wrong(self) -> None:
        letter = self._ground.folder / "brev.docx"
        letter.write_bytes(b"PK\x03\x04")
        self._ground.desk.case_wing.scans.presenter.choose(str(letter))

    def _choose(self) -> None:
        picture = self._ground.folder / "Kontrakt underskrevet.png"
        _a_page().save(str(picture))
        self._ground.desk.case_wing.scans.presenter.choose(str(picture))
        self._ground.write(_("Note"), "Side 4")

    def _attach(self) -> None:
        self._ground.desk.case_wing.scans.presenter.attach()

    def _show(self) -> None:
        self._ground.desk.shell.done_bar.hide()
        self._ground.desk.case_wing.view.scan_opened.emit(self._scan())

    def _show_documents(self) -> None:
        self._ground.desk.open_case(self._number, DOCUMENTS)

    def _ask_to_remove(self) -> None:
        self._ground.desk.open_case(self._number, CONTRACT)
        self._ground.desk.case_wing.view.scan_removal_wanted.emit(self._scan())

    def _remove(self) -> None:
        self._ground.write(_("Reason"), "Forkert sag")
        self._ground.desk.case_wing.scans.removal.presenter.remove()

    def _signed(self) -> int:
        opened = self._ground.desk.case_wing.presenter.opened
        return max(plan.number for plan in opened.case.plans if plan.signed_on) if opened else 0

    def _scan(self) -> str:
        opened = self._ground.desk.case_wing.presenter.opened
        return next((row.id for plan in opened.case.plans for row in scan_rows(plan)), "") if opened else ""


def _a_page() -> QImage:
    """Return what a page looks like from far away."""
    page = QImage(*_PAGE, QImage.Format.Format_Grayscale8)
    page.fill(QColor("white"))
    painter = QPainter(page)
    painter.setPen(QColor("black"))
    for line in _LINES:
        painter.drawLine(150, line, 1090 - line * 7 % 300, line)
    painter.end()
    return page
