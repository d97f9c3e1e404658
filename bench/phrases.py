"""How well and how fast are date phrases read, beside every other library that is there to ask?

Accuracy on the corpora in tests/corpus, by class and language: right, wrong (another period than
the corpus says, or an answer to what must be refused) and refused. Others are asked in processes of
their own (`peer.py`), with the environment that `make peers` makes where there is one.
"""

from __future__ import annotations

import gc
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import partial
from pathlib import Path

from bench.peer import PEERS
from bench.table import Row
from bot.core.dates import read
from bot.core.parse import Context, parse
from bot.errors import ParseError
from tests.corpora import LANGUAGES, Case, cases, means

TITLE = "Date phrases"
_ROOT = Path(__file__).parents[1]
_PEER = Path(__file__).parent / "peer.py"
_OWN = _ROOT / ".venv-peers" / "bin" / "python"
# The classes and the files of which they are made, each with the language of its phrases.
FILES = (
    *((kind, code, f"{kind}.{code}.toml") for kind in ("core", "more") for code in LANGUAGES),
    ("more", "all", "beyond.toml"),
    ("more", "all", "blind.toml"),
    ("more", "all", "settled.toml"),
    ("comparisons", "all", "comparisons.toml"),
    ("nonsense", "all", "nonsense.toml"),
)
Asked = tuple[str, str, Case]
_LONGEST_S = 300  # for one library; the phrases are asked in random order
# What costs most: as long as is read at all, and longer; characters that stand for many.
_LONG = (
    "last 7 days by day vs last year " * 400,
    *(piece * (1_000 // len(piece)) for piece in ("x", '"', "-1 ", "foo ", "9", "\ufdfa", "½")),
    *(piece * 59 for piece in ("vs ", "12 ", "to ", "% ", "last ", "may ", "foo ", "fуо ")),
    "semana pasada " * 29,
    "a\u0301\u0302\u0303" * 250,
    "\ufdfa" * 10_000,
    '"' * 10_000,
)


@dataclass
class Score:
    """How one library did: counts by class, language and outcome, and the seconds a phrase."""

    name: str
    counts: Counter[tuple[str, str, str]] = field(default_factory=Counter)
    seconds: dict[str, float] = field(default_factory=dict)

    def add(self, kind: str, code: str, outcome: str) -> None:
        """One phrase of a class and a language."""
        self.counts[(kind, code, outcome)] += 1

    def share(self, outcome: str, kind: str | None = None, code: str | None = None) -> float:
        """The percent of an outcome, of all phrases or of a class and a language."""
        counted: Counter[str] = Counter()
        for (k, c, o), n in self.counts.items():
            if kind in (None, k) and code in (None, c):
                counted[o] += n
        return 100 * counted[outcome] / max(sum(counted.values()), 1)


def _asked(short: bool) -> list[Asked]:
    found = [(kind, code, case) for kind, code, name in FILES for case in cases(name)]
    return found[:: max(len(found) // 40, 1)] if short else found


def _dates(phrase: str, context: Context) -> bool:
    """Read as a line of dates, which is all that the others read."""
    try:
        read(phrase, context)
    except ParseError:
        return False
    return True


def _question(phrase: str, context: Context) -> bool:
    """Read as a whole question."""
    try:
        parse(phrase, context)
    except ParseError:
        return False
    return True


def _time(call: Callable[[], object], repeat: int) -> float:
    best = []
    for _ in range(repeat):
        begun = time.perf_counter()
        call()
        best.append(time.perf_counter() - begun)
    return min(best)


def _own_score(asked: list[Asked], repeat: int) -> Score:
    score = Score("ours")
    for kind, code, case in asked:
        try:
            answer = read(case.phrase, case.context)
        except ParseError:
            score.add(kind, code, "right" if case.refused else "refused")
        else:
            fits = not case.refused and means(answer, case)
            score.add(kind, code, "right" if fits else "wrong")
        seconds = _time(partial(_dates, case.phrase, case.context), repeat)
        score.seconds[case.id] = seconds
    return score


class _Peer:
    """Another library in a process of its own, which is started again where a phrase kills it."""

    def __init__(self, name: str) -> None:
        self._name = name
        self._process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        python = os.environ.get("PEERS_PYTHON") or str(_OWN if _OWN.exists() else sys.executable)
        return subprocess.Popen(
            [python, str(_PEER), self._name],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def is_there(self) -> bool:
        """Whether it is installed."""
        return bool(self._line())

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline()

    def ask(self, case: Case, code: str) -> tuple[list[list[str]], float]:
        """The ranges that it reads, and the seconds it took; what is mixed is English."""
        now = case.context.now.astimezone(case.context.zone).replace(tzinfo=None)
        asked = {
            "phrase": case.phrase,
            "now": now.isoformat(),
            "language": code if code in LANGUAGES else "en",
        }
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(asked) + "\n")
        self._process.stdin.flush()
        line = self._line()
        if not line:
            self.close()
            self._process = self._started()
            self._line()
            return [], 0.0
        answer = json.loads(line)
        return answer["ranges"], answer["seconds"]

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.communicate()


def _peer_score(name: str, asked: list[Asked]) -> Score | None:
    """The score of another library, of as many phrases as it reads in time; None without it."""
    peer = _Peer(name)
    try:
        if not peer.is_there():
            return None
        score = Score(name)
        begun = time.perf_counter()
        for kind, code, case in random.Random(1).sample(asked, len(asked)):
            ranges, seconds = peer.ask(case, code)
            score.add(kind, code, _outcome(ranges, case))
            if ranges:
                score.seconds[case.id] = seconds
            if time.perf_counter() - begun > _LONGEST_S:
                break
        return score
    finally:
        peer.close()


def _outcome(ranges: list[list[str]], case: Case) -> str:
    """A grouping is not asked of others; a comparison is right where both periods are there."""
    if case.refused or not ranges:
        return "right" if case.refused and not ranges else "wrong" if ranges else "refused"
    wanted = [(case.start, case.end), *([case.compare] if case.compare else [])]
    found = [tuple(_bare(text) for text in one) for one in ranges]
    return "right" if found == [tuple(_bare(t) for t in one) for one in wanted] else "wrong"


def _bare(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=None)


def _table(score: Score) -> Iterator[Row]:
    """Right / wrong / refused in percent, by class and by language."""
    for kind in dict.fromkeys(kind for kind, _, _ in FILES):
        codes = [code for k, code, _ in FILES if k == kind]
        cells = []
        for code in dict.fromkeys(codes):
            if not any(c == code for k, c, _ in score.counts if k == kind):
                continue
            shares = (score.share(o, kind, code) for o in ("right", "wrong", "refused"))
            cells.append(f"{code} " + " / ".join(f"{share:.1f}" for share in shares))
        yield Row(f"{score.name}, {kind}", "  ".join(cells))


def _reached(ours: Score) -> Iterator[Row]:
    core, every = ours.share("right", "core"), ours.share("right")
    wrong, nonsense = ours.share("wrong"), ours.share("right", "nonsense")
    yield Row("core right", f"{core:.2f} %", "≥ 99.5 %", core >= 99.5)
    yield Row("all right", f"{every:.2f} %", "≥ 99 %", every >= 99)
    yield Row("all wrong", f"{wrong:.2f} %", "≤ 0.2 %", wrong <= 0.2)
    yield Row("nonsense refused", f"{nonsense:.2f} %", "100 %", nonsense == 100)


def _speed(ours: Score, peer: Score) -> Row:
    both = [peer.seconds[one] / ours.seconds[one] for one in peer.seconds if one in ours.seconds]
    ratio = statistics.median(both) if both else float("nan")
    figure = f"{ratio:.1f} ×, {len(both)} phrases"
    if peer.name == "dateparser":
        return Row("dateparser / ours, median", figure, "≥ 8 ×", ratio >= 8)
    return Row(f"{peer.name} / ours, median", figure)


def _questions(asked: list[Asked], repeat: int) -> float:
    """The median seconds of reading a phrase as a whole question."""
    return statistics.median(
        _time(partial(_question, case.phrase, case.context), repeat) for _, _, case in asked[::7]
    )


def _growth(asked: list[Asked], count: int) -> Row:
    """Memory after many phrases beside that after the first few thousand."""

    def peak() -> int:
        gc.collect()
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss

    for _, _, case in asked[:5000]:
        _question(case.phrase, case.context)
    before = peak()
    for i in range(count):
        _, _, case = asked[i % len(asked)]
        _question(case.phrase, case.context)
    grown = (peak() - before) / 1024
    return Row(f"memory grown by {count:,} phrases", f"{grown:.1f} MB", "flat (≤ 1 MB)", grown <= 1)


def measure(*, short: bool) -> list[Row]:
    """Accuracy and median time, ours and theirs; a text of 10,000 characters; memory."""
    asked = _asked(short)
    ours = _own_score(asked, 2 if short else 7)
    median = statistics.median(ours.seconds.values()) * 1e6
    context = asked[0][2].context
    longest = max(_LONG, key=lambda text: _time(partial(_question, text, context), 3))
    long_ms = _time(partial(_question, longest, context), 5) * 1e3
    rows = [
        *_table(ours),
        *_reached(ours),
        Row("one phrase, median of", f"{median:.0f} µs, {len(asked)}", "≤ 40 µs", median <= 40),
        Row("as a whole question", f"{_questions(asked, 2 if short else 7) * 1e6:.0f} µs"),
        Row(f"slowest of {len(_LONG)} long texts", f"{long_ms:.2f} ms", "≤ 5 ms", long_ms <= 5),
        _growth(asked, 2_000 if short else 1_000_000),
    ]
    for name in ("dateparser",) if short else PEERS:
        peer = _peer_score(name, asked)
        if peer is None:
            rows.append(Row(name, "not installed: make peers"))
        else:
            count = f"{sum(peer.counts.values())} of {len(asked)}"
            shares = (peer.share(outcome) for outcome in ("right", "wrong", "refused"))
            whole = " / ".join(f"{share:.1f}" for share in shares)
            rows += [*_table(peer), Row(f"{name}, {count}", whole), _speed(ours, peer)]
    return rows
