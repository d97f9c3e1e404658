"""As frases das configurações em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "form.save": "Salvar",
    "form.cancel": "Cancelar",
    "form.open": "Abrir configurações",
    "form.press": "Pressione o botão para abrir as configurações.",
    "form.saved": "Salvo.",
    "form.unchanged": "Nada mudou.",
    "form.nothing_saved": "Nada foi salvo.",
    "form.changed": "{field}: {before} → {after}",
    "form.person": "Configurações",
    "form.date_order": "Datas em números",
    "form.date_order_hint": "Como 05/06/2026 é lido quando você pergunta.",
    "form.as_slack": "Como no meu Slack",
    "form.day_first": "Dia primeiro: 5 de junho",
    "form.month_first": "Mês primeiro: 6 de maio",
    "form.language": "Idioma",
    "form.language_hint": (
        "Da ajuda, dos erros e das configurações; as palavras dos números estão em inglês por"
        " enquanto."
    ),
    "form.as_typed": "Aquele em que escrevo",
    "form.connecting": "Quem pode conectar contas",
    "form.connecting.everyone": "Todos os membros deste espaço",
    "form.connecting.admins": "Só os administradores do espaço",
    "form.connecting.named": "As pessoas indicadas abaixo e os administradores",
    "form.connectors": "Pessoas que podem conectar",
    "form.connectors_hint": "Só contam se acima estiverem escolhidas pessoas indicadas.",
    "form.nobody_named": "Indique pelo menos uma pessoa, ou escolha outra linha acima.",
    "form.no_member": "{name} não é membro pleno deste espaço, por isso não pode conectar contas.",
    "form.connecting_saved": "Quem pode conectar contas foi redefinido.",
    "form.open_account": "Configurações de uma conta",
    "form.open_channel": "Configurações deste canal",
    "form.account": "Ajustes da conta",
    "form.name": "Nome",
    "form.name_taken": "Outra conta já se chama {name}.",
    "form.zone": "Fuso horário",
    "form.zone_hint": (
        "Onde os dias dela começam: uma cidade ou um nome como Europe/Berlin. Vazio: o de "
        "quem pergunta."
    ),
    "form.zone_fixed": (
        "Os dias dela começam por {zone}: isso é definido por FLOWXO_TIMEZONE onde o bot roda."
    ),
    "form.zone_offset": (
        "Diga um lugar, como Europe/Berlin: uma diferença não sabe quando os relógios mudam."
    ),
    "form.own_clock": "o de quem pergunta",
    "form.week": "As semanas começam",
    "form.visibility": "Onde se pode perguntar por ela",
    "form.visibility.workspace": "Em todo lugar, por qualquer membro deste espaço",
    "form.visibility.channels": "Só em canais cuja conta é esta",
    "form.visibility_hint": (
        "O dono e os administradores podem perguntar em todo lugar, menos no canal de outro "
        "cliente."
    ),
    "form.masking": "Mensagens frequentes",
    "form.masked": "Mascarar endereços de e-mail, números e afins",
    "form.masking_hint": (
        "Desconhecidos as escreveram: sem isto, quem puder perguntar lê o que contaram de si."
    ),
    "form.masking_on": (
        "De agora em diante, os dados pessoais nas mensagens frequentes são mascarados."
    ),
    "form.masking_off": (
        "De agora em diante, as mensagens frequentes são mostradas como foram escritas."
    ),
    "form.hidden": "Fluxos ocultos",
    "form.hidden_hint": "Auxiliares que só enchem as listas: ficam de fora, e diz-se quantos são.",
    "form.now_hidden": "Ocultos nas listas: {names}",
    "form.now_shown": "Visíveis de novo: {names}",
    "form.flows_wait": "Procurando os fluxos dos últimos 30 dias …",
    "form.flows_failed": (
        "O Flow XO não diz agora quais fluxos rodaram; o que já está oculto aparece aqui."
    ),
    "form.flows_left": "Fluxos que rodaram e não cabem neste menu: {count}.",
    "form.flows_none": "Nenhum fluxo rodou nos últimos 30 dias: não há nada a ocultar.",
    "form.channel": "Este canal",
    "form.channel_account": "A conta dele",
    "form.channel_account_hint": (
        "A conta sobre a qual são as perguntas daqui quando não indicam nenhuma."
    ),
    "form.no_account": "Nenhuma",
    "form.many": "Há mais contas do que cabem num menu: escolha-a antes com {command}.",
    "form.client": "Canal de um cliente",
    "form.client_hint": (
        "Pessoas de fora são convidados e gente de outras empresas que estão neste canal."
    ),
    "form.only": "Aqui só se pode perguntar por esta conta",
    "form.outsiders": "Pessoas de fora podem perguntar aqui por esta conta",
    "form.need_account": "Escolha antes uma conta: sem ela não há o que perguntar.",
    "form.other_account": (
        "O canal recebeu outra conta depois que o formulário foi aberto; nada foi salvo."
    ),
    "form.other_account_hint": (
        "Abra de novo as configurações do canal para ver para que ele serve agora."
    ),
    "form.let_in": "Deixar perguntar?",
    "form.let_in.go": "Deixar perguntar",
    "form.let_in.what": (
        "Convidados e pessoas de outras empresas que estão neste canal verão qualquer número "
        "de {account} pelo qual perguntarem, também as mensagens mais frequentes, e poderão "
        "mostrar respostas ao canal."
    ),
    "form.let_in.who": (
        "Vale para quem está neste canal e para quem entrar depois; em nenhum outro lugar e "
        "por nenhuma outra conta."
    ),
    "form.let_in.until": (
        "Termina quando a opção é desligada, quando o canal recebe outra conta ou quando a "
        "conta é desconectada."
    ),
    "form.only_now": "É a única conta pela qual se pode perguntar aqui.",
    "form.nobody_now": "Também não se pode perguntar aqui por nenhuma outra conta.",
    "form.outsiders_now": (
        "Convidados e pessoas de outras empresas podem perguntar aqui por {account}."
    ),
    "form.no_channel": "Isso é para canais, e este não é um.",
    "form.no_channel_hint": "Diga isso no canal de que se trata.",
    "rights.admins": "Só os administradores do espaço de trabalho podem fazer isso.",
}
