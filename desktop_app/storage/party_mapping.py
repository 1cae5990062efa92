"""The municipality, households and citizens: domain object -> record and back, both directions side by side."""

from desktop_app.domain.citizen import Citizen, Sex
from desktop_app.domain.household import Household
from desktop_app.domain.logo import Logo
from desktop_app.domain.municipality import Municipality
from desktop_app.storage.kinds import Stored, Values


def municipality_record(municipality: Municipality) -> Stored:
    """Return the record the municipality is kept in."""
    return Stored(
        "settings",
        {
            "id": municipality.id,
            "version": municipality.version,
            "code": municipality.code,
            "name": municipality.name,
            "team": municipality.team,
            "address": municipality.address,
            "phone": municipality.phone,
            "email": municipality.email,
            "privacy_contact": municipality.privacy_contact,
            "uses_suspension": municipality.uses_suspension,
            "fictional": municipality.fictional,
            "logo": municipality.logo.sha256 if municipality.logo else None,
        },
    )


def municipality_from(row: Values, logo: Logo | None) -> Municipality:
    """Return the municipality a row holds, with the logo the row names."""
    return Municipality(
        id=row["id"],
        version=row["version"],
        code=row["code"],
        name=row["name"],
        team=row["team"],
        address=row["address"],
        phone=row["phone"],
        email=row["email"],
        privacy_contact=row["privacy_contact"],
        uses_suspension=row["uses_suspension"],
        fictional=row["fictional"],
        logo=logo,
    )


def household_record(household: Household) -> Stored:
    """Return the record a household is kept in."""
    return Stored(
        "households",
        {
            "id": household.id,
            "version": household.version,
            "name": household.name,
            "coordinating_caseworker": household.coordinating_caseworker,
        },
    )


def household_from(row: Values) -> Household:
    """Return the household a row holds."""
    return Household(
        id=row["id"],
        version=row["version"],
        name=row["name"],
        coordinating_caseworker=row["coordinating_caseworker"],
    )


def citizen_record(citizen: Citizen) -> Stored:
    """Return the record a citizen is kept in."""
    return Stored(
        "citizens",
        {
            "id": citizen.id,
            "version": citizen.version,
            "given_names": citizen.given_names,
            "family_name": citizen.family_name,
            "native_name": citizen.native_name,
            "cpr": citizen.cpr,
            "birth_date": citizen.birth_date,
            "sex": citizen.sex and citizen.sex.value,
            "nationality": citizen.nationality,
            "languages": list(citizen.languages),
            "interpreter_language": citizen.interpreter_language,
            "address": citizen.address,
            "postal_code": citizen.postal_code,
            "city": citizen.city,
            "phone": citizen.phone,
            "email": citizen.email,
            "protected_address": citizen.protected_address,
        },
    )


def citizen_from(row: Values) -> Citizen:
    """Return the citizen a row holds."""
    return Citizen(
        id=row["id"],
        version=row["version"],
        given_names=row["given_names"],
        family_name=row["family_name"],
        native_name=row["native_name"],
        cpr=row["cpr"],
        birth_date=row["birth_date"],
        sex=Sex(row["sex"]) if row["sex"] else None,
        nationality=row["nationality"],
        languages=tuple(row["languages"]),
        interpreter_language=row["interpreter_language"],
        address=row["address"],
        postal_code=row["postal_code"],
        city=row["city"],
        phone=row["phone"],
        email=row["email"],
        protected_address=row["protected_address"],
    )
