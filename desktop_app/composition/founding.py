"""Making a store the way the guide of the first start does: whole, made-up people included, or not at all."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop_app.composition.demo import DEMO_CASES, DEMO_CODE, DEMO_SEED, fill_with_demo
from desktop_app.composition.office import Office
from desktop_app.composition.program_law import ProgramLaw
from desktop_app.composition.stores import new_store
from desktop_app.storage.store import discard_empty_store


@dataclass(frozen=True, slots=True, kw_only=True)
class NewTeam:
    """Who the store is for and where it lies; `recovery_key` was shown and printed beforehand."""

    place: Path
    municipality: str
    team: str
    user: str
    initials: str
    password: str
    recovery_key: str
    has_examples: bool


def found_office(
    team: NewTeam, today: date, *, examples: int = DEMO_CASES, program_law: ProgramLaw | None = None
) -> Office:
    """Make a store and open it; with examples it is fictional from its first moment on and filled as of today.

    Raises:
        StoreRefused, PasswordTooShort, StorageUnavailable, LawUnusable: there is no store, and no
            file is left of the attempt.
    """
    made = new_store(
        team.place,
        user=team.user,
        initials=team.initials,
        password=team.password,
        code=team.municipality,
        team=team.team,
        fictional=team.has_examples or team.municipality == DEMO_CODE,
        recovery_key=team.recovery_key,
    )
    office = Office(made.store, program_law or ProgramLaw())
    try:
        office.law_in_force  # noqa: B018 - read here, where what is wrong with it can still be said
        if team.has_examples:
            fill_with_demo(office, cases=examples, seed=DEMO_SEED, as_of=today)
    except BaseException:
        discard_empty_store(made.store)
        raise
    return office
