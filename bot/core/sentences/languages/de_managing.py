"""Die Sätze über den Umgang mit Konten auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which_typed": 'Füge der Frage seinen Namen an: "für Acme".',
    "account.menu": "Konto wählen",
    "account.menu_use": "Ab jetzt in diesem Channel verwenden",
    "account.use_here": "{account} in diesem Channel verwenden",
    "account.use_direct": "{account} hier verwenden",
    "use.done": "Fragen hier gelten ab jetzt {account}.",
    "use.before": "Bisher galten sie {account}.",
    "use.opens": "Alle Mitglieder können hier jetzt nach seinen Zahlen fragen.",
    "use.freed": (
        "Das ist kein Kundenchannel mehr: Leute von außerhalb können hier nicht mehr fragen."
    ),
    "use.already": "Fragen hier gelten schon {account}.",
    "use.none": "Hier ist kein Konto mehr eingestellt.",
    "use.none_hint": "Wo es mehrere gibt, muss eine Frage eines nennen.",
    "use.none_already": "Hier ist kein Konto eingestellt.",
    "use.now": "Fragen hier gelten {account}.",
    "use.choose": "Wähle das Konto, dem sie gelten sollen:",
    "use.typed": "Es sind mehr, als ein Menü fasst: Schreib den Namen hinter den Befehl.",
    "use.nowhere": "Hier gibt es keinen Channel, der ein Konto haben könnte.",
    "use.nowhere_hint": "Sag es im Channel oder in einer Direktnachricht an mich.",
    "accounts.count.one": "Ein Konto ist verbunden, nach dem du hier fragen kannst.",
    "accounts.count.many": "{count} Konten sind verbunden, nach denen du hier fragen kannst.",
    "accounts.page": "Das sind {first}–{last}.",
    "accounts.zone": "Tage nach der Uhr von {zone}",
    "accounts.zone_own": "Tage nach der Uhr der Person, die fragt",
    "accounts.owner": "Eigentümer: {owner}",
    "accounts.no_owner": "sein Schlüssel steht in den Einstellungen des Bots",
    "accounts.only_channels": "nur in seinen eigenen Channels",
    "accounts.here": "das Konto dieses Channels",
    "accounts.channels.one": "das Konto eines Channels",
    "accounts.channels.many": "das Konto von {count} Channels",
    "accounts.button.use": "Hier verwenden",
    "accounts.button.settings": "Einstellungen",
    "accounts.button.disconnect": "Trennen",
    "accounts.more": "Weitere Konten",
    "accounts.previous": "Vorige Konten",
    "accounts.find": "Mit seinem Namen ist jedes sofort zur Hand, zum Beispiel: {command}",
    "accounts.example": "Einstellungen Acme",
    "health.fine": "Sein Schlüssel funktioniert: Flow XO antwortete zuletzt {at}.",
    "health.unknown": "Sein Schlüssel wurde noch nicht benutzt.",
    "health.failing": "Gestört seit {at}: {why}.",
    "health.refused": "Flow XO lehnt seinen API-Schlüssel ab",
    "health.other": "Flow XO liefert keine Zahlen",
    "disconnect.ask": "{account} trennen?",
    "disconnect.what": (
        "Fragen danach werden sofort abgelehnt. Sein Schlüssel wird nach einem Tag gelöscht; "
        "bis dahin kannst du das zurücknehmen."
    ),
    "disconnect.channels.one": "Ein Channel fragt nach ihm und hat dann kein Konto:",
    "disconnect.channels.many": "{count} Channels fragen nach ihm und haben dann kein Konto:",
    "disconnect.more": "und {count} weitere",
    "disconnect.go": "{account} trennen",
    "disconnect.stay": "Behalten",
    "disconnect.kept": "{account} bleibt verbunden.",
    "disconnect.done": "{account} ist getrennt.",
    "disconnect.until": "Du kannst das bis {at} zurücknehmen; dann wird sein Schlüssel gelöscht.",
    "disconnect.undo": "Zurücknehmen",
    "disconnect.restored": "{account} ist wieder verbunden.",
    "disconnect.too_late": "Das lässt sich nicht mehr zurücknehmen: Sein Schlüssel ist gelöscht.",
    "disconnect.too_late_hint": "Verbinde das Konto neu.",
    "disconnect.name_taken": "Inzwischen heißt ein anderes Konto {account}: Benenne das zuerst um.",
    "disconnect.key_known": (
        "Der Schlüssel von {account} wurde inzwischen neu verbunden; es wurde nichts geändert."
    ),
    "disconnect.choose": (
        "Welches Konto willst du trennen? Ich frage noch einmal, bevor es geschieht."
    ),
    "disconnect.environment": (
        "Der Schlüssel dieses Kontos steht in den Einstellungen des Bots, nicht in meiner "
        "Datenbank."
    ),
    "disconnect.environment_hint": (
        "Wer den Bot betreibt, nimmt FLOWXO_API_KEY heraus und startet ihn neu."
    ),
    "audit.none": "In den letzten {days} Tagen wurde nichts geändert.",
    "audit.latest": (
        "Die letzten Änderungen ({count}), die neuesten zuerst; sie werden {days} Tage aufbewahrt."
    ),
    "audit.line": "{at} · {who}: {what}",
    "audit.operator": "wer den Bot betreibt",
    "audit.csv": "Alles als CSV schicken",
    "audit.account_connected": "{subject} verbunden",
    "audit.account_renamed": "{subject} umbenannt",
    "audit.account_changed": "{subject} geändert",
    "audit.account_disconnected": "{subject} getrennt",
    "audit.account_restored": "{subject} wieder verbunden",
    "audit.account_removed": "{subject} mit seinem Schlüssel gelöscht",
    "audit.key_replaced": "den Schlüssel von {subject} ersetzt",
    "audit.channel_changed": "geändert, wofür der Channel {subject} da ist",
    "audit.connecting_changed": "geändert, wer Konten verbinden darf",
    "audit.preferences_changed": "eigene Einstellungen geändert",
    "audit.digest_saved": "Abo {subject} angelegt",
    "audit.digest_changed": "Abo {subject} geändert",
    "audit.digest_moved": "Abo {subject} verschoben",
    "audit.digest_handed_over": "Abo {subject} übergeben",
    "audit.digest_paused": "Abo {subject} angehalten",
    "audit.digest_resumed": "Abo {subject} fortgesetzt",
    "audit.digest_disabled": "Abo {subject} abgeschaltet",
    "audit.digest_deleted": "Abo {subject} gelöscht",
    "audit.digest_restored": "Abo {subject} wiederhergestellt",
    "audit.digest_sent_again": "Abo {subject} noch einmal senden lassen",
    "audit.digest_arrived": "Abo {subject} als angekommen gemeldet",
    "status.fine": "Flow XO antwortet, und der API-Schlüssel funktioniert.",
    "status.zone": "Tage beginnen um Mitternacht in {zone}.",
    "status.zone_own": "Tage beginnen um Mitternacht in {zone}, deiner eigenen Zeitzone in Slack.",
    "status.zone_unknown": (
        "Tage beginnen um Mitternacht in UTC, weil Slack deine Zeitzone nicht kennt."
    ),
    "status.version": "Version {version}, mit {storage} als Speicher.",
    "status.kept": (
        "Aufbewahrt werden: Konten, Schlüssel (verschlüsselt), Abos und Einstellungen, bis sie "
        "getrennt oder gelöscht werden; wer was geändert hat, {changes} Tage; was aus jedem Abo "
        "wurde, {deliveries} Tage; worum es in Threads geht, {threads} Tage; geöffnete Formulare "
        "für Schlüssel {forms} Tag; Kennungen von Anfragen {requests} Minuten. Weder Zahlen noch "
        "Nachrichten."
    ),
    "status.account": "{account}: {health}",
    "status.more": "Es gibt mehr: {command} zeigt sie alle.",
}
