"""A place named in a message, and a place that may be meant."""

from dataclasses import dataclass, field
from typing import NamedTuple

from bot.understanding.suffixes import BARE

_RANKS = {"adjective": 2, "people": 2, "person": 3, "city": 1, "capital": 1, "resort": 1, "region": 1}


@dataclass(frozen=True, slots=True)
class Name:
    """A known name: place is an ISO code or SCHENGEN."""

    place: str
    kind: str
    language: str
    text: str
    rank: int = field(init=False)
    """0 for a country's own names, 1 for what lies in it, 2 and 3 for its adjective and people."""

    def __post_init__(self) -> None:
        """Rank the kind."""
        object.__setattr__(self, "rank", _RANKS.get(self.kind, 0))


class Mention(NamedTuple):
    """A place named in a message, from the token `start` up to before `end`.

    names: the fair readings, of one rank. case: the Kazakh case of the word, if any. cost: of the typing mistakes.
    doubtful: also an ordinary word. exact: the name stands in its first form.
    """

    start: int
    end: int
    names: tuple[Name, ...]
    case: str = BARE
    cost: float = 0.0
    doubtful: bool = False
    exact: bool = False

    @property
    def places(self) -> tuple[str, ...]:
        """Return the codes of the readings, each once."""
        return tuple(dict.fromkeys(name.place for name in self.names))

    @property
    def place(self) -> str:
        """Return the code of the first reading."""
        return self.names[0].place

    @property
    def kind(self) -> str:
        """Return the kind of the name."""
        return self.names[0].kind


class Guess(NamedTuple):
    """A place that a mistyped word may mean. cut: an ending was taken off first."""

    cost: float
    names: tuple[Name, ...]
    cut: bool
