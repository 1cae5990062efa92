"""Who has access: the list, and the dialogs over it. Nobody is added: other stops unlock as the only user there is."""

from collections.abc import Sequence

from desktop_app.application.manage_team import TeamPerson
from desktop_app.domain.role import Role
from desktop_app.presenters.people_presenter import shown_person
from desktop_app.presenters.people_texts import confirmation_label
from desktop_app.translation import _
from desktop_app.ui.settings_page import PEOPLE
from desktop_app.ui.tour.ground import Stop, TourPart
from desktop_app.ui.wings.people_wing import PeopleWing

_PEOPLE = tuple(
    TeamPerson(id=initials, name=name, initials=initials, role=role, is_oneself=initials == "MJ")
    for name, initials, role in (
        ("Mette Jensen", "MJ", Role.LEADER),
        ("Karen Holm", "KH", Role.CASEWORKER),
        ("Ahmad Yousef", "AY", Role.CASEWORKER),
        ("Bente Lund", "BL", Role.RECEPTION),
        ("Søren Friis", "SF", Role.ADMINISTRATOR),
        ("Inge Dam", "ID", Role.AUDITOR),
    )
)
_KAREN = _PEOPLE[1]
_PASSWORD = "xkqvszmrtbnw"  # noqa: S105 - of nobody


class PeopleStops(TourPart):
    """The section with a team, and each dialog."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("settings-people", self._show_section),
            Stop("people-add", self._ask_to_add),
            Stop("people-add-problems", self._show_problems),
            Stop("people-role", self._ask_for_role),
            Stop("people-password", self._ask_for_password),
            Stop("people-remove", self._ask_to_remove),
            Stop("people-remove-unconfirmed", self._show_unconfirmed),
        )

    def _show_section(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.shell.done_bar.hide()
        wing = self._ground.desk.settings_wing
        wing.open(PEOPLE)
        assert wing.page.people is not None  # noqa: S101 - the tour leads
        wing.page.people.show_people([shown_person(person) for person in _PEOPLE])

    def _ask_to_add(self) -> None:
        self._people.new_person.presenter.ask(list(Role))
        self._ground.write(_("Name"), "Karen Holm")
        self._ground.write(_("Initials"), "KH")
        self._ground.write(_("Password"), _PASSWORD)

    def _show_problems(self) -> None:
        self._ground.click(_("Give access"))

    def _ask_for_role(self) -> None:
        self._ground.close_dialogs()
        self._people.new_role.presenter.ask(_KAREN, list(Role))

    def _ask_for_password(self) -> None:
        self._ground.close_dialogs()
        self._people.new_password.presenter.ask(_KAREN)
        self._ground.write(_("Password"), _PASSWORD)

    def _ask_to_remove(self) -> None:
        self._ground.close_dialogs()
        self._people.removal.presenter.ask(_KAREN)

    def _show_unconfirmed(self) -> None:
        self._ground.write(confirmation_label(_KAREN), "MJ")
        self._ground.click(_("Remove the access"))

    @property
    def _people(self) -> PeopleWing:
        people = self._ground.desk.settings_wing.people
        assert people is not None  # noqa: S101 - as above
        return people
