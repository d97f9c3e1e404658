"""The German sentences of the help, the service and Flow XO; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "help.first": "Frag in einfachen Worten nach deinen Chatbots bei Flow XO.",
    "help.private": "Nur du siehst die Antwort.",
    "help.dates": (
        'Zeiträume, wie du sie sagst: heute, letzte 30 Tage, 3.–5. März, Q3. Ergänze "vs Vorjahr", '
        '"als CSV" oder "öffentlich".'
    ),
    "help.zone": "Tage beginnen um Mitternacht in {zone}.",
    "help.thread": "In einem Thread schreibst du stattdessen {mention}.",
    "help.last_7_days": "Letzte 7 Tage",
    "help.top_flows": "Top-Flows",
    "help.all_commands": "Alle Befehle",
    "help.no_topic": 'Zu "{topic}" habe ich keine Hilfe. Hier ist die kurze.',
    "help.commands": (
        "Alle Befehle. Ein Zeitraum ist jede Zeitangabe, wie du sie sagen würdest; ohne Zeitangabe "
        "sind es die letzten 7 Tage."
    ),
    "help.modifiers": (
        "Ergänze in beliebiger Reihenfolge: pro Stunde, pro Tag, pro Woche, pro Monat, vs "
        "Vorzeitraum, vs Vorjahr, vs Oktober, ohne Vergleich, Top 20, in Europe/Berlin, als CSV, "
        "öffentlich."
    ),
    "help.topics": (
        "Mehr erfährst du mit Hilfe Datum, Hilfe Dashboard, Hilfe counts, Hilfe Vergleich, Hilfe "
        "öffentlich, Hilfe Threads."
    ),
    "help.comparing": (
        "Die meisten Antworten stehen neben dem Zeitraum davor: ein Monat neben dem Monat davor, 7 "
        "Tage neben den 7 Tagen davor.\n"
        "Ein Zeitraum, der noch läuft, wird nur so weit verglichen, wie er schon reicht, und ist "
        'mit "so far" (bisher) gekennzeichnet.\n'
        'Ergänze "vs Vorjahr", "vs Oktober" oder "ohne Vergleich".\n'
        "Eine Prozentzahl steht nur dort, wo die frühere Zahl mindestens 30 ist."
    ),
    "help.sharing": (
        'Nur du siehst die Antwort auf einen Befehl, bis du "Share to Channel" drückst oder '
        '"öffentlich" ergänzt.\n'
        'Ergänze "als CSV" oder drück CSV unter "More": Dann bekommst du jede Zahl in einer '
        "Datei.\n"
        "Öffentlich werden Nachrichten, die nur einmal gesendet wurden, gezählt und nicht zitiert."
    ),
    "help.threads": (
        "Antworte im Thread einer öffentlichen Antwort mit {mention} pro Tag, {mention} vs Vorjahr "
        "oder {mention} als CSV.\n"
        "Es geht dann um den Zeitraum, der dort gezeigt wurde. Befehle funktionieren in Threads "
        "nicht."
    ),
    "help.aliases": "Auch: {names}.",
    "help.digest.said": (
        "Sag dazu, wessen Zahlen (für Acme, für alle), was darin steht (nur Kennzahlen und "
        "Top-Flows, ohne Nachrichten, Top 7), womit verglichen wird (vs Vorjahr), und wohin es "
        "geht (an mich). Es wird vorgelesen, bevor etwas gespeichert ist; Abo bearbeiten #7 "
        "ändert es."
    ),
    "help.digest.done": "Was man mit einem machen kann, mit seiner Nummer:",
    "help.counts": "Das zählt Flow XO, und das kann ich deshalb zeigen:",
    "help.not_counted": (
        "Das zählt Flow XO nicht: Kundenbindung, Umsatz, Sitzungen, Länder, Plattformen, einen "
        "einzelnen Chatbot für sich."
    ),
    "help.dashboard": "Warum sagt das Dashboard etwas anderes? Meist aus einem von fünf Gründen:",
    "help.your_zone": "der Zeitzone, die unter jeder Antwort steht",
    "help.dashboard.zone": "Zeitzone",
    "help.dashboard.zone.why": (
        ": Hier beginnen Tage um Mitternacht in {zone}; das Dashboard nimmt die Zeitzone deines "
        "Browsers."
    ),
    "help.dashboard.running": "Der laufende Tag",
    "help.dashboard.running.why": (
        ": Er wächst noch. Eine Antwort sagt, wann ihre Zahlen gelesen wurden, und vergleicht nur "
        "bis dahin."
    ),
    "help.dashboard.active": "Aktive Nutzer",
    "help.dashboard.active.why": (
        ": Dafür zählen immer die 30 Tage bis zum Ende des Zeitraums, egal wie kurz er ist."
    ),
    "help.dashboard.folded": "Zusammengezählte Nachrichten",
    "help.dashboard.folded.why": (
        ": Texte, die sich nur in Groß- und Kleinschreibung, Leer- oder Satzzeichen unterscheiden, "
        "sind hier eine Zeile; die Antwort sagt, wie viele es sind."
    ),
    "help.dashboard.hidden": "Verborgene Flows",
    "help.dashboard.hidden.why": (
        ": Flows, die ein Konto verbirgt, fehlen hier in Listen, Plätzen und Anteilen; die "
        "Antwort sagt, wie viele es sind."
    ),
    "help.dates.first": "Zeiträume, wie du sie sagst, hinter jedem Befehl:",
    "help.dates.1": "Tage|heute, gestern, letzten Freitag, 12. Mai, 12.05.2026",
    "help.dates.2": (
        "Ganze Einheiten vor der laufenden|letzte 7 Tage, letzte Woche, letzte 3 Monate"
    ),
    "help.dates.3": "Bis jetzt|diese Woche, diesen Monat, seit Montag, seit 3. November",
    "help.dates.4": "Einheiten|Oktober, Okt 2021, Q3, Q3 2025, 2025, KW 12",
    "help.dates.5": "Von und bis|3.–5. März, 1. Oktober bis 30. November, Montag bis Freitag",
    "help.dates.6": "Nach der Uhr|letzte 24 Stunden, letzte 90 Minuten",
    "home.title": "Deine Zahlen aus Flow XO",
    "home.private": "Antworten auf die Buttons kommen als Direktnachricht; nur du siehst sie.",
    "rights.guest": (
        "Ich antworte nur Vollmitgliedern dieses Workspace, und du bist als Gast hier. Bitte ein "
        "Mitglied, die Antwort mit dir zu teilen."
    ),
    "rights.stranger": (
        "Ich antworte nur Mitgliedern dieses Workspace, und du gehörst zu einem anderen. Bitte ein "
        "Mitglied, die Antwort mit dir zu teilen."
    ),
    "rights.workspace": (
        "Ich bin für einen anderen Workspace eingerichtet, deshalb kann ich hier nicht antworten."
    ),
    "rights.nobody": (
        "Ich antworte nur Menschen, und Slack sagt, dass dieses Konto nicht in Gebrauch ist."
    ),
    "rights.unknown": (
        "Slack kann mir gerade nicht sagen, wer du bist, deshalb kann ich keine Zahlen zeigen. "
        "Versuch es in einer Minute noch einmal."
    ),
    "rights.no_direct": (
        "Zahlen und Dateien schicke ich direkt nur an Mitglieder dieses Workspaces."
    ),
    "rights.no_direct_hint": (
        "Frag hier im Channel mit einer Erwähnung von mir: Dann stehen Antwort und Datei hier."
    ),
    "rights.remove": (
        "Nur die Person, die gefragt hat, und Workspace-Admins können diese Antwort entfernen."
    ),
    "try": "Versuch es so: {command}",
    "error.unnamed": "Bei mir ist etwas schiefgegangen. Versuch es gleich noch einmal.",
    "button.count": "Was ich zählen kann",
    "button.run": "{command} ausführen",
    "all.one_metric": (
        "Für mehrere Konten zeichne ich eine Zahl auf einmal: eine Linie für jedes Konto."
    ),
    "all.one_metric_hint": "Frag nach einer davon.",
    "busy": (
        "Ich habe mehr Fragen, als ich auf einmal beantworten kann. Bitte versuch es gleich noch "
        "einmal."
    ),
    "broken": (
        "Bei mir ist etwas schiefgegangen, deine Frage war in Ordnung. Versuch es gleich noch "
        "einmal."
    ),
    "broken_hint": (
        "Wenn es noch einmal passiert, nenn der Person, die den Bot betreibt, diese Referenz: "
        "{reference}."
    ),
    "storage_trouble": (
        "Ich kann meine Datenbank gerade nicht benutzen, es wurde also nichts geändert."
    ),
    "storage_trouble_hint": (
        "Sag der Person Bescheid, die den Bot betreibt; im Log steht, was nicht stimmt."
    ),
    "share.members": "In diesem Channel sind {count} Personen.",
    "share.outsiders": (
        "Personen von außerhalb deines Workspace oder Gäste können diesen Channel lesen."
    ),
    "share.unknown": "Ich kann nicht sehen, wer diesen Channel lesen kann.",
    "share.unseen": "Darunter können Gäste sein: Bei so vielen sehe ich nicht jede einzeln an.",
    "share.ask": "Diese Antwort mit allen im Channel teilen?",
    "share.anyway": "Trotzdem teilen",
    "reply.nowhere": "Ich konnte in diesem Channel nicht antworten; Slack sagt {reason}.",
    "share.others": "Die Konten, um die es in dieser Antwort ging, sind nicht mehr dieselben.",
    "share.others_hint": "Frag noch einmal: Was du dann siehst, kann geteilt werden.",
    "share.invite": (
        "Um hier in einem Thread weiterzufragen, füg mich zum Channel hinzu: /invite {mention}"
    ),
    "share.closed": "Slack lässt mich in diesem Channel nicht posten und sagt {reason}.",
    "share.refused": "Slack hat die Antwort nicht angenommen und sagt {reason}.",
    "share.closed_hint": "Füg mich mit /invite {mention} hinzu und versuch es dann noch einmal.",
    "share.alone_hint": "Wenn du privat fragst, ist die Antwort nur für dich.",
    "slack.limited": "Slack bittet mich zu warten, bevor ich wieder etwas poste.",
    "slack.limited_hint": "Versuch es in einer Minute noch einmal.",
    "slack.refused_hint": (
        "Versuch es noch einmal; wenn es wieder passiert, sag der Person Bescheid, die den Bot "
        "betreibt."
    ),
    "reply.lost": (
        "Slack hat nicht gesagt, ob meine Antwort angekommen ist. Wenn sie nicht da ist, frag noch "
        "einmal."
    ),
    "reply.elsewhere": (
        "Slack hat diese Antwort dort, wo du gefragt hast, nicht angenommen (Slack sagt {reason}), "
        "deshalb steht sie hier."
    ),
    "thread.forgotten": "Ich kann gerade nicht nachsehen, worum es in diesem Thread geht.",
    "thread.forgotten_hint": "Stell die ganze Frage, zum Beispiel: Statistik letzte Woche pro Tag",
    "share.lost": (
        "Slack hat nicht gesagt, ob die Antwort angekommen ist. Sieh im Channel nach, bevor du sie "
        "noch einmal teilst."
    ),
    "csv.line": "Hier ist die CSV-Datei, nach der du gefragt hast.",
    "csv.sent": "Die CSV-Datei ist in deinen Direktnachrichten mit mir.",
    "csv.lost": (
        "Slack hat nicht gesagt, ob die CSV-Datei angekommen ist. Sieh dort nach, bevor du noch "
        "einmal danach fragst."
    ),
    "csv.failed": "Ich konnte die CSV-Datei dort nicht ablegen: Slack sagt {reason}.",
    "csv.failed_hint": (
        "Wer den Bot betreibt, kann prüfen, ob der Bot Dateien hochladen darf (der Scope "
        "files:write)."
    ),
    "copy.sent": "Ich habe dir eine Kopie geschickt; sie ist in deinen Direktnachrichten mit mir.",
    "copy.failed": "Ich konnte dir keine Direktnachricht schicken: Slack sagt {reason}.",
    "remove.lost": (
        'Slack hat nicht gesagt, ob die Antwort weg ist. Wenn nicht, drück noch einmal "Remove".'
    ),
    "remove.failed": "Ich konnte die Antwort nicht entfernen: Slack sagt {reason}.",
    "button.stale": (
        "Ich kann nicht mehr lesen, wonach dieser Button fragt. Frag bitte noch einmal in Worten."
    ),
    "upstream.refused": "Flow XO hat den API-Schlüssel abgelehnt. Deine Frage war in Ordnung.",
    "upstream.refused.hint": (
        "Sag der Person Bescheid, die den Bot betreibt: Der Schlüssel muss ersetzt werden."
    ),
    "upstream.busy": "Flow XO hat gerade zu viele Anfragen und hat mich gebeten zu warten.",
    "upstream.crowded": "Gerade warten zu viele Fragen auf Flow XO.",
    "upstream.busy.hint": "Frag {when} noch einmal.",
    "upstream.when.moment": "in einem Moment",
    "upstream.when.second": "in {count} Sekunden",
    "upstream.when.minute": "in {count} Minuten",
    "upstream.when.hour": "in {count} Stunden",
    "upstream.when.day": "in {count} Tagen",
    "upstream.when.later": "an einem anderen Tag",
    "upstream.unreached": "Ich erreiche Flow XO gerade nicht. Deine Frage war in Ordnung.",
    "upstream.slow": (
        "Flow XO hat innerhalb von {seconds} Sekunden nicht geantwortet. Deine Frage war in "
        "Ordnung."
    ),
    "upstream.slow.one": (
        "Flow XO hat innerhalb einer Sekunde nicht geantwortet. Deine Frage war in Ordnung."
    ),
    "upstream.slow.hint": "Frag in einer Minute noch einmal oder nach weniger Tagen.",
    "upstream.failed": (
        "Flow XO konnte nicht antworten: Der Fehler liegt bei Flow XO selbst ({status})."
    ),
    "upstream.again.hint": (
        "Frag in ein paar Minuten noch einmal. Wenn das nicht hilft, sag der Person Bescheid, die "
        "den Bot betreibt."
    ),
    "upstream.certificate": (
        "Ich kann nicht sicher sein, dass wirklich Flow XO antwortet: Das Zertifikat ist nicht "
        "gültig. Deshalb habe ich den Schlüssel nicht gesendet."
    ),
    "upstream.certificate.hint": (
        "Sag der Person Bescheid, die den Bot betreibt: FLOWXO_API_URL, die Uhr des Rechners, auf "
        "dem der Bot läuft, oder das Netz dazwischen stimmt nicht."
    ),
    "upstream.redirected": (
        "Flow XO hat mich an eine andere Adresse geschickt, statt zu antworten. Dorthin bin ich "
        "nicht gegangen."
    ),
    "upstream.turned_down": "Flow XO hat die Frage nicht angenommen ({status}).",
    "upstream.address.hint": (
        "Sag der Person Bescheid, die den Bot betreibt: FLOWXO_API_URL ist vielleicht falsch."
    ),
    "upstream.nonsense": (
        "Flow XO hat geantwortet, aber ich kann der Antwort nicht trauen: {reason}."
    ),
    "upstream.nonsense.hint": (
        "Ich zeige lieber keine Zahlen als falsche. Frag in ein paar Minuten noch einmal. Wenn das "
        "nicht hilft, sag der Person Bescheid, die den Bot betreibt."
    ),
    "upstream.nonsense.page": "Es kam eine Webseite, keine Zahlen",
    "upstream.nonsense.json": "Sie ist kein gültiges JSON",
    "upstream.nonsense.large": "Sie ist viel zu groß",
    "upstream.nonsense.packing": "Sie lässt sich nicht entpacken",
    "upstream.nonsense.shape": "Etwas darin fehlt oder ist nicht so, wie es sein soll",
    "upstream.nonsense.count": "Eine Anzahl darin kann nicht stimmen",
    "upstream.nonsense.twice": "Sie sagt dasselbe zweimal",
    "upstream.nonsense.dates": "Ihre Datumsangaben sind nicht die, nach denen ich gefragt habe",
    "upstream.unusable_key": (
        "Im API-Schlüssel für Flow XO steht ein Zeichen, das kein Schlüssel hat."
    ),
    "upstream.unusable_key.hint": "Kopier den Schlüssel noch einmal aus Flow XO, als ein Wort.",
}
