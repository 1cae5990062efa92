"""What stands in the place of the form when the content of a version is closed: why, and what to do instead."""

from PySide6.QtCore import Signal

from desktop_app.domain.plan import PlanState
from desktop_app.translation import _
from desktop_app.ui.buttons import Button
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import STRETCH, Column, FlowRow, Gap
from desktop_app.ui.surfaces import ScrollArea
from desktop_app.ui.text_roles import TextRole


class PlanLockedPane(ScrollArea):
    """`reopen_wanted` asks to make a version that waits for signatures a draft again, `scan_wanted` for its scan."""

    reopen_wanted = Signal()
    scan_wanted = Signal()

    def __init__(self) -> None:
        self._title = Label("", TextRole.HEADING, wraps=True)
        self._text = Label("", wraps=True)
        self._reopen = Button(_("Open for writing"), icon="edit")
        self._scan = Button(_("Attach a scan …"), icon="plus")
        super().__init__(
            Column(
                self._title,
                Gap(8),
                self._text,
                Gap(16),
                FlowRow(self._reopen, self._scan),
                STRETCH,
                margins=(24, 20, 24, 24),
            )
        )
        self._reopen.clicked.connect(self.reopen_wanted)
        self._scan.clicked.connect(self.scan_wanted)

    def show_state(self, state: PlanState) -> None:
        """Say why the content is closed, and what to do."""
        self._title.setText(_title(state))
        self._text.setText(_text(state))
        self._reopen.setVisible(state is PlanState.READY)
        self._scan.setVisible(state in {PlanState.SIGNED, PlanState.REPLACED})


def _title(state: PlanState) -> str:
    return {
        PlanState.DRAFT: _("One of the parties has signed"),
        PlanState.READY: _("Ready to be signed"),
        PlanState.SIGNED: _("Concluded"),
        PlanState.REPLACED: _("Replaced by a newer version"),
        PlanState.ANNULLED: _("The signature is annulled"),
    }[state]


def _text(state: PlanState) -> str:
    return {
        PlanState.DRAFT: _(
            "The content stays as it is. Make the version ready to be signed, and register the other signature."
        ),
        PlanState.READY: _(
            "The content is closed. Print the paper, sign it together, and register the dates. If something has to be"
            " changed, open the version for writing: papers printed before then are void."
        ),
        PlanState.SIGNED: _("The content stays as it was concluded. A change is made in a new version."),
        PlanState.REPLACED: _("The content stays as it was signed. A newer version is in force."),
        PlanState.ANNULLED: _("The content stays as it was signed, but the version is not valid."),
    }[state]
