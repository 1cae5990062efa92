"""Many documents to one printer: asked for once, then each a job of its own, page after page.

So none begins on the back of the one before, and stopping leaves nobody with half a plan.
"""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter
from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from desktop_app.application.print_plan import PrintedPlan
from desktop_app.translation import _
from desktop_app.ui.paper_printing import PageCount, Render, copies_of, draw_page, paper_printer, pixels_across


class PaperRun(QObject):
    """Asks for a printer by `dialog`; `chosen` tells that there is one. `take` begins a document, `go_on` prints it.

    Who prints to a file gets one for each document, in the folder of the one that was chosen.
    """

    chosen = Signal()

    def __init__(self, parent: QObject, over: QWidget, render: Render, page_count: PageCount) -> None:
        super().__init__(parent)
        self._render, self._page_count = render, page_count
        self._painter = QPainter()  # before the printer: it must be gone first, should the run be thrown away half done
        self.printer = paper_printer()
        self.dialog = QPrintDialog(self.printer, over)
        self.dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintPageRange, on=False)
        self.dialog.accepted.connect(self._begin)
        self.dialog.finished.connect(self.dialog.deleteLater)
        self._file: Path | None = None
        self._pdf, self._left = b"", list[int]()

    def open(self) -> None:
        """Ask for the printer."""
        QDialog.open(self.dialog)  # its own `open` takes a receiver that Qt for Python cannot name

    def take(self, printed: PrintedPlan) -> None:
        """Begin to print a plan; the name of the job is that of its case, and of nobody.

        Raises:
            FileExistsError: it would be printed over a file that is there.
            OSError: the printer cannot be written to.
        """
        self.printer.setDocName(_("Én Plan, case {number}").format(number=printed.case_number))
        if self._file is not None:
            file = self._file.with_name(printed.file_name)
            if file.exists():
                raise FileExistsError(None, None, str(file))
            self.printer.setOutputFileName(str(file))
        pages = range(self._page_count(printed.content))
        if not self._painter.begin(self.printer):
            raise OSError(None, _("the printer cannot be reached"))
        self._pdf = printed.content
        self._left = [page for _copy in range(copies_of(self.printer)) for page in pages]

    def go_on(self) -> bool:
        """Print the next page of the document that was taken; False where there is none."""
        if not self._left:
            return False
        draw_page(self._painter, self.printer, self._render(self._pdf, self._left.pop(0), pixels_across(self.printer)))
        if self._left:
            self.printer.newPage()
        else:
            self._painter.end()
        return True

    def let_go(self) -> None:
        """Throw away what is half printed."""
        if self._painter.isActive():
            self.printer.abort()
            self._painter.end()
        self._left = []
        self.deleteLater()

    def _begin(self) -> None:
        is_file = self.printer.outputFormat() is QPrinter.OutputFormat.PdfFormat and self.printer.outputFileName()
        self._file = Path(self.printer.outputFileName()) if is_file else None
        self.chosen.emit()
