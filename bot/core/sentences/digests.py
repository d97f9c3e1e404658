"""The sentences about digests: what a schedule can be, and how it is told; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # schedules that make no sense
    "schedule.to_the_minute": "A digest's time is an hour and a minute of the day, such as 09:00.",
    "schedule.every": "A digest can come every week, or every 2 to {most} weeks.",
    "schedule.anchor": "Which week counts must be known where not every week does, and only there.",
    "schedule.weekday": "A week has seven days, each of which can be named once.",
    "schedule.no_weekday": "A weekly digest needs a weekday.",
    "schedule.mixed": "A digest comes weekly, on weekdays, daily or monthly, not two of these.",
    "schedule.no_such_day": "No month has that day: days go from 1 to 31.",
    "schedule.one_weekday": "Monthly on a weekday means one weekday.",
    "schedule.nth": "Not every month has a fifth one: say first to fourth, or last.",
    "schedule.field_missing": 'The schedule lacks "{name}".',
    "schedule.field_bad": 'The schedule\'s "{name}" is not as it should be: {value}',
    # what a digest holds
    "section.stats": "Figures",
    "section.chart": "Chart",
    "section.flows": "Top flows",
    "section.messages": "Top messages",
    "digest.no_section": (
        "A digest needs something in it: figures, chart, top flows or top messages."
    ),
    "digest.compare": "A digest is compared with the time before, with last year, or with nothing.",
    "digest.long_note": "That note is too long: it can have at most {limit} characters.",
    # a schedule, read back
    "schedule.at": "{days} at {time}, {zone}",
    "schedule.at_noon": "{days} at noon, {zone}",
    "schedule.daily": "every day",
    "schedule.weekdays": "Monday to Friday",
    "schedule.weekly": "every {days}",
    "schedule.second": "every second {day}",
    "schedule.weeks": "every {count} weeks on {days}",
    "schedule.monthly": "on the {day} of every month",
    "schedule.monthly_or_last": "on the {day} of every month (in shorter ones on the last day)",
    "schedule.monthly_last": "on the last day of every month",
    "schedule.monthly_weekday": "{nth} {day} of every month",
    "schedule.nth.1": "on the first",
    "schedule.nth.2": "on the second",
    "schedule.nth.3": "on the third",
    "schedule.nth.4": "on the fourth",
    "schedule.nth.last": "on the last",
    "schedule.nth.1.weekend": "on the first",
    "schedule.nth.2.weekend": "on the second",
    "schedule.nth.3.weekend": "on the third",
    "schedule.nth.4.weekend": "on the fourth",
    "schedule.nth.last.weekend": "on the last",
    "schedule.day.first": "{day}st",
    "schedule.day.st": "{day}st",
    "schedule.day.nd": "{day}nd",
    "schedule.day.rd": "{day}rd",
    "schedule.day.th": "{day}th",
    "schedule.and": "{first} and {second}",
    "schedule.and_run": "{first}; {second}",
    # words about digests that make none
    "digest.by_what": (
        '"{words}": a digest comes daily, on weekdays, weekly, every few weeks or monthly.'
    ),
    "digest.biweekly": '"{words}" could be twice a week or every 2 weeks.',
    "digest.every": '"{words}": say every week, or every 2 to {most} weeks.',
    "digest.yearly": '"{words}": a digest comes again every day, week or month, not once a year.',
    "digest.no_such_day": '"{words}": days of a month go from 1 to 31.',
    "digest.nth": '"{words}": not every month has one; say first to fourth, or last.',
    "digest.part_of_day": '"{words}": say at what time.',
    "digest.day_or_hour": '"{words}" could be a day of the month or an hour.',
    "digest.midnight": '"{words}" ends a day: say 00:00, which begins one.',
    "digest.two_days": (
        'I read "{first}" and "{second}": a digest comes by one of them. Make another '
        "for the other."
    ),
    "digest.two_times": (
        'I read "{first}" and "{second}": a digest comes at one time. Make another for the other.'
    ),
    "digest.monthly_weekday": (
        '"{words}": say which one of the month, such as the first or the last.'
    ),
    "digest.start": (
        '"{words}": only what comes every 2 weeks or rarer has a start; all else begins at once.'
    ),
    "digest.number": '"{words}": digests are numbered from #1.',
    "digest.new_number": '"{words}": a new digest gets its number by itself.',
    "digest.takes_number": "{name} takes the number of a digest, such as #7, and nothing else.",
    "digest.takes_channels": (
        "{name} takes the number of a digest and where it is to go, and nothing else."
    ),
    "digest.two_targets": "A digest goes to one place. Copy it to have it in others.",
    "digest.channel_by_name": (
        "I can't find \"{words}\" by its name: type # and choose the channel from Slack's list."
    ),
    "digest.person": '"{words}": a digest goes to a channel, or to yourself.',
    "digest.no_such_section": (
        '"{words}": a digest holds figures, a chart, top flows and top messages, or some of these.'
    ),
    "digest.once": '"{words}": a digest comes again and again; for one answer, ask for a report.',
    "digest.country": '"{words}": name a city for the time zone, such as Berlin.',
    "digest.zone_offset": '"{words}": name a city for this time zone.',
}
