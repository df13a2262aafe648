"""A small bot that uses everything the stand-in and the page show; the real one is tested elsewhere."""

import struct
import zlib

from aiogram import Bot, Dispatcher, F, Router
from aiogram.client.default import DefaultBotProperties
from aiogram.enums import ParseMode
from aiogram.filters import Command, CommandStart
from aiogram.types import (
    BotCommand,
    BufferedInputFile,
    CallbackQuery,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQuery,
    InlineQueryResultArticle,
    InputMediaPhoto,
    InputTextMessageContent,
    KeyboardButton,
    Message,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    WebAppInfo,
)

from bot.playground import StandIn, StandInSession

CARD = {
    "ru": "🇹🇷 <b>Турция</b> · 🟢 виза не нужна\n"
    "До <b>90 дней</b> за любые 180 дней — дни всех поездок складываются.\n"
    "Правило действует для обычного паспорта: туризм, гости, дела. Работа и учёба — по визе.\n"
    '<i>Источник: <a href="https://www.inform.kz/">Казинформ</a>, 23.11.2025 · подтверждено 17.02.2026</i>',
    "kk": "🇹🇷 <b>Түркия</b> · 🟢 виза қажет емес\n"
    "Кез келген 180 күнде <b>90 күнге</b> дейін — барлық сапардың күндері қосылып есептеледі.\n"
    '<i>Дереккөз: <a href="https://www.inform.kz/">Қазинформ</a>, 23.11.2025 · 17.02.2026 расталды</i>',
}
RICH = (
    "<b>жирный</b>, <i>курсив</i>, <u>подчёркнутый</u>, <s>зачёркнутый</s>, <code>код</code>, "
    "<tg-spoiler>скрытое</tg-spoiler>, /help\n<blockquote>Короткая цитата</blockquote>"
    "<blockquote expandable>Первая строка длинной цитаты\nвторая\nтретья\nчетвёртая\nпятая</blockquote>"
    '<pre><code class="language-python">print("салем")</code></pre>'
)


def png(width: int, height: int, red: int, green: int, blue: int) -> bytes:
    """Return a picture with a gradient of this colour."""
    rows = b"".join(
        b"\0" + b"".join(bytes((red * y // height, green, blue * x // width)) for x in range(width))
        for y in range(height)
    )

    def chunk(kind: bytes, data: bytes) -> bytes:
        body = kind + data
        return struct.pack(">I", len(data)) + body + struct.pack(">I", zlib.crc32(body))

    head = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(rows)) + chunk(b"IEND", b"")


def card_keyboard(language: str, followed: bool) -> InlineKeyboardMarkup:
    """Return the buttons of the card."""
    kk = language == "kk"
    follow = ("🔔 Жазылдыңыз" if kk else "🔔 Вы следите") if followed else ("🔔 Бақылау" if kk else "🔔 Следить")
    rows = [
        [
            InlineKeyboardButton(text=follow, callback_data=f"follow:{int(not followed)}"),
            InlineKeyboardButton(text="📄 Құжаттар" if kk else "📄 Документы", callback_data="papers"),
        ],
        [
            InlineKeyboardButton(text="🗺 Картада" if kk else "🗺 На карте", url="https://www.openstreetmap.org/"),
            InlineKeyboardButton(text="Бөлісу" if kk else "Поделиться", switch_inline_query="турция"),
        ],
    ]
    return InlineKeyboardMarkup(inline_keyboard=rows)


async def start(message: Message) -> None:
    """Greet."""
    kk = message.from_user.language_code == "kk"
    await message.answer(
        "Сәлеметсіз бе. Бұл — <b>Сапар</b>: Қазақстан азаматтарына виза керек пе, соны айтамын.\n"
        "Елдің не қаланың атын жазыңыз: <i>Түркия</i>."
        if kk
        else "Здравствуйте. Это <b>Сапар</b> — подскажу, нужна ли виза гражданам Казахстана.\n"
        "Напишите страну, город или вопрос: <i>Турция</i>, <i>надо ли визу на Пхукет</i>."
    )


async def card(message: Message) -> None:
    """Show the card."""
    language = "kk" if message.from_user.language_code == "kk" else "ru"
    await message.answer(CARD[language], reply_markup=card_keyboard(language, followed=False))


async def follow(query: CallbackQuery) -> None:
    """Switch the button."""
    on = query.data == "follow:1"
    await query.answer("Сообщу, когда что-то изменится" if on else "Больше не слежу")
    language = "kk" if query.from_user.language_code == "kk" else "ru"
    await query.message.edit_reply_markup(reply_markup=card_keyboard(language, followed=on))


async def papers(query: CallbackQuery) -> None:
    """Show an alert and a rich text."""
    await query.answer("Паспорт, билет и бронь гостиницы", show_alert=True)
    await query.message.answer(RICH)


async def alert(message: Message, bot: Bot) -> None:
    """Write to somebody else: what an owner's publication does."""
    await bot.send_message(
        int(message.text.split()[1]),
        "🇪🇺 <b>Переговоры с ЕС: второй раунд прошёл</b>\nБыло: первый раунд, 2 декабря 2025. Стало: второй раунд, "
        "Астана, 3 марта 2026.\n<i>Источник: The Astana Times</i>",
    )
    await message.answer("Отправлено: <b>1</b>")


async def pictures(message: Message, bot: Bot) -> None:
    """Show a photo, an album and a document."""
    await bot.send_chat_action(message.chat.id, "upload_photo")
    one = BufferedInputFile(png(640, 400, 40, 120, 210), "map.png")
    await message.answer_photo(one, caption="Карта на <b>23.11.2026</b>")
    many = [BufferedInputFile(png(300, 300, 70 * i, 140, 90), f"{i}.png") for i in range(3)]
    await message.answer_media_group([InputMediaPhoto(media=file) for file in many])
    await message.answer_document(BufferedInputFile(b"{}" * 900, "мои данные.json"), caption="Всё, что хранится")


async def keyboard(message: Message) -> None:
    """Show a reply keyboard."""
    rows = [
        [KeyboardButton(text="Турция"), KeyboardButton(text="Грузия")],
        [KeyboardButton(text="Где я", request_location=True), KeyboardButton(text="Убрать")],
    ]
    await message.answer("Выберите", reply_markup=ReplyKeyboardMarkup(keyboard=rows, resize_keyboard=True))


async def no_keyboard(message: Message) -> None:
    """Take it away."""
    await message.answer("Убрал", reply_markup=ReplyKeyboardRemove())


async def buttons(message: Message) -> None:
    """Show the rarer buttons."""
    row = [
        InlineKeyboardButton(text="Скопировать", copy_text=CopyTextButton(text="KZ-42")),
        InlineKeyboardButton(text="Карта", web_app=WebAppInfo(url="http://127.0.0.1:9/")),
    ]
    await message.answer("Кнопки", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row]))


async def rest(message: Message) -> None:
    """Repeat, or name what it is."""
    await message.answer(f"Вы написали: <b>{message.html_text}</b>" if message.text else message.content_type)


async def edited(message: Message) -> None:
    """Answer anew."""
    await message.answer(f"Вижу правку: {message.html_text}")


async def inline(query: InlineQuery) -> None:
    """Offer two cards."""
    found = [
        InlineQueryResultArticle(
            id=code,
            title=f"{flag} {name}",
            description="виза не нужна",
            input_message_content=InputTextMessageContent(message_text=f"{flag} <b>{name}</b>", parse_mode="HTML"),
        )
        for code, flag, name in (("TR", "🇹🇷", "Турция"), ("GE", "🇬🇪", "Грузия"))
        if query.query.lower() in name.lower()
    ]
    await query.answer(found)


def build_bot(standin: StandIn) -> Bot:
    """Return a bot of the stand-in."""
    return Bot(standin.token, session=StandInSession(standin), default=DefaultBotProperties(parse_mode=ParseMode.HTML))


def build_dispatcher() -> Dispatcher:
    """Return the toy's dispatcher."""
    router = Router()
    router.message.register(start, CommandStart())
    router.message.register(alert, Command("alert"))
    router.message.register(pictures, Command("pictures"))
    router.message.register(keyboard, Command("keyboard"))
    router.message.register(buttons, Command("buttons"))
    router.message.register(no_keyboard, F.text == "Убрать")
    router.message.register(card, F.text.lower().in_({"турция", "түркия"}))
    router.message.register(rest, ~F.migrate_to_chat_id)
    router.edited_message.register(edited)
    router.callback_query.register(follow, F.data.startswith("follow:"))
    router.callback_query.register(papers, F.data == "papers")
    router.inline_query.register(inline)
    dispatcher = Dispatcher()
    dispatcher.include_router(router)
    return dispatcher


async def publish_face(bot: Bot, owner_id: int) -> None:
    """Set commands and descriptions."""
    ru = [("visa", "Нужна ли виза в страну"), ("pictures", "Карта и альбом"), ("keyboard", "Клавиатура")]
    kk = [("visa", "Елге виза керек пе"), ("pictures", "Карта мен альбом")]
    await bot.set_my_commands([BotCommand(command=name, description=text) for name, text in ru])
    await bot.set_my_commands([BotCommand(command=name, description=text) for name, text in kk], language_code="kk")
    await bot.set_my_description("Нужна ли виза в другую страну, на сколько дней и какие документы.\nС источником.")
    await bot.set_my_description("Басқа елге виза керек пе, қанша күнге, қандай құжаттар.", language_code="kk")
