"""Paired timing: the thing and its reference in turn, so that a machine whose speed drifts spoils neither."""

import gc
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from time import perf_counter

MS = 1000


@dataclass(frozen=True, slots=True)
class Budget:
    """What a figure may be at most: so many times its reference, so much in its own unit. None sets no bound."""

    ratio: float | None = None
    value: float | None = None

    def text(self, unit: str) -> str:
        """Return it in words."""
        bounds = [f"<= {self.ratio:g}x"] if self.ratio is not None else []
        bounds += [f"<= {self.value:g} {unit}".rstrip()] if self.value is not None else []
        return ", ".join(bounds)


REPORTED = Budget()
"""Of what is measured without a budget."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """A figure beside its reference, where it has one, and its budget. Ratios are medians of what was taken in pairs.

    `remark` tells of the same figure what the budget does not speak of.
    """

    name: str
    value: float
    unit: str = "ms"
    reference: str = "-"
    reference_value: float | None = None
    ratio: float | None = None
    budget: Budget = REPORTED
    remark: str = ""

    @property
    def is_missed(self) -> bool:
        """Whether the budget is missed."""
        beyond_ratio = None not in (self.budget.ratio, self.ratio) and _beyond(self.ratio, self.budget.ratio)
        return beyond_ratio or _beyond(self.value, self.budget.value)

    def line(self) -> str:
        """Return the figures as a row of the table."""
        theirs = "" if self.reference_value is None else f"{self.reference_value:,.2f} {self.unit}"
        ratio = "" if self.ratio is None else f"x{self.ratio:.2f}"
        budget = self.budget.text(self.unit)
        verdict = "" if not budget else "MISSED" if self.is_missed else "kept"
        figures = f"{self.name:<56}{self.value:>12,.2f} {self.unit:<11}{self.reference:<46}{theirs:>13}{ratio:>9}"
        return f"{figures}   {budget:<18}{verdict:<8}{self.remark}".rstrip()


def _beyond(value: float | None, most: float | None) -> bool:
    return value is not None and most is not None and value > most


def ms_of(act: Callable[[], object]) -> float:
    """Return how many milliseconds one call takes that begins without garbage."""
    gc.collect()
    return ms_among_others(act)


def ms_among_others(act: Callable[[], object]) -> float:
    """Return how many milliseconds one call takes as one of many, garbage included."""
    start = perf_counter()
    act()
    return (perf_counter() - start) * MS


def paired(
    name: str, pairs: Sequence[tuple[float, float]], reference: str, *, budget: Budget = REPORTED, remark: str = ""
) -> Measured:
    """Return the medians of pairs of milliseconds, the thing and its reference."""
    return Measured(
        name=name,
        value=statistics.median(mine for mine, _ in pairs),
        reference=reference,
        reference_value=statistics.median(theirs for _, theirs in pairs),
        ratio=statistics.median(mine / theirs for mine, theirs in pairs),
        budget=budget,
        remark=remark,
    )


def compare(
    name: str,
    act: Callable[[], object],
    reference: str,
    reference_act: Callable[[], object],
    *,
    runs: int,
    budget: Budget = REPORTED,
) -> Measured:
    """Run both in turn, once unmeasured and then `runs` times, and return the medians."""
    act()
    reference_act()
    return paired(name, [(ms_of(act), ms_of(reference_act)) for _ in range(runs)], reference, budget=budget)


def percentile_95(values: Sequence[float]) -> float:
    """Return the value that one in twenty lies beyond."""
    return sorted(values)[min(len(values) - 1, int(len(values) * 0.95))]
