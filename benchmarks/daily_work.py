"""Deadlines, unlocking, opening a case and printing a plan against the bare work behind each."""

import tempfile
from collections.abc import Iterator
from datetime import date
from io import BytesIO
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.made_up_store import AS_OF, PASSWORD, USER, make_store
from benchmarks.opening_a_case import measure_opening
from benchmarks.timing import Measured, compare
from desktop_app.application.plan_freezing import snapshot_of
from desktop_app.composition import Office
from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.preview import page_count, page_text
from desktop_app.domain.case_facts import CaseFacts
from desktop_app.domain.dates import add_months
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.duties import DutyId
from desktop_app.domain.plan import current_plan
from desktop_app.resource_files import resource
from desktop_app.storage.store import open_store

FONT = "bare"


def measure_daily_work(cases: int) -> Iterator[Measured]:
    """Yield each measure over a store of this many cases."""
    with tempfile.TemporaryDirectory() as folder:
        path = make_store(Path(folder), cases)
        with Office(open_store(path, user=USER, password=PASSWORD)) as office:
            facts = office.store.read.facts()
            yield compare(
                f"deadlines with explanations, {cases} cases",
                lambda: [deadlines_for(one, office.law.rulebook, AS_OF) for one in facts],
                "plain date arithmetic of the same duties",
                lambda: plain_dates(facts),
                budget="<= 5x, 5,000 in 0.5 s (bulk path without explanations: later)",
                runs=3,
            )
            yield compare(
                f"facts of {cases} cases",
                office.store.read.facts,
                "the same SELECTs, rows only",
                lambda: raw_facts(office),
                budget="part of unlock to worklist",
                runs=3,
            )
            number, _name = office.case_to_show()
            yield from measure_opening(office, number, Path(folder))
            yield measure_printing(office, number)
        yield compare(
            f"unlock to worklist, {cases} cases",
            lambda: unlock_and_list(path),
            "Argon2id, open, facts",
            lambda: unlock_and_read(path),
            budget="<= 2x of Argon2id + raw open + raw SELECT + plain dates",
            runs=3,
        )


def plain_dates(facts: list[CaseFacts]) -> list[date]:
    """Compute one date for each duty of each case, and nothing else."""
    return [add_months(one.takeover_on or AS_OF, 1) for one in facts for _duty in DutyId]


def raw_facts(office: Office) -> int:
    """Read every table the facts come from."""
    tables = ("cases", "citizens", "status_periods", "moves", "events", "plans", "goals", "offers", "follow_ups")
    return sum(len(list(office.store.connection.rows(f"SELECT * FROM {table}"))) for table in tables)  # noqa: S608 - ours


def unlock_and_list(path: Path) -> None:
    """Do what happens between the password and the list."""
    with Office(open_store(path, user=USER, password=PASSWORD)) as office:
        office.worklist_in_parts(AS_OF).whole()


def unlock_and_read(path: Path) -> None:
    """Derive the key, open the store, read the facts."""
    with open_store(path, user=USER, password=PASSWORD) as store:
        store.read.facts()


def measure_printing(office: Office, number: str) -> Measured:
    """Return the time of one plan against a bare canvas with the same text and font."""
    with office.store.work() as unit:
        case = unit.cases.by_number(number)
        plan = current_plan(case.plans)
        assert plan is not None  # noqa: S101 - the case to show has one
        snapshot = snapshot_of(plan, case, unit.municipality(), office.law, AS_OF)
    pdf = print_plan(snapshot)
    pages = [page_text(pdf, page).splitlines() for page in range(page_count(pdf))]

    def bare() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pagesize=A4, initialFontName=FONT, invariant=1)
        for lines in pages:
            canvas.setFont(FONT, 10)
            for place, line in enumerate(lines):
                canvas.drawString(50, 800 - 12 * place, line)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    pdfmetrics.registerFont(TTFont(FONT, resource("fonts", "NotoSans-Regular.ttf")))
    return compare(
        f"plan PDF, {len(pages)} pages, PDF/A pass included",
        lambda: print_plan(snapshot),
        "bare canvas, same text and font",
        bare,
        budget="<= 10x, <= 200 ms",
        runs=15,
    )
