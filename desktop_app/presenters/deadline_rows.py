"""Deadlines as the command line prints them and other programs read them."""

import csv
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from desktop_app.application.spreadsheet_cell import as_cell
from desktop_app.domain.deadline import OPEN, Deadline
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Duty, RuleVersion
from desktop_app.presenters.calculation_texts import explanation
from desktop_app.presenters.deadline_texts import badge_text
from desktop_app.presenters.rule_texts import duty_name
from desktop_app.translation import _, short_date


def deadline_row(deadline: Deadline) -> dict[str, Any]:
    """Return a deadline as the exchange format prints it."""
    start = deadline.counts_from
    return {
        "case_number": deadline.case_number,
        "duty": deadline.duty.value,
        "due_on": _iso(deadline.due_on),
        "status": deadline.status.value,
        "fulfilled_on": _iso(deadline.fulfilled_on),
        "days_late": deadline.days_late,
        "counts_from": {"fact": start.fact.value, "on": start.on.isoformat()} if start else None,
        "rule": _rule(deadline.duty, deadline.rule),
        "suspended_until": _iso(deadline.suspended_until),
        "explanation": explanation(deadline),
    }


def _rule(duty: DutyId, rule: RuleVersion | None) -> dict[str, Any]:
    if rule is None:
        return {"id": duty.value, "valid_from": None, "act": None, "section": None, "standing": None}
    return {
        "id": duty.value,
        "valid_from": rule.valid_from.isoformat(),
        "act": rule.source.act,
        "section": rule.source.section,
        "standing": rule.standing.value,
    }


def as_json(deadlines: Sequence[Deadline]) -> str:
    """Return deadlines as a JSON array, one object a line."""
    rows = ",\n".join(json.dumps(deadline_row(deadline), ensure_ascii=False) for deadline in deadlines)
    return f"[\n{rows}\n]\n" if rows else "[]\n"


def as_csv(deadlines: Sequence[Deadline]) -> str:
    """Return deadlines as CSV with semicolons and a byte order mark, as Danish Excel opens it; no cell is a formula."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow(["case_number", "duty", "due_on", "status", "fulfilled_on", "days_late", "section", "explanation"])
    for deadline in deadlines:
        row = deadline_row(deadline)
        section = f"{row['rule']['act']} {row['rule']['section']}" if row["rule"]["act"] else ""
        cells = [row["case_number"], row["duty"], row["due_on"], row["status"], row["fulfilled_on"], row["days_late"]]
        values = ("" if cell is None else str(cell) for cell in (*cells, section, row["explanation"]))
        writer.writerow([as_cell(value) for value in values])
    return "\N{BYTE ORDER MARK}" + out.getvalue()


def as_table(deadlines: Sequence[Deadline], duties: Mapping[DutyId, Duty], today: date) -> str:
    """Return deadlines as a table for the screen; people are named by their case number only."""
    head = (_("Case no."), _("Status"), _("At the latest"), _("Task"), _("Explanation"))
    rows = [
        (
            deadline.case_number,
            badge_text(deadline, today),
            short_date(deadline.due_on) if deadline.due_on else "–",
            duty_name(duties[deadline.duty]),
            explanation(deadline),
        )
        for deadline in deadlines
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head) - 1)]
    lines = [
        "  ".join([*(cell.ljust(width) for cell, width in zip(row, widths, strict=False)), row[-1]])
        for row in (head, *rows)
    ]
    return "\n".join(line.rstrip() for line in lines) + "\n"


def calendar_id(deadline: Deadline) -> str:
    """Return an id that names case and duty and nothing else, so that importing again updates the entry."""
    digest = hashlib.sha256(f"{deadline.case_id}/{deadline.duty}".encode()).hexdigest()
    return f"{digest[:32]}@enplan"


def entry_text(duty: Duty, case_number: str, citizen: str = "") -> str:
    """Return what a calendar shows of a deadline, the citizen only when one is given."""
    text = _("Deadline case {number}: {duty}").format(number=case_number, duty=duty_name(duty))
    return f"{text} ({citizen})" if citizen else text


def calendar_entries(deadlines: Sequence[Deadline], duties: Mapping[DutyId, Duty]) -> list[tuple[str, date, str]]:
    """Return (id, day, text) of every open deadline; the text names the case number, never the citizen."""
    return [
        (calendar_id(deadline), deadline.due_on, entry_text(duties[deadline.duty], deadline.case_number))
        for deadline in deadlines
        if deadline.status in OPEN and deadline.due_on
    ]


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
