"""The German words of digests: English on the left, what people write on the right; data only."""

from __future__ import annotations

DIGESTS: dict[str, str] = {
    # what is to be done
    "new": "anlegen, lege an, erstellen, erstelle, einrichten, richte ein, neu, neues, hinzufügen, "
    "starten",
    "list": "liste, auflisten, anzeigen, zeige alle, zeigen, übersicht, alle anzeigen, zeig alle",
    "edit": "bearbeiten, bearbeite, ändern, ändere, anpassen",
    "pause": "pausieren, pausiere, anhalten, aussetzen, unterbrechen",
    "resume": "fortsetzen, wieder aufnehmen, weiterführen, fortführen, aktivieren, reaktivieren",
    "test": "testen, teste, ausprobieren, probieren, vorschau",
    "run": "ausführen, jetzt senden, sofort senden, jetzt schicken, jetzt ausführen, jetzt",
    "move": "verschieben, verschiebe, umziehen, verlegen",
    "delete": "löschen, lösche, entfernen, entferne",
    "history": "verlauf, historie",
    "copy": "kopieren, kopiere, duplizieren",
    "unsubscribe": "abbestellen, kündigen, stopp, stoppen, beenden",
    "digests": "abos, abonnements",
    # how often
    "weekdays": "werktags, werktäglich, an werktagen, werktage, jeden werktag, unter der woche, "
    "an wochentagen, wochentags, an arbeitstagen, arbeitstags",
    "weekends": "am wochenende, an wochenenden, wochenends",
    "every 2 weeks": "vierzehntägig, 14-tägig, vierzehntäglich, zweiwöchentlich, 14-täglich",
    "end of month": "monatsende, am monatsende, zum monatsende, ende des monats, "
    "am ende des monats, "
    "am monatsletzten, monatsletzter, ultimo",
    "start of the month": "am monatsanfang, zum monatsanfang, am anfang des monats, "
    "am monatsersten, anfang des monats",
    "every": "jede, jeden, jedes, jeder, jeweils",
    "every|all": "alle, aller",
    "every morning": "jeden morgen, jeden vormittag",
    "every afternoon": "jeden nachmittag",
    "every evening": "jeden abend",
    "monday": "montags, jeweils montags",
    "tuesday": "dienstags",
    "wednesday": "mittwochs",
    "thursday": "donnerstags",
    "friday": "freitags",
    "saturday": "samstags, sonnabends",
    "sunday": "sonntags",
    "starting": "ab, ab dem, beginnend, beginnend am, beginnend ab",
    # how often it cannot be
    "hourly": "stündlich, jede stunde",
    "yearly": "jährlich, jedes jahr",
    "quarterly": "vierteljährlich, quartalsweise, jedes quartal",
    "twice": "zweimal, zweimal täglich, zweimal pro woche, zweimal im monat, dreimal",
    # what is in it
    "only": "nur, ausschließlich, bloß",
    "without": "ohne, kein, keine, keinen, außer",
    "everything": "alles, mit allem",
    # of days without figures
    "skip when empty": "überspringen wenn leer, wenn leer überspringen, leer überspringen, "
    "leere überspringen, nicht wenn leer, nur wenn es daten gibt, nur wenn daten da sind, "
    "auslassen wenn leer, wenn leer auslassen",
    "say when empty": "auch wenn leer, auch leer, sagen wenn leer, auch wenn nichts da ist",
    # where it goes
    "here": "hier, hierher, in diesen channel, in diesem channel, in diesen kanal, in diesem kanal",
    "to me": "an mich, mir, für mich, mir schicken, als direktnachricht, per direktnachricht, "
    "per dm, als dm",
    # manners
    "please": "etwas, senden, sende, schicken, schicke, schick, posten, poste, automatisch, "
    "immer, regelmäßig ein",
    "once": "einmal",
}
