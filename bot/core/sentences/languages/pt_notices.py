"""As frases com que as pessoas sabem das suas assinaturas, em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "notice.key.one": "{which} espera a chave de {account}: o Flow XO a recusa desde {since}.",
    "notice.key.many": "{which} esperam a chave de {account}: o Flow XO a recusa desde {since}.",
    "notice.key_soon.one": (
        "O Flow XO recusa a chave de {account} desde {since}, e {which} precisa dela em breve."
    ),
    "notice.key_soon.many": (
        "O Flow XO recusa a chave de {account} desde {since}, e {which} precisam dela em breve."
    ),
    "notice.account.one": (
        "{which} não tem conta de que falar: ela sumiu, ou não pode ser mostrada ali."
    ),
    "notice.account.many": (
        "{which} não têm conta de que falar: ela sumiu, ou não pode ser mostrada ali."
    ),
    "notice.upstream.one": "{which} não saiu: o Flow XO não deu números até ser tarde.",
    "notice.upstream.many": "{which} não saíram: o Flow XO não deu números até ser tarde.",
    "notice.slack.one": "{which} não saiu: o Slack não aceitou nada até ser tarde.",
    "notice.slack.many": "{which} não saíram: o Slack não aceitou nada até ser tarde.",
    "notice.ours.one": "{which} não saiu: algo deu errado do meu lado.",
    "notice.ours.many": "{which} não saíram: algo deu errado do meu lado.",
    "notice.channel.one": "{which} não tem para onde ir: {why}",
    "notice.channel.many": "{which} não têm para onde ir: {why}",
    "notice.refused.one": "{which} não saiu: o Slack diz {why}.",
    "notice.refused.many": "{which} não saíram: o Slack diz {why}.",
    "notice.broken.one": "{which} está parada: o que guardo dela não pode ser lido.",
    "notice.broken.many": "{which} estão paradas: o que guardo delas não pode ser lido.",
    "notice.unknown.one": "Não sei se {which} chegou: o Slack não respondeu, e não pude verificar.",
    "notice.unknown.many": (
        "Não sei se {which} chegaram: o Slack não respondeu, e não pude verificar."
    ),
    "notice.left_out.one": "De {which} deixei de fora o que venceu enquanto eu não podia publicar.",
    "notice.left_out.many": (
        "De {which} deixei de fora o que venceu enquanto eu não podia publicar."
    ),
    "notice.key_mended.one": "O Flow XO aceita de novo a chave de {account}: {which} continua.",
    "notice.key_mended.many": "O Flow XO aceita de novo a chave de {account}: {which} continuam.",
    "notice.channel_mended.one": "Já posso publicar ali de novo: {which} continua.",
    "notice.channel_mended.many": "Já posso publicar ali de novo: {which} continuam.",
    "notice.owner_left.one": "{person} saiu, e {count} assinatura sua continua sem dono.",
    "notice.owner_left.many": "{person} saiu, e {count} assinaturas suas continuam sem dono.",
    "notice.handed_over.one": "{person} saiu: {count} assinatura agora é sua, já que a conta é.",
    "notice.handed_over.many": (
        "{person} saiu: {count} assinaturas agora são suas, já que a conta é."
    ),
    "notice.which.one": "1 assinatura",
    "notice.which.all": "{count} assinaturas",
    "notice.which.some": "{count} de {total} assinaturas",
    "notice.item": "#{number}, prevista {due}, {zone}",
    "notice.item.next": "#{number}, a próxima {due}, {zone}",
    "notice.item.fix": (
        "#{number}, prevista {due}, {zone}: se for resolvido até {until}, sai com atraso"
    ),
    "notice.item.soon": (
        "#{number}, a próxima {due}, {zone}: se for resolvido depois, até {until}, sai com atraso"
    ),
    "notice.item.past": (
        "#{number}, prevista {due}, {zone}: faz tempo demais; a próxima sai assim que for resolvido"
    ),
    "notice.item.late": "#{number}: a de {due}, {zone}, sai com atraso",
    "notice.item.over": "#{number}, prevista {due}, {zone}: faz tempo demais; a próxima sai",
    "notice.item.left": "#{number}, a última prevista {due}, {zone}",
    "notice.more": "E mais {count}.",
    "notice.ask_operator": "Quem cuida do bot pode pôr outra chave.",
    "notice.account.do": "Edite-as para outra conta, ou faça com que ela seja conectada de novo.",
    "notice.upstream.do": (
        "Enviar de novo as publica para as mesmas datas, assim que o Flow XO responder."
    ),
    "notice.slack.do": "Enviar de novo as publica para as mesmas datas.",
    "notice.ours.do": (
        "Quem cuida do bot acha o motivo no registro. Enviar de novo tenta para as mesmas datas."
    ),
    "notice.channel.do": (
        "Assim que eu estiver no canal (/invite {mention}) e ele não estiver arquivado, elas "
        "continuam sozinhas. Ou escolha outro canal."
    ),
    "notice.channel.person": (
        "Assim que minhas mensagens diretas forem aceitas de novo, retome-as. Ou escolha um canal."
    ),
    "notice.refused.do": (
        "Na terceira vez seguida eu paro uma assinatura. Deixe-me publicar ali e retome-a, ou "
        "escolha outro canal."
    ),
    "notice.broken.do": "Apague-as e crie-as de novo.",
    "notice.unknown.do": (
        "Dê uma olhada, por favor. Enviar de novo a publica mais uma vez; Chegou a guarda como "
        "enviada. Até você dizer, não faço nenhum dos dois."
    ),
    "notice.left_out.do": "O histórico de cada uma diz qual. O que ainda serve sai com atraso.",
    "notice.owner_left.do": "Assumir as torna suas: então é você que fica sabendo do que falha.",
    "notice.why.is_archived": "o canal está arquivado.",
    "notice.why.not_in_channel": "não estou no canal.",
    "notice.why.channel_not_found": "o canal sumiu, ou fui tirado dele.",
    "notice.why.other": "o Slack não me deixa mais publicar ali.",
    "refused.digests.one": (
        "{count} assinatura precisa dela (próxima: {when}). Se for resolvido em {span} a partir "
        "daí, sai com atraso."
    ),
    "refused.digests.many": (
        "{count} assinaturas precisam dela (próxima: {when}). Se for resolvido em {span} a "
        "partir daí, saem com atraso."
    ),
    "span.12h": "12 horas",
    "span.3d": "3 dias",
    "span.7d": "7 dias",
    "disconnect.digests.one": (
        "{count} assinatura fala dela, {numbers}: para quando vencer, e seu dono é avisado. "
        "Conectada de novo em um dia, continua."
    ),
    "disconnect.digests.many": (
        "{count} assinaturas falam dela, {numbers}: param quando vencerem, e seus donos são "
        "avisados. Conectada de novo em um dia, continuam."
    ),
    "disconnect.digests.named": "{numbers} e mais {count}",
    "disconnect.digests.all.one": "{count} assinatura de todas as contas continua sem ela.",
    "disconnect.digests.all.many": "{count} assinaturas de todas as contas continuam sem ela.",
    "status.here.one": "{count} assinatura chega aqui, a próxima em {when}.",
    "status.here.many": "{count} assinaturas chegam aqui, a próxima em {when}.",
    "status.mine.one": "{count} assinatura é sua, a próxima em {when}.",
    "status.mine.many": "{count} assinaturas são suas, a próxima em {when}.",
    "status.stopped.one": "{count} delas está parada até ser resolvido.",
    "status.stopped.many": "{count} delas estão paradas até ser resolvido.",
    "status.overdue": (
        "As assinaturas não são publicadas: uma está vencida desde {since}. Avise quem cuida do "
        "bot."
    ),
    "status.on_time": "As assinaturas saem na hora: nenhuma está atrasada.",
    "home.stopped.one": "{count} assinatura precisa de você",
    "home.stopped.many": "{count} assinaturas precisam de você",
    "home.digests": "Suas assinaturas",
    "home.digest.next": "#{number}, próxima {when}",
    "home.digest.paused": "#{number}, em pausa",
    "home.digest.last": "última {when}: {state}",
    "home.last.sent": "enviada",
    "home.last.failed": "não enviada",
    "home.last.skipped": "deixada de fora",
    "home.last.unknown": "ninguém sabe se chegou",
    "home.last.open": "a caminho",
    "stopped.key": "#{number} espera a chave da sua conta: o Flow XO a recusa",
    "stopped.channel": "#{number} não tem para onde ir: o canal está fechado para mim",
    "stopped.refused": "#{number} está parada: o Slack a recusou três vezes seguidas",
    "stopped.account": "#{number} não tem conta de que falar",
    "stopped.broken": "#{number} está parada: o que guardo dela não pode ser lido",
    "stopped.workspace": "#{number} está parada: o Slack recusou meu token",
    "button.send_again": "Enviar de novo",
    "button.arrived": "Chegou",
    "button.choose_channel": "Escolher canal",
    "button.resume": "Retomar",
    "button.edit": "Editar",
    "button.take_over": "Assumir",
    "notice.sent_again": "A assinatura #{number}, prevista {due}, sai de novo agora.",
    "notice.kept_as_sent": "A assinatura #{number}, prevista {due}, fica como enviada.",
    "notice.decided": (
        "Alguém já decidiu isso: a assinatura #{number}, prevista {due}, está {state}."
    ),
    "notice.state.open": "a caminho",
    "notice.state.sent": "guardada como enviada",
    "notice.state.failed": "sem enviar",
    "notice.state.skipped": "deixada de fora",
    "notice.state.unknown": "ainda incerta",
    "notice.no_such": "Essa assinatura não existe mais.",
    "notice.may_not": "Só o dono dela e os administradores do workspace podem fazer isso.",
    "notice.here_still": (
        "Segundo o Slack essa pessoa ainda está aqui: as assinaturas continuam dela."
    ),
    "notice.taken_over.one": "{count} assinatura agora é sua.",
    "notice.taken_over.many": "{count} assinaturas agora são suas.",
    "notice.taken_over.none": "Não há mais nada a assumir: alguém já assumiu.",
}
