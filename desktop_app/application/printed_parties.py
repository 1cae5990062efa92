"""Citizen and municipality as a document names them. A protected address never leaves the case on paper."""

from desktop_app.domain.case import Case
from desktop_app.domain.municipality import Municipality
from desktop_app.domain.plan_snapshot import PrintedCitizen, PrintedMunicipality


def printed_citizen(case: Case) -> PrintedCitizen:
    """Return all a plan says of the citizen."""
    citizen = case.citizen
    hidden = citizen.protected_address
    return PrintedCitizen(
        name=citizen.full_name,
        native_name=citizen.native_name,
        cpr=citizen.cpr,
        birth_date=citizen.birth_date,
        address=None if hidden else citizen.address,
        postal_code=None if hidden else citizen.postal_code,
        city=None if hidden else citizen.city,
        protected_address=hidden,
        nationality=citizen.nationality,
        target_group=case.target_group,
        languages=citizen.languages,
        interpreter_language=citizen.interpreter_language,
    )


def identified_citizen(case: Case) -> PrintedCitizen:
    """Return the name and the CPR number alone, for a paper that has to say whose it is and no more."""
    citizen = case.citizen
    return PrintedCitizen(
        name=citizen.full_name, native_name=citizen.native_name, cpr=citizen.cpr, birth_date=citizen.birth_date
    )


def named_citizen(case: Case) -> PrintedCitizen:
    """Return the name alone, for a paper that hangs on a wall."""
    return PrintedCitizen(name=case.citizen.full_name, native_name=case.citizen.native_name)


def printed_municipality(municipality: Municipality) -> PrintedMunicipality:
    """Return the municipality as letterheads name it."""
    return PrintedMunicipality(
        name=municipality.name,
        team=municipality.team,
        address=municipality.address,
        phone=municipality.phone,
        email=municipality.email,
        privacy_contact=municipality.privacy_contact,
        logo=municipality.logo,
    )
