"""Die Sätze der Einstellungen auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "form.save": "Speichern",
    "form.cancel": "Abbrechen",
    "form.open": "Einstellungen öffnen",
    "form.press": "Drück den Button, um die Einstellungen zu öffnen.",
    "form.saved": "Gespeichert.",
    "form.unchanged": "Es hat sich nichts geändert.",
    "form.nothing_saved": "Es wurde nichts gespeichert.",
    "form.changed": "{field}: {before} → {after}",
    "form.person": "Einstellungen",
    "form.date_order": "Daten in Ziffern",
    "form.date_order_hint": "Wie 05/06/2026 gelesen wird, wenn du fragst.",
    "form.as_slack": "Wie in meinem Slack",
    "form.day_first": "Tag zuerst: 5. Juni",
    "form.month_first": "Monat zuerst: 6. Mai",
    "form.language": "Sprache",
    "form.language_hint": (
        "Von Hilfe, Fehlern und Einstellungen; die Wörter bei den Zahlen sind vorerst englisch."
    ),
    "form.as_typed": "Die, in der ich schreibe",
    "form.connecting": "Wer Konten verbinden darf",
    "form.connecting.everyone": "Jedes Mitglied dieses Workspace",
    "form.connecting.admins": "Nur die Admins des Workspace",
    "form.connecting.named": "Die unten genannten Leute und die Admins",
    "form.connectors": "Leute, die verbinden dürfen",
    "form.connectors_hint": "Sie zählen nur, solange oben genannte Leute gewählt sind.",
    "form.nobody_named": "Nenne mindestens eine Person, oder wähle oben eine andere Zeile.",
    "form.no_member": (
        "{name} ist kein Vollmitglied dieses Workspace und kann deshalb keine Konten verbinden."
    ),
    "form.connecting_saved": "Wer Konten verbinden darf, ist neu eingestellt.",
    "form.open_account": "Einstellungen eines Kontos",
    "form.open_channel": "Einstellungen dieses Channels",
    "form.account": "Kontoeinstellungen",
    "form.name": "Name des Kontos",
    "form.name_taken": "Ein anderes Konto heißt schon {name}.",
    "form.zone": "Zeitzone",
    "form.zone_hint": (
        "Wo seine Tage beginnen: eine Stadt oder ein Name wie Europe/Berlin. Leer: bei jedem "
        "die eigene."
    ),
    "form.zone_fixed": (
        "Seine Tage beginnen nach {zone}: Das legt FLOWXO_TIMEZONE fest, wo der Bot läuft."
    ),
    "form.zone_offset": (
        "Nenne einen Ort wie Europe/Berlin: Ein Abstand zu UTC kennt keine Zeitumstellung."
    ),
    "form.own_clock": "die der Person, die fragt",
    "form.week": "Wochen beginnen am",
    "form.visibility": "Wo nach ihm gefragt werden darf",
    "form.visibility.workspace": "Überall, von jedem Mitglied dieses Workspace",
    "form.visibility.channels": "Nur in Channels, deren eigenes Konto es ist",
    "form.visibility_hint": (
        "Sein Eigentümer und die Admins dürfen überall fragen, nur nicht im Kundenchannel "
        "eines anderen."
    ),
    "form.masking": "Häufigste Nachrichten",
    "form.masked": "E-Mail-Adressen, Nummern und Ähnliches unkenntlich machen",
    "form.masking_hint": (
        "Fremde haben sie geschrieben: Ohne das liest jeder, der fragen darf, was sie von "
        "sich preisgaben."
    ),
    "form.masking_on": (
        "Persönliche Daten in häufigen Nachrichten werden ab jetzt unkenntlich gemacht."
    ),
    "form.masking_off": (
        "Häufige Nachrichten werden ab jetzt so gezeigt, wie sie geschrieben wurden."
    ),
    "form.hidden": "Verborgene Flows",
    "form.hidden_hint": (
        "Hilfs-Flows, die Listen nur füllen: Sie bleiben weg, und wie viele es sind, wird gesagt."
    ),
    "form.now_hidden": "In Listen verborgen: {names}",
    "form.now_shown": "Wieder gezeigt: {names}",
    "form.flows_wait": "Die Flows der letzten 30 Tage werden nachgesehen …",
    "form.flows_failed": (
        "Flow XO sagt gerade nicht, welche Flows liefen; was schon verborgen ist, steht hier."
    ),
    "form.flows_left": "Flows, die liefen und in diesem Menü keinen Platz haben: {count}.",
    "form.flows_none": "In den letzten 30 Tagen lief kein Flow, es gibt also keinen zu verbergen.",
    "form.channel": "Dieser Channel",
    "form.channel_account": "Sein Konto",
    "form.channel_account_hint": "Das, dem Fragen hier gelten, wenn sie keines nennen.",
    "form.no_account": "Keins",
    "form.many": "Es gibt mehr Konten, als ein Menü fasst: Wähle es zuerst mit {command}.",
    "form.client": "Channel eines Kunden",
    "form.client_hint": "Externe sind Gäste und Leute anderer Firmen, die in diesem Channel sind.",
    "form.only": "Hier darf nur nach diesem Konto gefragt werden",
    "form.outsiders": "Externe dürfen hier nach diesem Konto fragen",
    "form.need_account": "Wähle zuerst ein Konto: Ohne gibt es nichts zu fragen.",
    "form.other_account": (
        "Der Channel hat ein anderes Konto bekommen, seit das Formular geöffnet wurde; es wurde "
        "nichts gespeichert."
    ),
    "form.other_account_hint": (
        "Öffne die Einstellungen des Channels neu und sieh, wofür er jetzt da ist."
    ),
    "form.let_in": "Externe fragen lassen?",
    "form.let_in.go": "Fragen lassen",
    "form.let_in.what": (
        "Gäste und Leute anderer Firmen, die in diesem Channel sind, sehen dann jede Zahl"
        " von {account}, nach der sie fragen, auch die häufigsten Nachrichten, und können "
        "Antworten im Channel zeigen."
    ),
    "form.let_in.who": (
        "Das gilt für alle, die in diesem Channel sind oder später dazukommen; nirgends sonst"
        " und für kein anderes Konto."
    ),
    "form.let_in.until": (
        "Es endet, wenn der Schalter aus ist, der Channel ein anderes Konto bekommt oder das "
        "Konto getrennt wird."
    ),
    "form.only_now": "Nur nach diesem Konto darf hier gefragt werden.",
    "form.nobody_now": "Auch nach keinem anderen Konto darf hier gefragt werden.",
    "form.outsiders_now": "Gäste und Leute anderer Firmen dürfen hier nach {account} fragen.",
    "form.no_channel": "Das ist für Channels, und das hier ist keiner.",
    "form.no_channel_hint": "Sag es in dem Channel, um den es geht.",
    "rights.admins": "Das können nur die Admins des Workspace.",
}
