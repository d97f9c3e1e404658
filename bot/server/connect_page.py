"""The page on which a Flow XO key is typed: HTML without a script, and the headers it goes with.

Shows no key, ever, and nothing of a link that is not open.
"""

from __future__ import annotations

import base64
import hashlib
import html
from dataclasses import dataclass

from bot.core.sentences import say

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1c1d; --paper: #fff; --quiet: #616061; --edge: #868686;
  --go: #0f6b4f; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f3f3f3; --paper: #1a1d21; --quiet: #b9babd; --edge: #8d8e91; --go: #1d8a66;
    --bad: #ff8a80; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif; }
main { max-width: 32rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .75rem; overflow-wrap: anywhere; }
p, li { overflow-wrap: anywhere; margin: 0 0 .75rem; }
ol { padding-left: 1.25rem; }
label { display: block; font-weight: 600; margin: 1.5rem 0 .375rem; }
input { width: 100%; min-height: 3rem; padding: .5rem .75rem; font: inherit; color: inherit;
  background: transparent; border: 1px solid var(--edge); border-radius: .5rem; }
input[aria-invalid] { border-color: var(--bad); }
.bad { color: var(--bad); font-weight: 600; margin: .5rem 0 0; }
.quiet { color: var(--quiet); font-size: .9375rem; }
button { width: 100%; min-height: 3rem; margin: 1.25rem 0; font: inherit; font-weight: 600;
  color: #fff; background: var(--go); border: 0; border-radius: .5rem; cursor: pointer; }
:focus-visible { outline: 3px solid #3d8bfd; outline-offset: 2px; }
"""
_HASH = base64.b64encode(hashlib.sha256(_STYLE.encode()).digest()).decode()
HEADERS = (
    (
        "Content-Security-Policy",
        f"default-src 'none'; style-src 'sha256-{_HASH}'; form-action 'self'; base-uri 'none'; "
        "frame-ancestors 'none'",
    ),
    ("Referrer-Policy", "no-referrer"),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Frame-Options", "DENY"),
    ("X-Robots-Tag", "noindex, nofollow"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Cross-Origin-Resource-Policy", "same-origin"),
    ("Permissions-Policy", "interest-cohort=()"),
)


@dataclass(frozen=True, slots=True)
class Form:
    """What an open link is for: the account's name ("" where it has none yet), a workspace, and
    whether a key is replaced.
    """

    account: str
    workspace: str
    replaces: bool = False


def form_page(form: Form, stamp: str, fault: str = "") -> bytes:
    """The form; `stamp` proves that what comes back was sent from it, `fault` is what was wrong."""
    title = say("connect.page.title_unnamed")
    if form.account and form.replaces:
        title = say("connect.page.replace_title", account=form.account)
    elif form.account:
        title = say("connect.page.title", account=form.account)
    described = "where fault" if fault else "where"
    wrong = f'<p class="bad" id="fault" role="alert">{_text(fault)}</p>' if fault else ""
    return _page(
        title,
        f"<p>{_text(say('connect.page.for', workspace=form.workspace))}</p>"
        '<form method="post" autocomplete="off">'
        f'<input type="hidden" name="stamp" value="{_text(stamp)}">'
        f'<label for="key">{_text(say("connect.page.label"))}</label>'
        '<input id="key" name="key" type="password" required autofocus spellcheck="false" '
        'autocapitalize="none" autocomplete="off" maxlength="4000" '
        f'aria-describedby="{described}"{" aria-invalid=true" if fault else ""}>'
        f"{wrong}"
        f'<p class="quiet" id="where">{_text(say("connect.page.where"))}</p>'
        f"<button>{_text(say('connect.page.go'))}</button>"
        "</form>"
        f'<p class="quiet">{_text(say("connect.page.promise"))}</p>',
    )


def note_page(title: str, *lines: str) -> bytes:
    """A page that only says something."""
    return _page(title, "".join(f"<p>{_text(line)}</p>" for line in lines))


def _page(title: str, body: str) -> bytes:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{_text(title)}</title><style>{_STYLE}</style></head>"
        f"<body><main><h1>{_text(title)}</h1>{body}</main></body></html>\n"
    ).encode()


def _text(words: str) -> str:
    return html.escape(words, quote=True)
