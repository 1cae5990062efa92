"""One plan as PDF, against a bare canvas with the same text and font; what each step costs stands apart."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from benchmarks.made_up_team import AS_OF
from benchmarks.timing import Budget, Measured, compare
from desktop_app.application.plan_freezing import snapshot_of
from desktop_app.composition import Office
from desktop_app.documents.pdf_a import archive
from desktop_app.documents.pen import Pen
from desktop_app.documents.plan_document import print_plan, set_plan
from desktop_app.documents.preview import page_count, page_text
from desktop_app.documents.structure import Bounds, Element, Structure
from desktop_app.domain.plan import current_plan
from desktop_app.resource_files import resource

_FONT = "bare"


class _Untagged(Pen):
    """Draws the same and marks nothing."""

    @contextmanager
    def tagged(self, element: Element) -> Iterator[None]:
        del element
        yield

    @contextmanager
    def figure(self, element: Element, bounds: Bounds) -> Iterator[None]:
        del element, bounds
        yield

    @contextmanager
    def artifact(self, *, of_page: bool = False) -> Iterator[None]:
        del of_page
        yield


def measure_printing(office: Office, number: str, *, runs: int) -> Iterator[Measured]:
    """Yield the time of the plan of a case that has one."""
    law = office.law
    with office.store.work() as unit:
        case = unit.cases.by_number(number)
        plan = current_plan(case.plans)
        assert plan is not None  # noqa: S101 - the case to show has one
        snapshot = snapshot_of(plan, case, unit.municipality(), law, AS_OF)
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

    def untagged(*, is_archived: bool) -> bytes:
        paper = set_plan(snapshot)
        pen = _Untagged(paper.structure, paper.description.language)
        paper.draw_on(pen)
        raw = pen.finish()
        return archive(raw, Structure(), pen.sources, paper.description, pictures=pen.pictures) if is_archived else raw

    pdfmetrics.registerFont(TTFont(_FONT, resource("fonts", "NotoSans-Regular.ttf")))
    yield compare(
        f"plan PDF, {len(pages)} pages, PDF/A pass included",
        lambda: print_plan(snapshot),
        "bare reportlab canvas, same text and font",
        bare,
        runs=runs,
        budget=Budget(ratio=10, value=200),
    )
    yield compare(
        "  of it: lines set and drawn",
        lambda: untagged(is_archived=False),
        "bare reportlab canvas, same text and font",
        bare,
        runs=runs,
    )
    yield compare(
        "  + PDF/A pass",
        lambda: untagged(is_archived=True),
        "lines set and drawn",
        lambda: untagged(is_archived=False),
        runs=runs,
    )
    yield compare(
        "  + tags, which is all of it",
        lambda: print_plan(snapshot),
        "lines set and drawn, PDF/A pass",
        lambda: untagged(is_archived=True),
        runs=runs,
    )
    yield compare(
        "  for screen readers, HTML",
        lambda: set_plan(snapshot).as_html(),
        "lines set and drawn",
        lambda: untagged(is_archived=False),
        runs=runs,
    )
