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
}
