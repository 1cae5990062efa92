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
from desktop_app.ui.may import May, RoleAct
from desktop_app.ui.palette import Status, Token
from desktop_app.ui.surfaces import Line, Panel, ScrollArea
from desktop_app.ui.text_roles import TextRole


class RulePane(Panel):
    """Shows a rule. `closed` asks to be put away, where the pane covers the list.

    `change_wanted` asks for another standard, where the municipality itself decides the rule.
    """

    closed = Signal()
    change_wanted = Signal()

    def __init__(self, may: May) -> None:
        self._may_change = may(RoleAct.CHANGE_STANDARD)
        self._name = Label("", TextRole.PANE_TITLE, wraps=True)
        self._about = Label("", TextRole.META, wraps=True)
        self._close = IconButton("close", _("Close the pane"))
        self._change = Button(_("Change the standard …"), ButtonKind.SECOND, icon="edit")
        self._change_place = QWidget()
        self._change_place.setLayout(Column(FlowRow(self._change), Gap(16)))
        self._change_place.hide()
        self._cards: list[_VersionCard] = []
        self._cards_place = Column()
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
        self._change_place.setVisible(rule is not None and rule.is_own and self._may_change)
        versions = rule.versions if rule else ()
        in_force = rule.in_force if rule else ()
        while len(self._cards) < len(versions):
            self._cards.append(_VersionCard())
            self._cards_place.add(self._cards[-1])
        for place, card in enumerate(self._cards):
            card.setVisible(place < len(versions))
            if place < len(versions):
                version = versions[place]
                card.show_version(version, mark if version in in_force else "")
        self._area.verticalScrollBar().setValue(0)

    def offer_closing(self, *, is_offered: bool) -> None:
        """Offer to put the pane away, or not: beside the list it stays."""
        self._close.setVisible(is_offered)

    def take_keyboard(self) -> None:
        """Bring the keyboard here, to scroll through the versions."""
        self._area.setFocus(Qt.FocusReason.OtherFocusReason)


class _VersionCard(QWidget):
    """One version under a line. What holds and what is not confirmed is said by word, icon and colour."""

    def __init__(self) -> None:
        super().__init__()
        self._url = ""
        self._period, self._says = Label("", TextRole.LABEL), Label("", TextRole.STRONG, wraps=True)
        self._mark, self._doubt = Badge(Status.DONE, ""), Badge(Status.SOON, "")
        self._facts, self._note = FactTable(), Label("", TextRole.META, wraps=True)
        self._copy = Link(_("Copy the address"))
        head = FlowRow(self._period, self._mark, self._doubt, across=12)
        column = Column(Line(), Gap(12), head, Gap(6), self._says, Gap(8), self._facts, Gap(8), self._note)
        column.add(FlowRow(self._copy), Gap(16))
        self.setLayout(column)
        self._copy.clicked.connect(self._copy_address)

    def show_version(self, version: ShownVersion, mark: str) -> None:
        """Show a version; `mark` says that it is in force, or nothing."""
        self._url = version.url
        self._period.setText(version.period)
        self._says.setText(version.says)
        self._facts.show_facts(version.facts)
        self._mark.show_status(Status.DONE, mark)
        self._mark.setVisible(bool(mark))
        self._doubt.show_status(Status.SOON, version.doubt)
        self._doubt.setVisible(bool(version.doubt))
        self._note.setText(version.note)
        self._note.setVisible(bool(version.note))
        self._copy.setAccessibleName(_("Copy the address {url}").format(url=version.url))
        self._copy.setVisible(bool(version.url))

    def _copy_address(self) -> None:
        QGuiApplication.clipboard().setText(self._url)
        announce(self, _("The address was copied."))
