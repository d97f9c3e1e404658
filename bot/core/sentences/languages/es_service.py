"""The Spanish sentences of the help, the service and Flow XO; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "help.first": "Pregunta por tus chatbots de Flow XO con palabras sencillas.",
    "help.private": "Solo tú verás la respuesta.",
    "help.dates": (
        'Las fechas, como las dices: hoy, últimos 30 días, 3–5 marzo, q3. Añade "vs año pasado", '
        '"en csv" o "público".'
    ),
    "help.zone": "Los días empiezan a medianoche en {zone}.",
    "help.thread": "En un hilo, escribe {mention} en lugar del comando.",
    "help.last_7_days": "Últimos 7 días",
    "help.top_flows": "Flujos más usados",
    "help.all_commands": "Todos los comandos",
    "help.no_topic": 'No tengo ayuda sobre "{topic}". Aquí tienes la ayuda breve.',
    "help.commands": (
        "Todos los comandos. Un período son las fechas que quieras, como las dirías; si no lo "
        "pones, son los últimos 7 días."
    ),
    "help.modifiers": (
        "Añade, en cualquier orden: por hora, por día, por semana, por mes, vs período anterior, "
        "vs año pasado, vs octubre, sin comparación, top 20, en Europe/Berlin, en csv, público."
    ),
    "help.topics": (
        "Más con ayuda fechas, ayuda panel, ayuda métricas, ayuda comparar, ayuda público, ayuda "
        "threads."
    ),
    "help.comparing": (
        "La mayoría de las respuestas se muestran junto al período anterior: un mes junto al mes "
        "anterior, 7 días junto a los 7 días anteriores.\n"
        'Un período que no ha terminado se compara solo hasta donde ha llegado, y se marca con "so '
        'far" (hasta el momento).\n'
        "Añade vs año pasado, vs octubre o sin comparación.\n"
        "El porcentaje solo se muestra cuando la cifra anterior es de al menos 30."
    ),
    "help.sharing": (
        "La respuesta a un comando solo la ves tú, hasta que pulses Share to Channel o añadas "
        "público.\n"
        "Añade en csv, o pulsa CSV en el menú de los tres puntos, para tener todas las cifras en "
        "un archivo.\n"
        "En público, los mensajes que se enviaron una sola vez se cuentan, no se citan."
    ),
    "help.threads": (
        "Responde en el hilo de una respuesta pública con {mention} por día, {mention} vs año "
        "pasado o {mention} en csv.\n"
        "La nueva respuesta será sobre las fechas que se mostraban. Los comandos no funcionan en "
        "los hilos."
    ),
    "help.aliases": "También: {names}.",
    "help.digest.said": (
        "Di también de quién son las cifras (para Acme, para todas), qué muestra (solo "
        "estadísticas y flujos, sin mensajes, top 7), con qué se compara (vs año pasado) y adónde "
        "va (para mí). Te la leo antes de guardar nada; suscripción editar #7 la cambia."
    ),
    "help.digest.done": "Lo que se puede hacer con una, por su número:",
    "help.counts": "Lo que cuenta Flow XO y, por tanto, lo que puedo mostrar:",
    "help.not_counted": (
        "Flow XO no cuenta: retención, ingresos, sesiones, países, plataformas ni un solo chatbot "
        "por separado."
    ),
    "help.dashboard": (
        "¿Por qué el panel dice otra cosa? Casi siempre por una de estas cinco razones:"
    ),
    "help.your_zone": "la zona que aparece debajo de cada respuesta",
    "help.dashboard.zone": "Zona horaria",
    "help.dashboard.zone.why": (
        ": aquí los días empiezan a medianoche en {zone}; el panel usa la zona de tu navegador."
    ),
    "help.dashboard.running": "El día en curso",
    "help.dashboard.running.why": (
        ": todavía crece. Cada respuesta dice cuándo se leyó, y compara solo hasta ese momento."
    ),
    "help.dashboard.active": "Usuarios activos",
    "help.dashboard.active.why": (
        ": siempre abarcan los 30 días previos al final del período, por corto que sea."
    ),
    "help.dashboard.folded": "Mensajes agrupados",
    "help.dashboard.folded.why": (
        ": los textos que solo difieren en mayúsculas, espacios o puntuación son aquí una fila, y "
        "la respuesta dice cuántos son."
    ),
    "help.dashboard.hidden": "Flujos ocultos",
    "help.dashboard.hidden.why": (
        ": los flujos que una cuenta oculta no entran aquí en listas, puestos ni porcentajes, y "
        "la respuesta dice cuántos son."
    ),
    "help.dates.first": "Las fechas, como las dices, después de cualquier comando:",
    "help.dates.1": "Días|hoy, ayer, viernes pasado, 12 de mayo, 2026-05-12",
    "help.dates.2": (
        "Unidades completas antes de la actual|últimos 7 días, semana pasada, últimos 3 meses"
    ),
    "help.dates.3": "Hasta el momento|esta semana, este mes, desde el lunes, desde el 3 nov",
    "help.dates.4": "Unidades|octubre, oct 2021, q3, q3 2025, 2025, semana 12",
    "help.dates.5": "Desde y hasta|del 3 al 5 de marzo, del 1 oct al 30 nov, de lunes a viernes",
    "help.dates.6": "Según el reloj|últimas 24 horas, últimos 90 minutos",
    "home.title": "Tus cifras de Flow XO",
    "home.private": "Las respuestas a los botones llegan por mensaje directo; solo tú las ves.",
    "rights.guest": (
        "Solo respondo a miembros de pleno derecho de este espacio de trabajo, y tu acceso es de "
        "invitado. Pide a un miembro que comparta la respuesta contigo."
    ),
    "rights.stranger": (
        "Solo respondo a miembros de este espacio de trabajo, y tú perteneces a otro. Pide a un "
        "miembro que comparta la respuesta contigo."
    ),
    "rights.workspace": (
        "Estoy configurado para otro espacio de trabajo, así que aquí no puedo responder."
    ),
    "rights.nobody": "Solo respondo a personas, y Slack dice que esta cuenta no está en uso.",
    "rights.unknown": (
        "Slack no puede decirme ahora quién eres, así que no puedo mostrar cifras. Inténtalo de "
        "nuevo en un minuto."
    ),
    "rights.no_direct": (
        "Solo envío cifras y archivos por mensaje directo a miembros de este espacio de trabajo."
    ),
    "rights.no_direct_hint": (
        "Pregunta en este canal mencionándome: la respuesta y su archivo se publicarán aquí."
    ),
    "rights.remove": (
        "Solo quien preguntó y los administradores del espacio de trabajo pueden quitar esta "
        "respuesta."
    ),
    "try": "Prueba con: {command}",
    "error.unnamed": "Algo falló por mi parte. Inténtalo de nuevo en un momento.",
    "button.count": "Qué puedo contar",
    "button.run": "Ejecutar {command}",
    "all.one_metric": ("Para varias cuentas dibujo una sola cifra a la vez: una línea por cuenta."),
    "all.one_metric_hint": "Pregunta por una de ellas.",
    "busy": (
        "Tengo más preguntas de las que puedo responder a la vez. Inténtalo de nuevo en un "
        "momento, por favor."
    ),
    "broken": "Algo falló por mi parte; tu pregunta estaba bien. Inténtalo de nuevo en un momento.",
    "broken_hint": "Si vuelve a pasar, da esta referencia a quien administra el bot: {reference}.",
    "storage_trouble": "Ahora mismo no puedo usar mi base de datos, así que no se cambió nada.",
    "storage_trouble_hint": "Avisa a quien administra el bot; el registro dice qué falla.",
    "share.members": "En este canal hay {count} personas.",
    "share.outsiders": (
        "Este canal lo pueden leer personas ajenas a tu espacio de trabajo o invitados."
    ),
    "share.unknown": "No puedo ver quién puede leer este canal.",
    "share.unseen": "Puede haber invitados entre ellas: siendo tantas, no miro una por una.",
    "share.ask": "¿Compartir esta respuesta con todas las personas del canal?",
    "share.anyway": "Compartir de todos modos",
    "reply.nowhere": "No pude responder en ese canal; Slack dice {reason}.",
    "share.others": "Las cuentas de las que trataba esta respuesta ya no son las mismas.",
    "share.others_hint": "Pregunta otra vez: lo que veas entonces se puede compartir.",
    "share.invite": "Para seguir preguntando aquí en un hilo, añádeme al canal: /invite {mention}",
    "share.closed": "Slack no me deja publicar en este canal; dice {reason}.",
    "share.refused": "Slack no aceptó la respuesta; dice {reason}.",
    "share.closed_hint": "Añádeme con /invite {mention} y vuelve a intentarlo.",
    "share.alone_hint": "Si preguntas en privado, la respuesta es solo para ti.",
    "slack.limited": "Slack me pide que espere antes de volver a publicar.",
    "slack.limited_hint": "Inténtalo de nuevo en un minuto.",
    "slack.refused_hint": "Inténtalo de nuevo; si vuelve a pasar, avisa a quien administra el bot.",
    "reply.lost": "Slack no dijo si mi respuesta llegó. Si no la ves, pregunta otra vez.",
    "reply.elsewhere": (
        "Slack no aceptó esta respuesta donde preguntaste (dice {reason}), así que está aquí."
    ),
    "thread.forgotten": "Ahora mismo no puedo consultar de qué trata este hilo.",
    "thread.forgotten_hint": (
        "Haz la pregunta completa, por ejemplo: estadísticas semana pasada por día"
    ),
    "share.lost": (
        "Slack no dijo si la respuesta llegó. Mira en el canal antes de volver a compartirla."
    ),
    "csv.line": "Aquí tienes el CSV que pediste.",
    "csv.sent": "El CSV está en tus mensajes directos conmigo.",
    "csv.lost": "Slack no dijo si el CSV llegó. Mira ahí antes de volver a pedirlo.",
    "csv.failed": "No pude poner ahí el CSV: Slack dice {reason}.",
    "csv.failed_hint": (
        "Quien administra el bot puede comprobar si este puede subir archivos (el permiso "
        "files:write)."
    ),
    "copy.sent": "Te envié una copia; está en tus mensajes directos conmigo.",
    "copy.failed": "No pude enviarte un mensaje directo: Slack dice {reason}.",
    "remove.lost": "Slack no dijo si esa respuesta se quitó. Si sigue ahí, vuelve a pulsar Remove.",
    "remove.failed": "No pude quitar esa respuesta: Slack dice {reason}.",
    "button.stale": (
        "Ya no puedo leer lo que pide este botón. Vuelve a preguntar con palabras, por favor."
    ),
    "upstream.refused": "Flow XO rechazó su clave de API. Tu pregunta estaba bien.",
    "upstream.refused.hint": "Avisa a quien administra el bot: hay que cambiar la clave.",
    "upstream.busy": "Flow XO tiene demasiadas solicitudes en este momento y me pidió que espere.",
    "upstream.crowded": "Hay demasiadas preguntas esperando a Flow XO en este momento.",
    "upstream.busy.hint": "Vuelve a preguntar {when}.",
    "upstream.when.moment": "en un momento",
    "upstream.when.second": "en {count} segundos",
    "upstream.when.minute": "en {count} minutos",
    "upstream.when.hour": "en {count} horas",
    "upstream.when.day": "en {count} días",
    "upstream.when.later": "otro día",
    "upstream.unreached": "No puedo conectar con Flow XO en este momento. Tu pregunta estaba bien.",
    "upstream.slow": "Flow XO no respondió en {seconds} segundos. Tu pregunta estaba bien.",
    "upstream.slow.one": "Flow XO no respondió en un segundo. Tu pregunta estaba bien.",
    "upstream.slow.hint": "Vuelve a preguntar en un minuto, o pide menos días.",
    "upstream.failed": "Flow XO no pudo responder: tiene un error propio ({status}).",
    "upstream.again.hint": (
        "Vuelve a preguntar en unos minutos. Si no sirve, avisa a quien administra el bot."
    ),
    "upstream.certificate": (
        "No puedo estar seguro de que quien responde sea Flow XO: el certificado no es válido. Por "
        "eso no envié la clave."
    ),
    "upstream.certificate.hint": (
        "Avisa a quien administra el bot: falla FLOWXO_API_URL, el reloj de la máquina del bot o "
        "la red intermedia."
    ),
    "upstream.redirected": (
        "Flow XO me envió a otra dirección en lugar de responder. No fui a esa dirección."
    ),
    "upstream.turned_down": "Flow XO no aceptó la pregunta ({status}).",
    "upstream.address.hint": "Avisa a quien administra el bot: puede que FLOWXO_API_URL esté mal.",
    "upstream.nonsense": "Flow XO respondió, pero no puedo confiar en la respuesta: {reason}.",
    "upstream.nonsense.hint": (
        "Prefiero no mostrar cifras a mostrarlas mal. Vuelve a preguntar en unos minutos. Si no "
        "sirve, avisa a quien administra el bot."
    ),
    "upstream.nonsense.page": "es una página web, no cifras",
    "upstream.nonsense.json": "no es JSON válido",
    "upstream.nonsense.large": "es excesivamente grande",
    "upstream.nonsense.packing": "no se puede descomprimir",
    "upstream.nonsense.shape": "le falta algo, o algo no es lo que debería ser",
    "upstream.nonsense.count": "contiene un recuento que no puede ser correcto",
    "upstream.nonsense.twice": "dice lo mismo dos veces",
    "upstream.nonsense.dates": "sus fechas no son las que pedí",
    "upstream.unusable_key": (
        "La clave de API de Flow XO tiene un carácter que no aparece en ninguna clave."
    ),
    "upstream.unusable_key.hint": "Vuelve a copiar la clave desde Flow XO, como una sola palabra.",
}
