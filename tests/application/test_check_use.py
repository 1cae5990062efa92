"""A spot check of the log: drawn by chance and with weight, marked by somebody else, printed with the log's head."""

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from random import Random

import pytest

from desktop_app.application.check_use import ToldCheck, draw_uses, mark_use, print_check
from desktop_app.application.errors import StorageTrouble, StorageUnavailable
from desktop_app.application.permission import NotAllowed
from desktop_app.application.ports import LogAction
from desktop_app.application.spot_check import (
    AT_ONCE,
    AskedCheck,
    CheckProblem,
    CheckRefused,
    SpotCheck,
    UseReason,
)
from desktop_app.application.use_log import LoggedAct, LogHead, Verdict
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Role
from tests.builders import a_case
from tests.fakes import USER, FakeStore, Noted

NOVEMBER = AskedCheck(date(2026, 11, 1), date(2026, 11, 30), 20)
TUESDAY = datetime(2026, 11, 24, 10, 0).astimezone()
INITIALS = {"Mette Jensen": "MJ", "Lars Øst": "LØ"}


class FakeLog:
    """A log in memory (`application.use_log.UseLog`)."""

    def __init__(self, *acts: LoggedAct) -> None:
        self.acts = [act._replace(seq=number) for number, act in enumerate(acts, start=1)]
        self.parts = 0
        self.told: dict[int, Mapping[str, str]] = {}

    def head(self) -> LogHead:
        return LogHead(len(self.acts), bytes.fromhex("ab" * 32))

    def part(self, after: int, up_to: int, first: datetime, before: datetime) -> Sequence[LoggedAct]:
        self.parts += 1
        some = self.acts[after:up_to]
        return [act for act in some if act.action is LogAction.CHECKED_USE or first <= act.at < before]

    def details(self, seqs: Collection[int]) -> Mapping[int, Mapping[str, str]]:
        return {seq: told for seq, told in self.told.items() if seq in seqs}


def a_use(
    action: LogAction | None = LogAction.OPENED_CASE,
    case_id: str = "case-1",
    at: datetime = TUESDAY,
    user: str = "Mette Jensen",
    **details: str,
) -> LoggedAct:
    return LoggedAct(0, at, user, action, case_id, details)


def a_mark(entry: int, verdict: Verdict) -> LoggedAct:
    return a_use(LogAction.CHECKED_USE, "", user="Lars Øst", what="marked", entry=str(entry), verdict=verdict)


@pytest.fixture
def store() -> FakeStore:
    return FakeStore(
        a_case(id="case-1", responsible_caseworker="MJ"),
        a_case(id="case-2", case_number="2026-015", responsible_caseworker=None),
    )


def drawn(store: FakeStore, log: FakeLog, asked: AskedCheck = NOVEMBER, seed: int = 1) -> SpotCheck:
    parts = draw_uses(
        asked,
        work=store.work,
        log=log,
        read=store.read,
        initials=lambda name: INITIALS.get(name, name),
        chance=Random(seed),  # noqa: S311 - a draw to be repeated
        is_seeded=True,
    )
    while parts.go_on():
        assert parts.progress[1] == len(log.acts)
    return parts.result()


def reasons(store: FakeStore, *acts: LoggedAct) -> list[tuple[UseReason, ...]]:
    return [line.reasons for line in drawn(store, FakeLog(*acts)).lines]


def test_the_list_holds_the_uses_of_the_period_in_the_order_they_happened(store: FakeStore) -> None:
    log = FakeLog(
        a_use(at=TUESDAY - timedelta(days=60)),
        a_use(LogAction.PRINTED),
        a_use(None),
        a_use(LogAction.SHOWED_CPR),
        a_use(at=TUESDAY + timedelta(days=60)),
    )
    log.told[2] = {"document": "plan"}

    check = drawn(store, log)

    assert check.uses == 2
    assert [line.act.action for line in check.lines] == [LogAction.PRINTED, LogAction.SHOWED_CPR]
    assert check.lines[0].act.details == {"document": "plan"}
    assert {line.case.case_number for line in check.lines if line.case} == {"2026-014"}


def test_both_days_of_the_period_are_in_it(store: FakeStore) -> None:
    asked = AskedCheck(TUESDAY.date(), TUESDAY.date(), 5)
    midnight = TUESDAY.replace(hour=0)

    log = FakeLog(
        a_use(at=midnight - timedelta(seconds=1)),
        a_use(at=midnight),
        a_use(at=midnight + timedelta(hours=23, minutes=59)),
        a_use(at=midnight + timedelta(days=1)),
    )

    assert [line.act.seq for line in drawn(store, log, asked).lines] == [2, 3]


def test_a_period_beyond_any_log_is_no_trouble(store: FakeStore) -> None:
    assert drawn(store, FakeLog(a_use()), AskedCheck(date.min, date.max, 5)).uses == 1


@pytest.mark.parametrize(
    ("act", "expected"),
    [
        (a_use(), ()),
        (a_use(user="MJ"), ()),
        (a_use(user="Lars Øst"), (UseReason.OTHERS_CASE,)),
        (a_use(case_id="case-2", user="Lars Øst"), ()),
        (a_use(case_id="gone"), ()),
        (a_use(LogAction.SHOWED_ADDRESS), (UseReason.ADDRESS_SHOWN,)),
        (a_use(LogAction.EXPORTED, ""), (UseReason.TAKEN_OUT,)),
        (a_use(LogAction.COPIED), (UseReason.TAKEN_OUT,)),
        (a_use(LogAction.GAVE_ACCESS), (UseReason.TAKEN_OUT,)),
        (a_use(LogAction.REFUSED, "", act="erase_person"), (UseReason.REFUSED,)),
        (a_use(at=TUESDAY.replace(hour=5)), (UseReason.ODD_HOURS,)),
        (a_use(at=TUESDAY.replace(hour=20)), (UseReason.ODD_HOURS,)),
        (a_use(at=TUESDAY.replace(day=22)), (UseReason.ODD_HOURS,)),
        (a_use(LogAction.SEARCHED), (UseReason.SEARCH_WITHOUT_WORK,)),
    ],
)
def test_each_use_says_why_it_deserves_a_look(
    store: FakeStore, act: LoggedAct, expected: tuple[UseReason, ...]
) -> None:
    assert reasons(store, act) == [expected]


def test_a_public_holiday_is_a_day_off(store: FakeStore) -> None:
    christmas = datetime(2026, 12, 25, 10, 0).astimezone()  # a Friday

    [line] = drawn(store, FakeLog(a_use(at=christmas)), AskedCheck(date(2026, 12, 1), date(2026, 12, 31), 1)).lines

    assert line.reasons == (UseReason.ODD_HOURS,)


def test_a_search_that_was_followed_by_a_change_of_the_case_that_day_was_work(store: FakeStore) -> None:
    search = a_use(LogAction.SEARCHED)
    later, by_others, of_others = TUESDAY + timedelta(hours=3), "Lars Øst", "case-2"

    assert reasons(store, search, a_use(None, at=later)) == [()]
    for change in (a_use(None, user=by_others), a_use(None, of_others), a_use(None, at=TUESDAY + timedelta(days=1))):
        assert reasons(store, search, change) == [(UseReason.SEARCH_WITHOUT_WORK,)]


def test_no_more_are_drawn_than_asked_for_and_none_twice_however_long_the_log(store: FakeStore) -> None:
    log = FakeLog(*[a_use()] * (2 * AT_ONCE + 7))

    check = drawn(store, log, NOVEMBER._replace(size=50))

    assert log.parts == 3
    assert check.uses == 2 * AT_ONCE + 7
    assert len({line.act.seq for line in check.lines}) == len(check.lines) == 50


def test_equal_seeds_draw_the_same_and_others_something_else(store: FakeStore) -> None:
    log = FakeLog(*[a_use()] * 400)

    first, again, other = (drawn(store, log, seed=seed) for seed in (1, 1, 2))

    assert first == again != other


def test_what_deserves_a_look_is_drawn_more_often_and_everything_can_be(store: FakeStore) -> None:
    log = FakeLog(*[a_use(), a_use(LogAction.SHOWED_ADDRESS)] * 20)
    counted: Counter[LogAction | None] = Counter()

    for seed in range(200):
        counted.update(line.act.action for line in drawn(store, log, NOVEMBER._replace(size=2), seed).lines)

    assert counted[LogAction.SHOWED_ADDRESS] > 4 * counted[LogAction.OPENED_CASE] > 0


def test_what_was_in_order_is_not_drawn_again_and_what_was_not_comes_again_besides(store: FakeStore) -> None:
    log = FakeLog(*[a_use()] * 4, a_mark(1, Verdict.IN_ORDER), a_mark(2, Verdict.LOOK_INTO))

    check = drawn(store, log, NOVEMBER._replace(size=1), seed=3)

    assert len(check.lines) == 2
    waiting = check.lines[0]
    assert (waiting.act.seq, waiting.reasons) == (2, (UseReason.STILL_OPEN,))
    assert waiting.checked is not None
    assert (waiting.checked.verdict, waiting.checked.by) == (Verdict.LOOK_INTO, "Lars Øst")
    assert check.lines[1].act.seq in {3, 4}


def test_the_last_mark_counts_and_a_draw_marks_nothing(store: FakeStore) -> None:
    log = FakeLog(
        a_use(),
        a_mark(1, Verdict.LOOK_INTO),
        a_mark(1, Verdict.IN_ORDER),
        a_use(LogAction.CHECKED_USE, "", what="drawn", first="2026-11-01"),
    )

    assert drawn(store, log).lines == ()


def test_that_a_draw_was_made_is_logged_before_it_is(store: FakeStore) -> None:
    drawn(store, FakeLog(), NOVEMBER)

    assert store.log == [
        Noted(
            LogAction.CHECKED_USE,
            "",
            {"what": "drawn", "first": "2026-11-01", "last": "2026-11-30", "size": "20", "chance": "seed"},
        )
    ]


@pytest.mark.parametrize(
    ("asked", "problem"),
    [
        (AskedCheck(date(2026, 11, 2), date(2026, 11, 1), 20), CheckProblem.PERIOD_TURNED),
        (NOVEMBER._replace(size=0), CheckProblem.SIZE),
        (NOVEMBER._replace(size=501), CheckProblem.SIZE),
    ],
)
def test_what_nothing_can_be_drawn_for_is_refused(store: FakeStore, asked: AskedCheck, problem: CheckProblem) -> None:
    with pytest.raises(CheckRefused) as refused:
        drawn(store, FakeLog(), asked)

    assert refused.value.problem is problem
    assert store.log == []


@pytest.mark.parametrize("role", [Role.CASEWORKER, Role.RECEPTION, Role.ADMINISTRATOR, None])
def test_only_leader_and_auditor_check(role: Role | None) -> None:
    with pytest.raises(NotAllowed):
        drawn(FakeStore(role=role), FakeLog())


def test_the_auditor_checks_without_names() -> None:
    store = FakeStore(a_case(id="case-1"), role=Role.AUDITOR)

    [line] = drawn(store, FakeLog(a_use())).lines

    assert line.case is not None
    assert (line.case.case_number, line.case.sort_name) == ("2026-014", "N., N.")


def test_what_was_found_stands_in_the_log_as_one_of_two_words(store: FakeStore) -> None:
    [line] = drawn(store, FakeLog(a_use(user="Lars Øst"))).lines

    checked = mark_use(line, Verdict.LOOK_INTO, work=store.work, user=USER, now=TUESDAY)

    assert (checked.verdict, checked.by, checked.at) == (Verdict.LOOK_INTO, USER, TUESDAY)
    assert store.log[-1] == Noted(LogAction.CHECKED_USE, "", {"what": "marked", "entry": "1", "verdict": "look_into"})


def test_nobody_checks_their_own_use(store: FakeStore) -> None:
    [line] = drawn(store, FakeLog(a_use(user=USER))).lines

    with pytest.raises(CheckRefused) as refused:
        mark_use(line, Verdict.IN_ORDER, work=store.work, user=USER, now=TUESDAY)

    assert refused.value.problem is CheckProblem.OWN_USE
    assert len(store.log) == 1


def test_in_a_store_that_is_only_read_nothing_is_said_to_be_saved(store: FakeStore) -> None:
    [line] = drawn(store, FakeLog(a_use(user="Lars Øst"))).lines
    store.is_reading_only = True

    acts: list[Callable[[], object]] = [
        lambda: drawn(store, FakeLog()),
        lambda: mark_use(line, Verdict.IN_ORDER, work=store.work, user=USER, now=TUESDAY),
    ]
    for act in acts:
        with pytest.raises(StorageUnavailable) as error:
            act()
        assert error.value.trouble is StorageTrouble.READING_ONLY


def test_the_paper_tells_where_the_log_stood_and_that_it_was_printed_is_logged(store: FakeStore) -> None:
    log = FakeLog(a_use())
    check = drawn(store, log)

    def tell(told: SpotCheck, head: LogHead, municipality: Municipality, on: date) -> ToldCheck:
        assert told is check
        assert store.log[-1] == Noted(LogAction.PRINTED, "", {"document": "spot_check", "lines": "1"})
        return ToldCheck(choice="", uses=(), anchor=f"{head.seq} {head.digits}", municipality=municipality, on=on)

    printed = print_check(
        check, work=store.work, log=log, tell=tell, draw=lambda told: told.anchor.encode(), today=date(2026, 11, 24)
    )

    assert printed.content == b"1 abababababababab"
    assert printed.file_name == "2026-11-24_Stikprøve.pdf"
