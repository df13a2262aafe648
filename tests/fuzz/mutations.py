"""Bytes that were once well-formed: cut, doubled, swapped, spoiled; the same for a seed every time."""

import os
import random
from collections.abc import Callable, Iterator

SCALE = int(os.environ.get("SAPAR_FUZZ", "1"))
"""How many times more is tried than in the usual run of the tests."""

NASTY = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\n\n", b'"', b'""', b",", b";", b"\t", b"=1+1", b"@x", b"-1",
    b"%00",
    b"&", b"<", b">", b"]]>", b"<![CDATA[", b"<!DOCTYPE a [<!ENTITY b 'c'>]>", b"&b;", b"&#0;", b"&#x110000;", b"\xd0",
    b"\xf0\x9f", b"9" * 400, b"1e999", b"NaN", b"{}", b"[]", b"null", b"../../etc/passwd", b"javascript:x", b"http://[::1",
    b"0000-00-00", b"9999-99-99", "ё".encode() * 50, "\u202e".encode(), b"\\u0000", b"'", b"%", b"hash=", b"auth_date=",
)  # fmt: skip


def mutants(originals: list[bytes], count: int, seed: int) -> Iterator[bytes]:
    """Yield so many spoiled copies, each by one to six changes."""
    chance = random.Random(seed)
    for _ in range(count):
        data = chance.choice(originals)
        for _ in range(chance.randint(1, 6)):
            data = chance.choice(CHANGES)(data, chance)[:200_000]
        yield data


def _insert(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(NASTY) + data[at:]


def _replace(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(NASTY) + data[at + chance.randint(1, 20) :]


def _cut(data: bytes, chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _remove(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + data[at + chance.randint(1, 200) :]


def _double(data: bytes, chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    part = data[at : at + chance.randint(1, 300)]
    return data[:at] + part * chance.randint(1, 8) + data[at:]


def _flip(data: bytes, chance: random.Random) -> bytes:
    if not data:
        return data
    at = chance.randrange(len(data))
    return data[:at] + bytes([data[at] ^ (1 << chance.randrange(8))]) + data[at + 1 :]


def _swap_lines(data: bytes, chance: random.Random) -> bytes:
    lines = data.split(b"\n")
    chance.shuffle(lines)
    return b"\n".join(lines)


CHANGES: tuple[Callable[[bytes, random.Random], bytes], ...] = (
    _insert, _insert, _replace, _replace, _cut, _remove, _double, _flip, _swap_lines,
)  # fmt: skip
