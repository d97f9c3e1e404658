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
}
