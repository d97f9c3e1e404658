"""What is said about asking: parse errors and hints; data only, one table a language later."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # What was read, and what to do.
    "i_read": "I read: {reading}.",
    "typo_read": 'I read "{typed}" as {word}.',
    "typo_unsure": '"{typed}" could be {words}.',
    "languages_unsure": '"{words}" means different things in different languages.',
    "try_short": "Ask shortly, such as: stats last week.",
    "try_words": "Try: {words}",
    "or_try": " or: ",
    "or_words": " or ",
    "and_words": " and ",
    "unknown_words": "I don't know {words}.",
    "not_counted": 'I don\'t have "{words}": Flow XO counts users, triggers and messages.',
    "order_day_first": 'I read "{words}" with the day first.',
    "order_month_first": 'I read "{words}" with the month first.',
    "all_time": "all time",
    "since": "since {day}",
    "no_dates": "I see no dates in it.",
    # Dates that were understood and are refused.
    "future": '"{words}": that has not happened yet.',
    "too_old": '"{words}" goes back too far: Flow XO has nothing before 2010.',
    "too_far": '"{words}" is beyond the calendar that I know.',
    "than_what": '"{words}": say both periods, with vs between.',
    "how_many": '"{words}": say how many.',
    "part_of_day": '"{words}" has no fixed hours: say from when until when.',
    "whole_numbers": '"{words}": say a whole number of them.',
    "none_of_them": '"{words}" is no time at all: ask for at least 1 of the {unit}.',
    "no_such_day": '"{words}": the calendar has no such day.',
    "no_such_day_that_year": '"{words}": {year} has no such day or week.',
    "no_such_month": '"{words}": months go from 1 to 12.',
    "no_such_quarter": '"{words}": quarters go from q1 to q4.',
    "no_such_half": '"{words}": halves of a year are h1 and h2.',
    "no_such_year": '"{words}": I know years of four digits.',
    "no_such_week": '"{words}": weeks go from 1 to 53.',
    "no_such_time": '"{words}": there is no such time of day.',
    "other_weekday": '"{words}": {day} is a {weekday}.',
    "backwards": '"{words}" runs backwards: its end comes before its start.',
    "empty": '"{words}" holds no time at all in this time zone.',
    "moment": '"{words}" is a moment: say from when until when, or since when.',
    "not_days": '"{words}": I can\'t put these two together.',
    "nothing_after": '"{words}": nothing after it has happened yet.',
    "nothing_to_compare": '"{words}": there is nothing to compare it with.',
    "nothing_before": '"{words}": there is nothing before all time.',
    "already_over": '"{words}" is over already, so it has no "so far".',
    "only_months_have_parts": '"{words}": only months have a beginning, a middle and an end.',
    "only_months_have_halves": '"{words}": only months and years have halves.',
    "week_of_month": '"{words}": say first, second, third or last week of the month.',
    "as_of_moment": '"{words}": say a day and a time, such as 2026-11-26T15:45:12.',
    # Modifiers.
    "no_such_grouping": '"{words}": I can group by hour, day, week or month.',
    "top_range": '"{words}": lists hold 1 to 50 rows.',
    "top_of_what": "A list length fits flows, messages and reports.",
    "no_countries": (
        'Flow XO does not count by country ("{words}"); for a time zone write "in {zone}".'
    ),
    "accounts_later": '"{words}": choosing among several accounts is not there yet.',
    "accounts_hint": "Leave it out: figures are those of the one connected account.",
    "no_question": "I see no question in it.",
    "takes_nothing": "{name} stands alone: it takes no dates and nothing else.",
    "no_series": "Flow XO has no figures over time for single flows or texts.",
    "flow_needs_name": "Which flow? Put its name in quotes.",
    "flow_hint": 'Like this: flow "Text Me" last month. The names are in: top flows.',
    "empty_name": "The flow's name is empty.",
    "open_quote": "A quote is opened and never closed: {words}",
    # Contradictions.
    "two_periods": 'I read two periods, "{first}" and "{second}". Keep one, or put vs between.',
    "two_units": 'I read "{first}" and "{second}". Keep one of them.',
    "two_compares": 'I read two comparisons, "{first}" and "{second}". Keep one.',
    "two_tops": "I read two list lengths, {first} and {second}. Keep one.",
    "two_zones": 'I read two time zones, "{first}" and "{second}". Keep one.',
    "two_subcommands": 'I can answer one thing at a time: "{first}" or "{second}".',
    "same_twice": '"{first}" would be compared with itself.',
    # Zones.
    "zone_unknown": 'I don\'t know the time zone "{words}".',
    "zone_near": "Did you mean {names}?",
    "zone_example": "Try a city or an offset: Europe/Berlin, new york, UTC-8.",
    # Texts that are not read at all.
    "secret": (
        "That looks like an API key. Delete your message, replace the key in Flow XO, "
        "then tell whoever runs the bot."
    ),
    "secret_hint": "I have not read, kept or shown it.",
    "too_long": "That is too long: a question has at most {limit} characters.",
    "names_a_person": "I have no figures about single people: leave the mention out.",
    "names_a_person_hint": "Flow XO counts bot users; it does not name them.",
    "names_a_channel": 'I can\'t look at the channel "{words}": leave it out.',
    # Help topics.
    "no_such_topic": 'I have no help about "{words}".',
    "topics": "There is help about: {topics}.",
    # Lines of `flowxo-bot dates`.
    "line_blank": "The line is blank.",
    "line_no_object": "The line is not a JSON object.",
    "line_no_phrase": 'The object needs a text "phrase".',
    "line_bad_field": '"{name}" is not as it should be: {value}',
}  # fmt: skip
