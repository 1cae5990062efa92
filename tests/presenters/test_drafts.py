"""Drafts: kept while one types, offered again, never lost by an error."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from desktop_app.application.errors import ApplicationError, CaseNotFound, StorageTrouble, StorageUnavailable
from desktop_app.application.ports import Draft
from desktop_app.presenters.drafts import Difference, DraftKeeper, clock_text, moment_text

NOW = datetime(2026, 3, 3, 9, 42, tzinfo=UTC)


@dataclass
class SeenDrafts:
    """Where it is said how drafts stand."""

    kept: list[str] = field(default_factory=list)
    not_kept: list[str] = field(default_factory=list)
    offered: str = ""
    differences: tuple[str, Sequence[Difference]] = ("", ())
    have_back: Callable[[], None] | None = None

    def show_kept(self, sentence: str) -> None:
        self.kept.append(sentence)

    def show_not_kept(self, sentence: str) -> None:
        self.not_kept.append(sentence)

    def offer_draft(self, sentence: str) -> None:
        self.offered = sentence

    def hide_offer(self) -> None:
        self.offered = ""

    def show_discarded(self, undo: Callable[[], None]) -> None:
        self.have_back = undo

    def show_differences(self, title: str, differences: Sequence[Difference]) -> None:
        self.differences = (title, differences)


class Form:
    """A form of one field; it knows what it was opened from."""

    def __init__(self, screen: str = "note", subject: str = "case-1") -> None:
        self.screen, self.subject = screen, subject
        self.draft_id: str | None = None
        self.text = ""
        self.refuses: ApplicationError | None = None

    def content(self) -> Mapping[str, Any] | None:
        return {"text": self.text} if self.text else None

    def based_on(self) -> Mapping[str, int]:
        return {self.subject: 3}

    def title(self, draft: Draft) -> str:
        return f"Notat, {draft.subject}"

    def resume(self, draft: Draft) -> None:
        if self.refuses:
            raise self.refuses
        self.subject, self.text = draft.subject, draft.content["text"]

    def differences(self, draft: Draft) -> Sequence[Difference]:
        if self.refuses:
            raise self.refuses
        return [Difference("Notat", "gemt", draft.content["text"])]


class Work:
    """A store that holds drafts, and can be full."""

    def __init__(self, *drafts: Draft) -> None:
        self.drafts = {draft.id: draft for draft in drafts}
        self.keeps = 0
        self.is_full = False
        self.is_unreadable = False

    def keep(
        self,
        *,
        screen: str,
        subject: str,
        content: Mapping[str, Any],
        based_on: Mapping[str, int],
        draft_id: str | None,
    ) -> Draft:
        self._write()
        self.keeps += 1
        draft = a_draft(
            id=draft_id or f"draft-{self.keeps}", screen=screen, subject=subject, content=content, based_on=based_on
        )
        self.drafts[draft.id] = draft
        return draft

    def mine(self) -> Sequence[Draft]:
        if self.is_unreadable:
            raise StorageUnavailable(StorageTrouble.INPUT_OUTPUT)
        return sorted(self.drafts.values(), key=lambda draft: draft.saved_at, reverse=True)

    def discard(self, draft_id: str) -> None:
        self._write()
        self.drafts.pop(draft_id, None)

    def _write(self) -> None:
        if self.is_full:
            raise StorageUnavailable(StorageTrouble.DISK_FULL)


def a_draft(**changes: Any) -> Draft:  # noqa: ANN401 - whatever a test changes
    draft = Draft(
        id="draft-0",
        user="Mette Jensen",
        screen="note",
        subject="case-1",
        content={"text": "før"},
        based_on={"case-1": 3},
        saved_at=NOW,
    )
    return replace(draft, **changes)


def a_keeper(view: SeenDrafts, work: Work, *forms: Form) -> DraftKeeper:
    keeper = DraftKeeper(view, work=work, now=lambda: NOW)
    for form in forms:
        keeper.register(form)
    return keeper


@pytest.fixture
def view() -> SeenDrafts:
    return SeenDrafts()


@pytest.mark.usefixtures("danish_clock")
def test_what_is_typed_is_kept_and_the_moment_said(view: SeenDrafts) -> None:
    form, work = Form(), Work()
    form.text = "Rima har"

    assert a_keeper(view, work, form).keep_all() == []

    assert [draft.content for draft in work.mine()] == [{"text": "Rima har"}]
    assert form.draft_id == "draft-1"
    assert view.kept == ["Kladde gemt kl. 10.42"]


def test_more_of_the_same_goes_to_the_same_draft(view: SeenDrafts) -> None:
    form, work = Form(), Work()
    keeper = a_keeper(view, work, form)
    form.text = "Rima"
    keeper.keep_all()
    form.text = "Rima har mødt stabilt"

    keeper.keep_all()

    assert [draft.content for draft in work.mine()] == [{"text": "Rima har mødt stabilt"}]


def test_what_is_kept_already_is_not_written_again(view: SeenDrafts) -> None:
    form, work = Form(), Work()
    keeper = a_keeper(view, work, form)
    form.text = "Rima"

    keeper.keep_all()
    keeper.keep_all()

    assert work.keeps == 1


def test_a_form_nobody_typed_in_leaves_no_draft(view: SeenDrafts) -> None:
    work = Work()

    a_keeper(view, work, Form()).keep_all()

    assert work.mine() == []
    assert view.kept == []


def test_what_was_taken_back_lets_its_draft_go(view: SeenDrafts) -> None:
    form, work = Form(), Work()
    keeper = a_keeper(view, work, form)
    form.text = "Rima"
    keeper.keep_all()
    form.text = ""

    keeper.keep_all()

    assert work.mine() == []
    assert form.draft_id is None


def test_what_cannot_be_kept_is_told_and_handed_back(view: SeenDrafts) -> None:
    form, work = Form(), Work()
    form.text, work.is_full = "Rima", True

    [unkept] = a_keeper(view, work, form).keep_all()

    assert "disken er fuld" in view.not_kept[0]
    assert (unkept.screen, unkept.subject, unkept.content, unkept.based_on) == (
        "note",
        "case-1",
        {"text": "Rima"},
        {"case-1": 3},
    )
    assert form.text == "Rima"


def test_a_draft_that_cannot_be_let_go_is_no_loss(view: SeenDrafts) -> None:
    form, work = Form(), Work()
    keeper = a_keeper(view, work, form)
    form.text = "Rima"
    keeper.keep_all()
    form.text, work.is_full = "", True

    assert keeper.keep_all() == []

    assert "disken er fuld" in view.not_kept[0]


@pytest.mark.usefixtures("danish_clock")
def test_drafts_left_from_before_are_offered_the_latest_first(view: SeenDrafts) -> None:
    older = a_draft(id="older", subject="case-2", saved_at=NOW - timedelta(days=1))
    keeper = a_keeper(view, Work(a_draft(), older), Form())

    keeper.offer()

    assert view.offered == "Du har en kladde fra kl. 10.42: Notat, case-1."


def test_a_draft_of_a_form_the_program_no_longer_has_is_not_offered(view: SeenDrafts) -> None:
    keeper = a_keeper(view, Work(a_draft(screen="gone")), Form())

    keeper.offer()

    assert view.offered == ""


@pytest.mark.usefixtures("danish_clock")
def test_going_on_with_a_draft_puts_back_what_was_typed_and_offers_the_next(view: SeenDrafts) -> None:
    form = Form(subject="")
    older = a_draft(id="older", subject="case-2", saved_at=NOW - timedelta(days=1))
    keeper = a_keeper(view, Work(a_draft(), older), form)
    keeper.offer()

    keeper.resume()

    assert (form.subject, form.text, form.draft_id) == ("case-1", "før", "draft-0")
    assert view.offered == "Du har en kladde fra i går kl. 10.42: Notat, case-2."


def test_what_was_being_typed_is_kept_before_another_draft_takes_its_place(view: SeenDrafts) -> None:
    form, work = Form(subject="case-7"), Work(a_draft())
    keeper = a_keeper(view, work, form)
    keeper.offer()
    form.text = "midt i noget"

    keeper.resume()

    assert {draft.subject: draft.content["text"] for draft in work.mine()} == {
        "case-7": "midt i noget",
        "case-1": "før",
    }


def test_a_draft_whose_case_is_gone_stays_and_the_reason_is_told(view: SeenDrafts) -> None:
    form, work = Form(), Work(a_draft())
    form.refuses = CaseNotFound("2026-014")
    keeper = a_keeper(view, work, form)
    keeper.offer()

    keeper.resume()

    assert "2026-014" in view.not_kept[0]
    assert work.mine() == [a_draft()]
    assert view.offered


def test_the_differences_of_the_draft_on_offer_are_shown(view: SeenDrafts) -> None:
    keeper = a_keeper(view, Work(a_draft()), Form())
    keeper.offer()

    keeper.compare()

    assert view.differences == ("Notat, case-1", [Difference("Notat", "gemt", "før")])


def test_a_draft_whose_differences_cannot_be_read_stays_on_offer(view: SeenDrafts) -> None:
    form = Form()
    form.refuses = CaseNotFound("2026-014")
    keeper = a_keeper(view, Work(a_draft()), form)
    keeper.offer()

    keeper.compare()

    assert "2026-014" in view.not_kept[-1]
    assert view.offered


def test_a_discarded_draft_is_gone(view: SeenDrafts) -> None:
    work = Work(a_draft())
    keeper = a_keeper(view, work, Form())
    keeper.offer()

    keeper.discard()

    assert work.mine() == []
    assert view.offered == ""


@pytest.mark.parametrize("is_full", [False, True])
def test_a_discarded_draft_can_be_had_back_even_where_the_disk_is_full(
    view: SeenDrafts,
    is_full: bool,  # noqa: FBT001 - a case
) -> None:
    work, form = Work(a_draft()), Form()
    keeper = a_keeper(view, work, form)
    keeper.offer()
    keeper.discard()
    work.is_full = is_full

    assert view.have_back
    view.have_back()

    assert view.offered
    assert len(work.mine()) == (0 if is_full else 1)
    work.is_full = False
    keeper.resume()
    assert form.text == "før"


def test_what_is_let_go_of_is_typed_again_when_it_is_had_back(view: SeenDrafts) -> None:
    work, form = Work(), Form()
    keeper = a_keeper(view, work, form)
    form.text = "halvt"

    have_back = keeper.let_go(form)
    form.text = ""
    keeper.keep(form)
    assert have_back
    have_back()

    assert form.text == "halvt"
    assert [draft.content for draft in work.mine()] == [{"text": "halvt"}]


def test_what_cannot_be_had_back_says_why(view: SeenDrafts) -> None:
    form = Form()
    keeper = a_keeper(view, Work(), form)
    form.text = "halvt"
    have_back = keeper.let_go(form)
    form.refuses = CaseNotFound("2026-001")

    assert have_back
    have_back()

    assert view.not_kept


def test_of_an_empty_form_nothing_is_let_go(view: SeenDrafts) -> None:
    form = Form()

    assert a_keeper(view, Work(), form).let_go(form) is None


def test_a_draft_that_cannot_be_discarded_stays_on_offer(view: SeenDrafts) -> None:
    work = Work(a_draft())
    keeper = a_keeper(view, work, Form())
    keeper.offer()
    work.is_full = True

    keeper.discard()

    assert view.offered
    assert "disken er fuld" in view.not_kept[0]


def test_what_could_not_be_kept_before_locking_is_offered_first(view: SeenDrafts) -> None:
    carried = a_draft(id="", content={"text": "kun i hukommelsen"}, saved_at=NOW - timedelta(hours=1))
    form = Form(subject="")
    keeper = a_keeper(view, Work(a_draft(subject="case-2")), form)

    keeper.offer([carried])
    keeper.resume()

    assert form.text == "kun i hukommelsen"
    assert form.draft_id is None


def test_a_draft_that_was_carried_over_is_not_offered_twice(view: SeenDrafts) -> None:
    keeper = a_keeper(view, Work(a_draft()), Form(subject=""))

    keeper.offer([a_draft(content={"text": "nyere"})])
    keeper.resume()

    assert view.offered == ""


def test_what_was_never_kept_can_be_discarded(view: SeenDrafts) -> None:
    keeper = a_keeper(view, Work(), Form())
    keeper.offer([a_draft(id="")])

    keeper.discard()

    assert view.offered == ""


def test_what_was_carried_over_and_left_on_offer_is_carried_on(view: SeenDrafts) -> None:
    carried = a_draft(id="", content={"text": "kun i hukommelsen"})
    keeper = a_keeper(view, Work(), Form(subject=""))
    keeper.offer([carried])

    before = keeper.keep_all()
    keeper.resume()

    assert before == [carried]
    assert keeper.keep_all() == []


def test_what_was_carried_over_is_put_back_in_the_form_it_was_typed_in(view: SeenDrafts) -> None:
    form = Form()
    keeper = a_keeper(view, Work(), form)
    keeper.offer([a_draft(id="", content={"text": "kun i hukommelsen"})])

    keeper.opened(form)

    assert form.text == "kun i hukommelsen"
    assert view.offered == ""


def test_another_draft_does_not_take_the_place_of_what_cannot_be_kept(view: SeenDrafts) -> None:
    form, work = Form(subject="case-7"), Work(a_draft())
    keeper = a_keeper(view, work, form)
    keeper.offer()
    form.text, work.is_full = "midt i noget", True

    keeper.resume()

    assert (form.subject, form.text) == ("case-7", "midt i noget")
    assert view.offered
    assert "disken er fuld" in view.not_kept[0]


def test_a_draft_that_is_gone_on_with_is_no_longer_offered(view: SeenDrafts) -> None:
    form, work = Form(), Work(a_draft())
    keeper = a_keeper(view, work, form)
    keeper.offer()

    keeper.opened(form)

    assert view.offered == ""


def test_a_draft_a_form_took_up_by_itself_is_no_longer_offered(view: SeenDrafts) -> None:
    form, work = Form(), Work(a_draft())
    keeper = a_keeper(view, work, form)
    keeper.offer()
    form.text, form.draft_id = "før, og mere", "draft-0"

    keeper.keep_all()

    assert view.offered == ""


def test_drafts_that_cannot_be_read_are_told_of_and_stop_nobody(view: SeenDrafts) -> None:
    form, work = Form(), Work(a_draft())
    work.is_unreadable = True
    keeper = a_keeper(view, work, form)

    keeper.opened(form)
    keeper.offer()

    assert "Disken melder fejl" in view.not_kept[0]
    assert (form.text, view.offered) == ("", "")


@pytest.mark.usefixtures("danish_clock")
def test_a_form_that_is_opened_has_back_what_was_typed_in_it(view: SeenDrafts) -> None:
    form = Form()
    keeper = a_keeper(view, Work(a_draft(), a_draft(id="other", subject="case-2")), form)

    keeper.opened(form)

    assert (form.text, form.draft_id) == ("før", "draft-0")
    assert view.kept == ["Din kladde fra kl. 10.42 er hentet frem"]


def test_a_form_without_a_draft_opens_as_it_is(view: SeenDrafts) -> None:
    form = Form(subject="case-9")

    a_keeper(view, Work(a_draft()), form).opened(form)

    assert form.text == ""


def test_the_draft_a_form_is_in_already_is_not_put_back_over_it(view: SeenDrafts) -> None:
    form = Form()
    keeper = a_keeper(view, Work(a_draft()), form)
    keeper.opened(form)
    form.text = "mere"

    keeper.opened(form)

    assert form.text == "mere"


def test_a_draft_that_cannot_be_put_back_leaves_the_form_as_it_is(view: SeenDrafts) -> None:
    form = Form()
    form.refuses = CaseNotFound("2026-014")

    a_keeper(view, Work(a_draft()), form).opened(form)

    assert view.kept == []
    assert view.not_kept


@pytest.mark.usefixtures("danish_clock")
def test_a_moment_is_told_by_the_clock_on_the_wall() -> None:
    assert clock_text(NOW) == "10.42"
    assert moment_text(NOW, NOW) == "kl. 10.42"
    assert moment_text(NOW, NOW + timedelta(days=1)) == "i går kl. 10.42"
    assert moment_text(NOW, NOW + timedelta(days=2)) == "03.03.2026 kl. 10.42"
