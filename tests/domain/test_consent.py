"""Which consent stands on which day."""

from datetime import date

import pytest

from desktop_app.domain.consent import Consent, ConsentPurpose, health_consented_on, standing, withdrawn

OCTOBER, NOVEMBER, DECEMBER = (date(2026, month, 1) for month in (10, 11, 12))
HEALTH, SHARING = ConsentPurpose.HEALTH_TEXT, ConsentPurpose.SHARING


def given(on: date, until: date | None = None, purpose: ConsentPurpose = HEALTH) -> Consent:
    return Consent(id=f"{purpose} {on}", purpose=purpose, given_on=on, withdrawn_on=until)


def test_consent_stands_from_its_day_until_the_day_it_is_withdrawn() -> None:
    one = given(OCTOBER, NOVEMBER)

    assert standing([one], HEALTH, date(2026, 9, 30)) == ()
    assert standing([one], HEALTH, date(2026, 10, 31)) == (one,)
    assert standing([one], HEALTH, NOVEMBER) == ()
    assert standing([given(OCTOBER)], SHARING, NOVEMBER) == ()


@pytest.mark.parametrize(
    ("own", "consents", "on", "found"),
    [
        (None, [], DECEMBER, None),
        (OCTOBER, [], DECEMBER, OCTOBER),
        (NOVEMBER, [], OCTOBER, None),
        (None, [given(OCTOBER)], DECEMBER, OCTOBER),
        (OCTOBER, [given(NOVEMBER)], DECEMBER, OCTOBER),
        (OCTOBER, [given(OCTOBER, NOVEMBER)], NOVEMBER, None),
        (OCTOBER, [given(OCTOBER, NOVEMBER)], date(2026, 10, 31), OCTOBER),
        (NOVEMBER, [given(OCTOBER, NOVEMBER)], DECEMBER, None),
        (DECEMBER, [given(OCTOBER, NOVEMBER)], DECEMBER, DECEMBER),
        (OCTOBER, [given(OCTOBER, NOVEMBER), given(DECEMBER)], DECEMBER, DECEMBER),
        (OCTOBER, [given(OCTOBER, NOVEMBER, SHARING)], DECEMBER, OCTOBER),
    ],
)
def test_health_is_told_by_consent_that_no_later_withdrawal_has_ended(
    own: date | None, consents: list[Consent], on: date, found: date | None
) -> None:
    assert health_consented_on(own, consents, on) == found


def test_a_withdrawal_ends_what_was_given_before_and_nothing_else() -> None:
    earlier, other, ended, later = (
        given(OCTOBER),
        given(OCTOBER, purpose=SHARING),
        given(OCTOBER, OCTOBER),
        given(DECEMBER),
    )

    found = withdrawn([earlier, other, ended, later], HEALTH, NOVEMBER)

    assert [one.withdrawn_on for one in found] == [NOVEMBER, None, OCTOBER, None]
