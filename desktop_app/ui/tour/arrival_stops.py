"""Ny modtagelse and the list of arrivals."""

from collections.abc import Sequence

from desktop_app.presenters.arrival_fields import Field
from desktop_app.ui.frame import ARRIVALS
from desktop_app.ui.tour.ground import Stop, TourPart

_ARRIVING = {
    Field.GIVEN_NAMES: "Reema",
    Field.FAMILY_NAME: "Alhassan",
    Field.NATIVE_NAME: "ريما الحسن",
    Field.CPR: "010190-1235",
    Field.NATIONALITY: "SY",
    Field.LANGUAGE: "ar",
    Field.TARGET_GROUP: "refugee",
    Field.ALLOCATION: "17.11.2026",
}
_WITH_HER = {"Sami": "02.02.1988", "Lina": "03.05.2019", "Omar": "04.06.2021"}
"""Somebody made up, and who comes with her, born when."""


class ArrivalStops(TourPart):
    """The form, for one person and for a family, with what can be wrong, and the list."""

    def stops(self) -> Sequence[Stop]:
        """Return the stops."""
        return (
            Stop("arrival-empty", self._show_empty),
            Stop("arrival", self._show_person),
            Stop("arrival-family", self._show_family),
            Stop("arrival-problems", self._show_problems),
            Stop("arrivals", self._show_list),
        )

    def _show_empty(self) -> None:
        self._ground.close_dialogs()
        self._ground.desk.arrival_wing.new_arrival()

    def _show_person(self) -> None:
        presenter = self._ground.desk.arrival_wing.presenter
        for field, text in _ARRIVING.items():
            presenter.type(field, text)
            presenter.leave(field)

    def _show_family(self) -> None:
        wing = self._ground.desk.arrival_wing
        for name, born in _WITH_HER.items():
            wing.add_person()
            wing.presenter.type(Field.GIVEN_NAMES, name)
            wing.presenter.type(Field.BIRTH_DATE, born)

    def _show_problems(self) -> None:
        presenter = self._ground.desk.arrival_wing.presenter
        presenter.show_person(0)
        presenter.type(Field.POSTAL_CODE, "49")
        presenter.type(Field.TAKEOVER, "15.12.2026")
        presenter.save()

    def _show_list(self) -> None:
        self._ground.desk.arrival_wing.presenter.discard()
        self._ground.desk.go_to(ARRIVALS)
