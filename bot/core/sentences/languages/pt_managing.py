"""As frases sobre o uso de contas em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which_typed": 'Acrescente o nome dela à pergunta: "para Acme".',
    "account.menu": "Escolha uma conta",
    "account.menu_use": "Usar neste canal de agora em diante",
    "account.use_here": "Usar {account} neste canal",
    "account.use_direct": "Usar {account} aqui",
    "use.done": "De agora em diante, as perguntas daqui são sobre {account}.",
    "use.before": "Até agora eram sobre {account}.",
    "use.opens": "Agora qualquer membro pode perguntar aqui pelos números dela.",
    "use.freed": "Este não é mais um canal de cliente: quem é de fora não pode perguntar aqui.",
    "use.already": "As perguntas daqui já são sobre {account}.",
    "use.none": "Não há mais nenhuma conta definida aqui.",
    "use.none_hint": "Onde há várias, a pergunta tem de dizer o nome de uma.",
    "use.none_already": "Não há nenhuma conta definida aqui.",
    "use.now": "As perguntas daqui são sobre {account}.",
    "use.choose": "Escolha a conta sobre a qual devem ser:",
    "use.typed": "Há mais do que cabem num menu: escreva o nome depois do comando.",
    "use.nowhere": "Não há aqui nenhum canal que possa ter uma conta.",
    "use.nowhere_hint": "Diga isso no canal, ou numa mensagem direta para mim.",
    "accounts.count.one": "Há uma conta conectada pela qual você pode perguntar aqui.",
    "accounts.count.many": "Há {count} contas conectadas pelas quais você pode perguntar aqui.",
    "accounts.page": "Estas são {first}–{last}.",
    "accounts.zone": "dias pelo relógio de {zone}",
    "accounts.zone_own": "dias pelo relógio de quem pergunta",
    "accounts.owner": "dono: {owner}",
    "accounts.no_owner": "a chave dela está nas configurações do próprio bot",
    "accounts.only_channels": "só nos seus próprios canais",
    "accounts.here": "a conta deste canal",
    "accounts.channels.one": "a conta de um canal",
    "accounts.channels.many": "a conta de {count} canais",
    "accounts.button.use": "Usar aqui",
    "accounts.button.settings": "Configurações",
    "accounts.button.disconnect": "Desconectar",
    "accounts.more": "Mais contas",
    "accounts.previous": "Contas anteriores",
    "accounts.find": "Pelo nome, cada uma está logo à mão, por exemplo: {command}",
    "accounts.example": "configurações Acme",
    "health.fine": "A chave dela funciona: o Flow XO respondeu pela última vez em {at}.",
    "health.unknown": "A chave dela ainda não foi usada.",
    "health.failing": "Com falha desde {at}: {why}.",
    "health.refused": "o Flow XO recusa a chave de API dela",
    "health.other": "o Flow XO não dá números",
    "disconnect.ask": "Desconectar {account}?",
    "disconnect.what": (
        "As perguntas sobre ela são recusadas de imediato. A chave dela é apagada após um "
        "dia; até lá, você pode desfazer."
    ),
    "disconnect.channels.one": "Um canal pergunta por ela, e fica sem conta:",
    "disconnect.channels.many": "{count} canais perguntam por ela, e ficam sem conta:",
    "disconnect.more": "e mais {count}",
    "disconnect.go": "Desconectar {account}",
    "disconnect.stay": "Manter",
    "disconnect.kept": "{account} continua conectada.",
    "disconnect.done": "{account} está desconectada.",
    "disconnect.until": "Você pode desfazer até {at}; depois a chave dela é apagada.",
    "disconnect.undo": "Desfazer",
    "disconnect.restored": "{account} está conectada de novo.",
    "disconnect.too_late": "Isso já não pode ser desfeito: a chave dela foi apagada.",
    "disconnect.too_late_hint": "Conecte a conta de novo.",
    "disconnect.name_taken": "Entretanto outra conta se chama {account}: mude antes o nome dela.",
    "disconnect.key_known": (
        "A chave de {account} foi conectada de novo entretanto; nada foi mudado."
    ),
    "disconnect.choose": (
        "Qual conta você quer desconectar? Pergunto mais uma vez antes de fazer isso."
    ),
    "disconnect.environment": (
        "A chave desta conta está nas configurações do próprio bot, não no meu banco de dados."
    ),
    "disconnect.environment_hint": "Quem opera o bot tira FLOWXO_API_KEY delas e o reinicia.",
    "audit.none": "Nada foi mudado nos últimos {days} dias.",
    "audit.latest": (
        "As últimas mudanças ({count}), as mais novas primeiro; são guardadas por {days} dias."
    ),
    "audit.line": "{at} · {who}: {what}",
    "audit.operator": "quem opera o bot",
    "audit.csv": "Enviar tudo como CSV",
    "audit.account_connected": "conectou {subject}",
    "audit.account_renamed": "mudou o nome de {subject}",
    "audit.account_changed": "mudou {subject}",
    "audit.account_disconnected": "desconectou {subject}",
    "audit.account_restored": "conectou {subject} de novo",
    "audit.account_removed": "apagou {subject} com a chave dela",
    "audit.key_replaced": "trocou a chave de {subject}",
    "audit.channel_changed": "mudou para que serve o canal {subject}",
    "audit.connecting_changed": "mudou quem pode conectar contas",
    "audit.preferences_changed": "mudou as próprias configurações",
    "audit.digest_saved": "criou a assinatura {subject}",
    "audit.digest_changed": "mudou a assinatura {subject}",
    "audit.digest_moved": "moveu a assinatura {subject}",
    "audit.digest_handed_over": "passou adiante a assinatura {subject}",
    "audit.digest_paused": "pausou a assinatura {subject}",
    "audit.digest_resumed": "retomou a assinatura {subject}",
    "audit.digest_disabled": "desativou a assinatura {subject}",
    "audit.digest_deleted": "apagou a assinatura {subject}",
    "audit.digest_restored": "recuperou a assinatura {subject}",
    "audit.digest_sent_again": "mandou enviar outra vez a assinatura {subject}",
    "audit.digest_arrived": "disse que a assinatura {subject} chegou",
    "status.fine": "O Flow XO responde, e a chave de API funciona.",
    "status.zone": "Os dias começam à meia-noite no fuso {zone}.",
    "status.zone_own": "Os dias começam à meia-noite no fuso {zone}, o seu fuso horário no Slack.",
    "status.zone_unknown": (
        "Os dias começam à meia-noite em UTC, porque o Slack não sabe qual é o seu fuso horário."
    ),
    "status.version": "Versão {version}, com {storage} como armazenamento.",
    "status.kept": (
        "Ficam guardados: contas, chaves (criptografadas), assinaturas e configurações até serem "
        "desconectadas ou apagadas; quem mudou o quê por {changes} dias; o que foi feito de cada "
        "assinatura por {deliveries} dias; o assunto das threads por {threads} dias; formulários "
        "abertos para chaves por {forms} dia; identificadores de pedidos por {requests} minutos. "
        "Nem números nem mensagens."
    ),
    "status.account": "{account}: {health}",
    "status.more": "Há mais: {command} mostra todas.",
}
