"""The sentences of digests as they are posted, beside those of every answer; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # the first line
    "digest.head": "{account}, {dates}: {fact}",
    "digest.busier.one": "a busier {unit}, {fact}",
    "digest.busier.many": "{count} busier {unit}s, {fact}",
    "digest.quieter.one": "a quieter {unit}, {fact}",
    "digest.quieter.many": "{count} quieter {unit}s, {fact}",
    "digest.messages": "{received} and {sent} sent",
    "digest.no_messages": "no messages",
    "digest.no_totals": "no totals",
    "digest.no_figures": "no figures of any account",
    # what the two times are called in the chart
    "digest.this.one": "This {unit}",
    "digest.this.many": "These {count} {unit}s",
    "digest.before.one": "The {unit} before",
    "digest.before.many": "The {count} {unit}s before",
    # what is said of the message itself
    "digest.note": "Note: {note}",
    "digest.trial": "a test: only you see this",
    "digest.late": "late: planned for {at}",
    "digest.owner": "set up by {owner}",
    "digest.next": "next: {at}",
    "digest.reply": 'Reply "{words}" in the thread to dig in',
    # buttons
    "button.full": "Full Report",
    "button.change_digest": "Change Digest #{number}",
}
