"""Die Sätze über Abonnements, die so nicht gehen, auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "digest.most_here": "Dorthin gehen schon {most} Abos, und mehr dürfen es nicht sein.",
    "digest.most_in_all": (
        "Dieser Workspace hat schon {most} Abos, und mehr dürfen es nicht sein."
    ),
    "digest.most_hint": "Lösche eines, das niemand braucht, oder ändere stattdessen eines davon.",
    "digest.being_sent": (
        "Abo #{number} wird gerade in diesem Moment gepostet, deshalb habe ich nichts geändert."
    ),
    "digest.being_sent_hint": "Versuche es in ein paar Sekunden noch einmal.",
}
