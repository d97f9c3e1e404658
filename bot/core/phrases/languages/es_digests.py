"""The Spanish words of digests: English on the left, what people write on the right; data only."""

from __future__ import annotations

DIGESTS: dict[str, str] = {
    # what is to be done
    "new": "crear, crea, nueva, nuevo, añadir, añade, agregar, agrega, empezar",
    "list": "lista, listar, mostrar, ver todas, mostrar todas, ver lista",
    "edit": "editar, edita, cambiar, cambia, modificar, modifica",
    "pause": "pausar, pausa, suspender, suspende, poner en pausa, detener",
    "resume": "reanudar, reanuda, continuar, continúa, reactivar, reactiva",
    "test": "probar, prueba, ensayar",
    "run": "ejecutar, ejecuta, enviar ahora, envía ahora, mandar ahora, ahora",
    "move": "mover, mueve, trasladar",
    "delete": "borrar, borra, eliminar, elimina, quitar, quita",
    "history": "historial, historia",
    "copy": "copiar, copia, duplicar, duplica",
    "unsubscribe": "cancelar suscripción, cancelar, cancela, darse de baja, dar de baja",
    "digests": "suscripciones",
    # how often
    "weekdays": "días laborables, los días laborables, cada día laborable, días hábiles, "
    "los días hábiles, cada día hábil, entre semana, en días laborables, laborables",
    "weekends": "fines de semana, los fines de semana, cada fin de semana",
    "every 2 weeks": "quincenal, quincenalmente, cada quincena, cada quince días",
    "end of month": "fin de mes, a fin de mes, final de mes, a final de mes, al final del mes, "
    "a finales de mes, al final de cada mes",
    "start of the month": "principio de mes, a principio de mes, a principios de mes, "
    "al principio del mes, a comienzos de mes, al principio de cada mes",
    "every": "cada",
    "every day": "cada día, todos los días, a diario, una vez al día",
    "every month": "todos los meses, una vez al mes",
    "every week": "todas las semanas, una vez a la semana",
    "every morning": "cada mañana, todas las mañanas",
    "every afternoon": "cada tarde, todas las tardes",
    "every evening": "cada noche, todas las noches",
    "every|all": "todos los, todas las",
    "monday": "los lunes, todos los lunes",
    "tuesday": "los martes, todos los martes",
    "wednesday": "los miércoles, todos los miércoles",
    "thursday": "los jueves, todos los jueves",
    "friday": "los viernes, todos los viernes",
    "saturday": "sábados, los sábados, todos los sábados",
    "sunday": "domingos, los domingos, todos los domingos",
    "at noon": "al mediodía, a mediodía",
    "at midnight": "a medianoche, a la medianoche",
    "starting": "a partir del, a partir de, empezando el, empezando, comenzando el, desde el",
    # how often it cannot be
    "hourly": "cada hora, por hora",
    "yearly": "anual, anualmente, cada año, todos los años",
    "quarterly": "trimestral, trimestralmente, cada trimestre",
    "twice": "dos veces, dos veces al día, dos veces por semana, dos veces a la semana, "
    "dos veces al mes, tres veces",
    # what is in it
    "only": "solo, sólo, solamente, únicamente, nada más que",
    "without": "sin, excepto, salvo, menos",
    "everything": "todo, con todo",
    # of days without figures
    "skip when empty": "omitir si está vacío, omitir si está vacía, omitir cuando esté vacío, "
    "omitir si no hay datos, saltar si está vacío, saltar si no hay datos, solo si hay datos, "
    "solo cuando haya datos, no si está vacío, omitir vacíos",
    "say when empty": "también si está vacío, también si está vacía, aunque esté vacío, "
    "aunque esté vacía, aunque no haya datos, también si no hay datos",
    # where it goes
    "here": "aquí, en este canal, a este canal, acá",
    "to me": "a mí, para mí, por mensaje directo, en un mensaje directo, por dm, mándame, envíame",
    # manners
    "please": "algo, enviar, envía, mandar, manda, publicar, publica, automático, automáticamente",
    "once": "una vez",
}
