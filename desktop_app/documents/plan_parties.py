"""The section on the parties: who the plan is for, who stands behind it, and from when it counts."""

from collections.abc import Iterator
from dataclasses import dataclass

from desktop_app.documents.danish_words import (
    MISSING,
    country,
    enumerated,
    language,
    long_date,
    sentence_start,
    target_group,
)
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Said, Text
from desktop_app.documents.plan_opening import name_in_both_scripts
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.tables import LabelledValue, set_values
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.plan_snapshot import PlanSnapshot, PrintedCitizen

_CPR_DATE_DIGITS = 6


def parties_section(snapshot: PlanSnapshot) -> Section:
    """Return the section; it is the only place where the CPR number stands."""
    return Section(title="Parter", fill=_Parties(snapshot))


@dataclass(frozen=True, slots=True)
class _Parties:
    snapshot: PlanSnapshot

    def __call__(self, section: Element, name: str) -> list[Strip]:
        return set_values(section, name, [LabelledValue(label, [Said(text)]) for label, text in self._facts()])

    def _facts(self) -> Iterator[tuple[str, Text]]:
        citizen = self.snapshot.citizen
        municipality = self.snapshot.municipality
        yield "Borger", name_in_both_scripts(citizen)
        yield "CPR-nummer", cpr_of(citizen)
        yield "Adresse", address_of(citizen)
        yield "Statsborgerskab", _nationality(self.snapshot)
        yield "Sprog ved samtalen", _languages(citizen)
        yield "Kommune", listed(municipality.name, municipality.address)
        number = (municipality.phone or "").strip()
        phone = f"tlf. {number}" if number else None
        worker = self.snapshot.caseworker or municipality.team
        yield "Din sagsbehandler", listed(worker, phone, municipality.email)
        yield "Koordinerer indsatsen", listed(self.snapshot.coordinating_department)
        yield "Kommunens ansvar", _responsibility(self.snapshot)
        yield "Kontrakten gælder", _validity(self.snapshot)
        if self.snapshot.programme_ends_on:
            yield "Introduktionsprogram", f"Slutter senest den {long_date(self.snapshot.programme_ends_on)}."


def listed(*texts: str | None) -> list[Piece]:
    """Return the texts there are with commas between, each with its own direction of writing, or a dash."""
    said = [text.strip() for text in texts if text and text.strip()]
    return [piece for text in said for piece in (Piece(", "), Piece(text))][1:] or [Piece(MISSING)]


def cpr_of(citizen: PrintedCitizen) -> str:
    """Return the CPR number as it is written, or that there is none yet."""
    if citizen.cpr:
        return f"{citizen.cpr[:_CPR_DATE_DIGITS]}-{citizen.cpr[_CPR_DATE_DIGITS:]}"
    born = f" · født {long_date(citizen.birth_date)}" if citizen.birth_date else ""
    return f"Intet CPR-nummer endnu{born}"


def address_of(citizen: PrintedCitizen) -> Text:
    """Return where the citizen lives, or that it is protected."""
    if citizen.protected_address:
        return "Adressebeskyttet"
    place = " ".join(part.strip() for part in (citizen.postal_code, citizen.city) if part)
    return listed(citizen.address, place)


def _nationality(snapshot: PlanSnapshot) -> str:
    code = snapshot.citizen.nationality
    group = target_group(snapshot.citizen.target_group)
    return " · ".join(filter(None, (country(code) if code else None, group))) or MISSING


def _languages(citizen: PrintedCitizen) -> str:
    interpreted = citizen.interpreter_language
    others = [language(tag) for tag in citizen.languages if tag != interpreted]
    if interpreted:
        talk = f"{sentence_start(language(interpreted))}, med tolk"
        return f"{talk}. Taler også {enumerated(others)}." if others else talk
    return sentence_start(enumerated(others)) if others else MISSING


def _responsibility(snapshot: PlanSnapshot) -> str:
    allocated = snapshot.allocation_decided_on
    visited = f"visiteret den {long_date(allocated)}" if allocated else ""
    sentences = []
    if snapshot.takeover_on:
        after = f" ({visited})" if visited else ""
        sentences.append(f"Fra den {long_date(snapshot.takeover_on)}{after}.")
    elif visited:
        sentences.append(f"{sentence_start(visited)}.")
    if snapshot.contract_due_on:
        sentences.append(f"Kontrakten skal være underskrevet senest den {long_date(snapshot.contract_due_on)}.")
    return " ".join(sentences) or MISSING


def _validity(snapshot: PlanSnapshot) -> str:
    """§ 19, stk. 9: until permanent residence is granted."""
    until = "og til du får tidsubegrænset opholdstilladelse."
    if snapshot.signed_on is None:
        return f"Fra den dag, begge har skrevet under, {until}"
    if snapshot.decision:
        who = "kommunen traf sin afgørelse"
    else:
        who = "kommunen skrev under" if snapshot.unsigned else "begge havde skrevet under"
    return f"Fra den {long_date(snapshot.signed_on)}, da {who}, {until}"
