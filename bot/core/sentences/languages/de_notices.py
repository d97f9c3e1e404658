"""Die Sätze, mit denen Leute von ihren Abos hören, auf Deutsch; nur Daten."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "notice.key.one": (
        "{which} wartet auf den Schlüssel von {account}: Flow XO lehnt ihn seit {since} ab."
    ),
    "notice.key.many": (
        "{which} warten auf den Schlüssel von {account}: Flow XO lehnt ihn seit {since} ab."
    ),
    "notice.key_soon.one": (
        "Flow XO lehnt den Schlüssel von {account} seit {since} ab, und {which} braucht ihn bald."
    ),
    "notice.key_soon.many": (
        "Flow XO lehnt den Schlüssel von {account} seit {since} ab, und {which} brauchen ihn bald."
    ),
    "notice.account.one": (
        "{which} hat kein Konto mehr: es ist weg oder darf dort nicht gezeigt werden."
    ),
    "notice.account.many": (
        "{which} haben kein Konto mehr: es ist weg oder darf dort nicht gezeigt werden."
    ),
    "notice.upstream.one": (
        "{which} wurde nicht gesendet: Flow XO gab keine Zahlen, bis es zu spät war."
    ),
    "notice.upstream.many": (
        "{which} wurden nicht gesendet: Flow XO gab keine Zahlen, bis es zu spät war."
    ),
    "notice.slack.one": "{which} wurde nicht gesendet: Slack nahm nichts an, bis es zu spät war.",
    "notice.slack.many": "{which} wurden nicht gesendet: Slack nahm nichts an, bis es zu spät war.",
    "notice.ours.one": "{which} wurde nicht gesendet: auf meiner Seite ging etwas schief.",
    "notice.ours.many": "{which} wurden nicht gesendet: auf meiner Seite ging etwas schief.",
    "notice.channel.one": "{which} hat kein Ziel mehr: {why}",
    "notice.channel.many": "{which} haben kein Ziel mehr: {why}",
    "notice.refused.one": "{which} wurde nicht gesendet: Slack sagt {why}.",
    "notice.refused.many": "{which} wurden nicht gesendet: Slack sagt {why}.",
    "notice.broken.one": (
        "{which} ist angehalten: was davon gespeichert ist, lässt sich nicht lesen."
    ),
    "notice.broken.many": (
        "{which} sind angehalten: was davon gespeichert ist, lässt sich nicht lesen."
    ),
    "notice.unknown.one": (
        "Bei {which} weiß ich nicht, ob es ankam: Slack antwortete nicht, und nachsehen konnte "
        "ich nicht."
    ),
    "notice.unknown.many": (
        "Bei {which} weiß ich nicht, ob sie ankamen: Slack antwortete nicht, und nachsehen "
        "konnte ich nicht."
    ),
    "notice.left_out.one": (
        "Von {which} ließ ich aus, was fällig wurde, während ich nicht senden konnte."
    ),
    "notice.left_out.many": (
        "Von {which} ließ ich aus, was fällig wurde, während ich nicht senden konnte."
    ),
    "notice.key_mended.one": (
        "Flow XO nimmt den Schlüssel von {account} wieder an: {which} geht weiter."
    ),
    "notice.key_mended.many": (
        "Flow XO nimmt den Schlüssel von {account} wieder an: {which} gehen weiter."
    ),
    "notice.channel_mended.one": "Ich kann dort wieder schreiben: {which} geht weiter.",
    "notice.channel_mended.many": "Ich kann dort wieder schreiben: {which} gehen weiter.",
    "notice.owner_left.one": (
        "{person} ist nicht mehr da, und {count} Abo von dort geht ohne Besitzer weiter."
    ),
    "notice.owner_left.many": (
        "{person} ist nicht mehr da, und {count} Abos von dort gehen ohne Besitzer weiter."
    ),
    "notice.handed_over.one": (
        "{person} ist nicht mehr da: {count} Abo von dort gehört jetzt dir, weil dir das Konto "
        "gehört."
    ),
    "notice.handed_over.many": (
        "{person} ist nicht mehr da: {count} Abos von dort gehören jetzt dir, weil dir das "
        "Konto gehört."
    ),
    "notice.which.one": "1 Abo",
    "notice.which.all": "{count} Abos",
    "notice.which.some": "{count} von {total} Abos",
    "notice.item": "#{number}, fällig {due}, {zone}",
    "notice.item.next": "#{number}, nächstes {due}, {zone}",
    "notice.item.fix": (
        "#{number}, fällig {due}, {zone}: ist es bis {until} behoben, kommt es verspätet"
    ),
    "notice.item.soon": (
        "#{number}, nächstes {due}, {zone}: ist es erst bis {until} behoben, kommt es verspätet"
    ),
    "notice.item.past": (
        "#{number}, fällig {due}, {zone}: zu lange her; das nächste kommt, sobald es behoben ist"
    ),
    "notice.item.late": "#{number}: das von {due}, {zone}, kommt verspätet",
    "notice.item.over": "#{number}, fällig {due}, {zone}: zu lange her; das nächste kommt",
    "notice.item.left": "#{number}, das letzte davon fällig {due}, {zone}",
    "notice.more": "Und {count} weitere.",
    "notice.ask_operator": "Wer den Bot betreibt, kann einen anderen Schlüssel setzen.",
    "notice.account.do": "Bearbeite sie für ein anderes Konto, oder lass es wieder verbinden.",
    "notice.upstream.do": (
        "Noch einmal senden schickt sie für dieselben Tage, sobald Flow XO antwortet."
    ),
    "notice.slack.do": "Noch einmal senden schickt sie für dieselben Tage.",
    "notice.ours.do": (
        "Wer den Bot betreibt, findet den Grund im Log. Noch einmal senden versucht es für "
        "dieselben Tage."
    ),
    "notice.channel.do": (
        "Sobald ich im Kanal bin (/invite {mention}) und er nicht archiviert ist, gehen sie von "
        "selbst weiter. Oder wähle einen anderen Kanal."
    ),
    "notice.channel.person": (
        "Sobald Direktnachrichten von mir wieder ankommen, setze sie fort. Oder wähle einen Kanal."
    ),
    "notice.refused.do": (
        "Beim dritten Mal in Folge halte ich ein Abo an. Lass mich dort schreiben und setze es "
        "fort, oder wähle einen anderen Kanal."
    ),
    "notice.broken.do": "Lösche sie und richte sie neu ein.",
    "notice.unknown.do": (
        "Bitte sieh nach. Noch einmal senden schickt es noch einmal, Angekommen merkt es als "
        "gesendet. Bis du das sagst, tue ich beides nicht."
    ),
    "notice.left_out.do": "Der Verlauf jedes Abos sagt, was. Was noch nützt, kommt verspätet.",
    "notice.owner_left.do": "Übernehmen macht sie zu deinen: was schiefgeht, erfährst dann du.",
    "notice.why.is_archived": "der Kanal ist archiviert.",
    "notice.why.not_in_channel": "ich bin nicht im Kanal.",
    "notice.why.channel_not_found": "der Kanal ist weg, oder ich wurde entfernt.",
    "notice.why.other": "Slack lässt mich dort nicht mehr schreiben.",
    "refused.digests.one": (
        "{count} Abo braucht ihn (nächstes: {when}). Ist es binnen {span} danach behoben, kommt "
        "es verspätet."
    ),
    "refused.digests.many": (
        "{count} Abos brauchen ihn (nächstes: {when}). Ist es binnen {span} danach behoben, "
        "kommen sie verspätet."
    ),
    "span.12h": "12 Stunden",
    "span.3d": "3 Tagen",
    "span.7d": "7 Tagen",
    "disconnect.digests.one": (
        "{count} Abo zeigt seine Zahlen, {numbers}: es hält an, wenn es fällig ist, und wem es "
        "gehört, der erfährt es. Binnen eines Tages wieder verbunden, geht es weiter."
    ),
    "disconnect.digests.many": (
        "{count} Abos zeigen seine Zahlen, {numbers}: sie halten an, wenn sie fällig sind, und "
        "wem sie gehören, der erfährt es. Binnen eines Tages wieder verbunden, gehen sie "
        "weiter."
    ),
    "disconnect.digests.named": "{numbers} und {count} weitere",
    "disconnect.digests.all.one": "{count} Abo aller Konten geht ohne es weiter.",
    "disconnect.digests.all.many": "{count} Abos aller Konten gehen ohne es weiter.",
    "status.here.one": "{count} Abo kommt hierher, als Nächstes am {when}.",
    "status.here.many": "{count} Abos kommen hierher, das nächste am {when}.",
    "status.mine.one": "{count} Abo gehört dir, das nächste Mal am {when}.",
    "status.mine.many": "{count} Abos gehören dir, das nächste am {when}.",
    "status.stopped.one": "{count} davon ist angehalten, bis es behoben ist.",
    "status.stopped.many": "{count} davon sind angehalten, bis es behoben ist.",
    "status.overdue": (
        "Abos werden nicht gesendet: eines ist seit {since} fällig. Bitte sag es dem, der den "
        "Bot betreibt."
    ),
    "status.on_time": "Abos kommen pünktlich: keines ist überfällig.",
    "home.stopped.one": "{count} Abo braucht dich",
    "home.stopped.many": "{count} Abos brauchen dich",
    "home.digests": "Deine Abos",
    "home.digest.next": "#{number}, nächstes {when}",
    "home.digest.paused": "#{number}, pausiert",
    "home.digest.last": "letztes {when}: {state}",
    "home.last.sent": "gesendet",
    "home.last.failed": "nicht gesendet",
    "home.last.skipped": "ausgelassen",
    "home.last.unknown": "niemand weiß, ob es ankam",
    "home.last.open": "unterwegs",
    "stopped.key": "#{number} wartet auf den Schlüssel seines Kontos: Flow XO lehnt ihn ab",
    "stopped.channel": "#{number} hat kein Ziel mehr: der Kanal ist mir verschlossen",
    "stopped.refused": "#{number} ist angehalten: Slack lehnte es dreimal in Folge ab",
    "stopped.account": "#{number} hat kein Konto mehr",
    "stopped.broken": "#{number} ist angehalten: was davon gespeichert ist, lässt sich nicht lesen",
    "stopped.workspace": "#{number} ist angehalten: Slack lehnte mein Token ab",
    "button.send_again": "Noch einmal senden",
    "button.arrived": "Angekommen",
    "button.choose_channel": "Kanal wählen",
    "button.resume": "Fortsetzen",
    "button.edit": "Bearbeiten",
    "button.take_over": "Übernehmen",
    "notice.sent_again": "Abo #{number}, fällig {due}, wird jetzt noch einmal gesendet.",
    "notice.kept_as_sent": "Abo #{number}, fällig {due}, ist als gesendet gemerkt.",
    "notice.decided": "Das hat schon jemand entschieden: Abo #{number}, fällig {due}, ist {state}.",
    "notice.state.open": "unterwegs",
    "notice.state.sent": "als gesendet gemerkt",
    "notice.state.failed": "nicht gesendet",
    "notice.state.skipped": "ausgelassen",
    "notice.state.unknown": "noch immer ungewiss",
    "notice.no_such": "Dieses Abo gibt es nicht mehr.",
    "notice.may_not": "Das können nur, wem das Abo gehört, und die Admins des Workspace.",
    "notice.here_still": "Slack sagt, dass diese Person noch da ist: ihre Abos bleiben ihre.",
    "notice.taken_over.one": "{count} Abo gehört jetzt dir.",
    "notice.taken_over.many": "{count} Abos gehören jetzt dir.",
    "notice.taken_over.none": "Es ist nichts mehr zu übernehmen: jemand hat es schon getan.",
}
