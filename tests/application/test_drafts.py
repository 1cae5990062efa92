"""What is typed is kept beside the records, and leaves no trace among them."""

from datetime import UTC, datetime, timedelta

from desktop_app.application.drafts import OthersDraft, discard_draft, drafts_of, drafts_of_others, keep_draft
from desktop_app.application.ports import Draft
from tests.fakes import FakeStore

NOW = datetime(2026, 3, 3, 9, 42, tzinfo=UTC)


def keep(
    store: FakeStore, text: str, *, user: str = "Mette Jensen", later: int = 0, draft_id: str | None = None
) -> Draft:
    return keep_draft(
        work=store.work,
        user=user,
        now=NOW + timedelta(minutes=later),
        screen="follow_up",
        subject="case-1",
        content={"note": text},
        based_on={"case-1": 3},
        draft_id=draft_id,
    )


def test_a_draft_is_found_again_as_it_was_typed() -> None:
    store = FakeStore()

    draft = keep(store, "Rima har mødt stabilt")

    assert drafts_of("Mette Jensen", work=store.work) == [draft]
    assert draft.content == {"note": "Rima har mødt stabilt"}
    assert (draft.user, draft.saved_at, draft.based_on) == ("Mette Jensen", NOW, {"case-1": 3})


def test_typing_on_replaces_the_draft() -> None:
    store = FakeStore()
    first = keep(store, "Rima")

    second = keep(store, "Rima har", later=1, draft_id=first.id)

    assert drafts_of("Mette Jensen", work=store.work) == [second]


def test_the_latest_draft_comes_first() -> None:
    store = FakeStore()
    older, newer = keep(store, "før"), keep(store, "nu", later=1)

    assert drafts_of("Mette Jensen", work=store.work) == [newer, older]


def test_nobody_finds_the_drafts_of_another() -> None:
    store = FakeStore()
    keep(store, "Rima", user="Anna Krogh")

    assert drafts_of("Mette Jensen", work=store.work) == []


def test_a_discarded_draft_is_gone() -> None:
    store = FakeStore()
    draft = keep(store, "Rima")

    discard_draft(draft.id, work=store.work)

    assert drafts_of("Mette Jensen", work=store.work) == []


def test_drafts_leave_no_history_and_no_line_in_the_log() -> None:
    store = FakeStore()

    discard_draft(keep(store, "Rima").id, work=store.work)

    assert store.content.history == []
    assert store.content.log == []


def test_of_others_only_who_and_since_when_is_told_each_once() -> None:
    store = FakeStore()
    keep(store, "Rima", user="Anna Krogh")
    keep(store, "Rima har", user="Anna Krogh", later=2)
    keep(store, "mit eget")
    initials = {"Anna Krogh": "AK"}.__getitem__

    def others(screen: str, subject: str) -> list[OthersDraft]:
        return drafts_of_others("Mette Jensen", screen, subject, work=store.work, initials=initials)

    assert others("follow_up", "case-1") == [OthersDraft("AK", NOW + timedelta(minutes=2))]
    assert others("follow_up", "case-2") == others("plan", "case-1") == []
