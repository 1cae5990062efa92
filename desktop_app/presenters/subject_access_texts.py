"""Indsigt in words: every record of a case with its fields, and what the case was used for, day by day."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from typing import Final

from desktop_app.application.compare_plans import DIFFERENCES
from desktop_app.application.give_access import (
    AccessItem,
    AccessRecord,
    AccessRow,
    AccessSection,
    AccessSource,
    AccessUse,
    ToldAccess,
    whose,
)
from desktop_app.application.ports import LogAction, UseLine
from desktop_app.application.print_plan import PLAN
from desktop_app.application.printed_paper import PaperKind
from desktop_app.domain.duties import DutyId
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.rulebook import Duty
from desktop_app.presenters.history_texts import LINKS
from desktop_app.presenters.history_words import field_name, field_place, record_name, whole_text
from desktop_app.presenters.paper_texts import paper_title
from desktop_app.translation import _, long_date, short_date

STAFF: Final = frozenset({"made_by", "added_by", "removed_by"})
"""Fields that tell who of the staff did something; they are no data about the citizen."""

_NOTHING: Final[tuple[object, ...]] = (None, "", [], ())
_UNDER_PLAN: Final = ("plans", "goals", "activities", "commitments", "attachments", "documents")


def access_told(source: AccessSource, duties: Mapping[DutyId, Duty]) -> ToldAccess:
    """Return the paper in the language of the window."""
    return ToldAccess(
        case_number=source.case.case_number,
        citizen=whose(source.case),
        municipality=source.municipality,
        intro=_(
            "Everything that is stored in this program about you. You can ask to have what is wrong corrected, and you"
            " can complain to Datatilsynet. The municipality's other systems may hold more; ask there too."
        ),
        sections=(*_sections(source.records, duties), _rights(source.municipality)),
        uses_intro=_(
            "Each day the case was opened, printed or handed out, and for what. Staff are not named. Copies of the"
            " whole store for safety are not listed."
        ),
        uses=tuple(_uses(source.uses)),
        on=source.on,
    )


def _sections(records: Sequence[AccessRecord], duties: Mapping[DutyId, Duty]) -> Iterator[AccessSection]:
    versions = {record.id: str(record.values.get("number", "")) for record in records if record.kind == "plans"}
    for kinds, title in _SECTIONS:
        found = sorted((one for one in records if one.kind in kinds), key=lambda one: _place(one, kinds, versions))
        items = [_item(record, duties, versions) for record in found]
        if any(item.rows for item in items):
            yield AccessSection(title=title(), items=tuple(item for item in items if item.rows))


def _place(record: AccessRecord, kinds: Sequence[str], versions: Mapping[str, str]) -> tuple[str, int]:
    """Return where a record comes among those of its section: what belongs to a plan follows it."""
    version = versions.get(record.id) or versions.get(str(record.values.get("plan_id")), "")
    return (version.rjust(4) if record.kind in _UNDER_PLAN else "", kinds.index(record.kind))


def _item(record: AccessRecord, duties: Mapping[DutyId, Duty], versions: Mapping[str, str]) -> AccessItem:
    title = record_name(record.kind)
    if day := record.values.get(_DAYS.get(record.kind, "")):
        title = _("{record}, {date}").format(record=title, date=whole_text(record.kind, "", day, duties))
    if number := versions.get(str(record.values.get("plan_id"))):
        title = _("{record}, version {number}").format(record=title, number=number)
    if record.removed_at:
        removed = short_date(record.removed_at.astimezone().date())
        title = _("{record} (removed on {date})").format(record=title, date=removed)
    return AccessItem(title, tuple(_rows(record, duties)))


def _rows(record: AccessRecord, duties: Mapping[DutyId, Duty]) -> Iterator[AccessRow]:
    before: dict[str, list[str]] = {}
    for was in record.earlier:
        if was.value not in _NOTHING:
            until = short_date(was.until.astimezone().date())
            text = whole_text(record.kind, was.field, was.value, duties)
            before.setdefault(was.field, []).append(_("Until {date}: {text}").format(date=until, text=text))
    for name, value in sorted(record.values.items(), key=lambda item: field_place(item[0])):
        is_told = value not in _NOTHING or name in before
        if is_told and name not in LINKS and name not in STAFF:
            label = field_name(name)
            text = whole_text(record.kind, name, value, duties)
            yield AccessRow(label[:1].upper() + label[1:], text, tuple(before.get(name, ())))


def _rights(municipality: Municipality) -> AccessSection:
    contact = municipality.privacy_contact or municipality.email or municipality.phone or municipality.name
    text = _(
        "Is something wrong, tell your caseworker or {contact}. The correction is added, and what stood before stays"
        " beside it. You can complain to Datatilsynet: www.datatilsynet.dk."
    ).format(contact=contact)
    return AccessSection(title=_("What you can do"), text=text)


def _uses(lines: Iterable[UseLine]) -> Iterator[AccessUse]:
    counted = Counter((line.at.astimezone().date(), use_text(line)) for line in lines)
    for (day, purpose), times in sorted(counted.items(), key=lambda item: (-item[0][0].toordinal(), item[0][1])):
        yield AccessUse(long_date(day), purpose, times)


def use_text(line: UseLine) -> str:
    """Return what an act let somebody see the case for, and of a print which paper it was."""
    text = _USES.get(line.action, lambda: _("Looked up"))()
    paper = paper_of(line.details)
    return _("{act}: {paper}").format(act=text, paper=paper) if paper else text


def paper_of(details: Mapping[str, str]) -> str:
    """Return which paper of a case an act was about, nothing where it was about none."""
    document = details.get("document", "")
    return _PAPERS[document]() if document in _PAPERS else ""


_USES: Final[Mapping[LogAction, Callable[[], str]]] = {
    LogAction.OPENED_CASE: lambda: _("Opened to work on the case"),
    LogAction.SEARCHED: lambda: _("Found by a search"),
    LogAction.EXPORTED: lambda: _("Written to a file for another system"),
    LogAction.PRINTED: lambda: _("Printed"),
    LogAction.LISTED: lambda: _("Deadlines listed"),
    LogAction.SHOWED_CPR: lambda: _("CPR number shown"),
    LogAction.SHOWED_ADDRESS: lambda: _("Protected address shown"),
    LogAction.COPIED: lambda: _("Copied to the municipality's main system"),
    LogAction.OPENED_SCAN: lambda: _("Scan of a signed paper opened"),
    LogAction.GAVE_ACCESS: lambda: _("Access given to the citizen"),
}

_PAPERS: Final[Mapping[str, Callable[[], str]]] = {
    PLAN: lambda: _("Contract and plan"),
    DIFFERENCES: lambda: _("Differences between two versions"),
    **{kind.value: partial(paper_title, kind) for kind in PaperKind},
}

_DAYS: Final[Mapping[str, str]] = {
    "status_periods": "starts_on",
    "moves": "moved_on",
    "events": "happened_on",
    "offers": "starts_on",
    "results": "reached_on",
    "attachments": "added_on",
    "follow_ups": "held_on",
    "deadline_decisions": "made_on",
    "fact_corrections": "corrected_on",
    "notes": "written_on",
    "complaints": "received_on",
    "consents": "given_on",
}
"""The day that tells records of a kind from each other."""

_SECTIONS: Final[tuple[tuple[tuple[str, ...], Callable[[], str]], ...]] = (
    (("citizens", "cases", "households"), lambda: _("Master data")),
    (("status_periods", "parental_leaves", "moves"), lambda: _("Support, readiness, leave and moves")),
    (("events", "offers", "results"), lambda: _("Events, offers and results")),
    (_UNDER_PLAN, lambda: _("Contract and plan")),
    (("follow_ups", "follow_up_corrections"), lambda: _("Follow-ups")),
    (("deadline_decisions", "fact_corrections"), lambda: _("Decisions about deadlines and corrected dates")),
    (("notes", "complaints", "consents"), lambda: _("Notes, complaints and consent")),
)
