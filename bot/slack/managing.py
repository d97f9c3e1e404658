"""The buttons under what is told of accounts, each acked at once and acted on by a job."""

from __future__ import annotations

from slack_bolt import Ack, App

from bot.render import accounts, changes, forms, parting
from bot.slack import auditing, disconnecting, roster, settings
from bot.slack.desk import Desk
from bot.slack.jobs import take_press
from bot.slack.place import Body


def register(app: App, desk: Desk) -> None:
    """Listen to them."""

    @app.action(accounts.ACCOUNTS_MORE)
    def more_accounts(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, roster.turn)

    @app.action(accounts.ACCOUNTS_PREVIOUS)
    def previous_accounts(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, roster.turn)

    @app.action(forms.OPEN_ACCOUNT)
    def open_account(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, settings.open_chosen)

    @app.action(forms.OPEN_CHANNEL)
    def open_channel(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, settings.open_this_channel)

    @app.action(parting.DISCONNECT)
    def disconnect(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, disconnecting.confirmed)

    @app.action(parting.KEEP)
    def keep(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, disconnecting.kept)

    @app.action(parting.RESTORE)
    def restore(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, disconnecting.undone)

    @app.action(changes.CHANGES_CSV)
    def every_change(ack: Ack, body: Body) -> None:
        take_press(desk, ack, body, auditing.send_csv)
