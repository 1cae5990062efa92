"""Make a store ready for made-up people: only an empty one, and from then on every screen and paper says so."""

from dataclasses import replace

from desktop_app.application.errors import StoreRefusal, StoreRefused
from desktop_app.application.ports import Work
from desktop_app.domain.role import Act


def prepare_demo(*, work: Work) -> None:
    """Mark the municipality's store as fictional.

    Raises:
        StoreRefused: HOLDS_CASES, the store has cases in it already.
    """
    with work(Act.PREPARE_DEMO) as unit:
        if unit.cases.numbers():
            raise StoreRefused(StoreRefusal.HOLDS_CASES)
        municipality = unit.municipality()
        if not municipality.fictional:
            unit.save_municipality(replace(municipality, fictional=True))
            unit.commit()
