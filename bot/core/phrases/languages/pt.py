"""The Portuguese words of dates and joints: English on the left, what people write on the right.

Accents may be left out. `translation.py` says what `~` and `|` mean. Data only.
"""

from __future__ import annotations

_DAYS = {
    "monday": ("segunda", "2", "seg"),
    "tuesday": ("terça", "3", "ter"),
    "wednesday": ("quarta", "4", "qua"),
    "thursday": ("quinta", "5", "qui"),
    "friday": ("sexta", "6", "sex"),
}


def _weekdays() -> dict[str, str]:
    """Segunda-feira, 2ª feira: days by their names and by their numbers."""
    return {
        english: f"{name}-feira, {short}, {number}a feira, {number}a-feira, {name} feira"
        for english, (name, number, short) in _DAYS.items()
    }


DATES: dict[str, str] = {
    # days and moments
    "today": "hoje, o dia de hoje, dia de hoje, hoje em dia",
    "yesterday": "ontem, o dia de ontem, dia de ontem",
    "day before yesterday": "anteontem, antes de ontem, ante-ontem, anteontem mesmo",
    "3 days ago": "trasanteontem",
    "tomorrow": "amanhã",
    "day after tomorrow": "depois de amanhã",
    "now": "agora, agora mesmo, este momento, o momento, o presente",
    "morning": "de manhã, esta manhã, hoje cedo, madrugada, de madrugada",
    "afternoon": "à tarde, esta tarde, de tarde",
    "evening": "à noite, esta noite, de noite",
    # units
    "minute": "minuto",
    "minutes": "minutos, min, mins",
    "hour": "hora",
    "hours": "horas, hs, hrs",
    "day": "dia",
    "days": "dias",
    "week": "semana, sem",
    "weeks": "semanas",
    "month": "mês",
    "months": "meses",
    "quarter": "trimestre, trim, tri",
    "quarters": "trimestres",
    "half-year": "semestre",
    "half-years": "semestres",
    "year": "ano",
    "years": "anos",
    "half": "metade",
    "half hour": "meia hora",
    "halfmonth": "quinzena",
    "weekend": "fim de semana, final de semana, fim-de-semana, fds",
    "weekends": "fins de semana, finais de semana",
    "q|t": "t",
    "s": "s",
    # their names
    **_weekdays(),
    "monday|second": "segunda",
    "tuesday|third": "terça",
    "wednesday|fourth": "quarta",
    "thursday|fifth": "quinta",
    "friday|sixth": "sexta",
    "saturday": "sábado, sáb",
    "sunday": "domingo, dom",
    "monday to friday": "2a a 6a feira, 2a a 6a, seg-sex, segunda à sexta, segunda à sexta-feira",
    "january": "janeiro, jan",
    "february": "fevereiro, fev",
    "march": "março, mar",
    "april": "abril, abr",
    "may": "maio, mai",
    "june": "junho, jun",
    "july": "julho, jul",
    "august": "agosto",
    "august|ago": "ago",
    "september": "setembro, set",
    "october": "outubro, out",
    "november": "novembro, nov",
    "december": "dezembro",
    "december|10": "dez",
    # days by their names
    "new year's day": "ano novo, dia de ano novo",
    "new year's eve": "véspera de ano novo",
    "christmas": "natal, dia de natal",
    "christmas eve": "véspera de natal",
    "good friday": "sexta-feira santa",
    "easter": "páscoa, domingo de páscoa",
    "black friday": "black friday",
    "cyber monday": "cyber monday",
    # which of them
    "last": "último, última, últimos, últimas, mais recente, mais recentes",
    "~last": "passado, passada, passados, passadas, transato, transata, que passou, "
    "recém-terminado",
    "~previous": "anterior, anteriores, prévio, prévia, precedente, precedentes",
    "before last": "retrasado, retrasada, retrasados, retrasadas, antes da passada, "
    "antes do passado, antes da última, antes do último",
    "beforelast~": "penúltimo, penúltima",
    "this": "este, esta, estes, estas, esse, essa, esses, essas, neste, nesta, nestes, nestas, "
    "nesse, nessa, nesses, nessas, deste, desta, desse, dessa, presente",
    "~this": "atual, actual, corrente, em curso, vigente, em andamento",
    "~next": "próximo, próxima, próximos, próximas, seguinte, seguintes, que vem, que entra, "
    "vindouro, vindoura",
    "in": "em, daqui a, daqui, no fuso de, no fuso, no horário de, horário de",
    "to date": "até a data, até à data, até hoje em dia",
    "year to date": "acumulado do ano, acumulado no ano, acumulado anual, ano até a data, "
    "ano até à data",
    "month to date": "acumulado do mês, acumulado no mês, acumulado mensal, mês até a data",
    "week to date": "acumulado da semana, acumulado na semana",
    "so far": "por enquanto, por ora",
    "until now": "até agora, até o momento, até ao momento, até este momento, até agora mesmo",
    "ago~": "há, faz, fazem, há cerca de",
    "ago": "atrás",
    "~full": "completo, completa, completos, completas, inteiro, inteira, inteiros, inteiras, "
    "fechado, fechada, fechados, fechadas, cheio, cheia, cheios, cheias",
    "all": "todos, todas, todos os, todas as",
    "all of": "todo, toda, todo o, toda a, todo o mês de",
    "first": "primeiro, primeira, primeiros, primeiras",
    "second": "segundo",
    "third": "terceiro, terceira",
    "fourth": "quarto",
    "fifth": "quinto",
    "beginning of": "início de, início do, inícios de, começo de, começo do, começos de, "
    "princípio de, princípio do, princípios de, início deste, começo deste, princípios do, "
    "início da, começo da",
    "beginning of this": "início deste, começo deste, princípio deste",
    "beginning": "início, inícios, começo, princípio, princípios",
    "middle of": "meados de, meados do, meio de, meio do, metade do mês de",
    "end of": "fim de, fim do, fins de, fins do, final de, final do, finais de, finais do, fim da, "
    "final da",
    "end of this": "fim deste, final deste",
    "same": "mesmo, mesma, mesmos, mesmas",
    "same period last year": "período homólogo, mesmo período homólogo, homólogo",
    "period": "período, intervalo",
    "date": "data",
    "dates": "datas",
    "number": "número, n.º, nr",
    "commencing": "que começa em, que começa no dia, começando em, que começou em",
    "including": "incluindo, contando, inclusive, contando com",
    "~including|inclusive": "incluído, incluída, incluso, inclusos",
    "all time": "todo o tempo, todos os tempos, de todos os tempos, todo o período, desde sempre, "
    "desde o início dos tempos, desde o começo de tudo, histórico completo, todo o histórico",
    # times of day
    "noon": "meio-dia",
    "midnight": "meia-noite",
    "am": "da manhã, da madrugada",
    "pm": "da tarde, da noite",
    "~half": "e meia",
    "~quarter": "e um quarto",
    "o'clock": "em ponto",
    # numbers
    "a": "um, uma",
    "couple of": "par de",
    "few": "poucos, poucas, alguns, algumas, uns, umas, vários, várias",
}

JOINTS: dict[str, str] = {
    "most": "mais iniciados, mais iniciado, iniciados mais vezes, mais usado, mais usada, "
    "mais usados, mais utilizado, mais utilizados, mais popular, mais populares, mais acionado, "
    "mais acionados, mais executado, mais executados, que mais rodou, rodou mais, mais vezes",
    "rising": "subindo, sobe, sobem, subiu, subiram, aumentando, aumenta, aumentam, aumentou, "
    "aumentaram, crescendo, cresce, crescem, cresceu, cresceram, crescimento, aumento, melhorando",
    "falling": "caindo, cai, caem, caiu, caíram, diminuindo, diminui, diminuiu, queda, piorando, "
    "baixando",
    "best": "melhor, melhores, mais forte, mais movimentado, mais movimentada, pico, recorde",
    "worst": "pior, piores, mais fraco, mais fraca, mais calmo, mais calma",
    "which": "qual, qual foi o, qual foi a, qual é o, em que, em qual",
    "to": "até, até o, até a, até as, até ao, até à, até às",
    "to|the": "a",
    "to|at the~": "ao",
    "to|at": "à, às, aos",
    "to|at|the": "as",
    "since": "desde, tudo desde, desde o, desde a, a partir de, a partir do, a partir da, "
    "a contar de",
    "since at": "desde as, desde às, a partir das, desde os",
    "after": "depois de, depois do, depois da, após, após o, após a",
    "before": "antes de, antes do, antes da, antes disso, antes dessa, antes desse, antes",
    "between": "entre, entre os, entre o, entre as, entre a",
    "and": "e",
    "of~": "de, da, dos",
    "of~ the~": "do",
    "of~ at~": "das",
    "the~": "o",
    "the": "os",
    "in the": "no, na, nos, nas",
    "during": "durante, ao longo de, ao longo do, ao longo da, ao longo dos, ao longo das, "
    "no decorrer de, no decorrer do, sobre",
    "for": "para",
    "onwards": "em diante, pra cá, para cá, adiante",
    "by": "por, a cada, cada, agrupado por, agrupada por, agrupados por, agrupadas por, "
    "dividido por, dividida por, divididos por, separado por, separados por, quebrado por, "
    "segundo o",
    "daily": "diário, diária, diários, diárias, diariamente, dia a dia, dia por dia",
    "weekly": "semanal, semanais, semanalmente, semana a semana, semana por semana",
    "monthly": "mensal, mensais, mensalmente, mês a mês, mês por mês",
    "hourly": "hora a hora, hora por hora, de hora em hora",
    "vs": "vs, contra, versus, x, frente a, frente ao, frente à, face a, face ao, face à, ante",
    "compared to": "comparado com, comparada com, comparados com, comparadas com, comparado a, "
    "comparado ao, comparado à, comparada a, comparada ao, comparada à, comparados a, "
    "comparados ao, em comparação com, em comparação a, em comparação ao, em comparação à, "
    "em relação a, em relação ao, em relação à, em relação aos, em relação às, com relação a, "
    "com relação ao, comparativamente a, comparativamente ao",
    "compare": "comparar, compare, compara, comparando",
    "with": "com",
    "more": "mais, menos",
    "than": "que, do que",
    "no comparison": "sem comparação, sem comparar, sem comparações",
    "yoy": "ano a ano, ano contra ano, ano sobre ano",
    "top": "top",
    "as csv": "em csv, como csv, em excel, como excel, exportar, exporta, exportado, planilha, "
    "em planilha, baixar, folha de cálculo",
    "public": "público, pública, aqui, em público, no canal, visível",
}

# What stands behind the digits of an ordinal.
ENDINGS = "°, o, a, os, as, ro, ra, do, da, to, ta, vo, va, mo, ma, no, na"
