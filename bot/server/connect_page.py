"""The page on which a Flow XO key is typed: HTML without a script, and the headers it goes with.

Shows no key, ever, and nothing of a link that is not open.
"""

from __future__ import annotations

import base64
import hashlib
import html

from bot.core.key_page import Form, Tried
from bot.core.sentences import say

_STYLE = """
:root { color-scheme: light dark; --ink: #1d1c1d; --paper: #fff; --quiet: #616061; --edge: #868686;
  --go: #0f6b4f; --bad: #b3261e; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #f3f3f3; --paper: #1a1d21; --quiet: #b9babd; --edge: #8d8e91; --go: #17795a;
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
input ~ .quiet { margin-top: .5rem; }
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


def form_page(form: Form, stamp: str, tried: Tried | None = None, name: str = "") -> bytes:
    """The form; `stamp` proves that what comes back was sent from it.

    `tried` is what was wrong with what was sent in before, `name` the name that was typed then.
    """
    title = say("connect.page.title_unnamed")
    if form.account and form.replaces:
        title = say("connect.page.replace_title", account=form.account)
    elif form.account:
        title = say("connect.page.title", account=form.account)
    names = tried is not None and tried.names
    fault = tried.fault if tried is not None else ""
    asks_name = form.asks_name or names
    focus = "name" if names or (asks_name and not fault) else "key"
    inputs = [_input("key", "", "" if names else fault, focus)]
    if asks_name:
        inputs.insert(0, _input("name", name or form.account, fault if names else "", focus))
    return _page(
        title,
        f"<p>{_text(say('connect.page.for', workspace=form.workspace))}</p>"
        '<form method="post" autocomplete="off">'
        f'<input type="hidden" name="stamp" value="{_text(stamp)}">'
        f"{''.join(inputs)}"
        f"<button>{_text(say('connect.page.go'))}</button>"
        "</form>"
        f'<p class="quiet">{_text(say("connect.page.promise"))}</p>',
    )


def _input(field: str, value: str, fault: str, focus: str) -> str:
    """An input with its label, what was wrong with it, and a line that says what it is.

    How much may be typed is not limited: what is cut without a word is not what was pasted.
    """
    described = f"{field}-fault {field}-hint" if fault else f"{field}-hint"
    wrong = f'<p class="bad" id="{field}-fault" role="alert">{_text(fault)}</p>' if fault else ""
    kind = "password" if field == "key" else "text"
    return (
        f'<label for="{field}">{_text(say(f"connect.page.{field}"))}</label>'
        f'<input id="{field}" name="{field}" type="{kind}" value="{_text(value)}" required '
        'spellcheck="false" autocapitalize="none" autocomplete="off" '
        f'aria-describedby="{described}"{" aria-invalid=true" if fault else ""}'
        f"{' autofocus' if field == focus else ''}>"
        f"{wrong}"
        f'<p class="quiet" id="{field}-hint">{_text(say(f"connect.page.{field}_hint"))}</p>'
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
