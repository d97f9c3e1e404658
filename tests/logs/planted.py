"""Secrets to plant in log lines, and where the lines go, for tests."""

from __future__ import annotations

import io
import json
import logging

from bot import logs

KEY = "Zz9-the-configured-key"
PASSWORD = "p@ss/w0rd-of-db"
CONFIGURED = [
    KEY,
    f"postgresql+psycopg://bot:{PASSWORD}@db.example/x",
    'quote"d-secret',
    "ü-secret",
]
# What must never be seen, and a text that holds it as it turns up in the wild.
PLANTED = {
    "xoxb-17-bot-SECRET": "token xoxb-17-bot-SECRET,",
    "xoxp-17-user-SECRET": "xoxp-17-user-SECRET",
    "SECRETrefresh": "xoxe-1-SECRETrefresh",
    "SECRETrotating": "xoxe.xoxb-1-SECRETrotating",
    "xapp-1-A1-2-SECRET": "xapp-1-A1-2-SECRET",
    "SECRETform": "token=xoxb%2D17%2DSECRETform&team=T1",
    "eyJhbGciSECRET": "key eyJhbGciSECRET.eyJzdWIiSECRET.sig-SECRET",
    "SECRETbearer": "Authorization: Bearer SECRETbearer",
    "SECRETheader": "{'Authorization': 'Bearer SECRETheader'}",
    "SECRETbasic": "authorization=Basic SECRETbasic==",
    "/commands/T1/1/SECRET": "POST https://hooks.slack.com/commands/T1/1/SECRET failed",
    "T1/SECRETgov": "https://hooks.slack-gov.com/actions/T1/SECRETgov",
    r"T1\/SECRETjson": r'"response_url":"https:\/\/hooks.slack.com\/actions\/T1\/SECRETjson"',
    "SECRETquoted": "https%3A%2F%2Fhooks.slack.com%2Fcommands%2FT1%2FSECRETquoted&x=1",
    "SECRETlocal": '{"response_url": "http://127.0.0.1:9/SECRETlocal"}',
    "SECRETdb": "could not connect to postgresql://bot:SECRETdb@db:5432/x",
    "SECRET@db/odd": "postgres://bot:SECRET@db/odd@db/x",
    "SECRETredis": "redis://:SECRETredis@cache/0",
    "SECRETparam": "password=SECRETparam host=db",
    "SECRETlink" + "x" * 33: "GET https://bot.example/connect/SECRETlink" + "x" * 33,
    "SECRETline" + "y" * 33: "/connect/SECRETline" + "y" * 33 + " HTTP/1.1",
    "SECRETticket": "wss://wss-primary.slack.com/link/?ticket=SECRETticket&app_id=A",
    "SECRETpair": '"api_key": "SECRETpair with spaces"',
    "SECRETsigning": "signing_secret='SECRETsigning'",
    "SECRETform-1_x": "GET https://bot.example/connect/SECRETform-1_x?x=1 200",
    "SECRETform%2Fy": "url=https%3A%2F%2Fbot.example%2Fconnect%2FSECRETform%2Fy",
    "bk1SECRETkey": "ENCRYPTION_KEYS=bk1SECRETkey,bk2",
    "bk2SECRETkey": "encryption_key: 'bk2SECRETkey'",
    "a1SECRET" * 6: "found " + "a1SECRET" * 6,
    KEY: f"tried {KEY}!",
    PASSWORD: f"login failed for {PASSWORD}",
    "p%40ss%2Fw0rd-of-db": "login failed for p%40ss%2Fw0rd-of-db",
    'quote"d-secret': 'held quote"d-secret',
    "ü-secret": "held ü-secret",
}


def alone() -> None:
    """Without pytest's own handlers, which trip over records that are wrong on purpose."""
    ours = [h for h in logging.getLogger().handlers if type(h).__module__ == "bot.logs"]
    logging.getLogger().handlers[:] = ours


class Unspeakable:
    """An object that cannot say what it is."""

    def __str__(self) -> str:
        raise RuntimeError("xoxb-inside")

    __repr__ = __str__


def json_log(**options: str) -> io.StringIO:
    """The stream of a JSON log."""
    stream = io.StringIO()
    logs.configure(**options, style="json", secrets=CONFIGURED, stream=stream)
    return stream


def lines(stream: io.StringIO) -> list[dict[str, object]]:
    """The objects of a JSON log."""
    return [json.loads(line) for line in stream.getvalue().splitlines()]
