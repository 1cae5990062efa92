"""`python -m benchmarks [CASES]` prints every measure beside its reference and its budget."""

import platform
import sys

from benchmarks.daily_work import measure_daily_work
from benchmarks.start_up import measure_start

CASES = 1000


def main() -> None:
    """Measure and print."""
    cases = int(sys.argv[1]) if len(sys.argv) > 1 else CASES
    print(f"{platform.platform()}, Python {platform.python_version()}")
    print(measure_start().line())
    for measured in measure_daily_work(cases):
        print(measured.line())


if __name__ == "__main__":
    main()
