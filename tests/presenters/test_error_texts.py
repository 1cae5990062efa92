"""Errors in clear sentences: what happened, why, and what to do now."""

import errno
import os
from datetime import UTC, date, datetime

import pytest

from desktop_app.application.access_errors import KeyRotationWaits, RemovingOneself
from desktop_app.application.errors import (
    ApplicationError,
    BackupFailed,
    CaseNotFound,
    ChangedMeanwhile,
    ImportProblem,
    ImportRefused,
    LastUser,
    LawCopyTrouble,
    LawUnusable,
    NothingHeld,
    OwnFileRefused,
    PasswordTooShort,
    PlanNotFound,
    RuleFileError,
    RuleProblem,
    StorageTrouble,
    StorageUnavailable,
    StoreRefusal,
    StoreRefused,
    UnknownUser,
    UserNameTaken,
)
from desktop_app.application.law_in_force import LawFallback
from desktop_app.domain.errors import (
    CorrectionEmpty,
    DomainError,
    FollowUpClosed,
    FollowUpInFuture,
    NextFollowUpNotLater,
)
from desktop_app.presenters.error_texts import error_text
from desktop_app.presenters.rule_error_texts import law_fallback_text, rule_file_error
from desktop_app.translation import ENGLISH, set_language

PATH = "/sager/enplan.store"
# What the store gives with each refusal.
DETAILS = {
    StoreRefusal.IN_USE: {"user": "Mette Jensen", "computer": "PC-4711", "since": "2026-03-03T09:12:00+00:00"},
    StoreRefusal.NEWER: {"store_version": "0009", "program_version": "0002"},
    StoreRefusal.NO_ROLE: {"user": "Anna Krogh"},
    StoreRefusal.UNKNOWN_USER: {"user": "LØ"},
    StoreRefusal.WRONG_RECOVERY_KEY: {"group": ""},
    StoreRefusal.NETWORK_FOLDER: {"folder": "//server/team"},
    StoreRefusal.SYNCHRONISED_FOLDER: {"folder": "OneDrive"},
    StoreRefusal.NOT_WRITABLE: {"folder": "/opt"},
    StoreRefusal.UNSUITABLE_LIBRARY: {"found": "SQLite 3.31"},
}


def refused(refusal: StoreRefusal, **details: str) -> str:
    return error_text(StoreRefused(refusal, **{"path": PATH} | (details or DETAILS.get(refusal, {}))))


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (CaseNotFound("2026-014"), "Der er ingen sag med nummeret 2026-014. Tjek nummeret, og prøv igen."),
        (PlanNotFound("2026-014"), "Sag 2026-014 har ingen plan endnu, så der er intet at udskrive."),
        (PlanNotFound("2026-014", 3), "Sag 2026-014 har ingen version 3 af planen."),
        (
            ChangedMeanwhile("record-1"),
            "En anden har gemt ændringer i sagen. Det, du har skrevet, er bevaret. Åbn sagen igen for at sammenligne.",
        ),
        (
            NothingHeld("2026-014"),
            "Der er ikke holdt nogen opfølgning på sag 2026-014 endnu, så der er intet referat at udskrive.",
        ),
        (
            NothingHeld("2026-014", date(2027, 1, 20)),
            "Sag 2026-014 har ingen opfølgning, der blev holdt den 20. januar 2027.",
        ),
        (PasswordTooShort(12), "Adgangskoden skal have mindst 12 tegn. Fire tilfældige ord er godt."),
        (
            UserNameTaken("MJ"),
            "En anden bruger hedder allerede MJ. Vælg et andet navn eller andre initialer.",
        ),
        (FollowUpInFuture(date(2027, 1, 21)), "Datoen kan ikke ligge i fremtiden"),
        (
            NextFollowUpNotLater(date(2027, 1, 20), date(2027, 1, 20)),
            "Næste opfølgning skal ligge efter den 20. januar 2027",
        ),
        (FollowUpClosed(None), "Notatet er låst og kan ikke længere rettes. Tilføj en rettelse i stedet."),
        (CorrectionEmpty(), "Skriv rettelsen"),
        (UnknownUser("LØ"), "Der er ingen bruger, der hedder LØ."),
        (
            OwnFileRefused(PATH),
            "/sager/enplan.store hører til filen med sagerne og overskrives aldrig. Vælg et andet sted.",
        ),
        (
            BackupFailed(StorageTrouble.MISSING, "/kopier"),
            "Sikkerhedskopien kunne ikke laves: mappen /kopier findes ikke.",
        ),
        (LastUser("MJ"), "Den sidste bruger kan ikke fjernes. Tilføj en anden bruger først."),
        (RemovingOneself("MJ"), "Du kan ikke fjerne dig selv. Bed en anden bruger om at gøre det."),
        (
            KeyRotationWaits(["Anna Krogh"]),
            (
                "Nøglen til filen med sagerne kan ikke skiftes endnu, så intet er ændret. Disse skal først åbne filen"
                " én gang med deres egen adgangskode eller have en ny: Anna Krogh."
            ),
        ),
        (
            KeyRotationWaits(["Anna Krogh", "Lars Østergaard"], needs_recovery_key=True),
            (
                "Nøglen til filen med sagerne kan ikke skiftes endnu, så intet er ændret. Disse skal først åbne filen"
                " én gang med deres egen adgangskode eller have en ny: Anna Krogh, Lars Østergaard. Udskriv først en ny"
                " nødnøgle."
            ),
        ),
        (
            KeyRotationWaits([], needs_recovery_key=True),
            "Nøglen til filen med sagerne kan ikke skiftes endnu, så intet er ændret. Udskriv først en ny nødnøgle.",
        ),
        (ApplicationError("bremse"), "Programmet kunne ikke gøre det: bremse."),
    ],
)
def test_an_error_says_what_happened_and_what_to_do(error: ApplicationError | DomainError, text: str) -> None:
    assert error_text(error) == text


def test_a_refused_file_is_said_as_the_import_says_it() -> None:
    text = error_text(ImportRefused(ImportProblem.DUPLICATE_CASE_NUMBER, case="2026-014", key="case_number"))

    assert text.startswith("Sag 2026-014, nøglen »case_number«: Sagsnummeret står to gange i filen.")


def test_nothing_of_a_changed_record_is_named() -> None:
    assert "record-1" not in error_text(ChangedMeanwhile("record-1"))


# The machine ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("trouble", "beginning"),
    [
        (StorageTrouble.DISK_FULL, "Filen med sagerne kan ikke åbnes, fordi disken er fuld."),
        (StorageTrouble.READ_ONLY, "Filen med sagerne kan ikke åbnes, fordi den eller mappen er skrivebeskyttet."),
        (StorageTrouble.INPUT_OUTPUT, "Disken melder fejl, så filen med sagerne kan ikke åbnes."),
        (StorageTrouble.MISSING, "Filen med sagerne er væk."),
    ],
)
def test_trouble_at_the_opening_speaks_of_no_changes(trouble: StorageTrouble, beginning: str) -> None:
    assert error_text(StorageUnavailable(trouble, PATH, at_opening=True)).startswith(beginning)


@pytest.mark.parametrize(
    ("trouble", "text"),
    [
        (
            StorageTrouble.DISK_FULL,
            (
                "Ændringerne kunne ikke gemmes, fordi disken er fuld. Din kladde ligger stadig i programmet. Frigør"
                " plads, og vælg Gem igen."
            ),
        ),
        (
            StorageTrouble.READ_ONLY,
            (
                "Ændringerne kunne ikke gemmes, fordi filen er skrivebeskyttet. Bed it-afdelingen om skriveadgang til"
                " mappen."
            ),
        ),
        (
            StorageTrouble.INPUT_OUTPUT,
            "Disken melder fejl, så intet blev gemt. Tjek, at drevet er tilsluttet, og prøv igen.",
        ),
        (StorageTrouble.LOCKED, "Et andet program har filen med sagerne åben. Luk det, og prøv igen."),
        (
            StorageTrouble.DAMAGED,
            "Filen med sagerne er beskadiget. Intet blev skrevet. Gendan den seneste sikkerhedskopi.",
        ),
        (
            StorageTrouble.MISSING,
            "Filen med sagerne er væk. Tjek, at drevet er tilsluttet, eller gendan den seneste sikkerhedskopi.",
        ),
    ],
)
def test_trouble_with_the_machine_says_what_became_of_the_work(trouble: StorageTrouble, text: str) -> None:
    assert error_text(StorageUnavailable(trouble, PATH)) == text


# The store -----------------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("danish_clock")
def test_a_store_in_use_says_who_has_it_on_which_computer_and_since_when() -> None:
    assert refused(StoreRefusal.IN_USE) == (
        "Mette Jensen har filen med sagerne åben på PC-4711 siden kl. 10.12 den 03.03.2026. Luk den dér, eller vent,"
        " til den er lukket. Et planlagt job kan ikke køre, mens et vindue er åbent."
    )


@pytest.mark.usefixtures("danish_clock")
def test_the_moment_is_in_the_time_of_the_office_in_summer_too() -> None:
    text = refused(StoreRefusal.IN_USE, user="MJ", computer="PC", since="2026-07-03T22:30:00+00:00")

    assert "siden kl. 00.30 den 04.07.2026" in text


def test_a_store_in_use_by_nobody_who_is_known_says_only_that() -> None:
    text = refused(StoreRefusal.IN_USE, user="", computer="", since="")

    assert text == "Et andet program har filen med sagerne åben. Luk den dér, eller vent, til det er færdigt."


def test_a_store_in_use_on_a_computer_nobody_knows_says_only_that_it_is() -> None:
    text = refused(StoreRefusal.IN_USE, user="MJ", computer="", since="2026-03-03T09:12:00+00:00")

    assert text == "Et andet program har filen med sagerne åben. Luk den dér, eller vent, til det er færdigt."


def test_a_store_in_use_since_nobody_knows_when_says_no_empty_moment() -> None:
    text = refused(StoreRefusal.IN_USE, user="MJ", computer="PC", since="")

    assert text == (
        "MJ har filen med sagerne åben på PC. Luk den dér, eller vent, til den er lukket. Et planlagt job kan ikke"
        " køre, mens et vindue er åbent."
    )


def test_a_mistyped_group_of_the_recovery_key_is_named() -> None:
    text = refused(StoreRefusal.WRONG_RECOVERY_KEY, group="3")

    assert text == "Gruppe 3 i nødnøglen er ikke, som den står på papiret. Ret den, og prøv igen."


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (
            StoreRefusal.MISSING,
            (
                "Der er ingen fil med sager i /sager/enplan.store. Tjek placeringen, eller opret en ny fil med »enplan"
                " init«."
            ),
        ),
        (
            StoreRefusal.EXISTS,
            "Der er allerede en fil i /sager/enplan.store. Den er ikke rørt. Vælg en anden placering til den nye.",
        ),
        (StoreRefusal.IS_FOLDER, "/sager/enplan.store er en mappe. Vælg filen med sagerne."),
        (
            StoreRefusal.EMPTY_FILE,
            (
                "Filen /sager/enplan.store er tom. Sagerne i den er tabt, og den er ikke rørt. Gendan den seneste"
                " sikkerhedskopi."
            ),
        ),
        (
            StoreRefusal.NOT_A_STORE,
            "/sager/enplan.store er ikke en fil med sager fra Én Plan. Den er ikke rørt.",
        ),
        (
            StoreRefusal.DAMAGED,
            "Filen /sager/enplan.store er beskadiget. Den er ikke rørt. Gendan den seneste sikkerhedskopi.",
        ),
        (StoreRefusal.UNKNOWN_USER, "Filen har ingen bruger, der hedder LØ."),
        (StoreRefusal.WRONG_PASSWORD, "Adgangskoden passer ikke. Prøv igen."),
        (StoreRefusal.WRONG_RECOVERY_KEY, "Nødnøglen passer ikke. Tjek hver gruppe af tegn."),
        (
            StoreRefusal.NEWER,
            (
                "Filen er sidst brugt med en nyere version af programmet (filens format er 0009, programmet kender"
                " 0002). Den er ikke rørt. Opdatér programmet."
            ),
        ),
        (
            StoreRefusal.NETWORK_FOLDER,
            (
                "Mappen //server/team ligger på et netværksdrev. Dér kan to computere ødelægge hinandens ændringer."
                " Vælg en mappe på denne computer."
            ),
        ),
        (
            StoreRefusal.SYNCHRONISED_FOLDER,
            (
                "Filen ligger på et drev, der synkroniseres (OneDrive). To computere kan ødelægge hinandens ændringer."
                " Vælg en anden mappe på denne computer."
            ),
        ),
        (
            StoreRefusal.UNSUITABLE_LIBRARY,
            (
                "Programmets databasebibliotek kan ikke kryptere sikkert (SQLite 3.31). Intet blev åbnet. Installér"
                " programmet igen."
            ),
        ),
        (
            StoreRefusal.HOLDS_CASES,
            "Der er allerede sager i filen, så der tilføjes ingen opdigtede. Vælg en tom placering til eksemplerne.",
        ),
    ],
)
def test_a_store_that_stays_closed_says_why_and_what_to_do(refusal: StoreRefusal, text: str) -> None:
    assert refused(refusal) == text


def test_a_key_file_that_is_missing_or_damaged_is_fetched_from_the_backup() -> None:
    for refusal in (StoreRefusal.KEYS_MISSING, StoreRefusal.KEYS_DAMAGED, StoreRefusal.KEYS_OLD):
        assert refused(refusal).endswith("Hent den fra den seneste sikkerhedskopi.")


def test_a_damaged_key_file_is_not_opened_by_the_recovery_key_either() -> None:
    set_language(ENGLISH)

    assert "recovery key" not in refused(StoreRefusal.KEYS_DAMAGED)


def test_who_did_not_say_who_they_are_is_asked_to() -> None:
    assert refused(StoreRefusal.UNKNOWN_USER, user="") == "Filen har flere brugere. Angiv med --user, hvem du er."


@pytest.mark.parametrize("refusal", StoreRefusal)
def test_every_refusal_is_a_whole_sentence(refusal: StoreRefusal) -> None:
    text = refused(refusal)

    assert text.endswith(".")
    assert "{" not in text


def test_a_path_with_braces_is_repeated_as_it_stands() -> None:
    text = refused(StoreRefusal.IS_FOLDER, path="/sager/{user}")

    assert text == "/sager/{user} er en mappe. Vælg filen med sagerne."


# Rule files ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            RuleFileError(RuleProblem.NOT_TOML, file="follow_up.toml", detail="line 3"),
            "follow_up.toml: Filen er ikke gyldig TOML (line 3).",
        ),
        (
            RuleFileError(RuleProblem.UNKNOWN_KEY, file="follow_up.toml", rule="version 2", key="frist"),
            "follow_up.toml, version 2, frist: Regler har ikke den nøgle.",
        ),
        (
            RuleFileError(RuleProblem.ENDS_BEFORE_IT_BEGINS, file="a.toml", rule="version 1", detail="2020-01-01"),
            "a.toml, version 1: Versionen slutter den 2020-01-01, før den begynder.",
        ),
        (
            RuleFileError(RuleProblem.DUTY_MISSING, file="law", detail="offer.gap"),
            "law: Disse opgaver har ingen regel: offer.gap.",
        ),
    ],
)
def test_a_wrong_rule_file_is_named_with_rule_and_key(error: RuleFileError, text: str) -> None:
    assert error_text(error) == rule_file_error(error) == text


def test_a_file_the_machine_cannot_read_says_why() -> None:
    error = RuleFileError(RuleProblem.UNREADABLE, file="a.toml", detail=os.strerror(errno.EACCES))

    assert rule_file_error(error) == "a.toml: Filen kan ikke læses: du har ikke adgang."


@pytest.mark.parametrize(
    ("error", "text"),
    [
        (
            RuleFileError(RuleProblem.UNKNOWN_KEY, file="follow_up.toml", rule="follow_up", key="version 1: frist"),
            "Regelfilen follow_up.toml kunne ikke læses: follow_up, version 1: frist: Regler har ikke den nøgle.",
        ),
        (
            RuleFileError(RuleProblem.NOT_TOML, file="plan.toml", detail="line 3"),
            "Regelfilen plan.toml kunne ikke læses: Filen er ikke gyldig TOML (line 3).",
        ),
        (
            RuleFileError(RuleProblem.DUTY_MISSING, file="law", detail="offer.gap"),
            "Regelsættet kunne ikke læses: Disse opgaver har ingen regel: offer.gap.",
        ),
    ],
)
def test_going_on_by_the_last_good_rules_is_said_with_the_reason(error: RuleFileError, text: str) -> None:
    said = law_fallback_text(LawFallback(error, date(2026, 11, 26)))

    assert said == f"{text} Programmet bruger regelsættet fra den 26. november 2026."


@pytest.mark.parametrize(
    ("copy", "text"),
    [
        (LawCopyTrouble.MISSING, "Computeren har ingen kopi af et tidligere regelsæt at bruge i stedet."),
        (LawCopyTrouble.DAMAGED, "Kopien af det tidligere regelsæt er beskadiget."),
        (LawCopyTrouble.REFUSED, "Denne version af programmet kan ikke bruge kopien af det tidligere regelsæt."),
    ],
)
def test_rules_that_cannot_be_used_at_all_say_why_and_what_to_do(copy: LawCopyTrouble, text: str) -> None:
    error = LawUnusable(RuleFileError(RuleProblem.EMPTY, file="a.toml", key="b"), copy)

    assert error_text(error) == (
        f"Regelfilen a.toml kunne ikke læses: b: Værdien er tom. {text} Ret filen, eller installér programmet igen."
    )


@pytest.mark.parametrize("problem", RuleProblem)
def test_every_problem_of_a_rule_file_is_a_whole_sentence(problem: RuleProblem) -> None:
    text = rule_file_error(RuleFileError(problem, file="a.toml", rule="b", key="c", detail="d"))

    assert text.startswith("a.toml, b, c: ")
    assert text.endswith(".")
    assert "{" not in text


@pytest.mark.usefixtures("danish_clock")
def test_a_locked_note_says_when_it_was_locked_in_danish_time() -> None:
    error = FollowUpClosed(datetime(2027, 1, 21, 13, 5, tzinfo=UTC))

    assert error_text(error) == (
        "Notatet blev låst den 21. januar 2027 kl. 14.05 og kan ikke længere rettes. Tilføj en rettelse i stedet."
    )
