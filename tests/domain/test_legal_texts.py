from datetime import date

import pytest

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.legal_texts import LegalTexts, TextId
from tests.builders import a_legal_text

REFUGEE, UKRAINE = TargetGroup.REFUGEE, TargetGroup.DISPLACED_UKRAINE


@pytest.mark.parametrize(
    ("on", "heading"),
    [
        (date(2012, 12, 31), None),
        (date(2013, 1, 1), "gammel"),
        (date(2020, 6, 30), "gammel"),
        (date(2020, 7, 1), "ny"),
        (date(2030, 1, 1), "ny"),
    ],
)
def test_the_text_in_force_is_that_of_the_day(on: date, heading: str | None) -> None:
    texts = LegalTexts(
        [
            a_legal_text(heading="ny", valid_from=date(2020, 7, 1)),
            a_legal_text(heading="gammel", valid_from=date(2013, 1, 1), ended_on=date(2020, 6, 30)),
        ]
    )

    found = texts.in_force(TextId.SANCTIONS, REFUGEE, on)

    assert (found.heading if found else None) == heading


@pytest.mark.parametrize("own_first", [True, False])
def test_a_groups_own_text_goes_before_the_general_one(own_first: bool) -> None:  # noqa: FBT001 - a parameter of pytest
    both = [a_legal_text(heading="alle"), a_legal_text(heading="Ukraine", groups=frozenset({UKRAINE}))]
    texts = LegalTexts(reversed(both) if own_first else both)

    own = texts.in_force(TextId.SANCTIONS, UKRAINE, date(2026, 1, 1))
    general = texts.in_force(TextId.SANCTIONS, REFUGEE, date(2026, 1, 1))

    assert own
    assert general
    assert (own.heading, general.heading) == ("Ukraine", "alle")


def test_another_text_of_the_day_is_not_taken() -> None:
    assert LegalTexts([a_legal_text()]).in_force(TextId.DUTY, REFUGEE, date(2026, 1, 1)) is None


def test_a_text_is_a_draft_until_somebody_has_checked_it() -> None:
    texts = LegalTexts([a_legal_text(), a_legal_text(id=TextId.DUTY, checked_by="Kommuneadvokaten"), a_legal_text()])

    assert not a_legal_text().is_approved
    assert a_legal_text(checked_by="Kommuneadvokaten").is_approved
    assert (len(texts), texts.unapproved_count) == (3, 2)
