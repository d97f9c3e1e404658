"""The German command words, figures, fillers and what Flow XO does not count; data only."""

from __future__ import annotations

# No noun, number, name or negation may stand here.
FILLER = (
    "alles, bitte, bitte mal, mal, mal eben, mal bitte, mir, uns, eben, kurz, schnell, doch, denn, "
    "eigentlich, gerade, danke, vielen dank, danke schön, dankeschön, merci, hallo, hi, hey, moin, "
    "servus, grüezi, guten morgen, guten tag, guten abend, zeig, zeige, zeigen, zeig mir, "
    "zeige mir, zeig mal, zeig uns, gib, gib mir, gib mal, gib uns, schick, schick mir, sag, "
    "sag mir, nenn, nenne, nenn mir, ich, wir, ich brauche, ich bräuchte, ich möchte, ich will, "
    "ich hätte gern, ich hätte gerne, gerne, gern, wissen, sehen, haben, hatten, hatte, hat, habe, "
    "kannst du, könntest du, kannst du mir, könntest du mir, können sie, können sie mir, kann ich, "
    "geben, schicken, sagen, gab es, gibt es, waren es, was, was ist, was sind, was war, "
    "was waren, wie, wie war, wie waren, wie ist, wie sind, wie lief, wie lief es, wie läuft es, "
    "wie viele, wieviele, wie viel, wieviel, wie oft, wie sieht es aus, wie sah es aus, lief, "
    "liefen, dazu, sah, sah es, wie lief's, lief's, welche, welcher, welches, war, waren, ist, "
    "sind, wurde, wurden, kam, kamen, bekommen, bekamen, erhalten, für den zeitraum, im zeitraum, "
    "in dem zeitraum, es, sie, unser, unsere, unseren, unserer, mein, meine, meinen, euer, ihr, "
    "ihre, auch, nur, so, wie war es so, wie läuft es so, wie lief es so, läuft es so, "
    "die zahlen für, die zahlen von, die zahlen vom, die daten für, die daten von, anzahl, "
    "anzahl der, zahl der, aus, los, für mich"
)

THANKS = (
    "danke, danke schön, dankeschön, vielen dank, danke dir, merci, ok, okay, ok danke, super, "
    "super danke, alles klar, alles klar danke, perfekt, perfekt danke, top, prima, passt, gut, "
    "sehr gut, klasse, toll, verstanden"
)
HI = (
    "hallo, hi, hey, moin, servus, grüezi, guten morgen, guten tag, guten abend, hallo bot, "
    "grüß gott, tag, na"
)

COMMANDS: dict[str, str] = {
    # help topics
    "commands": "befehle, alle befehle",
    "comparison": "vergleiche zu, vergleichszeitraum",
    "share": "teilen, freigeben, datenschutz",
    "threads": "threads, thread",
    "counts": "zählung, was zählst du, was kannst du zählen",
    "dates": "zeitangaben, datumsangaben",
    # what is asked
    "why": "warum, wieso, weshalb",
    "dashboard": "dashboard",
    "stats": "statistik, statistiken, zahlen, kennzahlen, kennzahl, auswertung, auswertungen, "
    "übersicht, überblick, daten, werte, kpis, performance, leistung, analyse, analysen",
    "users": "nutzer:innen, nutzer*innen, nutzer_innen, benutzer:innen, benutzer*innen, nutzende, "
    "nutzenden, nutzer, benutzer, nutzern, benutzern, user, anwender, nutzerzahlen, nutzerzahl, "
    "kontakte, nutzerinnen",
    "messages": "nachrichten, nachricht, messages, fragen, anfragen, schlüsselwörter, stichworte, "
    "stichwörter",
    "top messages": "häufigste nachrichten, häufigsten nachrichten, top nachrichten, "
    "top-nachrichten, häufigste fragen, häufigsten fragen, meistgestellte fragen, "
    "meistgestellten fragen, top-fragen, top fragen, was schreiben die leute, "
    "was schreiben die nutzer, was fragen die leute, was wird gefragt, was wird geschrieben, "
    "was wurde gefragt, was wurde geschrieben, wonach fragen die leute",
    "flows": "flows, abläufe, workflows, ablauf",
    "top flows": "top-flows, top flows, beste flows, besten flows, meistgenutzte flows, "
    "meistgenutzten flows, beliebteste flows, beliebtesten flows, häufigste flows, "
    "häufigsten flows, meistgestartete flows, top-abläufe, welcher flow lief am häufigsten, "
    "welche flows liefen am häufigsten, welcher flow lief am meisten, "
    "welche flows liefen am meisten",
    "chart": "diagramm, diagramme, grafik, grafiken, graph, kurve, verlauf, schaubild, "
    "entwicklung, zeitreihe, zeitverlauf, trend",
    "report": "bericht, berichte, zusammenfassung, report, resümee, rückblick",
    "status": "status, zustand",
    "help": "hilfe, hilf mir, hilf, was kannst du, anleitung, beispiele",
    "digest": "abo, abos, abonnieren, abonniere, abonnement, abonnements, regelmäßig, zeitplan, "
    "abbestellen, kündigen, stopp",
    "connect": "verbinden, verbinde, einrichten, anmelden, einloggen",
    "accounts": "konten, konto, accounts, kunden, kunde, kundin",
    "use": "verwende, verwenden, wechseln, wechsle zu, wechseln zu, nutze",
    "disconnect": "trennen, trenne, abmelden, ausloggen",
    "audit": "protokoll, änderungsprotokoll",
    "settings": "einstellungen, einstellung, optionen, zeitzone",
    "none": "keins, keines, kein konto",
    "new users": "neue nutzer:innen, neuen nutzer:innen, neue nutzer*innen, neuen nutzer*innen, "
    "neue nutzende, neuen nutzenden, neue nutzer, neuen nutzer, neue benutzer, neuen benutzer, "
    "neue user, neuen user, neunutzer, neuzugänge, neuanmeldungen, registrierungen, neuer nutzer, "
    "neue kontakte, neue",
    "triggers": "interaktionen, interaktion, auslösungen, auslöser, trigger, aufrufe, durchläufe, "
    "ausgelöst, flow-starts",
    "received": "empfangene nachrichten, empfangenen nachrichten, erhaltene nachrichten, "
    "erhaltenen nachrichten, eingegangene nachrichten, eingegangenen nachrichten, "
    "eingehende nachrichten, eingehenden nachrichten, empfangen, empfangene, eingegangen, eingang, "
    "nachrichten empfangen, nachrichten bekommen, nachrichten erhalten, reingekommen, eingehend",
    "sent": "gesendete nachrichten, gesendeten nachrichten, verschickte nachrichten, "
    "verschickten nachrichten, versendete nachrichten, versendeten nachrichten, "
    "ausgehende nachrichten, ausgehenden nachrichten, gesendet, gesendete, verschickt, versendet, "
    "nachrichten gesendet, nachrichten verschickt, ausgehend, antworten, ausgang",
    "total users": "nutzer gesamt, gesamtnutzer, alle nutzer, nutzer insgesamt, "
    "gesamtzahl der nutzer, nutzer in summe, gesamte nutzer, gesamtzahl nutzer",
    "active users": "aktive nutzer:innen, aktiven nutzer:innen, aktive nutzer*innen, "
    "aktive nutzende, aktive nutzer, aktiven nutzer, aktive benutzer, aktiven benutzer, "
    "aktive user, aktiven user, aktive",
    "total": "gesamt, insgesamt",
}

NOT_COUNTED: dict[str, str] = {
    "retention": "kundenbindung, wiederkehrrate",
    "churn": "abwanderung",
    "revenue": "umsatz, umsätze, einnahmen, erlös, erlöse, gewinn",
    "orders": "bestellungen, bestellung, käufe",
    "conversions": "konversionen, konversion, konversionsrate, abschlüsse",
    "sessions": "sitzungen, sitzung",
    "conversations": "gespräche, gespräch, unterhaltungen, konversationen, chats",
    "countries": "länder, land, ländern",
    "cities": "städte, stadt, städten",
    "platforms": "plattformen, plattform, plattforme",
    "channels": "kanäle, kanal, kanälen",
    "email": "e-mails, e-mail",
    "unanswered": "unbeantwortete, unbeantworteten, unbeantwortet, unbeantwortete nachrichten",
    "errors": "fehler, fehlern",
    "clicks": "klicks, klick",
    "response time": "antwortzeit, antwortzeiten, reaktionszeit",
    "satisfaction": "zufriedenheit, kundenzufriedenheit",
    "language": "sprache, sprachen",
    "devices": "geräte, gerät, geräten",
    "gender": "geschlecht",
    "age": "alter",
    "visitors": "besucher, besuche",
    "who": "wer, wem, wen, namen",
    "tags": "schlagwörter",
    "unique users": "eindeutige nutzer, einzelne nutzer",
    "broadcasts": "rundsendungen, rundsendung, massennachrichten",
    "campaigns": "kampagnen, kampagne",
    "people": "personen, leute, menschen",
    "customers": "käufer, neukunden",
    "average": "durchschnitt, durchschnittlich, mittelwert, schnitt",
    "forecast": "prognose, vorhersage",
    "source": "quelle, quellen, herkunft",
    "agents": "mitarbeiter, agenten",
}

NOT_TYPOS = (
    "montags, dienstags, mittwochs, donnerstags, freitags, samstags, sonntags, man, mai, mal, "
    "ohne, außer, nicht, kein, keine, nie, noch, sonst, wenn, weil, aber, oder, nur, mein, dein, "
    "sein, seine, mehr, meer, tagen, jagd, hose, rosa, test, texte, text, wort, ort, art, zeit, "
    "weit, leute, ganz, gans, teil, viel, viele, wann, wo, warum, beide, andere"
)
