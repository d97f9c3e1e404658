"""Names that may be a key in the wrong field: refused; long words and domains are names."""

from __future__ import annotations

import pytest

from bot.core.new_keys import gives_away
from bot.core.phrases.new_names import holds_a_key, must_be_possible
from bot.errors import ParseError


@pytest.mark.parametrize(
    "name",
    [
        "0123456789abcdef0123456789abcdef",
        "Acme 0123456789ABCDEF0123456789",
        "3f2504e0-4f89-41d3-9a0c-0305e82c3301",
        "Zm9vYmFyYmF6cXV4MTIzNDU2Nzg5",
        "eyJhbGciOiJIUzI1NiJ9",
    ],
)
def test_what_may_be_a_key_is_no_name(name: str) -> None:
    """Also in no form that is known; nothing of it is repeated."""
    assert holds_a_key(name)
    assert gives_away(name, "")
    with pytest.raises(ParseError) as caught:
        must_be_possible(name, ())
    assert name not in f"{caught.value.message}{caught.value.hint}"


@pytest.mark.parametrize(
    "name",
    [
        "Rindfleischetikettierungsüberwachung GmbH",
        "Donaudampfschifffahrtsgesellschaft",
        "acme-corp-support-chatbot-2026-berlin",
        "support2026.chatbot.example.com",
        "123456789012345678901234567890",
        "Client 0007",
    ],
)
def test_long_words_domains_and_numbers_are_names(name: str) -> None:
    """Letters alone, digits alone, or short parts."""
    assert not holds_a_key(name)
    must_be_possible(name, ())
