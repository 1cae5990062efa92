"""Kontrol: drawing a spot check, saying what was found, printing it, and the check of the whole file."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

import pytest

from desktop_app.application.check_use import PrintedCheck
from desktop_app.application.copy_worklist_out import WORKLIST
from desktop_app.application.errors import ApplicationError, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import LogAction
from desktop_app.application.spot_check import (
    AskedCheck,
    Checked,
    CheckProblem,
    CheckRefused,
    DrawnUse,
    SpotCheck,
    UseReason,
)
from desktop_app.application.store_mark import MarkState, MarkWarning
from desktop_app.application.use_log import USES, LoggedAct, LogHead, Verdict
from desktop_app.application.verification import Check, Finding, Verification
from desktop_app.domain.role import Act
from desktop_app.presenters.check_port import Tell
from desktop_app.presenters.check_presenter import CheckField, CheckPresenter
from desktop_app.presenters.check_texts import (
    CheckRow,
    act_words,
    check_json,
    check_row,
    check_summary,
    check_table,
    check_told,
    reasons_text,
)
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.verification_presenter import VerificationPresenter
from desktop_app.presenters.verification_texts import verification_lines
from tests.builders import a_case
from tests.fakes import EKSEMPELKOMMUNE, FakeStore
from tests.presenters.opened import TODAY

AT = datetime(2026, 11, 20, 21, 4).astimezone()
ASKED = AskedCheck(date(2026, 11, 1), date(2026, 11, 22), 20)
HEAD = LogHead(77, bytes.fromhex("0123456789abcdef" * 4))
[RIMA] = FakeStore(a_case(id="case-1", responsible_caseworker="MJ")).read.case_lines()


def an_act(action: LogAction | None = LogAction.OPENED_CASE, case_id: str = "case-1", **details: str) -> LoggedAct:
    return LoggedAct(12, AT, "Lars Øst", action, case_id, details)


A_LINE = DrawnUse(act=an_act(), case=RIMA, reasons=(UseReason.OTHERS_CASE, UseReason.ODD_HOURS))
WAITING = DrawnUse(
    act=an_act(LogAction.SHOWED_CPR)._replace(seq=9),
    case=RIMA,
    reasons=(UseReason.STILL_OPEN,),
    checked=Checked(Verdict.LOOK_INTO, "Mette Jensen", AT),
)
GONE = DrawnUse(act=an_act(case_id="gone")._replace(seq=14), case=None, reasons=())
REFUSED = DrawnUse(act=an_act(LogAction.REFUSED, "", act="erase_person")._replace(seq=15), case=None, reasons=())


def a_check(*lines: DrawnUse, uses: int = 400) -> SpotCheck:
    return SpotCheck(asked=ASKED, uses=uses, lines=lines)


# In words ------------------------------------------------------------------------------------------------------------


def test_a_row_says_who_did_what_when_about_whom_and_why_it_was_drawn() -> None:
    row = check_row(A_LINE)

    assert (row.id, row.when, row.who, row.what) == ("12", "20.11.2026 21.04", "Lars Øst", "Åbnede sagen")
    assert (row.case, row.citizen, row.responsible) == ("2026-014", "Al-Hassan, Rima", "MJ")
    assert row.why == "En anden er ansvarlig for sagen · aften, nat eller fridag"
    assert (row.verdict, row.is_open) == ("", False)
    assert ("Linje i loggen", "12") in row.facts


def test_what_was_found_before_stands_with_who_and_when() -> None:
    row = check_row(WAITING)

    assert row.verdict == "Skal undersøges (Mette Jensen, 20.11.2026 21.04)"
    assert row.is_open


def test_a_case_that_is_gone_and_no_case_at_all_are_told_apart() -> None:
    assert (check_row(GONE).case, check_row(GONE).citizen) == ("slettet", "–")
    assert (check_row(REFUSED).case, check_row(REFUSED).responsible) == ("–", "–")


@pytest.mark.parametrize(
    ("act", "words"),
    [
        (an_act(LogAction.SEARCHED), "Fandt sagen ved en søgning"),
        (an_act(LogAction.PRINTED, document="plan"), "Udskrevet: Kontrakt og plan"),
        (an_act(LogAction.PRINTED, "", document=WORKLIST), "Udskrevet: Arbejdsliste"),
        (an_act(LogAction.PRINTED, "", document="spot_check"), "Udskrevet: Stikprøve"),
        (an_act(LogAction.PRINTED, document="fremtid"), "Udskrevet"),
        (an_act(LogAction.EXPORTED), "Skrev sagen til en fil"),
        (an_act(LogAction.EXPORTED, ""), "Skrev alle sager til en fil"),
        (an_act(LogAction.EXPORTED, "", document=WORKLIST), "Gemte arbejdslisten i en fil"),
        (an_act(LogAction.REFUSED, "", act=Act.ERASE_PERSON), "Blev afvist: slette en person"),
        (an_act(LogAction.REFUSED, "", act="fly"), "Blev afvist: fly"),
        (an_act(None), "Åbnede sagen"),
    ],
)
def test_an_act_is_told_as_those_who_check_it_read_it(act: LoggedAct, words: str) -> None:
    assert act_words(act) == words


@pytest.mark.parametrize("action", sorted(USES))
def test_every_use_has_words(action: LogAction) -> None:
    assert act_words(an_act(action))


def test_every_reason_has_words_and_chance_is_one() -> None:
    words = {reasons_text(DrawnUse(act=an_act(), case=RIMA, reasons=(reason,))) for reason in UseReason}

    assert len(words) == len(UseReason)
    assert reasons_text(GONE) == "Tilfældigt"


def test_the_summary_counts_what_was_drawn_and_what_waits() -> None:
    assert check_summary(a_check(A_LINE)) == "1 af 400 opslag fra 01.11.2026 til 22.11.2026."
    assert check_summary(a_check(WAITING, A_LINE)).endswith("1 af dem skulle undersøges fra før.")
    assert check_summary(a_check(uses=0)).startswith("Der er ingen opslag i loggen fra 01.11.2026")


def test_the_table_ends_with_where_the_log_stood() -> None:
    *rows, summary, anchor = check_table(a_check(A_LINE), HEAD).splitlines()

    [row] = rows
    assert row.startswith("12  20.11.2026 21.04  Lars Øst  Åbnede sagen  2026-014  MJ  En anden er ansvarlig")
    assert summary.startswith("1 af 400")
    assert anchor == "Loggen sluttede med linje 77, kontroltegn 0123456789abcdef."


def test_json_and_paper_name_no_citizen() -> None:
    check = a_check(A_LINE, WAITING, GONE)
    told = check_told(check, HEAD, EKSEMPELKOMMUNE, TODAY)

    content = json.loads(check_json(check, HEAD))
    assert [use["case_number"] for use in content["drawn"]] == ["2026-014", "2026-014", None]
    assert [use["verdict"] for use in content["drawn"]] == [None, "look_into", None]
    assert content["log"] == {"entry": 77, "hash": "0123456789abcdef"}
    assert [use.case for use in told.uses] == ["2026-014, ansvarlig MJ", "2026-014, ansvarlig MJ", "slettet"]
    assert "Rima" not in check_json(check, HEAD) + str(told)


@pytest.mark.parametrize("problem", CheckProblem)
def test_why_no_check_is_made_is_a_sentence(problem: CheckProblem) -> None:
    text = error_text(CheckRefused(problem))

    assert text.endswith(".")
    assert problem.value not in text


# On the screen -------------------------------------------------------------------------------------------------------


@dataclass
class View:
    """The section, remembering what it was told."""

    asked: tuple[object, ...] = ()
    problems: dict[CheckField, str] = field(default_factory=dict)
    summary: str = ""
    rows: list[CheckRow] = field(default_factory=list)
    use: CheckRow | None = None
    standing: str = ""
    failure: str = ""
    verified: tuple[str, list[str], bool] = ("", [], False)

    def show_asked(self, *asked: object) -> None:
        self.asked = asked

    def show_problems(self, problems: Mapping[CheckField, str]) -> None:
        self.problems = dict(problems)

    def show_check(self, summary: str, rows: Sequence[CheckRow]) -> None:
        self.summary, self.rows = summary, list(rows)

    def show_use(self, row: CheckRow | None) -> None:
        self.use = row

    def show_drawing(self, text: str) -> None:
        self.standing = text

    def show_verifying(self, text: str) -> None:
        self.standing = text

    def show_verified(self, title: str, lines: Sequence[str], *, is_sound: bool) -> None:
        self.verified = (title, list(lines), is_sound)

    def show_failure(self, text: str) -> None:
        self.failure = text


class Parts:
    """Something done in two parts."""

    def __init__(self, result: object, error: ApplicationError | None = None) -> None:
        self.made, self.error, self.done = result, error, 0

    @property
    def progress(self) -> tuple[int, int]:
        return self.done, 2

    def go_on(self) -> bool:
        if self.error:
            raise self.error
        self.done += 1
        return self.done < 2

    def result(self) -> object:
        return self.made


class Work:
    """The open store (`presenters.check_port.CheckWork`)."""

    def __init__(self, check: SpotCheck) -> None:
        self.check = check
        self.error_in_parts: ApplicationError | None = None
        self.error: ApplicationError | None = None
        self.warning: MarkWarning | None = None
        self.found = a_verification()
        self.asked: list[AskedCheck] = []

    def draw(self, asked: AskedCheck) -> Parts:
        self._fail()
        self.asked.append(asked)
        return Parts(self.check, self.error_in_parts)

    def mark(self, _line: DrawnUse, verdict: Verdict, now: datetime) -> Checked:
        self._fail()
        return Checked(verdict, "Mette Jensen", now)

    def print(self, check: SpotCheck, tell: Tell, today: date) -> PrintedCheck:
        self._fail()
        return PrintedCheck(content=str(tell(check, HEAD, EKSEMPELKOMMUNE, today)).encode(), on=today)

    def verify(self) -> Parts:
        self._fail()
        return Parts(self.found, self.error_in_parts)

    def _fail(self) -> None:
        if self.error:
            raise self.error


class Kit:
    """A presenter over a view and a store."""

    def __init__(self, *lines: DrawnUse) -> None:
        self.view, self.work = View(), Work(a_check(*lines))
        self.papers: list[PrintedCheck] = []
        self.said: list[str] = []
        self.presenter = CheckPresenter(
            self.view,
            work=self.work,  # type: ignore[arg-type]
            today=lambda: TODAY,
            now=lambda: AT,
            show_paper=self.papers.append,
            say_done=self.said.append,
        )
        self.verification = VerificationPresenter(self.view, work=self.work)  # type: ignore[arg-type]

    def draw(self) -> None:
        assert self.presenter.draw(ASKED.first, ASKED.last, " 20 ")
        while self.presenter.go_on():
            assert self.view.standing


def a_verification(*findings: Finding) -> Verification:
    return Verification(pages=1, entries=9, records=2, frozen_plans=0, documents=0, scans=0, logos=0, findings=findings)


def unavailable() -> StorageUnavailable:
    return StorageUnavailable(StorageTrouble.INPUT_OUTPUT)


def test_a_month_and_twenty_uses_are_proposed_the_first_time_and_what_was_typed_stays() -> None:
    kit = Kit()

    kit.presenter.show()
    assert kit.view.asked == (date(2026, 10, 23), date(2026, 11, 22), "20")
    kit.view.asked = ()
    kit.presenter.show()

    assert kit.view.asked == ()
    assert kit.view.use is None


def test_a_draw_lists_the_uses_and_shows_the_first() -> None:
    kit = Kit(WAITING, A_LINE)

    kit.draw()

    assert kit.work.asked == [ASKED]
    assert [row.id for row in kit.view.rows] == ["9", "12"]
    assert kit.view.use == kit.view.rows[0]
    assert kit.view.standing == ""
    kit.presenter.choose("12")
    assert kit.view.use == kit.view.rows[1]


def test_a_draw_of_nothing_shows_nothing() -> None:
    kit = Kit()

    kit.draw()

    assert (kit.view.rows, kit.view.use) == ([], None)


def test_what_is_missing_is_said_at_its_field() -> None:
    kit = Kit()

    assert not kit.presenter.draw(None, None, "mange")
    assert set(kit.view.problems) == set(CheckField)
    assert not kit.presenter.draw(ASKED.first, ASKED.last, "")
    assert set(kit.view.problems) == {CheckField.SIZE}
    assert kit.work.asked == []


def test_what_is_found_is_marked_and_said() -> None:
    kit = Kit(WAITING, A_LINE)
    kit.draw()
    kit.presenter.choose("12")

    kit.presenter.mark(Verdict.IN_ORDER)

    assert [row.verdict for row in kit.view.rows][1] == "I orden (Mette Jensen, 20.11.2026 21.04)"
    assert kit.view.use is not None
    assert kit.view.use.id == "12"
    assert kit.said == ["Det står nu i loggen, hvad du fandt."]


def test_without_a_use_nothing_is_marked_or_printed() -> None:
    kit = Kit()

    kit.presenter.mark(Verdict.IN_ORDER)
    kit.presenter.print()
    kit.draw()
    kit.presenter.mark(Verdict.IN_ORDER)

    assert (kit.said, kit.papers) == ([], [])
    assert not kit.presenter.go_on()
    assert not kit.verification.go_on()


def test_the_paper_is_shown() -> None:
    kit = Kit(A_LINE)
    kit.draw()

    kit.presenter.print()

    [paper] = kit.papers
    assert "2026-014, ansvarlig MJ" in paper.content.decode()


def test_trouble_is_said_and_what_was_drawn_stays() -> None:
    kit = Kit(A_LINE)
    kit.draw()
    kit.work.error = unavailable()
    acts: list[Callable[[], object]] = [
        lambda: kit.presenter.draw(ASKED.first, ASKED.last, "20"),
        lambda: kit.presenter.mark(Verdict.IN_ORDER),
        kit.presenter.print,
        kit.verification.begin,
    ]

    for act in acts:
        kit.view.failure = ""
        act()
        assert kit.view.failure == error_text(unavailable())
    assert [row.id for row in kit.view.rows] == ["12"]


def test_trouble_on_the_way_ends_what_is_under_way() -> None:
    kit = Kit(A_LINE)
    kit.work.error_in_parts = unavailable()

    acts: list[tuple[Callable[[], bool], Callable[[], bool]]] = [
        (lambda: kit.presenter.draw(ASKED.first, ASKED.last, "20"), kit.presenter.go_on),
        (kit.verification.begin, kit.verification.go_on),
    ]
    for begin, go_on in acts:
        assert begin()
        assert kit.view.standing
        assert not go_on()
        assert (kit.view.failure, kit.view.standing) == (error_text(unavailable()), "")


# The file ------------------------------------------------------------------------------------------------------------


def test_a_whole_file_is_said_to_be_after_every_part() -> None:
    kit = Kit()

    assert kit.verification.begin()
    assert kit.verification.go_on()
    assert kit.view.standing == "Del 1 af 2. Vinduet kan stå stille imens."
    assert not kit.verification.go_on()

    title, lines, is_sound = kit.view.verified
    assert (title, is_sound) == ("Filen er hel.", True)
    assert any(" 9 " in line for line in lines)


def test_a_file_whose_mark_warns_is_not_in_order_though_its_chain_is() -> None:
    kit = Kit()
    kit.work.warning = MarkWarning(state=MarkState.BEHIND, missing=3)

    kit.verification.begin()
    while kit.verification.go_on():
        pass

    _title, lines, is_sound = kit.view.verified
    assert not is_sound
    assert any("3" in line and "mangler" in line for line in lines)


def test_the_first_bad_line_is_named_and_what_it_means() -> None:
    found = a_verification(
        Finding(Check.CHAIN, "8"), Finding(Check.PAYLOAD, "5"), Finding(Check.CHAIN, ""), Finding(Check.ROWS, "x 1")
    )

    *_lines, first, verdict = verification_lines(found, None)

    assert first.startswith("Den første linje i loggen, der ikke passer, er nummer 5.")
    assert "ikke hel" in verdict
    assert not any("første linje" in line for line in verification_lines(a_verification(), None))
