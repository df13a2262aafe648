"""Every command: its canonical name, the names people type in Russian and Kazakh, and where the menu shows it."""

from dataclasses import dataclass

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein

from bot.domain.language import Language


@dataclass(frozen=True, slots=True)
class CommandName:
    """A command. latin: by language, what Telegram's menu may hold; typed: Cyrillic names, typed only.

    place: `menu` (shown to everybody), `hidden` (works, not shown) or `desk` (shown to admins only).
    """

    name: str
    latin: dict[Language, str]
    typed: tuple[str, ...]
    place: str = "menu"

    @property
    def all_names(self) -> tuple[str, ...]:
        """Return every spelling that works."""
        return tuple(dict.fromkeys((self.name, *self.latin.values(), *self.typed)))


def _command(name: str, ru: str, kk: str, *typed: str, place: str = "menu") -> CommandName:
    return CommandName(name, {Language.RU: ru, Language.KK: kk}, typed, place)


COMMANDS = (
    _command("start", "start", "start", "старт", "начать", "бастау", place="hidden"),
    _command("visa", "visa", "visa", "виза"),
    _command("free", "bezviz", "vizasyz", "безвиз", "визасыз"),
    _command("required", "vizovye", "vizalyq", "визовые", "визалық", "визалы"),
    _command("where", "kuda", "qaida", "куда", "қайда", "кайда"),
    _command("map", "karta", "karta", "карта", "картасы", "мап"),
    _command("eu", "status", "martebe", "статус", "мәртебе", "мартебе", "ес", "ео", "переговоры", "келіссөздер"),
    _command("timeline", "hronika", "shezhire", "хроника", "шежіре", "хронология", "оқиғалар"),
    _command("topics", "temy", "taqyryptar", "темы", "тақырыптар"),
    _command("subscribe", "podpiska", "jazylu", "подписка", "подписаться", "жазылу"),
    _command("unsubscribe", "otpiska", "bastartu", "отписка", "отписаться", "бастарту", "шығу"),
    _command("subscriptions", "podpiski", "jazylymdar", "подписки", "жазылымдар"),
    _command("stay", "srok", "merzim", "срок", "дни", "калькулятор", "мерзім", "мерзим", "күн", "кун"),
    _command(
        "papers", "dokumenty", "qujattar", "документы", "паспорт", "моидокументы", "құжаттар", "құжаттарым", "кужаттар"
    ),
    _command("reminders", "napominania", "eskertuler", "напоминания", "напомнить", "ескертулер", "ескерту"),
    _command("language", "yazyk", "til", "язык", "тіл", "тил"),
    _command("settings", "nastroiki", "baptaular", "настройки", "баптаулар", "параметрлер"),
    _command("feedback", "otzyv", "pikir", "отзыв", "пікір"),
    _command("privacy", "privatnost", "qupiialyq", "приватность", "құпиялық", "құпиялылық"),
    _command("mydata", "moidannye", "derekterim", "моиданные", "деректерім", place="hidden"),
    _command("forget", "zabyt", "umytu", "забыть", "ұмыту", place="hidden"),
    _command("help", "pomosh", "komek", "помощь", "көмек", "справка", "анықтама"),
    _command("admin", "pult", "basqaru", "пульт", "админ", "басқару", place="desk"),
    _command("publish", "opublikovat", "jariialau", "опубликовать", "жариялау", place="desk"),
    _command("broadcast", "rassylka", "taratu", "рассылка", "тарату", place="desk"),
    _command("campaigns", "rassylki", "taratular", "рассылки", "таратулар", place="desk"),
    _command("watch", "novosti", "janalyqtar", "новости", "ленты", "жаңалықтар", "таспалар", place="desk"),
    _command("destination", "napravlenie", "bagyt", "направление", "страна", "бағыт", "ел", place="desk"),
    _command("queue", "ochered", "kezek", "очередь", "кезек", place="desk"),
    _command("stats", "statistika", "statistika", "статистика", place="desk"),
    _command("editors", "redaktory", "redaktorlar", "редакторы", "редакторлар", place="desk"),
    _command("audit", "zhurnal", "jurnal", "журнал", place="desk"),
)

OWNERS_ONLY = ("publish", "editors")
"""What editors may not do."""

BY_SPELLING = {spelling: command for command in COMMANDS for spelling in command.all_names}


def find_command(spelling: str) -> CommandName | None:
    """Return the command of a spelling, in any case and either language; None when there is none."""
    return BY_SPELLING.get(spelling.lower())


def nearest_command(spelling: str) -> CommandName | None:
    """Return the public command a mistyped one most likely meant, None when nothing is near."""
    public = [name for name, command in BY_SPELLING.items() if command.place != "desk"]
    best = process.extractOne(
        spelling.lower(), public, scorer=DamerauLevenshtein.normalized_similarity, score_cutoff=0.6
    )
    return None if best is None else BY_SPELLING[best[0]]


def split_command(text: str) -> tuple[str, str, str] | None:
    """Return (spelling, bot's name or empty, the rest) of `/виза@bot Турция`, None when it is no command."""
    if not text.startswith("/") or len(text) < 2 or text[1].isspace():
        return None
    head, _, rest = text[1:].replace("\n", " ", 1).partition(" ")
    spelling, _, mention = head.partition("@")
    return spelling, mention, rest.strip()
