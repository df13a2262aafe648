"""Files sent through the stand-in: kept in memory, described as the Bot API does."""

import mimetypes
from collections import OrderedDict
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import PurePosixPath
from typing import Any

from bot.playground.errors import Refusal, bad_request
from bot.playground.parameters import Given
from bot.playground.pictures import picture_size

LARGEST_UPLOAD = 50 * 1024 * 1024
LARGEST_PHOTO = 10 * 1024 * 1024
LARGEST_DOWNLOAD = 20 * 1024 * 1024
KINDS = ("photo", "video", "document", "animation", "audio", "voice", "video_note", "sticker")
TITLES = {"photo": "Photo", "video": "Video", "document": "Document", "animation": "Animation", "audio": "Audio",
          "voice": "VoiceNote", "video_note": "VideoNote", "sticker": "Sticker"}  # fmt: skip
USUAL_NAMES = {"photo": "photo.jpg", "video": "video.mp4", "document": "file", "animation": "animation.mp4",
               "audio": "audio.mp3", "voice": "voice.ogg", "video_note": "note.mp4",
               "sticker": "sticker.webp"}  # fmt: skip


class Upload(bytes):
    """A file's content that knows its name; plain bytes are named after their parameter."""

    filename: str

    def __new__(cls, content: bytes, filename: str) -> "Upload":
        """Take the content and the file's name."""
        made = super().__new__(cls, content)
        made.filename = filename
        return made


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file. `path` is what getFile tells and what the file address ends in."""

    file_id: str
    unique_id: str
    kind: str
    name: str
    data: bytes
    width: int
    height: int

    @property
    def path(self) -> str:
        """Return where it is downloaded from."""
        return f"{self.kind}s/{self.file_id}{PurePosixPath(self.name).suffix}"

    @property
    def mime_type(self) -> str:
        """Return the type by the name."""
        return mimetypes.guess_type(self.name)[0] or "application/octet-stream"


class FileStore:
    """Files by id; beyond `keep_bytes` the oldest are forgotten."""

    def __init__(self, keep_bytes: int = 256 * 1024 * 1024) -> None:
        """Take how much to keep."""
        self._files: OrderedDict[str, StoredFile] = OrderedDict()
        self._keep, self._held, self._count = keep_bytes, 0, 0

    def add(self, kind: str, data: bytes, name: str = "") -> StoredFile:
        """Keep a file; refuses what Telegram would not take as this kind."""
        size = _checked_size(kind, data)
        self._count += 1
        digest = blake2b(data, digest_size=9).hexdigest()
        file_id = f"SIF{self._count:06d}{digest}"
        stored = StoredFile(file_id, digest, kind, name or USUAL_NAMES[kind], bytes(data), *size)
        self._files[file_id] = stored
        self._held += len(data)
        while self._held > self._keep and len(self._files) > 1:
            self._held -= len(self._files.popitem(last=False)[1].data)
        return stored

    def find(self, file_id: str) -> StoredFile:
        """Return a file; refuses an unknown id."""
        if file_id not in self._files:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return self._files[file_id]

    def at(self, path: str) -> StoredFile | None:
        """Return the file with this path, None when there is none."""
        return self._files.get(PurePosixPath(path).name.split(".")[0])

    def take(self, kind: str, value: str, given: Given) -> StoredFile:
        """Return the file that a parameter means: `attach://name` or the id of a known one."""
        key = value.removeprefix("attach://") if value.startswith("attach://") else ""
        if key and key not in given.files:
            raise bad_request(f"can't parse InputMedia: file {value} was not attached")
        if key:
            data = given.files[key]
            return self.add(kind, data, getattr(data, "filename", ""))
        if value.startswith(("http://", "https://")):  # the stand-in lives without a network
            raise bad_request("failed to get HTTP URL content")
        stored = self.find(value)
        if stored.kind != kind:
            raise bad_request(f"can't use file of type {TITLES[stored.kind]} as {TITLES[kind]}")
        return stored


def _checked_size(kind: str, data: bytes) -> tuple[int, int]:
    if not data:
        raise bad_request("file must be non-empty")
    if len(data) > (LARGEST_PHOTO if kind == "photo" else LARGEST_UPLOAD):
        raise Refusal(413, "Request Entity Too Large")
    size = picture_size(data)
    if kind != "photo":
        return size or (0, 0)
    if size is None:
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = size
    if not width or not height or width + height > 10_000 or max(size) > 20 * min(size):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")
    return size


def describe(stored: StoredFile, given: Given) -> dict[str, Any]:
    """Return the part of a message that holds this file, such as `{"document": {…}}`."""
    brief: dict[str, Any] = {
        "file_id": stored.file_id, "file_unique_id": stored.unique_id, "file_size": len(stored.data)
    }  # fmt: skip
    width, height = given.number("width", stored.width), given.number("height", stored.height)
    named = {"file_name": stored.name, "mime_type": stored.mime_type}
    moving = {"duration": given.number("duration")}
    match stored.kind:
        case "photo":
            return {"photo": [brief | {"width": width, "height": height}]}
        case "document":
            return {"document": brief | named}
        case "video" | "animation" as kind:
            film = brief | named | moving | {"width": width, "height": height}
            return {kind: film} | ({"document": brief | named} if kind == "animation" else {})
        case "audio":
            spoken = {key: given.text(key) for key in ("performer", "title") if given.has(key)}
            return {"audio": brief | named | moving | spoken}
        case "voice":
            return {"voice": brief | moving | {"mime_type": "audio/ogg"}}
        case "video_note":
            return {"video_note": brief | moving | {"length": given.number("length", 240)}}
        case _:
            still = {"is_animated": False, "is_video": False, "type": "regular", "width": 512, "height": 512}
            return {"sticker": brief | still | ({"emoji": given.text("emoji")} if given.has("emoji") else {})}
