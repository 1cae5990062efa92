"""What a use case touched, so that screens know what to show anew."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Changes:
    """The cases a use case changed, by id; `settings` when the municipality's own settings changed."""

    cases: frozenset[str] = frozenset()
    settings: bool = False

    def __or__(self, other: "Changes") -> "Changes":
        """Return what was touched by either."""
        return Changes(self.cases | other.cases, self.settings or other.settings)
