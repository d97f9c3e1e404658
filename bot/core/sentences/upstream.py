"""The sentences about Flow XO: a refused key, busy, down, an answer that cannot be trusted."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "upstream.refused": "Flow XO has refused its API key. Your question was fine.",
    "upstream.refused.hint": "Tell whoever runs the bot: the key must be replaced.",
    "upstream.busy": "Flow XO has too many requests just now and asked me to wait.",
    "upstream.crowded": "Too many questions are waiting for Flow XO just now.",
    "upstream.busy.hint": "Ask again {when}.",
    "upstream.when.moment": "in a moment",
    "upstream.when.second": "in {count} seconds",
    "upstream.when.minute": "in {count} minutes",
    "upstream.when.hour": "in {count} hours",
    "upstream.when.day": "in {count} days",
    "upstream.when.later": "another day",
    "upstream.unreached": "I can't reach Flow XO just now. Your question was fine.",
    "upstream.slow": "Flow XO did not answer within {seconds} seconds. Your question was fine.",
    "upstream.slow.one": "Flow XO did not answer within a second. Your question was fine.",
    "upstream.slow.hint": "Ask again in a minute, or for fewer days.",
    "upstream.failed": "Flow XO could not answer: it has an error of its own ({status}).",
    "upstream.again.hint": (
        "Ask again in a few minutes. If that does not help, tell whoever runs the bot."
    ),
    "upstream.certificate": (
        "I can't be sure that it is Flow XO who answers: the certificate is not valid. "
        "So I did not send the key."
    ),
    "upstream.certificate.hint": (
        "Tell whoever runs the bot: FLOWXO_API_URL, the clock of its machine or the network "
        "between is wrong."
    ),
    "upstream.redirected": (
        "Flow XO sent me to another address instead of answering. I did not go there."
    ),
    "upstream.turned_down": "Flow XO did not take the question ({status}).",
    "upstream.address.hint": "Tell whoever runs the bot: FLOWXO_API_URL may be wrong.",
    "upstream.nonsense": "Flow XO answered, but I can't trust the answer: {reason}.",
    "upstream.nonsense.hint": (
        "I show no figures rather than wrong ones. Ask again in a few minutes. "
        "If that does not help, tell whoever runs the bot."
    ),
    "upstream.nonsense.page": "it is a web page, not figures",
    "upstream.nonsense.json": "it is not valid JSON",
    "upstream.nonsense.large": "it is far too large",
    "upstream.nonsense.packing": "it cannot be unpacked",
    "upstream.nonsense.shape": "something is missing from it, or is not what it should be",
    "upstream.nonsense.count": "a count in it can't be right",
    "upstream.nonsense.twice": "it says the same thing twice",
    "upstream.nonsense.dates": "its dates are not those that I asked for",
    "upstream.unusable_key": "The Flow XO API key has a character in it that no key has.",
    "upstream.unusable_key.hint": "Copy the key again from Flow XO, as one word.",
}
