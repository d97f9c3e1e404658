"""The Portuguese sentences of the help, the service and Flow XO; data only."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "help.first": "Pergunte sobre os seus chatbots do Flow XO com palavras simples.",
    "help.private": "Só você verá a resposta.",
    "help.dates": (
        'Datas do jeito que você fala: hoje, últimos 30 dias, 3–5 de março, t3. Acrescente "vs ano '
        'passado", "em csv" ou "público".'
    ),
    "help.zone": "Os dias começam à meia-noite no fuso {zone}.",
    "help.thread": "Em uma thread, escreva {mention} no lugar do comando.",
    "help.last_7_days": "Últimos 7 dias",
    "help.top_flows": "Principais fluxos",
    "help.all_commands": "Todos os comandos",
    "help.no_topic": 'Não tenho ajuda sobre "{topic}". Aqui está a ajuda curta.',
    "help.commands": (
        "Todos os comandos. Um período pode ser qualquer data do jeito que você fala; sem ele, são "
        "os últimos 7 dias."
    ),
    "help.modifiers": (
        "Acrescente, em qualquer ordem: por hora, por dia, por semana, por mês, vs anterior, vs "
        "ano passado, vs outubro, sem comparação, top 20, em Europe/Berlin, em csv, público."
    ),
    "help.topics": (
        "Saiba mais com ajuda datas, ajuda painel, ajuda métricas, ajuda comparar, ajuda público, "
        "ajuda threads."
    ),
    "help.comparing": (
        "A maioria das respostas vem ao lado do período anterior: um mês com o mês anterior, 7 "
        "dias com os 7 dias anteriores.\n"
        "Um período que ainda não terminou só é comparado até onde já chegou, e vem marcado com "
        '"so far".\n'
        "Acrescente vs ano passado, vs outubro ou sem comparação.\n"
        "Uma porcentagem só aparece quando o número anterior é de pelo menos 30."
    ),
    "help.sharing": (
        "Só você vê a resposta a um comando, até clicar em Share to Channel ou acrescentar "
        '"público".\n'
        'Acrescente "em csv", ou clique em CSV no menu de mais opções, para ter todos os números '
        "em um arquivo.\n"
        "Em público, as mensagens que foram enviadas uma única vez são contadas, não citadas."
    ),
    "help.threads": (
        "Responda na thread de uma resposta pública com {mention} por dia, {mention} vs ano "
        "passado ou {mention} em csv.\n"
        "A nova resposta vale para as datas que foram mostradas. Comandos não funcionam em threads."
    ),
    "help.aliases": "Também: {names}.",
    "help.digest.said": (
        "Diga também de quem são os números (para Acme, para todas), o que ela mostra (só "
        "estatísticas e fluxos, sem mensagens, top 7), com o que se compara (vs ano passado) e "
        "para onde vai (para mim). Eu a leio de volta antes de salvar; assinatura editar #7 a muda."
    ),
    "help.digest.done": "O que se pode fazer com uma, pelo número:",
    "help.counts": "O que o Flow XO conta e, portanto, o que eu posso mostrar:",
    "help.not_counted": (
        "O Flow XO não conta: retenção, receita, sessões, países, plataformas, um chatbot em "
        "separado."
    ),
    "help.dashboard": (
        "Por que o painel mostra outra coisa? Quase sempre por um destes cinco motivos:"
    ),
    "help.your_zone": "indicado abaixo de cada resposta",
    "help.dashboard.zone": "Fuso horário",
    "help.dashboard.zone.why": (
        ": aqui os dias começam à meia-noite no fuso {zone}; o painel usa o fuso do seu navegador."
    ),
    "help.dashboard.running": "O dia em curso",
    "help.dashboard.running.why": (
        ": ele ainda cresce. A resposta diz quando os números foram lidos e só compara até esse "
        "momento."
    ),
    "help.dashboard.active": "Usuários ativos",
    "help.dashboard.active.why": (
        ": sempre olham para os 30 dias até o fim do período, por mais curto que ele seja."
    ),
    "help.dashboard.folded": "Mensagens agrupadas",
    "help.dashboard.folded.why": (
        ": textos que só diferem em maiúsculas, espaços ou pontuação são aqui uma linha, e a "
        "resposta diz quantos são."
    ),
    "help.dashboard.hidden": "Fluxos ocultos",
    "help.dashboard.hidden.why": (
        ": os fluxos que uma conta oculta não entram aqui em listas, posições nem porcentagens, "
        "e a resposta diz quantos são."
    ),
    "help.dates.first": "Datas do jeito que você fala, depois de qualquer comando:",
    "help.dates.1": "Dias|hoje, ontem, sexta passada, 12 de maio, 2026-05-12",
    "help.dates.2": (
        "Unidades inteiras antes da atual|últimos 7 dias, semana passada, últimos 3 meses"
    ),
    "help.dates.3": "Até agora|esta semana, este mês, desde segunda, desde 3 de nov",
    "help.dates.4": "Unidades|outubro, out 2021, t3, t3 2025, 2025, semana 12",
    "help.dates.5": "De e até|3–5 de março, 1 de out a 30 de nov, segunda a sexta",
    "help.dates.6": "Pelo relógio|últimas 24 horas, últimos 90 minutos",
    "home.title": "Seus números do Flow XO",
    "home.private": "As respostas aos botões chegam por mensagem direta; só você as vê.",
    "rights.guest": (
        "Só respondo a membros plenos deste workspace, e você está aqui com uma conta de "
        "convidado. Peça a um membro que compartilhe a resposta com você."
    ),
    "rights.stranger": (
        "Só respondo a membros deste workspace, e você faz parte de outro. Peça a um membro que "
        "compartilhe a resposta com você."
    ),
    "rights.workspace": "Estou configurado para outro workspace, então não posso responder aqui.",
    "rights.nobody": "Só respondo a pessoas, e o Slack diz que esta conta não está em uso.",
    "rights.unknown": (
        "O Slack não consegue me dizer agora quem você é, então não posso mostrar números. Tente "
        "de novo daqui a um minuto."
    ),
    "rights.no_direct": (
        "Só envio números e arquivos por mensagem direta a membros deste workspace."
    ),
    "rights.no_direct_hint": (
        "Pergunte neste canal me mencionando: a resposta e o arquivo serão publicados aqui."
    ),
    "rights.remove": (
        "Só quem fez a pergunta e os administradores do workspace podem remover esta resposta."
    ),
    "try": "Tente: {command}",
    "error.unnamed": "Algo deu errado do meu lado. Tente de novo daqui a pouco.",
    "button.count": "O que consigo contar",
    "button.run": "Executar {command}",
    "all.one_metric": ("Para várias contas, desenho um número de cada vez: uma linha por conta."),
    "all.one_metric_hint": "Pergunta por um deles.",
    "busy": (
        "Tenho mais perguntas do que consigo responder ao mesmo tempo. Tente de novo daqui a "
        "pouco, por favor."
    ),
    "broken": (
        "Algo deu errado do meu lado; a sua pergunta estava certa. Tente de novo daqui a pouco."
    ),
    "broken_hint": (
        "Se acontecer de novo, passe esta referência a quem administra o bot: {reference}."
    ),
    "storage_trouble": "Não consigo usar o meu banco de dados agora, então nada foi alterado.",
    "storage_trouble_hint": "Avise quem administra o bot; o log diz o que está errado.",
    "share.members": "Há {count} pessoas neste canal.",
    "share.outsiders": "Pessoas de fora do seu workspace, ou convidados, podem ler este canal.",
    "share.unknown": "Não consigo ver quem pode ler este canal.",
    "share.unseen": "Pode haver convidados entre elas: sendo tantas, não olho uma por uma.",
    "share.ask": "Compartilhar esta resposta com todos neste canal?",
    "share.anyway": "Compartilhar assim mesmo",
    "reply.nowhere": "Não consegui responder naquele canal; o Slack diz {reason}.",
    "share.others": "As contas de que esta resposta tratava já não são as mesmas.",
    "share.others_hint": "Pergunte de novo: o que você vir então pode ser compartilhado.",
    "share.invite": (
        "Para continuar perguntando em uma thread aqui, adicione-me ao canal: /invite {mention}"
    ),
    "share.closed": "O Slack não me deixa publicar neste canal; ele diz {reason}.",
    "share.refused": "O Slack não aceitou a resposta; ele diz {reason}.",
    "share.closed_hint": "Adicione-me com /invite {mention} e tente de novo.",
    "share.alone_hint": "Se você perguntar em particular, a resposta será só para você.",
    "slack.limited": "O Slack pede que eu espere antes de publicar de novo.",
    "slack.limited_hint": "Tente de novo daqui a um minuto.",
    "slack.refused_hint": "Tente de novo; se acontecer outra vez, avise quem administra o bot.",
    "reply.lost": (
        "O Slack não disse se a minha resposta chegou. Se ela não estiver aí, pergunte mais uma "
        "vez."
    ),
    "reply.elsewhere": (
        "O Slack não aceitou esta resposta onde você perguntou (ele diz {reason}), por isso ela "
        "está aqui."
    ),
    "thread.forgotten": "Não consigo verificar agora do que trata esta thread.",
    "thread.forgotten_hint": (
        "Faça a pergunta inteira, por exemplo: estatísticas da semana passada por dia"
    ),
    "share.lost": (
        "O Slack não disse se a resposta chegou. Olhe no canal antes de compartilhar de novo."
    ),
    "csv.line": "Aqui está o CSV que você pediu.",
    "csv.sent": "O CSV está nas suas mensagens diretas comigo.",
    "csv.lost": "O Slack não disse se o CSV chegou. Olhe lá antes de pedir de novo.",
    "csv.failed": "Não consegui colocar o CSV lá: o Slack diz {reason}.",
    "csv.failed_hint": (
        "Quem administra o bot pode verificar se ele tem permissão para enviar arquivos (o escopo "
        "files:write)."
    ),
    "copy.sent": "Enviei uma cópia para você; ela está nas suas mensagens diretas comigo.",
    "copy.failed": "Não consegui enviar uma mensagem direta para você: o Slack diz {reason}.",
    "remove.lost": (
        "O Slack não disse se aquela resposta foi removida. Se ela ainda estiver lá, clique em "
        "Remove de novo."
    ),
    "remove.failed": "Não consegui remover aquela resposta: o Slack diz {reason}.",
    "button.stale": (
        "Não consigo mais ler o que este botão pede. Pergunte de novo por escrito, por favor."
    ),
    "upstream.refused": "O Flow XO recusou a chave de API. A sua pergunta estava certa.",
    "upstream.refused.hint": "Avise quem administra o bot: a chave precisa ser trocada.",
    "upstream.busy": "O Flow XO está com pedidos demais agora e me pediu para esperar.",
    "upstream.crowded": "Há perguntas demais esperando pelo Flow XO agora.",
    "upstream.busy.hint": "Pergunte de novo {when}.",
    "upstream.when.moment": "daqui a pouco",
    "upstream.when.second": "daqui a {count} segundos",
    "upstream.when.minute": "daqui a {count} minutos",
    "upstream.when.hour": "daqui a {count} horas",
    "upstream.when.day": "daqui a {count} dias",
    "upstream.when.later": "outro dia",
    "upstream.unreached": "Não consigo falar com o Flow XO agora. A sua pergunta estava certa.",
    "upstream.slow": "O Flow XO não respondeu em {seconds} segundos. A sua pergunta estava certa.",
    "upstream.slow.one": "O Flow XO não respondeu em um segundo. A sua pergunta estava certa.",
    "upstream.slow.hint": "Pergunte de novo daqui a um minuto, ou peça menos dias.",
    "upstream.failed": "O Flow XO não conseguiu responder: o erro é do lado dele ({status}).",
    "upstream.again.hint": (
        "Pergunte de novo daqui a alguns minutos. Se não adiantar, avise quem administra o bot."
    ),
    "upstream.certificate": (
        "Não posso ter certeza de que é o Flow XO que responde: o certificado não é válido. Por "
        "isso não enviei a chave."
    ),
    "upstream.certificate.hint": (
        "Avise quem administra o bot: há algo errado com FLOWXO_API_URL, com o relógio da máquina "
        "dele ou com a rede entre ele e o Flow XO."
    ),
    "upstream.redirected": (
        "O Flow XO me mandou para outro endereço em vez de responder. Eu não fui até lá."
    ),
    "upstream.turned_down": "O Flow XO não aceitou a pergunta ({status}).",
    "upstream.address.hint": "Avise quem administra o bot: FLOWXO_API_URL pode estar errada.",
    "upstream.nonsense": "O Flow XO respondeu, mas não posso confiar na resposta: {reason}.",
    "upstream.nonsense.hint": (
        "Prefiro não mostrar números a mostrar números errados. Pergunte de novo daqui a alguns "
        "minutos. Se não adiantar, avise quem administra o bot."
    ),
    "upstream.nonsense.page": "é uma página da web, não números",
    "upstream.nonsense.json": "não é JSON válido",
    "upstream.nonsense.large": "é muito maior do que deveria",
    "upstream.nonsense.packing": "não é possível descompactá-la",
    "upstream.nonsense.shape": "falta algo nela, ou algo não é o que deveria ser",
    "upstream.nonsense.count": "uma contagem nela não pode estar certa",
    "upstream.nonsense.twice": "ela diz a mesma coisa duas vezes",
    "upstream.nonsense.dates": "as datas não são as que eu pedi",
    "upstream.unusable_key": "A chave de API do Flow XO tem um caractere que nenhuma chave tem.",
    "upstream.unusable_key.hint": "Copie a chave de novo do Flow XO, como uma só palavra.",
}
