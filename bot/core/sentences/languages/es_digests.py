"""Las frases sobre suscripciones en español; solo datos."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "schedule.to_the_minute": (
        "La hora de una suscripción es una hora y un minuto del día, como 09:00."
    ),
    "schedule.every": "Una suscripción puede llegar cada semana, o cada 2 a {most} semanas.",
    "schedule.anchor": (
        "Hay que saber qué semana cuenta cuando no cuentan todas, y solo entonces."
    ),
    "schedule.weekday": "Una semana tiene siete días, y cada uno se nombra una vez.",
    "schedule.no_weekday": "Una suscripción semanal necesita un día de la semana.",
    "schedule.mixed": (
        "Una suscripción llega cada semana, en días laborables, cada día o cada mes, "
        "no dos cosas a la vez."
    ),
    "schedule.no_such_day": "Ningún mes tiene ese día: los días van del 1 al 31.",
    "schedule.one_weekday": "Cada mes en un día de la semana significa uno solo.",
    "schedule.nth": "No todos los meses tienen un quinto: di del primero al cuarto, o el último.",
    "schedule.field_missing": 'Al horario le falta "{name}".',
    "schedule.field_bad": '"{name}" del horario no es como debe ser: {value}',
    "section.stats": "Cifras",
    "section.chart": "Gráfico",
    "section.flows": "Flujos principales",
    "section.messages": "Mensajes principales",
    "digest.no_section": (
        "Una suscripción necesita contenido: cifras, gráfico, flujos o mensajes principales."
    ),
    "digest.compare": (
        "Una suscripción se compara con el tiempo anterior, con el año pasado o con nada."
    ),
    "digest.long_note": "Esa nota es demasiado larga: puede tener como máximo {limit} caracteres.",
    "schedule.at": "{days} a las {time}, {zone}",
    "schedule.at_noon": "{days} al mediodía, {zone}",
    "schedule.daily": "cada día",
    "schedule.weekdays": "de lunes a viernes",
    "schedule.weekly": "cada {days}",
    "schedule.second": "cada dos semanas, el {day}",
    "schedule.weeks": "cada {count} semanas: {days}",
    "schedule.monthly": "{day} de cada mes",
    "schedule.monthly_or_last": "{day} de cada mes (en los más cortos, el último día)",
    "schedule.monthly_last": "el último día de cada mes",
    "schedule.monthly_weekday": "{nth} {day} de cada mes",
    "schedule.nth.1": "el primer",
    "schedule.nth.2": "el segundo",
    "schedule.nth.3": "el tercer",
    "schedule.nth.4": "el cuarto",
    "schedule.nth.last": "el último",
    "schedule.nth.1.weekend": "el primer",
    "schedule.nth.2.weekend": "el segundo",
    "schedule.nth.3.weekend": "el tercer",
    "schedule.nth.4.weekend": "el cuarto",
    "schedule.nth.last.weekend": "el último",
    "schedule.day.first": "el {day}",
    "schedule.day.st": "el {day}",
    "schedule.day.nd": "el {day}",
    "schedule.day.rd": "el {day}",
    "schedule.day.th": "el {day}",
    "schedule.and": "{first} y {second}",
    "schedule.and_run": "{first}; {second}",
    "digest.by_what": (
        '"{words}": una suscripción llega cada día, en días laborables, cada semana, '
        "cada pocas semanas o cada mes."
    ),
    "digest.biweekly": '"{words}" puede ser dos veces por semana o cada 2 semanas.',
    "digest.every": '"{words}": di cada semana, o cada 2 a {most} semanas.',
    "digest.yearly": '"{words}": una suscripción vuelve cada día, semana o mes, no una vez al año.',
    "digest.no_such_day": '"{words}": los días del mes van del 1 al 31.',
    "digest.nth": '"{words}": no todos los meses lo tienen; di del primero al cuarto, o el último.',
    "digest.part_of_day": '"{words}": di a qué hora.',
    "digest.day_or_hour": '"{words}" puede ser un día del mes o una hora.',
    "digest.midnight": '"{words}" termina un día: di 00:00, que empieza uno.',
    "digest.two_days": (
        'Leo "{first}" y "{second}": una suscripción llega por uno de los dos. Haz otra '
        "para el otro."
    ),
    "digest.two_times": (
        'Leo "{first}" y "{second}": una suscripción llega a una sola hora. Haz otra para la otra.'
    ),
    "digest.monthly_weekday": '"{words}": di cuál del mes, como el primero o el último.',
    "digest.start": (
        '"{words}": solo lo que llega cada 2 semanas o más tiene comienzo; lo demás '
        "empieza enseguida."
    ),
    "digest.number": '"{words}": las suscripciones se numeran desde #1.',
    "digest.new_number": '"{words}": una suscripción nueva recibe su número sola.',
    "digest.takes_number": "{name} lleva el número de una suscripción, como #7, y nada más.",
    "digest.takes_channels": "{name} lleva el número de una suscripción y adónde va, y nada más.",
    "digest.two_targets": "Una suscripción va a un solo sitio. Cópiala para tenerla en otros.",
    "digest.channel_by_name": (
        'No encuentro "{words}" por su nombre: escribe # y elige el canal en la lista de Slack.'
    ),
    "digest.person": '"{words}": una suscripción va a un canal, o a ti.',
    "digest.no_such_section": (
        '"{words}": una suscripción lleva cifras, gráfico, flujos y mensajes '
        "principales, o parte de ello."
    ),
    "digest.once": (
        '"{words}": una suscripción llega una y otra vez; para una sola respuesta, pide un informe.'
    ),
    "digest.country": '"{words}": nombra una ciudad para la zona horaria, como Berlín.',
    "digest.zone_offset": '"{words}": nombra una ciudad para esta zona horaria.',
    "[when]": "[cuándo]",
    "digest weekly on monday at 9am in Europe/Berlin": (
        "suscripción semanal el lunes a las 9 en Europe/Berlin"
    ),
    "digest daily at 8": "suscripción diaria a las 8",
    "digest list": "suscripción lista",
    "digest weekly on monday at 9am": "suscripción semanal el lunes a las 9",
    "digest every 2 weeks on friday at noon": "suscripción cada 2 semanas el viernes al mediodía",
    "digest monthly on the 15th": "suscripción mensual el 15",
    "digest monthly at 15:00": "suscripción mensual a las 15:00",
    "digest daily at 00:00": "suscripción diaria a las 00:00",
    "digest monthly on the first monday at 9:00": (
        "suscripción el primer lunes de cada mes a las 9:00"
    ),
    "digest monthly on the last friday": "suscripción el último viernes de cada mes",
    "digest on the last day of the month at 17:30": "suscripción el último día del mes a las 17:30",
    "digest weekly without messages": "suscripción semanal sin mensajes",
    "digest weekly with top 10": "suscripción semanal con top 10",
    "digest pause": "suscripción pausar",
    "digest resume": "suscripción reanudar",
    "digest test": "suscripción probar",
    "digest run": "suscripción ejecutar",
    "digest move": "suscripción mover",
    "digest delete": "suscripción borrar",
    "digest history": "suscripción historial",
    "digest copy": "suscripción copiar",
}
