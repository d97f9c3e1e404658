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
}
