"""A case in which every free field holds something that must not be found again, and what is looked for."""

from tests.sample import sample
from tests.storage.exchange.case_files import Json

NAME, FAMILY, NATIVE = "Kanariefuglenavn", "Kanarieslægten", "كناريكناري"
CPR, PHONE, NOTE = "3112999876", "+45 87 65 43 99", "Kanarienote om helbred"
PASSWORD = "Kanariefugl-kodeord-4711"  # noqa: S105 - a canary itself
CASE_NUMBER = "2026-900"
CANARIES = (NAME, FAMILY, NATIVE, CPR, PHONE, NOTE)
SHORTEST = 5  # shorter names stand in random bytes by chance


def canary_case() -> Json:
    """Return a case in which every free field holds something that must not be found again."""
    signed = {"signed_by_citizen_on": "2026-10-20", "signed_by_municipality_on": "2026-10-20"}
    return {
        "case_number": CASE_NUMBER,
        "household": "K1",
        "household_role": "adult",
        "citizen": {
            "given_names": NAME,
            "family_name": FAMILY,
            "native_name": NATIVE,
            "cpr": CPR,
            "birth_date": "1999-12-31",
            "languages": ["ar"],
            "address": f"{NAME}vej 1",
            "city": FAMILY,
            "phone": PHONE,
            "email": f"{NAME}@example.org",
        },
        "target_group": "refugee",
        "allocation_decided_on": "2026-08-22",
        "takeover_on": "2026-10-01",
        "plans": [{"version": 1, **signed, "goals": [{"kind": "employment", "text": NOTE}]}],
        "follow_ups": [
            {
                "held_on": "2026-11-01",
                "form": "meeting",
                "interpreter": FAMILY,
                "participants": NAME,
                "note": NOTE,
                "agreed": NOTE,
                "corrections": [{"on": "2026-11-03", "text": NOTE}],
            }
        ],
        "complaints": [{"received_on": "2026-11-02", "about": NOTE}],
        "corrections": [{"on": "2026-10-07", "fact": "takeover_on", "reason": NOTE}],
        "notes": [{"on": "2026-10-05", "text": f"{NOTE}: {NAME}, {CPR}, {PHONE}"}],
    }


def with_canaries() -> Json:
    content = sample()
    return content | {
        "households": [*content["households"], {"id": "K1", "name": FAMILY}],
        "cases": [*content["cases"], canary_case()],
    }


def secrets_of(content: Json) -> set[str]:
    """Return what a file tells of its people: names, numbers and what was written down about them."""
    secrets = set[str]()
    for case in content["cases"]:
        citizen = case["citizen"]
        texts = [citizen.get(key) for key in ("given_names", "family_name", "native_name", "cpr", "phone", "address")]
        texts += [talk.get("note") for talk in case.get("follow_ups") or ()]
        texts += [goal["text"] for plan in case.get("plans") or () for goal in plan.get("goals") or ()]
        texts += [note["text"] for note in case.get("notes") or ()]
        secrets |= {text.strip() for text in texts if text and len(text.strip()) >= SHORTEST}
    return secrets
