"""What every step of editing a destination works with."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any

from aiogram import Bot
from aiogram.filters import Filter
from aiogram.fsm.context import FSMContext
from aiogram.fsm.state import State, StatesGroup
from aiogram.types import CallbackQuery, Message

from bot.domain.user import User
from bot.i18n import Texts, Translator
from bot.services.catalogue import Catalogue, CatalogueHolder
from bot.services.destination_draft import WORDING, DestinationDraft
from bot.services.destination_fields import FieldError
from bot.services.destinations import Destinations, Proposal, with_wordings
from bot.telegram import broadcast_content
from bot.telegram.desk_callbacks import DestinationDraftCallback
from bot.telegram.reply import NO_PREVIEW, Reply
from bot.telegram.views import destination_confirm as confirm_views
from bot.telegram.views import destination_edit as views
from bot.telegram.views.alerts import content
from bot.telegram.views.cards import card
from bot.telegram.views.publish import previewed

Tell = Callable[[Reply], Awaitable[Any]]


class AtDestinations(StatesGroup):
    """What the next message of an editor is. search: a country or a file; panel: none is expected."""

    search = State()
    asking = State()
    panel = State()


@dataclass(frozen=True, slots=True)
class Desk:
    """What every step works with. draft: the editor's own, None when there is none."""

    bot: Bot
    user: User
    texts: Texts
    translator: Translator
    holder: CatalogueHolder
    destinations: Destinations
    state: FSMContext
    draft: DestinationDraft | None

    @property
    def catalogue(self) -> Catalogue:
        """Return the facts, with the phrases that the draft adds."""
        return with_wordings(self.holder.current, self.draft.wordings if self.draft else ())

    def having(self, draft: DestinationDraft) -> "Desk":
        """Return the desk with this draft on it."""
        return replace(self, draft=draft)

    async def keep(self, draft: DestinationDraft) -> None:
        """Store the draft."""
        await self.state.set_state(AtDestinations.asking if draft.asking else AtDestinations.panel)
        await self.state.set_data(draft.to_data())

    async def ask(self, draft: DestinationDraft, tell: Tell, error: FieldError | None = None) -> None:
        """Ask what the draft asks."""
        await self.keep(draft)
        catalogue = self.having(draft).catalogue
        await tell(views.ask(catalogue, self.texts, draft, self.destinations.today(), error))

    async def go_on(self, draft: DestinationDraft, tell: Tell) -> None:
        """Ask for what is missing, show the fields or, when the editor has finished with them, the whole."""
        if draft.asking:
            await self.ask(draft, tell)
            return
        if not draft.going:
            await self.keep(draft)
            await tell(views.panel(self.having(draft).catalogue, self.texts, draft))
            return
        proposal = await self.proposal(draft)
        missing = draft.next_question(proposal.untranslated)
        if not missing:
            await self.keep(draft)
            await self.show_whole(draft, proposal)
        elif missing.startswith(WORDING):
            await self.ask(draft.begin_wording("", "", proposal.untranslated[0]), tell)
        else:
            await self.ask(draft.ask(missing), tell)

    async def proposal(self, draft: DestinationDraft) -> Proposal:
        """Return what the draft would bring about."""
        return await self.destinations.consider(draft.changes, draft.wordings, correction=draft.is_correction)

    async def show_whole(self, draft: DestinationDraft, proposal: Proposal) -> None:
        """Send the card and the alert as people will see them, in every language, and the confirmation below."""
        desk = self.having(draft)
        if len(draft.changes) == 1:
            await desk.preview_card(draft)
        if proposal.plans and draft.notify:
            alert = self.destinations.compose(desk.catalogue, proposal.plans[0])
            for message in previewed(alert):
                await broadcast_content.send(self.bot, message, self.user.telegram_id)
        reply = confirm_views.confirmation(desk.catalogue, self.texts, draft, proposal)
        await self.bot.send_message(
            self.user.telegram_id, reply.html, reply_markup=reply.keyboard, link_preview_options=NO_PREVIEW
        )

    async def preview_card(self, draft: DestinationDraft) -> None:
        """Send the card as it will be, in every language."""
        row, today = draft.row, self.destinations.today()
        changed = replace(self.catalogue, destinations={**self.catalogue.destinations, row.iso2: row})
        drawn = content(self.translator, lambda texts: card(changed, texts, row.iso2, today))
        for message in previewed(drawn):
            await broadcast_content.send(self.bot, message, self.user.telegram_id)


class AtDesk(Filter):
    """Gives the handler `desk`. mine: only where the button is of the draft that the editor has open."""

    def __init__(self, *, mine: bool = False) -> None:
        """Take what is let through."""
        self.mine = mine

    async def __call__(
        self,
        event: Message | CallbackQuery,
        bot: Bot,
        user: User,
        texts: Texts,
        translator: Translator,
        holder: CatalogueHolder,
        destinations: Destinations,
        state: FSMContext,
        callback_data: Any = None,
    ) -> bool | dict[str, Any]:
        """Tell whether to go on, with the desk."""
        draft = DestinationDraft.from_data(await state.get_data())
        if self.mine:
            named = callback_data.draft if isinstance(callback_data, DestinationDraftCallback) else ""
            if draft is None or draft.name != named:
                return False
        return {"desk": Desk(bot, user, texts, translator, holder, destinations, state, draft)}
