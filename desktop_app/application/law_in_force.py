"""The law the program goes by: its rule files, or the last good copy of them where they are refused."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.errors import RuleFileError
from desktop_app.application.plan_freezing import PlanLaw


@dataclass(frozen=True, slots=True)
class LawFallback:
    """The rule files were refused, for what `error` says; those first read on `kept_on` hold instead."""

    error: RuleFileError
    kept_on: date


@dataclass(frozen=True, slots=True)
class LawInForce:
    """The rules and texts, and why they are not those of the files.

    `copy_failure` is what the machine said where no copy of them could be kept.
    """

    law: PlanLaw
    fallback: LawFallback | None = None
    copy_failure: str = ""
