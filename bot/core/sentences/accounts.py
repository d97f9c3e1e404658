"""The sentences about accounts and rights that everybody may read; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    # which account
    "account.which": "Several Flow XO accounts are connected. Which one do you mean?",
    "account.which_hint": 'Choose one, or add its name: "for Acme".',
    "account.gone": "That account can't be asked about here any more.",
    "account.gone_hint": "It was disconnected, or it belongs to other channels.",
    # rights of an account
    "rights.keepers": "Only the owner of that account and workspace admins can do that.",
    "rights.only_here": "This channel is for one account alone, and that is another one.",
    "rights.read_along": (
        "People from outside may ask in this channel, so it is shown its own account alone."
    ),
    "rights.its_channels": "Its figures are shown in its own channels only, and this is none.",
}
