"""Answers made once and served from memory, packed and plain, with what a cache needs to know."""

import gzip
import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from aiohttp import web


@dataclass(frozen=True, slots=True)
class Prepared:
    """A body in both forms. kind: its content type. headers: what goes with every answer, 304 included."""

    body: bytes
    packed: bytes
    etag: str
    kind: str
    headers: Mapping[str, str]

    @classmethod
    def of(cls, body: bytes, kind: str, headers: Mapping[str, str]) -> "Prepared":
        """Return an answer with this body."""
        etag = hashlib.sha256(body).hexdigest()[:20]
        vary = ", ".join(filter(None, ("Accept-Encoding", headers.get("Vary", ""))))
        told = {**headers, "ETag": f'"{etag}"', "Vary": vary}
        return cls(body, gzip.compress(body, 9, mtime=0), etag, kind, told)

    @classmethod
    def json(cls, data: Mapping[str, Any], headers: Mapping[str, str]) -> "Prepared":
        """Return an answer of JSON."""
        body = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode()
        return cls.of(body, "application/json; charset=utf-8", headers)

    def response(self, request: web.Request) -> web.Response:
        """Return the answer: 304 to who has it already, packed to who can unpack it."""
        if any(tag.value in (self.etag, "*") for tag in request.if_none_match or ()):
            return web.Response(status=304, headers=self.headers)
        headers = {**self.headers, "Content-Type": self.kind}
        if "gzip" in request.headers.get("Accept-Encoding", "").lower():
            return web.Response(body=self.packed, headers={**headers, "Content-Encoding": "gzip"})
        return web.Response(body=self.body, headers=headers)
