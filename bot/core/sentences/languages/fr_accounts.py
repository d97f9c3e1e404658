"""Les phrases sur les comptes et les droits en français ; données seules."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which": "Plusieurs comptes Flow XO sont connectés. Duquel s'agit-il ?",
    "account.which_hint": 'Choisissez-en un, ou ajoutez son nom : "pour Acme".',
    "account.gone": "On ne peut plus poser ici de questions sur ce compte.",
    "account.gone_hint": "Il a été déconnecté, ou il appartient à d'autres canaux.",
    "rights.keepers": (
        "Seuls le propriétaire de ce compte et les administrateurs de l'espace de travail "
        "peuvent le faire."
    ),
    "rights.only_here": "Ce canal est réservé à un seul compte, et c'en est un autre.",
    "rights.read_along": (
        "Des personnes externes peuvent demander dans ce canal : il ne montre que son compte."
    ),
    "rights.its_channels": "Ses chiffres ne sont montrés que dans ses propres canaux, "
    "et celui-ci n'en est pas un.",
}
