"""Paired timing: the thing and its reference in turn, so that a machine whose speed drifts spoils neither."""

import gc
import statistics
from collections.abc import Callable
from dataclasses import dataclass
from time import perf_counter


@dataclass(frozen=True, slots=True)
class Measured:
    """Medians in seconds, and the median of the ratios taken pair by pair."""

    name: str
    seconds: float
    reference: str
    reference_seconds: float
    ratio: float
    budget: str

    def line(self) -> str:
        """Return the figures as a row of the table."""
        return (
            f"{self.name:<44}{self.seconds * 1000:>10.1f} ms   {self.reference:<44}"
            f"{self.reference_seconds * 1000:>10.1f} ms   x{self.ratio:>6.2f}   {self.budget}"
        )


def seconds_of(act: Callable[[], object]) -> float:
    """Return how long one call takes."""
    gc.collect()
    start = perf_counter()
    act()
    return perf_counter() - start


def compare(
    name: str,
    act: Callable[[], object],
    reference: str,
    reference_act: Callable[[], object],
    *,
    budget: str,
    runs: int = 7,
) -> Measured:
    """Run both in turn, once unmeasured and then `runs` times, and return the medians."""
    act()
    reference_act()
    pairs = [(seconds_of(act), seconds_of(reference_act)) for _ in range(runs)]
    return Measured(
        name=name,
        seconds=statistics.median(mine for mine, _ in pairs),
        reference=reference,
        reference_seconds=statistics.median(theirs for _, theirs in pairs),
        ratio=statistics.median(mine / theirs for mine, theirs in pairs),
        budget=budget,
    )
