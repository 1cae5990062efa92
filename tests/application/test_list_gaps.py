"""What is missing in the team's cases."""

from dataclasses import replace
from datetime import date

from desktop_app.application.list_gaps import AT_ONCE, CaseGaps, GapList, GapsInParts, gaps_after
from desktop_app.domain.gap import Gap, GapKind
from desktop_app.domain.role import Role
from desktop_app.domain.rulebook import Rulebook
from tests.builders import a_case, a_citizen
from tests.fakes import FakeStore

TODAY = date(2026, 10, 29)
NO_LANGUAGE = a_citizen(languages=())


def listed(store: FakeStore, rulebook: Rulebook) -> GapList:
    """Return the whole list."""
    parts = GapsInParts(read=store.read, rulebook=rulebook, today=TODAY)
    while parts.go_on():
        pass
    return parts.so_far()


def test_a_case_comes_with_what_it_lacks_and_whose_it_is(rulebook: Rulebook) -> None:
    case = a_case(citizen=NO_LANGUAGE)

    found = listed(FakeStore(case, a_case(case_number="2026-015")), rulebook)

    gap = Gap(GapKind.NO_LANGUAGE, "MJ")
    assert found == GapList(
        today=TODAY, cases={case.id: CaseGaps(case.id, "2026-014", "Al-Hassan, Rima", "MJ", (gap,))}
    )


def test_while_it_is_made_it_says_in_how_many_cases_something_is_missing(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(citizen=NO_LANGUAGE), a_case(case_number="2026-015"))
    parts = GapsInParts(read=store.read, rulebook=rulebook, today=TODAY)
    before = parts.found

    parts.go_on()

    assert (before, parts.found) == (0, 1)


def test_what_only_its_own_page_tells_is_not_listed(rulebook: Rulebook) -> None:
    assert listed(FakeStore(a_case(citizen=a_citizen(city="Nakskov  C"))), rulebook).cases == {}


def test_it_is_made_in_parts_and_shows_what_was_found_so_far(rulebook: Rulebook) -> None:
    cases = [a_case(case_number=f"2026-{number:03}", citizen=a_citizen(languages=())) for number in range(AT_ONCE + 1)]
    parts = GapsInParts(read=FakeStore(*cases).read, rulebook=rulebook, today=TODAY)

    assert (parts.progress, parts.so_far().cases) == ((0, AT_ONCE + 1), {})
    assert parts.go_on()
    early = parts.so_far()
    assert (parts.progress, len(early.cases)) == ((AT_ONCE, AT_ONCE + 1), AT_ONCE)
    assert not parts.go_on()
    assert (parts.progress, len(parts.so_far().cases)) == ((AT_ONCE + 1, AT_ONCE + 1), AT_ONCE + 1)
    assert len(early.cases) == AT_ONCE


def test_a_store_without_cases_lacks_nothing(rulebook: Rulebook) -> None:
    parts = GapsInParts(read=FakeStore().read, rulebook=rulebook, today=TODAY)

    assert not parts.go_on()
    assert parts.so_far().cases == {}


def test_after_a_change_only_the_cases_it_touched_are_read_anew(rulebook: Rulebook) -> None:
    mended, untouched, new = (
        a_case(case_number=f"2026-00{number}", citizen=a_citizen(languages=())) for number in (1, 2, 3)
    )
    earlier = listed(FakeStore(mended, untouched), rulebook)
    now = FakeStore(
        replace(mended, citizen=replace(mended.citizen, languages=("ar",))),
        replace(untouched, citizen=replace(untouched.citizen, languages=("ar",))),
        new,
    )

    later = gaps_after(earlier, {mended.id, new.id}, read=now.read, rulebook=rulebook)

    assert list(later.cases) == [untouched.id, new.id]
    assert later.today == TODAY


def test_a_case_that_is_gone_is_no_longer_listed(rulebook: Rulebook) -> None:
    case = a_case(citizen=NO_LANGUAGE)

    assert (
        gaps_after(listed(FakeStore(case), rulebook), [case.id], read=FakeStore().read, rulebook=rulebook).cases == {}
    )


def test_what_is_hidden_from_an_auditor_is_not_said_to_be_missing(rulebook: Rulebook) -> None:
    store = FakeStore(a_case(citizen=replace(NO_LANGUAGE, cpr="0101901234")))
    [named] = listed(store, rulebook).cases.values()
    store.role = Role.AUDITOR

    [nameless] = listed(store, rulebook).cases.values()

    assert nameless.gaps == tuple(gap for gap in named.gaps if not gap.kind.startswith("cpr"))
    assert GapKind.NO_CPR not in {gap.kind for gap in nameless.gaps}
    assert GapKind.NO_LANGUAGE in {gap.kind for gap in nameless.gaps}
