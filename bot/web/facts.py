"""The facts for everybody, as JSON: made once a revision, then served from memory."""

from collections.abc import Callable
from typing import Any

from aiohttp import web

from bot.domain.destination import Destination
from bot.domain.language import Language
from bot.domain.talks import StageInfo, TalksEvent, TalksTopic, current_stage, since
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.web.prepared import Prepared

HEADERS = {"Cache-Control": "public, max-age=60", "Access-Control-Allow-Origin": "*"}


class FactsApi:
    """Destinations and the talks."""

    def __init__(self, holder: CatalogueHolder) -> None:
        """Read from the current snapshot."""
        self._destinations = _Document(holder, destinations_json)
        self._talks = _Document(holder, talks_json)

    async def destinations(self, request: web.Request) -> web.Response:
        """Return every destination; 304 to who has them already."""
        return self._destinations.response(request)

    async def talks(self, request: web.Request) -> web.Response:
        """Return where the talks stand and what happened."""
        return self._talks.response(request)


class _Document:
    """A JSON document that changes only with the facts."""

    def __init__(self, holder: CatalogueHolder, make: Callable[[Catalogue], dict[str, Any]]) -> None:
        self._holder, self._make = holder, make
        self._made: tuple[Catalogue, Prepared] | None = None

    def response(self, request: web.Request) -> web.Response:
        catalogue = self._holder.current
        if self._made is None or self._made[0] is not catalogue:
            self._made = catalogue, Prepared.json(self._make(catalogue), HEADERS)
        return self._made[1].response(request)


def destinations_json(catalogue: Catalogue) -> dict[str, Any]:
    """Return every destination with its names, regime, stay and source, by code."""
    ordered = sorted(catalogue.destinations.items())
    return {
        "revision": catalogue.revision,
        "destinations": [_destination(catalogue, one) for _, one in ordered],
    }


def talks_json(catalogue: Catalogue) -> dict[str, Any]:
    """Return the stage the talks are at, the events newest first, the 13 stages and the topics."""
    now = current_stage(catalogue.events)
    began = since(catalogue.events, now.stage) if now else None
    return {
        "revision": catalogue.revision,
        "stage": now.stage.value if now else None,
        "position": now.stage.position if now else None,
        "since": str(began.date) if began else None,
        "moved": str(now.date) if now else None,
        "checked_on": catalogue.talks_checked_on.isoformat(),
        "newest_report": catalogue.newest_report.isoformat(),
        "events": [_event(event) for event in catalogue.events],
        "stages": [_stage(stage) for stage in catalogue.stages],
        "topics": [_topic(topic) for topic in catalogue.topics],
    }


def _destination(catalogue: Catalogue, one: Destination) -> dict[str, Any]:
    names = {lang.value: catalogue.name(one.iso2, lang) for lang in Language}
    return {
        "iso2": one.iso2,
        "iso3": one.iso3,
        "names": {**names, "en": one.name_en},
        "region": one.region.value,
        "regime": one.regime.value,
        "stay_days": one.stay_days,
        "stay_rule": _phrase(catalogue, one.stay_rule),
        "conditions": _phrase(catalogue, one.conditions),
        "passport_validity_months": one.passport_validity_months,
        "mfa_group": one.mfa_group.value if one.mfa_group else None,
        "schengen": one.is_schengen,
        "source_name": one.source_name,
        "source_url": one.source_url,
        "second_source_url": one.second_source_url or None,
        "as_of": one.as_of.isoformat(),
        "confirmed_on": one.confirmed_on.isoformat(),
        "confidence": one.confidence.value,
    }


def _phrase(catalogue: Catalogue, text: str) -> dict[str, str] | None:
    if not text:
        return None
    return {**{lang.value: catalogue.phrase(text, lang) for lang in Language}, "en": text}


def _event(event: TalksEvent) -> dict[str, Any]:
    return {
        "id": event.id,
        "date": str(event.date),
        "stage": event.stage.value,
        "moves": event.moves,
        "titles": _by_language(event.titles),
        "details": _by_language(event.details),
        "source_name": event.source_name,
        "source_urls": list(event.source_urls),
        "confidence": event.confidence,
    }


def _stage(info: StageInfo) -> dict[str, Any]:
    return {"id": info.stage.value, "position": info.stage.position, "titles": _by_language(info.titles)}


def _topic(topic: TalksTopic) -> dict[str, Any]:
    return {
        "id": topic.id,
        "titles": _by_language(topic.titles),
        "today": _by_language(topic.today),
        "typical": _by_language(topic.typical),
        "source_urls": list(topic.source_urls),
    }


def _by_language(texts: dict[Language, str]) -> dict[str, str]:
    return {lang.value: text for lang, text in texts.items()}
