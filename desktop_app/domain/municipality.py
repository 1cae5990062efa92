"""The municipality that owns the store."""

from dataclasses import dataclass

from desktop_app.domain.logo import Logo


@dataclass(frozen=True, slots=True, kw_only=True)
class Municipality:
    """Who the store belongs to, as letterheads and rules need it.

    `code` is the three-digit municipality code; 999 is Eksempelkommune, for demonstrations and tests.
    `uses_suspension` says whether the council lets the deadlines rest that integrationsloven § 4 b suspends; it may
    decide not to. `fictional` marks a store of made-up people, which every screen and paper then says.
    """

    id: str
    code: str
    name: str
    team: str = "Integrationsteamet"
    address: str | None = None
    phone: str | None = None
    email: str | None = None
    privacy_contact: str | None = None
    uses_suspension: bool = True
    fictional: bool = False
    logo: Logo | None = None
    version: int = 0
