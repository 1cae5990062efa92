"""A spot check of the log in words: on screen, as a table, as JSON, and on paper."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from desktop_app.application.check_use import SPOT_CHECK, ToldCheck, ToldUse
from desktop_app.application.copy_worklist_out import WORKLIST
from desktop_app.application.ports import LogAction
from desktop_app.application.spot_check import DrawnUse, SpotCheck, UseReason
from desktop_app.application.use_log import LoggedAct, LogHead, Verdict
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.role import Act
from desktop_app.presenters.history_words import moment_text
from desktop_app.presenters.role_texts import act_text
from desktop_app.presenters.subject_access_texts import paper_of
from desktop_app.translation import _, _n, capitalised, short_date

NONE: Final = "–"


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckRow:
    """A use on the list."""

    id: str
    when: str
    who: str
    what: str
    case: str
    citizen: str
    responsible: str
    why: str
    verdict: str
    is_open: bool

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """All of it with labels, as it stands beside the list."""
        return (
            (_("When"), self.when),
            (_("Who"), self.who),
            (_("What"), self.what),
            (_("Case"), self.case),
            (_("Citizen"), self.citizen),
            (_("Responsible"), self.responsible),
            (_("Why drawn"), self.why),
            (_("Log entry"), self.id),
            (_("Checked"), self.verdict),
        )


def check_row(line: DrawnUse) -> CheckRow:
    """Return a use in words."""
    case = line.case
    return CheckRow(
        id=str(line.act.seq),
        when=moment_text(line.act.at),
        who=line.act.user,
        what=act_words(line.act),
        case=_case(line),
        citizen=case.sort_name if case else NONE,
        responsible=(case.responsible_caseworker if case else None) or NONE,
        why=reasons_text(line),
        verdict=_verdict(line),
        is_open=line.checked is not None and line.checked.verdict is Verdict.LOOK_INTO,
    )


def act_words(act: LoggedAct) -> str:
    """Return what was done, as those who check it read it."""
    details = act.details
    if act.action is LogAction.REFUSED:
        return _("Was refused: {act}").format(act=_refused(details.get("act", "")))
    if act.action is LogAction.EXPORTED and details.get("document") == WORKLIST:
        return _("Saved the worklist to a file")
    if act.action is LogAction.EXPORTED and not act.case_id:
        return _("Wrote every case to a file")
    text = _ACTS[act.action or LogAction.OPENED_CASE]()
    paper = paper_of(details) or (
        _OTHER_PAPERS[details["document"]]() if details.get("document") in _OTHER_PAPERS else ""
    )
    return _("{act}: {paper}").format(act=text, paper=paper) if paper else text


def reasons_text(line: DrawnUse) -> str:
    """Return why a use was drawn; chance alone is a reason too."""
    words = " · ".join(_REASONS[reason]() for reason in line.reasons) or _("by chance")
    return capitalised(words)


def verdict_text(verdict: Verdict) -> str:
    """Return what was found."""
    return _("In order") if verdict is Verdict.IN_ORDER else _("To be looked into")


def check_summary(check: SpotCheck) -> str:
    """Return how many were drawn among how many, and what waits from earlier."""
    asked, count = check.asked, len(check.lines)
    period = _("{first} to {last}").format(first=short_date(asked.first), last=short_date(asked.last))
    if not check.uses:
        return _("There are no uses in the log from {period}.").format(period=period)
    text = _n("{n} of {uses} uses from {period}.", "{n} of {uses} uses from {period}.", count)
    text = text.format(n=count, uses=check.uses, period=period)
    waiting = sum(UseReason.STILL_OPEN in line.reasons for line in check.lines)
    if waiting:
        again = _n("{n} of them was to be looked into before.", "{n} of them were to be looked into before.", waiting)
        text = f"{text} {again.format(n=waiting)}"
    return text


def check_table(check: SpotCheck, head: LogHead) -> str:
    """Return the list as lines of text."""
    rows = [check_row(line) for line in check.lines]
    lines = [f"{row.id}  {row.when}  {row.who}  {row.what}  {row.case}  {row.responsible}  {row.why}" for row in rows]
    return "\n".join((*lines, check_summary(check), anchor_text(head)))


def check_json(check: SpotCheck, head: LogHead) -> str:
    """Return the list as JSON, without the names of citizens."""
    uses = [
        {
            "entry": line.act.seq,
            "at": line.act.at.isoformat(),
            "user": line.act.user,
            "action": line.act.action,
            "case_number": line.case.case_number if line.case else None,
            "responsible": line.case.responsible_caseworker if line.case else None,
            "reasons": list(line.reasons),
            "verdict": line.checked.verdict if line.checked else None,
        }
        for line in check.lines
    ]
    asked = check.asked
    content = {
        "from": asked.first.isoformat(),
        "to": asked.last.isoformat(),
        "uses": check.uses,
        "drawn": uses,
        "log": {"entry": head.seq, "hash": head.digits},
    }
    return json.dumps(content, ensure_ascii=False, indent=1)


def anchor_text(head: LogHead) -> str:
    """Return where the log stood: on paper nobody can change it after."""
    return _("The log ended with entry {number}, check digits {digits}.").format(number=head.seq, digits=head.digits)


def check_told(check: SpotCheck, head: LogHead, municipality: Municipality, on: date) -> ToldCheck:
    """Return the list in words for paper; cases are told by number, and no citizen is named."""
    uses = [(check_row(line), line) for line in check.lines]
    return ToldCheck(
        choice=check_summary(check),
        uses=tuple(
            ToldUse(
                number=row.id,
                when=row.when,
                who=row.who,
                what=row.what,
                case=_("{number}, responsible {initials}").format(number=row.case, initials=row.responsible)
                if line.case
                else row.case,
                why=row.why,
                verdict=row.verdict,
            )
            for row, line in uses
        ),
        anchor=anchor_text(head),
        municipality=municipality,
        on=on,
    )


def _case(line: DrawnUse) -> str:
    if line.case:
        return line.case.case_number
    return _("erased") if line.act.case_id else NONE


def _verdict(line: DrawnUse) -> str:
    if line.checked is None:
        return ""
    return _("{verdict} ({who}, {when})").format(
        verdict=verdict_text(line.checked.verdict), who=line.checked.by, when=moment_text(line.checked.at)
    )


def _refused(act: str) -> str:
    return act_text(Act(act)) if act in set(Act) else act


_ACTS: Final[Mapping[LogAction, Callable[[], str]]] = {
    LogAction.OPENED_CASE: lambda: _("Opened the case"),
    LogAction.SEARCHED: lambda: _("Found the case by a search"),
    LogAction.EXPORTED: lambda: _("Wrote the case to a file"),
    LogAction.PRINTED: lambda: _("Printed"),
    LogAction.LISTED: lambda: _("Listed cases or deadlines"),
    LogAction.SHOWED_CPR: lambda: _("Saw the CPR number"),
    LogAction.SHOWED_ADDRESS: lambda: _("Saw the protected address"),
    LogAction.COPIED: lambda: _("Copied out of the case"),
    LogAction.GAVE_ACCESS: lambda: _("Gave the citizen access"),
    LogAction.OPENED_SCAN: lambda: _("Opened a scan"),
}

_OTHER_PAPERS: Final[Mapping[str | None, Callable[[], str]]] = {
    WORKLIST: lambda: _("Worklist"),
    SPOT_CHECK: lambda: _("Spot check"),
}

_REASONS: Final[Mapping[UseReason, Callable[[], str]]] = {
    UseReason.STILL_OPEN: lambda: _("was to be looked into"),
    UseReason.REFUSED: lambda: _("was refused"),
    UseReason.ADDRESS_SHOWN: lambda: _("protected address shown"),
    UseReason.TAKEN_OUT: lambda: _("taken out of the program"),
    UseReason.OTHERS_CASE: lambda: _("somebody else is responsible for the case"),
    UseReason.ODD_HOURS: lambda: _("evening, night or day off"),
    UseReason.SEARCH_WITHOUT_WORK: lambda: _("searched for, and nothing changed that day"),
}
