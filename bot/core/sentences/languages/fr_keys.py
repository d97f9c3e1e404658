"""Les phrases sur la connexion des comptes et leurs clés en français ; données seules."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "key.empty": "Collez ici la clé d'API.",
    "key.too_long": "C'est trop long pour une clé d'API de Flow XO.",
    "key.of_slack": (
        "C'est un jeton de Slack. La clé se trouve dans Flow XO, sous Settings, API & Webhooks."
    ),
    "key.refused": (
        "Flow XO refuse cette clé. Copiez-la de nouveau depuis Settings, API & Webhooks. "
        "Rien n'a été enregistré."
    ),
    "key.busy": (
        "Flow XO m'a demandé d'attendre, je n'ai donc pas pu essayer la clé. "
        "Rien n'a été enregistré : réessayez dans une minute."
    ),
    "key.unreached": (
        "Je n'arrive pas à joindre Flow XO et n'ai pas pu essayer la clé. "
        "Rien n'a été enregistré : réessayez dans une minute."
    ),
    "key.nonsense": (
        "Ce qui a répondu à cette clé n'est pas digne de confiance. "
        "Rien n'a été enregistré : réessayez dans quelques minutes."
    ),
    "key.known": "Cette clé est déjà connectée, sous le nom {account}.",
    "key.known_unseen": (
        "Cette clé est déjà connectée, pour un compte que vous ne pouvez pas voir ici."
    ),
    "key.same": "C'est la clé que {account} a déjà. Rien n'a été changé.",
    "key.is_name": (
        "Cette clé est le nom du compte, que d'autres lisent. Créez-en une autre dans Flow XO."
    ),
    "key.cleaned": (
        "J'ai laissé de côté ce qui entourait la clé : espaces, guillemets ou le mot Bearer."
    ),
    "name.empty": "Donnez au compte un nom que l'on puisse dire.",
    "name.unusable": "Ce nom ne peut pas être utilisé ici. Choisissez-en un autre.",
    "name.taken": "Un autre compte porte ce nom. Choisissez-en un autre.",
    "connect.members": (
        "Seuls les membres à part entière de cet espace de travail peuvent connecter des comptes."
    ),
    "connect.admins": (
        "Seuls les administrateurs de l'espace de travail peuvent connecter des comptes ici."
    ),
    "connect.chosen": (
        "Seuls les administrateurs de l'espace de travail, et les personnes qu'ils ont choisies, "
        "peuvent connecter des comptes ici."
    ),
    "connect.offer": "Connectez-en un avec sa clé d'API, ou demandez à qui l'a.",
    "connect.offer_ask": "{reason} Demandez à l'un d'eux.",
    "secret.connect": (
        "Cela ressemble à une clé API. Supprimez votre message, remplacez la clé dans Flow "
        "XO, puis appuyez sur Connecter."
    ),
    "secret.ask": (
        "Cela ressemble à une clé API. Supprimez votre message, puis remplacez la clé dans Flow XO."
    ),
    "connect.link": "Sur cette page, vous saisissez la clé d'API de {account}.",
    "connect.link_unnamed": "Sur cette page, vous saisissez la clé d'API du compte.",
    "connect.link_once": "Vous seul voyez ce lien. Il sert une fois, pendant dix minutes.",
    "connect.press": "Appuyez sur le bouton, puis saisissez la clé d'API de {account}.",
    "connect.press_unnamed": "Appuyez sur le bouton, puis saisissez la clé d'API du compte.",
    "connect.too_late": (
        "Slack me donne trois secondes pour ouvrir un formulaire, et cela a pris plus de temps. "
        "Appuyez de nouveau sur le bouton."
    ),
    "connect.not_opened": "Slack n'a pas ouvert le formulaire ; il dit {reason}.",
    "button.page": "Ouvrir la page",
    "button.connect": "Connecter",
    "button.ask_owner": "Demander au propriétaire",
    "button.replace_key": "Remplacer la clé",
    "button.replace_key_of": "Remplacer la clé de {account}",
    "button.remind": "Le rappeler",
    "button.undo": "Annuler",
    "key_form.connect": "Connecter un compte",
    "key_form.replace": "Remplacer une clé",
    "key_form.ask": "Demander à quelqu'un",
    "key_form.remind": "Rappel à un admin",
    "key_form.note": "Votre compte",
    "key_form.save": "Essayer, enregistrer",
    "key_form.send": "Demander",
    "key_form.remind_send": "Rappeler",
    "key_form.cancel": "Abandonner",
    "key_form.close": "Fermer",
    "key_form.promise": (
        "J'essaie la clé avec une question sur des chiffres, je la garde chiffrée et ne la montre "
        "plus jamais. Je ne fais que lire des chiffres avec elle."
    ),
    "key_form.of": "Le compte est {account}.",
    "key_form.name": "Nom",
    "key_form.name_hint": 'Tel qu\'on le demandera : "stats pour Acme".',
    "key_form.key": "Clé d'API de Flow XO",
    "key_form.key_hint": (
        "Dans Flow XO : Settings, puis API & Webhooks. Seul le propriétaire du compte la voit."
    ),
    "key_form.person": "Qui a la clé d'API ?",
    "key_form.person_hint": (
        "Je lui envoie un formulaire privé. Vous ne voyez jamais la clé, et le compte sera le sien "
        "ici."
    ),
    "key_form.admin": "Quel administrateur ?",
    "key_form.admin_hint": "Je lui dis dans un message direct que Flow XO refuse la clé.",
    "key_form.working": "Un instant, s'il vous plaît.",
    "key_form.saved": "C'est fait. Je vous ai envoyé un message à ce sujet.",
    "saved.connected": "{account} est connecté, sous le numéro #{number}. Il est à vous ici.",
    "saved.replaced": "{account} a une nouvelle clé, et elle fonctionne.",
    "saved.zone": (
        "Ses jours commencent à minuit à {zone}, votre propre fuseau horaire dans Slack."
    ),
    "saved.zone_unknown": (
        "Ses jours commencent à minuit dans le fuseau horaire de qui pose la question."
    ),
    "saved.everyone": (
        "Tous les membres de cet espace de travail peuvent poser des questions sur lui."
    ),
    "saved.settings": "Pour le changer : {command}",
    "saved.asked_for": "{person} l'a demandé.",
    "saved.told": "{person} a connecté {account}, comme vous l'avez demandé.",
    "saved.told_replaced": "{person} a donné une nouvelle clé à {account}.",
    "undo.title": "Annuler cela ?",
    "undo.text": "{account} est retiré de nouveau, et sa clé est supprimée.",
    "undo.keep": "Le garder",
    "undo.done": "{account} a été retiré de nouveau, et sa clé supprimée.",
    "undo.late": "C'était il y a plus d'un jour : ce bouton ne peut plus l'annuler.",
    "undo.late_hint": "Pour retirer le compte : {command}",
    "ask.self": "C'est vous. Choisissez quelqu'un d'autre.",
    "ask.nobody": (
        "Seul un membre à part entière de cet espace de travail peut connecter un compte."
    ),
    "ask.may_not": (
        "{person} ne peut pas connecter de comptes ici. Choisissez un administrateur de l'espace "
        "de travail."
    ),
    "ask.sent": "J'ai demandé à {person}. Je vous préviendrai dès que le compte sera connecté.",
    "ask.failed": "Je n'ai pas pu envoyer de message direct à {person} : Slack dit {reason}.",
    "ask.told": ("{person} vous demande de connecter un compte Flow XO à cet espace de travail."),
    "ask.told_hint": (
        "Vous saisissez sa clé d'API dans un formulaire à vous, que personne d'autre ne voit, et "
        "le compte est à vous ici."
    ),
    "ask.waiting": "Ce qui est demandé : {question}",
    "refused.since": (
        "Je ne peux pas lire {account} : Flow XO refuse sa clé d'API depuis {since}. "
        "Votre question était bonne."
    ),
    "refused.owner": (
        "{person} et les administrateurs de l'espace de travail peuvent remplacer la clé."
    ),
    "refused.admins": "Les administrateurs de l'espace de travail peuvent remplacer la clé.",
    "refused.yours": "Vous pouvez remplacer la clé.",
    "refused.told": "{person} le sait depuis {when}.",
    "refused.told_one": "L'un d'eux le sait depuis {when}.",
    "refused.operator": (
        "La personne qui gère le bot met une autre clé dans FLOWXO_API_KEY et le redémarre."
    ),
    "refused.owner_told": "Flow XO refuse la clé d'API de {account} depuis {since}.",
    "refused.until": "Personne ne peut lire ces chiffres tant qu'il n'y a pas une autre clé.",
    "remind.sent": "Je l'ai dit à {person}.",
    "remind.already": ("{person} le sait depuis {when} ; je ne le rappelle qu'une fois par jour."),
    "remind.already_one": (
        "Un administrateur le sait depuis {when} ; je ne le rappelle qu'une fois par jour."
    ),
    "remind.may_not": (
        "{person} ne peut pas faire remplacer cette clé. Choisissez un administrateur de "
        "l'espace de travail."
    ),
    "remind.works": "Flow XO accepte de nouveau cette clé. Posez votre question encore une fois.",
    "remind.told": (
        "{person} vous demande de remplacer la clé d'API de {account} : Flow XO la refuse depuis "
        "{since}."
    ),
    "remind.told_operator": (
        "{person} vous demande de vous occuper de la clé d'API du bot : Flow XO la refuse "
        "depuis {since}."
    ),
    "moment.day": "{weekday} {day} à {time}",
    "weekday.short.0": "lun.",
    "weekday.short.1": "mar.",
    "weekday.short.2": "mer.",
    "weekday.short.3": "jeu.",
    "weekday.short.4": "ven.",
    "weekday.short.5": "sam.",
    "weekday.short.6": "dim.",
}
