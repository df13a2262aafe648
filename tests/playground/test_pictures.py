"""The size of a picture from its first bytes."""

import struct

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.playground.pictures import picture_size
from tests.playground import toy

JPEG = (
    b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc4\x00\x03x\xff\xc2\x00\x0b\x08"
    + struct.pack(">HH", 480, 640)
    + b"\x01\x01\x11\x00"
)


def webp(kind: bytes, body: bytes) -> bytes:
    return b"RIFF\x00\x00\x00\x00WEBP" + kind + struct.pack("<I", len(body)) + body


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (toy.png(7, 5, 0, 0, 0), (7, 5)),
        (b"GIF89a" + struct.pack("<HH", 30, 20), (30, 20)),
        (JPEG, (640, 480)),
        (webp(b"VP8 ", b"\0" * 6 + struct.pack("<HH", 100, 50)), (100, 50)),
        (webp(b"VP8L", b"\x2f" + struct.pack("<I", 99 | 49 << 14)), (100, 50)),
        (webp(b"VP8X", b"\0" * 4 + (99).to_bytes(3, "little") + (49).to_bytes(3, "little")), (100, 50)),
        (webp(b"ALPH", b""), None),
        (b"\x89PNG\r\n\x1a\n", None),
        (b"\xff\xd8\xff", None),
        (b"%PDF-1.7", None),
        (b"", None),
    ],
)
def test_sizes_are_read_from_the_head(data: bytes, size: tuple[int, int] | None) -> None:
    assert picture_size(data) == size


@given(st.sampled_from([b"\xff\xd8", b"\x89PNG\r\n\x1a\n", b"RIFF\0\0\0\0WEBPVP8 ", b"GIF89a"]), st.binary(max_size=64))
def test_broken_pictures_never_raise(head: bytes, rest: bytes) -> None:
    size = picture_size(head + rest)
    assert size is None or min(size) >= 0
