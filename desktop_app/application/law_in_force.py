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

    `has_copy` tells whether they could still be read if a file were damaged now; `copy_failure` is what the machine
    said where no copy could be written.
    """

    law: PlanLaw
    fallback: LawFallback | None = None
    has_copy: bool = True
    copy_failure: str = ""
