"""The cases whose time is over, in words: on screen, as a table and as JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_app.application.review_retention import RetentionReview, ReviewedCase
from desktop_app.domain.retention import EndedBy
from desktop_app.presenters.rule_texts import certainty_text, legal_basis
from desktop_app.translation import _, _n, short_date


@dataclass(frozen=True, slots=True, kw_only=True)
class RetentionRow:
    """A case to look at."""

    case_number: str
    citizen: str
    ended: str
    kept_until: str


def retention_rows(review: RetentionReview) -> list[RetentionRow]:
    """Return a row for each case, the longest over first."""
    return [
        RetentionRow(
            case_number=case.line.case_number,
            citizen=case.line.sort_name,
            ended=_ended(case),
            kept_until=short_date(case.expired.kept_until),
        )
        for case in review.cases
    ]


def retention_summary(review: RetentionReview) -> str:
    """Return how many cases there are to look at, of how many that have ended."""
    count = len(review.cases)
    if not count:
        return _("No case is to be reviewed: {ended} of {all} cases have ended, and none of them so long ago.").format(
            ended=review.ended, all=review.all
        )
    return _n(
        "{n} case is to be reviewed. {ended} of {all} cases have ended.",
        "{n} cases are to be reviewed. {ended} of {all} cases have ended.",
        count,
    ).format(n=count, ended=review.ended, all=review.all)


def retention_rule_text(review: RetentionReview) -> str:
    """Return what the time follows from and how sure it is; empty where there is nothing to review."""
    texts: dict[str, None] = {}
    for case in review.cases:
        rule = case.expired.rule
        sure = certainty_text(rule)
        parts = (_("Archive code {code}").format(code=rule.archive_code), sure or "", rule.note or "")
        texts[" · ".join((legal_basis(rule), *(part for part in parts if part)))] = None
    return "\n".join(texts)


def never_deleted_text() -> str:
    """Return what the list is for."""
    return _(
        "The program deletes nothing here. Look at each case together with whoever is responsible for the"
        " municipality's archive: cases with archive code B are kept."
    )


def retention_table(review: RetentionReview) -> str:
    """Return the list as lines of text."""
    lines: Sequence[str] = [
        f"{row.kept_until}  {row.case_number}  {row.citizen}  {row.ended}" for row in retention_rows(review)
    ]
    rule = retention_rule_text(review)
    return "\n".join((*lines, retention_summary(review), *([rule, never_deleted_text()] if lines else [])))


def retention_json(review: RetentionReview) -> str:
    """Return the list as JSON, without names."""
    cases = [
        {
            "case_number": case.line.case_number,
            "ended_on": case.expired.ending.on.isoformat(),
            "ended_by": case.expired.ending.by.value,
            "kept_until": case.expired.kept_until.isoformat(),
            "kle": case.expired.rule.kle,
            "archive_code": case.expired.rule.archive_code,
            "certainty": case.expired.rule.certainty.value,
        }
        for case in review.cases
    ]
    return json.dumps({"cases": cases, "ended": review.ended, "all": review.all}, ensure_ascii=False, indent=1)


def _ended(case: ReviewedCase) -> str:
    ending = case.expired.ending
    by = {EndedBy.CLOSED: _("closed"), EndedBy.MOVED_AWAY: _("moved away")}[ending.by]
    return _("{how}, {date}").format(how=by, date=short_date(ending.on))
