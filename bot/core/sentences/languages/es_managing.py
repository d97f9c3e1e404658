"""Las frases sobre el manejo de cuentas en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which_typed": 'Añade su nombre a la pregunta: "para Acme".',
    "account.menu": "Elige una cuenta",
    "account.menu_use": "Usar en este canal a partir de ahora",
    "account.use_here": "Usar {account} en este canal",
    "account.use_direct": "Usar {account} aquí",
    "use.done": "A partir de ahora, las preguntas de aquí son sobre {account}.",
    "use.before": "Hasta ahora eran sobre {account}.",
    "use.opens": "Ahora cualquier miembro puede preguntar aquí por sus cifras.",
    "use.freed": "Este ya no es un canal de cliente: la gente de fuera no puede preguntar aquí.",
    "use.already": "Las preguntas de aquí ya son sobre {account}.",
    "use.none": "Aquí ya no hay ninguna cuenta fijada.",
    "use.none_hint": "Donde hay varias, la pregunta tiene que nombrar una.",
    "use.none_already": "Aquí no hay ninguna cuenta fijada.",
    "use.now": "Las preguntas de aquí son sobre {account}.",
    "use.choose": "Elige la cuenta sobre la que deben ser:",
    "use.typed": "Hay más de las que caben en un menú: escribe su nombre detrás del comando.",
    "use.nowhere": "Aquí no hay ningún canal que pueda tener una cuenta.",
    "use.nowhere_hint": "Dilo en el canal, o en un mensaje directo a mí.",
    "accounts.count.one": "Hay una cuenta conectada por la que puedes preguntar aquí.",
    "accounts.count.many": "Hay {count} cuentas conectadas por las que puedes preguntar aquí.",
    "accounts.page": "Estas son {first}–{last}.",
    "accounts.zone": "días según {zone}",
    "accounts.zone_own": "días según el reloj de quien pregunta",
    "accounts.owner": "propietario: {owner}",
    "accounts.no_owner": "su clave está en los ajustes del propio bot",
    "accounts.only_channels": "solo en sus propios canales",
    "accounts.here": "la cuenta de este canal",
    "accounts.channels.one": "la cuenta de un canal",
    "accounts.channels.many": "la cuenta de {count} canales",
    "accounts.button.use": "Usar aquí",
    "accounts.button.settings": "Ajustes",
    "accounts.button.disconnect": "Desconectar",
    "accounts.more": "Más cuentas",
    "accounts.previous": "Cuentas anteriores",
    "accounts.find": "Por su nombre tienes cualquiera a mano, por ejemplo: {command}",
    "accounts.example": "ajustes Acme",
    "health.fine": "Su clave funciona: Flow XO respondió por última vez el {at}.",
    "health.unknown": "Su clave aún no se ha usado.",
    "health.failing": "Falla desde el {at}: {why}.",
    "health.refused": "Flow XO rechaza su clave de API",
    "health.other": "Flow XO no da cifras",
    "disconnect.ask": "¿Desconectar {account}?",
    "disconnect.what": (
        "Las preguntas sobre ella se rechazan de inmediato. Su clave se borra al cabo de un "
        "día; hasta entonces puedes deshacerlo."
    ),
    "disconnect.channels.one": "Un canal pregunta por ella y se queda sin cuenta:",
    "disconnect.channels.many": "{count} canales preguntan por ella y se quedan sin cuenta:",
    "disconnect.more": "y {count} más",
    "disconnect.go": "Desconectar {account}",
    "disconnect.stay": "Conservar",
    "disconnect.kept": "{account} sigue conectada.",
    "disconnect.done": "{account} está desconectada.",
    "disconnect.until": "Puedes deshacerlo hasta el {at}; después se borra su clave.",
    "disconnect.undo": "Deshacer",
    "disconnect.restored": "{account} vuelve a estar conectada.",
    "disconnect.too_late": "Eso ya no se puede deshacer: su clave está borrada.",
    "disconnect.too_late_hint": "Conecta la cuenta de nuevo.",
    "disconnect.name_taken": "Entretanto otra cuenta se llama {account}: cámbiale antes el nombre.",
    "disconnect.key_known": (
        "La clave de {account} se ha vuelto a conectar entretanto, así que no ha cambiado nada."
    ),
    "disconnect.choose": "¿Qué cuenta quieres desconectar? Pregunto una vez más antes de hacerlo.",
    "disconnect.environment": (
        "La clave de esta cuenta está en los ajustes del propio bot, no en mi base de datos."
    ),
    "disconnect.environment_hint": (
        "Quien opera el bot quita FLOWXO_API_KEY de ellos y lo reinicia."
    ),
    "audit.none": "No se ha cambiado nada en los últimos {days} días.",
    "audit.latest": (
        "Los últimos cambios ({count}), primero los más nuevos; se guardan {days} días."
    ),
    "audit.line": "{at} · {who}: {what}",
    "audit.operator": "quien opera el bot",
    "audit.csv": "Enviarme todo como CSV",
    "audit.account_connected": "conectó {subject}",
    "audit.account_renamed": "cambió el nombre de {subject}",
    "audit.account_changed": "cambió {subject}",
    "audit.account_disconnected": "desconectó {subject}",
    "audit.account_restored": "volvió a conectar {subject}",
    "audit.account_removed": "borró {subject} con su clave",
    "audit.key_replaced": "cambió la clave de {subject}",
    "audit.channel_changed": "cambió para qué es el canal {subject}",
    "audit.connecting_changed": "cambió quién puede conectar cuentas",
    "audit.preferences_changed": "cambió sus propios ajustes",
    "audit.digest_saved": "creó la suscripción {subject}",
    "audit.digest_changed": "cambió la suscripción {subject}",
    "audit.digest_moved": "movió la suscripción {subject}",
    "audit.digest_handed_over": "traspasó la suscripción {subject}",
    "audit.digest_paused": "pausó la suscripción {subject}",
    "audit.digest_resumed": "reanudó la suscripción {subject}",
    "audit.digest_disabled": "desactivó la suscripción {subject}",
    "audit.digest_deleted": "eliminó la suscripción {subject}",
    "audit.digest_restored": "recuperó la suscripción {subject}",
    "audit.digest_sent_again": "hizo enviar otra vez la suscripción {subject}",
    "audit.digest_arrived": "dijo que la suscripción {subject} llegó",
    "status.fine": "Flow XO responde, y su clave de API funciona.",
    "status.zone": "Los días empiezan a medianoche en {zone}.",
    "status.zone_own": "Los días empiezan a medianoche en {zone}, tu propia zona horaria en Slack.",
    "status.zone_unknown": (
        "Los días empiezan a medianoche en UTC, porque Slack no conoce tu zona horaria."
    ),
    "status.version": "Versión {version}, con {storage} como almacén.",
    "status.kept": (
        "Se guardan: cuentas, claves (cifradas), suscripciones y ajustes hasta que se desconectan "
        "o se borran; quién cambió qué durante {changes} días; qué fue de cada suscripción "
        "durante {deliveries} días; de qué tratan los hilos durante {threads} días; formularios "
        "abiertos para claves durante {forms} día; identificadores de peticiones durante "
        "{requests} minutos. Ni cifras ni mensajes."
    ),
    "status.account": "{account}: {health}",
    "status.more": "Hay más: {command} las muestra todas.",
}
