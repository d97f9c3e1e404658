"""The French sentences of the help, the service and Flow XO; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "help.first": "Posez vos questions sur vos chatbots Flow XO avec des mots de tous les jours.",
    "help.private": "La réponse ne sera visible que par vous.",
    "help.dates": (
        "Écrivez les dates comme vous les dites : aujourd'hui, 30 derniers jours, 3–5 mars, "
        't3. Ajoutez "vs l\'an dernier", "en csv" ou "public".'
    ),
    "help.zone": "Les jours commencent à minuit dans le fuseau {zone}.",
    "help.thread": "Dans un fil, écrivez plutôt {mention}.",
    "help.last_7_days": "7 derniers jours",
    "help.top_flows": "Top flux",
    "help.all_commands": "Toutes les commandes",
    "help.no_topic": "Je n'ai pas d'aide sur \"{topic}\". Voici l'aide courte.",
    "help.commands": (
        "Toutes les commandes. Une période, ce sont des dates comme vous les diriez ; sans "
        "période, ce sont les 7 derniers jours."
    ),
    "help.modifiers": (
        "Ajoutez, dans n'importe quel ordre : par heure, par jour, par semaine, par mois, vs "
        "période précédente, vs l'an dernier, vs octobre, sans comparaison, top 20, à Berlin, "
        "en csv, public."
    ),
    "help.topics": (
        "Pour en savoir plus : aide dates, aide tableau de bord, aide métriques, aide "
        "comparer, aide sharing, aide threads."
    ),
    "help.comparing": (
        "La plupart des réponses sont comparées à la période d'avant : un mois au mois "
        "d'avant, 7 jours aux 7 jours d'avant.\n"
        "Une période qui n'est pas terminée n'est comparée que jusqu'où elle en est, et porte "
        'la mention "so far".\n'
        "Ajoutez vs l'an dernier, vs octobre ou sans comparaison.\n"
        "Un pourcentage n'apparaît que si le chiffre d'avant est d'au moins 30."
    ),
    "help.sharing": (
        "La réponse à une commande n'est visible que par vous, jusqu'à ce que vous cliquiez "
        "sur Share to Channel ou ajoutiez public.\n"
        "Ajoutez en csv, ou cliquez sur CSV dans le menu Plus, pour avoir tous les chiffres "
        "dans un fichier.\n"
        "En public, les messages envoyés une seule fois sont comptés, pas cités."
    ),
    "help.threads": (
        "Répondez dans le fil d'une réponse publique avec {mention} par jour, {mention} vs "
        "l'an dernier ou {mention} en csv.\n"
        "Votre réponse porte sur les dates affichées. Les commandes ne peuvent pas être "
        "lancées dans un fil."
    ),
    "help.aliases": "Aussi : {names}.",
    "help.digest.said": (
        "Dites aussi de qui sont les chiffres (pour Acme, pour tous), ce qu'il montre (seulement "
        "statistiques et flux, sans messages, top 7), à quoi il compare (vs année dernière) et où "
        "il va (à moi). Il vous est relu avant tout enregistrement ; abonnement modifier #7 le "
        "change."
    ),
    "help.digest.done": "Ce qu'on peut faire d'un abonnement, par son numéro :",
    "help.counts": "Ce que Flow XO compte, et donc ce que je peux montrer :",
    "help.not_counted": (
        "Ce que Flow XO ne compte pas : rétention, revenus, sessions, pays, plateformes, un "
        "chatbot pris séparément."
    ),
    "help.dashboard": (
        "Pourquoi le tableau de bord indique-t-il autre chose ? Le plus souvent, pour l'une de "
        "ces cinq raisons :"
    ),
    "help.your_zone": "indiqué sous chaque réponse",
    "help.dashboard.zone": "Fuseau horaire",
    "help.dashboard.zone.why": (
        " : ici, les jours commencent à minuit dans le fuseau {zone} ; le tableau de bord "
        "prend le fuseau de votre navigateur."
    ),
    "help.dashboard.running": "Le jour en cours",
    "help.dashboard.running.why": (
        " : ses chiffres augmentent encore. Une réponse indique quand ils ont été lus, et ne "
        "compare que jusque-là."
    ),
    "help.dashboard.active": "Utilisateurs actifs",
    "help.dashboard.active.why": (
        " : ils portent toujours sur les 30 jours avant la fin de la période, aussi courte "
        "soit-elle."
    ),
    "help.dashboard.folded": "Messages regroupés",
    "help.dashboard.folded.why": (
        " : les textes qui ne diffèrent que par la casse, les espaces ou la ponctuation forment "
        "ici une seule ligne, et la réponse dit combien il y en a."
    ),
    "help.dashboard.hidden": "Flux masqués",
    "help.dashboard.hidden.why": (
        " : les flux qu'un compte masque ne figurent ici ni dans les listes, ni dans les rangs, "
        "ni dans les parts, et la réponse dit combien il y en a."
    ),
    "help.dates.first": "Les dates comme vous les dites, après n'importe quelle commande :",
    "help.dates.1": "Jours|aujourd'hui, hier, vendredi dernier, 12 mai, 2026-05-12",
    "help.dates.2": (
        "Unités entières avant celle en cours|7 derniers jours, semaine dernière, 3 derniers mois"
    ),
    "help.dates.3": "Jusqu'ici|cette semaine, ce mois-ci, depuis lundi, depuis le 3 nov",
    "help.dates.4": "Unités|octobre, oct 2021, t3, t3 2025, 2025, semaine 12",
    "help.dates.5": "Du… au…|3–5 mars, du 1er oct au 30 nov, du lundi au vendredi",
    "help.dates.6": "En heures et minutes|24 dernières heures, 90 dernières minutes",
    "home.title": "Vos chiffres Flow XO",
    "home.private": (
        "Les réponses aux boutons arrivent en message direct ; elles ne sont visibles que par vous."
    ),
    "rights.guest": (
        "Je ne réponds qu'aux membres à part entière de cet espace de travail, et vous y avez "
        "un accès invité. Demandez à un membre de partager la réponse avec vous."
    ),
    "rights.stranger": (
        "Je ne réponds qu'aux membres de cet espace de travail, et vous faites partie d'un "
        "autre. Demandez à un membre de partager la réponse avec vous."
    ),
    "rights.workspace": (
        "Je suis configuré pour un autre espace de travail, je ne peux donc pas répondre ici."
    ),
    "rights.nobody": (
        "Je ne réponds qu'à des personnes, et Slack indique que ce compte n'est pas utilisé."
    ),
    "rights.unknown": (
        "Slack ne peut pas me dire qui vous êtes pour le moment, je ne peux donc pas montrer "
        "de chiffres. Réessayez dans une minute."
    ),
    "rights.no_direct": (
        "Je n'envoie des chiffres et des fichiers en message direct qu'aux membres de "
        "cet espace de travail."
    ),
    "rights.no_direct_hint": (
        "Posez la question dans ce canal en me mentionnant : la réponse et son fichier "
        "seront publiés ici."
    ),
    "rights.remove": (
        "Seuls la personne qui a posé la question et les admins de l'espace de travail peuvent "
        "supprimer cette réponse."
    ),
    "try": "Essayez : {command}",
    "error.unnamed": "Un problème est survenu de mon côté. Réessayez dans un instant.",
    "button.count": "Ce que je sais compter",
    "button.run": "Lancer {command}",
    "all.one_metric": (
        "Pour plusieurs comptes, je trace un seul chiffre à la fois : une ligne par compte."
    ),
    "all.one_metric_hint": "Demandez l'un d'eux.",
    "busy": (
        "J'ai plus de questions que je ne peux en traiter à la fois. Veuillez réessayer dans "
        "un instant."
    ),
    "broken": (
        "Un problème est survenu de mon côté ; votre question n'y est pour rien. Réessayez "
        "dans un instant."
    ),
    "broken_hint": (
        "Si cela se reproduit, donnez cette référence à la personne qui gère le bot : {reference}."
    ),
    "storage_trouble": (
        "Je ne peux pas utiliser ma base de données pour le moment, donc rien n'a été modifié."
    ),
    "storage_trouble_hint": (
        "Prévenez la personne qui gère le bot ; le journal indique le problème."
    ),
    "share.members": "Ce canal compte {count} personnes.",
    "share.outsiders": (
        "Des personnes extérieures à votre espace de travail, ou des invités, peuvent lire ce "
        "canal."
    ),
    "share.unknown": "Je ne peux pas voir qui peut lire ce canal.",
    "share.unseen": (
        "Il peut y avoir des invités parmi elles : elles sont trop nombreuses pour que "
        "je les vérifie une à une."
    ),
    "share.ask": "Partager cette réponse avec toutes les personnes qui s'y trouvent ?",
    "share.anyway": "Partager quand même",
    "reply.nowhere": "Je n'ai pas pu répondre dans ce canal ; Slack indique {reason}.",
    "share.others": "Les comptes dont parlait cette réponse ne sont plus les mêmes.",
    "share.others_hint": "Reposez la question : ce que vous verrez alors pourra être partagé.",
    "share.invite": (
        "Pour poser d'autres questions ici dans un fil, ajoutez-moi au canal : /invite {mention}"
    ),
    "share.closed": "Slack ne me laisse pas publier dans ce canal ; il indique {reason}.",
    "share.refused": "Slack n'a pas accepté la réponse ; il indique {reason}.",
    "share.closed_hint": "Ajoutez-moi avec /invite {mention}, puis réessayez.",
    "share.alone_hint": "Demandée en privé, la réponse n'est visible que par vous.",
    "slack.limited": "Slack me demande d'attendre avant de publier à nouveau.",
    "slack.limited_hint": "Réessayez dans une minute.",
    "slack.refused_hint": "Réessayez ; si cela se reproduit, prévenez la personne qui gère le bot.",
    "reply.lost": (
        "Slack n'a pas dit si ma réponse est arrivée. Si elle n'est pas là, posez la question "
        "encore une fois."
    ),
    "reply.elsewhere": (
        "Slack n'a pas accepté cette réponse là où vous l'avez demandée (il indique {reason}), "
        "elle est donc ici."
    ),
    "thread.forgotten": "Je ne peux pas retrouver le sujet de ce fil pour le moment.",
    "thread.forgotten_hint": (
        "Posez la question en entier, par exemple : stats semaine dernière par jour"
    ),
    "share.lost": (
        "Slack n'a pas dit si la réponse est arrivée. Regardez dans le canal avant de la "
        "partager à nouveau."
    ),
    "csv.line": "Voici le CSV que vous avez demandé.",
    "csv.sent": "Le CSV est dans vos messages directs avec moi.",
    "csv.lost": (
        "Slack n'a pas dit si le CSV est arrivé. Regardez s'il y est avant de le redemander."
    ),
    "csv.failed": "Je n'ai pas pu y mettre le CSV : Slack indique {reason}.",
    "csv.failed_hint": (
        "La personne qui gère le bot peut vérifier qu'il a le droit d'envoyer des fichiers (le "
        "scope files:write)."
    ),
    "copy.sent": "Je vous ai envoyé une copie ; elle est dans vos messages directs avec moi.",
    "copy.failed": "Je n'ai pas pu vous envoyer de message direct : Slack indique {reason}.",
    "remove.lost": (
        "Slack n'a pas dit si cette réponse a disparu. Si elle est encore là, cliquez à "
        "nouveau sur Remove."
    ),
    "remove.failed": "Je n'ai pas pu supprimer cette réponse : Slack indique {reason}.",
    "button.stale": (
        "Je n'arrive plus à lire ce que ce bouton demande. Veuillez reposer la question avec "
        "des mots."
    ),
    "upstream.refused": "Flow XO a refusé sa clé API. Votre question n'y est pour rien.",
    "upstream.refused.hint": "Prévenez la personne qui gère le bot : la clé doit être remplacée.",
    "upstream.busy": "Flow XO reçoit trop de demandes en ce moment et m'a demandé d'attendre.",
    "upstream.crowded": "Trop de questions attendent Flow XO en ce moment.",
    "upstream.busy.hint": "Reposez la question {when}.",
    "upstream.when.moment": "dans un instant",
    "upstream.when.second": "dans {count} secondes",
    "upstream.when.minute": "dans {count} minutes",
    "upstream.when.hour": "dans {count} heures",
    "upstream.when.day": "dans {count} jours",
    "upstream.when.later": "un autre jour",
    "upstream.unreached": (
        "Je n'arrive pas à joindre Flow XO en ce moment. Votre question n'y est pour rien."
    ),
    "upstream.slow": (
        "Flow XO n'a pas répondu en {seconds} secondes. Votre question n'y est pour rien."
    ),
    "upstream.slow.one": (
        "Flow XO n'a pas répondu en une seconde. Votre question n'y est pour rien."
    ),
    "upstream.slow.hint": "Reposez la question dans une minute, ou pour moins de jours.",
    "upstream.failed": "Flow XO n'a pas pu répondre : il rencontre lui-même une erreur ({status}).",
    "upstream.again.hint": (
        "Reposez la question dans quelques minutes. Si cela ne suffit pas, prévenez la "
        "personne qui gère le bot."
    ),
    "upstream.certificate": (
        "Je n'ai pas la certitude que c'est bien Flow XO qui répond : le certificat n'est pas "
        "valide. Je n'ai donc pas envoyé la clé."
    ),
    "upstream.certificate.hint": (
        "Prévenez la personne qui gère le bot : FLOWXO_API_URL, l'horloge de la machine du bot "
        "ou le réseau entre les deux est en cause."
    ),
    "upstream.redirected": (
        "Flow XO m'a renvoyé vers une autre adresse au lieu de répondre. Je n'y suis pas allé."
    ),
    "upstream.turned_down": "Flow XO n'a pas accepté la question ({status}).",
    "upstream.address.hint": (
        "Prévenez la personne qui gère le bot : FLOWXO_API_URL est peut-être incorrect."
    ),
    "upstream.nonsense": "Flow XO a répondu, mais je ne peux pas me fier à la réponse : {reason}.",
    "upstream.nonsense.hint": (
        "Je préfère ne montrer aucun chiffre plutôt que des chiffres faux. Reposez la question "
        "dans quelques minutes. Si cela ne suffit pas, prévenez la personne qui gère le bot."
    ),
    "upstream.nonsense.page": "c'est une page web, pas des chiffres",
    "upstream.nonsense.json": "ce n'est pas du JSON valide",
    "upstream.nonsense.large": "elle est beaucoup trop volumineuse",
    "upstream.nonsense.packing": "elle ne peut pas être décompressée",
    "upstream.nonsense.shape": (
        "il y manque quelque chose, ou quelque chose n'y est pas comme il faut"
    ),
    "upstream.nonsense.count": "un de ses nombres ne peut pas être juste",
    "upstream.nonsense.twice": "elle dit deux fois la même chose",
    "upstream.nonsense.dates": "ses dates ne sont pas celles que j'ai demandées",
    "upstream.unusable_key": (
        "La clé API Flow XO contient un caractère qui ne figure dans aucune clé."
    ),
    "upstream.unusable_key.hint": "Copiez à nouveau la clé depuis Flow XO, en un seul mot.",
}
