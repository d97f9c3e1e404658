"""As frases sobre assinaturas em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "schedule.to_the_minute": (
        "O horário de uma assinatura é uma hora e um minuto do dia, como 09:00."
    ),
    "schedule.every": "Uma assinatura pode chegar toda semana, ou a cada 2 a {most} semanas.",
    "schedule.anchor": ("É preciso saber qual semana conta quando nem todas contam, e só então."),
    "schedule.weekday": "Uma semana tem sete dias, e cada um se diz uma vez.",
    "schedule.no_weekday": "Uma assinatura semanal precisa de um dia da semana.",
    "schedule.mixed": (
        "Uma assinatura chega toda semana, em dias úteis, todo dia ou todo mês, "
        "não duas coisas ao mesmo tempo."
    ),
    "schedule.no_such_day": "Nenhum mês tem esse dia: os dias vão de 1 a 31.",
    "schedule.one_weekday": "Todo mês em um dia da semana quer dizer um só.",
    "schedule.nth": "Nem todo mês tem um quinto: diga do primeiro ao quarto, ou o último.",
    "schedule.field_missing": 'Falta "{name}" ao horário.',
    "schedule.field_bad": '"{name}" do horário não está como deve: {value}',
    "section.stats": "Números",
    "section.chart": "Gráfico",
    "section.flows": "Principais fluxos",
    "section.messages": "Principais mensagens",
    "digest.no_section": (
        "Uma assinatura precisa de conteúdo: números, gráfico, fluxos ou mensagens principais."
    ),
    "digest.compare": (
        "Uma assinatura se compara com o tempo anterior, com o ano passado ou com nada."
    ),
    "digest.long_note": "Essa nota é longa demais: pode ter no máximo {limit} caracteres.",
    "schedule.at": "{days} às {time}, {zone}",
    "schedule.at_noon": "{days} ao meio-dia, {zone}",
    "schedule.daily": "todos os dias",
    "schedule.weekdays": "de segunda a sexta-feira",
    "schedule.weekly": "cada {days}",
    "schedule.second": "a cada duas semanas: {day}",
    "schedule.weeks": "a cada {count} semanas: {days}",
    "schedule.monthly": "{day} de cada mês",
    "schedule.monthly_or_last": "{day} de cada mês (nos mais curtos, no último dia)",
    "schedule.monthly_last": "no último dia de cada mês",
    "schedule.monthly_weekday": "{nth} {day} de cada mês",
    "schedule.nth.1": "na primeira",
    "schedule.nth.2": "na segunda",
    "schedule.nth.3": "na terceira",
    "schedule.nth.4": "na quarta",
    "schedule.nth.last": "na última",
    "schedule.nth.1.weekend": "no primeiro",
    "schedule.nth.2.weekend": "no segundo",
    "schedule.nth.3.weekend": "no terceiro",
    "schedule.nth.4.weekend": "no quarto",
    "schedule.nth.last.weekend": "no último",
    "schedule.day.first": "no dia {day}",
    "schedule.day.st": "no dia {day}",
    "schedule.day.nd": "no dia {day}",
    "schedule.day.rd": "no dia {day}",
    "schedule.day.th": "no dia {day}",
    "schedule.and": "{first} e {second}",
    "schedule.and_run": "{first}; {second}",
    "digest.by_what": (
        '"{words}": uma assinatura chega todo dia, em dias úteis, toda semana, a cada '
        "algumas semanas ou todo mês."
    ),
    "digest.biweekly": '"{words}" pode ser duas vezes por semana ou a cada 2 semanas.',
    "digest.every": '"{words}": diga toda semana, ou a cada 2 a {most} semanas.',
    "digest.yearly": (
        '"{words}": uma assinatura volta a cada dia, semana ou mês, não uma vez por ano.'
    ),
    "digest.no_such_day": '"{words}": os dias do mês vão de 1 a 31.',
    "digest.nth": '"{words}": nem todo mês tem; diga do primeiro ao quarto, ou o último.',
    "digest.part_of_day": '"{words}": diga a que horas.',
    "digest.day_or_hour": '"{words}" pode ser um dia do mês ou uma hora.',
    "digest.midnight": '"{words}" termina um dia: diga 00:00, que começa um.',
    "digest.two_days": (
        'Leio "{first}" e "{second}": uma assinatura segue um dos dois. Faça outra para o outro.'
    ),
    "digest.two_times": (
        'Leio "{first}" e "{second}": uma assinatura chega em um só horário. Faça outra '
        "para o outro."
    ),
    "digest.monthly_weekday": '"{words}": diga qual do mês, como o primeiro ou o último.',
    "digest.start": (
        '"{words}": só o que chega a cada 2 semanas ou mais tem começo; o resto começa logo.'
    ),
    "digest.number": '"{words}": as assinaturas são numeradas a partir de #1.',
    "digest.new_number": '"{words}": uma assinatura nova recebe o número sozinha.',
    "digest.takes_number": "{name} leva o número de uma assinatura, como #7, e nada mais.",
    "digest.takes_channels": (
        "{name} leva o número de uma assinatura e para onde ela vai, e nada mais."
    ),
    "digest.two_targets": "Uma assinatura vai para um só lugar. Copie-a para tê-la em outros.",
    "digest.channel_by_name": (
        'Não encontro "{words}" pelo nome: digite # e escolha o canal na lista do Slack.'
    ),
    "digest.person": '"{words}": uma assinatura vai para um canal, ou para você.',
    "digest.no_such_section": (
        '"{words}": uma assinatura tem números, gráfico, fluxos e mensagens principais, '
        "ou parte disso."
    ),
    "digest.once": (
        '"{words}": uma assinatura chega de novo e de novo; para uma só resposta, peça '
        "um relatório."
    ),
    "digest.country": '"{words}": diga uma cidade para o fuso horário, como Berlim.',
    "digest.zone_offset": '"{words}": diga uma cidade para este fuso horário.',
    "[when]": "[quando]",
    "digest weekly on monday at 9am in Europe/Berlin": (
        "assinatura semanal na segunda-feira às 9h no fuso Europe/Berlin"
    ),
    "digest daily at 8": "assinatura diária às 8h",
    "digest list": "assinatura lista",
    "digest weekly on monday at 9am": "assinatura semanal na segunda-feira às 9h",
    "digest every 2 weeks on friday at noon": (
        "assinatura a cada 2 semanas na sexta-feira ao meio-dia"
    ),
    "digest monthly on the 15th": "assinatura mensal no dia 15",
    "digest monthly at 15:00": "assinatura mensal às 15:00",
    "digest daily at 00:00": "assinatura diária às 00:00",
    "digest monthly on the first monday at 9:00": (
        "assinatura na primeira segunda-feira de cada mês às 9:00"
    ),
    "digest monthly on the last friday": "assinatura na última sexta-feira de cada mês",
    "digest on the last day of the month at 17:30": "assinatura no último dia do mês às 17:30",
    "digest weekly without messages": "assinatura semanal sem mensagens",
    "digest weekly with top 10": "assinatura semanal com top 10",
    "digest pause": "assinatura pausar",
    "digest resume": "assinatura retomar",
    "digest test": "assinatura testar",
    "digest run": "assinatura executar",
    "digest move": "assinatura mover",
    "digest delete": "assinatura excluir",
    "digest history": "assinatura histórico",
    "digest copy": "assinatura copiar",
}
