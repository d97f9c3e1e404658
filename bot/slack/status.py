"""`status`: whether Flow XO answers, whose days begin where, the version, and what is kept."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from importlib.metadata import version

from bot.core.periods import of_days, zone_name
from bot.core.query import Query, Subcommand
from bot.core.sentences import phrase, say, told
from bot.errors import BotError, KeyRefusedError
from bot.render.accounts import health_words
from bot.render.notice import notice
from bot.render.numbers import plural
from bot.render.plan import MessagePlan
from bot.render.typed import typed
from bot.render.untrusted import clean, cut
from bot.slack import depending, noting
from bot.slack.asker import Asker
from bot.slack.desk import QUESTION_S, Desk
from bot.slack.place import Place
from bot.slack.roster import health_of
from bot.storage import audit, connects, deliveries, seen, threads
from bot.storage.connects import Purpose, Request

_LISTED = 20  # accounts that are told one by one
_ENGINES = {"sqlite": "SQLite", "postgresql": "PostgreSQL"}


def status_message(desk: Desk, place: Place, asker: Asker) -> MessagePlan:
    """The state of things, one line each.

    A single account is asked for yesterday, and only that; of several it is told what the last
    questions met.
    """
    several = len(asker.visible) > 1
    accounts = _several(desk, place, asker) if several else _one(desk, place, asker)
    engine = _ENGINES[desk.services.engine.dialect.name]
    kept = say(
        "status.kept",
        changes=audit.KEPT.days,
        deliveries=deliveries.KEPT.days,
        threads=threads.KEPT.days,
        forms=connects.KEPT.days,
        requests=int(seen.KEPT.total_seconds() // 60),
    )
    about = say("status.version", version=version("flowxo-slack-bot"), storage=engine)
    digests = [] if asker.outsider else depending.coming_lines(desk, place, asker)
    return notice([*accounts, *digests, about, kept], place.language)


def _one(desk: Desk, place: Place, asker: Asker) -> list[str]:
    account = asker.default()
    zone = asker.zone(account)
    yesterday = desk.now().astimezone(zone).date() - timedelta(days=1)
    try:
        account = asker.meant(Query(Subcommand.STATUS))
        source = desk.services.accounts.source(place.team_id, account, QUESTION_S)
        source.insights(of_days(yesterday, yesterday, zone))
        noting.note(desk, [(account, None)])
        health = [say("status.fine")]
    except BotError as error:
        if account is not None and isinstance(error, KeyRefusedError):
            noting.note(desk, [(account, error)])
            kept = Request(Purpose.REPLACE_KEY, place.user_id)
            noting.tell_owners(desk, [account], kept)
        health = [line for line in (error.message, error.hint) if line]
    if account is not None and account.zone:
        return [*health, say("status.zone", zone=zone_name(zone))]
    if asker.person.zone:
        return [*health, say("status.zone_own", zone=zone_name(zone))]
    return [*health, say("status.zone_unknown")]


def _several(desk: Desk, place: Place, asker: Asker) -> Iterator[str]:
    yield plural("accounts.count", len(asker.visible), "en")
    for account in asker.visible[:_LISTED]:
        words = health_words(health_of(account), asker.zone(None))
        yield say("status.account", account=cut(clean(account.name), 40), health=words)
    if len(asker.visible) > _LISTED:
        every = typed(desk.command(place), told(phrase("accounts"), place.language))
        yield say("status.more", command=every)
