"""Reads a message."""

from collections.abc import Iterable

from bot.domain.question import Intent, Question
from bot.understanding.names import Context, PlaceName


class Understanding:
    """Understands messages: text → Question."""

    def __init__(self, names: Iterable[PlaceName]) -> None:
        self._places = {name.name.lower(): name.iso2 for name in names}

    @classmethod
    def load(cls, names: Iterable[PlaceName] = ()) -> "Understanding":
        """Return an understanding that knows these names."""
        return cls(names)

    def understand(self, text: str, context: Context | None = None) -> Question:
        """Return what is asked."""
        place = self._places.get(text.lower().strip(" ?!."))
        if place is None:
            return Question(Intent.OUT_OF_SCOPE, understood=False)
        return Question(Intent.COUNTRY, (place,))
