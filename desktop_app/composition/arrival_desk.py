"""Recording who arrives."""

from dataclasses import dataclass
from datetime import date

from desktop_app.application.record_arrival import Arrival, RecordedArrival, record_arrival
from desktop_app.composition.paper import can_show
from desktop_app.domain.rulebook import Rulebook
from desktop_app.storage.store import Store


@dataclass(frozen=True, slots=True)
class ArrivalDesk:
    """Records arrivals in one store, under the rules as the municipality applies them."""

    store: Store
    rulebook: Rulebook

    def record(self, arrival: Arrival, today: date, draft_id: str | None) -> RecordedArrival:
        """Add the cases of those who arrive (`record_arrival`)."""
        return record_arrival(arrival, work=self.store.work, rulebook=self.rulebook, today=today, draft_id=draft_id)

    def can_show(self, text: str) -> bool:
        """Tell whether the paper shows every character of a text (`documents.paper_characters`)."""
        return can_show(text)
