"""Las frases de los ajustes en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "form.save": "Guardar",
    "form.cancel": "Cancelar",
    "form.open": "Abrir ajustes",
    "form.press": "Pulsa el botón para abrir los ajustes.",
    "form.saved": "Guardado.",
    "form.unchanged": "No ha cambiado nada.",
    "form.nothing_saved": "No se ha guardado nada.",
    "form.changed": "{field}: {before} → {after}",
    "form.person": "Ajustes",
    "form.date_order": "Fechas en cifras",
    "form.date_order_hint": "Cómo se lee 05/06/2026 cuando preguntas.",
    "form.as_slack": "Como en mi Slack",
    "form.day_first": "Primero el día: 5 de junio",
    "form.month_first": "Primero el mes: 6 de mayo",
    "form.language": "Idioma",
    "form.language_hint": (
        "De la ayuda, los errores y los ajustes; las palabras de las cifras están por ahora "
        "en inglés."
    ),
    "form.as_typed": "El que uso al escribir",
    "form.connecting": "Quién puede conectar cuentas",
    "form.connecting.everyone": "Todos los miembros de este espacio",
    "form.connecting.admins": "Solo los administradores del espacio",
    "form.connecting.named": "Las personas de abajo y los administradores",
    "form.connectors": "Personas que pueden conectar",
    "form.connectors_hint": "Solo cuentan si arriba se eligen personas concretas.",
    "form.nobody_named": "Indica al menos una persona, o elige otra línea arriba.",
    "form.no_member": (
        "{name} no es miembro de pleno derecho de este espacio, así que no puede conectar cuentas."
    ),
    "form.connecting_saved": "Se ha fijado de nuevo quién puede conectar cuentas.",
    "form.open_account": "Ajustes de una cuenta",
    "form.open_channel": "Ajustes de este canal",
    "form.account": "Ajustes de la cuenta",
    "form.name": "Nombre",
    "form.name_taken": "Otra cuenta ya se llama {name}.",
    "form.zone": "Zona horaria",
    "form.zone_hint": (
        "Dónde empiezan sus días: una ciudad o un nombre como Europe/Berlin. Vacío: la de "
        "quien pregunta."
    ),
    "form.zone_fixed": (
        "Sus días empiezan según {zone}: lo fija FLOWXO_TIMEZONE donde corre el bot."
    ),
    "form.zone_offset": (
        "Di un lugar, como Europe/Berlin: un desfase no sabe cuándo cambian los relojes."
    ),
    "form.own_clock": "la de quien pregunta",
    "form.week": "Las semanas empiezan el",
    "form.visibility": "Dónde se puede preguntar por ella",
    "form.visibility.workspace": "En todas partes, por cualquier miembro de este espacio",
    "form.visibility.channels": "Solo en los canales cuya cuenta es esta",
    "form.visibility_hint": (
        "Su propietario y los administradores pueden preguntar en todas partes, salvo en el "
        "canal de otro cliente."
    ),
    "form.masking": "Mensajes frecuentes",
    "form.masked": "Ocultar direcciones de correo, números y similares",
    "form.masking_hint": (
        "Las escribieron desconocidos: sin esto, quien pueda preguntar lee lo que contaron de"
        " sí mismos."
    ),
    "form.masking_on": (
        "A partir de ahora se ocultan los datos personales en los mensajes frecuentes."
    ),
    "form.masking_off": (
        "A partir de ahora los mensajes frecuentes se muestran tal como se escribieron."
    ),
    "form.hidden": "Flujos ocultos",
    "form.hidden_hint": "Auxiliares que solo llenan las listas: se omiten, y se dice cuántos son.",
    "form.now_hidden": "Ocultos en las listas: {names}",
    "form.now_shown": "De nuevo a la vista: {names}",
    "form.flows_wait": "Buscando los flujos de los últimos 30 días …",
    "form.flows_failed": (
        "Flow XO no dice ahora qué flujos se usaron; lo que ya está oculto figura aquí."
    ),
    "form.flows_left": "Flujos usados que no caben en este menú: {count}.",
    "form.flows_none": "En los últimos 30 días no se usó ningún flujo: no hay nada que ocultar.",
    "form.channel": "Este canal",
    "form.channel_account": "Su cuenta",
    "form.channel_account_hint": (
        "La cuenta sobre la que son las preguntas de aquí cuando no nombran ninguna."
    ),
    "form.no_account": "Ninguna",
    "form.many": "Hay más cuentas de las que caben en un menú: elígela antes con {command}.",
    "form.client": "Canal de un cliente",
    "form.client_hint": (
        "La gente de fuera son invitados y personas de otras empresas que están en este canal."
    ),
    "form.only": "Aquí solo se puede preguntar por esta cuenta",
    "form.outsiders": "La gente de fuera puede preguntar aquí por esta cuenta",
    "form.need_account": "Elige antes una cuenta: sin ella no hay por qué preguntar.",
    "form.other_account": (
        "El canal recibió otra cuenta después de abrirse el formulario; no se ha guardado nada."
    ),
    "form.other_account_hint": ("Abre otra vez los ajustes del canal para ver para qué es ahora."),
    "form.let_in": "¿Dejar preguntar?",
    "form.let_in.go": "Dejarles preguntar",
    "form.let_in.what": (
        "Los invitados y la gente de otras empresas que están en este canal verán cualquier "
        "cifra de {account} por la que pregunten, también los mensajes más frecuentes, y "
        "podrán mostrar respuestas al canal."
    ),
    "form.let_in.who": (
        "Vale para quienes están en este canal y para quienes entren después; en ningún otro "
        "sitio y por ninguna otra cuenta."
    ),
    "form.let_in.until": (
        "Termina cuando se desactiva, cuando el canal recibe otra cuenta o cuando la cuenta "
        "se desconecta."
    ),
    "form.only_now": "Es la única cuenta por la que se puede preguntar aquí.",
    "form.nobody_now": "Tampoco se puede preguntar aquí por ninguna otra cuenta.",
    "form.outsiders_now": (
        "Los invitados y la gente de otras empresas pueden preguntar aquí por {account}."
    ),
    "form.no_channel": "Eso es para canales, y esto no lo es.",
    "form.no_channel_hint": "Dilo en el canal del que se trata.",
    "rights.admins": "Eso solo lo pueden hacer los administradores del espacio de trabajo.",
}
