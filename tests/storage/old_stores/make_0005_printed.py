"""How `old_stores/0005_printed` was made, from the root: `python -m tests.storage.old_stores.make_0005_printed`.

A program of version 0005 signed a plan in it and handed its paper out. It stays as it is: what was handed out then is
what every later program hands out.
"""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Final

from desktop_app.composition import Office
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.signing import Signing
from desktop_app.storage.key_slots import KdfCost
from desktop_app.storage.store import create_store
from tests.storage.old_stores import make_0001
from tests.storage.old_stores.make_0001 import an_id

VERSION: Final = "0005_printed"
STORE: Final = Path(__file__).parent / VERSION / "enplan.store"
PASSWORD: Final = make_0001.PASSWORD
MOMENT: Final = datetime(2026, 11, 26, 21, 0, tzinfo=UTC)
TODAY: Final = date(2026, 11, 26)
CASE: Final = "2026-014"


def fill(office: Office) -> None:
    content = office_content()
    office.import_content(content, TODAY)
    plans = office.plans
    opened = plans.open(CASE, 1)
    ready = plans.make_ready(opened.case, opened.plan.id, TODAY)
    signing = Signing(citizen=TODAY, municipality_on=TODAY, declaration_on=TODAY)
    plans.sign(ready.case, ready.plan.id, signing, TODAY, None)
    office.print_plan(CASE, TODAY)


def office_content() -> dict[str, object]:
    """Return a file of one case with a plan that is written."""
    return {
        "format": "enplan-cases",
        "version": 1,
        "municipality": {"code": "999", "name": "Eksempelkommune"},
        "households": [],
        "cases": [
            {
                "case_number": CASE,
                "citizen": {
                    "given_names": "Rima",
                    "family_name": "Al-Hassan",
                    "native_name": "ريما الحسن",
                    "birth_date": "1990-01-01",
                    "languages": ["ar"],
                    "interpreter_language": "ar",
                },
                "target_group": "refugee",
                "takeover_on": "2026-10-01",
                "responsible_caseworker": "MJ",
                "coordinating_department": "Jobcenter",
                "plans": [
                    {
                        "version": 1,
                        "goals": [
                            {"kind": "employment", "text": "Ordinært arbejde i køkken", "target_on": "2027-10-01"},
                            {"kind": "danish", "text": "Prøve i Dansk 2"},
                        ],
                        "activities": [{"kind": "danish_education", "text": "DU2", "starts_on": "2026-11-16"}],
                    }
                ],
            }
        ],
    }


def main() -> None:
    STORE.parent.mkdir()
    made = create_store(
        STORE,
        user="Mette Jensen",
        initials="MJ",
        password=PASSWORD,
        municipality=Municipality(id=an_id(2), code="999", name="Eksempelkommune", fictional=True),
        cost=KdfCost(passes=1, memory_kib=8, lanes=1),
        clock=lambda: MOMENT,
    )
    with Office(made.store) as office:
        fill(office)


if __name__ == "__main__":
    main()
