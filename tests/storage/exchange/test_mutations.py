"""Whatever a file of cases is changed into, it is refused as a whole or it comes in; nothing else ever happens."""

import json
import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desktop_app.application.errors import ImportRefused
from desktop_app.application.exchange_format import case_from_exchange, household_from_exchange
from desktop_app.application.import_cases import import_cases
from desktop_app.application.plan_freezing import PlanLaw
from desktop_app.composition import legal_texts, rulebook
from desktop_app.domain.case_facts import facts_of
from desktop_app.domain.deadlines import deadlines_for
from desktop_app.domain.past_deadlines import past_deadlines_for
from desktop_app.presenters.deadline_rows import as_csv, as_json
from desktop_app.presenters.error_texts import error_text
from desktop_app.storage.exchange_file import read_case_file
from desktop_app.storage.journal import read_head
from desktop_app.storage.store import Store
from tests.sample import AS_OF, part_of_sample, sample
from tests.storage.builders import new_id
from tests.storage.exchange.case_files import Json, Place, at, full_file, places

EXAMPLES = int(os.environ.get("ENPLAN_FAULT_IMPORTS", "3000")) // 2
"""Files spoiled as bytes, and as many spoiled as values."""

# The same examples every time, so that a failure is the change's and not the day's.
fuzzing = settings(
    max_examples=EXAMPLES,
    deadline=None,
    derandomize=True,
    database=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)

FILES = [*(part_of_sample(case["case_number"]) for case in sample()["cases"]), full_file()]
# Long files would only make the same mistakes rarer: one case each, a few of them as bytes.
BYTES = [
    json.dumps(content, ensure_ascii=ascii_only).encode() for content in FILES[::9] for ascii_only in (True, False)
]

SPICE = [b"", b"\0", b"\xff", b"\xed\xa0\x80", b'"', b"{", b"[", b"]", b"}", b",", b":", b"\\", b"\\u0000", b"\\ud800"]
SPICE += [b"NaN", b"1e999", b"-", b"9" * 60, b"null", b"true", b'"cases"', b'"kind":1,', b"\n", "ø".encode(), b" "]

hostile_values = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 3),
    st.sampled_from([10**30, -(10**30), 1e308, float("nan"), float("inf"), 0.1, 1.0, -0.0]),
    st.sampled_from(["", " ", "\0", "\ud800", "x" * 600, "2026-02-30", "1900-01-01", "2199-12-31", "0000-00-00"]),
    st.sampled_from(["__class__", "%s", "{0}", "=1+1", "<b>", "'; DROP TABLE cases;--", "\u202e", "H1", "2026-001"]),
    st.dates(date(1900, 1, 1), date(2199, 12, 31)).map(date.isoformat),
    st.text(max_size=5),
    # Made anew each time: a later change may be made inside one of them.
    st.builds(list),
    st.builds(dict),
    st.builds(lambda: [[[]]]),
)


@st.composite
def spoiled_bytes(draw: st.DrawFn) -> bytes:
    """Draw the bytes of a file in which a few places were overwritten, cut out or repeated."""
    content = draw(st.sampled_from(BYTES))
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(content)))
        end = min(len(content), start + draw(st.sampled_from([0, 0, 1, 1, 2, 8, 64])))
        content = content[:start] + draw(st.sampled_from(SPICE) | st.just(content[start:end] * 2)) + content[end:]
    return content


@st.composite
def spoiled_values(draw: st.DrawFn) -> Json:
    """Draw a file in which a few values were replaced, moved elsewhere, left out or repeated."""
    content: Json = json.loads(json.dumps(draw(st.sampled_from(FILES))))
    for _ in range(draw(st.integers(1, 3))):
        place = draw(st.sampled_from([*places(content)][1:]))
        match draw(st.sampled_from(["replace", "replace", "move", "leave out", "repeat"])):
            case "replace":
                _put(content, place, draw(hostile_values))
            case "move":
                _put(content, place, json.loads(json.dumps(at(content, draw(st.sampled_from([*places(content)][1:]))))))
            case "repeat" if isinstance(at(content, place[:-1]), list):
                at(content, place[:-1]).append(at(content, place))
            case _:
                del at(content, place[:-1])[place[-1]]
    return content


def _put(content: Json, place: Place, value: object) -> None:
    at(content, place[:-1])[place[-1]] = value


class Office:
    """What an import does, without keeping anything."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._law = PlanLaw(rulebook(), legal_texts())
        self.accepted_count = 0
        self.refusals: set[str] = set()
        self._held_before = self._held()

    def receive(self, path: Path) -> None:
        """Bring a file in as the program does and compute all that is shown of it, or be told why not."""
        try:
            content = read_case_file(path)
            import_cases(content, work=self._store.work, law=self._law, today=AS_OF, dry_run=True)
        except ImportRefused as refused:
            self.refusals.add(refused.problem)
            error_text(refused).encode()
            assert self._held() == self._held_before
            return
        self.accepted_count += 1
        self._show(content)

    def _held(self) -> object:
        """Return what would differ had anything come in: cases, households, and the end of the log."""
        counts = "SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM households)"
        return self._store.connection.rows(counts), read_head(self._store.connection)

    def _show(self, content: dict[str, Any]) -> None:
        households = {
            values["id"]: household_from_exchange(values, new_id) for values in content.get("households") or ()
        }
        for values in content["cases"]:
            facts = facts_of(case_from_exchange(values, households, new_id))
            found = deadlines_for(facts, self._law.rulebook, AS_OF)
            found += past_deadlines_for(facts, self._law.rulebook, AS_OF)
            as_json(found).encode()
            as_csv(found).encode()


@pytest.fixture
def office(store: Store) -> Office:
    return Office(store)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "sager.json"


def test_a_file_with_spoiled_bytes_is_refused_or_comes_in(office: Office, file: Path) -> None:
    @fuzzing
    @given(spoiled_bytes())
    def receive(content: bytes) -> None:
        file.write_bytes(content)
        office.receive(file)

    receive()

    assert office.accepted_count > EXAMPLES // 20
    assert len(office.refusals) > 5


def test_a_file_with_spoiled_values_is_refused_or_comes_in(office: Office, file: Path) -> None:
    @fuzzing
    @given(spoiled_values())
    def receive(content: Json) -> None:
        file.write_text(json.dumps(content), encoding="utf-8")
        office.receive(file)

    receive()

    # A harness that spoils nothing, or everything, would prove nothing.
    assert office.accepted_count > EXAMPLES // 10
    assert len(office.refusals) > 10
