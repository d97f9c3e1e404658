"""Fetches what a question asks for, of its account or of all that it may be asked of.

Shows nothing; how accounts do is kept where that can be kept.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from dataclasses import replace

from bot.answer import MASKED, answer
from bot.answer_all import Account as Asked
from bot.answer_all import answer_all
from bot.core.portfolio import Missing, Portfolio
from bot.core.reports import Note, NoteKind, Report
from bot.core.rights import Act
from bot.core.sentences import say
from bot.core.toplists import Discretion
from bot.errors import BotError, KeyRefusedError, UpstreamError
from bot.slack import noting, offers
from bot.slack.carrying import waiting
from bot.slack.desk import QUESTION_S, Desk
from bot.slack.found import Found
from bot.slack.place import Manner
from bot.slack.questions import Question
from bot.storage.accounts import Account
from bot.storage.connects import Purpose, Request

_log = logging.getLogger(__name__)


def find(desk: Desk, question: Question) -> Found:
    """The figures; UpstreamError where Flow XO gives none, RightsError where nobody may see any."""
    begun = time.monotonic()
    account = question.account
    found = _of_all(desk, question) if account is None else _of_one(desk, question, account)
    _log.info(
        "question_answered",
        extra={
            "subcommand": question.query.subcommand,
            "ms": round((time.monotonic() - begun) * 1000),
            "no_data": isinstance(found, Report) and found.no_data,
        },
    )
    return found


def _of_one(desk: Desk, question: Question, account: Account) -> Report:
    """The account's answer; that it came, or that its key was refused, is kept."""
    accounts, team_id = desk.services.accounts, question.place.team_id
    try:
        report = answer(
            question.query,
            accounts.source(team_id, account, QUESTION_S),
            desk.now(),
            account=question.asker.told(account),
            notes=question.notes,
            week_start=account.week_start,
            discretion=discretion(account),
        )
    except UpstreamError as error:
        noting.note(desk, [(account, error)])
        if isinstance(error, KeyRefusedError):
            raise refused(desk, question, account, error) from error
        raise
    noting.note(desk, [(account, None)])
    if question.query.zone is None and not question.asker.knows_zone(account):
        report = replace(report, notes=(*report.notes, Note(NoteKind.ZONE_UNKNOWN)))
    return report


def refused(desk: Desk, question: Question, account: Account, error: KeyRefusedError) -> BotError:
    """What its asker hears of a refused key, once its owner has heard of it."""
    place, asker, query = question.place, question.asker, question.query
    kept = Request(Purpose.REPLACE_KEY, place.user_id, account_id=account.account_id)
    if not asker.outsider:
        # Outsiders are answered where they were let in, and written to by nobody.
        kept = waiting(desk, place, query, replace(kept, asked_by=place.user_id))
    (known,) = noting.tell_owners(desk, [account], kept, reader=place.user_id)
    return offers.key_refused(desk, place, asker, known, query, error)


def _of_all(desk: Desk, question: Question) -> Found:
    """One row an account: all that the asker sees here or, where everyone reads it, all that may
    be shown.
    """
    asker, place = question.asker, question.place
    public = place.manner is Manner.THREAD
    meant = [one for one in asker.visible if not public or asker.may(Act.SHOW, one)]
    if not meant:
        raise asker.nothing()
    accounts = desk.services.accounts

    def asked(account: Account) -> Asked:
        return Asked(
            account.name,
            lambda budget_s, at_once: accounts.source(
                place.team_id, account, budget_s, at_once=at_once
            ),
            asker.zone(account),
            account.week_start,
            discretion(account),
        )

    found = answer_all(
        question.query,
        [asked(one) for one in meant],
        desk.now(),
        notes=question.notes,
        budget_s=QUESTION_S,
    )
    _note_all(desk, question, meant, found)
    return found


def _note_all(desk: Desk, question: Question, meant: Sequence[Account], found: Portfolio) -> None:
    """Keep which accounts answered and whose key was refused, and tell the owners of these."""
    rows = {row.name: row for row in found.rows}
    asked = [(one, rows[one.name]) for one in meant if one.name in rows]
    refused = [one for one, row in asked if row.missing is Missing.REFUSED]
    failure = KeyRefusedError(say("upstream.refused"))
    met = [(one, None) for one, row in asked if row.report is not None]
    noting.note(desk, [*met, *((one, failure) for one in refused)])
    # Their rows come again with the next question: nobody waits for it.
    noting.tell_owners(desk, refused, Request(Purpose.REPLACE_KEY, question.place.user_id))


def discretion(account: Account) -> Discretion:
    """What of an account's lists is hidden or masked."""
    mask = MASKED.mask if account.masking else None
    return Discretion(hide=frozenset(account.hidden), mask=mask)
