"""`digest test #7`: what it would post now, shown to the asker alone, and said to be a test."""

from __future__ import annotations

from bot.answer_all import Account as Asked
from bot.core.digest import ALL, Digest, query_for
from bot.core.rights import Act
from bot.core.sentences import say
from bot.digest_answer import Posting, answer_digest
from bot.errors import BotError, KeyRefusedError, UpstreamError
from bot.render.notice import notice
from bot.slack import fetching, noting
from bot.slack.asker import Asker
from bot.slack.desk import QUESTION_S, Desk
from bot.slack.digests import found
from bot.slack.place import Place
from bot.slack.questions import Question
from bot.slack.working import announced
from bot.storage.accounts import Account
from bot.storage.subscriptions import State, Subscription


def test(desk: Desk, place: Place, number: int) -> None:
    """Show whoever may see the digest, and ask about its account here, what it would post."""
    asker = desk.admit(place)
    mine = found.seen(desk, place, asker, number)
    digest, now = found.set_in(mine), desk.now()
    meant = _meant(asker, digest)
    asked = [_asked(desk, place, asker, each) for each in meant]
    one = None if digest.account == ALL else meant[0]
    question = Question(place, asker, query_for(digest, now), one)
    posting = _posting(desk, place, asker, mine)
    with announced(desk, place):
        try:
            plan = answer_digest(digest, posting, asked, now, budget_s=QUESTION_S)
        except UpstreamError as error:
            raise _failed(desk, question, error) from error
    if one is not None:
        noting.note(desk, [(one, None)])
    desk.replies.whisper(place, plan or notice([say("digest.empty_test")], place.language))


def _meant(asker: Asker, digest: Digest) -> list[Account]:
    """The accounts that it is about; RightsError for one that may not be asked about here."""
    if digest.account == ALL:
        meant = list(asker.visible)
        if not meant:
            raise asker.nothing()
        return meant
    account = asker.circle.numbered(int(digest.account))
    if account is None:
        raise BotError(say("account.gone"), say("account.gone_hint"))
    asker.must(Act.ASK, account)
    return [account]


def _asked(desk: Desk, place: Place, asker: Asker, account: Account) -> Asked:
    accounts = desk.services.accounts
    return Asked(
        account.name,
        lambda budget_s, at_once: accounts.source(
            place.team_id, account, budget_s, at_once=at_once
        ),
        asker.zone(account),
        account.week_start,
        fetching.discretion(account),
    )


def _posting(desk: Desk, place: Place, asker: Asker, mine: Subscription) -> Posting:
    return Posting(
        number=mine.number,
        due_at=desk.now(),
        owner=desk.people.called(mine.owner_user_id),
        next_run_at=mine.next_run_at if mine.state is State.ACTIVE else None,
        named=len(asker.circle.accounts) > 1,
        command=desk.command(place),
        mention="",
        trial=True,
    )


def _failed(desk: Desk, question: Question, error: UpstreamError) -> BotError:
    """What is told where there are no figures; of a refused key the account's owner hears."""
    account = question.account
    if account is None:
        return error
    noting.note(desk, [(account, error)])
    if not isinstance(error, KeyRefusedError):
        return error
    return fetching.refused(desk, question, account, error)
