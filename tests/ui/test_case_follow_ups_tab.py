"""The follow-ups of a case, shown again after one was saved."""

from pytestqt.qtbot import QtBot

from desktop_app.presenters.badges import BadgeKind
from desktop_app.presenters.case_follow_ups import CaseFollowUps, FollowUpEntry
from desktop_app.ui.buttons import Link
from desktop_app.ui.case_follow_ups_tab import CaseFollowUpsTab
from desktop_app.ui.keyboard_focus import focus_chain
from desktop_app.ui.theme import Theme


def an_entry(entry_id: str, note: str = "Bor godt", *, can_change: bool = False) -> FollowUpEntry:
    return FollowUpEntry(
        id=entry_id,
        title=f"Samtale {entry_id}",
        is_attempt=False,
        facts=(),
        note=note,
        agreed="",
        goals=(),
        corrections=(),
        state="",
        can_change=can_change,
        draft="",
    )


def the_follow_ups(*entries: FollowUpEntry) -> CaseFollowUps:
    return CaseFollowUps(badge="", badge_kind=BadgeKind.NEUTRAL, following="Ingen", draft="", entries=entries)


def links_of(tab: CaseFollowUpsTab) -> list[Link]:
    """Return the links from top to bottom."""
    tab.resize(600, 900)
    tab.grab()
    links = [link for link in tab.findChildren(Link) if link.isVisibleTo(tab) and _is_act(link)]
    return sorted(links, key=lambda link: link.mapTo(tab, link.rect().topLeft()).y())


def entries_of(links: list[Link]) -> list[object]:
    return [link.property("entry") for link in links]


def after(link: Link) -> list[object]:
    """Return the entries Tab comes to, from a link on."""
    return [stop.property("entry") for stop in focus_chain(link) if isinstance(stop, Link) and _is_act(stop)]


def _is_act(link: Link) -> bool:
    """Tell whether a link changes or corrects a follow-up; the other one shows its minutes."""
    return not link.text().startswith("Vis referat")


def test_the_minutes_of_a_follow_up_are_asked_for_by_its_id(qtbot: QtBot, theme: Theme) -> None:  # noqa: ARG001
    tab = CaseFollowUpsTab(the_follow_ups(an_entry("b"), an_entry("a")))
    qtbot.addWidget(tab)
    shows = [link for link in tab.findChildren(Link) if not _is_act(link)]

    with qtbot.waitSignal(tab.print_wanted) as asked:
        shows[1].click()

    assert asked.args == ["a"]
    assert [link.accessibleName() for link in shows] == ["Vis referatet af Samtale b", "Vis referatet af Samtale a"]


def test_what_is_new_stands_and_is_reached_first_and_the_rest_is_kept(qtbot: QtBot, theme: Theme) -> None:  # noqa: ARG001
    tab = CaseFollowUpsTab(the_follow_ups(an_entry("b"), an_entry("a")))
    qtbot.addWidget(tab)
    earlier = links_of(tab)

    tab.show_follow_ups(the_follow_ups(an_entry("c", can_change=True), an_entry("b"), an_entry("a")))

    links = links_of(tab)
    assert entries_of(links) == ["c", "b", "a"]
    assert links[1:] == earlier
    assert after(links[0])[:2] == ["b", "a"]


def test_what_was_changed_is_made_anew_and_what_is_gone_is_taken_away(qtbot: QtBot, theme: Theme) -> None:  # noqa: ARG001
    tab = CaseFollowUpsTab(the_follow_ups(an_entry("c"), an_entry("b"), an_entry("a")))
    qtbot.addWidget(tab)
    earlier = links_of(tab)

    with qtbot.waitSignals([link.destroyed for link in earlier[:2]]):
        tab.show_follow_ups(the_follow_ups(an_entry("b", "En anden note"), an_entry("a")))

    links = links_of(tab)
    assert entries_of(links) == ["b", "a"]
    assert links[1] is earlier[2]


def test_the_same_shown_again_leaves_all_as_it_is(qtbot: QtBot, theme: Theme) -> None:  # noqa: ARG001
    shown = the_follow_ups(an_entry("a"))
    tab = CaseFollowUpsTab(shown)
    qtbot.addWidget(tab)
    head = tab._head

    tab.show_follow_ups(shown)

    assert tab._head is head
