"""The languages people are answered in."""

from enum import StrEnum


class Language(StrEnum):
    """A language of the interface; adding one is adding a member and a folder of locales."""

    RU = "ru"
    KK = "kk"

    @classmethod
    def guess(cls, code: str | None) -> "Language":
        """Return the language for Telegram's IETF tag (`ru`, `kk-KZ`); Russian when it is neither."""
        base = (code or "").lower().partition("-")[0]
        return cls(base) if base in set(cls) else cls.RU
