"""As frases sobre contas e direitos em português; só dados."""

from __future__ import annotations

SENTENCES: dict[str, str] = {
    "account.which": "Há várias contas do Flow XO conectadas. De qual se trata?",
    "account.which_hint": 'Escolha uma, ou acrescente o nome dela: "para Acme".',
    "account.gone": "Já não é possível perguntar aqui por essa conta.",
    "account.gone_hint": "Ela foi desconectada, ou pertence a outros canais.",
    "rights.keepers": (
        "Só o dono dessa conta e os administradores do espaço de trabalho podem fazer isso."
    ),
    "rights.only_here": "Este canal é de uma única conta, e essa é outra.",
    "rights.read_along": (
        "Neste canal, pessoas de fora podem perguntar: ele só mostra a sua própria conta."
    ),
    "rights.its_channels": "Os números dela só são mostrados nos seus próprios canais, "
    "e este não é um deles.",
}
