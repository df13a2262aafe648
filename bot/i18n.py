"""Texts for people: Fluent files under `locales/<code>/`, read once, usable with no update at hand."""

import html
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from babel.dates import format_date
from babel.numbers import format_decimal, format_percent
from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax.ast import Junk

from bot.domain.language import Language
from bot.domain.talks import PartialDate

LOCALES = Path(__file__).parent.parent / "locales"

_PATTERNS = {
    Language.RU: ("y", "LLLL y", "d MMMM y"),
    Language.KK: ("y", "y 'жылғы' LLLL", "y 'жылғы' d MMMM"),
}


class Html(str):
    """Text that is markup already; every other string is escaped when it goes into a message."""

    __slots__ = ()


class MissingTextError(LookupError):
    """A key that the language doesn't have, or an argument that was not given."""


@dataclass(frozen=True, slots=True)
class Texts:
    """The texts of one language. `texts("card-source", name="…")` returns HTML."""

    language: Language
    bundle: FluentBundle

    def __call__(self, key: str, **arguments: Any) -> Html:
        """Return the text of a key, with outside text escaped; MissingTextError when it can't be made whole."""
        return Html(self._format(key, {name: _safe(value) for name, value in arguments.items()}))

    def plain(self, key: str, **arguments: Any) -> str:
        """Return the text for places that know no markup: buttons, command menus, callback answers."""
        return self._format(key, arguments)

    def has(self, key: str) -> bool:
        """Tell whether there is such a text."""
        return bool(self.bundle.has_message(key))

    def long_date(self, value: date | PartialDate) -> str:
        """Return a date in words, as exact as it is known: «3 марта 2026», «2026 жылғы 3 наурыз»."""
        day = value.first_day if isinstance(value, PartialDate) else value
        exactness = 2 if not isinstance(value, PartialDate) else bool(value.month) + bool(value.day)
        return _date_in_words(self.language, day, exactness)

    @staticmethod
    def short_date(value: date | PartialDate) -> str:
        """Return a date in digits: 03.03.2026, 03.2026 or 2026."""
        if isinstance(value, PartialDate):
            return ".".join(reversed(str(value).split("-")))
        return value.strftime("%d.%m.%Y")

    def number(self, value: int) -> str:
        """Return a whole number with its thousands set apart as the language does."""
        return str(format_decimal(value, locale=self.language))

    def share(self, part: int, whole: int) -> str:
        """Return a share in whole per cent: «97 %». Neither none nor all is said unless it is so: «<1 %», «>99 %»."""
        if 0 < 100 * part < whole:
            return f"<{self._percent(1)}"
        if 0 < 100 * (whole - part) < whole:
            return f">{self._percent(99)}"
        return self._percent((200 * part + whole) // (2 * whole) if whole else 0)

    def _percent(self, value: int) -> str:
        return str(format_percent(value / 100, locale=self.language))

    def _format(self, key: str, arguments: dict[str, Any]) -> str:
        if not self.bundle.has_message(key):
            raise MissingTextError(f"no text {key!r} in {self.language}")
        pattern = self.bundle.get_message(key).value
        if pattern is None:
            raise MissingTextError(f"text {key!r} in {self.language} is empty")
        text, errors = self.bundle.format_pattern(pattern, arguments)
        if errors:
            raise MissingTextError(f"text {key!r} in {self.language}: {errors[0]}")
        return str(text)


class Translator:
    """Every language's texts."""

    def __init__(self, folder: Path = LOCALES) -> None:
        """Read all files; a broken one raises ValueError with its name."""
        self._texts = {language: Texts(language, _bundle(language, folder)) for language in Language}

    def __getitem__(self, language: Language) -> Texts:
        """Return the texts of a language."""
        return self._texts[language]


def _safe(value: Any) -> Any:
    if isinstance(value, Html) or not isinstance(value, str):
        return value
    return html.escape(value, quote=False)


def _bundle(language: Language, folder: Path) -> FluentBundle:
    bundle = FluentBundle([language], use_isolating=False)
    for path in sorted((folder / language).glob("*.ftl")):
        resource = FluentResource(path.read_text(encoding="utf-8"))
        for entry in resource.body:
            if isinstance(entry, Junk):
                raise ValueError(f"{path}: {str(entry.content).splitlines()[0]}")  # noqa: TRY004 - a bad file, not a bad type
        bundle.add_resource(resource)
    return bundle


@lru_cache(maxsize=4096)
def _date_in_words(language: Language, day: date, exactness: int) -> str:
    words = str(format_date(day, _PATTERNS[language][exactness], locale=language))
    return words.lower()  # CLDR writes a Kazakh month that stands alone with a capital
