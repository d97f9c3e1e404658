"""Top lists: places shared by equals, shares and "new" only where they are sure to be true."""

from __future__ import annotations

from fractions import Fraction

import pytest

from bot.core.privacy import mask
from bot.core.reports import Gone, ListKind, TopList
from bot.core.results import TopFlow, TopMessage
from bot.core.toplists import (
    DEPTH,
    Entry,
    build_list,
    flow_entries,
    is_whole,
    message_entries,
    named,
    nearest,
    ranked,
)


def entries(*pairs: tuple[str, int]) -> list[Entry]:
    """Rows told apart by their names."""
    return [Entry(name, name, count) for name, count in pairs]


def many(count: int, prefix: str = "f") -> list[Entry]:
    """So many rows with falling counts."""
    return [Entry(f"{prefix}{at}", f"{prefix}{at}", count - at) for at in range(count)]


def flows(now: list[Entry], before: list[Entry] | None, top: int = 10) -> TopList:
    """A list of flows."""
    return build_list(ListKind.FLOWS, now, before, top)


def test_equal_counts_share_a_place() -> None:
    """1, 2, 2, 4; equals stay in the order in which they came."""
    places = ranked(entries(("c", 3), ("a", 9), ("d", 5), ("b", 5)))
    assert [(place, entry.name) for place, entry in places] == [
        (1, "a"),
        (2, "d"),
        (2, "b"),
        (4, "c"),
    ]


@pytest.mark.parametrize(
    ("rows", "whole"),
    [(0, True), (5, True), (9, True), (10, False), (20, False), (25, False), (26, True),
     (50, False), (100, False), (199, True), (DEPTH, False), (500, False)],
)  # fmt: skip
def test_a_list_is_whole_only_where_it_cannot_have_been_cut(rows: int, whole: bool) -> None:
    """Fewer than were asked for, and not one of the numbers that an API is likely to stop at."""
    assert is_whole(rows) is whole


def test_the_api_pages_own_list() -> None:
    """Places, shares of the list's sum, places before, new, and who is gone."""
    now = entries(("Broadcast", 93), ("Text Me", 19), ("Untitled", 14), ("Deep", 1), ("Parse", 1))
    before = entries(
        ("Text Me", 40), ("Welcome Back", 30), ("Untitled", 20), ("Menu", 10), ("Deep", 5)
    )
    found = flows(now, before)
    assert [(row.rank, row.name, row.movement, row.was) for row in found.rows] == [
        (1, "Broadcast", "new", None),
        (2, "Text Me", -1, 1),
        (3, "Untitled", 0, 3),
        (4, "Deep", 1, 5),
        (4, "Parse", "new", None),
    ]
    assert [row.share for row in found.rows][:2] == [Fraction(93, 128), Fraction(19, 128)]
    assert found.gone == (Gone("Welcome Back", 2), Gone("Menu", 4))
    assert (found.total, found.total_rows, found.whole) == (128, 5, True)
    assert (found.baseline_depth, found.baseline_whole) == (5, True)


def test_a_list_that_may_be_cut_has_no_shares_and_nobody_left_it() -> None:
    """Nor can one be new beside a list that may have been cut."""
    found = flows(many(10), many(20, "g"), top=3)
    assert [row.share for row in found.rows] == [None] * 3
    assert [row.movement for row in found.rows] == [None] * 3
    assert found.gone == ()
    assert (found.total_rows, found.whole, found.baseline_whole) == (10, False, False)


def test_beside_an_empty_list_nothing_is_new() -> None:
    """Everything would be; and without a comparison nothing is said."""
    empty = flows(entries(("a", 1)), [])
    assert (empty.rows[0].movement, empty.baseline_depth, empty.baseline_whole) == (None, 0, True)
    alone = flows(entries(("a", 1)), None)
    assert (alone.rows[0].movement, alone.baseline_depth, alone.baseline_whole) == (
        None,
        None,
        False,
    )


def test_places_before_are_found_deep_in_the_earlier_list() -> None:
    """Also far below the rows that are shown; at most five that left are named."""
    before = many(199)
    found = flows(entries(("f150", 7)), before, top=10)
    assert (found.rows[0].was, found.rows[0].movement) == (151, 150)
    assert found.gone == tuple(Gone(f"f{at}", at + 1) for at in range(5))


def test_a_list_of_zeros_has_no_shares() -> None:
    """There is nothing to share."""
    assert flows(entries(("a", 0), ("b", 0)), None).rows[0].share is None


def test_equal_flow_names_are_told_apart_by_their_ids() -> None:
    """The id's last four, also where case or blanks differ."""
    rows = flow_entries(
        [TopFlow("616f-ab12", "Menu", 3), TopFlow("5e40-cd34", "menu ", 2), TopFlow("x", "Hi", 1)]
    )
    assert [row.id_suffix for row in flows(rows, None).rows] == ["ab12", "cd34", None]


def test_names_that_look_alike_are_told_apart() -> None:
    """By as much of their ids as it takes; what nobody sees, and ends that are cut, do not."""
    names = ("Menu\ufe0f", "Me\u200bnu", "MENU", "n" * 90 + "a", "n" * 90 + "b", "Other")
    ids = ("1-99-ab12", "2-98-ab12", "3-98-ab12", "x-aaaa", "x-bbbb", "y-cccc")
    rows = [
        TopFlow(one, name, 9 - at) for at, (one, name) in enumerate(zip(ids, names, strict=True))
    ]
    assert [row.id_suffix for row in flows(flow_entries(rows), None).rows] == [
        "1-99-ab12"[-6:],
        "2-98-ab12",
        "3-98-ab12",
        "aaaa",
        "bbbb",
        None,
    ]


def test_an_id_that_ends_another_is_told_whole() -> None:
    """No end of it is its own."""
    rows = flow_entries([TopFlow("12345", "Menu", 3), TopFlow("0-12345", "Menu", 2)])
    assert [row.id_suffix for row in flows(rows, None).rows] == ["12345", "-12345"]


def test_messages_that_differ_in_case_blanks_or_marks_are_one_row() -> None:
    """Under the spelling that came most often, with how many there are; before, too."""
    now = message_entries(
        [TopMessage("text me", 5), TopMessage("Hi", 4), TopMessage("Text  me!", 3),
         TopMessage("hi\u200b", 2), TopMessage("te\u200bxt me", 1), TopMessage("hi there", 1)]
    )  # fmt: skip
    before = message_entries([TopMessage("HI", 2), TopMessage("Text me.", 3), TopMessage("hi", 2)])
    found = build_list(ListKind.MESSAGES, now, before, 10)
    assert [(row.rank, row.name, row.count, row.spellings, row.was) for row in found.rows] == [
        (1, "text me", 9, 3, 2),
        (2, "Hi", 6, 2, 1),
        (3, "hi there", 1, 1, None),
    ]
    assert (found.total_rows, found.total) == (3, 16)
    assert all(row.id_suffix is None for row in found.rows)


def test_hidden_flows_are_counted_and_left_out_of_places_sums_and_shares() -> None:
    """As if they had not run, before neither; how many is told."""
    now = entries(("helper", 50), ("a", 6), ("b", 2))
    before = entries(("helper", 40), ("b", 9), ("gone helper", 3), ("c", 1))
    hide = frozenset({"helper", "gone helper"})
    found = build_list(ListKind.FLOWS, now, before, 10, hide=hide)
    assert [(row.rank, row.name, row.share, row.was) for row in found.rows] == [
        (1, "a", Fraction(3, 4), None),
        (2, "b", Fraction(1, 4), 1),
    ]
    assert (found.hidden, found.total, found.total_rows, found.gone) == (1, 8, 2, (Gone("c", 2),))


@pytest.mark.parametrize(
    ("name", "looks_so"),
    [("Untitled Broadcast", True), ("broadcasts 2026", True), ("Difusión de mayo", True),
     ("Rundsendung", True), ("Transmissão", True), ("Broadcasting tips", False),
     ("Text Me", False)],
)  # fmt: skip
def test_a_flow_that_is_named_a_broadcast_is_said_to_look_like_one(
    name: str, looks_so: bool
) -> None:
    """Its name alone tells: many starts may have other reasons."""
    (row,) = flows(entries((name, 3)), None).rows
    assert row.broadcast is looks_so


def test_a_renamed_flow_is_one_row_of_a_list_that_may_be_cut() -> None:
    """The starts of both names under the larger; ten rows that came stay ten of perhaps more."""
    rows = [TopFlow("5", "Old", 3), TopFlow("5", "New", 5)]
    rows += [TopFlow(f"other-{n}", f"Other {n}", 1) for n in range(8)]
    found = flows(flow_entries(rows), None)
    assert (found.rows[0].name, found.rows[0].count) == ("New", 8)
    assert (found.total_rows, found.total, found.whole) == (9, 16, False)
    assert flows(flow_entries(rows[:-1]), None).whole


def test_a_renamed_flow_keeps_its_place_before() -> None:
    """Flows are told apart by their ids; an id that comes twice is one flow before, too."""
    now = flow_entries([TopFlow("1", "New Name", 3)])
    before = flow_entries(
        [TopFlow("2", "Other", 9), TopFlow("1", "Old", 3), TopFlow("1", "Old", 1)]
    )
    assert flows(now, before).rows[0].was == 2


def test_who_left_is_told_apart_from_one_that_stayed_under_the_same_name() -> None:
    """Both bear the ends of their ids; one that is not told makes no twin, nor does a message."""
    now = flow_entries([TopFlow("a-0001", "Welcome", 3)])
    before = flow_entries([TopFlow("a-0002", "welcome", 2), TopFlow("a-0003", "Menu", 1)])
    found = flows(now, before)
    assert [row.id_suffix for row in found.rows] == ["0001"]
    assert found.gone == (Gone("welcome", 1, "0002"), Gone("Menu", 2))
    first = TopFlow("a-0004", "Menu", 9)
    beyond = flows(now, flow_entries([first, TopFlow("a-0002", "welcome", 2)]), top=1)
    assert beyond.gone == (Gone("Menu", 1),)
    assert [row.id_suffix for row in beyond.rows] == [None]


def test_one_flow_keeps_its_place_and_share() -> None:
    """Only its row is shown; of the others nothing but their sum."""
    now = entries(("a", 6), ("b", 3), ("c", 3))
    only = named("B", now)
    found = build_list(ListKind.FLOWS, now, entries(("z", 1)), 10, only)
    (row,) = found.rows
    assert (row.rank, row.share, found.total, found.gone) == (2, Fraction(1, 4), 12, ())


def test_names_are_found_without_case_and_blanks_and_past_a_cut() -> None:
    """A name that was cut by "…" may go on; a whole name never does."""
    rows = entries(("Text  Me", 3), ("Text Me Later", 2))
    assert named("text me", rows) == {"Text  Me"}
    assert named("Text Me L…", rows) == {"Text Me Later"}
    assert named("Text Me L", rows) == frozenset()


def test_the_nearest_names_are_at_most_three() -> None:
    """Those that hold the name first, then those spelt like it."""
    rows = entries(("Menu", 5), ("Text Me", 4), ("Text Me Later", 3), ("Test Me", 2), ("Tex Me", 1))
    assert nearest("text me l", rows) == ("Text Me Later", "Text Me", "Tex Me")
    assert nearest("zzz", rows) == ()


def test_what_is_masked_is_no_word_that_is_typed() -> None:
    """Forty addresses and the word "Email" are two rows."""
    rows = [TopMessage("Email", 3), TopMessage("anna@x.example", 1), TopMessage("bob@y.example", 1)]
    found = build_list(ListKind.MESSAGES, message_entries(rows, mask), None, 10)
    assert [(row.name, row.count, row.spellings) for row in found.rows] == [
        ("Email", 3, 1),
        ("(e-mail)", 2, 1),
    ]


def test_what_a_cut_list_leaves_out_is_counted() -> None:
    """Who shares the first place, what came once, and who left, whatever is shown."""
    now = message_entries([TopMessage(f"text {chr(97 + n)}", 1) for n in range(11)])
    assert (build_list(ListKind.MESSAGES, now, None, 3).once, len(now)) == (11, 11)
    tied = flows(entries(("a", 5), ("b", 5), ("c", 5), ("d", 5)), None, top=2)
    assert (tied.leaders, len(tied.rows)) == (4, 2)
    gone = flows(entries(("a", 1)), many(9))
    assert (gone.gone_total, len(gone.gone)) == (9, 5)


def test_spellings_that_came_once_each_are_not_a_text_that_came_twice() -> None:
    """The row counts both, and says that neither came more than once."""
    rows = [TopMessage("I am Anna", 1), TopMessage("i am anna!", 1)]
    (row,) = build_list(ListKind.MESSAGES, message_entries(rows), None, 10).rows
    assert (row.count, row.spellings, row.most) == (2, 2, 1)
