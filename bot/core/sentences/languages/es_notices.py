"""Las frases con que la gente sabe de sus suscripciones, en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "notice.key.one": "{which} espera la clave de {account}: Flow XO la rechaza desde {since}.",
    "notice.key.many": "{which} esperan la clave de {account}: Flow XO la rechaza desde {since}.",
    "notice.key_soon.one": (
        "Flow XO rechaza la clave de {account} desde {since}, y {which} la necesita pronto."
    ),
    "notice.key_soon.many": (
        "Flow XO rechaza la clave de {account} desde {since}, y {which} la necesitan pronto."
    ),
    "notice.account.one": (
        "{which} no tiene cuenta de la que hablar: ya no está, o no puede mostrarse ahí."
    ),
    "notice.account.many": (
        "{which} no tienen cuenta de la que hablar: ya no está, o no puede mostrarse ahí."
    ),
    "notice.upstream.one": "{which} no salió: Flow XO no dio cifras hasta que fue tarde.",
    "notice.upstream.many": "{which} no salieron: Flow XO no dio cifras hasta que fue tarde.",
    "notice.slack.one": "{which} no salió: Slack no aceptó nada hasta que fue tarde.",
    "notice.slack.many": "{which} no salieron: Slack no aceptó nada hasta que fue tarde.",
    "notice.ours.one": "{which} no salió: algo falló de mi lado.",
    "notice.ours.many": "{which} no salieron: algo falló de mi lado.",
    "notice.channel.one": "{which} no tiene adónde ir: {why}",
    "notice.channel.many": "{which} no tienen adónde ir: {why}",
    "notice.refused.one": "{which} no salió: Slack dice {why}.",
    "notice.refused.many": "{which} no salieron: Slack dice {why}.",
    "notice.broken.one": "{which} está detenida: lo que guardo de ella no se puede leer.",
    "notice.broken.many": "{which} están detenidas: lo que guardo de ellas no se puede leer.",
    "notice.unknown.one": "No sé si llegó {which}: Slack no respondió y no pude comprobarlo.",
    "notice.unknown.many": "No sé si llegaron {which}: Slack no respondió y no pude comprobarlo.",
    "notice.left_out.one": "De {which} omití lo que tocaba mientras no podía publicar.",
    "notice.left_out.many": "De {which} omití lo que tocaba mientras no podía publicar.",
    "notice.key_mended.one": "Flow XO vuelve a aceptar la clave de {account}: {which} sigue.",
    "notice.key_mended.many": "Flow XO vuelve a aceptar la clave de {account}: {which} siguen.",
    "notice.channel_mended.one": "Ya puedo publicar ahí otra vez: {which} sigue.",
    "notice.channel_mended.many": "Ya puedo publicar ahí otra vez: {which} siguen.",
    "notice.owner_left.one": (
        "{person} ya no está, y {count} suscripción suya sigue sin propietario."
    ),
    "notice.owner_left.many": (
        "{person} ya no está, y {count} suscripciones suyas siguen sin propietario."
    ),
    "notice.handed_over.one": (
        "{person} ya no está: {count} suscripción suya es tuya ahora, porque la cuenta lo es."
    ),
    "notice.handed_over.many": (
        "{person} ya no está: {count} suscripciones suyas son tuyas ahora, porque la cuenta lo es."
    ),
    "notice.which.one": "1 suscripción",
    "notice.which.all": "{count} suscripciones",
    "notice.which.some": "{count} de {total} suscripciones",
    "notice.item": "#{number}, prevista {due}, {zone}",
    "notice.item.next": "#{number}, la próxima {due}, {zone}",
    "notice.item.fix": (
        "#{number}, prevista {due}, {zone}: si se arregla antes de {until}, sale con retraso"
    ),
    "notice.item.soon": (
        "#{number}, la próxima {due}, {zone}: si se arregla después, antes de {until}, sale con "
        "retraso"
    ),
    "notice.item.past": (
        "#{number}, prevista {due}, {zone}: hace demasiado; la próxima sale en cuanto se arregle"
    ),
    "notice.item.late": "#{number}: la de {due}, {zone}, sale con retraso",
    "notice.item.over": "#{number}, prevista {due}, {zone}: hace demasiado; sale la próxima",
    "notice.item.left": "#{number}, la última prevista {due}, {zone}",
    "notice.more": "Y {count} más.",
    "notice.ask_operator": "Quien lleva el bot puede poner otra clave.",
    "notice.account.do": "Edítalas para otra cuenta, o haz que se conecte de nuevo.",
    "notice.upstream.do": (
        "Enviar otra vez las publica para las mismas fechas, en cuanto Flow XO responda."
    ),
    "notice.slack.do": "Enviar otra vez las publica para las mismas fechas.",
    "notice.ours.do": (
        "Quien lleva el bot encuentra el motivo en su registro. Enviar otra vez lo intenta para "
        "las mismas fechas."
    ),
    "notice.channel.do": (
        "En cuanto yo esté en el canal (/invite {mention}) y no esté archivado, siguen solas. O "
        "elige otro canal."
    ),
    "notice.channel.person": (
        "En cuanto acepte otra vez mis mensajes directos, reanúdalas. O elige un canal."
    ),
    "notice.refused.do": (
        "A la tercera vez seguida detengo una suscripción. Déjame publicar ahí y reanúdala, o "
        "elige otro canal."
    ),
    "notice.broken.do": "Bórralas y créalas de nuevo.",
    "notice.unknown.do": (
        "Míralo, por favor. Enviar otra vez la publica de nuevo; Llegó la guarda como enviada. "
        "Hasta que lo digas no hago ninguna de las dos cosas."
    ),
    "notice.left_out.do": "El historial de cada una dice cuál. Lo que aún sirve sale con retraso.",
    "notice.owner_left.do": "Asumirlas las hace tuyas: entonces sabrás tú lo que falle.",
    "notice.why.is_archived": "el canal está archivado.",
    "notice.why.not_in_channel": "no estoy en el canal.",
    "notice.why.channel_not_found": "el canal ya no existe, o me sacaron de él.",
    "notice.why.other": "Slack ya no me deja publicar ahí.",
    "refused.digests.one": (
        "{count} suscripción la necesita (próxima: {when}). Si se arregla en {span} desde "
        "entonces, sale con retraso."
    ),
    "refused.digests.many": (
        "{count} suscripciones la necesitan (próxima: {when}). Si se arregla en {span} desde "
        "entonces, salen con retraso."
    ),
    "span.12h": "12 horas",
    "span.3d": "3 días",
    "span.7d": "7 días",
    "disconnect.digests.one": (
        "{count} suscripción habla de ella, {numbers}: se detiene cuando le toque, y se avisa a "
        "su propietario. Si se conecta de nuevo en un día, sigue."
    ),
    "disconnect.digests.many": (
        "{count} suscripciones hablan de ella, {numbers}: se detienen cuando les toque, y se "
        "avisa a sus propietarios. Si se conecta de nuevo en un día, siguen."
    ),
    "disconnect.digests.named": "{numbers} y {count} más",
    "disconnect.digests.all.one": "{count} suscripción de todas las cuentas sigue sin ella.",
    "disconnect.digests.all.many": "{count} suscripciones de todas las cuentas siguen sin ella.",
    "status.here.one": "{count} suscripción llega aquí, la próxima el {when}.",
    "status.here.many": "{count} suscripciones llegan aquí, la próxima el {when}.",
    "status.mine.one": "{count} suscripción es tuya, la próxima el {when}.",
    "status.mine.many": "{count} suscripciones son tuyas, la próxima el {when}.",
    "status.stopped.one": "{count} de ellas está detenida hasta que se arregle.",
    "status.stopped.many": "{count} de ellas están detenidas hasta que se arregle.",
    "status.overdue": (
        "Las suscripciones no se publican: una está pendiente desde {since}. Avisa a quien "
        "lleva el bot."
    ),
    "status.on_time": "Las suscripciones salen a tiempo: ninguna está atrasada.",
    "home.stopped.one": "{count} suscripción te necesita",
    "home.stopped.many": "{count} suscripciones te necesitan",
    "home.digests": "Tus suscripciones",
    "home.digest.next": "#{number}, próxima {when}",
    "home.digest.paused": "#{number}, en pausa",
    "home.digest.last": "última {when}: {state}",
    "home.last.sent": "enviada",
    "home.last.failed": "no enviada",
    "home.last.skipped": "omitida",
    "home.last.unknown": "nadie sabe si llegó",
    "home.last.open": "en camino",
    "stopped.key": "#{number} espera la clave de su cuenta: Flow XO la rechaza",
    "stopped.channel": "#{number} no tiene adónde ir: el canal está cerrado para mí",
    "stopped.refused": "#{number} está detenida: Slack la rechazó tres veces seguidas",
    "stopped.account": "#{number} no tiene cuenta de la que hablar",
    "stopped.broken": "#{number} está detenida: lo que guardo de ella no se puede leer",
    "stopped.workspace": "#{number} está detenida: Slack rechazó mi token",
    "button.send_again": "Enviar otra vez",
    "button.arrived": "Llegó",
    "button.choose_channel": "Elegir canal",
    "button.resume": "Reanudar",
    "button.edit": "Editar",
    "button.take_over": "Asumirlas",
    "notice.sent_again": "La suscripción #{number}, prevista {due}, sale otra vez ahora.",
    "notice.kept_as_sent": "La suscripción #{number}, prevista {due}, queda como enviada.",
    "notice.decided": (
        "Alguien ya lo decidió: la suscripción #{number}, prevista {due}, está {state}."
    ),
    "notice.state.open": "en camino",
    "notice.state.sent": "guardada como enviada",
    "notice.state.failed": "sin enviar",
    "notice.state.skipped": "omitida",
    "notice.state.unknown": "aún sin aclarar",
    "notice.no_such": "Esa suscripción ya no existe.",
    "notice.may_not": (
        "Solo pueden hacerlo su propietario y los administradores del espacio de trabajo."
    ),
    "notice.here_still": (
        "Según Slack esa persona sigue aquí: sus suscripciones siguen siendo suyas."
    ),
    "notice.taken_over.one": "{count} suscripción es tuya ahora.",
    "notice.taken_over.many": "{count} suscripciones son tuyas ahora.",
    "notice.taken_over.none": "No queda nada que asumir: alguien ya lo hizo.",
}
