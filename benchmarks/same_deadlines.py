"""`python -m benchmarks.same_deadlines [CASES] [--seed S]` compares deadlines without logs with those that have them.

The tests do so with 20,000 cases; this is for many more. It measures nothing.
"""

import argparse
import sys

from desktop_app.composition import rulebook
from desktop_app.domain.deadlines import deadlines_for
from tests.domain.seeded_cases import seeded_cases

CASES, SEED = 1_000_000, 2027
TOLD_EVERY = 100_000


def main() -> int:
    """Compare, and say how many deadlines were equal; the first difference ends it with exit code 1."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.same_deadlines", description=__doc__)
    parser.add_argument("cases", nargs="?", type=int, default=CASES, help="how many seeded cases")
    parser.add_argument("--seed", type=int, default=SEED, help="another seed gives other cases")
    asked = parser.parse_args()
    law, equal = rulebook(), 0
    for number, (facts, today) in enumerate(seeded_cases(asked.cases, asked.seed), start=1):
        in_full = deadlines_for(facts, law, today)
        in_bulk = deadlines_for(facts, law, today, with_steps=False)
        if in_bulk != [deadline._replace(steps=()) for deadline in in_full]:
            print(f"They differ on {today}: {facts}")
            return 1
        equal += len(in_bulk)
        if number % TOLD_EVERY == 0:
            print(f"{number:,} cases", flush=True)
    print(f"{equal:,} deadlines of {asked.cases:,} cases are equal, seed {asked.seed}.")
    return 0


if __name__ == "__main__":
    sys.exit(main())
