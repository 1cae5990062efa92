"""The fields of *Ny modtagelse*, what they are called, and which of them people who arrive together share."""

from enum import StrEnum

from desktop_app.domain.case import TargetGroup
from desktop_app.domain.household import HouseholdRole
from desktop_app.presenters.field_words import (
    household_role_text,
    language_text,
    nationality_text,
    target_group_text,
)
from desktop_app.translation import _, capitalised

YES, NO = "yes", "no"
"""What is chosen in a field that asks whether or not; a check box holds `YES` or nothing."""


class Field(StrEnum):
    """A field of the form, in the order of the page. Dates are held as they were typed, choices by their key."""

    GIVEN_NAMES = "given_names"
    FAMILY_NAME = "family_name"
    NATIVE_NAME = "native_name"
    CPR = "cpr"
    BIRTH_DATE = "birth_date"
    ROLE = "role"
    NATIONALITY = "nationality"
    LANGUAGE = "language"
    INTERPRETER = "interpreter"
    TARGET_GROUP = "target_group"
    APPLIED_IN_DENMARK = "applied_in_denmark"
    ALLOCATION = "allocation_decided_on"
    PERMIT = "permit_granted_on"
    REGISTRATION = "cpr_registered_on"
    TAKEOVER = "takeover_on"
    BY_AGREEMENT = "by_agreement"
    REASON = "takeover_reason"
    ADDRESS = "address"
    POSTAL_CODE = "postal_code"
    CITY = "city"
    PROTECTED = "protected_address"
    PHONE = "phone"
    EMAIL = "email"
    CASEWORKER = "responsible_caseworker"
    DEPARTMENT = "coordinating_department"
    JOINS = "joins"


PERSONAL = frozenset(
    {
        Field.GIVEN_NAMES,
        Field.NATIVE_NAME,
        Field.CPR,
        Field.BIRTH_DATE,
        Field.ROLE,
        Field.PHONE,
        Field.EMAIL,
    }
)
"""What everybody has for themself; the rest follows the first person until it is changed for another."""

NAMES = frozenset({Field.GIVEN_NAMES, Field.FAMILY_NAME, Field.NATIVE_NAME})
"""What somebody is called: it stands on every paper."""

TAKEOVER_FIELDS = frozenset({Field.TAKEOVER, Field.BY_AGREEMENT, Field.REASON})
"""A takeover on another day than the one proposed, and why: one decision."""

FACT_FIELDS = frozenset({Field.ALLOCATION, Field.PERMIT, Field.REGISTRATION})
"""The dates a takeover is proposed from, of which each group has its own."""


def field_label(field: Field) -> str:
    """Return what a field is called on the page."""
    return {
        Field.GIVEN_NAMES: _("Given names"),
        Field.FAMILY_NAME: _("Family name"),
        Field.NATIVE_NAME: _("Name in its own script"),
        Field.CPR: _("CPR number"),
        Field.BIRTH_DATE: _("Birth date"),
        Field.ROLE: _("In the household"),
        Field.NATIONALITY: _("Nationality"),
        Field.LANGUAGE: _("Language"),
        Field.INTERPRETER: _("Interpreter"),
        Field.TARGET_GROUP: _("Target group"),
        Field.APPLIED_IN_DENMARK: _("Applied for in Denmark"),
        Field.ALLOCATION: _("Decision on allocation"),
        Field.PERMIT: _("Residence permit granted"),
        Field.REGISTRATION: _("Registered in CPR"),
        Field.TAKEOVER: _("The municipality takes over"),
        Field.BY_AGREEMENT: _("Earlier by agreement, with the citizen's consent (§ 4, stk. 2)"),
        Field.REASON: _("Reason for the date"),
        Field.ADDRESS: _("Address"),
        Field.POSTAL_CODE: _("Postal code"),
        Field.CITY: _("City"),
        Field.PROTECTED: _("The address is protected"),
        Field.PHONE: _("Phone"),
        Field.EMAIL: _("E-mail"),
        Field.CASEWORKER: _("Responsible caseworker"),
        Field.DEPARTMENT: _("Coordinating department"),
        Field.JOINS: _("Moves in with"),
    }[field]


def value_text(field: Field, value: str) -> str:
    """Return what a field holds as one reads it: a country by its name, a date as it was typed."""
    match field:
        case Field.NATIONALITY:
            return nationality_text(value)
        case Field.LANGUAGE:
            return capitalised(language_text(value))
        case Field.TARGET_GROUP:
            return capitalised(target_group_text(TargetGroup(value)))
        case Field.ROLE if value == HouseholdRole.OTHER:
            return _("Another person")
        case Field.ROLE:
            return capitalised(household_role_text(HouseholdRole(value)))
        case _:
            return {YES: _("Yes"), NO: _("No")}.get(value, value)
