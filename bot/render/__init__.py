"""Pure rendering: a Report or a BotError becomes something to show; no I/O, no clock."""
