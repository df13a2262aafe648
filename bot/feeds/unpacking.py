"""Unpacks gzip and deflate piece by piece: a small answer may hold gigabytes."""

import zlib

from bot.feeds.problems import NoFeedError, TooLargeError

MOST_MEMBERS = 100
_GZIP, _ZLIB, _RAW = 31, 15, -15
_GZIP_MARK = b"\x1f\x8b"


class Unpacker:
    """Takes a body as it comes and keeps what it holds; TooLargeError and NoFeedError as soon as it is known."""

    def __init__(self, encoding: str, limit: int) -> None:
        """Take the value of Content-Encoding and the most bytes of a body, packed and unpacked."""
        self._limit, self._received, self._members = limit, 0, 1
        self._body = bytearray()
        name = encoding.strip().lower()
        if name not in ("", "identity", "gzip", "x-gzip", "deflate"):
            raise NoFeedError(f"encoding {name[:40]}")
        self._bits = 0 if name in ("", "identity") else _ZLIB if name == "deflate" else _GZIP
        self._stream = zlib.decompressobj(self._bits) if self._bits else None

    def take(self, chunk: bytes) -> None:
        """Take the next piece."""
        self._received += len(chunk)
        if self._received > self._limit:
            raise TooLargeError
        if self._stream is None:
            self._body += chunk
        else:
            self._unpack(chunk)

    def body(self) -> bytes:
        """Return all of it; NoFeedError when it was cut off."""
        if self._stream is not None and self._received and not self._stream.eof:
            raise NoFeedError("cut off")
        return bytes(self._body)

    def _unpack(self, chunk: bytes) -> None:
        while chunk:
            assert self._stream is not None
            if self._stream.eof and not self._next_member(chunk):
                return
            self._body += self._piece(chunk)
            if len(self._body) > self._limit:
                raise TooLargeError
            chunk = self._stream.unused_data if self._stream.eof else b""

    def _piece(self, chunk: bytes) -> bytes:
        assert self._stream is not None
        room = self._limit + 1 - len(self._body)
        try:
            return self._stream.decompress(chunk, room)
        except zlib.error:
            if self._bits != _ZLIB or self._received > len(chunk):
                raise NoFeedError("it can't be unpacked") from None
        self._bits, self._stream = _RAW, zlib.decompressobj(_RAW)  # what many servers mean by “deflate”
        try:
            return self._stream.decompress(chunk, room)
        except zlib.error:
            raise NoFeedError("it can't be unpacked") from None

    def _next_member(self, chunk: bytes) -> bool:
        """Begin the next of several gzip files in a row; False when what follows is none and is to be let be."""
        self._members += 1
        if self._bits != _GZIP or not chunk.startswith(_GZIP_MARK) or self._members > MOST_MEMBERS:
            return False
        self._stream = zlib.decompressobj(_GZIP)
        return True
