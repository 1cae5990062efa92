"""Vis udskrift: the document as it is stored, page by page, and saving it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from desktop_app.application.drawing_ports import PageImage
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.alert import Alert, AlertKind
from desktop_app.ui.buttons import Button, ButtonKind, Link
from desktop_app.ui.file_dialog import FileDialog, Wanted
from desktop_app.ui.labels import FlowLabel
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.preview import PagePicture, PagePreview
from desktop_app.ui.surfaces import Line
from desktop_app.ui.text_roles import TextRole

_WHOLE_PAGE = 0.75
"""On a wide screen the full width would show a third of a page."""


class PreviewPage(QWidget):
    """Shows one document; `back` says where the link that closes it leads.

    `page_wanted` and `width_wanted` ask for pixels, `print_wanted` to print, `path_chosen` to save, `closed` to go
    back. `signing_wanted` tells that what was printed is signed by now.
    """

    page_wanted = Signal(int)
    width_wanted = Signal(int)
    print_wanted = Signal()
    path_chosen = Signal(str)
    signing_wanted = Signal()
    closed = Signal()

    def __init__(self, back: str) -> None:
        super().__init__()
        self._title = FlowLabel("", TextRole.TITLE)
        self._remark = FlowLabel("", TextRole.META)
        self._back = Link(back, icon="arrow-back")
        self._print = Button(_("Print …"), ButtonKind.PRIMARY, icon="print")
        self._save = Button(_("Save as PDF …"), icon="save")
        self._saved = Alert(AlertKind.SUCCESS, "", "")
        self._failed = Alert(AlertKind.ERROR, "", "")
        self._register, self._not_yet = Link(_("Yes, register the signatures …")), Link(_("Not yet"))
        self._question = Alert(
            AlertKind.INFORMATION, _("Has the contract been signed?"), actions=(self._register, self._not_yet)
        )
        self._question.hide()
        self._preview = PagePreview(_("Preview of the document"))
        self._preview.set_zoom(_WHOLE_PAGE)
        self._file_name, self._is_copy, self._offers_html = "", False, False

        head = Column(FlowRow(self._back, STRETCH), Gap(4))
        head.add(FlowRow(self._title, self._remark, STRETCH, self._save, self._print, across=12), Gap(8))
        head.add(Column(self._saved, self._failed, self._question, spacing=8))
        head.set_margins((24, 16, 24, 12))
        whole = Column()
        whole.addLayout(head)
        whole.add(Line())
        whole.add(self._preview, stretch=1)
        self.setLayout(whole)

        self._back.clicked.connect(self.closed)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.closed)
        self._print.clicked.connect(self.print_wanted)
        self._save.clicked.connect(self._ask_where)
        self._register.clicked.connect(self._want_signing)
        self._not_yet.clicked.connect(self._put_question_away)
        self._preview.page_wanted.connect(self.page_wanted)
        self._preview.width_wanted.connect(self.width_wanted)

    @property
    def regions(self) -> tuple[QWidget, ...]:
        """Where F6 stops."""
        return (self._back, self._preview)

    @property
    def pixels_wanted(self) -> int:
        """How many pixels wide a page is drawn crisp now."""
        return self._preview.pixels_wanted()

    def show_title(self, title: str, remark: str) -> None:
        """Show what the document is, and whether it is a draft."""
        self._title.setText(title)
        self._remark.setText(remark)
        self._saved.hide()
        self._failed.hide()
        self._question.hide()

    def show_page(self, image: PageImage, number: int, count: int) -> None:
        """Show page `number` of `count`."""
        self._preview.show_page(PagePicture(*image), number, count)

    def show_message(self, text: str) -> None:
        """Say that the document was saved."""
        self._failed.hide()
        self._saved.show_message(_("The document was saved"), text)
        self._saved.show()
        announce(self._saved, text)
        self._save.setFocus(Qt.FocusReason.OtherFocusReason)  # wherever the dialog of files has left the keyboard

    def show_error(self, text: str) -> None:
        """Say why it was not."""
        self._saved.hide()
        self._failed.show_message(_("The document was not saved"), text)
        self._failed.show()
        announce(self._failed, text, is_urgent=True)

    def show_printed(self, *, asks_for_signatures: bool) -> None:
        """Say that the document went to the printer; a paper to be signed is asked after."""
        self._failed.hide()
        self._saved.show_message(_("The document was sent to the printer"))
        self._saved.show()
        announce(self._saved, _("The document was sent to the printer"))
        self._question.setVisible(asks_for_signatures)
        if asks_for_signatures:
            self._register.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_print_failure(self) -> None:
        """Say that the printer could not be written to."""
        self._saved.hide()
        text = _("The printer could not be reached. Choose another printer, or save the document as PDF.")
        self._failed.show_message(_("The document was not printed"), text)
        self._failed.show()
        announce(self._failed, text, is_urgent=True)

    def propose(self, file_name: str, *, is_copy: bool = False, offers_html: bool = False) -> None:
        """Propose a name for the file, which may be a copy of one that is no PDF; some can be saved as a page too."""
        self._file_name, self._is_copy, self._offers_html = file_name, is_copy, offers_html
        saving = _("Save as …") if offers_html else _("Save as PDF …")
        self._save.setText(_("Save a copy …") if is_copy else saving)

    def focus_preview(self) -> None:
        """Bring the keyboard to the page, so that it turns with the keys."""
        self._preview.setFocus()

    def _want_signing(self) -> None:
        self._question.hide()
        self.signing_wanted.emit()

    def _put_question_away(self) -> None:
        self._question.hide()
        self._preview.setFocus()

    def _ask_where(self) -> None:
        proposed, filters = self._file_name, [_("PDF documents (*.pdf)")]
        if self._offers_html:
            filters.append(_("Web pages for screen readers (*.html)"))
        if self._is_copy:
            filters = [_("Scans (*.pdf *.jpg *.jpeg *.png)")]
        title = _("Save an unencrypted copy") if self._is_copy else _("Save the document")
        dialog = FileDialog(self, title, Wanted.FILE_TO_SAVE, start=proposed, filters=filters)
        dialog.fileSelected.connect(self.path_chosen)
        dialog.open()
