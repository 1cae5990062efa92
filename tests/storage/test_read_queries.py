"""Lists are read in a fixed number of statements, and the history says who changed what."""

from dataclasses import replace
from datetime import date

import pytest

from desktop_app.application.open_case import open_case
from desktop_app.application.ports import LogAction, ReadModel
from desktop_app.composition import rulebook as law
from desktop_app.domain.case import Case
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.plan import Annulment, NoSignature, Unsigned
from desktop_app.domain.rulebook import Rulebook
from desktop_app.storage import fact_queries, follow_up_queries, read_queries
from desktop_app.storage.store import Store
from tests.builders import SIGNED, a_draft
from tests.fakes import FakeStore
from tests.storage.builders import (
    MOMENT,
    a_case,
    a_citizen,
    a_document,
    a_follow_up,
    a_frozen_plan,
    a_full_case,
    a_plan,
    read,
    save_new,
)
from tests.storage.conftest import Counting


@pytest.fixture(scope="module")
def rulebook() -> Rulebook:
    return law()


def selects(statements: list[str]) -> int:
    return sum(statement.lstrip().upper().startswith(("SELECT", "WITH")) for statement in statements)


def many(count: int) -> list[Case]:
    return [a_full_case(f"{number:04}", household=None) for number in range(count)]


def test_a_case_is_read_whole_in_seventeen_selects(store: Store, statements: Counting) -> None:
    save_new(store, a_full_case())

    with store.work() as unit, statements(store) as seen:
        unit.cases.by_number("2026-014")

    assert selects(seen) == 17


def test_opening_a_case_reads_seventeen_times_besides_the_head_of_the_log(
    store: Store, rulebook: Rulebook, statements: Counting
) -> None:
    save_new(store, a_full_case())

    with statements(store) as seen:
        open_case("2026-014", work=store.work, read=store.read, rulebook=rulebook, today=date(2026, 11, 22))

    reads = [statement for statement in seen if "max(lamport)" not in statement]
    assert selects(reads) == 17
    assert len(reads) == 17 + len(["BEGIN", "entry", "payload", "COMMIT"])


@pytest.mark.parametrize(
    ("what", "expected"),
    [
        ("all", 17),
        ("cases of some", 17),
        ("numbers", 1),
        ("facts", 10),
        ("facts of some", 10),
        ("case_ids", 1),
        ("case_lines", 1),
        ("case_lines of some", 1),
        ("follow_up_lines", 1),
        ("follow_up_lines of some", 1),
        ("ready_plans", 1),
        ("recent_cases", 1),
        ("history", 1),
        ("add_many", 1),
        ("save", 1),
    ],
)
def test_the_number_of_statements_does_not_grow_with_the_cases(
    store: Store, statements: Counting, what: str, expected: int
) -> None:
    counts = list[int]()
    for batch in (many(1), [replace(case, case_number=f"x{case.case_number}") for case in many(30)]):
        with store.work() as unit, statements(store) as adding:
            unit.cases.add_many(batch)
            unit.commit()
        if what == "add_many":
            counts.append(selects(adding))
            continue
        with store.work() as unit:
            case = unit.cases.by_number(batch[0].case_number)
            with statements(store) as seen:
                if what == "all":
                    unit.cases.all()
                elif what == "numbers":
                    unit.cases.numbers()
                elif what == "save":
                    unit.cases.save(replace(case, follow_ups=(*case.follow_ups, a_follow_up())))
                    unit.commit()
                elif what == "history":
                    store.read.history(case.id)
                elif what == "recent_cases":
                    store.read.recent_cases("Mette Jensen", 5)
                elif what.endswith(" of some"):
                    getattr(store.read, what.removesuffix(" of some"))([case.id for case in batch])
                else:
                    getattr(store.read, what)()
        counts.append(selects(seen))

    assert counts == [expected, expected]


def test_facts_of_many_cases_are_those_of_each(store: Store) -> None:
    with store.work() as unit:
        unit.cases.add_many(many(20))
        unit.commit()
    with store.work() as unit:
        expected = {case.id: facts_of(case) for case in unit.cases.all()}

    assert {facts.case_id: facts for facts in store.read.facts()} == expected


def test_facts_and_lines_of_some_cases_are_theirs_and_no_others(store: Store) -> None:
    cases = many(4)
    with store.work() as unit:
        unit.cases.add_many(cases)
        unit.commit()
    wanted = [cases[2].id, cases[0].id, "nobody"]

    facts, lines = store.read.facts(wanted), store.read.case_lines(wanted)

    assert sorted(one.case_id for one in facts) == sorted(wanted[:2])
    assert all(one in store.read.facts() for one in facts)
    assert [line.case_id for line in lines] == [cases[0].id, cases[2].id]
    assert store.read.facts([]) == []
    assert store.read.case_lines([]) == []


def test_some_cases_read_whole_are_those_cases_among_all(store: Store) -> None:
    save_new(store, a_full_case())
    with store.work() as unit:
        unit.cases.add_many(many(4))
        unit.commit()
    with store.work() as unit:
        everything = unit.cases.all()
    wanted = [case.id for case in everything[::2]]

    found = store.read.cases(wanted)

    assert sorted(found, key=lambda case: case.case_number) == everything[::2]


def test_the_plans_that_wait_for_signatures_are_those_the_use_cases_expect(store: Store) -> None:
    by_both = {"signed_by_citizen_on": SIGNED, "signed_by_municipality_on": SIGNED}
    plans = (
        (),
        (a_draft(),),
        (a_draft(ready_on=SIGNED),),
        (a_draft(**by_both), a_draft(number=2, ready_on=SIGNED)),
        (a_draft(ready_on=SIGNED, signed_by_citizen_on=SIGNED),),
        (a_draft(ready_on=SIGNED, **by_both),),
        (a_draft(ready_on=SIGNED, annulment=Annulment(on=SIGNED, reason="Fejl")),),
        (
            a_draft(
                ready_on=SIGNED,
                signed_by_municipality_on=SIGNED,
                unsigned=Unsigned(why=NoSignature.UNABLE, reason="Indlagt"),
            ),
        ),
    )
    cases = [a_case(case_number=f"2026-{place}", plans=each) for place, each in enumerate(plans)]
    with store.work() as unit:
        unit.cases.add_many(cases)
        unit.commit()

    assert store.read.ready_plans() == [("2026-2", 1), ("2026-3", 2), ("2026-4", 1)]
    assert store.read.ready_plans() == FakeStore(*cases).read.ready_plans()


def plan_of(store: Store, statement: str) -> str:
    """Return how SQLite goes about a statement."""
    parameters = ('["x"]',) * statement.count("?")
    return "\n".join(row[3] for row in store.connection.rows(f"EXPLAIN QUERY PLAN {statement}", parameters))


def test_neither_deadlines_nor_lists_touch_the_notes_of_follow_ups(store: Store) -> None:
    for_all, for_some = fact_queries._statements()

    lists = (follow_up_queries._ALL, follow_up_queries._SOME)
    for statement in (for_all["follow_ups"], for_some["follow_ups"], *lists):
        assert "follow_ups USING COVERING INDEX follow_ups_of_case" in plan_of(store, statement)


def test_the_facts_of_some_cases_are_looked_up_not_searched_for(store: Store) -> None:
    _, for_some = fact_queries._statements()

    for name, statement in {**for_some, "follow-up lines": follow_up_queries._SOME}.items():
        assert "SCAN" not in plan_of(store, statement).replace("SCAN json_each", ""), name


def test_the_last_openings_are_found_without_reading_the_log(store: Store) -> None:
    assert "log USING COVERING INDEX log_of_openings (user=?)" in plan_of(store, read_queries._OPENED)


def test_the_store_reads_as_the_use_cases_expect(store: Store) -> None:
    reads: ReadModel = store.read
    work = store.work

    with work() as unit:
        assert unit.cases.all() == []
        assert reads.facts() == []


def test_lines_come_by_case_number_with_what_lists_show(store: Store) -> None:
    save_new(store, a_case("B", citizen=a_citizen(cpr=None, birth_date=None, languages=())), a_full_case("A"))

    first, second = store.read.case_lines()

    assert (first.case_number, second.case_number) == ("A", "B")
    assert first.household_name == "Al-Hassan"
    assert (first.takeover_on, first.birth_date) == (date(2026, 10, 1), date(1990, 1, 1))
    assert first.languages == ("ar", "en")
    assert (second.household_id, second.household_name, second.birth_date, second.languages) == (None, None, None, ())


def test_the_history_says_who_changed_what_latest_first(store: Store) -> None:
    save_new(store, a_full_case())
    case = read(store, "2026-014")
    with store.work() as unit:
        unit.note(LogAction.OPENED_CASE, case.id)
        unit.cases.save(replace(case, takeover_on=date(2026, 10, 2), citizen=replace(case.citizen, city="Nakskov")))
        unit.commit()

    history = store.read.history(case.id)

    changes = {line.kind: line for line in history[:2]}
    assert (changes["cases"].before, changes["cases"].after) == (
        {"takeover_on": date(2026, 10, 1)},
        {"takeover_on": date(2026, 10, 2)},
    )
    assert (changes["citizens"].before, changes["citizens"].after) == ({"city": None}, {"city": "Nakskov"})
    assert {(line.user, line.at, line.action) for line in history} == {("Mette Jensen", MOMENT, "change")}
    assert {line.kind for line in history} == {
        "citizens",
        "cases",
        "status_periods",
        "events",
        "plans",
        "goals",
        "activities",
        "follow_ups",
        "follow_up_corrections",
        "notes",
        "fact_corrections",
        "consents",
        "deadline_decisions",
    }
    first_of_case = [line for line in history if line.kind == "cases"][-1]
    assert first_of_case.before == {}
    assert first_of_case.after["takeover_on"] == date(2026, 10, 1)


def test_the_history_knows_what_was_taken_away_and_brought_back(store: Store) -> None:
    talk = a_follow_up()
    save_new(store, a_case(follow_ups=(talk,)))
    for follow_ups in ((), (talk,)):
        with store.work() as unit:
            case = unit.cases.by_number("2026-014")
            unit.cases.save(replace(case, follow_ups=follow_ups))
            unit.commit()

    back, gone, added = (line for line in store.read.history(case.id) if line.kind == "follow_ups")

    assert (gone.action, gone.after) == ("delete", {})
    assert gone.before == added.after == back.after
    assert "deleted" not in back.after
    assert gone.before["held_on"] == date(2027, 1, 20)


def test_the_history_holds_what_belongs_to_a_plan_and_nothing_of_other_cases(store: Store) -> None:
    citizen = a_citizen()
    save_new(store, a_case("A", citizen=citizen, plans=(a_plan(),)), a_full_case("B"))
    save_new(store, a_case("C", citizen=read(store, "A").citizen))
    case = read(store, "A")
    frozen = a_frozen_plan(case.plans[0].id)
    with store.work() as unit:
        unit.frozen_plans.add(frozen)
        unit.frozen_plans.add_document(a_document(frozen.id))
        unit.commit()

    history = store.read.history(case.id)

    assert {line.kind for line in history} == {
        "citizens",
        "cases",
        "plans",
        "goals",
        "activities",
        "frozen_plans",
        "documents",
    }
    assert [line.record for line in history if line.kind == "cases"] == [case.id]


def test_a_case_nobody_has_has_no_history(store: Store) -> None:
    assert store.read.history("nobody") == []
