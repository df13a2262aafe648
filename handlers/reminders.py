"""What a person will be reminded of: listed, switched, stopped; the last legal day of the calculator kept."""

from datetime import date

from aiogram import F, Router
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.domain.reminder import ReminderKind, Subject
from bot.domain.user import User
from bot.i18n import Texts
from bot.telegram.callbacks import MenuCallback, ReminderCallback
from bot.telegram.filters import Named
from bot.telegram.paper_talk import PaperTalk
from bot.telegram.reply import Reply, send, show, show_below
from bot.telegram.views import privacy
from bot.telegram.views.stay_calendar import day_of
from handlers.papers import kind_of


async def show_reminders(message: Message, user: User, texts: Texts, paper_talk: PaperTalk, state: FSMContext) -> None:
    """Show what is still to come."""
    await state.clear()
    await send(message, await paper_talk.all_reminders(user, texts))


async def only_private(message: Message, texts: Texts) -> None:
    """Say in a group that reminders are between the bot and one person."""
    await send(message, privacy.only_private(texts))


async def open_reminders(
    query: CallbackQuery, user: User, texts: Texts, paper_talk: PaperTalk, state: FSMContext
) -> None:
    """Show what is still to come, from a button."""
    await query.answer()
    await state.clear()
    await show(query, await paper_talk.all_reminders(user, texts))


async def open_last_day(
    query: CallbackQuery, callback_data: ReminderCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Show the reminder of a last legal day."""
    page = await paper_talk.last_day(user, texts, callback_data.place)
    await query.answer()
    await show(query, page or await paper_talk.all_reminders(user, texts))


async def keep_last_day(
    query: CallbackQuery, callback_data: ReminderCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Remind of the last legal day that the calculator found."""
    place, day = callback_data.place, day_of(callback_data.day)
    if day is None or not paper_talk.is_worth_keeping(place, day):
        await query.answer(texts.plain("error-old-button"))
        return
    kept = await paper_talk.reminders.keep(user.telegram_id, ReminderKind.LAST_DAY, place, day)
    if not kept:
        await query.answer(texts.plain("reminder-too-late"), show_alert=True)
        return
    distances = ", ".join(texts.plain("reminder-before", days=days) for days in kept)
    await query.answer(texts.plain("reminder-kept", days=distances))
    if (page := await paper_talk.last_day(user, texts, place, day)) is not None:
        await show_below(query, page)


async def switch(
    query: CallbackQuery, callback_data: ReminderCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Turn one distance on or off and redraw the page."""
    kind, day = kind_of(callback_data.kind), day_of(callback_data.day)
    if kind is None or day is None or not await _is_kept(user, paper_talk, kind, callback_data.place, day):
        await query.answer(texts.plain("error-old-button"))
        return
    subject, on = Subject(kind, callback_data.place, day), callback_data.on
    done = await paper_talk.reminders.switch(user.telegram_id, subject, callback_data.days, on=on)
    late = on and not done and callback_data.days not in await _pending(user, paper_talk, subject)
    toast = "reminder-too-late" if late else ("reminder-on" if on else "reminder-off")
    await query.answer(texts.plain(toast))
    if (page := await _page(user, texts, paper_talk, subject)) is not None:
        await show(query, page)


async def stop(
    query: CallbackQuery, callback_data: ReminderCallback, user: User, texts: Texts, paper_talk: PaperTalk
) -> None:
    """Remind of a thing no more; a reminder that came stays as it is."""
    kind = kind_of(callback_data.kind)
    if kind is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await paper_talk.reminders.stop(user.telegram_id, kind, callback_data.place)
    await query.answer(texts.plain("reminder-off"))


async def _is_kept(user: User, talk: PaperTalk, kind: ReminderKind, place: str, day: date) -> bool:
    """Tell whether a switch is of something that can be reminded of: of a paper, one that is kept, with this day."""
    if kind is ReminderKind.LAST_DAY:
        return talk.is_worth_keeping(place, day)
    paper = await talk.papers.find(user.telegram_id, kind, place)
    return paper is not None and paper.expires == day


async def _pending(user: User, talk: PaperTalk, subject: Subject) -> set[int]:
    return {one.days_before for one in await talk.reminders.of(user.telegram_id) if one.subject == subject}


async def _page(user: User, texts: Texts, talk: PaperTalk, subject: Subject) -> Reply | None:
    if subject.kind is ReminderKind.LAST_DAY:
        return await talk.last_day(user, texts, subject.place, subject.day)
    return await talk.one_paper(user, texts, subject.kind, subject.place)


def build_router() -> Router:
    """Return the routes of this feature."""
    router, private = Router(name="reminders"), F.chat.type == "private"
    router.callback_query.filter(F.message.chat.type == "private")
    router.message.register(show_reminders, Named("reminders"), private)
    router.message.register(only_private, Named("reminders"))
    query = router.callback_query
    query.register(open_reminders, MenuCallback.filter(F.page == "reminders"))
    query.register(open_last_day, ReminderCallback.filter(F.act == "open"))
    query.register(keep_last_day, ReminderCallback.filter(F.act == "keep"))
    query.register(switch, ReminderCallback.filter(F.act == "switch"))
    query.register(stop, ReminderCallback.filter(F.act == "off"))
    return router
