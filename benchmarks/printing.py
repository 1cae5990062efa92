"""One plan as PDF, against a bare canvas with the same text and font."""

from collections.abc import Iterator
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.made_up_team import AS_OF
from benchmarks.timing import Budget, Measured, compare
from desktop_app.application.plan_freezing import snapshot_of
from desktop_app.composition import Office
from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.preview import page_count, page_text
from desktop_app.domain.plan import current_plan
from desktop_app.resource_files import resource

_FONT = "bare"


def measure_printing(office: Office, number: str, *, runs: int) -> Iterator[Measured]:
    """Yield the time of the plan of a case that has one."""
    with office.store.work() as unit:
        case = unit.cases.by_number(number)
        plan = current_plan(case.plans)
        assert plan is not None  # noqa: S101 - the case to show has one
        snapshot = snapshot_of(plan, case, unit.municipality(), office.law, AS_OF)
    pdf = print_plan(snapshot)
    pages = [page_text(pdf, page).splitlines() for page in range(page_count(pdf))]

    def bare() -> bytes:
        out = BytesIO()
        canvas = Canvas(out, pagesize=A4, initialFontName=_FONT, invariant=1)
        for lines in pages:
            canvas.setFont(_FONT, 10)
            for place, line in enumerate(lines):
                canvas.drawString(50, 800 - 12 * place, line)
            canvas.showPage()
        canvas.save()
        return out.getvalue()

    pdfmetrics.registerFont(TTFont(_FONT, resource("fonts", "NotoSans-Regular.ttf")))
    yield compare(
        f"plan PDF, {len(pages)} pages, PDF/A pass included",
        lambda: print_plan(snapshot),
        "bare reportlab canvas, same text and font",
        bare,
        runs=runs,
        budget=Budget(ratio=10, value=200),
    )
