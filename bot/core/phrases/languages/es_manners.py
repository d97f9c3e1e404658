"""The Spanish command words, figures, fillers and what Flow XO does not count; data only."""

from __future__ import annotations

# No noun, number, name or negation may stand here.
FILLER = (
    "está, están, por favor, porfa, porfis, porfavor, xfa, gracias, muchas gracias, hola, buenas, "
    "oye, buenos días, buenas tardes, buenas noches, dame, dime, da, muestra, muéstrame, "
    "muéstranos, mostrar, muestre, muéstreme, enséñame, pásame, mándame, envíame, saca, sácame, "
    "ver, a ver, quiero, quiero ver, queremos, quisiera, quisiera ver, necesito, necesitamos, "
    "me gustaría, me gustaría ver, puedes, podrías, puede, me puedes, me podrías, me puede, "
    "puedes darme, puedes mostrarme, puedes decirme, puedo ver, se puede, me das, me dices, "
    "me muestras, decir, decirme, dar, darme, cuánto, cuánta, cuántos, cuántas, cuál, cuáles, qué, "
    "qué tal, qué tal fue, cuál fue, cuáles fueron, cuál es, cuáles son, cómo, cómo fue, "
    "cómo fueron, cómo va, cómo vamos, estamos, cómo nos fue, cómo ha ido, cómo estuvo, "
    "cómo estuvieron, cómo le fue, cómo son, cómo está, cómo están, hubo, hay, ha habido, "
    "hemos tenido, tuvimos, tenemos, tiene, tuvo, tienen, tuvieron, llegaron, llegó, recibimos, "
    "enviamos, se recibieron, se enviaron, hemos recibido, hemos enviado, fue, fueron, es, son, "
    "era, ha ido, han ido, hemos, se, me, nos, mi, mis, nuestro, nuestra, nuestros, nuestras, su, "
    "sus, tu, tus, que, pues, entonces, también, cantidad de, número de, los datos de, "
    "el número de, la cantidad de, en el período, en el periodo, para el período, para el periodo, "
    "del período, durante el período, en total, para mí"
)

THANKS = (
    "gracias, muchas gracias, mil gracias, gracias bot, vale, vale gracias, ok gracias, perfecto, "
    "perfecto gracias, genial, genial gracias, bien, muy bien, listo, entendido, de acuerdo, "
    "excelente, estupendo"
)
HI = "hola, buenas, buenos días, buenas tardes, buenas noches, hola bot, qué tal, hola buenas"

COMMANDS: dict[str, str] = {
    # help topics
    "commands": "comandos, todos los comandos",
    "comparison": "comparación, comparaciones",
    "share": "compartir, compartido, privacidad",
    "threads": "hilos, hilo",
    "counts": "contar, qué cuentas, qué puedes contar",
    # what is asked
    "why": "por qué, porqué",
    "dashboard": "panel, tablero, panel de control",
    "stats": "estadísticas, estadística, números, cifras, datos, métricas principales, "
    "indicadores, rendimiento, analítica, analíticas, panorama, vista general, kpis, desempeño",
    "users": "usuarios, usuario, contactos, contacto, audiencia",
    "messages": "mensajes, mensaje, preguntas, pregunta, palabras clave",
    "top messages": "mensajes más frecuentes, mensajes más comunes, mensajes más enviados, "
    "mensajes más repetidos, mensajes principales, principales mensajes, preguntas frecuentes, "
    "preguntas más frecuentes, preguntas más comunes, top mensajes, top de mensajes, "
    "top preguntas, qué escribe la gente, qué escriben los usuarios, qué pregunta la gente, "
    "qué preguntan, qué escriben, qué escribió la gente",
    "flows": "flujos, flujos de trabajo",
    "flow": "flujo",
    "top flows": "flujos más usados, flujos más utilizados, flujos más populares, "
    "flujos principales, principales flujos, mejores flujos, top flujos, top de flujos, "
    "flujos más activados, qué flujo se ejecutó más, qué flujos se ejecutaron más, "
    "qué flujo se usó más, cuál flujo",
    "chart": "gráfico, gráfica, gráficos, gráficas, grafica, curva, evolución, tendencia, "
    "tendencias, historial, línea de tiempo, serie",
    "metrics": "métricas",
    "report": "informe, informes, reporte, reportes, resumen, balance",
    "status": "estado, estatus",
    "help": "ayuda, ayúdame, qué puedes hacer, cómo funciona, cómo se usa, instrucciones",
    "digest": "suscribir, suscripción, suscripciones, suscribirse, programar, programado, "
    "resumen programado, recurrente, cancelar suscripción",
    "connect": "conectar, conecta, conexión, configurar, iniciar sesión",
    "accounts": "cuentas, cuenta, clientes, cliente",
    "use": "usar, usa, cambiar a",
    "disconnect": "desconectar, desconecta, cerrar sesión",
    "audit": "auditoría",
    "settings": "ajustes, configuración, preferencias, zona horaria, opciones",
    "none": "ninguna, ninguno, ninguna cuenta",
    "new users": "nuevos usuarios, usuarios nuevos, usuario nuevo, nuevo usuario, nuevos, altas, "
    "registros, nuevos contactos, contactos nuevos",
    "triggers": "activaciones, disparos, disparadores, interacciones, interacción, ejecuciones",
    "received": "mensajes recibidos, recibidos, recibidas, mensajes entrantes, entrantes, "
    "mensajes que llegaron, mensaje recibido",
    "sent": "mensajes enviados, enviados, enviadas, mensajes salientes, salientes, respuestas, "
    "mensajes mandados, mensaje enviado",
    "total users": "usuarios totales, total de usuarios, todos los usuarios, usuarios en total, "
    "total usuarios",
    "active users": "usuarios activos, activos, usuario activo",
    "total": "total, totales",
}

NOT_COUNTED: dict[str, str] = {
    "retention": "retención",
    "churn": "abandono, bajas",
    "revenue": "ingresos, facturación, dinero, ventas, ganancias, beneficios",
    "orders": "pedidos, compras",
    "conversions": "conversiones, conversión, tasa de conversión",
    "sessions": "sesiones, sesión",
    "conversations": "conversaciones, conversación, chats",
    "countries": "países, país",
    "cities": "ciudades, ciudad",
    "platforms": "plataformas, plataforma",
    "channels": "canales, canal",
    "email": "correo, correos",
    "unanswered": "sin respuesta, sin responder, no respondidos, no respondidas",
    "errors": "errores, error, fallos, fallidos",
    "clicks": "clics, clic",
    "response time": "tiempo de respuesta, tiempos de respuesta",
    "satisfaction": "satisfacción",
    "language": "idioma, idiomas",
    "devices": "dispositivos, dispositivo",
    "gender": "género, sexo",
    "age": "edad, edades",
    "visitors": "visitantes, visitas",
    "who": "quién, quiénes, nombres",
    "tags": "etiquetas",
    "unique users": "usuarios únicos, únicos",
    "broadcasts": "difusiones, difusión, envíos masivos",
    "campaigns": "campañas, campaña",
    "people": "personas, gente",
    "customers": "clientes nuevos, compradores",
    "average": "promedio, media, medio",
    "forecast": "pronóstico, previsión, predicción",
    "source": "fuente, fuentes, origen",
    "agents": "agentes, agente",
}

# What means something by itself and is no slip of the fingers.
NOT_TYPOS = (
    "lunas, comprado, mesa, mese, dia, masa, pero, sino, salvo, excepto, sin, nunca, nada, "
    "todavía, solo, menos, sobre, uno, dos, tres, casa, cosa, caso, cada, otra, otro, otros, "
    "otras, nueva, nuevo"
)
