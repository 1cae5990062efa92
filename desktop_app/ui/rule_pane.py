"""One rule with all its versions: what each says, for whom, on what authority, and how surely."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_app.presenters.rule_shown import ShownRule, ShownVersion
from desktop_app.translation import _
from desktop_app.ui.accessibility import announce
from desktop_app.ui.badge import Badge
from desktop_app.ui.buttons import Button, ButtonKind, IconButton, Link
from desktop_app.ui.facts import FactTable
from desktop_app.ui.labels import Label
from desktop_app.ui.layouts import Column, FlowRow, Gap, Row
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.surfaces import Line, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole


class RulePane(Panel):
    """Shows a rule. `closed` asks to be put away, where the pane covers the list.

    `change_wanted` asks for another standard, where the municipality itself decides the rule.
    """

    closed = Signal()
    change_wanted = Signal()

    def __init__(self) -> None:
        self._name = Label("", TextRole.PANE_TITLE, wraps=True)
        self._about = Label("", TextRole.META, wraps=True)
        self._close = IconButton("close", _("Close the pane"))
        self._change = Button(_("Change the standard …"), ButtonKind.SECOND, icon="edit")
        self._change_place = QWidget()
        self._change_place.setLayout(Column(FlowRow(self._change), Gap(16)))
        self._change_place.hide()
        self._cards = QWidget()
        self._cards_place = Column(self._cards)
        head = Row()
        head.add(self._name, stretch=1)
        head.add_aligned(self._close, Qt.AlignmentFlag.AlignTop)
        content = Column(head, Gap(2), self._about, Gap(16), self._change_place)
        content.addLayout(self._cards_place)
        content.addStretch(1)
        content.set_margins((24, 16, 24, 16))
        self._area = ScrollArea(content, name=_("Versions of the rule"))
        whole = Column()
        whole.add(self._area, stretch=1)
        super().__init__(whole, Token.WINDOW, edges=Qt.Edge.LeftEdge | Qt.Edge.TopEdge)
        self._close.clicked.connect(self.closed)
        self._change.clicked.connect(self.change_wanted)

    @property
    def rule_name(self) -> str:
        """The name of the rule that is shown."""
        return self._name.text()

    def show_rule(self, rule: ShownRule | None, mark: str) -> None:
        """Show a rule, or none; `mark` says of the versions in force that they are."""
        self._name.setText(rule.name if rule else "")
        self._about.setText(rule.about if rule else "")
        self._change_place.setVisible(rule is not None and rule.is_own)
        self._cards_place.removeWidget(self._cards)
        self._cards.hide()
        self._cards.deleteLater()
        self._cards = QWidget()
        column = Column()
        for version in rule.versions if rule else ():
            is_in_force = rule is not None and version in rule.in_force
            column.add(Line(), Gap(12), _VersionCard(version, mark if is_in_force else ""), Gap(20))
        self._cards.setLayout(column)
        self._cards_place.add(self._cards)
        self._cards.show()
        self._area.verticalScrollBar().setValue(0)

    def offer_closing(self, *, is_offered: bool) -> None:
        """Offer to put the pane away, or not: beside the list it stays."""
        self._close.setVisible(is_offered)

    def take_keyboard(self) -> None:
        """Bring the keyboard here, to scroll through the versions."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)


class _VersionCard(QWidget):
    """One version. What holds and what is not confirmed is said by word, icon and colour."""

    def __init__(self, version: ShownVersion, mark: str) -> None:
        super().__init__()
        self._url = version.url
        head = FlowRow(Label(version.period, TextRole.LABEL), across=12)
        if mark:
            head.add(Badge(Status.DONE, mark))
        if version.doubt:
            head.add(Badge(Status.SOON, version.doubt))
        column = Column(
            head, Gap(6), Label(version.says, TextRole.STRONG, wraps=True), Gap(8), FactTable(version.facts)
        )
        if version.note:
            column.add(Gap(8), Label(version.note, TextRole.META, wraps=True))
        if self._url:
            copy = Link(_("Copy the address"))
            copy.setAccessibleName(_("Copy the address {url}").format(url=self._url))
            copy.clicked.connect(self._copy)
            column.add(Gap(6), FlowRow(copy))
        self.setLayout(column)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        announce(self, _("The address was copied."))
