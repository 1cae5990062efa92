"""Historik in words: who changed what and when, with the value before and after."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from desktop_app.application.ports import HistoryLine
from desktop_app.domain.duties import DutyId
from desktop_app.domain.rulebook import Duty
from desktop_app.presenters.history_words import field_name, moment_text, record_name, value_text
from desktop_app.translation import _

LINKS = frozenset(
    {
        "case_id",
        "citizen_id",
        "household_id",
        "plan_id",
        "follow_up_id",
        "frozen_plan_id",
        "position",
        "content",
        "sha256",
    }
)
_WHERE_SOMEBODY_LIVES = frozenset({"address", "postal_code", "city"})
_NO_DUTIES: Mapping[DutyId, Duty] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class HistoryText:
    """One revision: the moment in Danish time, by whom, what it was about, and each field before and after."""

    when: str
    user: str
    title: str
    changes: tuple[str, ...]

    @property
    def summary(self) -> str:
        """All changes in one line."""
        return " · ".join(self.changes)


def history_text(
    line: HistoryLine, duties: Mapping[DutyId, Duty] = _NO_DUTIES, *, hides_address: bool = False
) -> HistoryText:
    """Return a revision in words; links between records say nothing to people and are left out.

    With `hides_address` it says that an address changed, never which: it is protected today, whatever it was then.
    """
    fields = [field for field in line.after if field not in LINKS and line.after[field] not in (None, "", [])]
    fields += [field for field in line.before if field not in LINKS and field not in fields]
    changes = [_change(field, line, duties, hides_address=hides_address) for field in fields if line.action != "delete"]
    return HistoryText(
        when=moment_text(line.at),
        user=line.user,
        title=_title(line).format(record=record_name(line.kind)),
        changes=tuple(changes),
    )


def _title(line: HistoryLine) -> str:
    if line.action == "delete":
        return _("{record} deleted")
    return _("{record} changed") if line.before else _("{record} recorded")


def _change(field: str, line: HistoryLine, duties: Mapping[DutyId, Duty], *, hides_address: bool) -> str:
    name = field_name(field)
    if hides_address and line.kind == "citizens" and field in _WHERE_SOMEBODY_LIVES:
        return _("{field}: {after}").format(field=name, after=_("protected"))
    after = value_text(line.kind, field, line.after.get(field), duties)
    if field in line.before:
        before = value_text(line.kind, field, line.before[field], duties)
        return _("{field}: {before} → {after}").format(field=name, before=before, after=after)
    return _("{field}: {after}").format(field=name, after=after)
