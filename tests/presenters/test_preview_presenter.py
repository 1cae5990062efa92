"""Vis udskrift: the pages of the very bytes that are saved."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desktop_app.application.check_use import PrintedCheck
from desktop_app.application.compare_plans import PrintedComparison
from desktop_app.application.copy_worklist_out import PrintedList
from desktop_app.application.drawing_ports import PageImage
from desktop_app.application.errors import CaseNotFound, OwnFileRefused
from desktop_app.application.open_scan import OpenedScan
from desktop_app.application.print_plan import PrintedPlan
from desktop_app.application.printed_paper import PaperKind, PrintedPaper
from desktop_app.domain.plan import PlanState
from desktop_app.presenters.preview_presenter import PreviewPresenter
from tests.builders import a_scan
from tests.presenters.views import SeenPage, SeenPreview

SIGNED = PrintedPlan(
    content=b"%PDF", case_number="2026-014", plan_number=2, dated_on=date(2026, 10, 28), state=PlanState.SIGNED
)
MINUTES = PrintedPaper(content=b"%PDF", kind=PaperKind.FOLLOW_UP, case_number="2026-014", dated_on=date(2027, 1, 20))
PAGES = 3
FILE = Path("sager", "plan.pdf")


class Drawer:
    """Draws pages, and saves to memory or fails as a disk does."""

    def __init__(self, error: OSError | OwnFileRefused | None = None) -> None:
        self.error = error
        self.trouble: CaseNotFound | None = None
        self.saved: list[tuple[Path, bytes]] = []

    def render(self, content: bytes, page: int, width: int) -> PageImage:
        return PageImage(width, width * 2, content, f"side {page}")

    def page_count(self, _content: bytes) -> int:
        return PAGES

    def for_screen_readers(self, printed: PrintedPlan | PrintedPaper) -> bytes:
        if self.trouble:
            raise self.trouble
        return f"<html>{printed.file_name}".encode()

    def save(self, path: Path, content: bytes) -> None:
        if self.error:
            raise self.error
        self.saved.append((path, content))


def a_preview(drawer: Drawer | None = None) -> tuple[SeenPreview, PreviewPresenter]:
    drawer, view = drawer or Drawer(), SeenPreview()
    preview = PreviewPresenter(
        view,
        render=drawer.render,
        page_count=drawer.page_count,
        save=drawer.save,
        for_screen_readers=drawer.for_screen_readers,
    )
    return view, preview


def test_a_document_is_shown_from_its_first_page_on() -> None:
    view, preview = a_preview()

    preview.show(SIGNED, width=700)

    assert view.titles == [("Kontrakt og plan, version 2", "Som den først blev udleveret")]
    assert view.pages == [SeenPage(PageImage(700, 1400, b"%PDF", "side 0"), 1, PAGES)]


def test_a_paper_beside_the_plan_is_called_by_its_name_and_dated() -> None:
    view, preview = a_preview()

    preview.show(MINUTES, width=700)

    assert view.titles == [("Referat af opfølgning", "onsdag den 20. januar 2027")]
    assert preview.file_name == "2027-01-20_Referat_sag-2026-014.pdf"
    assert preview.job_name == "Én Plan, sag 2026-014"
    assert not preview.waits_for_signatures


def test_an_empty_form_is_of_no_case() -> None:
    view, preview = a_preview()

    preview.show(replace(MINUTES, kind=PaperKind.INTERVIEW, case_number=""), width=700)

    assert view.titles == [("Samtaleark", "onsdag den 20. januar 2027")]
    assert preview.file_name == "2027-01-20_Samtaleark_tomt.pdf"
    assert preview.job_name == "Én Plan, tomt skema"


def test_a_draft_must_not_be_signed() -> None:
    view, preview = a_preview()

    preview.show(replace(SIGNED, state=PlanState.DRAFT), width=700)

    assert view.titles == [("Kontrakt og plan, version 2", "Kladde – må ikke underskrives")]


@pytest.mark.parametrize(("wanted", "shown"), [(2, 2), (3, 3), (4, 3), (99, 3), (0, 1), (-1, 1)])
def test_pages_are_turned_within_the_document(wanted: int, shown: int) -> None:
    view, preview = a_preview()
    preview.show(SIGNED, width=700)

    preview.go_to(wanted)

    assert view.pages[-1] == SeenPage(PageImage(700, 1400, b"%PDF", f"side {shown - 1}"), shown, PAGES)


def test_the_same_page_is_drawn_at_another_width() -> None:
    view, preview = a_preview()
    preview.show(SIGNED, width=700)
    preview.go_to(2)

    preview.redraw(width=350)

    assert view.pages[-1] == SeenPage(PageImage(350, 700, b"%PDF", "side 1"), 2, PAGES)


def test_another_document_begins_at_its_first_page() -> None:
    view, preview = a_preview()
    preview.show(SIGNED, width=700)
    preview.go_to(3)

    preview.show(replace(SIGNED, plan_number=3), width=700)

    assert view.pages[-1].number == 1


def test_a_screen_without_width_draws_nothing_until_it_has_some() -> None:
    view, preview = a_preview()

    preview.show(SIGNED, width=0)
    pages_before = len(view.pages)
    preview.redraw(width=700)

    assert pages_before == 0
    assert len(view.pages) == 1


def test_before_a_document_is_shown_nothing_is_drawn_saved_or_named() -> None:
    drawer = Drawer()
    view, preview = a_preview(drawer)

    preview.go_to(2)
    preview.redraw(700)
    preview.save(Path("plan.pdf"))

    assert preview.file_name == ""
    assert view == SeenPreview()
    assert drawer.saved == []


def test_the_name_of_the_document_is_proposed_for_the_file() -> None:
    _, preview = a_preview()
    preview.show(SIGNED, width=700)

    assert preview.file_name == "2026-10-28_Plan_v2_sag-2026-014.pdf"


def test_the_bytes_that_are_shown_are_saved() -> None:
    drawer = Drawer()
    view, preview = a_preview(drawer)
    preview.show(SIGNED, width=700)

    preview.save(FILE)

    assert drawer.saved == [(FILE, b"%PDF")]
    assert view.messages == ["Gemt som plan.pdf. Filen er ikke krypteret, så slet den efter brug."]
    assert view.errors == []


@pytest.mark.parametrize("printed", [SIGNED, MINUTES])
@pytest.mark.parametrize("name", ["plan.html", "PLAN.HTM"])
def test_a_name_that_ends_as_those_of_web_pages_do_saves_it_for_screen_readers(
    printed: PrintedPlan | PrintedPaper, name: str
) -> None:
    drawer = Drawer()
    _, preview = a_preview(drawer)
    preview.show(printed, width=700)

    preview.save(Path(name))

    assert preview.offers_html
    assert drawer.saved == [(Path(name), f"<html>{printed.file_name}".encode())]


def test_a_case_that_is_gone_meanwhile_says_so_and_nothing_is_saved() -> None:
    drawer = Drawer()
    drawer.trouble = CaseNotFound("2026-014")
    view, preview = a_preview(drawer)
    preview.show(SIGNED, width=700)

    preview.save(Path("plan.html"))

    assert "2026-014" in view.errors[0]
    assert drawer.saved == []


@pytest.mark.parametrize(
    ("error", "reason"),
    [(PermissionError(13, "Permission denied"), "du har ikke adgang"), (OSError("ingen plads"), "ingen plads")],
)
def test_what_could_not_be_saved_says_why(error: OSError, reason: str) -> None:
    view, preview = a_preview(Drawer(error))
    preview.show(SIGNED, width=700)

    preview.save(FILE)

    assert view.messages == []
    assert view.errors == [f"Dokumentet kunne ikke gemmes i {FILE} ({reason}). Vælg et andet sted."]


def test_the_file_with_the_cases_is_never_written_over() -> None:
    view, preview = a_preview(Drawer(OwnFileRefused("/sager/enplan.store")))
    preview.show(SIGNED, width=700)

    preview.save(FILE)

    assert view.messages == []
    assert view.errors == ["/sager/enplan.store hører til filen med sagerne og overskrives aldrig. Vælg et andet sted."]


# On paper ------------------------------------------------------------------------------------------------------------


def test_the_printer_s_queue_is_told_the_case_and_no_person() -> None:
    _, preview = a_preview()
    before = (preview.printed, preview.job_name, preview.waits_for_signatures)

    preview.show(SIGNED, width=700)

    assert before == (None, "", False)
    assert (preview.printed, preview.job_name) == (SIGNED, "Én Plan, sag 2026-014")


@pytest.mark.parametrize("state", PlanState)
def test_only_a_paper_to_be_signed_waits_for_signatures(state: PlanState) -> None:
    _, preview = a_preview()

    preview.show(replace(SIGNED, state=state), width=700)

    assert preview.waits_for_signatures is (state is PlanState.READY)


# A list --------------------------------------------------------------------------------------------------------------


def test_a_scan_is_shown_with_its_name_and_saved_as_a_copy() -> None:
    view, preview = a_preview()
    preview.show(SIGNED, width=700)
    first = preview.is_copy
    scan = OpenedScan(case_number="2026-014", plan_number=2, scan=a_scan(), content=b"%PDF")

    preview.show(scan, width=700)

    name = "Kontrakt underskrevet.pdf"
    assert view.titles[-1] == ("Scan af version 2", f"{name}. En kopi, der gemmes, er ikke krypteret.")
    assert (first, preview.is_copy) == (False, True)
    assert (preview.file_name, preview.job_name) == (scan.file_name, "Én Plan, sag 2026-014")
    assert not preview.waits_for_signatures


def test_a_worklist_is_shown_with_its_day_and_waits_for_nobody() -> None:
    view, preview = a_preview()

    preview.show(PrintedList(content=b"%PDF", on=date(2026, 11, 22)), width=700)

    assert view.titles == [("Arbejdsliste", "søndag den 22. november 2026")]
    assert view.pages == [SeenPage(PageImage(700, 1400, b"%PDF", "side 0"), 1, PAGES)]
    assert preview.file_name == "2026-11-22_Arbejdsliste.pdf"
    assert preview.job_name == "Én Plan, arbejdsliste"
    assert not preview.waits_for_signatures


def test_a_spot_check_is_shown_with_its_day_and_names_no_case() -> None:
    view, preview = a_preview()

    preview.show(PrintedCheck(content=b"%PDF", on=date(2026, 11, 22)), width=700)

    assert view.titles == [("Stikprøve af loggen", "søndag den 22. november 2026")]
    assert preview.file_name == "2026-11-22_Stikprøve.pdf"
    assert preview.job_name == "Én Plan, stikprøve"
    assert not preview.waits_for_signatures


def test_differences_are_shown_with_their_versions_and_their_day_and_wait_for_nobody() -> None:
    view, preview = a_preview()
    paper = PrintedComparison(
        content=b"%PDF", case_number="2026-014", numbers=(1, 2), is_draft=False, on=date(2026, 11, 22)
    )

    preview.show(paper, width=700)

    assert view.titles == [("Forskelle mellem version 1 og 2", "søndag den 22. november 2026")]
    assert preview.job_name == "Én Plan, sag 2026-014"
    assert not preview.waits_for_signatures
