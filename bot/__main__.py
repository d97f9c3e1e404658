"""Lets `python -m bot` do what `flowxo-bot` does."""

from bot.cli import main

raise SystemExit(main())
