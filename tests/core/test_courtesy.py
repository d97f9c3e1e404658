"""What is said to be polite, in any language, and nothing that asks."""

from __future__ import annotations

import pytest

from bot.core.phrases.courtesy import Courtesy, Kind, courtesy

THANKS, HI = Kind.THANKS, Kind.GREETING


@pytest.mark.parametrize(
    ("text", "kind", "language"),
    [
        ("hi", HI, "en"), ("Hello :wave:", HI, "en"), ("good morning", HI, "en"),
        ("¡Hola!", HI, "es"), ("buenos dias", HI, "es"), ("Guten Morgen!", HI, "de"),
        ("moin", HI, "de"), ("Bonjour", HI, "fr"), ("salut", HI, "fr"), ("Bom dia", HI, "pt"),
        ("olá", HI, "pt"), ("thanks", THANKS, "en"), ("Thank you!", THANKS, "en"),
        ("OK, thanks.", THANKS, "en"), ("ok", THANKS, "en"), ("Thanks a lot!!", THANKS, "en"),
        ("👍", THANKS, "en"), (":tada:", THANKS, "en"), ("🙏", THANKS, "en"),
        ("muchas gracias", THANKS, "es"), ("Vielen Dank", THANKS, "de"),
        ("danke schoen", THANKS, "de"), ("merci beaucoup", THANKS, "fr"),
        ("Muito obrigada!", THANKS, "pt"),
    ],
)  # fmt: skip
def test_a_courtesy_is_the_whole_text(text: str, kind: Kind, language: str) -> None:
    """Greetings are answered with the help in their language."""
    assert courtesy(text) == Courtesy(kind, language)


@pytest.mark.parametrize(
    "text",
    ["", "  ", "?", "...", "hi stats", "ok stats", "stats", "today", "thanks, and last week?",
     "x" * 100, "gracias, ¿y ayer?", "hola hoy"],
)  # fmt: skip
def test_with_a_question_behind_it_it_is_a_question(text: str) -> None:
    """Thanks and greetings are only what is nothing else."""
    assert courtesy(text) is None
