"""The citizen a case is about."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Sex(StrEnum):
    """Sex as registered."""

    FEMALE = "female"
    MALE = "male"


@dataclass(frozen=True, slots=True, kw_only=True)
class Citizen:
    """A newly arrived person (borger; the law says udlænding).

    `cpr` is ten digits without a hyphen, or None: newcomers can lack a number when they are allocated.
    `nationality` is ISO 3166-1 alpha-2, with XX for unknown and XS for stateless; languages are BCP 47 tags.
    `native_name` is the name in its own script. A protected address (CPR-loven § 28) is never printed or exported to
    others.
    """

    id: str
    given_names: str
    family_name: str
    native_name: str | None = None
    cpr: str | None = None
    birth_date: date | None = None
    sex: Sex | None = None
    nationality: str | None = None
    languages: tuple[str, ...] = ()
    interpreter_language: str | None = None
    address: str | None = None
    postal_code: str | None = None
    city: str | None = None
    phone: str | None = None
    email: str | None = None
    protected_address: bool = False
    version: int = 0

    @property
    def full_name(self) -> str:
        """Given names and family name as they are spoken."""
        return f"{self.given_names.strip()} {self.family_name.strip()}"

    @property
    def sort_name(self) -> str:
        """Family name first, as lists show it."""
        return f"{self.family_name.strip()}, {self.given_names.strip()}"
