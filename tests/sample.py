"""The sample of forty-six cases: families and people alone, in every situation the law tells apart."""

import json
from datetime import date
from pathlib import Path
from typing import Any

SAMPLE = Path(__file__).parent / "data" / "enplan-cases-sample.json"
CASE_COUNT = 46
AS_OF = date(2026, 11, 22)  # the day the sample was made for


def sample() -> dict[str, Any]:
    """Return the sample as it is read from its file."""
    content: dict[str, Any] = json.loads(SAMPLE.read_text(encoding="utf-8"))
    return content


def part_of_sample(*case_numbers: str) -> dict[str, Any]:
    """Return a file of some of the sample's cases, with the households all of them name."""
    content = sample()
    return content | {"cases": [case for case in content["cases"] if case["case_number"] in case_numbers]}
