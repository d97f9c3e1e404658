"""Las frases sobre conectar cuentas y sus claves en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "key.empty": "Pega aquí la clave de API.",
    "key.too_long": "Es demasiado larga para ser una clave de API de Flow XO.",
    "key.of_slack": (
        "Eso es un token de Slack. La clave está en Flow XO, en Settings, API & Webhooks."
    ),
    "key.refused": (
        "Flow XO rechaza esta clave. Cópiala otra vez de Settings, API & Webhooks. "
        "No se guardó nada."
    ),
    "key.busy": (
        "Flow XO me pidió que esperara, así que no pude probar la clave. No se guardó nada: "
        "prueba de nuevo en un minuto."
    ),
    "key.unreached": (
        "Ahora no llego a Flow XO, así que no pude probar la clave. No se guardó nada: "
        "prueba de nuevo en un minuto."
    ),
    "key.nonsense": (
        "A esta clave respondió algo de lo que no me puedo fiar. No se guardó nada: "
        "prueba de nuevo en unos minutos."
    ),
    "key.known": "Esta clave ya está conectada, como {account}.",
    "key.known_unseen": "Esta clave ya está conectada, para una cuenta que aquí no puedes ver.",
    "key.same": "Esa es la clave que {account} tiene ahora. No se cambió nada.",
    "key.is_name": ("Esta clave es el nombre de la cuenta, que otros leen. Crea otra en Flow XO."),
    "key.cleaned": ("Dejé fuera lo que rodeaba la clave: espacios, comillas o la palabra Bearer."),
    "name.empty": "Dale a la cuenta un nombre que se pueda decir.",
    "name.unusable": "Ese nombre no se puede usar aquí. Elige otro.",
    "name.taken": "Otra cuenta ya se llama así. Elige otro nombre.",
    "connect.members": (
        "Solo los miembros plenos de este espacio de trabajo pueden conectar cuentas."
    ),
    "connect.admins": (
        "Aquí solo los administradores del espacio de trabajo pueden conectar cuentas."
    ),
    "connect.chosen": (
        "Aquí solo los administradores del espacio de trabajo, y quienes ellos eligieron, pueden "
        "conectar cuentas."
    ),
    "connect.offer": "Conecta una con su clave de API, o pregunta a quien la tenga.",
    "connect.offer_ask": "{reason} Pregunta a alguien de ellos.",
    "secret.connect": (
        "Eso parece una clave de API. Borra tu mensaje, cambia la clave en Flow XO y luego "
        "pulsa Conectar."
    ),
    "secret.ask": (
        "Eso parece una clave de API. Borra tu mensaje y luego cambia la clave en Flow XO."
    ),
    "connect.link": "En esta página escribes la clave de API de {account}.",
    "connect.link_unnamed": "En esta página escribes la clave de API de la cuenta.",
    "connect.link_once": "Solo tú ves este enlace. Sirve una vez, durante diez minutos.",
    "connect.press": "Pulsa el botón y escribe la clave de API de {account}.",
    "connect.press_unnamed": "Pulsa el botón y escribe la clave de API de la cuenta.",
    "connect.too_late": (
        "Slack me da tres segundos para abrir un formulario, y tardó más. Pulsa el botón otra vez."
    ),
    "connect.not_opened": "Slack no abrió el formulario; dice {reason}.",
    "button.page": "Abrir la página",
    "button.connect": "Conectar",
    "button.ask_owner": "Preguntar al propietario",
    "button.replace_key": "Cambiar la clave",
    "button.replace_key_of": "Cambiar la clave de {account}",
    "button.remind": "Recordárselo",
    "button.undo": "Deshacer",
    "key_form.connect": "Conectar una cuenta",
    "key_form.replace": "Cambiar una clave",
    "key_form.ask": "Preguntar a alguien",
    "key_form.remind": "Recordárselo",
    "key_form.note": "Tu cuenta",
    "key_form.save": "Probar y guardar",
    "key_form.send": "Preguntar",
    "key_form.remind_send": "Recordar",
    "key_form.cancel": "Cancelar",
    "key_form.close": "Cerrar",
    "key_form.promise": (
        "Pruebo la clave con una pregunta sobre cifras, la guardo cifrada y no la muestro nunca "
        "más. Con ella solo leo cifras."
    ),
    "key_form.of": "La cuenta es {account}.",
    "key_form.name": "Nombre",
    "key_form.name_hint": 'Como se preguntará por ella: "stats para Acme".',
    "key_form.key": "Clave de API de Flow XO",
    "key_form.key_hint": (
        "En Flow XO: Settings, luego API & Webhooks. Solo la ve el propietario de la cuenta."
    ),
    "key_form.person": "¿Quién tiene la clave de API?",
    "key_form.person_hint": (
        "Le envío un formulario privado. Tú no ves nunca la clave, y aquí la cuenta será suya."
    ),
    "key_form.admin": "¿Qué administrador?",
    "key_form.admin_hint": "Le digo en un mensaje directo que Flow XO rechaza la clave.",
    "key_form.working": "Un momento, por favor.",
    "key_form.saved": "Hecho. Te envié un mensaje sobre ello.",
    "saved.connected": "{account} está conectada, como #{number}. Aquí es tuya.",
    "saved.replaced": "{account} tiene una clave nueva, y funciona.",
    "saved.zone": ("Sus días empiezan a medianoche en {zone}, tu propia zona horaria en Slack."),
    "saved.zone_unknown": "Sus días empiezan a medianoche en la zona horaria de quien pregunta.",
    "saved.everyone": "Todos los miembros de este espacio de trabajo pueden preguntar por ella.",
    "saved.settings": "Para cambiarlo: {command}",
    "saved.asked_for": "Lo pidió {person}.",
    "saved.told": "{person} conectó {account}, como pediste.",
    "saved.told_replaced": "{person} dio a {account} una clave nueva.",
    "undo.title": "¿Deshacerlo?",
    "undo.text": "{account} se quita otra vez, y su clave se borra.",
    "undo.keep": "Dejarla",
    "undo.done": "{account} se quitó otra vez, y su clave se borró.",
    "undo.late": "De eso hace más de un día, así que este botón ya no lo deshace.",
    "undo.late_hint": "Para quitar la cuenta: {command}",
    "ask.self": "Ese eres tú. Elige a otra persona.",
    "ask.nobody": ("Solo un miembro pleno de este espacio de trabajo puede conectar una cuenta."),
    "ask.may_not": (
        "{person} no puede conectar cuentas aquí. Elige a un administrador del espacio de trabajo."
    ),
    "ask.sent": "Le pregunté a {person}. Te avisaré en cuanto la cuenta esté conectada.",
    "ask.failed": "No pude enviar un mensaje directo a {person}: Slack dice {reason}.",
    "ask.told": "{person} te pide que conectes una cuenta de Flow XO a este espacio de trabajo.",
    "ask.told_hint": (
        "Escribes su clave de API en un formulario tuyo, que nadie más ve, y aquí la cuenta es "
        "tuya."
    ),
    "ask.waiting": "Lo que quiere saber: {question}",
    "refused.since": (
        "No puedo leer {account}: Flow XO rechaza su clave de API desde {since}. "
        "Tu pregunta estaba bien."
    ),
    "refused.owner": (
        "{person} y los administradores del espacio de trabajo pueden cambiar la clave."
    ),
    "refused.admins": "Los administradores del espacio de trabajo pueden cambiar la clave.",
    "refused.yours": "Puedes cambiar la clave.",
    "refused.told": "{person} lo sabe desde {when}.",
    "refused.told_one": "Uno de ellos lo sabe desde {when}.",
    "refused.operator": (
        "Quien gestiona el bot pone otra clave en FLOWXO_API_KEY y lo inicia de nuevo."
    ),
    "refused.owner_told": "Flow XO rechaza la clave de API de {account} desde {since}.",
    "refused.until": "Hasta que haya otra clave, nadie puede leer esas cifras.",
    "remind.sent": "Se lo dije a {person}.",
    "remind.already": "{person} lo sabe desde {when}; se lo recuerdo una vez al día como mucho.",
    "remind.already_one": (
        "Un administrador lo sabe desde {when}; se lo recuerdo una vez al día como mucho."
    ),
    "remind.may_not": (
        "{person} no puede hacer cambiar esa clave. Elige a un administrador del espacio de "
        "trabajo."
    ),
    "remind.works": "Flow XO vuelve a aceptar esa clave. Pregunta otra vez.",
    "remind.told": (
        "{person} te pide que cambies la clave de API de {account}: Flow XO la rechaza desde "
        "{since}."
    ),
    "remind.told_operator": (
        "{person} te pide que te ocupes de la clave de API del bot: Flow XO la rechaza desde "
        "{since}."
    ),
    "moment.day": "{weekday} {day}, a las {time}",
    "weekday.short.0": "lun",
    "weekday.short.1": "mar",
    "weekday.short.2": "mié",
    "weekday.short.3": "jue",
    "weekday.short.4": "vie",
    "weekday.short.5": "sáb",
    "weekday.short.6": "dom",
}
