"""A message as recognised: its words, the places named, the concepts found."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from bot.domain.question import SCHENGEN
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.lexicon import DEAREST, SMALL, Hit, Lexicon
from bot.understanding.mention import Guess, Mention
from bot.understanding.ordinary import OrdinaryWords
from bot.understanding.popular import POPULAR
from bot.understanding.surroundings import is_alone, is_capital, is_directed, is_joined, is_with
from bot.understanding.tokens import Token, plain

MOST_UNKNOWN = 12
"""Unknown words of a message that are compared with known ones."""
SHORTEST_GUESS = 4
TIE = 0.2
"""Two places whose costs differ by less are equally likely."""
SURE = 0.6
DEAREST_GUESS = 0.85
SHORT = 5
LONG_NAME = 6
LONG_ADJECTIVE = 7
_NO_CUES = frozenset(["small", "greeting", "thanks", "neutral_translit", "islands", "own", "person", "off"])
_VISA = frozenset(["visa", "visa_free", "evisa", "barred", "cost", "documents", "processing", "stay_sure"])
_GLUE = frozenset(["small", "greeting", "own", "of_own", "visa", "need", "islands"])


@dataclass(slots=True)
class Reading:
    """What was recognised in a message.

    concepts: for each, the indexes of the tokens where it begins. unknown: indexes of words that mean nothing to us.
    tied: places equally likely to be meant by a mistyped word. guesses: places a known word may stand for.
    """

    tokens: Sequence[Token]
    mentions: list[Mention] = field(default_factory=list)
    hits: list[Hit] = field(default_factory=list)
    concepts: dict[str, list[int]] = field(default_factory=dict)
    unknown: list[int] = field(default_factory=list)
    tied: tuple[str, ...] = ()
    guesses: list[Mention] = field(default_factory=list)

    def has(self, *concepts: str) -> bool:
        """Tell whether any of these concepts was found."""
        return not self.concepts.keys().isdisjoint(concepts)

    def at(self, index: int) -> tuple[str, ...]:
        """Return the concepts that begin or lie at a token."""
        return next((hit.concepts for hit in self.hits if hit.start <= index < hit.end), ())

    def within(self, words: range) -> "Reading":
        """Return what was recognised in a part of the message; the places are still those of all of it."""
        concepts = {name: [at for at in found if at in words] for name, found in self.concepts.items()}
        unknown = [at for at in self.unknown if at in words]
        return replace(self, concepts={name: found for name, found in concepts.items() if found}, unknown=unknown)

    @property
    def speaks_of_visa(self) -> bool:
        """Tell whether a word on visas was recognised."""
        return any(not _VISA.isdisjoint(hit.concepts) for hit in self.hits)

    @property
    def off_topics(self) -> list[str]:
        """Return the topics that are not ours."""
        return [concept for concept in self.concepts if concept.startswith("off_")]

    @property
    def known_share(self) -> float:
        """Return the share of letters in words that are recognised."""
        total = sum(len(token.word) for token in self.tokens)
        missed = sum(len(self.tokens[index].word) for index in self.unknown)
        return (total - missed) / total if total else 0.0


class Reader:
    """Recognises places and concepts."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon, ordinary: OrdinaryWords) -> None:
        self._gazetteer, self._lexicon, self._ordinary = gazetteer, lexicon, ordinary

    def read(self, tokens: Sequence[Token]) -> Reading:
        """Return what is recognised of words that are spelt right; `finish` it before use."""
        reading = Reading(tokens)
        hits = self._lexicon.find(tokens)
        found = self._gazetteer.find(tokens)
        mentions = [m for m in found if not self._sounds_alike(m, tokens) and self._stands(m, hits, tokens)]
        reading.guesses = [m for m in found if self._sounds_alike(m, tokens) and m.names[0].rank == 0]
        if mentions:
            taken = {index for mention in mentions for index in range(mention.start, mention.end)}
            whole = [hit for hit in hits if taken.isdisjoint(range(hit.start, hit.end))]
            hits = whole + (self._rest(hits, taken, tokens) if len(whole) < len(hits) else [])
        reading.unknown = _uncovered(len(tokens), mentions, hits)
        reading.mentions, reading.hits = mentions, hits
        return reading

    def finish(self, reading: Reading) -> Reading:
        """Recognise mistyped words too, gather the concepts and drop places that ordinary words are not meant for."""
        if reading.unknown:
            self._mend(reading)
        reading.hits.sort(key=lambda hit: hit.start)
        for hit in reading.hits:
            for concept in hit.concepts:
                reading.concepts.setdefault(concept, []).append(hit.start)
        reading.mentions = [mention for mention in reading.mentions if not mention.doubtful or _fits(mention, reading)]
        return reading

    def _sounds_alike(self, mention: Mention, tokens: Sequence[Token]) -> bool:
        """Tell whether an ordinary word stands there that only sounds like the name («балы»)."""
        word = tokens[mention.start].word
        if mention.end - mention.start > 1:
            return False
        return word in self._ordinary.never or (word in self._ordinary.not_names and not mention.case)

    def _stands(self, mention: Mention, hits: Sequence[Hit], tokens: Sequence[Token]) -> bool:
        """Tell whether a place name is not rather part of a phrase or an everyday word."""
        length = mention.end - mention.start
        for hit in hits:
            if hit.start <= mention.start and mention.end <= hit.end:
                if hit.end - hit.start > length:
                    return False
                return length > 1 or self._outweighs(mention, hit, tokens)
        token = tokens[mention.start]
        plainly_russian = token.is_kazakh and not self._gazetteer.is_kazakh(token.key)
        return not (mention.doubtful and length == 1 and not mention.case and plainly_russian)

    def _outweighs(self, mention: Mention, hit: Hit, tokens: Sequence[Token]) -> bool:
        """Tell whether a single word is rather the place than what else it means."""
        token, name = tokens[mention.start], mention.names[0]
        if token.is_flag or (name.kind == "abbr" and token.raw.isupper()):
            return True
        if name.kind == "abbr" and len(token.word) > 2 and plain(token.word) == plain(name.text.lower()):
            return True
        if mention.exact and not mention.doubtful and self._gazetteer.is_written(token.key, token.word):
            return name.kind != "abbr"
        if name.place == SCHENGEN and is_with(tokens, mention.start):
            return True  # «s es»
        if SMALL in hit.concepts:
            return not mention.case and (is_capital(tokens, mention.start) or is_alone(tokens, mention))
        if len(name.text) >= LONG_NAME + name.rank and not mention.doubtful and name.rank < 2:
            return True
        if name.rank > 1 or (token.is_kazakh and name.language == "ru"):
            return False
        return mention.exact or not (mention.case or mention.doubtful)

    def _rest(self, hits: Sequence[Hit], taken: set[int], tokens: Sequence[Token]) -> list[Hit]:
        """Return the words of phrases that a place name has broken up."""
        broken = [hit for hit in hits if taken.intersection(range(hit.start, hit.end))]
        words = [index for hit in broken for index in range(hit.start, hit.end) if index not in taken]
        found = [(index, self._lexicon.word(tokens[index].key, tokens[index].languages)) for index in words]
        return [Hit(index, index + 1, entry.concepts, entry.languages) for index, entry in found if entry is not None]

    def _mend(self, reading: Reading) -> None:
        """Recognise mistyped words."""
        for index in reading.unknown[:MOST_UNKNOWN]:
            token = reading.tokens[index]
            if len(token.key) >= SHORTEST_GUESS and not token.key.isdigit():
                self._mend_word(reading, index, token)
        self._mend_pairs(reading)
        reading.unknown = _uncovered(len(reading.tokens), reading.mentions, reading.hits)
        reading.mentions.sort(key=lambda mention: mention.start)

    def _mend_word(self, reading: Reading, index: int, token: Token) -> None:
        if token.word in self._ordinary.not_names or token.key.startswith(self._ordinary.beginnings):
            return
        glued = self._gazetteer.glued(token.key)
        if glued:
            reading.mentions.append(Mention(index, index + 1, glued, cost=0.01))
            return
        word = self._lexicon.near(token.key, token.languages)
        places = [guess for guess in self._gazetteer.near(token.key) if self._is_likely(guess, token.key, reading)]
        if token.key in self._ordinary.not_places:
            if places and places[0].cost <= (SURE if len(token.key) <= SHORT else DEAREST_GUESS):
                reading.guesses.append(Mention(index, index + 1, places[0].names, cost=places[0].cost))
        elif places and (word is None or places[0].cost / len(token.key) < word[0] / word[2]):
            self._take_place(reading, index, places)
        elif word is not None:
            reading.hits.append(Hit(index, index + 1, word[1].concepts, word[1].languages, word[0]))

    @staticmethod
    def _is_likely(guess: Guess, key: str, reading: Reading) -> bool:
        """Tell whether a mistyped place is worth believing: the less so, the shorter and the less needed it is."""
        if any(mention.names[0].rank < 2 and not mention.cost for mention in reading.mentions):
            return guess.cost <= SURE and len(key) > SHORT and guess.names[0].rank == 0
        if guess.names[0].rank > 1:
            return guess.cost <= SURE and len(key) >= LONG_ADJECTIVE and reading.speaks_of_visa and not guess.cut
        if guess.names[0].rank > 0:
            known = len(key) > SHORT or (reading.speaks_of_visa and guess.names[0].place in POPULAR)
            return guess.cost <= SURE and known and not guess.cut
        if guess.names[0].place == SCHENGEN and len(key) > SHORT:
            return guess.cost < 1
        if not reading.speaks_of_visa and guess.cost > SURE + 0.2:
            return False
        return len(key) > SHORT or (guess.cost <= SURE + 0.2 and reading.speaks_of_visa)

    def _take_place(self, reading: Reading, index: int, places: Sequence[Guess]) -> None:
        tied = [guess.names[0].place for guess in places if guess.cost - places[0].cost < TIE]
        if len(tied) > 1:
            reading.tied = tuple(tied)
        else:
            reading.mentions.append(Mention(index, index + 1, places[0].names, cost=max(places[0].cost, 0.01)))

    def _mend_pairs(self, reading: Reading) -> None:
        """Recognise names of two words of which one is mistyped («шри лнака»)."""
        for index in reading.unknown[:MOST_UNKNOWN]:
            for start in (index - 1, index):
                if self._may_be_name(reading, start):
                    self._mend_pair(reading, start)

    def _may_be_name(self, reading: Reading, start: int) -> bool:
        if start < 0 or start + 2 > len(reading.tokens):
            return False
        if any(token.word in self._ordinary.not_names for token in reading.tokens[start : start + 2]):
            return False
        if any(mention.start <= start + 1 and start < mention.end for mention in reading.mentions):
            return False
        return self._gazetteer.may_start(reading.tokens[start].key, reading.tokens[start + 1].key)

    def _mend_pair(self, reading: Reading, start: int) -> None:
        found = self._gazetteer.near(f"{reading.tokens[start].key} {reading.tokens[start + 1].key}")
        if found and found[0].cost <= DEAREST:
            reading.hits = [hit for hit in reading.hits if hit.start not in (start, start + 1)]
            reading.mentions.append(Mention(start, start + 2, found[0].names, cost=max(found[0].cost, 0.01)))


def _uncovered(length: int, mentions: Sequence[Mention], hits: Sequence[Hit]) -> list[int]:
    """Return the indexes of the words that were not recognised."""
    open_ = [True] * length
    for mention in mentions:
        open_[mention.start : mention.end] = [False] * (mention.end - mention.start)
    for hit in hits:
        open_[hit.start : hit.end] = [False] * (hit.end - hit.start)
    return [index for index, is_open in enumerate(open_) if is_open]


def _fits(mention: Mention, reading: Reading) -> bool:
    """Tell whether an everyday word may be meant as a place here."""
    if mention.names[0].rank and any(not other.doubtful for other in reading.mentions):
        beside = is_directed(reading.tokens, mention.start) or is_joined(reading.tokens, mention, reading.mentions)
        return beside or is_capital(reading.tokens, mention.start)
    told = (concept for concept in reading.concepts if not concept.startswith("off_"))
    if not _NO_CUES.issuperset(told) or is_capital(reading.tokens, mention.start):
        return True
    if any(not other.doubtful for other in reading.mentions):
        return True
    rest = [index for index in range(len(reading.tokens)) if not mention.start <= index < mention.end]
    return all(set(reading.at(index)) <= _GLUE and reading.at(index) for index in rest)
