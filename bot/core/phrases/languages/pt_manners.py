"""The Portuguese command words, figures, fillers and what Flow XO does not count; data only."""

from __future__ import annotations

# No noun, number, name or negation may stand here.
FILLER = (
    "está, por favor, porfavor, pf, pfv, pfvr, por gentileza, se faz favor, sff, faz favor, "
    "obrigado, obrigada, obg, valeu, vlw, muito obrigado, muito obrigada, oi, olá, opa, e aí, "
    "bom dia, boa tarde, boa noite, me mostra, me mostre, mostra, mostre, mostra-me, mostre-me, "
    "mostrar, me dá, dá, dá-me, me dê, me manda, me mande, envia, envia-me, me envia, me passa, "
    "me passe, me diz, me diga, diga-me, quero, quero ver, queria, queria ver, queremos ver, "
    "gostaria, gostaria de ver, preciso, preciso de, preciso ver, dá pra ver, dá para ver, "
    "tem como ver, ver, você pode, você poderia, pode, poderia, podes, consegue, consegues, "
    "podemos ver, posso ver, me mostrar, me dar, me dizer, me enviar, qual, quais, qual foi, "
    "quais foram, qual é, quais são, como, como foi, como foram, como está, como estão, "
    "como estava, como vai, como vamos, quanto, quanta, quantos, quantas, o que, teve, tivemos, "
    "temos, houve, há quantos, recebemos, enviamos, chegaram, foi, foram, é, estão, tem, têm, "
    "a gente teve, a gente, nós, eu, me, nos deu, meu, minha, meus, minhas, nosso, nossa, nossos, "
    "nossas, seu, sua, seus, suas, aí, só, né, também, então, apenas, no período, no período de, "
    "para o período, durante o período, no intervalo, referente a, número de, o número de, "
    "quantidade de, a quantidade de, os números de, os dados de, ao todo, no total, em total, "
    "para mim"
)

THANKS = (
    "obrigado, obrigada, muito obrigado, muito obrigada, obg, valeu, vlw, ok, ok obrigado, "
    "ok obrigada, certo, beleza, perfeito, perfeito obrigado, ótimo, ótimo obrigado, legal, "
    "show, entendi, bom, muito bom"
)
HI = "oi, olá, opa, bom dia, boa tarde, boa noite, e aí, oi bot, olá bot, oi tudo bem"

COMMANDS: dict[str, str] = {
    # help topics
    "commands": "comandos, todos os comandos",
    "comparison": "comparação, comparações",
    "share": "compartilhar, compartilhamento, partilhar, partilha, privacidade",
    "threads": "threads, tópicos",
    "counts": "contagem, o que você conta",
    # what is asked
    "why": "por que, por quê, porque",
    "dashboard": "painel",
    "stats": "estatísticas, estatística, números, indicadores, dados, desempenho, panorama, "
    "visão geral, performance, kpis, analítica",
    "users": "usuários, usuário, utilizadores, utilizador, contatos, contactos, audiência",
    "messages": "mensagens, mensagem, perguntas, pergunta, dúvidas, palavras-chave",
    "top messages": "mensagens mais frequentes, mensagens mais comuns, mensagens mais enviadas, "
    "mensagens mais recebidas, principais mensagens, mensagens principais, top mensagens, "
    "perguntas mais frequentes, perguntas frequentes, perguntas mais feitas, "
    "o que as pessoas escrevem, o que as pessoas perguntam, o que os usuários escrevem, "
    "o que os usuários perguntam, o que perguntam, o que escrevem",
    "flows": "fluxos, fluxos de trabalho",
    "flow": "fluxo",
    "top flows": "fluxos mais usados, fluxos mais utilizados, fluxos mais acionados, "
    "fluxos mais populares, principais fluxos, fluxos principais, melhores fluxos, top fluxos, "
    "qual fluxo rodou mais, quais fluxos rodaram mais, qual fluxo foi mais usado, "
    "quais fluxos foram mais usados",
    "chart": "gráfico, gráficos, curva, evolução, tendência, tendências, histórico, linha do tempo",
    "metrics": "métricas",
    "report": "relatório, relatórios, resumo, sumário, balanço, boletim",
    "status": "status, estado, situação",
    "help": "ajuda, socorro, me ajuda, o que você faz, como usar, como funciona, exemplos",
    "digest": "assinar, assinatura, assinaturas, agendar, agendado, agendamento, recorrente, "
    "cancelar assinatura",
    "connect": "conectar, conecta, ligar conta, configurar, iniciar sessão",
    "accounts": "contas, conta, clientes, cliente",
    "use": "usar, mudar para, trocar para",
    "disconnect": "desconectar, desconecta, desligar conta, terminar sessão, sair da conta",
    "audit": "auditoria",
    "settings": "configurações, configuração, definições, preferências, fuso horário, opções",
    "none": "nenhuma, nenhum, nenhuma conta",
    "new users": "novos usuários, novos utilizadores, usuários novos, utilizadores novos, "
    "novo usuário, novo utilizador, novos contatos, novos contactos, cadastros, inscrições, novos, "
    "registos",
    "triggers": "interações, interacções, interação, gatilhos, acionamentos, disparos, execuções, "
    "ativações",
    "received": "mensagens recebidas, recebidas, recebidos, mensagem recebida, "
    "mensagens que chegaram, entradas",
    "sent": "mensagens enviadas, enviadas, enviados, mensagem enviada, respostas, saídas",
    "total users": "total de usuários, total de utilizadores, usuários totais, "
    "utilizadores totais, todos os usuários, todos os utilizadores, usuários no total, "
    "total usuários",
    "active users": "usuários ativos, utilizadores ativos, utilizadores activos, ativos, "
    "usuário ativo",
    "total": "total, totais",
}

NOT_COUNTED: dict[str, str] = {
    "retention": "retenção",
    "churn": "abandono, cancelamentos",
    "revenue": "receita, receitas, faturamento, faturação, vendas, dinheiro, lucro",
    "orders": "pedidos, pedido, compras",
    "conversions": "conversões, conversão, taxa de conversão",
    "sessions": "sessões, sessão",
    "conversations": "conversas, conversa, chats",
    "countries": "países, país",
    "cities": "cidades, cidade",
    "platforms": "plataformas, plataforma",
    "channels": "canais, canal",
    "email": "e-mails, e-mail",
    "unanswered": "sem resposta, não respondidas, não respondidos",
    "errors": "erros, erro, falhas",
    "clicks": "cliques, clique",
    "response time": "tempo de resposta, tempos de resposta",
    "satisfaction": "satisfação",
    "language": "idioma, idiomas",
    "devices": "dispositivos, dispositivo",
    "gender": "gênero, género, sexo",
    "age": "idade, idades",
    "visitors": "visitantes, visitas",
    "who": "quem, nomes",
    "tags": "etiquetas",
    "unique users": "usuários únicos, utilizadores únicos, únicos",
    "broadcasts": "transmissões, transmissão, envios em massa",
    "campaigns": "campanhas, campanha",
    "people": "pessoas",
    "customers": "compradores",
    "average": "média, médias, médio",
    "forecast": "previsão, previsões",
    "source": "fonte, fontes, origem",
    "agents": "atendentes, agentes",
}

NOT_TYPOS = (
    "segundas, terças, quartas, quintas, sextas, sábados, domingos, mas, mês, mesa, dia, não, nem, "
    "sem, nunca, exceto, salvo, fora, menos, nada, tudo, quando, onde, porque, ou, bem, bom, boa, "
    "outro, outra, outros, outras, casa, coisa, caso, vez, vezes, teste, texto, sete"
)
