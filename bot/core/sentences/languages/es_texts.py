"""The Spanish sentences of our own tables' texts; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "stats": "estadísticas",
    "[period]": "[período]",
    "the six figures, each beside the period before, and a chart": (
        "las seis cifras, cada una junto a la del período anterior, y un gráfico"
    ),
    "stats last 7 days": "estadísticas últimos 7 días",
    "stats october vs last year": "estadísticas octubre vs año pasado",
    "users": "usuarios",
    "new, total and active users, and a chart of new users": (
        "usuarios nuevos, totales y activos, y un gráfico de usuarios nuevos"
    ),
    "users last month": "usuarios mes pasado",
    "how many new users last week?": "¿cuántos usuarios nuevos hubo la semana pasada?",
    "messages": "mensajes",
    "[period] [top N]": "[período] [top N]",
    "messages received and sent, and what people wrote most": (
        "mensajes recibidos y enviados, y lo que más escribió la gente"
    ),
    "messages last week": "mensajes semana pasada",
    "top 20 messages since monday": "top 20 mensajes desde el lunes",
    "flows": "flujos",
    "the flows that started most": "los flujos que más se iniciaron",
    "top flows yesterday": "flujos más usados ayer",
    "top 5 flows in october": "top 5 flujos en octubre",
    "flow": "flujo",
    '"name" [period]': '"nombre" [período]',
    "one flow: how often it started, and its place": (
        "un flujo: cuántas veces se inició y en qué puesto está"
    ),
    'flow "Text Me" last month': 'flujo "Text Me" mes pasado',
    "chart": "gráfico",
    "<what> [period] [by hour, day, week or month]": (
        "<qué> [período] [por hora, día, semana o mes]"
    ),
    "a chart over time of one or more figures": (
        "un gráfico a lo largo del tiempo de una o más cifras"
    ),
    "chart new users last 30 days by week": "gráfico usuarios nuevos últimos 30 días por semana",
    "messages received since monday by day": "mensajes recibidos desde el lunes por día",
    "report": "informe",
    "figures, chart and both top lists in one; the last whole week when no dates are said": (
        "cifras, gráfico y las dos listas top, todo en uno; si no dices fechas, la última semana "
        "completa"
    ),
    "report last week": "informe semana pasada",
    "status": "estado",
    "whether the Flow XO key works, and the version": (
        "si la clave de Flow XO funciona, y la versión"
    ),
    "help": "ayuda",
    "[topic]": "[tema]",
    "this help, or more about one thing": "esta ayuda, o más sobre un tema",
    "help dates": "ayuda fechas",
    "new users": "usuarios nuevos",
    "New users": "Usuarios nuevos",
    "bot users whose first contact with a chatbot fell in the period": (
        "usuarios de los bots cuyo primer contacto con un chatbot fue en el período"
    ),
    "triggers": "activaciones",
    "Triggers": "Activaciones",
    "successful triggers of a flow; broadcasts count once a recipient": (
        "activaciones correctas de un flujo; las difusiones cuentan una vez por destinatario"
    ),
    "received": "mensajes recibidos",
    "messages received": "mensajes recibidos",
    "Messages received": "Mensajes recibidos",
    "messages that people wrote to the chatbots": "mensajes que la gente escribió a los chatbots",
    "sent": "mensajes enviados",
    "messages sent": "mensajes enviados",
    "Messages sent": "Mensajes enviados",
    "messages that the chatbots wrote": "mensajes que escribieron los chatbots",
    "total users": "usuarios totales",
    "Total users": "Usuarios totales",
    "everyone who ever wrote to a chatbot, at the end of the period": (
        "todas las personas que alguna vez escribieron a un chatbot, al final del período"
    ),
    "active users": "usuarios activos",
    "active users (30 days)": "usuarios activos (30 días)",
    "Active users (30 days)": "Usuarios activos (30 días)",
    "bot users seen in the 30 days before the end of the period, whatever its length": (
        "usuarios de los bots vistos en los 30 días anteriores al final del período, dure lo que "
        "dure"
    ),
    "this week": "esta semana",
    "last week": "semana pasada",
    "today": "hoy",
    "last 7 days": "últimos 7 días",
    "last 30 days by week": "últimos 30 días por semana",
    "this month so far": "este mes hasta el momento",
    "first week of october": "primera semana de octubre",
    "end of october": "finales de octubre",
    "first half of october": "primera mitad de octubre",
    "yesterday 9:00 to 17:00": "ayer de 9:00 a 17:00",
    "since 9:00": "desde las 9:00",
    "stats last week": "estadísticas semana pasada",
    "how many new users since monday?": "¿cuántos usuarios nuevos hay desde el lunes?",
    "chart triggers last 30 days by day": "gráfico activaciones últimos 30 días por día",
    "top flows last 7 days": "flujos más usados últimos 7 días",
    "last 7 days vs {words}": "últimos 7 días vs {words}",
    "today vs {words}": "hoy vs {words}",
    "yesterday": "ayer",
    "flow {name}": "flujo {name}",
    "{lead} last 7 days": "{lead} últimos 7 días",
    "chart triggers last 30 days {words}": "gráfico activaciones últimos 30 días {words}",
    "stats {words} vs {other}": "estadísticas {words} vs {other}",
    "stats {words}": "estadísticas {words}",
    "last 30 days {words}": "últimos 30 días {words}",
    "stats last week {words}": "estadísticas semana pasada {words}",
    "top {top} flows last 7 days": "top {top} flujos últimos 7 días",
    "stats yesterday in {zone}": "estadísticas ayer en {zone}",
    "stats last week vs previous": "estadísticas semana pasada vs período anterior",
    "chart triggers last 30 days": "gráfico activaciones últimos 30 días",
    "flow {name} {words}": "flujo {name} {words}",
    "top 20 flows last 7 days": "top 20 flujos últimos 7 días",
    "{words} in {zone}": "{words} en {zone}",
    "by hour": "por hora",
    "by day": "por día",
    "by week": "por semana",
    "by month": "por mes",
    "minutes": "minutos",
    "hours": "horas",
    "days": "días",
    "weeks": "semanas",
    "months": "meses",
    "quarters": "trimestres",
    "years": "años",
    "this day vs {words}": "hoy vs {words}",
    "this week vs {words}": "esta semana vs {words}",
    "this month vs {words}": "este mes vs {words}",
    "this quarter vs {words}": "este trimestre vs {words}",
    "this year vs {words}": "este año vs {words}",
    "top {top} flows {words}": "top {top} flujos {words}",
    "top {top} messages {words}": "top {top} mensajes {words}",
    "chart received last 30 days by day": "gráfico de mensajes recibidos últimos 30 días por día",
    "hour": "hora",
    "day": "día",
    "week": "semana",
    "month": "mes",
    "connect": "conectar",
    "[name]": "[nombre]",
    "one more Flow XO account, under a name": "una cuenta más de Flow XO, con un nombre",
    "connect Acme Support": "conectar Acme Support",
    "accounts": "cuentas",
    "the connected accounts that you may ask about": (
        "las cuentas conectadas por las que puedes preguntar"
    ),
    "use": "usar",
    "<account>": "<cuenta>",
    "choose the account that this channel asks about": (
        "elegir la cuenta por la que pregunta este canal"
    ),
    "use none": "usar ninguna",
    "disconnect": "desconectar",
    "take an account out, with its key": "quitar una cuenta, con su clave",
    "audit": "auditoría",
    "who changed what, for admins": "quién cambió qué, para administradores",
    "settings": "ajustes",
    "settings channel": "ajustes canal",
    "[account]": "[cuenta]",
    "your date order and language, or the settings of an account": (
        "tu orden de fechas y tu idioma, o los ajustes de una cuenta"
    ),
    "digest": "suscripción",
    "a report in a channel at set times": "un informe en un canal a horas fijas",
    "{words} for {account}": "{words} para {account}",
    "{words} for all": "{words} para todas",
}
