"""From a key press to the cases found, against a bare query of a full-text index over the same people."""

import sqlite3
import statistics
from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt

from benchmarks.the_window import PaintWatch, post_key, settle
from benchmarks.timing import Budget, Measured, ms_among_others, paired, percentile_95
from desktop_app.application.ports import CaseLine
from desktop_app.ui.desk import Desk
from desktop_app.ui.frame import CASES

_PEOPLE = 12
_EMPTIED_MS = 40
_NO_KEY = Qt.KeyboardModifier.NoModifier
_MATCH = "SELECT case_id, name, case_number FROM people WHERE people MATCH ?"


def measure_searching(desk: Desk, *, people: int = _PEOPLE) -> Iterator[Measured]:
    """Yield how long it takes for each letter typed, in the search alone and until the window is painted."""
    lines = list(desk.worklist().lines.values())
    chosen = [lines[place * len(lines) // people] for place in range(people)]
    texts = [text for line in chosen for text in _texts_of(line)]
    queries = [text[:end] for text in texts for end in range(1, len(text) + 1) if text[end - 1] != " "]

    painted = _type(desk, texts)
    index = _full_text_index(lines)
    pairs = [
        (ms_among_others(lambda: desk.find_cases(query)), ms_among_others(lambda: _match(index, query)))  # noqa: B023 - called at once
        for query in queries
    ]
    bare = statistics.median(theirs for _, theirs in pairs)
    index.close()
    reference = "bare FTS5 query, in memory"
    yield paired(
        f"key press to cases found, {len(lines):,} people",
        pairs,
        reference,
        budget=Budget(ratio=3),
        remark=f"{len(pairs)} keys; the slowest {max(mine for mine, _ in pairs):.0f} ms",
    )
    for name, value in (("median", statistics.median(painted)), ("95 % of keys", percentile_95(painted))):
        yield Measured(
            name=f"key press to painted list, {name}",
            value=value,
            reference=reference,
            reference_value=bare,
            ratio=value / bare,
            budget=Budget(value=50),
            remark=f"{len(painted)} keys; the slowest {max(painted):.0f} ms",
        )


def _texts_of(line: CaseLine) -> Sequence[str]:
    """Return what somebody is looked for by."""
    given = line.given_names.split()[0]
    texts = [line.family_name, given, f"{given} {line.family_name}", line.case_number]
    if line.birth_date:
        texts.append(f"{line.family_name} {line.birth_date.year}")
    return [*texts, line.cpr] if line.cpr else texts


def _type(desk: Desk, texts: Sequence[str]) -> list[float]:
    """Type each text into the empty search field, and return how long each letter took to show what it found."""
    desk.go_to(CASES)
    settle()
    wing = desk.case_list_wing
    search, _table = wing.page.regions
    typed = ""
    watch = PaintWatch(desk.window(), lambda: wing.presenter.query == typed)
    took = list[float]()
    for text in texts:
        wing.page.set_search("")
        settle(_EMPTIED_MS)
        for end, letter in enumerate(text, start=1):
            typed = text[:end]
            took.append(watch.ms_to_paint(lambda: post_key(search, Qt.Key.Key_unknown, _NO_KEY, letter)))  # noqa: B023 - called at once
    return took


def _full_text_index(lines: Sequence[CaseLine]) -> sqlite3.Connection:
    """Return an index of the same people, made for beginnings of words and for nothing else."""
    index = sqlite3.connect(":memory:")
    index.execute(
        "CREATE VIRTUAL TABLE people USING fts5(case_id UNINDEXED, name, family, native, case_number, born, cpr, "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    index.executemany(
        "INSERT INTO people VALUES (?, ?, ?, ?, ?, ?, ?)",
        (
            (
                line.case_id,
                f"{line.given_names} {line.family_name}",
                line.household_name,
                line.native_name,
                line.case_number,
                line.birth_date.isoformat() if line.birth_date else None,
                line.cpr,
            )
            for line in lines
        ),
    )
    index.execute("INSERT INTO people(people) VALUES ('optimize')")
    return index


def _match(index: sqlite3.Connection, query: str) -> list[tuple[str, str, str]]:
    words = " ".join(f'"{word}"*' for word in query.split())
    found: list[tuple[str, str, str]] = index.execute(_MATCH, (words,)).fetchall()
    return found
