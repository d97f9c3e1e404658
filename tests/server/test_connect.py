"""The page on which a key is typed: what each request gets, and what it changes, over real HTTP."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from urllib.parse import urlencode

import pytest

from bot.core.key_page import Form, Tried
from bot.errors import StorageError
from bot.server.metrics import Metrics
from bot.server.routes import Routes
from tests.server.asking import Answer, ask

OPEN, OTHER = "o" * 43, "x" * 43
KEY = "eyJhbGciOiJIUzI1NiJ9.secret"


@dataclass
class Links:
    """One open link; a key that is called "wrong" is refused."""

    form: Form = field(default_factory=lambda: Form("Acme <b>Support</b>", "Acme & Co"))
    open: set[str] = field(default_factory=lambda: {OPEN})
    saved: list[str] = field(default_factory=list)
    names: list[str] = field(default_factory=list)
    broken: Exception | None = None

    def look(self, token: str) -> Form | None:
        """The form of an open link."""
        if self.broken:
            raise self.broken
        return self.form if token in self.open else None

    def submit(self, token: str, key: str, name: str) -> Tried | None:
        """Closes the link with the first key that is not wrong, under a name that is not taken."""
        if token not in self.open:
            return None
        self.names.append(name)
        if key == "wrong":
            return Tried(saved=False, fault="Flow XO refused this key.")
        if name == "Taken":
            return Tried(saved=False, fault="That name is taken.", names=True)
        self.open.remove(token)
        self.saved.append(key)
        return Tried(saved=True)


@dataclass
class Site:
    """The page, served."""

    links: Links
    port: int

    def get(self, token: str = OPEN, method: str = "GET") -> Answer:
        """What the link shows."""
        return ask(self.port, f"/connect/{token}", method)

    def stamp(self) -> str:
        """What the form holds besides the key."""
        found = re.search(r'name="stamp" value="(\w+)"', self.get().text)
        assert found
        return found[1]

    def post(self, token: str = OPEN, **parts: str) -> Answer:
        """Send the form as a browser does; `parts` change its fields and headers."""
        headers = {
            "Content_Type": parts.pop("kind", "application/x-www-form-urlencoded"),
            "Sec_Fetch_Site": parts.pop("site", "same-origin"),
        }
        fields = {"stamp": parts.pop("stamp", None) or self.stamp(), "key": KEY} | parts
        return ask(self.port, f"/connect/{token}", "POST", urlencode(fields).encode(), **headers)


@pytest.fixture
def site(serve: Callable[..., int]) -> Site:
    """One open link."""
    links = Links()
    return Site(links, serve(Routes(None, {}, Metrics(), None, links)))


def test_a_link_shows_a_form_and_changes_nothing(site: Site) -> None:
    """However often it is opened, by a preview first; names are text."""
    for method in ("GET", "HEAD", "GET"):
        shown = site.get(method=method)
        assert shown.status == 200
    assert "Connect Acme &lt;b&gt;Support&lt;/b&gt;" in shown.text
    assert "Acme &amp; Co" in shown.text
    assert 'type="password"' in shown.text
    assert "<script" not in shown.text
    assert site.links.open == {OPEN}


def test_a_key_is_taken_once(site: Site) -> None:
    """And a reload of what comes then sends nothing again."""
    stamp = site.stamp()
    sent = site.post(stamp=stamp)
    assert (sent.status, sent.headers["location"]) == (303, "done")
    assert "Connected" in ask(site.port, "/connect/done", "GET").text
    again = site.post(stamp=stamp)
    assert again.status == 404
    assert "once and for ten minutes" in again.text
    assert site.links.saved == [KEY]


def test_a_refused_key_is_said_beside_the_field_and_not_shown(site: Site) -> None:
    """The link stays open for another try."""
    stamp = site.stamp()
    sent = site.post(stamp=stamp, key="wrong")
    assert sent.status == 422
    assert "Flow XO refused this key." in sent.text
    assert "aria-invalid=true" in sent.text
    assert '"wrong"' not in sent.text
    assert site.post(stamp=stamp).status == 303


def test_a_name_is_asked_where_the_link_has_none(site: Site) -> None:
    """Beside its input stands what is wrong with it, and what was typed stays there."""
    assert 'name="name"' not in site.get().text
    site.links.form = Form("", "Acme & Co")
    shown = site.get().text
    assert '<label for="name">' in shown
    assert "Connect a Flow XO account" in shown
    sent = site.post(name="Taken")
    assert sent.status == 422
    assert 'id="name-fault" role="alert">That name is taken.' in sent.text
    assert 'value="Taken"' in sent.text
    assert KEY not in sent.text
    assert site.post(name='Ac"me').status == 303
    assert site.links.names == ["Taken", 'Ac"me']


def test_a_name_that_was_taken_meanwhile_can_be_typed_anew(site: Site) -> None:
    """Also where the link had one."""
    sent = site.post(name="Taken")
    assert 'id="name-fault"' in sent.text
    assert 'name="name"' in sent.text


def test_a_replaced_key_leaves_the_name(site: Site) -> None:
    """Whatever a form says of it."""
    site.links.form = Form("Acme", "Acme & Co", replaces=True)
    shown = site.get().text
    assert "Replace the key of Acme" in shown
    assert 'name="name"' not in shown
    assert site.post(name="Taken").status == 303
    assert site.links.names == [""]


@pytest.mark.parametrize("token", [OTHER, "", "short", "o" * 44, "o" * 42 + "%2f", "../" * 9])
def test_what_is_not_open_is_told_the_same(site: Site, token: str) -> None:
    """Guessed, cut or too old: nobody learns which, nor for whom it was."""
    shown = site.get(token)
    assert shown.status == 404
    assert "work any more" in shown.text
    assert "Acme" not in shown.text


@pytest.mark.parametrize(
    "parts",
    [{"site": "cross-site"}, {"site": "same-site"}, {"site": "none"}, {"stamp": "0" * 64},
     {"kind": "text/plain"}, {"kind": "application/json"}, {"key": "x" * 20_000}],
    ids=["cross-site", "same-site", "none", "stamp", "text", "json", "long"],
)  # fmt: skip
def test_a_form_from_elsewhere_saves_nothing(site: Site, parts: dict[str, str]) -> None:
    """Neither another site's, nor one without the stamp, nor what is no form."""
    assert site.post(**parts).status == 400
    assert (site.links.saved, site.links.open) == ([], {OPEN})


@pytest.mark.parametrize("body", [b"key=\xff", b"&".join([b"a=b"] * 9)])
def test_a_body_that_is_no_form_of_ours_saves_nothing(site: Site, body: bytes) -> None:
    """Neither other letters than a form has, nor more fields."""
    kind = {"Content_Type": "application/x-www-form-urlencoded"}
    assert ask(site.port, f"/connect/{OPEN}", "POST", body, **kind).status == 400
    assert site.links.saved == []


def test_a_browser_that_says_no_site_is_served(site: Site) -> None:
    """Old ones do not."""
    body = urlencode({"stamp": site.stamp(), "key": KEY}).encode()
    kind = {"Content_Type": "application/x-www-form-urlencoded; charset=utf-8"}
    assert ask(site.port, f"/connect/{OPEN}", "POST", body, **kind).status == 303


def test_trouble_of_ours_is_said_and_told_nobody(site: Site) -> None:
    """The page says that nothing was saved, and no reason."""
    for trouble in (StorageError("the disk is full"), RuntimeError("the disk is full")):
        site.links.broken = trouble
        shown = site.get()
        assert shown.status == 503
        assert "Nothing was saved" in shown.text
        assert "disk" not in shown.text


def test_every_page_is_kept_from_others(site: Site) -> None:
    """No frame, no script, no cache, no referrer, no search engine."""
    for path in (OPEN, OTHER, "done"):
        headers = site.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert "unsafe" not in policy
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        assert "noindex" in headers["x-robots-tag"]
        assert "max-age" in headers["strict-transport-security"]


def test_other_methods_are_refused(site: Site) -> None:
    """With those that are not."""
    shown = ask(site.port, f"/connect/{OPEN}", "PUT", b"")
    assert (shown.status, shown.headers["allow"]) == (405, "GET, HEAD, POST")


def test_without_a_door_there_is_no_page(serve: Callable[..., int]) -> None:
    """Where the bot has no address of its own."""
    assert ask(serve(Routes(None, {}, Metrics())), f"/connect/{OPEN}", "GET").status == 404


def test_metrics_do_not_tell_the_links(site: Site) -> None:
    """Their paths open forms."""
    site.get()
    assert OPEN not in ask(site.port, "/metrics", "GET").text
