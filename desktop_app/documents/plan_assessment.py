"""The section on the overall assessment the contract rests on (§ 19, stk. 3): only what is written."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.documents.danish_words import long_date
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Said
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import BODY, MM, SMALL
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedAssessment

_HEALTH = "Helbred"


def assessment_section(snapshot: PlanSnapshot) -> Section | None:
    """Return the section, or None when nothing is written."""
    told = _Assessment(snapshot.assessment) if snapshot.assessment else None
    if told is None or not told.rows():
        return None
    return Section(title="Samlet vurdering", fill=told, needs=30 * MM, in_contract=True)


@dataclass(frozen=True, slots=True)
class _Assessment:
    assessment: PrintedAssessment

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_values(section, name, self.rows())

    def rows(self) -> list[LabelledValue]:
        """Return what is written, each under what it is about."""
        return list(self._written())

    def _written(self) -> Iterator[LabelledValue]:
        told = self.assessment
        texts = {
            "Uddannelse": told.education,
            "Arbejde": told.work,
            "Familie": told.family,
            _HEALTH: told.health,
            "Netværk": told.network,
            "Bolig": told.housing,
            "Fra asylfasen": told.asylum_phase,
        }
        for label, text in texts.items():
            if text and text.strip():
                consent = self._consent() if label == _HEALTH else []
                yield LabelledValue(label, [Said(text.strip(), BODY), *consent])

    def _consent(self) -> list[Said]:
        given_on = self.assessment.health_consent_on
        return [Said(f"Står her med dit samtykke fra den {long_date(given_on)}.", SMALL)] if given_on else []
