"""What every step of publishing an event works with: the owner's draft, the talks, the chat."""

import secrets
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.campaign import Audience
from bot.domain.language import Language
from bot.domain.topic import EU
from bot.domain.user import User
from bot.domain.watch import NewsState
from bot.i18n import Texts
from bot.services.campaigns import Campaigns
from bot.services.catalogue import Catalogue
from bot.services.event_draft import EventDraft
from bot.services.event_rules import EventError
from bot.services.news_desk import NewsDesk
from bot.services.talks import Talks
from bot.telegram import broadcast_content
from bot.telegram.reply import Reply
from bot.telegram.views import publish as views
from bot.telegram.watch_notices import WatchNotices

Tell = Callable[[Reply], Awaitable[Any]]


class Publishing(StatesGroup):
    """Where a draft is: being asked for, or shown for confirmation."""

    asking = State()
    preview = State()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every step works with. draft: the owner's own, None when there is none."""

    bot: Bot
    user: User
    texts: Texts
    catalogue: Catalogue
    talks: Talks
    campaigns: Campaigns
    state: FSMContext
    draft: EventDraft | None
    news_desk: NewsDesk
    watch_notices: WatchNotices

    async def go_on(self, draft: EventDraft, tell: Tell) -> None:
        """Keep the draft and ask for what is missing, or show the preview when nothing is."""
        await self.state.set_state(Publishing.asking if draft.asking else Publishing.preview)
        await self.state.set_data(draft.to_data())
        if draft.asking:
            await tell(views.ask(self.catalogue, self.texts, draft, self.talks.today()))
        else:
            await self.preview(draft)

    async def preview(self, draft: EventDraft) -> None:
        """Send what subscribers will see, in every language, and the panel below."""
        content = self.talks.preview(draft.event(), draft.event_id)
        for message in views.previewed(content):
            await broadcast_content.send(self.bot, message, self.user.telegram_id)
        counts = {lang: await self.campaigns.count(Audience(lang, EU)) for lang in Language}
        reply = views.panel(self.catalogue, self.texts, draft, counts)
        await self.bot.send_message(self.user.telegram_id, reply.html, reply_markup=reply.keyboard)

    async def put(self, draft: EventDraft, part: str, text: str, tell: Tell) -> None:
        """Take a part; ask again when it is not fit."""
        stage = self.talks.state().stage
        try:
            changed = draft.put(part, text, stage=stage, today=self.talks.today())
        except EventError as error:
            await tell(views.ask(self.catalogue, self.texts, draft, self.talks.today(), error))
            return
        await self.go_on(changed, tell)

    async def decided_meanwhile(self, draft: EventDraft) -> NewsState | None:
        """Return what a colleague made of the news that a draft is of; None when it may be published.

        What was published from the news itself is left to the draft's key, which lets it out once.
        """
        news = await self.news_desk.store.find(draft.news_id) if draft.news_id else None
        if news is None or news.state.is_open or await self.talks.published(draft.key) is not None:
            return None
        return news.state

    async def go_apart(self, draft: EventDraft, state: NewsState, tell: Tell) -> None:
        """Say what a colleague decided, and keep what was written as an event of its own, to be confirmed anew."""
        await tell(Reply(self.texts(f"watch-meanwhile-{state}")))
        await self.go_on(draft.apart(secrets.token_hex(4)), tell)


class AtDesk(Filter):
    """Gives the handler `desk`. mine: only where the button is of the draft that the owner has open."""

    def __init__(self, *, mine: bool = False) -> None:
        """Take what is let through."""
        self.mine = mine

    async def __call__(
        self,
        event: Message | CallbackQuery,
        bot: Bot,
        user: User,
        texts: Texts,
        catalogue: Catalogue,
        talks: Talks,
        campaigns: Campaigns,
        state: FSMContext,
        news_desk: NewsDesk,
        watch_notices: WatchNotices,
        callback_data: Any = None,
    ) -> bool | dict[str, Any]:
        """Tell whether to go on, with the desk."""
        at_work = await state.get_state() in (Publishing.asking.state, Publishing.preview.state)
        draft = EventDraft.from_data(await state.get_data()) if at_work else None
        if self.mine and (draft is None or getattr(callback_data, "draft", None) != draft.name):
            return False
        return {"desk": Desk(bot, user, texts, catalogue, talks, campaigns, state, draft, news_desk, watch_notices)}
