"""Recording consent and its withdrawal, and what papers and files tell afterwards."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.changes import Changes
from desktop_app.application.errors import ChangedMeanwhile
from desktop_app.application.export_cases import export_counted
from desktop_app.application.plan_examining import examine_plan
from desktop_app.application.plan_freezing import PlanLaw, snapshot_of
from desktop_app.application.record_consent import ConsentAct, ConsentProblem, ConsentRefused, record_consent
from desktop_app.domain.consent import Consent, ConsentPurpose
from desktop_app.domain.plan import Assessment
from desktop_app.domain.plan_warnings import WarningKind
from tests.builders import SIGNED, a_case, a_draft, a_plan
from tests.fakes import EKSEMPELKOMMUNE, FakeStore

TODAY, EARLIER = date(2026, 11, 22), date(2026, 11, 1)
ILL = Assessment(health="Kan ikke løfte tungt", health_consent_on=EARLIER)
SHARE = ConsentAct(purpose=ConsentPurpose.SHARING, on=TODAY, with_whom=" Sprogcenteret ")
WITHDRAW = ConsentAct(purpose=ConsentPurpose.HEALTH_TEXT, on=TODAY, is_withdrawal=True)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(a_case(plans=(a_draft(assessment=ILL),)))


def record(store: FakeStore, act: ConsentAct) -> Changes:
    return record_consent(store.case("2026-014"), act, work=store.work, today=TODAY)


def told(store: FakeStore, law: PlanLaw, on: date = TODAY) -> str | None:
    case = store.case("2026-014")
    assessment = snapshot_of(case.plans[0], case, EKSEMPELKOMMUNE, law, on).assessment
    return assessment.health if assessment else None


def test_consent_to_sharing_says_with_whom_and_stays_when_it_is_withdrawn(store: FakeStore) -> None:
    changes = record(store, SHARE)
    record(store, replace(SHARE, is_withdrawal=True))

    case = store.case("2026-014")
    assert changes == Changes(cases=frozenset({case.id}))
    [one] = case.consents
    assert (one.with_whom, one.given_on, one.withdrawn_on) == ("Sprogcenteret", TODAY, TODAY)


def test_consent_that_only_stands_beside_the_text_is_made_a_record_when_it_is_withdrawn(store: FakeStore) -> None:
    record(store, WITHDRAW)

    [one] = store.case("2026-014").consents
    assert (one.given_on, one.withdrawn_on) == (EARLIER, TODAY)


def test_from_that_day_on_health_is_left_off_papers_and_files_and_the_editor_says_so(
    store: FakeStore, law: PlanLaw
) -> None:
    assert told(store, law) == ILL.health
    record(store, WITHDRAW)

    case = store.case("2026-014")
    warnings = {one.kind for one in examine_plan(case.plans[0], case, law, TODAY).warnings}
    exported = export_counted(work=store.work)
    assert told(store, law) is None
    assert WarningKind.HEALTH_CONSENT_WITHDRAWN in warnings
    assert exported.health_left_out == 1
    assert "løfte tungt" not in str(exported.content)


def test_a_paper_that_was_ready_before_the_withdrawal_is_drawn_without_it(store: FakeStore, law: PlanLaw) -> None:
    with store.work() as unit:
        case = unit.cases.by_number("2026-014")
        unit.cases.save(replace(case, plans=(replace(case.plans[0], ready_on=date(2026, 11, 10)),)))
        unit.commit()
    record(store, WITHDRAW)

    assert told(store, law) is None


def test_what_was_signed_before_stays_as_it_was_signed(law: PlanLaw) -> None:
    consented = replace(ILL, health_consent_on=SIGNED)
    store = FakeStore(a_case(plans=(a_plan(assessment=consented),)))
    record(store, WITHDRAW)

    assert told(store, law) == ILL.health


def test_new_consent_lets_it_be_told_again(store: FakeStore, law: PlanLaw) -> None:
    record(store, replace(WITHDRAW, on=EARLIER))
    record(store, replace(WITHDRAW, is_withdrawal=False))

    assert told(store, law) == ILL.health


@pytest.mark.parametrize(
    ("act", "problem"),
    [
        (replace(SHARE, on=None), ConsentProblem.NO_DATE),
        (replace(SHARE, on=date(2026, 11, 23)), ConsentProblem.IN_FUTURE),
        (replace(SHARE, with_whom=" "), ConsentProblem.NOBODY),
        (replace(SHARE, is_withdrawal=True), ConsentProblem.NONE_STANDS),
        (replace(WITHDRAW, on=date(2026, 10, 1)), ConsentProblem.NONE_STANDS),
    ],
)
def test_what_lacks_something_is_refused(store: FakeStore, act: ConsentAct, problem: ConsentProblem) -> None:
    with pytest.raises(ConsentRefused) as refused:
        record(store, act)

    assert refused.value.problem is problem
    assert store.case("2026-014").consents == ()


def test_what_somebody_recorded_meanwhile_is_not_lost(store: FakeStore) -> None:
    seen = store.case("2026-014")
    other = Consent(id="other", purpose=ConsentPurpose.SHARING, given_on=EARLIER, with_whom="Lægen")
    with store.work() as unit:
        unit.cases.save(replace(unit.cases.by_number("2026-014"), consents=(other,)))
        unit.commit()

    with pytest.raises(ChangedMeanwhile):
        record_consent(seen, SHARE, work=store.work, today=TODAY)
