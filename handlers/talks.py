"""The EU talks: /eu, /timeline, /topics, and the pages behind their buttons."""

from collections.abc import Callable
from functools import partial
from typing import Any

import structlog
from aiogram import F, Router
from aiogram.types import CallbackQuery, Message

from bot.domain.topic import EU
from bot.domain.user import Role, User
from bot.i18n import Texts
from bot.pictures.rendering import PictureError
from bot.services.catalogue import Catalogue
from bot.services.talks import Talks
from bot.telegram.acts import PersonActs
from bot.telegram.callbacks import EventCallback, MenuCallback, TalksCallback, TalksTopicCallback
from bot.telegram.filters import Named
from bot.telegram.pictures import Picture, Pictures
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import peers as peers_view
from bot.telegram.views import talks as views
from bot.telegram.views import talks_picture, talks_stepper
from bot.telegram.views import timeline as timeline_view

log = structlog.get_logger(__name__)

PAGES: dict[str, Callable[[Talks, Catalogue, Texts, int], Reply]] = {
    **{kind: partial(timeline_view.timeline, kind=kind) for kind in timeline_view.Kind},
    "topics": lambda talks, catalogue, texts, _: views.topics(talks, catalogue, texts),
    "peers": lambda talks, catalogue, texts, _: peers_view.peers(talks, catalogue, texts),
    "stages": lambda talks, catalogue, texts, _: talks_stepper.stages(catalogue, texts, talks.state()),
}


async def show_status(message: Message, talks: Talks, catalogue: Catalogue, texts: Texts, acts: PersonActs) -> None:
    """Tell where the talks are."""
    await send(message, await _status(talks, catalogue, texts, acts))


async def show_timeline(message: Message, talks: Talks, catalogue: Catalogue, texts: Texts) -> None:
    """Tell what happened, newest first."""
    await send(message, timeline_view.timeline(talks, catalogue, texts))


async def show_topics(message: Message, talks: Talks, catalogue: Catalogue, texts: Texts) -> None:
    """Tell what the talks are about."""
    await send(message, views.topics(talks, catalogue, texts))


async def open_status(query: CallbackQuery, talks: Talks, catalogue: Catalogue, texts: Texts, acts: PersonActs) -> None:
    """Tell where the talks are, in place."""
    await query.answer()
    await show(query, await _status(talks, catalogue, texts, acts))


async def open_status_below(
    query: CallbackQuery, talks: Talks, catalogue: Catalogue, texts: Texts, acts: PersonActs
) -> None:
    """Tell where the talks are, under an alert."""
    await query.answer()
    await show_below(query, await _status(talks, catalogue, texts, acts))


async def open_page(
    query: CallbackQuery, callback_data: TalksCallback, talks: Talks, catalogue: Catalogue, texts: Texts
) -> None:
    """Show another page on the talks in place."""
    page = PAGES.get(callback_data.page)
    if page is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show(query, page(talks, catalogue, texts, callback_data.offset))


async def send_picture(
    query: CallbackQuery, talks: Talks, catalogue: Catalogue, texts: Texts, pictures: Pictures, bot_name: str
) -> None:
    """Send the stages as a picture, below."""
    today, state = talks.today(), talks.state()
    await query.answer()
    picture = Picture(talks_picture.draw(catalogue, texts, state, today, bot_name), texts("talks-picture-caption"))
    try:
        await pictures.show_below(query, picture)
    except PictureError:
        log.exception("the stages could not be drawn")
        await show_below(query, Reply(texts("talks-picture-failed")))


async def open_event(
    query: CallbackQuery,
    callback_data: EventCallback,
    talks: Talks,
    catalogue: Catalogue,
    texts: Texts,
    user: User,
) -> None:
    """Show an event; owners see in their own chat what they may do to it."""
    await query.answer()
    event = talks.event(callback_data.id)
    is_owner = user.role is Role.OWNER and _is_private(query)
    if event is None:
        reply = timeline_view.event_gone(texts)
    else:
        reply = timeline_view.event_page(talks, catalogue, texts, event, is_owner=is_owner)
    await (show_below if callback_data.below else show)(query, reply)


async def open_topic(
    query: CallbackQuery, callback_data: TalksTopicCallback, catalogue: Catalogue, texts: Texts
) -> None:
    """Show a subject of the talks."""
    topic = next((one for one in catalogue.topics if one.id == callback_data.id), None)
    if topic is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await query.answer()
    await show(query, views.topic_page(texts, topic))


async def _status(talks: Talks, catalogue: Catalogue, texts: Texts, acts: PersonActs) -> Reply:
    return views.status(talks, catalogue, texts, talks.today(), followed=await acts.follows(EU))


def _is_private(query: CallbackQuery) -> bool:
    return query.message is not None and query.message.chat.type == "private"


def _page(name: str) -> Any:
    return TalksCallback.filter(F.page == name)


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="talks")
    router.message.register(show_status, Named("eu"))
    router.message.register(show_timeline, Named("timeline"))
    router.message.register(show_topics, Named("topics"))
    query = router.callback_query
    query.register(open_status, MenuCallback.filter(F.page == "eu"))
    query.register(open_status, _page("status"))
    query.register(open_status_below, _page("open"))
    query.register(send_picture, _page("picture"))
    query.register(open_page, TalksCallback.filter())
    query.register(open_event, EventCallback.filter())
    query.register(open_topic, TalksTopicCallback.filter())
    return router
