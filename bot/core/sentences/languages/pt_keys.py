"""As frases sobre conectar contas e suas chaves em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "key.empty": "Cole aqui a chave de API.",
    "key.too_long": "Isso é longo demais para uma chave de API do Flow XO.",
    "key.of_slack": (
        "Isso é um token do Slack. A chave está no Flow XO, em Settings, API & Webhooks."
    ),
    "key.refused": (
        "O Flow XO recusa esta chave. Copie-a de novo de Settings, API & Webhooks. "
        "Nada foi guardado."
    ),
    "key.busy": (
        "O Flow XO pediu que eu esperasse, então não pude testar a chave. Nada foi guardado: "
        "tente de novo em um minuto."
    ),
    "key.unreached": (
        "Não consigo falar com o Flow XO agora, então não pude testar a chave. "
        "Nada foi guardado: tente de novo em um minuto."
    ),
    "key.nonsense": (
        "A esta chave respondeu algo em que não posso confiar. Nada foi guardado: "
        "tente de novo em alguns minutos."
    ),
    "key.known": "Esta chave já está conectada, como {account}.",
    "key.known_unseen": (
        "Esta chave já está conectada, para uma conta que você não pode ver aqui."
    ),
    "key.same": "Essa é a chave que {account} tem agora. Nada foi alterado.",
    "key.is_name": ("Esta chave é o nome da conta, que outros leem. Crie outra no Flow XO."),
    "key.cleaned": (
        "Deixei de fora o que havia em volta da chave: espaços, aspas ou a palavra Bearer."
    ),
    "name.empty": "Dê à conta um nome que se possa dizer.",
    "name.unusable": "Esse nome não pode ser usado aqui. Escolha outro.",
    "name.taken": "Outra conta já tem esse nome. Escolha outro.",
    "connect.members": "Só membros plenos deste workspace podem conectar contas.",
    "connect.admins": "Aqui só os administradores do workspace podem conectar contas.",
    "connect.chosen": (
        "Aqui só os administradores do workspace, e as pessoas que eles escolheram, podem conectar "
        "contas."
    ),
    "connect.offer": "Conecte uma com a chave de API dela, ou pergunte a quem a tem.",
    "connect.offer_ask": "{reason} Pergunte a um deles.",
    "secret.connect": (
        "Isso parece uma chave de API. Apague a sua mensagem, troque a chave no Flow XO e "
        "depois aperte Conectar."
    ),
    "secret.ask": (
        "Isso parece uma chave de API. Apague a sua mensagem e depois troque a chave no Flow XO."
    ),
    "connect.link": "Nesta página você digita a chave de API de {account}.",
    "connect.link_unnamed": "Nesta página você digita a chave de API da conta.",
    "connect.link_once": "Só você vê este link. Ele serve uma vez, por dez minutos.",
    "connect.press": "Aperte o botão e digite a chave de API de {account}.",
    "connect.press_unnamed": "Aperte o botão e digite a chave de API da conta.",
    "connect.too_late": (
        "O Slack me dá três segundos para abrir um formulário, e demorou mais. "
        "Aperte o botão de novo."
    ),
    "connect.not_opened": "O Slack não abriu o formulário; ele diz {reason}.",
    "button.page": "Abrir a página",
    "button.connect": "Conectar",
    "button.ask_owner": "Perguntar ao dono",
    "button.replace_key": "Trocar a chave",
    "button.replace_key_of": "Trocar a chave de {account}",
    "button.remind": "Lembrar",
    "button.undo": "Desfazer",
    "key_form.connect": "Conectar uma conta",
    "key_form.replace": "Trocar uma chave",
    "key_form.ask": "Perguntar a alguém",
    "key_form.remind": "Lembrar um admin",
    "key_form.note": "A sua conta",
    "key_form.save": "Testar e guardar",
    "key_form.send": "Perguntar",
    "key_form.remind_send": "Lembrar",
    "key_form.cancel": "Cancelar",
    "key_form.close": "Fechar",
    "key_form.promise": (
        "Testo a chave com uma pergunta sobre números, guardo-a cifrada e nunca mais a mostro. "
        "Com ela só leio números."
    ),
    "key_form.of": "A conta é {account}.",
    "key_form.name": "Nome",
    "key_form.name_hint": 'Como vão perguntar por ela: "stats para Acme".',
    "key_form.key": "Chave de API do Flow XO",
    "key_form.key_hint": "No Flow XO: Settings, depois API & Webhooks. Só o dono da conta a vê.",
    "key_form.person": "Quem tem a chave de API?",
    "key_form.person_hint": (
        "Envio a essa pessoa um formulário só dela. Você nunca vê a chave, e a conta será dela "
        "aqui."
    ),
    "key_form.admin": "Qual administrador?",
    "key_form.admin_hint": "Digo por mensagem direta que o Flow XO recusa a chave.",
    "key_form.working": "Um momento, por favor.",
    "key_form.saved": "Está feito. Enviei a você uma mensagem sobre isso.",
    "saved.connected": "{account} está conectada, como #{number}. Ela é sua aqui.",
    "saved.replaced": "{account} tem uma chave nova, e ela funciona.",
    "saved.zone": "Os dias dela começam à meia-noite em {zone}, o seu próprio fuso no Slack.",
    "saved.zone_unknown": "Os dias dela começam à meia-noite no fuso de quem pergunta.",
    "saved.everyone": "Todos os membros deste workspace podem perguntar por ela.",
    "saved.settings": "Para mudar isso: {command}",
    "saved.asked_for": "Foi {person} quem pediu.",
    "saved.told": "{person} conectou {account}, como você pediu.",
    "saved.told_replaced": "{person} deu a {account} uma chave nova.",
    "undo.title": "Desfazer isso?",
    "undo.text": "{account} é retirada de novo, e a chave dela é apagada.",
    "undo.keep": "Deixar",
    "undo.done": "{account} foi retirada de novo, e a chave dela foi apagada.",
    "undo.late": "Isso foi há mais de um dia, então este botão já não o desfaz.",
    "undo.late_hint": "Para retirar a conta: {command}",
    "ask.self": "Essa pessoa é você. Escolha outra.",
    "ask.nobody": "Só um membro pleno deste workspace pode conectar uma conta.",
    "ask.may_not": (
        "{person} não pode conectar contas aqui. Escolha um administrador do workspace."
    ),
    "ask.sent": "Perguntei a {person}. Aviso você assim que a conta estiver conectada.",
    "ask.failed": "Não consegui enviar uma mensagem direta a {person}: o Slack diz {reason}.",
    "ask.told": "{person} pede que você conecte uma conta do Flow XO a este workspace.",
    "ask.told_hint": (
        "Você digita a chave de API dela em um formulário só seu, que mais ninguém vê, e a conta é "
        "sua aqui."
    ),
    "ask.waiting": "O que se quer saber: {question}",
    "refused.since": (
        "Não consigo ler {account}: o Flow XO recusa a chave de API dela desde {since}. "
        "A sua pergunta estava certa."
    ),
    "refused.owner": "{person} e os administradores do workspace podem trocar a chave.",
    "refused.admins": "Os administradores do workspace podem trocar a chave.",
    "refused.yours": "Você pode trocar a chave.",
    "refused.told": "{person} sabe disso desde {when}.",
    "refused.told_one": "Um deles sabe disso desde {when}.",
    "refused.operator": "Quem cuida do bot põe outra chave em FLOWXO_API_KEY e o reinicia.",
    "refused.owner_told": "O Flow XO recusa a chave de API de {account} desde {since}.",
    "refused.until": "Até haver outra chave, ninguém consegue ler esses números.",
    "remind.sent": "Avisei {person}.",
    "remind.already": "{person} sabe disso desde {when}; lembro no máximo uma vez por dia.",
    "remind.already_one": (
        "Um administrador sabe disso desde {when}; lembro no máximo uma vez por dia."
    ),
    "remind.may_not": (
        "{person} não pode mandar trocar essa chave. Escolha um administrador do workspace."
    ),
    "remind.works": "O Flow XO aceita essa chave de novo. Pergunte outra vez.",
    "remind.told": (
        "{person} pede que você troque a chave de API de {account}: o Flow XO a recusa desde "
        "{since}."
    ),
    "remind.told_operator": (
        "{person} pede que você cuide da chave de API do bot: o Flow XO a recusa desde {since}."
    ),
    "moment.day": "{weekday}, {day}, às {time}",
    "weekday.short.0": "seg.",
    "weekday.short.1": "ter.",
    "weekday.short.2": "qua.",
    "weekday.short.3": "qui.",
    "weekday.short.4": "sex.",
    "weekday.short.5": "sáb.",
    "weekday.short.6": "dom.",
}
