"""The phrases the team writes with, of one unit of work."""

from desktop_app.domain.phrase import Phrase, PhrasePlace, kind_at
from desktop_app.storage.kinds import Stored, Values
from desktop_app.storage.record_store import RecordStore


class SqlPhraseStore(RecordStore[Phrase]):
    """Phrases of the team (`application.team_ports.PhraseStore`)."""

    kind = "phrases"

    def stored(self, record: Phrase) -> Stored:
        """Return a phrase as its row holds it."""
        return Stored(
            self.kind,
            {
                "id": record.id,
                "version": record.version,
                "place": record.place.value,
                "kind": record.kind.value if record.kind else None,
                "name": record.name,
                "text": record.text,
            },
        )

    def from_values(self, values: Values) -> Phrase:
        """Return the phrase a row holds."""
        place = PhrasePlace(values["place"])
        return Phrase(
            id=values["id"],
            version=values["version"],
            place=place,
            kind=kind_at(place, values["kind"] or ""),
            name=values["name"],
            text=values["text"],
        )
