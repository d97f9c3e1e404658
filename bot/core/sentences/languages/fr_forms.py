"""Les phrases des paramètres en français ; données seules."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "form.save": "Enregistrer",
    "form.cancel": "Annuler",
    "form.open": "Ouvrir les paramètres",
    "form.press": "Appuyez sur le bouton pour ouvrir les paramètres.",
    "form.saved": "Enregistré.",
    "form.unchanged": "Rien n'a changé.",
    "form.nothing_saved": "Rien n'a été enregistré.",
    "form.changed": "{field} : {before} → {after}",
    "form.person": "Paramètres",
    "form.date_order": "Dates en chiffres",
    "form.date_order_hint": "Comment 05/06/2026 est lu quand vous posez une question.",
    "form.as_slack": "Comme dans mon Slack",
    "form.day_first": "Jour d'abord : 5 juin",
    "form.month_first": "Mois d'abord : 6 mai",
    "form.language": "Langue",
    "form.language_hint": (
        "De l'aide, des erreurs et des paramètres ; les mots des chiffres sont en anglais "
        "pour l'instant."
    ),
    "form.as_typed": "Celle dans laquelle j'écris",
    "form.connecting": "Qui peut connecter des comptes",
    "form.connecting.everyone": "Tous les membres de cet espace",
    "form.connecting.admins": "Seulement les administrateurs de l'espace",
    "form.connecting.named": "Les personnes nommées ci-dessous et les administrateurs",
    "form.connectors": "Personnes qui peuvent connecter",
    "form.connectors_hint": (
        "Elles ne comptent que si des personnes nommées sont choisies ci-dessus."
    ),
    "form.nobody_named": "Nommez au moins une personne, ou choisissez une autre ligne ci-dessus.",
    "form.no_member": (
        "{name} n'est pas membre à part entière de cet espace et ne peut donc pas connecter "
        "de comptes."
    ),
    "form.connecting_saved": "Qui peut connecter des comptes est défini à nouveau.",
    "form.open_account": "Paramètres d'un compte",
    "form.open_channel": "Paramètres de ce canal",
    "form.account": "Paramètres du compte",
    "form.name": "Nom",
    "form.name_taken": "Un autre compte s'appelle déjà {name}.",
    "form.zone": "Fuseau horaire",
    "form.zone_hint": (
        "Où ses jours commencent : une ville ou un nom comme Europe/Berlin. Vide : celui de "
        "qui demande."
    ),
    "form.zone_fixed": (
        "Ses jours commencent à l'heure de {zone} : c'est FLOWXO_TIMEZONE qui le dit, là où "
        "tourne le bot."
    ),
    "form.zone_offset": (
        "Nommez un lieu, comme Europe/Berlin : un décalage ignore les changements d'heure."
    ),
    "form.own_clock": "celui de la personne qui demande",
    "form.week": "Les semaines commencent le",
    "form.visibility": "Où l'on peut poser des questions dessus",
    "form.visibility.workspace": "Partout, par tous les membres de cet espace",
    "form.visibility.channels": "Seulement dans les canaux dont c'est le compte",
    "form.visibility_hint": (
        "Son propriétaire et les administrateurs peuvent demander partout, sauf dans le canal"
        " d'un autre client."
    ),
    "form.masking": "Messages fréquents",
    "form.masked": "Masquer adresses e-mail, numéros et semblables",
    "form.masking_hint": (
        "Des inconnus les ont écrits : sans cela, qui peut demander lit ce qu'ils ont dit "
        "d'eux-mêmes."
    ),
    "form.masking_on": "Les données personnelles des messages fréquents sont désormais masquées.",
    "form.masking_off": "Les messages fréquents sont désormais montrés tels qu'ils ont été écrits.",
    "form.hidden": "Flux masqués",
    "form.hidden_hint": (
        "Des auxiliaires qui encombrent les listes : ils en sont exclus, et leur nombre est dit."
    ),
    "form.now_hidden": "Masqués dans les listes : {names}",
    "form.now_shown": "De nouveau visibles : {names}",
    "form.flows_wait": "Recherche des flux des 30 derniers jours …",
    "form.flows_failed": (
        "Flow XO ne dit pas en ce moment quels flux ont tourné ; ce qui est déjà masqué figure ici."
    ),
    "form.flows_left": "Flux qui ont tourné et n'ont pas de place dans ce menu : {count}.",
    "form.flows_none": "Aucun flux n'a tourné ces 30 derniers jours : il n'y a rien à masquer.",
    "form.channel": "Ce canal",
    "form.channel_account": "Son compte",
    "form.channel_account_hint": (
        "Celui sur lequel portent les questions posées ici quand elles n'en nomment aucun."
    ),
    "form.no_account": "Aucun",
    "form.many": (
        "Il y a plus de comptes qu'un menu n'en contient : choisissez-le d'abord avec {command}."
    ),
    "form.client": "Canal d'un client",
    "form.client_hint": (
        "Les personnes extérieures sont les invités et les gens d'autres entreprises présents"
        " dans ce canal."
    ),
    "form.only": "Ici, on ne peut poser de questions que sur ce compte",
    "form.outsiders": "Les personnes extérieures peuvent poser ici des questions sur ce compte",
    "form.need_account": "Choisissez d'abord un compte : sans lui, il n'y a rien à demander.",
    "form.other_account": (
        "Ce canal a reçu un autre compte depuis l'ouverture du formulaire ; rien n'a été "
        "enregistré."
    ),
    "form.other_account_hint": (
        "Rouvrez les paramètres du canal pour voir à quoi il sert maintenant."
    ),
    "form.let_in": "Laisser demander ?",
    "form.let_in.go": "Les laisser demander",
    "form.let_in.what": (
        "Les invités et les gens d'autres entreprises présents dans ce canal verront tous les"
        " chiffres de {account} qu'ils demandent, les messages les plus fréquents aussi, et "
        "pourront montrer des réponses au canal."
    ),
    "form.let_in.who": (
        "Cela vaut pour qui est dans ce canal et pour qui y entrera plus tard ; nulle part "
        "ailleurs, et pour aucun autre compte."
    ),
    "form.let_in.until": (
        "Cela prend fin quand l'option est décochée, quand le canal reçoit un autre compte ou"
        " quand le compte est déconnecté."
    ),
    "form.only_now": "C'est le seul compte sur lequel on peut poser des questions ici.",
    "form.nobody_now": "On ne peut pas non plus poser de questions ici sur un autre compte.",
    "form.outsiders_now": (
        "Les invités et les gens d'autres entreprises peuvent poser ici des questions sur "
        "{account}."
    ),
    "form.no_channel": "C'est pour les canaux, et ce n'en est pas un.",
    "form.no_channel_hint": "Dites-le dans le canal concerné.",
    "rights.admins": "Seuls les administrateurs de l'espace de travail peuvent le faire.",
}
