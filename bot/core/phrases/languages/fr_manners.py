"""The French command words, figures, fillers and what Flow XO does not count; data only."""

from __future__ import annotations

# No noun, number, name or negation may stand here.
FILLER = (
    "je voudrais, je veux, j'aimerais, je souhaite, voudrais, ça, qu'est-ce que, donné, a donné, "
    "s'il te plaît, s'il vous plaît, stp, svp, merci, merci d'avance, merci beaucoup, bonjour, "
    "salut, coucou, bonsoir, donne, donne-moi, donne moi, donnez-moi, donne-nous, montre, "
    "montre-moi, montre moi, montrez-moi, montre-nous, affiche, affiche-moi, envoie, envoie-moi, "
    "fais voir, fais-moi voir, dis-moi, dis moi, voir, je veux, je veux voir, je voudrais, "
    "je voudrais voir, j'aimerais, j'aimerais voir, j'aimerais avoir, il me faut, j'ai besoin de, "
    "j'ai besoin des, on veut, peux-tu, tu peux, peux tu, pourrais-tu, tu pourrais, pouvez-vous, "
    "vous pouvez, pourriez-vous, peut-on, peut-on voir, me donner, me montrer, m'afficher, "
    "me dire, donner, montrer, avoir, combien, combien de, combien y a-t-il eu de, "
    "combien y a-t-il de, combien a-t-on eu de, combien avons-nous eu de, combien avons-nous de, "
    "quel, quelle, quels, quelles, quel est, quelle est, quels sont, quelles sont, quels étaient, "
    "quelles étaient, quel a été, quels ont été, quelles ont été, c'est quoi, qu'est-ce que, "
    "est-ce que, ça donne quoi, comment, comment va, comment ça va, comment s'est passé, "
    "comment s'est passée, comment s'est passés, comment était, comment ça s'est passé, "
    "où en est-on, on en est où, on a eu, on a, nous avons eu, avons-nous eu, avons-nous eus, "
    "avons-nous eues, avons-nous, a-t-on eu, a-t-on, il y a eu, y a-t-il eu, il y en a eu, a été, "
    "ont été, était, étaient, sont, eu, reçu de, je, on, nous, moi, me, mes, mon, ma, nos, notre, "
    "tes, ton, vos, leur, leurs, ses, son, sa, du coup, alors, aussi, juste, seulement, nombre de, "
    "le nombre de, le la quantité de, les chiffres de, les chiffres du, les données de, "
    "les données du, sur la période, pour la période, pendant la période, dans la période, "
    "au total, en tout, pour moi"
)

THANKS = (
    "merci, merci beaucoup, merci bien, merci d'avance, mille mercis, ok, ok merci, d'accord, "
    "super, super merci, parfait, parfait merci, génial, génial merci, bien, très bien, compris, "
    "entendu, nickel, top"
)
HI = "bonjour, salut, coucou, bonsoir, hello, bonjour bot, salut bot, bonjour à tous"

COMMANDS: dict[str, str] = {
    # help topics
    "commands": "commandes, toutes les commandes",
    "comparison": "comparaison, comparaisons",
    "share": "partager, partage, confidentialité",
    "threads": "fils, fil, fils de discussion",
    "counts": "que comptes-tu, compter",
    "dates": "périodes",
    # what is asked
    "why": "pourquoi",
    "dashboard": "tableau de bord",
    "stats": "statistiques, statistique, stats, chiffres, indicateurs, données, performance, "
    "performances, perf, perfs, kpis, aperçu, vue d'ensemble, analytique",
    "users": "utilisateurs, utilisateur, usagers, contacts, audience",
    "messages": "messages, message, questions, mots-clés, mots clés",
    "top messages": "messages les plus fréquents, messages les plus courants, "
    "messages les plus envoyés, messages les plus reçus, messages fréquents, principaux messages, "
    "top des messages, top messages, questions fréquentes, questions les plus fréquentes, "
    "questions les plus posées, que demandent les gens, qu'écrivent les gens, que disent les gens, "
    "que demandent les utilisateurs, qu'écrivent les utilisateurs",
    "flows": "flux, flows, scénarios, workflows",
    "flow": "flux nommé",
    "top flows": "flux les plus utilisés, flux les plus populaires, flux les plus lancés, "
    "flux les plus actifs, flux principaux, principaux flux, meilleurs flux, top des flux, "
    "top flux, flows les plus utilisés, meilleurs flows, top des flows, "
    "scénarios les plus utilisés, quel flux a tourné le plus, quel flux a été le plus utilisé, "
    "quels flux ont été les plus utilisés, quel flux est le plus utilisé",
    "chart": "graphique, graphiques, graphe, courbe, courbes, évolution, tendance, tendances, "
    "histogramme, diagramme, historique",
    "metrics": "métriques",
    "report": "rapport, rapports, résumé, bilan, synthèse, récap, récapitulatif",
    "status": "état, statut",
    "help": "aide, aide-moi, aidez-moi, à l'aide, que sais-tu faire, que peux-tu faire, "
    "comment ça marche, exemples",
    "digest": "abonner, abonnement, abonnements, s'abonner, programmer, planifier, planifié, "
    "récurrent, désabonner, se désabonner",
    "connect": "connecter, connecte, connexion, configurer, se connecter",
    "accounts": "comptes, compte, clients, client",
    "use": "utiliser, utilise, passer à",
    "disconnect": "déconnecter, déconnecte, déconnexion, se déconnecter",
    "audit": "journal, journal d'audit",
    "settings": "paramètres, réglages, préférences, fuseau horaire, options",
    "none": "aucun, aucune, aucun compte",
    "new users": "nouveaux utilisateurs, nouvel utilisateur, nouveaux contacts, nouveaux inscrits, "
    "inscriptions, inscrits, nouveaux, arrivées, nouveaux users",
    "triggers": "déclenchements, déclenchement, déclencheurs, interactions, interaction, "
    "exécutions, activations, lancements",
    "received": "messages reçus, reçus, message reçu, messages entrants, entrants, reçues",
    "sent": "messages envoyés, envoyés, message envoyé, messages sortants, sortants, envoyées, "
    "réponses",
    "total users": "total des utilisateurs, total d'utilisateurs, utilisateurs au total, "
    "tous les utilisateurs, nombre total d'utilisateurs, utilisateurs totaux, total utilisateurs",
    "active users": "utilisateurs actifs, actifs, utilisateur actif",
    "total": "total",
}

NOT_COUNTED: dict[str, str] = {
    "retention": "rétention, fidélisation",
    "churn": "attrition, désabonnements",
    "revenue": "revenus, revenu, chiffre d'affaires, ventes, recettes, argent",
    "orders": "commandes d'achat, achats",
    "conversions": "conversions, conversion, taux de conversion",
    "sessions": "sessions, session",
    "conversations": "conversations, conversation, discussions",
    "countries": "pays",
    "cities": "villes, ville",
    "platforms": "plateformes, plateforme, plate-formes",
    "channels": "canaux, canal",
    "email": "courriels, courriel, e-mails, e-mail",
    "unanswered": "sans réponse, non répondus, non répondues",
    "errors": "erreurs, erreur, échecs",
    "clicks": "clics, clic",
    "response time": "temps de réponse, délai de réponse",
    "satisfaction": "satisfaction",
    "language": "langue, langues",
    "devices": "appareils, appareil",
    "gender": "genre, sexe",
    "age": "âge, âges",
    "visitors": "visiteurs, visites",
    "who": "qui, noms",
    "tags": "étiquettes",
    "unique users": "utilisateurs uniques, uniques",
    "broadcasts": "diffusions, diffusion, envois groupés",
    "campaigns": "campagnes, campagne",
    "people": "personnes, gens",
    "customers": "acheteurs",
    "average": "moyenne, moyennes",
    "forecast": "prévision, prévisions",
    "source": "source, sources, origine",
    "agents": "agents, agent",
}

NOT_TYPOS = (
    "lundis, mardis, mercredis, jeudis, vendredis, samedis, dimanches, moi, mis, mes, mer, pas, "
    "sauf, sans, hors, non, ni, jamais, rien, mais, ou, où, donc, car, toi, soi, fois, jouer, "
    "joue, jeux, air, ans, dans, date, jeu, mère, père, seul, seule, autre, autres, bon, bonne, "
    "test, texte"
)
