"""Who may ask, by users.info: full members of this workspace; whoever is unknown may not."""

from __future__ import annotations

from typing import Any

import pytest
from slack_sdk import WebClient

from bot.core.rights import Standing
from bot.demo.slack_faults import error, html, no_object, ratelimited, reset
from bot.demo.slack_server import FakeSlack
from bot.demo.slack_workspace import (
    ADMIN,
    ASKER,
    BOT_USER,
    CHATBOTS,
    COLLEAGUE,
    GONE,
    GUEST,
    OTHER_BOT,
    OTHER_TEAM,
    SINGLE_GUEST,
    STRANGER,
    TEAM,
)
from bot.errors import RightsError
from bot.slack.identity import Identity, IdentityCard
from bot.slack.rights import People, _standing
from tests.slack.conftest import Clock, Running


@pytest.fixture
def people(slack: FakeSlack, clock: Clock) -> People:
    """Looks up in the fake Slack."""
    client = WebClient(slack.bot_token, base_url=slack.api_url, timeout=5, retry_handlers=[])
    return People(client, IdentityCard(client, clock), clock)


@pytest.mark.parametrize(
    ("user_id", "standing"),
    [
        (ASKER, Standing.MEMBER),
        (ADMIN, Standing.MEMBER),
        (GUEST, Standing.GUEST),
        (SINGLE_GUEST, Standing.SINGLE_GUEST),
        (STRANGER, Standing.STRANGER),
        (OTHER_BOT, Standing.BOT),
        (BOT_USER, Standing.BOT),
        (GONE, Standing.GONE),
    ],
)
def test_everyone_has_a_standing(people: People, user_id: str, standing: Standing) -> None:
    """As users.info tells it; who is nobody is not even heard."""
    person = people.find(user_id)
    assert person is not None
    assert person.standing is standing
    if standing in (Standing.BOT, Standing.GONE):
        with pytest.raises(RightsError):
            people.admit(user_id)
    else:
        assert people.admit(user_id) == person


def test_an_admin_is_known_as_one(people: People) -> None:
    """And nobody else."""
    assert people.admit(ADMIN).admin
    assert not people.admit(ASKER).admin


@pytest.mark.parametrize(
    "fault", [error("user_not_found"), html(), no_object(), reset(), ratelimited(1)]
)
def test_who_cannot_be_looked_up_may_not_ask(people: People, slack: FakeSlack, fault: Any) -> None:
    """Unknown counts as no, and is asked again the next time."""
    slack.faults.add("users.info", fault)
    with pytest.raises(RightsError, match="who you are"):
        people.admit(ASKER)
    assert people.admit(ASKER).standing is Standing.MEMBER


def test_who_is_unknown_to_slack_may_not_ask(people: People) -> None:
    """No such user."""
    with pytest.raises(RightsError):
        people.admit("U0NOBODY01")


def test_a_member_is_looked_up_once_a_day(people: People, slack: FakeSlack, clock: Clock) -> None:
    """And again after it."""
    for _ in range(3):
        people.find(ASKER)
    clock.advance(hours=23)
    people.find(ASKER)
    assert len(slack.called("users.info")) == 1
    clock.advance(hours=2)
    people.find(ASKER)
    assert len(slack.called("users.info")) == 2


@pytest.mark.parametrize(
    ("user_id", "changes"),
    [
        (ASKER, {"is_restricted": True}),
        (ASKER, {"deleted": True}),
        (ADMIN, {"is_admin": False, "is_owner": False}),
    ],
)
def test_whoever_asks_is_looked_up_after_ten_minutes_again(
    people: People, slack: FakeSlack, clock: Clock, user_id: str, changes: dict[str, Any]
) -> None:
    """A guest or an admin of this morning may be neither by now."""
    before = people.admit(user_id)
    slack.workspace.change_user(user_id, **changes)
    clock.advance(minutes=9)
    assert people.admit(user_id) == before
    assert len(slack.called("users.info")) == 1
    clock.advance(minutes=2)
    if "deleted" in changes:
        with pytest.raises(RightsError, match="not in use"):
            people.admit(user_id)
    else:
        assert people.admit(user_id) != before
    assert len(slack.called("users.info")) == 2


def test_while_slack_does_not_say_a_member_of_today_may_ask(
    people: People, slack: FakeSlack, clock: Clock
) -> None:
    """And change nothing; whom it called something else is kept out as ever."""
    people.admit(ASKER)
    assert people.admit(GUEST).outsider
    clock.advance(hours=23)
    slack.faults.add("users.info", html(), None)
    assert people.admit(ASKER).standing is Standing.MEMBER
    for user_id, afresh in ((ASKER, True), (GUEST, False)):
        with pytest.raises(RightsError, match="who you are"):
            people.admit(user_id, afresh=afresh)
    clock.advance(hours=2)
    with pytest.raises(RightsError, match="who you are"):
        people.admit(ASKER)


def test_who_has_changed_is_looked_up_at_once(people: People, slack: FakeSlack) -> None:
    """Others are known as before."""
    for user_id in (ASKER, ADMIN):
        people.find(user_id)
    slack.workspace.change_user(ASKER, is_restricted=True)
    people.forget(ASKER)
    people.forget("U0NOBODY01")
    assert people.admit(ASKER).outsider
    people.admit(ADMIN)
    assert len(slack.called("users.info")) == 3


class Overtaken(WebClient):
    """Whose answers about people arrive after Slack told of a change."""

    people: People | None = None

    def users_info(self, *, user: str, include_locale: bool | None = None, **kwargs: Any) -> Any:
        """The answer of before."""
        answer = super().users_info(user=user, include_locale=include_locale, **kwargs)
        assert self.people is not None
        self.people.forget(user)
        return answer


def test_an_answer_from_before_a_change_is_not_remembered(slack: FakeSlack, clock: Clock) -> None:
    """It was on its way while Slack told of the change."""
    client = Overtaken(slack.bot_token, base_url=slack.api_url, timeout=5, retry_handlers=[])
    client.people = people = People(client, IdentityCard(client, clock), clock)
    assert people.find(ASKER) is not None
    assert people.known(ASKER) is None


@pytest.mark.parametrize(
    ("user_id", "changes", "says"),
    [
        (COLLEAGUE, {"is_restricted": True}, "you are here as a guest"),
        (COLLEAGUE, {"deleted": True}, "this account is not in use"),
    ],
)
def test_who_loses_a_right_has_lost_it_with_slack_s_word(
    running: Running, user_id: str, changes: dict[str, Any], says: str
) -> None:
    """The event that tells of it is enough."""
    slack = running.slack
    slack.command("help", user=user_id)
    slack.wait_for_messages()
    assert slack.change_user(user_id, **changes).ok
    slack.command("stats last week", user=user_id)
    assert says in slack.wait_for_messages(2)[-1].text


@pytest.mark.parametrize("user", [None, {}, "U1", {"id": 5}, {"id": ["U1"]}])
def test_a_change_that_says_not_of_whom_is_acked(running: Running, user: object) -> None:
    """And nothing comes of it."""
    payload = running.slack.make_user_change(COLLEAGUE)
    event = payload["event"]
    assert isinstance(event, dict)
    changed = {**payload, "event": {**event, "user": user}}
    assert running.slack.send(running.slack.signed_event(changed)).ok
    assert running.slack.messages == []


def test_a_guest_who_becomes_a_member_waits_ten_minutes(
    people: People, slack: FakeSlack, clock: Clock
) -> None:
    """What keeps people out is remembered for a shorter time."""
    assert people.admit(GUEST).outsider
    slack.workspace.change_user(GUEST, is_restricted=False)
    assert people.admit(GUEST).outsider
    clock.advance(minutes=11)
    assert people.admit(GUEST).standing is Standing.MEMBER


US = Identity(TEAM, BOT_USER, "B1", "flowxo", "E1")


@pytest.mark.parametrize(
    ("user", "standing"),
    [
        ({"team_id": TEAM, "is_restricted": False, "is_ultra_restricted": False}, Standing.MEMBER),
        ({"team_id": TEAM, "is_restricted": False}, None),
        ({"team_id": TEAM}, None),
        ({"team_id": TEAM, "is_restricted": "false", "is_ultra_restricted": False}, None),
        ({"team_id": OTHER_TEAM, "is_restricted": False, "is_ultra_restricted": False},
         Standing.STRANGER),
        ({"is_restricted": False, "is_ultra_restricted": False}, Standing.STRANGER),
        ({"team_id": OTHER_TEAM, "enterprise_user": {"teams": [OTHER_TEAM, TEAM]},
          "is_restricted": False, "is_ultra_restricted": False}, Standing.MEMBER),
        ({"team_id": OTHER_TEAM, "enterprise_user": {"teams": [OTHER_TEAM]},
          "is_restricted": False, "is_ultra_restricted": False}, Standing.STRANGER),
        ({"team_id": TEAM, "is_stranger": True, "is_restricted": False,
          "is_ultra_restricted": False}, Standing.STRANGER),
        ({"team_id": TEAM, "is_restricted": False, "is_ultra_restricted": True},
         Standing.SINGLE_GUEST),
        ({"team_id": TEAM, "is_restricted": True, "is_ultra_restricted": True},
         Standing.SINGLE_GUEST),
        ({"team_id": TEAM, "is_restricted": True, "is_ultra_restricted": False}, Standing.GUEST),
        ({"team_id": OTHER_TEAM, "enterprise_user": {"enterprise_id": "E1", "teams": [OTHER_TEAM]},
          "is_restricted": False, "is_ultra_restricted": False}, Standing.COLLEAGUE),
        ({"team_id": OTHER_TEAM, "enterprise_user": {"enterprise_id": "E2", "teams": [OTHER_TEAM]},
          "is_restricted": False, "is_ultra_restricted": False}, Standing.STRANGER),
    ],
)  # fmt: skip
def test_a_standing_needs_slack_s_own_words(
    user: dict[str, object], standing: Standing | None
) -> None:
    """What is left out is not known, and then nobody is admitted; Enterprise Grid has its own."""
    assert _standing("U1", user, US) is standing


def test_slackbot_is_a_bot_whatever_it_says() -> None:
    """It says is_bot false."""
    full = {"team_id": TEAM, "is_restricted": False, "is_ultra_restricted": False, "is_bot": False}
    assert _standing("USLACKBOT", full, US) is Standing.BOT


def test_a_zone_that_no_table_has_is_none(people: People, slack: FakeSlack) -> None:
    """Slack may know zones that we do not, or none."""
    slack.workspace.change_user(ASKER, tz="Mars/Olympus", locale=None)
    person = people.admit(ASKER)
    assert (person.zone, person.locale) == (None, None)
    slack.workspace.change_user(ADMIN, tz="../../etc/passwd")
    assert people.admit(ADMIN).zone is None


def test_who_we_are_is_asked_once(slack: FakeSlack, clock: Clock) -> None:
    """auth.test is no part of every request."""
    client = WebClient(slack.bot_token, base_url=slack.api_url, retry_handlers=[])
    card = IdentityCard(client, clock)
    assert card.known is None
    assert card.get() == card.get() == card.known
    assert card.get().team_id == TEAM
    assert len(slack.called("auth.test")) == 1


def test_while_slack_does_not_say_who_we_are_nobody_is_admitted(
    people: People, slack: FakeSlack, clock: Clock
) -> None:
    """And it is not asked by everyone who waits, but again a moment later."""
    slack.faults.add("auth.test", html())
    for _ in range(3):
        with pytest.raises(RightsError):
            people.admit(ASKER)
    assert len(slack.called("auth.test")) == 1
    clock.advance(seconds=3)
    assert people.admit(ASKER).standing is Standing.MEMBER


@pytest.mark.parametrize(
    ("user", "word"), [(GUEST, "guest"), (SINGLE_GUEST, "guest"), (STRANGER, "another one")]
)
def test_a_refusal_over_the_command_is_private_and_says_why(
    running: Running, user: str, word: str
) -> None:
    """With somebody to turn to, and no figure."""
    assert running.slack.command("stats last week", user=user).ok
    (message,) = running.slack.wait_for_messages()
    assert message.only_for == user
    assert word in message.text
    running.idle()
    assert running.source.asked == []


def test_another_workspace_is_refused(running: Running) -> None:
    """The token is of one workspace, and so are its figures."""
    fields = {**running.slack.make_command("stats last week"), "team_id": OTHER_TEAM}
    assert running.slack.send(running.slack.signed_command(fields)).ok
    (message,) = running.slack.wait_for_messages()
    assert "another workspace" in message.text
    running.idle()
    assert running.source.asked == []


def test_an_event_of_another_workspace_shows_nothing(running: Running) -> None:
    """Whatever its other fields say."""
    payload = running.slack.make_mention("stats last week")
    payload["authorizations"] = [{"team_id": OTHER_TEAM}]
    assert running.slack.send(running.slack.signed_event(payload)).ok
    running.idle()
    assert running.source.asked == []
    assert all(message.only_for for message in running.slack.messages)


def test_a_press_from_another_workspace_shows_nothing(running: Running) -> None:
    """In a shared channel others see the buttons, too."""
    running.slack.mention("stats last week")
    message = running.slack.wait_for_messages()[0]
    count = len(running.source.asked)
    payload = running.slack.make_press(message, "Previous Week")
    payload["team"] = {"id": OTHER_TEAM}
    assert running.slack.send(running.slack.signed_interaction(payload)).ok
    running.idle()
    assert len(running.source.asked) == count
    assert "another workspace" in running.slack.messages[-1].text
    assert running.slack.messages[-1].only_for == ASKER
    assert running.slack.messages[-1].channel_id == CHATBOTS
