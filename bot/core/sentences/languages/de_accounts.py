"""Die Sätze über Konten und Rechte auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which": "Mehrere Flow-XO-Konten sind verbunden. Welches meinst du?",
    "account.which_hint": 'Wähle eines, oder füge seinen Namen an: "für Acme".',
    "account.gone": "Nach diesem Konto kann hier nicht mehr gefragt werden.",
    "account.gone_hint": "Es wurde getrennt, oder es gehört in andere Channels.",
    "rights.keepers": "Das können nur der Eigentümer des Kontos und die Admins des Workspace.",
    "rights.only_here": "Dieser Channel ist für ein einziges Konto da, und das ist ein anderes.",
    "rights.read_along": (
        "In diesem Channel dürfen Externe fragen, darum zeigt er nur sein eigenes Konto."
    ),
    "rights.its_channels": "Seine Zahlen werden nur in seinen eigenen Channels gezeigt, "
    "und das ist keiner davon.",
}
