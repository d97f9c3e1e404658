"""Die Sätze über das Verbinden von Konten und ihre Schlüssel auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "key.empty": "Füge hier den API-Schlüssel ein.",
    "key.too_long": "Das ist zu lang für einen API-Schlüssel von Flow XO.",
    "key.of_slack": (
        "Das ist ein Token von Slack. Der Schlüssel steht in Flow XO unter Settings, "
        "API & Webhooks."
    ),
    "key.refused": (
        "Flow XO lehnt diesen Schlüssel ab. Kopiere ihn noch einmal aus Settings, "
        "API & Webhooks. Nichts wurde gespeichert."
    ),
    "key.busy": (
        "Flow XO bat mich zu warten, also konnte ich den Schlüssel nicht probieren. "
        "Nichts wurde gespeichert: versuche es in einer Minute noch einmal."
    ),
    "key.unreached": (
        "Ich erreiche Flow XO gerade nicht und konnte den Schlüssel nicht probieren. "
        "Nichts wurde gespeichert: versuche es in einer Minute noch einmal."
    ),
    "key.nonsense": (
        "Auf diesen Schlüssel kam eine Antwort, der ich nicht trauen kann. "
        "Nichts wurde gespeichert: versuche es in ein paar Minuten noch einmal."
    ),
    "key.known": "Dieser Schlüssel ist schon verbunden, als {account}.",
    "key.known_unseen": (
        "Dieser Schlüssel ist schon verbunden, für ein Konto, das du hier nicht sehen kannst."
    ),
    "key.same": "Diesen Schlüssel hat {account} schon. Nichts wurde geändert.",
    "key.is_name": (
        "Dieser Schlüssel ist der Name des Kontos, den andere lesen. Erstelle einen neuen."
    ),
    "key.cleaned": (
        "Was um den Schlüssel stand, habe ich weggelassen: Leerzeichen, Anführungszeichen oder "
        "das Wort Bearer."
    ),
    "name.empty": "Gib dem Konto einen Namen, den man aussprechen kann.",
    "name.unusable": "Dieser Name geht hier nicht. Wähle einen anderen.",
    "name.taken": "So heißt schon ein anderes Konto. Wähle einen anderen Namen.",
    "connect.members": "Nur volle Mitglieder dieses Workspace können Konten verbinden.",
    "connect.admins": "Nur Admins des Workspace können hier Konten verbinden.",
    "connect.chosen": (
        "Nur Admins des Workspace, und wen sie ausgewählt haben, können hier Konten verbinden."
    ),
    "connect.offer": "Verbinde eines mit seinem API-Schlüssel, oder frage, wer ihn hat.",
    "connect.offer_ask": "{reason} Frage jemanden von ihnen.",
    "secret.connect": (
        "Das sieht nach einem API-Schlüssel aus. Lösch deine Nachricht, ersetz den Schlüssel "
        "in Flow XO und drücke dann Verbinden."
    ),
    "secret.ask": (
        "Das sieht nach einem API-Schlüssel aus. Lösch deine Nachricht und ersetz dann den "
        "Schlüssel in Flow XO."
    ),
    "connect.link": "Auf dieser Seite gibst du den API-Schlüssel von {account} ein.",
    "connect.link_unnamed": "Auf dieser Seite gibst du den API-Schlüssel des Kontos ein.",
    "connect.link_once": "Nur du siehst diesen Link. Er gilt einmal, zehn Minuten lang.",
    "connect.press": "Drücke den Knopf, und gib dann den API-Schlüssel von {account} ein.",
    "connect.press_unnamed": "Drücke den Knopf, und gib dann den API-Schlüssel des Kontos ein.",
    "connect.too_late": (
        "Slack gibt mir drei Sekunden, um ein Formular zu öffnen, und es hat länger gedauert. "
        "Drücke den Knopf noch einmal."
    ),
    "connect.not_opened": "Slack hat das Formular nicht geöffnet; es sagt {reason}.",
    "button.page": "Seite öffnen",
    "button.connect": "Verbinden",
    "button.ask_owner": "Eigentümer fragen",
    "button.replace_key": "Schlüssel ersetzen",
    "button.replace_key_of": "Schlüssel von {account} ersetzen",
    "button.remind": "Erinnern",
    "button.undo": "Rückgängig",
    "key_form.connect": "Konto verbinden",
    "key_form.replace": "Schlüssel ersetzen",
    "key_form.ask": "Eigentümer fragen",
    "key_form.remind": "Admin erinnern",
    "key_form.note": "Dein Konto",
    "key_form.save": "Probieren, speichern",
    "key_form.send": "Fragen",
    "key_form.remind_send": "Erinnern",
    "key_form.cancel": "Abbrechen",
    "key_form.close": "Schließen",
    "key_form.promise": (
        "Ich probiere den Schlüssel mit einer Frage nach Zahlen, bewahre ihn verschlüsselt auf "
        "und zeige ihn nie wieder. Ich lese damit nur Zahlen."
    ),
    "key_form.of": "Das Konto ist {account}.",
    "key_form.name": "Name des Kontos",
    "key_form.name_hint": 'So, wie danach gefragt wird: "stats für Acme".',
    "key_form.key": "API-Schlüssel von Flow XO",
    "key_form.key_hint": (
        "In Flow XO: Settings, dann API & Webhooks. Nur der Eigentümer des Kontos sieht ihn."
    ),
    "key_form.person": "Wer hat den API-Schlüssel?",
    "key_form.person_hint": (
        "Ich schicke dieser Person ein eigenes Formular. Du siehst den Schlüssel nie, und das "
        "Konto gehört hier dann ihr."
    ),
    "key_form.admin": "Welcher Admin des Workspace?",
    "key_form.admin_hint": "Ich sage in einer Direktnachricht, dass Flow XO den Schlüssel ablehnt.",
    "key_form.working": "Einen Moment, bitte.",
    "key_form.saved": "Das ist erledigt. Ich habe dir eine Nachricht darüber geschickt.",
    "saved.connected": "{account} ist verbunden, als #{number}. Es gehört hier dir.",
    "saved.replaced": "{account} hat einen neuen Schlüssel, und er funktioniert.",
    "saved.zone": (
        "Seine Tage beginnen um Mitternacht in {zone}, deiner eigenen Zeitzone in Slack."
    ),
    "saved.zone_unknown": ("Seine Tage beginnen um Mitternacht in der Zeitzone derer, die fragen."),
    "saved.everyone": "Jedes Mitglied dieses Workspace darf danach fragen.",
    "saved.settings": "Um das zu ändern: {command}",
    "saved.asked_for": "{person} hat darum gebeten.",
    "saved.told": "{person} hat {account} verbunden, wie du gebeten hast.",
    "saved.told_replaced": "{person} hat {account} einen neuen Schlüssel gegeben.",
    "undo.title": "Rückgängig machen?",
    "undo.text": "{account} wird wieder herausgenommen und sein Schlüssel gelöscht.",
    "undo.keep": "Behalten",
    "undo.done": "{account} wurde wieder herausgenommen und sein Schlüssel gelöscht.",
    "undo.late": (
        "Das ist mehr als einen Tag her, also geht es mit diesem Knopf nicht mehr rückgängig."
    ),
    "undo.late_hint": "Um das Konto herauszunehmen: {command}",
    "ask.self": "Das bist du. Wähle jemand anderen.",
    "ask.nobody": "Nur ein volles Mitglied dieses Workspace kann ein Konto verbinden.",
    "ask.may_not": "{person} darf hier keine Konten verbinden. Wähle einen Admin des Workspace.",
    "ask.sent": "Ich habe {person} gefragt. Du hörst von mir, sobald das Konto verbunden ist.",
    "ask.failed": "Ich konnte {person} keine Direktnachricht schicken: Slack sagt {reason}.",
    "ask.told": "{person} bittet dich, ein Flow-XO-Konto mit diesem Workspace zu verbinden.",
    "ask.told_hint": (
        "Du gibst seinen API-Schlüssel in ein eigenes Formular ein, das sonst niemand sieht, und "
        "das Konto gehört hier dir."
    ),
    "ask.waiting": "Gefragt wurde: {question}",
    "refused.since": (
        "Ich kann {account} nicht lesen: Flow XO lehnt seinen API-Schlüssel seit {since} ab. "
        "Deine Frage war in Ordnung."
    ),
    "refused.owner": "{person} und die Admins des Workspace können den Schlüssel ersetzen.",
    "refused.admins": "Die Admins des Workspace können den Schlüssel ersetzen.",
    "refused.yours": "Du kannst den Schlüssel ersetzen.",
    "refused.told": "{person} weiß davon seit {when}.",
    "refused.told_one": "Von ihnen weiß jemand davon seit {when}.",
    "refused.operator": (
        "Wer den Bot betreibt, setzt FLOWXO_API_KEY auf einen anderen Schlüssel und startet ihn "
        "neu."
    ),
    "refused.owner_told": "Flow XO lehnt den API-Schlüssel von {account} seit {since} ab.",
    "refused.until": "Bis es einen anderen Schlüssel gibt, kann niemand diese Zahlen lesen.",
    "remind.sent": "Ich habe es {person} gesagt.",
    "remind.already": "{person} weiß davon seit {when}; erinnert wird höchstens einmal am Tag.",
    "remind.already_one": (
        "Ein Admin des Workspace weiß davon seit {when}; erinnert wird höchstens einmal am Tag."
    ),
    "remind.may_not": (
        "{person} kann diesen Schlüssel nicht ersetzen lassen. Wähle einen Admin des Workspace."
    ),
    "remind.works": "Flow XO nimmt den Schlüssel wieder an. Frage noch einmal.",
    "remind.told": (
        "{person} bittet dich, den API-Schlüssel von {account} zu ersetzen: Flow XO lehnt ihn "
        "seit {since} ab."
    ),
    "remind.told_operator": (
        "{person} bittet dich, dich um den API-Schlüssel des Bots zu kümmern: Flow XO lehnt "
        "ihn seit {since} ab."
    ),
    "moment.day": "{weekday}, {day}, {time} Uhr",
    "weekday.short.0": "Mo",
    "weekday.short.1": "Di",
    "weekday.short.2": "Mi",
    "weekday.short.3": "Do",
    "weekday.short.4": "Fr",
    "weekday.short.5": "Sa",
    "weekday.short.6": "So",
}
