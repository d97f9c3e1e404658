"""The Spanish words of dates and joints: English on the left, what people write on the right.

Accents may be left out. `translation.py` says what `~` and `|` mean. Data only.
"""

from __future__ import annotations

DATES: dict[str, str] = {
    # days and moments
    "today": "hoy, el día de hoy, hoy día, hoy en día, la jornada de hoy",
    "yesterday": "ayer, el día de ayer, la jornada de ayer, jornada de ayer",
    "day before yesterday": "anteayer, antier, antes de ayer, antes de antier",
    "tomorrow": "mañana, el día de mañana",
    "day after tomorrow": "pasado mañana",
    "now": "ahora, ahora mismo, este momento, este instante, el momento",
    "morning": "esta mañana, por la mañana, de mañana, madrugada, la madrugada, mañanas",
    "afternoon": "esta tarde, por la tarde, tardes",
    "evening": "esta noche, por la noche",
    "yesterday evening": "anoche",
    # units
    "minute": "minuto",
    "minutes": "minutos, min, mins",
    "hour": "hora",
    "hours": "horas, hs, hrs",
    "day": "día, jornada",
    "days": "días",
    "week": "semana, sem",
    "weeks": "semanas",
    "month": "mes",
    "months": "meses",
    "quarter": "trimestre, trim",
    "quarters": "trimestres",
    "half-year": "semestre",
    "half-years": "semestres",
    "year": "año",
    "years": "años",
    "half": "mitad",
    "half hour": "media hora",
    "half a year": "medio año",
    "halfmonth": "quincena",
    "weekend": "fin de semana, finde",
    "weekends": "fines de semana, findes",
    "q": "q",
    "q|t": "t",
    "s": "s",
    # their names
    "monday": "lunes, lun",
    "tuesday": "martes",
    "wednesday": "miércoles, mié",
    "thursday": "jueves, jue",
    "friday": "viernes, vie",
    "saturday": "sábado, sáb",
    "sunday": "domingo, dom",
    "january": "enero, ene",
    "february": "febrero, feb",
    "march": "marzo, mar",
    "april": "abril, abr",
    "may": "mayo, may",
    "june": "junio, jun",
    "july": "julio, jul",
    "august": "agosto",
    "august|ago": "ago",
    "september": "septiembre, setiembre, sep, sept, set",
    "october": "octubre, oct",
    "november": "noviembre, nov",
    "december": "diciembre, dic",
    # days by their names
    "new year's day": "año nuevo, el día de año nuevo",
    "new year's eve": "nochevieja, fin de año",
    "christmas": "navidad, el día de navidad",
    "christmas eve": "nochebuena",
    "valentine's day": "san valentín",
    "good friday": "viernes santo",
    "easter sunday": "domingo de pascua, domingo de resurrección",
    "thanksgiving": "día de acción de gracias, acción de gracias",
    "black friday": "viernes negro, black friday",
    "cyber monday": "ciber lunes, cyber monday",
    # which of them
    "last": "último, última, últimos, últimas, más reciente, más recientes",
    "~last": "pasado, pasada, pasados, pasadas, que pasó, que acaba de pasar, "
    "que acaba de terminar",
    "~previous": "anterior, anteriores, previo, previa, previos, previas, precedente, precedentes",
    "before last": "antepasado, antepasada, trasanterior",
    "beforelast~": "penúltimo, penúltima",
    "this": "este, esta, esto, estos, estas, presente, en lo que va de, en lo que va del, "
    "lo que va de, lo que va del, en lo que llevamos de, lo que llevamos de, "
    "en lo que llevamos del",
    "~this": "actual, en curso, corriente, vigente",
    "~next": "próximo, próxima, próximos, próximas, siguiente, siguientes, que viene, que vienen, "
    "entrante",
    "to date": "a la fecha, hasta la fecha, a día de hoy",
    "year to date": "acumulado del año, acumulado anual, año a la fecha, año acumulado",
    "month to date": "acumulado del mes, acumulado mensual, mes a la fecha",
    "so far": "hasta el momento, por ahora, de momento, por el momento",
    "until now": "hasta ahora, hasta ahora mismo, hasta este momento",
    "ago~": "hace",
    "ago": "atrás",
    "": "hacia atrás",
    "~full": "completo, completa, completos, completas, entero, entera, enteros, enteras, cerrado, "
    "cerrada, cerrados, cerradas, natural, naturales",
    "all": "todos, todas",
    "all of": "todo, toda, todo el, toda la, todo el mes de",
    "first": "primer, primero, primera, primeros, primeras",
    "second": "segundo, segunda",
    "third": "tercer, tercero, tercera",
    "fourth": "cuarto, cuarta",
    "fifth": "quinto, quinta",
    "beginning of": "principios de, a principios de, principio de, al principio de, comienzos de, "
    "a comienzos de, comienzo de, al comienzo de, inicio de, inicios de, a inicios de, "
    "al inicio de, primeros de, a primeros de, principios del, a principios del, principio del, "
    "al principio del, comienzos del, a comienzos del, comienzo del, al comienzo del, inicio del, "
    "al inicio del, inicios del, a inicios del",
    "beginning": "principio, principios, inicio, inicios, comienzo, comienzos",
    "middle of": "a mitad de, a la mitad de, mediados de, a mediados de, mediados del, "
    "a mediados del",
    "end of": "finales de, a finales de, final de, al final de, fines de, a fines de, fin de, "
    "a fin de, finales del, a finales del, final del, al final del, fines del, a fines del, "
    "fin del, a fin del",
    "same": "mismo, misma, mismos, mismas",
    "same period": "mismo período, mismo periodo",
    "period": "período, periodo, lapso, intervalo",
    "date": "fecha",
    "dates": "fechas",
    "number": "número, núm, nro, n.º, n°",
    "commencing": "que empieza, que comienza, que empezó, que comenzó, que inicia, que inició",
    "including": "incluyendo, contando",
    "~including": "incluido, incluida, inclusive, incluidos, incluso",
    "all time": "todo el tiempo, todos los tiempos, todo el período, todo el periodo, histórico, "
    "desde siempre, toda la historia",
    # times of day
    "noon": "mediodía, medio día",
    "midnight": "medianoche, media noche",
    "am": "de la mañana, de la madrugada, a. m, a. m.",
    "pm": "de la tarde, de la noche, p. m, p. m.",
    "~half": "y media",
    "~quarter": "y cuarto",
    "o'clock": "en punto",
    # numbers
    "a": "un, una",
    "one": "uno",
    "few": "pocos, pocas, unos pocos, unas pocas, algunos, algunas, varios, varias, unos, unas",
    "mondays": "los lunes, los martes, los miércoles, los jueves, los viernes",
    "couple of": "par de",
}

JOINTS: dict[str, str] = {
    "most": "que más se iniciaron, que más se inició, más usado, más usada, más usados, "
    "más utilizado, más utilizados, más popular, más populares, más activado, más ejecutado, "
    "que más se usó, que más se ejecutó, se usó más, se ejecutó más, más veces",
    "rising": "subiendo, sube, suben, subió, subieron, aumentando, aumenta, aumentan, aumentó, "
    "aumentaron, creciendo, crece, crecen, creció, crecieron, crecimiento, aumento, mejorando",
    "falling": "bajando, baja, bajan, bajó, bajaron, cayendo, cae, caen, cayó, cayeron, "
    "disminuyendo, disminuye, disminuyó, empeorando",
    "best": "mejor, mejores, más fuerte, más activo, más activa, pico, récord",
    "worst": "peor, peores, más flojo, más floja, más tranquilo, más tranquila",
    "which": "qué, cuál, cuál fue, cuál fue el, cuál fue la, cuál es el, en qué",
    "to the~": "al, hasta el",
    "to": "hasta, hasta la, hasta los",
    "to at": "hasta las",
    "to|at": "a",
    "at": "a las, a eso de las, hacia las",
    "since": "desde, todo desde, todo desde el, desde el, desde la, desde los, a partir de, "
    "a partir del, a partir de la",
    "since at": "desde las, a partir de las, a contar de las",
    "after": "después de, después del, tras, luego de, luego del",
    "before": "antes de, antes del",
    "between": "entre",
    "and": "y, e",
    "of~": "de",
    "of~ the~": "del",
    "the~": "el",
    "the": "la, los, lo",
    "at~ the": "las",
    "in": "en, en hora de, hora de, en la zona horaria de",
    "during": "durante, a lo largo de, a lo largo del, en el transcurso de, en el transcurso del, "
    "en el curso de, sobre",
    "for": "para",
    "onwards": "en adelante, para acá",
    "by": "por, según, cada, agrupado por, agrupada por, agrupados por, agrupadas por, "
    "desglosado por, desglosada por, desglosados por, desglosadas por, dividido por, dividida por, "
    "separado por, x",
    "daily": "diario, diaria, diarios, diarias, diariamente, día a día, día por día",
    "weekly": "semanal, semanales, semanalmente, semana a semana, semana por semana",
    "monthly": "mensual, mensuales, mensualmente, mes a mes, mes por mes",
    "hourly": "hora a hora, hora por hora",
    "vs": "vs, contra, versus, frente a, frente al, ante",
    "compared to": "comparado con, comparada con, comparados con, comparadas con, comparado a, "
    "comparada a, comparado al, en comparación con, en comparación a, en comparación al, "
    "respecto a, respecto al, respecto de, respecto del, con respecto a, con respecto al, "
    "con respecto de, en relación a, en relación con, en relación al, a diferencia de",
    "compare": "comparar, compara, compare, comparame, compárame, comparando",
    "with": "con",
    "more": "más, menos",
    "than": "que",
    "no comparison": "sin comparación, sin comparar, sin comparaciones",
    "yoy": "interanual, año contra año, año tras año, año sobre año",
    "top": "top",
    "as csv": "en csv, como csv, a csv, en excel, a excel, como excel, exportar, exporta, "
    "exportado, en un csv, en un excel, descargar, descarga",
    "public": "público, pública, aquí, en público, en el canal, para todo el canal, visible",
}

# What stands behind the digits of an ordinal.
ENDINGS = "°, o, a, os, as, er, era, ro, ra, do, da, to, ta, vo, va, mo, ma, no, na"
