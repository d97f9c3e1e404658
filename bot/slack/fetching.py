"""Fetches what a question asks for, of its account or of all that it may be asked of.

Shows nothing; how accounts do is kept where that can be kept.
"""

from __future__ import annotations

import logging
import time
from contextlib import suppress
from dataclasses import replace

from bot.answer import MASKED, answer
from bot.answer_all import Account as Asked
from bot.answer_all import answer_all
from bot.core.reports import Note, NoteKind, Report
from bot.core.rights import Act
from bot.core.toplists import Discretion
from bot.errors import KeyRefusedError, StorageError, UpstreamError
from bot.slack import offers
from bot.slack.desk import QUESTION_S, Desk
from bot.slack.found import Found
from bot.slack.place import Manner
from bot.slack.questions import Question
from bot.storage.accounts import Account

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
            discretion=_discretion(account),
        )
    except UpstreamError as error:
        _note(desk, team_id, account, error)
        if isinstance(error, KeyRefusedError):
            place, query = question.place, question.query
            raise offers.key_refused(desk, place, question.asker, account, query, error) from error
        raise
    _note(desk, team_id, account, None)
    if question.query.zone is None and not question.asker.knows_zone(account):
        report = replace(report, notes=(*report.notes, Note(NoteKind.ZONE_UNKNOWN)))
    return report


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
            _discretion(account),
        )

    return answer_all(
        question.query,
        [asked(one) for one in meant],
        desk.now(),
        notes=question.notes,
        budget_s=QUESTION_S,
    )


def _discretion(account: Account) -> Discretion:
    mask = MASKED.mask if account.masking else None
    return Discretion(hide=frozenset(account.hidden), mask=mask)


def _note(desk: Desk, team_id: str, account: Account, error: UpstreamError | None) -> None:
    """Keep how the account does; that it cannot be kept costs nobody the answer."""
    accounts = desk.services.accounts
    if accounts.worth_noting(account, error):
        with suppress(StorageError):
            desk.keeper.write(
                lambda connection: accounts.note(connection, team_id, account, error),
                "health_not_noted",
            )
