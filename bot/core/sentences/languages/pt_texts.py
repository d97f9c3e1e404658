"""The Portuguese sentences of our own tables' texts; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "stats": "estatísticas",
    "[period]": "[período]",
    "the six figures, each beside the period before, and a chart": (
        "os seis números, cada um ao lado do período anterior, e um gráfico"
    ),
    "stats last 7 days": "estatísticas dos últimos 7 dias",
    "stats october vs last year": "estatísticas de outubro vs ano passado",
    "users": "usuários",
    "new, total and active users, and a chart of new users": (
        "usuários novos, total de usuários e usuários ativos, e um gráfico dos novos"
    ),
    "users last month": "usuários do mês passado",
    "how many new users last week?": "quantos novos usuários na semana passada?",
    "messages": "mensagens",
    "[period] [top N]": "[período] [top N]",
    "messages received and sent, and what people wrote most": (
        "mensagens recebidas e enviadas, e o que as pessoas mais escreveram"
    ),
    "messages last week": "mensagens da semana passada",
    "top 20 messages since monday": "top 20 mensagens desde segunda",
    "flows": "fluxos",
    "the flows that started most": "os fluxos iniciados mais vezes",
    "top flows yesterday": "principais fluxos de ontem",
    "top 5 flows in october": "top 5 fluxos em outubro",
    "flow": "fluxo",
    '"name" [period]': '"nome" [período]',
    "one flow: how often it started, and its place": (
        "um fluxo: quantas vezes foi iniciado, e a sua posição"
    ),
    'flow "Text Me" last month': 'fluxo "Text Me" no mês passado',
    "chart": "gráfico",
    "<what> [period] [by hour, day, week or month]": (
        "<o quê> [período] [por hora, dia, semana ou mês]"
    ),
    "a chart over time of one or more figures": (
        "um gráfico de um ou mais números ao longo do tempo"
    ),
    "chart new users last 30 days by week": (
        "gráfico de novos usuários nos últimos 30 dias por semana"
    ),
    "messages received since monday by day": "mensagens recebidas desde segunda por dia",
    "report": "relatório",
    "figures, chart and both top lists in one; the last whole week when no dates are said": (
        "números, gráfico e as duas listas, de principais fluxos e mensagens, em uma só resposta; "
        "sem datas, a última semana completa"
    ),
    "report last week": "relatório da semana passada",
    "status": "status",
    "whether the Flow XO key works, and the version": "se a chave do Flow XO funciona, e a versão",
    "help": "ajuda",
    "[topic]": "[assunto]",
    "this help, or more about one thing": "esta ajuda, ou mais sobre um assunto",
    "help dates": "ajuda datas",
    "new users": "novos usuários",
    "New users": "Novos usuários",
    "bot users whose first contact with a chatbot fell in the period": (
        "usuários do bot cujo primeiro contato com um chatbot foi no período"
    ),
    "triggers": "acionamentos",
    "Triggers": "Acionamentos",
    "successful triggers of a flow; broadcasts count once a recipient": (
        "acionamentos bem-sucedidos de um fluxo; transmissões contam uma vez por destinatário"
    ),
    "received": "mensagens recebidas",
    "messages received": "mensagens recebidas",
    "Messages received": "Mensagens recebidas",
    "messages that people wrote to the chatbots": (
        "mensagens que as pessoas escreveram aos chatbots"
    ),
    "sent": "mensagens enviadas",
    "messages sent": "mensagens enviadas",
    "Messages sent": "Mensagens enviadas",
    "messages that the chatbots wrote": "mensagens que os chatbots escreveram",
    "total users": "total de usuários",
    "Total users": "Total de usuários",
    "everyone who ever wrote to a chatbot, at the end of the period": (
        "todos os que já tinham escrito a um chatbot no fim do período"
    ),
    "active users": "usuários ativos",
    "active users (30 days)": "usuários ativos (30 dias)",
    "Active users (30 days)": "Usuários ativos (30 dias)",
    "bot users seen in the 30 days before the end of the period, whatever its length": (
        "usuários do bot vistos nos 30 dias antes do fim do período, qualquer que seja a sua "
        "duração"
    ),
    "this week": "esta semana",
    "last week": "semana passada",
    "today": "hoje",
    "last 7 days": "últimos 7 dias",
    "last 30 days by week": "últimos 30 dias por semana",
    "this month so far": "este mês por enquanto",
    "first week of october": "primeira semana de outubro",
    "end of october": "fim de outubro",
    "first half of october": "primeira metade de outubro",
    "yesterday 9:00 to 17:00": "ontem das 9:00 às 17:00",
    "since 9:00": "desde as 9:00",
    "stats last week": "estatísticas da semana passada",
    "how many new users since monday?": "quantos novos usuários desde segunda?",
    "chart triggers last 30 days by day": "gráfico de acionamentos nos últimos 30 dias por dia",
    "top flows last 7 days": "principais fluxos dos últimos 7 dias",
    "last 7 days vs {words}": "últimos 7 dias vs {words}",
    "today vs {words}": "hoje vs {words}",
    "yesterday": "ontem",
    "flow {name}": "fluxo {name}",
    "{lead} last 7 days": "{lead} dos últimos 7 dias",
    "chart triggers last 30 days {words}": "gráfico de acionamentos nos últimos 30 dias {words}",
    "stats {words} vs {other}": "estatísticas {words} vs {other}",
    "stats {words}": "estatísticas {words}",
    "last 30 days {words}": "últimos 30 dias {words}",
    "stats last week {words}": "estatísticas da semana passada {words}",
    "top {top} flows last 7 days": "top {top} fluxos dos últimos 7 dias",
    "stats yesterday in {zone}": "estatísticas de ontem em {zone}",
    "stats last week vs previous": "estatísticas da semana passada vs anterior",
    "chart triggers last 30 days": "gráfico de acionamentos nos últimos 30 dias",
    "flow {name} {words}": "fluxo {name} {words}",
    "top 20 flows last 7 days": "top 20 fluxos dos últimos 7 dias",
    "{words} in {zone}": "{words} em {zone}",
    "by hour": "por hora",
    "by day": "por dia",
    "by week": "por semana",
    "by month": "por mês",
    "minutes": "minutos",
    "hours": "horas",
    "days": "dias",
    "weeks": "semanas",
    "months": "meses",
    "quarters": "trimestres",
    "years": "anos",
    "this day vs {words}": "hoje vs {words}",
    "this week vs {words}": "esta semana vs {words}",
    "this month vs {words}": "este mês vs {words}",
    "this quarter vs {words}": "este trimestre vs {words}",
    "this year vs {words}": "este ano vs {words}",
    "top {top} flows {words}": "top {top} fluxos {words}",
    "top {top} messages {words}": "top {top} mensagens {words}",
    "chart received last 30 days by day": "gráfico de mensagens recebidas últimos 30 dias por dia",
    "hour": "hora",
    "day": "dia",
    "week": "semana",
    "month": "mês",
    "connect": "conectar",
    "[name]": "[nome]",
    "one more Flow XO account, under a name": "mais uma conta do Flow XO, com um nome",
    "connect Acme Support": "conectar Acme Support",
    "accounts": "contas",
    "the connected accounts that you may ask about": (
        "as contas conectadas sobre as quais você pode perguntar"
    ),
    "use": "usar",
    "<account>": "<conta>",
    "choose the account that this channel asks about": (
        "escolher a conta sobre a qual este canal pergunta"
    ),
    "use none": "usar nenhuma",
    "disconnect": "desconectar",
    "take an account out, with its key": "tirar uma conta, com a sua chave",
    "audit": "auditoria",
    "who changed what, for admins": "quem mudou o quê, para administradores",
    "settings": "configurações",
    "settings channel": "configurações canal",
    "[account]": "[conta]",
    "your date order and language, or the settings of an account": (
        "a sua ordem de datas e o seu idioma, ou as configurações de uma conta"
    ),
    "digest": "assinatura",
    "a report in a channel at set times": "um relatório em um canal em horários fixos",
    "{words} for {account}": "{words} para {account}",
    "{words} for all": "{words} para todas",
}
