"""Hjælp: the page of shortcuts, made of what every wing can do."""

from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QObject

from desktop_app.presenters.key_words import KeyEntry, KeyGroup
from desktop_app.translation import _
from desktop_app.ui.frame import HELP, Act, Frame
from desktop_app.ui.help_page import HelpPage
from desktop_app.ui.may import RoleAct
from desktop_app.ui.phrase_fields import KEEP_PHRASE_KEYS, PHRASE_KEYS
from desktop_app.ui.wings.empty_form import EmptyForm
from desktop_app.ui.wings.wing import Wing


class HelpWing(Wing):
    """The page of shortcuts."""

    def __init__(self, frame: Frame, parent: QObject) -> None:
        super().__init__(frame, parent)
        self.form = EmptyForm(frame, self, key="empty-form-of-help", place=HELP, back=_("Back to the help"))
        frame.set_place(HELP, self.go)
        frame.add_act(Act(title=_("Help and shortcuts"), do=self.open, keys="F1", group=_("Anywhere"), icon="help"))

    @cached_property
    def page(self) -> HelpPage:
        """The page, made when it is first asked for: by then every act is known."""
        groups: dict[str, list[KeyEntry]] = {}
        for act in (*self.frame.acts(), *_of_the_lists(), *_of_a_text_field(), *_of_the_frame()):
            if act.keys and (act.needs is None or self.frame.may(act.needs)):
                groups.setdefault(act.group, []).append(KeyEntry((act.keys,), act.title))
        page = HelpPage([KeyGroup(title, tuple(entries)) for title, entries in groups.items()], self.frame.may)
        page.form_wanted.connect(self.form.show)
        self.frame.add_page(HELP, page)
        return page

    def go(self) -> None:
        """Show the page, coming from the rail."""
        self.open()

    def open(self) -> None:
        """Show the page; one comes back from it to where one was."""
        page = self.page
        self.frame.show_page(HELP)
        page.take_focus()


def _nothing() -> None:
    """Do nothing: the frame itself does these, or the list one is at."""


def _of_the_frame() -> Sequence[Act]:
    anywhere, text = _("Anywhere"), _("Size of text")
    return (
        Act(title=_("Search or go to …"), do=_nothing, keys="Ctrl+K", group=anywhere),
        Act(title=_("Next part of the window"), do=_nothing, keys="F6", group=anywhere),
        Act(title=_("Part of the window before"), do=_nothing, keys="Shift+F6", group=anywhere),
        Act(title=_("Next section of a form"), do=_nothing, keys="Ctrl+PgDown", group=anywhere),
        Act(title=_("Section of a form before"), do=_nothing, keys="Ctrl+PgUp", group=anywhere),
        Act(title=_("Larger text"), do=_nothing, keys="Ctrl++", group=text),
        Act(title=_("Smaller text"), do=_nothing, keys="Ctrl+-", group=text),
        Act(title=_("Normal text"), do=_nothing, keys="Ctrl+0", group=text),
    )


def _of_a_text_field() -> Sequence[Act]:
    writing, needs = _("In a text field of the plan or of a follow-up"), RoleAct.WRITE_PHRASES
    return (
        Act(title=_("Put in a phrase"), do=_nothing, keys=PHRASE_KEYS, group=writing, needs=needs),
        Act(title=_("Save the text as a phrase"), do=_nothing, keys=KEEP_PHRASE_KEYS, group=writing, needs=needs),
    )


def _of_the_lists() -> Sequence[Act]:
    """Return what chooses several rows, for whoever may do something with them."""
    today, needs = _("Today"), RoleAct.REASSIGN_CASES
    return (
        Act(title=_("Choose the task too, or no more"), do=_nothing, keys="Space", group=today, needs=needs),
        Act(title=_("Choose the next task too"), do=_nothing, keys="Shift+Down", group=today, needs=needs),
        Act(title=_("Choose every task in the list"), do=_nothing, keys="Ctrl+A", group=today, needs=needs),
        Act(
            title=_("Choose the next case too"),
            do=_nothing,
            keys="Shift+Down",
            group=_("Cases"),
            needs=RoleAct.PRINT,
        ),
    )
