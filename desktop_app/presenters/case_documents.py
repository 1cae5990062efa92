"""Dokumenter: every paper of a case that was handed out, those that can be printed now, and scans of signed ones."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.open_case import OpenedCase
from desktop_app.application.ports import HistoryLine
from desktop_app.domain.case import Case
from desktop_app.domain.plan import Plan, PlanState, state_of
from desktop_app.domain.scan import Scan, attached
from desktop_app.presenters.field_words import language_text
from desktop_app.presenters.scan_texts import scan_type_text, size_text
from desktop_app.translation import DANISH, _, capitalised, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentRow:
    """A document: what it is, how it stands, when it was first handed out and by whom, empty while it was not.

    `scan_id` is that of a scan, empty for a paper that is printed; one is attached to version `plan_number`.
    """

    id: str
    plan_number: int
    title: str
    state: str
    language: str
    dated_on: date
    made: str
    user: str
    scan_id: str = ""

    @property
    def dated(self) -> str:
        """The day on the document; a draft has none."""
        return short_date(self.dated_on) if self.dated_on < date.max else "–"


def documents_of(opened: OpenedCase) -> list[DocumentRow]:
    """Return a row for each version of the plan, the newest first, for each other language, and for each scan of it."""
    made = _first_made(opened.history)
    rows: list[DocumentRow] = []
    for plan in sorted(opened.case.plans, key=_number, reverse=True):
        printed = made.get(plan.id, {})
        languages = [DANISH, *sorted(tag for tag in printed if tag != DANISH)]
        rows += [_row(plan, opened, tag, printed.get(tag)) for tag in languages]
        rows += [_scan_row(plan, scan) for scan in attached(plan.scans)]
    return rows


def _first_made(history: tuple[HistoryLine, ...]) -> dict[str, dict[str, HistoryLine]]:
    """Return when each document was kept, by plan and language; the first one of a language counts."""
    plan_of = {line.record: str(line.after.get("plan_id")) for line in history if line.kind == "frozen_plans"}
    made: dict[str, dict[str, HistoryLine]] = {}
    for line in history:  # the latest comes first, so that the first one is put last
        if line.kind == "documents":
            plan_id = plan_of.get(str(line.after.get("frozen_plan_id")), "")
            made.setdefault(plan_id, {})[str(line.after.get("language"))] = line
    return made


def _row(plan: Plan, opened: OpenedCase, language: str, line: HistoryLine | None) -> DocumentRow:
    state = state_of(plan, opened.case.plans)
    return DocumentRow(
        id=f"{plan.number}/{language}",
        plan_number=plan.number,
        title=_("Contract and plan, version {n}").format(n=plan.number),
        state=_state_text(state, is_kept=line is not None),
        language=capitalised(language_text(language)),
        dated_on=plan.signed_on or date.max,
        made=short_date(line.at.astimezone().date()) if line else "",
        user=line.user if line else "",
    )


def _scan_row(plan: Plan, scan: Scan) -> DocumentRow:
    return DocumentRow(
        id=f"scan/{scan.id}",
        plan_number=plan.number,
        title=scan.file_name,
        state=_("Scan of version {n}, {kind}, {size}").format(
            n=plan.number, kind=scan_type_text(scan.media_type), size=size_text(scan.size)
        ),
        language="",
        dated_on=plan.signed_on or date.max,
        made=short_date(scan.added_on),
        user=scan.added_by,
        scan_id=scan.id,
    )


def newest_signed(case: Case) -> int | None:
    """Return the number of the version a file is taken for that is dropped among the documents."""
    return max((plan.number for plan in case.plans if plan.signed_on), default=None)


def _state_text(state: PlanState, *, is_kept: bool) -> str:
    match state:
        case PlanState.DRAFT:
            return _("Draft, can be printed now")
        case PlanState.READY:
            return _("Ready to be signed, can be printed now")
        case PlanState.ANNULLED:
            return _("Annulled")
        case PlanState.REPLACED:
            return _("Signed, replaced by a newer version")
        case _:
            return _("Signed, kept as first handed out") if is_kept else _("Signed, not printed yet")


def _number(plan: Plan) -> int:
    return plan.number
