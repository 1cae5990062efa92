"""Adgang under Indstillinger: the list of people and the dialogs over it, beside their presenters."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from desktop_app.application.manage_team import TeamPerson
from desktop_app.presenters.new_password import StrengthShown
from desktop_app.presenters.new_person_presenter import NewPersonPresenter, TypedPerson
from desktop_app.presenters.people_presenter import PeopleFollower, PeoplePresenter
from desktop_app.presenters.person_presenter import NewPasswordPresenter, NewRolePresenter, RemovalPresenter
from desktop_app.translation import _
from desktop_app.ui.dialog_place import DialogPlace
from desktop_app.ui.done_bar import Following
from desktop_app.ui.frame import Frame
from desktop_app.ui.late_view import late
from desktop_app.ui.people_dialogs import NewPasswordDialog, NewPersonDialog, NewRoleDialog, RemovalDialog
from desktop_app.ui.people_section import PeopleSection
from desktop_app.ui.wings.dialog_wing import Dialog, DialogWing
from desktop_app.ui.wings.wing import Wing


class PeopleWing(Wing):
    """The section beside its presenter (`presenters.people_presenter.PeopleFollower`).

    `section` is asked for when something is shown; `back_up` makes a backup.
    """

    def __init__(
        self, frame: Frame, window: QWidget, *, section: Callable[[], PeopleSection], back_up: Callable[[], None]
    ) -> None:
        super().__init__(frame, window)
        self._back_up = back_up
        self.new_person = NewPersonWing(frame, window, self)
        self.new_role = NewRoleWing(frame, window, self)
        self.new_password = NewPasswordWing(frame, window, self)
        self.removal = RemovalWing(frame, window, self)
        self.presenter = PeoplePresenter(
            late(section),
            work=frame.office.team,
            new_person=self.new_person.presenter,
            new_role=self.new_role.presenter,
            new_password=self.new_password.presenter,
            removal=self.removal.presenter,
        )

    def take_in(self, section: PeopleSection) -> None:
        """Hear what is wanted in the section."""
        section.add_wanted.connect(self.presenter.add)
        section.role_wanted.connect(self.presenter.give_role)
        section.password_wanted.connect(self.presenter.give_password)
        section.removal_wanted.connect(self.presenter.remove)

    def people_changed(self) -> None:
        """List them anew."""
        self.presenter.show()

    def say_done(self, text: str) -> None:
        """Say that it is done."""
        self.frame.say_done(text)

    def say_removed(self, text: str) -> None:
        """Say that somebody was removed, and offer to make a backup."""
        self.frame.say_done(text, following=Following(_("Make a backup now"), self._back_up))


class _PersonWing(DialogWing[Dialog]):
    """One of the dialogs, opened over `window`. The keys are slow to make, so it says that it is at work first."""

    def __init__(self, frame: Frame, window: QWidget) -> None:
        super().__init__(frame, window)
        self._window = window
        self._place = DialogPlace[Dialog](frame)

    def _say_busy(self, sentence: str = "") -> None:
        if dialog := self._place.dialog:
            dialog.set_busy(is_busy=True, sentence=sentence)

    def _say_free(self) -> None:
        if dialog := self._place.dialog:
            dialog.set_busy(is_busy=False)


class NewPersonWing(_PersonWing[NewPersonDialog]):
    """Adding somebody (`presenters.new_person_presenter.NewPersonView`)."""

    def __init__(self, frame: Frame, window: QWidget, follower: PeopleFollower) -> None:
        super().__init__(frame, window)
        self.presenter = NewPersonPresenter(self, follower, work=frame.office.team)

    def ask(self, roles: Sequence[tuple[str, str]]) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = NewPersonDialog(self._window, roles)
        dialog.password_typed.connect(self.presenter.type_password)
        dialog.saving.connect(self._save)
        self._place.open(dialog)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        if dialog := self._place.dialog:
            dialog.show_strength(strength)

    def _save(self, typed: TypedPerson) -> None:
        self._say_busy()
        self.presenter.save(typed)
        self._say_free()


class NewRoleWing(_PersonWing[NewRoleDialog]):
    """Giving somebody another role (`presenters.person_presenter.NewRoleView`)."""

    def __init__(self, frame: Frame, window: QWidget, follower: PeopleFollower) -> None:
        super().__init__(frame, window)
        self.presenter = NewRolePresenter(self, follower, work=frame.office.team)

    def ask(self, person: TeamPerson, roles: Sequence[tuple[str, str]], role: str) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = NewRoleDialog(self._window, person, roles, role)
        dialog.saving.connect(self.presenter.save)
        self._place.open(dialog)


class NewPasswordWing(_PersonWing[NewPasswordDialog]):
    """Giving somebody a new password (`presenters.person_presenter.NewPasswordView`)."""

    def __init__(self, frame: Frame, window: QWidget, follower: PeopleFollower) -> None:
        super().__init__(frame, window)
        self.presenter = NewPasswordPresenter(self, follower, work=frame.office.team)

    def ask(self, person: TeamPerson) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = NewPasswordDialog(self._window, person)
        dialog.password_typed.connect(self.presenter.type_password)
        dialog.saving.connect(self._save)
        self._place.open(dialog)

    def show_strength(self, strength: StrengthShown) -> None:
        """Say how hard the password is to guess."""
        if dialog := self._place.dialog:
            dialog.show_strength(strength)

    def _save(self, password: str, repeated: str) -> None:
        self._say_busy()
        self.presenter.save(password, repeated)
        self._say_free()


class RemovalWing(_PersonWing[RemovalDialog]):
    """Taking somebody's access away (`presenters.person_presenter.RemovalView`)."""

    def __init__(self, frame: Frame, window: QWidget, follower: PeopleFollower) -> None:
        super().__init__(frame, window)
        self.presenter = RemovalPresenter(self, follower, work=frame.office.team)

    def ask(self, person: TeamPerson) -> None:
        """Open the dialog in the place of one that is open."""
        dialog = RemovalDialog(self._window, person)
        dialog.removing.connect(self._remove)
        self._place.open(dialog)

    def _remove(self, typed: str) -> None:
        if self.presenter.is_confirmed(typed):
            self._say_busy(_("Removing the access …"))
            self.presenter.remove(typed)
            self._say_free()
