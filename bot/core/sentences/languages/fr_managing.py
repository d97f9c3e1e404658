"""Les phrases sur la gestion des comptes en français ; données seules."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which_typed": 'Ajoutez son nom à la question : "pour Acme".',
    "account.menu": "Choisir un compte",
    "account.menu_use": "Utiliser dans ce canal désormais",
    "account.use_here": "Utiliser {account} dans ce canal",
    "account.use_direct": "Utiliser {account} ici",
    "use.done": "Les questions posées ici portent désormais sur {account}.",
    "use.before": "Jusqu'ici, elles portaient sur {account}.",
    "use.opens": "Tous les membres peuvent maintenant demander ses chiffres ici.",
    "use.freed": (
        "Ce n'est plus un canal client : les personnes de l'extérieur ne peuvent plus poser de "
        "questions ici."
    ),
    "use.already": "Les questions posées ici portent déjà sur {account}.",
    "use.none": "Aucun compte n'est plus choisi ici.",
    "use.none_hint": "Là où il y en a plusieurs, une question doit en nommer un.",
    "use.none_already": "Aucun compte n'est choisi ici.",
    "use.now": "Les questions posées ici portent sur {account}.",
    "use.choose": "Choisissez celui sur lequel elles doivent porter :",
    "use.typed": ("Il y en a plus qu'un menu n'en contient : tapez son nom derrière la commande."),
    "use.nowhere": "Il n'y a pas ici de canal qui puisse avoir un compte.",
    "use.nowhere_hint": "Dites-le dans le canal, ou dans un message direct à mon intention.",
    "accounts.count.one": (
        "Un compte est connecté, sur lequel vous pouvez poser des questions ici."
    ),
    "accounts.count.many": (
        "{count} comptes sont connectés, sur lesquels vous pouvez poser des questions ici."
    ),
    "accounts.page": "Voici {first}–{last}.",
    "accounts.zone": "jours à l'heure de {zone}",
    "accounts.zone_own": "jours à l'heure de la personne qui demande",
    "accounts.owner": "propriétaire : {owner}",
    "accounts.no_owner": "sa clé est dans les réglages du bot lui-même",
    "accounts.only_channels": "seulement dans ses propres canaux",
    "accounts.here": "le compte de ce canal",
    "accounts.channels.one": "le compte d'un canal",
    "accounts.channels.many": "le compte de {count} canaux",
    "accounts.button.use": "Utiliser ici",
    "accounts.button.settings": "Paramètres",
    "accounts.button.disconnect": "Déconnecter",
    "accounts.more": "Comptes suivants",
    "accounts.previous": "Comptes précédents",
    "accounts.find": "Par son nom, chacun est aussitôt à portée de main, par exemple : {command}",
    "accounts.example": "paramètres Acme",
    "health.fine": "Sa clé fonctionne : dernière réponse de Flow XO le {at}.",
    "health.unknown": "Sa clé n'a pas encore servi.",
    "health.failing": "En panne depuis le {at} : {why}.",
    "health.refused": "Flow XO refuse sa clé d'API",
    "health.other": "Flow XO ne donne pas de chiffres",
    "disconnect.ask": "Déconnecter {account} ?",
    "disconnect.what": (
        "Les questions à son sujet sont refusées aussitôt. Sa clé est supprimée après un jour"
        " ; d'ici là, vous pouvez revenir en arrière."
    ),
    "disconnect.channels.one": "Un canal pose ses questions dessus, et n'aura plus de compte :",
    "disconnect.channels.many": (
        "{count} canaux posent leurs questions dessus, et n'auront plus de compte :"
    ),
    "disconnect.more": "et {count} de plus",
    "disconnect.go": "Déconnecter {account}",
    "disconnect.stay": "Garder",
    "disconnect.kept": "{account} reste connecté.",
    "disconnect.done": "{account} est déconnecté.",
    "disconnect.until": (
        "Vous pouvez revenir en arrière jusqu'au {at} ; ensuite sa clé est supprimée."
    ),
    "disconnect.undo": "Annuler",
    "disconnect.restored": "{account} est de nouveau connecté.",
    "disconnect.too_late": "On ne peut plus revenir en arrière : sa clé est supprimée.",
    "disconnect.too_late_hint": "Connectez le compte à nouveau.",
    "disconnect.name_taken": (
        "Entre-temps, un autre compte s'appelle {account} : renommez d'abord celui-là."
    ),
    "disconnect.key_known": (
        "La clé de {account} a été reconnectée entre-temps ; rien n'a été changé."
    ),
    "disconnect.choose": (
        "Quel compte voulez-vous déconnecter ? Je demande encore une fois avant de le faire."
    ),
    "disconnect.environment": (
        "La clé de ce compte est dans les réglages du bot lui-même, pas dans ma base de données."
    ),
    "disconnect.environment_hint": (
        "La personne qui exploite le bot en retire FLOWXO_API_KEY et le redémarre."
    ),
    "audit.none": "Rien n'a été changé ces {days} derniers jours.",
    "audit.latest": (
        "Les derniers changements ({count}), les plus récents d'abord ; ils sont gardés "
        "{days} jours."
    ),
    "audit.line": "{at} · {who} : {what}",
    "audit.operator": "la personne qui exploite le bot",
    "audit.csv": "Tout m'envoyer en CSV",
    "audit.account_connected": "a connecté {subject}",
    "audit.account_renamed": "a renommé {subject}",
    "audit.account_changed": "a modifié {subject}",
    "audit.account_disconnected": "a déconnecté {subject}",
    "audit.account_restored": "a reconnecté {subject}",
    "audit.account_removed": "a supprimé {subject} avec sa clé",
    "audit.key_replaced": "a remplacé la clé de {subject}",
    "audit.channel_changed": "a modifié à quoi sert le canal {subject}",
    "audit.connecting_changed": "a modifié qui peut connecter des comptes",
    "audit.preferences_changed": "a modifié ses propres paramètres",
    "audit.digest_saved": "a créé l'abonnement {subject}",
    "audit.digest_changed": "a modifié l'abonnement {subject}",
    "audit.digest_moved": "a déplacé l'abonnement {subject}",
    "audit.digest_handed_over": "a transmis l'abonnement {subject}",
    "audit.digest_paused": "a suspendu l'abonnement {subject}",
    "audit.digest_resumed": "a repris l'abonnement {subject}",
    "audit.digest_disabled": "a désactivé l'abonnement {subject}",
    "audit.digest_deleted": "a supprimé l'abonnement {subject}",
    "audit.digest_restored": "a rétabli l'abonnement {subject}",
    "audit.digest_sent_again": "a fait renvoyer l'abonnement {subject}",
    "audit.digest_arrived": "a dit que l'abonnement {subject} est arrivé",
    "status.fine": "Flow XO répond, et sa clé API fonctionne.",
    "status.zone": "Les jours commencent à minuit dans le fuseau {zone}.",
    "status.zone_own": (
        "Les jours commencent à minuit dans le fuseau {zone}, votre propre fuseau horaire dans "
        "Slack."
    ),
    "status.zone_unknown": (
        "Les jours commencent à minuit UTC, car Slack ne connaît pas votre fuseau horaire."
    ),
    "status.version": "Version {version}, avec {storage} pour stockage.",
    "status.kept": (
        "Sont gardés : comptes, clés (chiffrées), abonnements et paramètres jusqu'à ce qu'ils "
        "soient déconnectés ou supprimés ; qui a changé quoi pendant {changes} jours ; ce qu'est "
        "devenu chaque abonnement pendant {deliveries} jours ; le sujet des fils pendant {threads} "
        "jours ; les formulaires ouverts pour les clés pendant {forms} jour ; les identifiants "
        "des requêtes pendant {requests} minutes. Ni chiffres ni messages."
    ),
    "status.account": "{account} : {health}",
    "status.more": "Il y en a d'autres : {command} les montre tous.",
}
