"""Two sets of rules beside each other, in lines of text."""

import re
from datetime import date

import pytest

from desktop_app.application.compare_rules import DeadlineChange, RulesCompared
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.dates import Period, Span, Unit
from desktop_app.domain.deadline import Reason, Status
from desktop_app.domain.rulebook import Condition, Obligation
from desktop_app.domain.rulebook_differences import KeyChange, RuleChange
from desktop_app.presenters.rule_differences import comparison_lines
from tests.builders import a_deadline, a_duty, a_rule_version, a_suspension

TODAY = date(2026, 11, 22)
VERSION = a_rule_version()


def lines(*rules: RuleChange, deadlines: tuple[DeadlineChange, ...] = ()) -> list[str]:
    return list(comparison_lines(RulesCompared(list(rules), list(deadlines), TODAY)))


def key_line(before: object, after: object) -> str:
    change = RuleChange("contract.signed", VERSION, VERSION, (KeyChange("key", before, after),))
    return lines(change)[1].strip()


def test_where_nothing_differs_both_are_said_to_be_the_same() -> None:
    assert lines() == ["Reglerne er ens.", "", "Ingen frister ændres pr. 22.11.2026."]


def test_what_is_new_gone_or_changed_is_named_with_its_place() -> None:
    said = lines(
        RuleChange("contract.signed", None, VERSION),
        RuleChange("contract.signed", VERSION, None),
        RuleChange("contract.signed", a_duty(), a_duty(), (KeyChange("name", "Kontrakt", "Kontrakten"),)),
        RuleChange("ukraine", None, a_suspension()),
    )

    assert said[:5] == [
        "contract.signed: ny: versionen fra 01.01.2020 [refugee]",
        "contract.signed: væk: versionen fra 01.01.2020 [refugee]",
        "contract.signed: ændret: opgaven selv",
        "    name: Kontrakt → Kontrakten",
        "ukraine: ny: suspensionen",
    ]


@pytest.mark.parametrize(
    ("before", "after", "said"),
    [
        (None, date(2026, 12, 31), "key: – → 31.12.2026"),
        (Span(1, Unit.MONTHS), Span(6, Unit.WEEKS), "key: 1 måned → 6 uger"),
        (False, True, "key: nej → ja"),
        (4, 5, "key: 4 → 5"),
        (Obligation.MUST, Obligation.MAY, "key: must → may"),
        ((), (Condition.BENEFIT, Condition.ADULT), "key: – → adult, benefit"),
        (
            frozenset({TargetGroup.REFUGEE}),
            frozenset({TargetGroup.REFUGEE, TargetGroup.IMMIGRANT}),
            "key: refugee → immigrant, refugee",
        ),
        (
            Period(date(2022, 3, 17), date(2024, 12, 31)),
            Period(date(2022, 3, 17)),
            "key: 17.03.2022 – 31.12.2024 → 17.03.2022 – –",
        ),
    ],
)
def test_values_are_written_in_few_words(before: object, after: object, said: str) -> None:
    assert key_line(before, after) == said


def test_deadlines_that_change_stand_in_a_table_by_case_number_without_names() -> None:
    before = a_deadline(status=Status.OVERDUE, due_on=date(2026, 11, 20))
    after = a_deadline(status=Status.UPCOMING, due_on=date(2027, 1, 20))
    ended = a_deadline(
        case_number="2026-2", status=Status.NOT_APPLICABLE, reason=Reason.RULE_ENDED, reason_on=date(2024, 12, 31)
    )
    named = a_deadline(case_number="2026-2", status=Status.DONE_ON_TIME, due_on=None)

    said = lines(
        RuleChange("contract.signed", None, VERSION),
        deadlines=(DeadlineChange(before, after), DeadlineChange(named, ended._replace(due_on=None))),
    )

    assert said[1:3] == ["", "Pr. 22.11.2026 ændres 2 frister i 2 sager:"]
    assert [re.split(r" {2,}", line) for line in said[3:]] == [
        ["Sagsnr.", "Opgave", "Før", "Efter"],
        ["2026-014", "contract.signed", "20.11.2026 (Overskredet 2 dage)", "20.01.2027 (Frist den 20.01.2027)"],
        [
            "2026-2",
            "contract.signed",
            "Gennemført til tiden",
            "Ikke relevant: Reglen gjaldt til og med den 31. december 2024.",
        ],
    ]
    assert len({line.index(word) for line, word in zip(said[3:5], ("Efter", "20.01"), strict=True)}) == 1


def test_one_deadline_of_one_case_is_counted_as_one() -> None:
    change = DeadlineChange(a_deadline(due_on=date(2026, 12, 1)), a_deadline(due_on=date(2026, 12, 2)))

    assert "Pr. 22.11.2026 ændres 1 frist i 1 sag:" in lines(deadlines=(change,))
