"""An HTTP answer, read piece by piece; what HTTP is, httptools knows."""

import httptools

MOST = 16 * 1024 * 1024
"""Bytes of an answer, its head included, above which it is refused."""


class BrokenAnswerError(ConnectionError):
    """What came is no HTTP, or too much of it."""


class ResponseParser:
    """Reads one answer: by length, in chunks, or until the end of the stream."""

    __slots__ = ("_body", "_complete", "_has_end", "_parser", "_taken", "status", "stays_open")

    def __init__(self) -> None:
        """Begin an answer."""
        self._parser = httptools.HttpResponseParser(self)
        self._body: list[bytes] = []
        self._taken, self._complete, self._has_end = 0, False, False
        self.status, self.stays_open = 0, False

    @property
    def body(self) -> bytes:
        """Return the body as read so far."""
        return self._body[0] if len(self._body) == 1 else b"".join(self._body)

    def feed(self, data: bytes) -> bool:
        """Take a piece; tell whether the answer is complete. BrokenAnswerError when it can't be understood."""
        self._taken += len(data)
        if self._taken > MOST:
            raise BrokenAnswerError("the answer is too long")
        try:
            self._parser.feed_data(data)
        except (httptools.HttpParserError, httptools.HttpParserUpgrade):
            if not self._complete:
                raise BrokenAnswerError("the answer is no HTTP") from None
            self.stays_open = False  # more than an answer: what follows can't be trusted
        return self._complete

    def end(self) -> bool:
        """Take the end of the stream; tell whether the answer is complete with it."""
        if self.status and not self._complete and not self._has_end:
            self._complete = True
        return self._complete

    def on_message_begin(self) -> None:
        """Called by httptools."""
        if self._complete:
            raise BrokenAnswerError("an answer that nobody asked for")

    def on_header(self, name: bytes, value: bytes) -> None:
        """Called by httptools."""
        self._has_end = self._has_end or name.lower() in (b"content-length", b"transfer-encoding")

    def on_headers_complete(self) -> None:
        """Called by httptools."""
        self.status = self._parser.get_status_code()

    def on_body(self, body: bytes) -> None:
        """Called by httptools."""
        self._body.append(body)

    def on_message_complete(self) -> None:
        """Called by httptools."""
        if self.status >= 200:  # else an interim answer: the real one follows
            self._complete, self.stays_open = True, self._parser.should_keep_alive()
