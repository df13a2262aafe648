"""The names of places in all their forms: finds them in a message."""

from collections.abc import Iterable, Sequence
from functools import lru_cache
from pathlib import Path

from bot.understanding.inflect import phrase_forms
from bot.understanding.keys import key_of_words
from bot.understanding.mention import Guess, Mention, Name
from bot.understanding.names import PlaceName
from bot.understanding.popular import POPULAR, POPULARITY
from bot.understanding.suffixes import BARE, PEOPLE, splits
from bot.understanding.tokens import Token, clean, tokenise
from bot.understanding.typos import NearIndex

FORMS = Path(__file__).parents[1] / "data" / "forms.tsv"
MOST_BESIDE_CODE = 3
"""Words of a message that may name a place by its code («TR визасыз ба»)."""
_WORDS_TOO = frozenset(["ID", "TV", "NO", "IT", "IN", "TO", "AI", "SO", "ME", "MY", "IS", "BE", "DO", "AM", "PM"])
LONGEST_NAME = 6
"""Words of the longest name that is looked for."""
_WHOLE = frozenset(["country", "short"])


class Gazetteer:
    """All names, by the keys of their forms."""

    def __init__(self) -> None:
        self._forms: dict[str, tuple[Name, ...]] = {}
        self._first: dict[str, tuple[Name, ...]] = {}
        self._doubtful: set[str] = set()
        self._starts: dict[str, int] = {}
        self._ends: set[str] = set()
        self._codes: set[str] = set()
        self._joined: dict[str, str] = {}
        self._near = NearIndex(())
        self.namesakes: dict[str, tuple[str, ...]] = {}

    @classmethod
    def load(cls, names: Iterable[PlaceName]) -> "Gazetteer":
        """Return a gazetteer of the shipped names and these; new Russian ones are inflected by rule."""
        gazetteer = cls()
        known: set[tuple[str, str]] = set()
        for line in FORMS.read_text(encoding="utf-8").splitlines():
            place, kind, language, text, keys = line.split("\t")
            gazetteer._add(Name(place, kind, language, text), keys.split("|"))
            known.add((place, text))
        for name in names:
            if (name.iso2, name.name) not in known and name.iso2 != "KZ":
                gazetteer._add(Name(name.iso2, name.kind, name.language, name.name), _keys_by_rule(name))
        gazetteer.namesakes = gazetteer._find_namesakes()
        long = ((key, names) for key, names in gazetteer._forms.items() if len(key) > SHORTEST_NEAR)
        gazetteer._near = NearIndex(key for key, names in long if any(_is_guessable(name) for name in names))
        return gazetteer

    def _add(self, name: Name, keys: Sequence[str]) -> None:
        self._codes.add(name.place)
        for marked in keys:
            key = marked.removeprefix("?")
            if key != marked:
                self._doubtful.add(key)
            self._forms[key] = (*self._forms.get(key, ()), name)
            if " " in key:
                words = key.split(" ")
                self._starts[words[0]] = max(len(words), self._starts.get(words[0], 0))
                self._ends.add(words[-1])
                self._joined.setdefault(key.replace(" ", ""), key)
        if keys:
            own = keys[0].removeprefix("?")
            self._first[own] = (*self._first.get(own, ()), name)

    def _find_namesakes(self) -> dict[str, tuple[str, ...]]:
        """Return by key the other places whose longer names hold the whole of it («Гвинея», «Гвинея-Бисау»)."""
        whole = {key: names[0] for key, names in self._first.items() if names[0].kind in _WHOLE}
        longer = [(key, name) for key, name in whole.items() if " " in key]
        sakes: dict[str, tuple[str, ...]] = {}
        for key, name in longer:
            for word in key.split(" "):
                owner = whole.get(word)
                if owner is not None and owner.place != name.place:
                    sakes[word] = tuple(dict.fromkeys((*sakes.get(word, ()), name.place)))
        sakes.pop(key_of_words(["china"]), None)  # only in CLDR's "Hong Kong SAR China"
        return sakes | {"dominika": ("DO",), "niger": ("NG",), "georgia": ("US",)}

    def find(self, tokens: Sequence[Token]) -> list[Mention]:
        """Return the places named exactly, longest names first tried, none overlapping."""
        mentions: list[Mention] = []
        index = 0
        while index < len(tokens):
            mention = self._at(tokens, index)
            if mention is not None:
                mentions.append(mention)
            index = mention.end if mention is not None else index + 1
        return mentions

    def _at(self, tokens: Sequence[Token], start: int) -> Mention | None:
        first = tokens[start]
        if first.is_flag:
            return self._flag(first, start)
        if len(tokens) <= MOST_BESIDE_CODE and first.raw in self._codes and first.raw not in _WORDS_TOO:
            return Mention(start, start + 1, (Name(first.raw, "code", "", first.raw),), exact=True)
        longest = min(self._starts.get(first.key, 1), len(tokens) - start, LONGEST_NAME)
        for length in range(longest, 1, -1):
            keys = [token.key for token in tokens[start : start + length]]
            found = self._lookup(" ".join(filter(None, keys))) or self._glued(keys)
            if found is not None:
                return Mention(start, start + length, *found)
        found = self._word(first.key)
        return None if found is None else Mention(start, start + 1, *found)

    def _flag(self, token: Token, start: int) -> Mention | None:
        if token.key == "KZ":
            return None
        place = "SCHENGEN" if token.key == "EU" else token.key
        return Mention(start, start + 1, (Name(place, "flag", "", token.raw),), exact=True)

    def _glued(self, keys: list[str]) -> tuple[tuple[Name, ...], str, float, bool, bool] | None:
        whole = self._joined.get("".join(keys))
        return self._lookup(whole) if whole else None

    @lru_cache(maxsize=8192)  # noqa: B019 the gazetteer lives as long as the bot
    def _word(self, key: str) -> tuple[tuple[Name, ...], str, float, bool, bool] | None:
        return self._lookup(key) or (self._lookup(self._joined[key]) if key in self._joined else None)

    def _lookup(self, key: str) -> tuple[tuple[Name, ...], str, float, bool, bool] | None:
        names = self._forms.get(key)
        if names is not None and not (names[0].rank > 1 and any(self._is_place(stem) for stem, _ in splits(key))):
            return _best(names, self._first.get(key, ())), BARE, 0.0, key in self._doubtful, key in self._first
        parts = splits(key)
        for stem, case in sorted(parts, key=lambda part: not self._is_place(part[0])):
            owners = self._first.get(stem) or self._first.get(self._joined.get(stem, ""))
            if owners is not None and (found := self._inflected(owners, case)):
                return found, case, 0.0, stem in self._doubtful, False
        return None

    def _is_place(self, key: str) -> bool:
        """Tell whether a key is the own form of a place: «Италияны» is rather Italy than an Italian."""
        return any(name.rank < 2 for name in self._first.get(key, ()))

    def _inflected(self, names: tuple[Name, ...], case: str) -> tuple[Name, ...]:
        names = _best(tuple(name for name in names if name.kind not in ("adjective", "person")))
        if case == PEOPLE:
            return tuple(Name(name.place, "person", name.language, name.text) for name in names)
        return names

    def namesakes_of(self, mention: Mention) -> tuple[str, ...]:
        """Return the other places that a bare name may mean («Гвинея»: Гвинея-Бисау and others)."""
        return self.namesakes.get(key_of_words(mention.names[0].text.lower().replace("ё", "е").split()), ())

    @property
    def forms(self) -> Iterable[str]:
        """Return the keys of all forms."""
        return self._forms.keys()

    def knows(self, key: str) -> bool:
        """Tell whether a key is a form of some name."""
        return self._word(key) is not None

    def is_written(self, key: str, word: str) -> bool:
        """Tell whether a name with this key is written just so, in lower case."""
        return any(name.text.lower() == word for name in self._first.get(key, ()))

    def is_kazakh(self, key: str) -> bool:
        """Tell whether a key is a Kazakh name's own."""
        return any(name.language == "kk" for name in self._first.get(key, ()))

    def may_start(self, first: str, second: str) -> bool:
        """Tell whether two words may be a name of several words, one of them mistyped."""
        return first in self._starts or second in self._ends

    def glued(self, key: str) -> tuple[Name, ...]:
        """Return the names that a word with a preposition written together holds («втурцию»)."""
        for length in (1, 2):
            rest = key[length:]
            if key[:length] in _GLUED and len(rest) >= SHORTEST_GLUED and rest not in self._doubtful:
                names = _best(self._forms.get(rest, ()))
                if names and names[0].rank < 2:
                    return names
        return ()

    def near(self, key: str) -> tuple[Guess, ...]:
        """Return what may have been meant by a mistyped word or phrase, likeliest first."""
        return _nearest(self, key)

    def guesses(self, key: str) -> tuple[Guess, ...]:
        """Return the same, not remembered."""
        found: dict[tuple[str, bool], Guess] = {}
        stems = [stem for stem, _ in splits(key) if len(stem) > SHORTEST_NEAR]
        for stem in dict.fromkeys((key, *stems)):
            for cost, word in self._near.near(stem):
                if stem is not key and word not in self._first:
                    continue
                names = _best(self._forms[word])
                cost -= POPULARITY if names[0].place in POPULAR else 0
                meant = names[0].place, names[0].rank > 1
                if meant not in found or found[meant].cost > cost:
                    found[meant] = Guess(cost, names, stem is not key)
        return tuple(sorted(found.values(), key=lambda guess: guess.cost))


SHORTEST_NEAR = 3
SHORTEST_GLUED = 5
"""Letters of the shortest name looked for behind a preposition."""
_GLUED = frozenset(["v", "na", "iz"])


@lru_cache(maxsize=4096)
def _nearest(gazetteer: Gazetteer, key: str) -> tuple[Guess, ...]:
    return gazetteer.guesses(key)


def _is_guessable(name: Name) -> bool:
    return (name.rank < 2 and name.kind != "permit") or name.kind == "adjective"


def _best(names: tuple[Name, ...], own: tuple[Name, ...] = ()) -> tuple[Name, ...]:
    """Return the names of the best rank, a country's before those of its towns and people, whole names first."""
    if len(names) < 2:
        return names
    rank = min(name.rank for name in names)
    fair = [name for name in names if name.rank == rank]
    whole = [name for name in fair if name in own]
    distinct = tuple({name.place: name for name in reversed(whole or fair)}.values())[::-1]
    return distinct if rank == 0 else distinct[:1]


def _keys_by_rule(name: PlaceName) -> list[str]:
    words = [token.word for token in tokenise(clean(name.name))]
    if not words:
        return []
    phrases = phrase_forms(words) if name.language == "ru" else [words]
    return list(dict.fromkeys(filter(lambda key: len(key) > 1, map(key_of_words, [words, *phrases]))))
