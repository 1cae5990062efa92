"""Made-up people for demonstrations, pictures and tests."""

from datetime import date

from desktop_app.application.import_cases import ImportReport
from desktop_app.application.prepare_demo import prepare_demo
from desktop_app.composition.office import Office
from desktop_app.domain.dates import Period
from desktop_app.resource_files import resource

DEMO_CODE = "999"
# Fixed, so that every demonstration, picture and test shows the same people on the same day.
DEMO_CASES = 200
DEMO_SEED = 2026
DEMO_AS_OF = date(2026, 11, 22)
DEMO_DAYS = Period(date(2021, 1, 1), date(2056, 12, 31))
"""The days people can be made up for: the century of a birth date stands in a CPR number for so long only."""


def fill_with_demo(office: Office, *, cases: int, seed: int, as_of: date) -> ImportReport:
    """Fill an empty store with made-up people.

    Raises:
        StoreRefused: HOLDS_CASES, the store has cases in it already.
    """
    from desktop_app.application.demo.families import demo_content  # noqa: PLC0415 - only for demonstrations
    from desktop_app.storage.demo_words_file import read_demo_words  # noqa: PLC0415 - as above

    prepare_demo(work=office.store.work)
    content = demo_content(read_demo_words(resource("demo")), office.rulebook, cases=cases, seed=seed, as_of=as_of)
    return office.import_content(content, as_of)
