"""Les phrases par lesquelles on suit ses abonnements, en français ; des données."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "notice.key.one": "{which} attend la clé de {account} : Flow XO la refuse depuis {since}.",
    "notice.key.many": "{which} attendent la clé de {account} : Flow XO la refuse depuis {since}.",
    "notice.key_soon.one": (
        "Flow XO refuse la clé de {account} depuis {since}, et {which} en a bientôt besoin."
    ),
    "notice.key_soon.many": (
        "Flow XO refuse la clé de {account} depuis {since}, et {which} en ont bientôt besoin."
    ),
    "notice.account.one": (
        "{which} n'a plus de compte : il a disparu, ou ne peut pas être montré là."
    ),
    "notice.account.many": (
        "{which} n'ont plus de compte : il a disparu, ou ne peut pas être montré là."
    ),
    "notice.upstream.one": "{which} n'est pas parti : Flow XO n'a donné aucun chiffre à temps.",
    "notice.upstream.many": "{which} ne sont pas partis : Flow XO n'a donné aucun chiffre à temps.",
    "notice.slack.one": "{which} n'est pas parti : Slack n'a rien accepté à temps.",
    "notice.slack.many": "{which} ne sont pas partis : Slack n'a rien accepté à temps.",
    "notice.ours.one": "{which} n'est pas parti : quelque chose a échoué de mon côté.",
    "notice.ours.many": "{which} ne sont pas partis : quelque chose a échoué de mon côté.",
    "notice.channel.one": "{which} n'a nulle part où aller : {why}",
    "notice.channel.many": "{which} n'ont nulle part où aller : {why}",
    "notice.refused.one": "{which} n'est pas parti : Slack dit {why}.",
    "notice.refused.many": "{which} ne sont pas partis : Slack dit {why}.",
    "notice.broken.one": "{which} est arrêté : ce que j'en garde est illisible.",
    "notice.broken.many": "{which} sont arrêtés : ce que j'en garde est illisible.",
    "notice.unknown.one": (
        "Je ne sais pas si {which} est arrivé : Slack n'a pas répondu, et je n'ai pas pu vérifier."
    ),
    "notice.unknown.many": (
        "Je ne sais pas si {which} sont arrivés : Slack n'a pas répondu, et je n'ai pas pu "
        "vérifier."
    ),
    "notice.left_out.one": (
        "De {which} j'ai laissé de côté ce qui tombait pendant que je ne pouvais pas publier."
    ),
    "notice.left_out.many": (
        "De {which} j'ai laissé de côté ce qui tombait pendant que je ne pouvais pas publier."
    ),
    "notice.key_mended.one": "Flow XO accepte de nouveau la clé de {account} : {which} continue.",
    "notice.key_mended.many": (
        "Flow XO accepte de nouveau la clé de {account} : {which} continuent."
    ),
    "notice.channel_mended.one": "Je peux de nouveau publier là : {which} continue.",
    "notice.channel_mended.many": "Je peux de nouveau publier là : {which} continuent.",
    "notice.owner_left.one": (
        "{person} est parti, et {count} abonnement continue sans propriétaire."
    ),
    "notice.owner_left.many": (
        "{person} est parti, et {count} abonnements continuent sans propriétaire."
    ),
    "notice.handed_over.one": (
        "{person} est parti : {count} abonnement est à vous maintenant, puisque le compte l'est."
    ),
    "notice.handed_over.many": (
        "{person} est parti : {count} abonnements sont à vous maintenant, puisque le compte l'est."
    ),
    "notice.which.one": "1 abonnement",
    "notice.which.all": "{count} abonnements",
    "notice.which.some": "{count} abonnements sur {total}",
    "notice.item": "#{number}, prévu {due}, {zone}",
    "notice.item.next": "#{number}, prochain {due}, {zone}",
    "notice.item.fix": "#{number}, prévu {due}, {zone} : réparé avant {until}, il part en retard",
    "notice.item.soon": (
        "#{number}, prochain {due}, {zone} : réparé plus tard, avant {until}, il part en retard"
    ),
    "notice.item.past": (
        "#{number}, prévu {due}, {zone} : trop ancien ; le prochain part une fois que c'est réparé"
    ),
    "notice.item.late": "#{number} : celui de {due}, {zone}, part en retard",
    "notice.item.over": "#{number}, prévu {due}, {zone} : trop ancien ; le prochain part",
    "notice.item.left": "#{number}, le dernier prévu {due}, {zone}",
    "notice.more": "Et {count} de plus.",
    "notice.ask_operator": "La personne qui exploite le bot peut mettre une autre clé.",
    "notice.account.do": "Modifiez-les pour un autre compte, ou faites-le reconnecter.",
    "notice.upstream.do": "Renvoyer les publie pour les mêmes dates, dès que Flow XO répond.",
    "notice.slack.do": "Renvoyer les publie pour les mêmes dates.",
    "notice.ours.do": (
        "La personne qui exploite le bot trouve la raison dans son journal. Renvoyer réessaie "
        "pour les mêmes dates."
    ),
    "notice.channel.do": (
        "Dès que je suis dans le canal (/invite {mention}) et qu'il n'est pas archivé, ils "
        "continuent d'eux-mêmes. Ou choisissez un autre canal."
    ),
    "notice.channel.person": (
        "Dès que mes messages directs sont de nouveau acceptés, reprenez-les. Ou choisissez un "
        "canal."
    ),
    "notice.refused.do": (
        "À la troisième fois de suite j'arrête un abonnement. Laissez-moi publier là, puis "
        "reprenez-le ; ou choisissez un autre canal."
    ),
    "notice.broken.do": "Supprimez-les et recréez-les.",
    "notice.unknown.do": (
        "Regardez, s'il vous plaît. Renvoyer le publie encore une fois ; Bien arrivé le garde "
        "comme envoyé. Tant que vous ne dites rien, je ne fais ni l'un ni l'autre."
    ),
    "notice.left_out.do": "L'historique de chacun dit lequel. Ce qui sert encore part en retard.",
    "notice.owner_left.do": "Reprendre les rend vôtres : c'est vous qui saurez ce qui échoue.",
    "notice.why.is_archived": "le canal est archivé.",
    "notice.why.not_in_channel": "je ne suis pas dans le canal.",
    "notice.why.channel_not_found": "le canal a disparu, ou j'en ai été retiré.",
    "notice.why.other": "Slack ne me laisse plus publier là.",
    "refused.digests.one": (
        "{count} abonnement en a besoin (prochain : {when}). Réparé dans les {span} qui "
        "suivent, il part en retard."
    ),
    "refused.digests.many": (
        "{count} abonnements en ont besoin (prochain : {when}). Réparé dans les {span} qui "
        "suivent, ils partent en retard."
    ),
    "span.12h": "12 heures",
    "span.3d": "3 jours",
    "span.7d": "7 jours",
    "disconnect.digests.one": (
        "{count} abonnement en parle, {numbers} : il s'arrête à son échéance, et son "
        "propriétaire en est averti. Reconnecté dans la journée, il continue."
    ),
    "disconnect.digests.many": (
        "{count} abonnements en parlent, {numbers} : ils s'arrêtent à leur échéance, et leurs "
        "propriétaires en sont avertis. Reconnecté dans la journée, ils continuent."
    ),
    "disconnect.digests.named": "{numbers} et {count} de plus",
    "disconnect.digests.all.one": "{count} abonnement de tous les comptes continue sans lui.",
    "disconnect.digests.all.many": "{count} abonnements de tous les comptes continuent sans lui.",
    "status.here.one": "{count} abonnement arrive ici, le prochain le {when}.",
    "status.here.many": "{count} abonnements arrivent ici, le prochain le {when}.",
    "status.mine.one": "{count} abonnement est à vous, le prochain le {when}.",
    "status.mine.many": "{count} abonnements sont à vous, le prochain le {when}.",
    "status.stopped.one": "{count} d'entre eux est arrêté jusqu'à réparation.",
    "status.stopped.many": "{count} d'entre eux sont arrêtés jusqu'à réparation.",
    "status.overdue": (
        "Les abonnements ne sont pas publiés : l'un est dû depuis {since}. Prévenez la personne "
        "qui exploite le bot."
    ),
    "status.on_time": "Les abonnements partent à l'heure : aucun n'est en retard.",
    "home.stopped.one": "{count} abonnement a besoin de vous",
    "home.stopped.many": "{count} abonnements ont besoin de vous",
    "home.digests": "Vos abonnements",
    "home.digest.next": "#{number}, prochain {when}",
    "home.digest.paused": "#{number}, en pause",
    "home.digest.last": "dernier {when} : {state}",
    "home.last.sent": "envoyé",
    "home.last.failed": "non envoyé",
    "home.last.skipped": "laissé de côté",
    "home.last.unknown": "personne ne sait s'il est arrivé",
    "home.last.open": "en route",
    "stopped.key": "#{number} attend la clé de son compte : Flow XO la refuse",
    "stopped.channel": "#{number} n'a nulle part où aller : le canal m'est fermé",
    "stopped.refused": "#{number} est arrêté : Slack l'a refusé trois fois de suite",
    "stopped.account": "#{number} n'a plus de compte",
    "stopped.broken": "#{number} est arrêté : ce que j'en garde est illisible",
    "stopped.workspace": "#{number} est arrêté : Slack a refusé mon jeton",
    "button.send_again": "Renvoyer",
    "button.arrived": "Bien arrivé",
    "button.choose_channel": "Choisir un canal",
    "button.resume": "Reprendre l'envoi",
    "button.edit": "Modifier",
    "button.take_over": "Reprendre",
    "notice.sent_again": "L'abonnement #{number}, prévu {due}, repart maintenant.",
    "notice.kept_as_sent": "L'abonnement #{number}, prévu {due}, est gardé comme envoyé.",
    "notice.decided": (
        "Quelqu'un en a déjà décidé : l'abonnement #{number}, prévu {due}, est {state}."
    ),
    "notice.state.open": "en route",
    "notice.state.sent": "gardé comme envoyé",
    "notice.state.failed": "non envoyé",
    "notice.state.skipped": "laissé de côté",
    "notice.state.unknown": "toujours incertain",
    "notice.no_such": "Cet abonnement n'existe plus.",
    "notice.may_not": (
        "Seuls son propriétaire et les administrateurs de l'espace de travail le peuvent."
    ),
    "notice.here_still": (
        "Selon Slack cette personne est toujours là : ses abonnements restent les siens."
    ),
    "notice.taken_over.one": "{count} abonnement est à vous maintenant.",
    "notice.taken_over.many": "{count} abonnements sont à vous maintenant.",
    "notice.taken_over.none": "Il n'y a plus rien à reprendre : quelqu'un l'a fait.",
}
