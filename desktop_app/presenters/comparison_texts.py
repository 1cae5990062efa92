"""Vis forskelle in words: the versions, the sections and fields of the document, and what they said and say."""

from collections.abc import Iterator
from datetime import date

from desktop_app.application.compare_plans import (
    ComparedPlans,
    ComparedVersion,
    ToldComparison,
    ToldField,
    ToldItem,
    ToldSection,
)
from desktop_app.domain.case import TargetGroup
from desktop_app.domain.cpr import masked
from desktop_app.domain.plan import ActivityKind, GoalKind, Party, PlanState
from desktop_app.domain.plan_comparison import (
    ChangedField,
    ChangedItem,
    ChangedSection,
    FieldValue,
    PaperField,
    PaperSection,
    PrintedItem,
)
from desktop_app.domain.plan_snapshot import PrintedActivity, PrintedCommitment, PrintedGoal, PrintedText
from desktop_app.domain.word_changes import WordChange, rewritten, word_changes
from desktop_app.presenters.field_words import (
    activity_kind_text,
    goal_kind_text,
    language_text,
    nationality_text,
    party_text,
    target_group_text,
)
from desktop_app.presenters.marked_words import change_word, marked
from desktop_app.presenters.plan_rows_typed import hours_text
from desktop_app.presenters.plan_state_texts import state_in_sentence
from desktop_app.translation import _, _n, long_date

_NOT_OF_WHOLE = frozenset({PaperField.KIND, PaperField.PARTY, PaperField.HEADING, PaperField.APPROVED})
"""What is not told of one that is new or gone: its title says it, or it is about the text and not of it."""

_IN_WORDS = frozenset(
    {
        PaperField.LEGAL_BASIS,
        PaperField.CITIZEN,
        PaperField.NATIVE_NAME,
        PaperField.ADDRESS,
        PaperField.CITY,
        PaperField.MUNICIPALITY,
        PaperField.TEAM,
        PaperField.MUNICIPALITY_ADDRESS,
        PaperField.CASEWORKER,
        PaperField.COORDINATING_DEPARTMENT,
        PaperField.FOLLOW_UP_STANDARD,
        PaperField.TEXT,
        PaperField.PROVIDER,
        PaperField.DEPARTMENT,
        PaperField.RESPONSIBLE,
        PaperField.MEASURE,
        PaperField.WHO,
        PaperField.ASSESSED_EDUCATION,
        PaperField.ASSESSED_WORK,
        PaperField.ASSESSED_FAMILY,
        PaperField.ASSESSED_HEALTH,
        PaperField.ASSESSED_NETWORK,
        PaperField.ASSESSED_HOUSING,
        PaperField.ASYLUM_PHASE,
        PaperField.EDUCATION_ORDER,
    }
)
"""The fields that hold prose or names; every other value makes sense only whole."""


def told_comparison(compared: ComparedPlans) -> ToldComparison:
    """Return a comparison in words, in the language of the interface."""
    return ToldComparison(
        case_number=compared.case_number,
        citizen=compared.citizen,
        was=version_text(compared.was),
        now=version_text(compared.now),
        numbers=(compared.was.number, compared.now.number),
        summary=_summary(compared),
        sections=tuple(_section(section) for section in compared.sections),
        is_draft=PlanState.DRAFT in {compared.was.state, compared.now.state},
        on=compared.on,
    )


def version_text(version: ComparedVersion) -> str:
    """Return a version with its state and the day of its paper; that of a draft is of no day."""
    if version.state is PlanState.DRAFT:
        return _("Version {n}, {state}").format(n=version.number, state=state_in_sentence(version.state))
    return _("Version {n}, {state}, dated {date}").format(
        n=version.number, state=state_in_sentence(version.state), date=long_date(version.dated_on)
    )


def _summary(compared: ComparedPlans) -> str:
    count = sum(
        len(section.fields) + sum(_weight(item) for item in section.items) + section.is_reordered
        for section in compared.sections
    )
    if not count:
        return _("The two versions are the same.")
    return _n("{n} difference", "{n} differences", count).format(n=count)


def _weight(item: ChangedItem) -> int:
    return len(item.fields) if item.was and item.now else 1


def _section(section: ChangedSection) -> ToldSection:
    fields = tuple(_field(changed) for changed in section.fields)
    items = [ToldItem("", fields)] if fields else []
    items += [_item(item) for item in section.items]
    remark = _("The order was changed.") if section.is_reordered else ""
    return ToldSection(_section_title(section.section), tuple(items), remark)


def _item(item: ChangedItem) -> ToldItem:
    if item.was and item.now:
        has_text = any(changed.field is PaperField.TEXT for changed in item.fields)
        title = _kind_of(item.now) if has_text else _whole_title(item.now)
        return ToldItem(title, tuple(_field(changed) for changed in item.fields))
    change = WordChange.ADDED if item.now else WordChange.REMOVED
    said = item.now or item.was
    title = f"{_kind_of(said)} [{change_word(change)}]" if said else ""
    return ToldItem(title, tuple(_whole(changed) for changed in item.fields if changed.field not in _NOT_OF_WHOLE))


def _whole_title(item: PrintedItem) -> str:
    text = "" if isinstance(item, PrintedText) else " ".join(item.text.split())
    return f"{_kind_of(item)}: {text}" if text else _kind_of(item)


def _kind_of(item: PrintedItem) -> str:
    if isinstance(item, PrintedGoal):
        return goal_kind_text(GoalKind(item.kind))
    if isinstance(item, PrintedActivity):
        return activity_kind_text(ActivityKind(item.kind))
    if isinstance(item, PrintedCommitment):
        return party_text(Party(item.party))
    return item.heading


def _field(changed: ChangedField) -> ToldField:
    was, now = _value(changed.field, changed.was), _value(changed.field, changed.now)
    words = word_changes(was, now) if changed.field in _IN_WORDS else rewritten(was, now)
    return ToldField(_field_label(changed.field), marked(words))


def _whole(changed: ChangedField) -> ToldField:
    """Tell a field of one that is new or gone; its title bears the mark."""
    was, now = _value(changed.field, changed.was), _value(changed.field, changed.now)
    return ToldField(_field_label(changed.field), rewritten(was, now))


def _value(field: PaperField, value: FieldValue) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, date):
        return long_date(value)
    if isinstance(value, float | int):
        return hours_text(value)
    return ", ".join(_words(field, [value] if isinstance(value, str) else list(value)))


def _words(field: PaperField, values: list[str]) -> Iterator[str]:
    for value in values:
        match field:
            case PaperField.CPR:
                yield masked(value)
            case PaperField.NATIONALITY:
                yield nationality_text(value)
            case PaperField.LANGUAGES | PaperField.INTERPRETER_LANGUAGE:
                yield language_text(value)
            case PaperField.TARGET_GROUP:
                yield target_group_text(TargetGroup(value))
            case _:
                yield value


def _section_title(section: PaperSection) -> str:
    return {
        PaperSection.PARTIES: _("Parties"),
        PaperSection.ASSESSMENT: _("Overall assessment"),
        PaperSection.GOALS: _("Goals"),
        PaperSection.ACTIVITIES: _("Activities"),
        PaperSection.EDUCATION_ORDER: _("Education order"),
        PaperSection.COMMITMENTS: _("Who does what"),
        PaperSection.FOLLOW_UP: _("Follow-up"),
        PaperSection.RIGHTS: _("Rights and duties"),
        PaperSection.INTERPRETING: _("Interpreting"),
    }[section]


def _field_label(field: PaperField) -> str:
    return {
        PaperField.LEGAL_BASIS: _("Legal basis"),
        PaperField.CITIZEN: _("Citizen"),
        PaperField.NATIVE_NAME: _("Name in its own script"),
        PaperField.CPR: _("CPR number"),
        PaperField.BIRTH_DATE: _("Birth date"),
        PaperField.PROTECTED_ADDRESS: _("The address is protected"),
        PaperField.ADDRESS: _("Address"),
        PaperField.POSTAL_CODE: _("Postal code"),
        PaperField.CITY: _("City"),
        PaperField.NATIONALITY: _("Nationality"),
        PaperField.TARGET_GROUP: _("Target group"),
        PaperField.LANGUAGES: _("Language"),
        PaperField.INTERPRETER_LANGUAGE: _("Interpreter"),
        PaperField.MUNICIPALITY: _("The municipality"),
        PaperField.TEAM: _("Team"),
        PaperField.MUNICIPALITY_ADDRESS: _("The municipality's address"),
        PaperField.PHONE: _("Phone"),
        PaperField.EMAIL: _("E-mail"),
        PaperField.PRIVACY_CONTACT: _("Contact on data protection"),
        PaperField.CASEWORKER: _("Caseworker"),
        PaperField.COORDINATING_DEPARTMENT: _("Coordinating department"),
        PaperField.ALLOCATION: _("Decision on allocation"),
        PaperField.TAKEOVER: _("The municipality takes over"),
        PaperField.CONTRACT_DUE: _("The contract is due"),
        PaperField.ASSESSED_EDUCATION: _("Education"),
        PaperField.ASSESSED_WORK: _("Work"),
        PaperField.ASSESSED_FAMILY: _("Family"),
        PaperField.ASSESSED_HEALTH: _("Health"),
        PaperField.HEALTH_CONSENT: _("Consent to what is written about health"),
        PaperField.ASSESSED_NETWORK: _("Network"),
        PaperField.ASSESSED_HOUSING: _("Housing"),
        PaperField.ASYLUM_PHASE: _("From the asylum phase"),
        PaperField.EDUCATION_ORDER_GIVEN: _("Given on"),
        PaperField.EDUCATION_ORDER: _("What it asks for"),
        PaperField.NEXT_FOLLOW_UP: _("Next talk at the latest"),
        PaperField.FOLLOW_UP_STANDARD: _("How often we talk"),
        PaperField.REVISION_DUE: _("The contract is revised at the latest"),
        PaperField.PROGRAMME_END: _("The programme ends"),
        PaperField.KIND: _("Kind"),
        PaperField.HEADING: "",
        PaperField.PARTY: "",
        PaperField.WHO: _("Name"),
        PaperField.TEXT: "",
        PaperField.TOWARDS: _("Step towards"),
        PaperField.MEASURE: _("How it is measured"),
        PaperField.TARGET: _("At the latest on"),
        PaperField.ACHIEVED: _("Reached on"),
        PaperField.PROVIDER: _("Place or provider"),
        PaperField.DEPARTMENT: _("Department"),
        PaperField.RESPONSIBLE: _("Responsible"),
        PaperField.STARTS: _("From"),
        PaperField.ENDS: _("To"),
        PaperField.HOURS: _("Hours a week"),
        PaperField.DUE: _("At the latest on"),
        PaperField.APPROVED: _("The text is checked by a lawyer"),
    }[field]
