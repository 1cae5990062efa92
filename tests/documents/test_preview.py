import pytest

from desktop_app.documents.plan_document import print_plan
from desktop_app.documents.preview import DocumentUnreadable, page_count, page_text, render_page

from .snapshots import one_line, rima


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return print_plan(rima())


def test_pages_are_counted(pdf: bytes) -> None:
    assert page_count(pdf) == 4


@pytest.mark.parametrize(("width", "height"), [(176, 249), (420, 594), (421, 596), (1000, 1415)])
def test_a_page_is_drawn_as_wide_as_asked_and_in_proportion(pdf: bytes, width: int, height: int) -> None:
    page = render_page(pdf, 0, width)

    assert (page.width, page.height) == (width, height)
    assert len(page.pixels) == 4 * page.width * page.height


def test_a_page_is_black_on_white(pdf: bytes) -> None:
    page = render_page(pdf, 0, 420)

    pixels = [page.pixels[start : start + 3] for start in range(0, len(page.pixels), 4)]
    assert pixels[0] == b"\xff\xff\xff"
    assert min(pixels) < b"\x20\x20\x20"
    assert all(red == green == blue for red, green, blue in pixels)


def test_the_words_of_a_page_can_be_read(pdf: bytes) -> None:
    assert "Kontrakt og plan" in page_text(pdf, 0)
    assert "Underskrifter" in page_text(pdf, 3)
    assert "Åse Ærø-Bjørn" in page_text(print_plan(one_line()), 0)


@pytest.mark.parametrize("page", [-1, 4])
def test_there_is_no_page_outside_the_document(pdf: bytes, page: int) -> None:
    with pytest.raises(IndexError):
        render_page(pdf, page, 100)


def test_what_is_no_pdf_is_refused() -> None:
    with pytest.raises(DocumentUnreadable):
        page_count(b"no PDF")
