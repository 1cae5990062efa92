from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.documents.fonts import face_of
from desktop_app.documents.styles import BODY, Weight
from desktop_app.documents.typesetting import Piece, SetLine, set_line, set_text

ANY_SCRIPT = st.text(
    alphabet=st.one_of(
        st.sampled_from("abcæøå ABC –-.,()[]«»123%"),
        st.sampled_from("ريماحسن گچپژ۱۲۳،\u200c\u200d"),
        st.sampled_from("ሰላም፣ቋንቋ። їЖщ ğŁş e\u0301\u0323 אב 中 😀 \n\t\x07"),
        st.characters(),
    ),
    max_size=60,
)


def texts(lines: list[SetLine]) -> list[str]:
    return [line.text.rstrip(" ") for line in lines]


def test_lines_break_at_spaces() -> None:
    assert texts(set_text("Du har ordinært arbejde", BODY, 75)) == ["Du har", "ordinært", "arbejde"]


def test_lines_break_after_hyphens_between_letters() -> None:
    assert texts(set_text("Mette Bjørn-Kristensen", BODY, 75)) == ["Mette Bjørn-", "Kristensen"]


def test_a_word_longer_than_the_line_is_broken_where_the_line_ends() -> None:
    lines = set_text("Donaudampfschifffahrt", BODY, 50)

    assert "".join(texts(lines)) == "Donaudampfschifffahrt"
    assert len(lines) > 1


def test_a_line_end_in_the_text_ends_the_line() -> None:
    assert texts(set_text("en\n\nto\n\n", BODY, 200)) == ["en", "", "to"]


def test_no_break_spaces_hold_a_date_together() -> None:
    assert texts(set_text("senest 3. marts 2026", BODY, 90)) == ["senest", "3.\u00a0marts\u00a02026"]


def test_a_shortened_text_ends_in_an_ellipsis_that_fits() -> None:
    lines = set_text("et to tre fire fem seks syv otte ni ti", BODY, 60, most=2)

    assert len(lines) == 2
    assert lines[-1].text.endswith("…")
    assert lines[-1].width <= 60


def test_each_script_gets_a_face_that_has_it() -> None:
    line = set_line("Rima ريما ሰላም Олена", BODY)

    assert [run.face.name for run in line.runs] == [
        "NotoSans-Regular",
        "NotoNaskhArabic-Regular",
        "NotoNaskhArabic-Regular",
        "NotoSansEthiopic-Regular",
        "NotoSans-Regular",
    ]


def test_what_no_face_has_shows_as_a_replacement_mark() -> None:
    line = set_line("smil 😀 中", BODY)

    assert "".join(run.text for run in line.runs) == "smil \ufffd \ufffd"


def test_a_piece_cannot_disturb_the_order_of_its_neighbours() -> None:
    line = set_line([Piece("tlf. "), Piece("ريما"), Piece(" 12 34")], BODY)

    assert [run.text for run in line.runs] == ["tlf. ", "ريما", " 12 34"]


def test_arabic_words_stand_from_right_to_left() -> None:
    line = set_line("ريما 12 الحسن", BODY)

    assert [run.text.strip() for run in line.runs if run.text.strip()] == ["الحسن", "12", "ريما"]
    assert line.runs_leftwards


def test_brackets_around_latin_stay_around_it_in_an_arabic_line() -> None:
    line = set_line("علي (Bakken) ن", BODY)

    assert [
        glyph.source
        for run in line.runs
        if run.text.strip() in {"(", ")"}
        for glyph in run.glyphs
        if glyph.source.strip()
    ] == ["(", ")"]


def test_persian_digits_keep_their_persian_forms() -> None:
    persian, arabic = (set_line(digits, BODY).runs[0].glyphs for digits in ("۴۵۶", "٤٥٦"))

    assert not {glyph.code for glyph in persian} & {glyph.code for glyph in arabic}


def test_joined_letters_take_other_forms_than_single_ones() -> None:
    joined = set_line("سس", BODY).runs[0].glyphs
    alone = set_line("س", BODY).runs[0].glyphs

    assert alone[0].code not in {glyph.code for glyph in joined}


@settings(max_examples=150, deadline=None)
@given(ANY_SCRIPT, st.integers(min_value=30, max_value=300), st.sampled_from(list(Weight)))
def test_no_text_ever_leaves_its_column(text: str, width: int, weight: Weight) -> None:
    lines = set_text([Piece("Aa ", weight), Piece(text, weight)], BODY, width)

    assert all(line.width <= width + 0.01 for line in lines)


@settings(max_examples=150, deadline=None)
@given(st.text(alphabet="abcæøå XYZ,.-ріїريم ሰላ", max_size=80), st.integers(min_value=30, max_value=300))
def test_no_letter_is_lost_in_breaking(text: str, width: int) -> None:
    shown = "".join(run.text for line in set_text(text, BODY, width) for run in line.runs)

    assert sorted(shown.replace(" ", "").replace("\u00a0", "")) == sorted(text.replace(" ", ""))


def test_every_danish_letter_has_its_glyph_in_every_weight() -> None:
    for weight in Weight:
        for char in "æøåÆØÅéüöÄß–·§…½\ufffd":
            assert face_of(char, weight), (char, weight)
