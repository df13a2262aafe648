"""What an event of the talks must be before it may be published: in the chat and on the command line alike."""

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from bot.domain.language import Language
from bot.domain.talks import NewEvent, PartialDate, Stage

LONGEST_TITLE = 200
LONGEST_DETAILS = 1500
LONGEST_SOURCE = 120
LONGEST_URL = 1000
EARLIEST = 2000


class EventError(ValueError):
    """An event that can't be published. str(): one English line; key, arguments: the text for a chat.

    field: which part is wrong: `stage`, `date`, `title`, `details`, `source_url`, `source_name`.
    """

    def __init__(self, field: str, key: str, message: str, **arguments: Any) -> None:
        """Take the part, the text's key and the English line."""
        super().__init__(message)
        self.field, self.key, self.arguments = field, key, arguments


def parse_stage(text: str) -> Stage:
    """Return the stage of an id or of a number 1..13; EventError when there is none."""
    word = text.strip().lower()
    by_number = {str(stage.position): stage for stage in Stage if stage.position}
    try:
        return by_number.get(word) or Stage(word)
    except ValueError as error:
        known = ", ".join(Stage)
        raise EventError("stage", "publish-wrong-stage", f"{text!r} is no stage: {known}") from error


def parse_date(text: str, today: date) -> PartialDate:
    """Return the date of `2026-03-03`, `03.03.2026`, `2026-03`, `03.2026` or `2026`, not after today."""
    written = text.strip()
    if "." in written:
        written = "-".join(part.zfill(2) for part in reversed(written.strip(".").split(".")))
    try:
        day = PartialDate.parse(written)
    except ValueError as error:
        message = f"{text!r} is no date: YYYY-MM-DD, YYYY-MM or YYYY"
        raise EventError("date", "publish-wrong-date", message) from error
    return check_date(day, today)


def check_date(day: PartialDate, today: date) -> PartialDate:
    """Return the date; EventError when it lies ahead or long before the talks."""
    if day.first_day > today:
        raise EventError("date", "publish-date-ahead", f"{day} is in the future: publish what has happened")
    if day.year < EARLIEST:
        raise EventError("date", "publish-wrong-date", f"{day} is too long ago for an event of the talks")
    return day


def check_title(text: str) -> str:
    """Return the title in one line; EventError when it is empty or too long."""
    return _words("title", " ".join(text.split()), LONGEST_TITLE, required=True)


def check_details(text: str) -> str:
    """Return the details, which may be empty; EventError when they are too long."""
    return _words("details", text.strip(), LONGEST_DETAILS, required=False)


def check_source_name(text: str) -> str:
    """Return the name of the source in one line; EventError when it is empty or too long."""
    return _words("source_name", " ".join(text.split()), LONGEST_SOURCE, required=True)


def check_urls(text: str) -> str:
    """Return the addresses, of which there may be several, joined by ` ; `; EventError when one is none."""
    return " ; ".join(map(_address, split_urls(text) or [text]))


def split_urls(text: str) -> list[str]:
    """Return the addresses in a text: they stand apart by spaces, line breaks or semicolons."""
    return re.split(r"\s*;\s+|\s+", text.strip().rstrip(";")) if text.strip() else []


def _address(url: str) -> str:
    try:
        parts = urlsplit(url)
        good = parts.scheme in ("http", "https") and "." in (parts.hostname or "")
    except ValueError:
        good = False
    if not good or len(url) > LONGEST_URL:
        message = f"{url!r} is no address of a source: it starts with https:// or http://"
        raise EventError("source_url", "publish-wrong-url", message)
    return url


def site_of(url: str) -> str:
    """Return the site of an address, for a source without a name: `astanatimes.com`."""
    return (urlsplit(url).hostname or url).removeprefix("www.")


def check_event(event: NewEvent, today: date) -> NewEvent:
    """Return the event with its texts tidied; EventError names the first thing that is wrong."""
    check_date(event.date, today)
    url = check_urls(event.source_url)
    return replace(
        event,
        titles={language: check_title(event.titles.get(language, "")) for language in Language},
        details={language: check_details(text) for language, text in event.details.items()},
        source_url=url,
        source_name=check_source_name(event.source_name or site_of(split_urls(url)[0])),
        moves=event.moves and event.stage is not Stage.CONTEXT,
    )


def read_event(
    *,
    stage: str,
    date: str,
    titles: Mapping[Language, str],
    source_url: str,
    today: date,
    source_name: str = "",
    details: Mapping[Language, str] | None = None,
    moves: bool = True,
) -> NewEvent:
    """Return the event of what was typed; EventError names the first thing that is wrong."""
    event = NewEvent(
        date=parse_date(date, today),
        stage=parse_stage(stage),
        titles=titles,
        source_name=source_name,
        source_url=source_url,
        moves=moves,
        details=details or {},
    )
    return check_event(event, today)


def _words(field: str, text: str, limit: int, *, required: bool) -> str:
    if required and not text:
        raise EventError(field, "publish-empty", f"the {field.replace('_', ' ')} is empty")
    if len(text) > limit:
        message = f"the {field.replace('_', ' ')} has {len(text)} letters, {limit} is the most"
        raise EventError(field, "publish-too-long", message, length=len(text), limit=limit)
    return text
