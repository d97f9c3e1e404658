"""Makes a screenshot small enough for the repository: few colours, packed hard; knows no browser.

Source: the PNG specification (RFC 2083), for the one kind of file that Chromium writes.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_CHANNELS = {2: 3, 6: 4}  # by colour type: RGB, RGBA
COLOURS = 48  # letters and lines have few; their smoothed edges need a handful of shades each
_COARSE = 64
_KEYWORD = b"Source"


def size_of(content: bytes) -> tuple[int, int]:
    """Width and height in pixels."""
    width, height = struct.unpack(">II", content[16:24])
    return width, height


def said_of(content: bytes) -> str:
    """What `smaller` was told to note in the picture; empty where there is no note."""
    notes = dict(data.split(b"\0", 1) for kind, data in _chunks(content) if kind == b"tEXt")
    return notes.get(_KEYWORD, b"").decode("latin-1")


def smaller(content: bytes, note: str = "") -> bytes:
    """The same picture with at most COLOURS colours; the others become the nearest."""
    rows, width = pixels(content), size_of(content)[0]
    counts = Counter(row[at : at + 3] for row in rows for at in range(0, 3 * width, 3))
    kept = _palette(counts)
    place = {colour: index for index, colour in enumerate(kept)}
    for colour in counts.keys() - place.keys():
        place[colour] = min(range(len(kept)), key=lambda index: _distance(kept[index], colour))
    body = b"".join(
        b"\0" + bytes(place[row[at : at + 3]] for at in range(0, 3 * width, 3)) for row in rows
    )
    header = struct.pack(">IIBBBBB", width, len(rows), 8, 3, 0, 0, 0)
    chunks = {
        b"IHDR": header,
        b"tEXt": _KEYWORD + b"\0" + note.encode("latin-1"),
        b"PLTE": b"".join(kept),
        b"IDAT": zlib.compress(body, 9),
        b"IEND": b"",
    }
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks.items())


def _palette(counts: Counter[bytes]) -> list[bytes]:
    """The most frequent colours, and of each other hue its most frequent one: none greys."""
    ordered = [colour for colour, _ in counts.most_common()]
    hues: dict[tuple[int, ...], bytes] = {}
    for colour in ordered:
        hues.setdefault(tuple(part // _COARSE for part in colour), colour)
    frequent = ordered[: COLOURS // 2]
    rest = [colour for colour in [*hues.values(), *ordered] if colour not in frequent]
    return [*frequent, *dict.fromkeys(rest)][:COLOURS]


def pixels(content: bytes) -> list[bytes]:
    """The rows of a screenshot, three bytes a pixel."""
    parts = dict.fromkeys((b"IHDR", b"IDAT"), b"")
    for kind, data in _chunks(content):
        parts[kind] = parts.get(kind, b"") + data
    width, _, depth, colour_type, _, _, interlaced = struct.unpack(">IIBBBBB", parts[b"IHDR"])
    if depth != 8 or interlaced or colour_type not in _CHANNELS:
        raise ValueError("not a screenshot of Chromium's")
    channels = _CHANNELS[colour_type]
    rows = _unfiltered(zlib.decompress(parts[b"IDAT"]), width * channels, channels)
    if channels == 3:
        return list(rows)
    return [b"".join(row[at : at + 3] for at in range(0, len(row), 4)) for row in rows]


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    at = len(SIGNATURE)
    while at < len(content):
        (length,) = struct.unpack(">I", content[at : at + 4])
        yield content[at + 4 : at + 8], content[at + 8 : at + 8 + length]
        at += 12 + length


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _distance(one: bytes, other: bytes) -> int:
    return sum((a - b) ** 2 for a, b in zip(one, other, strict=True))


def _unfiltered(raw: bytes, stride: int, step: int) -> Iterator[bytes]:
    """The rows with each byte as it was before PNG's five filters."""
    above = bytes(stride)
    for start in range(0, len(raw), stride + 1):
        kind, line = raw[start], bytearray(raw[start + 1 : start + 1 + stride])
        if kind == 2:
            line = bytearray((a + b) & 255 for a, b in zip(line, above, strict=True))
        elif kind:
            for index in range(stride):
                left = line[index - step] if index >= step else 0
                corner = above[index - step] if index >= step else 0
                guess = _guess(kind, left, above[index], corner)
                line[index] = (line[index] + guess) & 255
        above = bytes(line)
        yield above


def _guess(kind: int, left: int, up: int, corner: int) -> int:
    if kind == 1:
        return left
    if kind == 3:
        return (left + up) // 2
    # Paeth: whichever of the three is nearest to left + up - corner.
    to_left, to_up, to_corner = abs(up - corner), abs(left - corner), abs(left + up - 2 * corner)
    if to_left <= to_up and to_left <= to_corner:
        return left
    return up if to_up <= to_corner else corner
