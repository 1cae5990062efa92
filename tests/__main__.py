"""Runs every check of the project, also after one has failed, and sums up: `python -m tests [arguments for pytest]`."""

import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
COVERED_WHOLLY = ("domain", "application", "presenters")


def checks(arguments: Sequence[str]) -> list[tuple[str, list[str]]]:
    """Return the name and the module call of each check.

    Coverage is judged only where pytest is told nothing, and measured only while the tests of the packages that are
    covered wholly run: measuring takes twice the time.
    """
    windows = ["--platform", "win32", "--cache-dir", ".mypy_cache/win32"]
    steps = [
        ("ruff check", ["ruff", "check", "."]),
        ("ruff format", ["ruff", "format", "--check", "."]),
        ("mypy", ["mypy"]),
        ("mypy, Windows", ["mypy", *windows]),
    ]
    parallel = ["pytest", "-n", "2"]
    if arguments:
        return [*steps, ("pytest", [*parallel, *arguments])]
    packages = [f"--cov=desktop_app/{package}" for package in COVERED_WHOLLY]
    own_tests = [f"tests/{package}" for package in COVERED_WHOLLY]
    steps.append(("pytest, målt", [*parallel, *packages, "--cov-report=", *own_tests]))
    steps.append(("pytest, resten", [*parallel, *(f"--ignore={folder}" for folder in own_tests)]))
    for package in COVERED_WHOLLY:
        gate = ["--include", f"desktop_app/{package}/*", "--fail-under=100", "--show-missing", "--skip-covered"]
        steps.append((f"dækning, {package}", ["coverage", "report", *gate]))
    return steps


def main(arguments: Sequence[str]) -> int:
    """Run the checks and return 0 when all of them passed, else 1."""
    summary, failed_count = [], 0
    for name, module in checks(arguments):
        say(f"\n=== {name}")
        began_at = time.monotonic()
        code = subprocess.run([sys.executable, "-m", *module], cwd=ROOT, check=False).returncode
        failed_count += code != 0
        summary.append(f"  {name:<24}{'FEJL' if code else 'i orden':<10}{time.monotonic() - began_at:6.1f} s")
    say("\nPrøverne samlet:\n" + "\n".join(summary))
    say(f"{failed_count} af {len(summary)} trin fejlede." if failed_count else "Alt er i orden.")
    return 1 if failed_count else 0


def say(text: str) -> None:
    """Print before the next check does."""
    print(text, flush=True)  # noqa: T201 - this is a command


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
