"""The plan on paper, in Danish: the citizen's contract and plan in one document, drawn from a snapshot alone."""

from desktop_app.documents.danish_words import long_date
from desktop_app.documents.page_flow import Strip, bound, height_of
from desktop_app.documents.page_frame import PageFrame
from desktop_app.documents.pdf_a import Description
from desktop_app.documents.plan_activities import activities_section
from desktop_app.documents.plan_assessment import assessment_section
from desktop_app.documents.plan_commitments import commitments_section
from desktop_app.documents.plan_decision import decision_section, education_order_section
from desktop_app.documents.plan_follow_up import follow_up_section
from desktop_app.documents.plan_goals import goals_section
from desktop_app.documents.plan_opening import opening, title_of
from desktop_app.documents.plan_parties import parties_section
from desktop_app.documents.plan_section import set_section
from desktop_app.documents.plan_signatures import NOT_TO_BE_SIGNED, signatures_section
from desktop_app.documents.plan_texts import interpreting_section, rights_section
from desktop_app.documents.set_paper import LANGUAGE, SetPaper
from desktop_app.documents.structure import Structure
from desktop_app.documents.styles import TEXT_BOTTOM, TEXT_TOP
from desktop_app.documents.typesetting import Piece
from desktop_app.domain.plan_snapshot import PlanSnapshot

KLE_NUMBER = "15.40.10 G01"
"""Where the paper is filed (KL's classification): introduction programmes; G01 is the case of one citizen."""


def print_plan(snapshot: PlanSnapshot, *, pdf_a_part: int = 2) -> bytes:
    """Return the plan as PDF/A-2a. Equal snapshots give equal bytes, in every process.

    Part 1 is the older standard, which the validator in Debian can check.
    """
    return set_plan(snapshot).as_pdf(pdf_a_part)


def set_plan(snapshot: PlanSnapshot) -> SetPaper:
    """Return the plan, ready to be drawn."""
    structure = Structure()
    return SetPaper(
        strips=_story(snapshot, structure),
        structure=structure,
        frame=_frame(snapshot),
        description=Description(
            title=f"{title_of(snapshot)}, sagsnr. {snapshot.case_number}, version {snapshot.plan_number}",
            author=snapshot.municipality.name,
            language=LANGUAGE,
            dated_on=snapshot.dated_on,
        ),
    )


def _story(snapshot: PlanSnapshot, structure: Structure) -> list[Strip]:
    body = (
        decision_section(snapshot),
        parties_section(snapshot),
        assessment_section(snapshot),
        goals_section(snapshot),
        activities_section(snapshot),
        education_order_section(snapshot),
        commitments_section(snapshot),
        follow_up_section(snapshot),
        rights_section(snapshot),
    )
    closing = (interpreting_section(snapshot), signatures_section(snapshot))
    strips = opening(snapshot, structure.root)
    number = 0
    for section in filter(None, body):
        number += 1
        strips += set_section(section, number, structure)
    ends = []
    for section in filter(None, closing):
        number += 1
        ends.append(set_section(section, number, structure))
    return _with_closing(strips, ends)


def _with_closing(strips: list[Strip], ends: list[list[Strip]]) -> list[Strip]:
    """Bind the signatures to what is signed.

    Interpreting and signatures stay on one page; without interpreting, the last row before the signatures does, for a
    signature never stands alone. Where that would be more than a page, what comes first is let go.
    """
    whole = strips + [strip for end in ends for strip in end]
    first_of_signatures = len(whole) - len(ends[-1])
    for wanted in (min(len(strips), first_of_signatures - 1), first_of_signatures - 1, first_of_signatures):
        start = next((place for place in range(wanted, 0, -1) if not whole[place - 1].keeps_next), 0)
        if height_of(whole[start:]) <= TEXT_TOP - TEXT_BOTTOM:
            return whole[:start] + bound(whole[start:], TEXT_TOP - TEXT_BOTTOM)
    return whole


def _frame(snapshot: PlanSnapshot) -> PageFrame:
    mark = _mark(snapshot)
    chips = [word for word in (mark, "EKSEMPELDATA" if snapshot.fictional else None) if word]
    return PageFrame(
        sender=snapshot.municipality.name,
        department=snapshot.municipality.team,
        case=[Piece("Sagsnr. "), Piece(snapshot.case_number), Piece(f" · KLE {KLE_NUMBER}")],
        version=f"Version {snapshot.plan_number} · {long_date(snapshot.dated_on)}",
        document=[
            Piece(f"{title_of(snapshot)} · "),
            Piece(snapshot.citizen.name),
            Piece(" · Fortroligt – indeholder personoplysninger"),
        ],
        control=_control(snapshot),
        chips=chips,
        watermark=mark,
        logo=snapshot.municipality.logo,
    )


def _mark(snapshot: PlanSnapshot) -> str | None:
    """Return what stands across a paper that binds nobody."""
    if snapshot.annulled_on:
        return "ANNULLERET"
    return "KLADDE" if snapshot.draft else None


def _control(snapshot: PlanSnapshot) -> str:
    if snapshot.annulled_on:
        return f"Annulleret den {long_date(snapshot.annulled_on)}"
    return NOT_TO_BE_SIGNED if snapshot.draft else f"Kontrolkode {snapshot.control_code}"
