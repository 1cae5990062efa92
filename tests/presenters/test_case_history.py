"""Historik."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from desktop_app.application.ports import HistoryLine
from desktop_app.domain.rulebook import Rulebook
from desktop_app.presenters.case_history import ALL, HistoryRow, history_kinds, history_of, of_kind
from desktop_app.storage.kinds import KINDS
from tests.builders import a_citizen
from tests.presenters.opened import an_opened_case


def line(kind: str = "cases", day: int = 3, **after: object) -> HistoryLine:
    return HistoryLine(
        at=datetime(2026, 3, day, 9, 12, tzinfo=UTC),
        user="MJ",
        kind=kind,
        record="r",
        action="change",
        before={},
        after=after,
    )


def rows(rulebook: Rulebook, *lines: HistoryLine, protected: bool = False) -> list[HistoryRow]:
    opened = an_opened_case(rulebook, citizen=a_citizen(protected_address=protected))
    return history_of(replace(opened, read_history=lambda _case_id: lines), rulebook)


@pytest.mark.usefixtures("danish_clock")
def test_the_history_is_listed_as_it_came(rulebook: Rulebook) -> None:
    latest, first = rows(rulebook, line(day=5, responsible_caseworker="LØ"), line())

    assert (latest.when, latest.user, latest.title) == ("05.03.2026 10.12", "MJ", "Sag registreret")
    assert latest.summary == "ansvarlig sagsbehandler: LØ"
    assert first.when == "03.03.2026 10.12"
    assert (latest.id, first.id) == ("0", "1")
    assert latest.at > first.at


def test_a_protected_address_is_hidden(rulebook: Rulebook) -> None:
    moved = line("citizens", address="Hemmelig vej 1")

    [shown], [hidden] = rows(rulebook, moved), rows(rulebook, moved, protected=True)

    assert "Hemmelig vej 1" in shown.summary
    assert "Hemmelig vej 1" not in str(hidden)


def test_one_chooses_among_the_kinds_that_occur(rulebook: Rulebook) -> None:
    found = rows(rulebook, line("follow_ups"), line("citizens"), line("cases"), line("something_new"))

    assert history_kinds(found) == [("", "Alt"), ("master", "Stamdata"), ("follow-ups", "Opfølgninger")]
    assert [row.id for row in of_kind(found, "master")] == ["1", "2"]
    assert len(of_kind(found, ALL)) == 4


def test_every_kind_of_record_a_case_has_belongs_to_a_choice(rulebook: Rulebook) -> None:
    of_no_case = {"settings", "municipality", "logos", "local_standards", "members", "phrases"}
    kinds = [kind for kind in KINDS if kind not in of_no_case]

    assert [kind for kind in kinds if rows(rulebook, line(kind))[0].kind == ALL] == []
