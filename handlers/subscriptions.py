"""Following and not: commands, switches, the buttons under cards and alerts; and people who block the bot."""

from aiogram import F, Router
from aiogram.types import CallbackQuery, ChatMemberUpdated, Message

from bot.domain.topic import Topic, TopicKind
from bot.domain.user import User, UserState
from bot.i18n import Texts
from bot.services.catalogue import Catalogue
from bot.services.subscriptions import Subscriptions, Wish, find_topics
from bot.services.users import Users
from bot.telegram.acts import PersonActs
from bot.telegram.callbacks import FollowCallback, MenuCallback
from bot.telegram.filters import Named
from bot.telegram.reply import Reply, send, show
from bot.telegram.responder import Responder
from bot.telegram.views import subscriptions as views


async def subscribe(
    message: Message,
    argument: str,
    user: User,
    texts: Texts,
    catalogue: Catalogue,
    acts: PersonActs,
    subscriptions: Subscriptions,
    responder: Responder,
) -> None:
    """Follow what `/subscribe Турция` names; bare, show the switches."""
    if not argument:
        await send(message, await _switches(catalogue, texts, user, subscriptions))
        return
    wish = _known(find_topics(argument, responder.understanding), catalogue)
    if not wish.topics:
        await send(message, views.which_topic(catalogue, texts, wish.nearest))
        return
    fresh = [topic for topic in wish.topics if await acts.subscribe(topic)]
    await send(message, views.subscribed(catalogue, texts, wish.topics, new=bool(fresh)))


async def unsubscribe(
    message: Message,
    argument: str,
    user: User,
    texts: Texts,
    catalogue: Catalogue,
    acts: PersonActs,
    subscriptions: Subscriptions,
    responder: Responder,
) -> None:
    """Follow no more what `/unsubscribe Турция` names; bare, show the switches."""
    if not argument:
        await send(message, await _switches(catalogue, texts, user, subscriptions))
        return
    wish = find_topics(argument, responder.understanding)
    if not wish.topics:
        await send(message, views.which_topic(catalogue, texts, wish.nearest))
        return
    had = [await acts.unsubscribe(topic) for topic in wish.topics]
    await send(message, views.unsubscribed(catalogue, texts, wish.topics, had=any(had)))


async def show_switches(
    message: Message, user: User, texts: Texts, catalogue: Catalogue, subscriptions: Subscriptions
) -> None:
    """Show what is followed."""
    await send(message, await _switches(catalogue, texts, user, subscriptions))


async def open_switches(
    query: CallbackQuery, user: User, texts: Texts, catalogue: Catalogue, subscriptions: Subscriptions
) -> None:
    """Show what is followed, from a button."""
    await query.answer()
    await show(query, await _switches(catalogue, texts, user, subscriptions))


async def toggle(
    query: CallbackQuery,
    callback_data: FollowCallback,
    user: User,
    texts: Texts,
    catalogue: Catalogue,
    acts: PersonActs,
    subscriptions: Subscriptions,
) -> None:
    """Turn a subscription on or off and redraw the button where it stands."""
    topic = _topic(callback_data, catalogue)
    if topic is None:
        await query.answer(texts.plain("error-old-button"))
        return
    await (acts.subscribe if callback_data.on else acts.unsubscribe)(topic)
    key = "toast-followed" if callback_data.on else "toast-unfollowed"
    await query.answer(texts.plain(key, topic=views.topic_title(catalogue, texts, topic)))
    if not isinstance(query.message, Message) or query.message.chat.type != "private":
        return  # a button in a group is everybody's: it stays as it is
    if callback_data.origin == "switches":
        await _redraw_switches(query, query.message, user, texts, catalogue, subscriptions)
    elif query.message.reply_markup is not None:
        markup = views.turned(texts, query.message.reply_markup, topic, followed=callback_data.on)
        await query.message.edit_reply_markup(reply_markup=markup)


async def leave(event: ChatMemberUpdated, users: Users) -> None:
    """Mark a person who blocked the bot: nothing more is sent to them."""
    await users.set_state(event.chat.id, UserState.BLOCKED)


async def come_back(event: ChatMemberUpdated, users: Users) -> None:
    """Mark a person who is back; alerts of the time between are not made up for."""
    await users.set_state(event.chat.id, UserState.ACTIVE)


async def _redraw_switches(
    query: CallbackQuery,
    message: Message,
    user: User,
    texts: Texts,
    catalogue: Catalogue,
    subscriptions: Subscriptions,
) -> None:
    shown = views.followed_in(message.reply_markup) if message.reply_markup is not None else ()
    await show(query, views.switches(catalogue, texts, await subscriptions.of(user.telegram_id), shown))


async def _switches(catalogue: Catalogue, texts: Texts, user: User, subscriptions: Subscriptions) -> Reply:
    return views.switches(catalogue, texts, await subscriptions.of(user.telegram_id))


def _topic(data: FollowCallback, catalogue: Catalogue) -> Topic | None:
    """Return the topic of a button, None when it is none or a country we know nothing of."""
    try:
        topic = views.topic_of(data.topic)
    except ValueError:
        return None
    is_unknown = topic.kind is TopicKind.COUNTRY and topic.iso2 not in catalogue.destinations
    return None if is_unknown and data.on else topic


def _known(wish: Wish, catalogue: Catalogue) -> Wish:
    """Leave out places that have no facts, so that nothing could ever change there."""
    topics = tuple(topic for topic in wish.topics if not topic.iso2 or topic.iso2 in catalogue.destinations)
    return Wish(topics, wish.nearest)


def build_router() -> Router:
    """Return the routes of this feature."""
    router = Router(name="subscriptions")
    router.message.register(subscribe, Named("subscribe"))
    router.message.register(unsubscribe, Named("unsubscribe"))
    router.message.register(show_switches, Named("subscriptions"))
    router.callback_query.register(open_switches, MenuCallback.filter(F.page == "subscriptions"))
    router.callback_query.register(toggle, FollowCallback.filter())
    private, status = F.chat.type == "private", F.new_chat_member.status
    router.my_chat_member.register(leave, private, status == "kicked")
    router.my_chat_member.register(come_back, private, status == "member")
    return router
