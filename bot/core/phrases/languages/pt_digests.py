"""The Portuguese words of digests: English on the left, what people write on the right; data."""

from __future__ import annotations

DIGESTS: dict[str, str] = {
    # what is to be done
    "new": "criar, crie, cria, nova, novo, adicionar, adiciona, começar",
    "list": "lista, listar, mostrar, ver todas, mostrar todas",
    "edit": "editar, edita, edite, alterar, altera, mudar, muda, modificar",
    "pause": "pausar, pausa, pause, suspender, suspende",
    "resume": "retomar, retoma, retome, continuar, continua, reativar, reativa",
    "test": "testar, testa, teste, experimentar",
    "run": "executar, executa, enviar agora, envia agora, mandar agora, rodar, agora",
    "move": "mover, move, mova, transferir",
    "delete": "excluir, exclui, exclua, apagar, apaga, apague, remover, remove, deletar",
    "history": "histórico, historial",
    "copy": "copiar, copia, copie, duplicar, duplica",
    "unsubscribe": "cancelar assinatura, cancelar, cancela, cancele, parar, encerrar",
    "digests": "assinaturas",
    # how often
    "weekdays": "dias úteis, nos dias úteis, em dias úteis, todo dia útil, todos os dias úteis, "
    "cada dia útil, durante a semana, dias de semana, nos dias de semana",
    "weekends": "fins de semana, nos fins de semana, finais de semana, nos finais de semana, "
    "todo fim de semana",
    "every 2 weeks": "quinzenal, quinzenalmente, a cada quinzena, cada quinzena, "
    "a cada quinze dias, a cada 15 dias",
    "end of month": "fim do mês, no fim do mês, final do mês, no final do mês, no fim de cada mês, "
    "ao fim do mês",
    "start of the month": "início do mês, no início do mês, começo do mês, no começo do mês, "
    "no início de cada mês",
    "every day": "todos os dias, cada dia, todo santo dia",
    "every month": "todos os meses, todo mês",
    "every week": "todas as semanas, toda semana",
    "every": "cada, a cada",
    "every morning": "toda manhã, todas as manhãs, cada manhã",
    "every afternoon": "toda tarde, todas as tardes, cada tarde",
    "every evening": "toda noite, todas as noites, cada noite",
    "every|all": "todo, toda, todos os, todas as",
    "monday": "segundas, segundas-feiras, às segundas",
    "tuesday": "terças, terças-feiras, às terças",
    "wednesday": "quartas, quartas-feiras, às quartas",
    "thursday": "quintas, quintas-feiras, às quintas",
    "friday": "sextas, sextas-feiras, às sextas",
    "saturday": "sábados, aos sábados",
    "sunday": "domingos, aos domingos",
    "at noon": "ao meio-dia, ao meio dia",
    "at midnight": "à meia-noite, à meia noite",
    "starting": "a partir de, a partir do, a partir da, começando em, começando no dia, "
    "a contar de",
    # how often it cannot be
    "hourly": "de hora em hora, a cada hora, toda hora",
    "yearly": "anual, anualmente, todo ano, todos os anos",
    "quarterly": "trimestral, trimestralmente, todo trimestre, a cada trimestre",
    "twice": "duas vezes, duas vezes por dia, duas vezes por semana, duas vezes por mês, "
    "três vezes",
    # what is in it
    "only": "só, somente, apenas, unicamente",
    "without": "sem, exceto, menos",
    "everything": "tudo, com tudo",
    # of days without figures
    "skip when empty": "pular se vazio, pular se vazia, pular se estiver vazio, "
    "pular quando vazio, pular se não houver dados, omitir se vazio, não enviar se vazio, "
    "só se houver dados, só quando houver dados",
    "say when empty": "mesmo se vazio, mesmo vazio, mesmo se estiver vazio, mesmo vazia, "
    "também se vazio, mesmo sem dados",
    # where it goes
    "here": "aqui, neste canal, para este canal, nesse canal",
    "to me": "para mim, a mim, por mensagem direta, em mensagem direta, por dm, me envie, me mande",
    # manners
    "please": "algo, enviar, envia, envie, mandar, mande, publicar, publica, automático, "
    "automaticamente",
    "once": "uma vez",
}
