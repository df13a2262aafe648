"""An editor sends a CSV file: the difference is shown, and written when confirmed."""

import secrets
from io import BytesIO

from aiogram import Bot, F, Router
from aiogram.exceptions import TelegramAPIError
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Document, Message

from bot.domain.destination_edit import EditOrigin
from bot.i18n import Texts
from bot.services.destination_draft import MOST_UNTRANSLATED, DestinationDraft
from bot.services.destinations import Destinations, Proposal
from bot.telegram.desk_callbacks import DestinationCallback
from bot.telegram.filters import ADMINS
from bot.telegram.reply import Reply, send, show
from bot.telegram.views import destination_confirm as views
from bot.telegram.views import destination_edit as edit_views
from handlers.admin.destination_desk import AtDesk, AtDestinations, Desk

LARGEST = 1_000_000
LONGEST_NAME = 60


async def ask_file(query: CallbackQuery, texts: Texts, state: FSMContext) -> None:
    """Ask for a file."""
    await query.answer()
    await state.set_state(AtDestinations.search)
    await show(query, Reply(texts("destinations-import-ask")))


async def take_file(message: Message, bot: Bot, desk: Desk) -> None:
    """Read a file and show what it would change."""
    document = message.document
    if document is None:
        return
    if desk.draft is not None:
        await send(message, edit_views.other_draft(desk.catalogue, desk.texts, desk.draft))
        return
    data = await _read(bot, document, desk.texts)
    proposal = data if isinstance(data, Reply) else await _propose(desk.destinations, document, data, desk.texts)
    if isinstance(proposal, Reply):
        await send(message, proposal)
        return
    draft = DestinationDraft(
        secrets.token_hex(4),
        proposal.changes,
        EditOrigin.IMPORT,
        going=True,
        rows=proposal.rows,
    )
    await send(message, views.difference(desk.catalogue, desk.texts, draft))

    async def tell(reply: Reply) -> None:
        await send(message, reply)

    await desk.go_on(draft, tell)


async def _read(bot: Bot, document: Document, texts: Texts) -> bytes | Reply:
    """Return what is in a file, or why it is not taken."""
    if not (document.file_name or "").lower().endswith(".csv"):
        return Reply(texts("destinations-import-not-csv"))
    if (document.file_size or 0) > LARGEST:
        return Reply(texts("destinations-import-large"))
    into = BytesIO()
    try:
        await bot.download(document, destination=into)
    except (TelegramAPIError, OSError, LookupError, TimeoutError):
        return Reply(texts("destinations-import-unreachable"))
    data = into.getvalue()
    return data if len(data) <= LARGEST else Reply(texts("destinations-import-large"))


async def _propose(destinations: Destinations, document: Document, data: bytes, texts: Texts) -> Proposal | Reply:
    """Return what the rows would change, or why they are not taken."""
    try:
        rows = destinations.store.parse(data, (document.file_name or "")[-LONGEST_NAME:])
    except ValueError as error:
        return views.broken(texts, str(error))
    proposal = await destinations.propose(rows)
    if not proposal.changes:
        return Reply(texts("destinations-import-same"))
    if len(proposal.untranslated) > MOST_UNTRANSLATED:
        return Reply(texts("destinations-import-untranslated", count=len(proposal.untranslated)))
    return proposal


def build_router() -> Router:
    """Return the routes of importing."""
    router = Router(name="destination-import")
    router.message.register(take_file, ADMINS, AtDestinations.search, F.document, AtDesk())
    router.callback_query.register(ask_file, ADMINS, DestinationCallback.filter(F.act == "import"))
    return router
