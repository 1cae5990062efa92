"""The last section: who signs, with room to write, and boxes for how it went.

Dates that are registered are printed in their fields. A draft says in every field that it is not to be signed. Where
the citizen did not sign, the field says so; the reason stands on the case. Where the municipality has decided, the
citizen is told so and asked for nothing.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from desktop_app.documents.danish_words import language, long_date
from desktop_app.documents.name_language import native_name
from desktop_app.documents.page_flow import Strip
from desktop_app.documents.parts import Arrangement, CheckBox, Said, Text, WritingField
from desktop_app.documents.plan_section import Section
from desktop_app.documents.structure import Element
from desktop_app.documents.styles import BODY, COLUMN_GAP, LABEL, MM, REMARK, SMALL, TEXT_WIDTH
from desktop_app.domain.plan import NoSignature
from desktop_app.domain.plan_snapshot import PlanSnapshot

NOT_TO_BE_SIGNED = "Kladde – må ikke underskrives"

_UNSIGNED_BOXES = {
    NoSignature.UNWILLING: "Borgeren ønsker ikke at skrive under. Begrundelsen står på sagen.",
    NoSignature.UNABLE: "Borgeren kan ikke skrive under og har sagt ja på en anden måde (noteret på sagen).",
}
_UNSIGNED = {
    NoSignature.UNWILLING: "Borgeren ønsker ikke at underskrive",
    NoSignature.UNABLE: "Borgeren kan ikke underskrive",
}
_AGREED = "Kommunen er enig i mål og aktiviteter og gør det, der står i planen."
_DECIDED = "Kommunen har bestemt mål og aktiviteter og gør det, der står i planen."
_ROOM_TO_SIGN = 18 * MM
_ROOM_FOR_DATE = 9 * MM
_ROOM_FOR_NAME = 8 * MM
_CLOSER_TO_ROLE = 8.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Signer:
    role: str
    name: str | None
    detail: Text
    statement: str
    signed_on: date | None = None
    remark: str | None = None
    is_asked: bool = True


def signatures_section(snapshot: PlanSnapshot) -> Section:
    """Return the section; its content is one strip that never breaks."""
    return Section(title="Underskrifter", fill=_Signatures(snapshot))


@dataclass(frozen=True, slots=True)
class _Signatures:
    snapshot: PlanSnapshot

    def __call__(self, section: Element, name: str) -> list[Strip]:
        del name
        drawing = Arrangement()
        down = self._put_signers(drawing, section)
        down = self._put_boxes(drawing, section, down + 5 * MM)
        return [Strip(height=down, draw=drawing)]

    def _put_signers(self, drawing: Arrangement, section: Element) -> float:
        signers = _signers(self.snapshot)
        width = (TEXT_WIDTH - (len(signers) - 1) * COLUMN_GAP) / len(signers)
        columns = [(number * (width + COLUMN_GAP), section.add("Div")) for number in range(len(signers))]
        places = list(zip(signers, columns, strict=True))
        named = max(_put_name(drawing, signer, x, width, element) for signer, (x, element) in places)
        depth = 0.0
        for signer, (x, element) in places:
            statement = Said(signer.statement, SMALL).set(width, element)
            depth = max(depth, drawing.put(statement, x, named + 1.5 * MM))
        bottom = depth
        for signer, (x, element) in places:
            if not signer.is_asked:
                continue
            down = drawing.put(self._signature(signer, width, element), x, depth)
            bottom = max(bottom, drawing.put(_date_field(signer, width, element), x, down))
        return bottom

    def _signature(self, signer: _Signer, width: float, element: Element) -> WritingField:
        remark = NOT_TO_BE_SIGNED if self.snapshot.draft else signer.remark
        printed = Said(remark, REMARK, most=1).set(width, element) if remark else None
        return WritingField("Underskrift", width, _ROOM_TO_SIGN, element.add("P"), printed)

    def _put_boxes(self, drawing: Arrangement, section: Element, top: float) -> float:
        width = (TEXT_WIDTH - COLUMN_GAP) / 2
        handed = "afgørelsen og en kopi af planen" if self.snapshot.decision else "en kopi af planen"
        columns = [[(f"Borgeren har fået {handed}.", False), self._declaration()]]
        if not (self.snapshot.signed_by_citizen_on or self.snapshot.decision):
            columns.append([(sentence, self.snapshot.unsigned == why) for why, sentence in _UNSIGNED_BOXES.items()])
        bottom = top
        for number, boxes in enumerate(columns):
            down = top
            for sentence, is_ticked in boxes:
                box = CheckBox.make(sentence, width, section, is_ticked=is_ticked)
                down = drawing.put(box, number * (width + COLUMN_GAP), down) + 2 * MM
            bottom = max(bottom, down)
        return bottom

    def _declaration(self) -> tuple[str, bool]:
        signed_on = self.snapshot.declaration_signed_on
        when = f"den {long_date(signed_on)}" if signed_on else "samtidig"
        return f"Opholds- og selvforsørgelseserklæringen er underskrevet {when} (bilag 1).", signed_on is not None


def _signers(snapshot: PlanSnapshot) -> Sequence[_Signer]:
    signers = [
        _citizen(snapshot),
        _Signer(
            role="For kommunen",
            name=snapshot.caseworker or snapshot.municipality.team,
            detail=snapshot.municipality.team.strip() if snapshot.caseworker else "",
            statement=_AGREED if snapshot.decision is None else _DECIDED,
            signed_on=snapshot.signed_by_municipality_on,
        ),
    ]
    interpreted = snapshot.citizen.interpreter_language
    if interpreted or snapshot.signed_by_interpreter_on:
        spoken = f" til {language(interpreted)}" if interpreted else ""
        signers.append(
            _Signer(
                role="Tolk",
                name=None,
                detail="",
                statement=f"Jeg har oversat hele planen mundtligt{spoken}.",
                signed_on=snapshot.signed_by_interpreter_on,
            )
        )
    return signers


def _citizen(snapshot: PlanSnapshot) -> _Signer:
    citizen = snapshot.citizen
    if snapshot.unsigned == NoSignature.DECIDED:
        remark = None
        statement = "Du og kommunen blev ikke enige. Kommunen har bestemt indholdet, og du skal ikke skrive under."
    elif snapshot.unsigned:
        remark = _UNSIGNED[NoSignature(snapshot.unsigned)]
        statement = "Begrundelsen står på sagen."
    else:
        remark = None
        read = (
            "Jeg har fået planen læst op på et sprog, jeg forstår."
            if citizen.interpreter_language
            else "Jeg har læst og forstået planen."
        )
        statement = f"{read} Jeg er enig i mål og aktiviteter."
    return _Signer(
        role="Borger",
        name=citizen.name,
        detail=native_name(citizen),
        statement=statement,
        signed_on=snapshot.signed_by_citizen_on,
        remark=remark,
        is_asked=snapshot.unsigned != NoSignature.DECIDED,
    )


def _put_name(drawing: Arrangement, signer: _Signer, x: float, width: float, element: Element) -> float:
    """Put who signs; names are cut to three lines here, section 1 has them in full."""
    down = drawing.put(Said(signer.role, LABEL).set(width, element), x, 0)
    if signer.name is None:
        field = WritingField("Navn og tolkenummer", width, _ROOM_FOR_NAME, element.add("P"))
        return drawing.put(field, x, down - _CLOSER_TO_ROLE)
    down = drawing.put(Said(signer.name.strip(), BODY, most=3).set(width, element), x, down)
    return drawing.put(Said(signer.detail, SMALL, most=3).set(width, element), x, down)


def _date_field(signer: _Signer, width: float, element: Element) -> WritingField:
    printed = None
    if signer.signed_on:
        printed = Said(f"Underskrevet den {long_date(signer.signed_on)}", SMALL).set(width, element)
    return WritingField("Dato", width, _ROOM_FOR_DATE, element.add("P"), printed)
