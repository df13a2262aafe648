"""Reads a message: the whole way from text to Question."""

from collections.abc import Iterable
from pathlib import Path

from bot.domain.question import SCHENGEN, Intent, Question
from bot.understanding.case import Case, Rule
from bot.understanding.details import filters_of, practical_of, subject_of, wanted_language_of
from bot.understanding.foreigners import about_foreigner
from bot.understanding.gazetteer import Gazetteer
from bot.understanding.keys import key
from bot.understanding.layout import readings
from bot.understanding.lexicon import SMALL, Lexicon
from bot.understanding.mention import Mention
from bot.understanding.names import Context, PlaceName
from bot.understanding.ordinary import OrdinaryWords, read_words
from bot.understanding.reading import Reader, Reading
from bot.understanding.roles import Parts, assign
from bot.understanding.rulebook import decide
from bot.understanding.sentences import asking, wanted
from bot.understanding.speech import language_of
from bot.understanding.tokens import clean, plain, tokenise

_DATA = Path(__file__).parents[1] / "data"
NOT_PLACES = _DATA / "not_places.txt"
NOT_CUES = _DATA / "not_cues.txt"
NOT_NAMES = _DATA / "not_names.txt"
EVERYDAY = _DATA / "everyday.txt"
"""Beginnings of everyday Kazakh words, which the Russian dictionary behind the other lists does not know."""
ENOUGH_KNOWN = 0.5
CLEARLY_BETTER = 0.25
MOST_FOLLOW_UP_WORDS = 6
_FOLLOWED = ("child", "transit_word", "multiple", "validity", "passport")
_PRACTICAL_INTENTS = frozenset(
    [Intent.DOCUMENTS, Intent.FEE, Intent.PROCESSING_TIME, Intent.WHERE_TO_APPLY, Intent.STAY, Intent.COUNTRY]
)
_NO_PLACES = frozenset(
    [Intent.OUT_OF_SCOPE, Intent.GREETING, Intent.LIST_FREE, Intent.LIST_REQUIRED, Intent.LANGUAGE, Intent.HELP]
)
_FOREIGNER = Rule(100, Intent.OUT_OF_SCOPE, "a foreigner's visa", lambda case: True)


class Understanding:
    """Understands messages: text → Question."""

    def __init__(self, gazetteer: Gazetteer, lexicon: Lexicon, ordinary: OrdinaryWords) -> None:
        self._gazetteer = gazetteer
        self._reader = Reader(gazetteer, lexicon, ordinary)

    @property
    def gazetteer(self) -> Gazetteer:
        """Return the names that are known."""
        return self._gazetteer

    @classmethod
    def load(cls, names: Iterable[PlaceName] = ()) -> "Understanding":
        """Return an understanding that knows the shipped names and these; new names are inflected by rule."""
        everyday = read_words(EVERYDAY)
        return cls(
            Gazetteer.load(names),
            Lexicon(read_words(NOT_CUES) | frozenset(map(key, everyday))),
            OrdinaryWords(
                read_words(NOT_PLACES),
                read_words(NOT_NAMES) | everyday | frozenset(map(plain, everyday)),
                everyday | frozenset(map(plain, everyday)),
                tuple(map(key, everyday)),
            ),
        )

    def understand(self, text: str, context: Context | None = None) -> Question:
        """Return what a message asks; any text is fine, what lies beyond `tokens.LONGEST_TEXT` is not read."""
        reading = self._read(clean(text))
        parts = assign(reading)
        words = wanted(reading.tokens) or asking(reading.tokens, text)
        if words is not None:
            parts.keep(words)
        case = Case(reading, parts)
        rule = self._decide(case)
        if words is not None:
            rule = self._asked(case, words) or rule
        if reading.guesses and (rule is None or rule.intent is Intent.COUNTRY) and case.visa and not case.places:
            case = self._guessed(case)
            rule = self._decide(case)
        return self._question(case, rule, context)

    def _read(self, text: str) -> Reading:
        tokens = tokenise(text)
        reading = self._reader.read(tokens)
        if tokens and reading.known_share < ENOUGH_KNOWN and all(m.doubtful for m in reading.mentions):
            others = [self._reader.read(tokenise(other)) for other in _other_layouts(text)]
            best = max(others, key=lambda other: (other.known_share, -_digits_within(other)))
            if best.known_share >= max(ENOUGH_KNOWN, reading.known_share + CLEARLY_BETTER):
                reading = best
        return self._reader.finish(reading)

    def _decide(self, case: Case) -> Rule | None:
        stranger = about_foreigner(case.reading, case.parts)
        if stranger is not None:
            case.parts.trace.append(stranger)
            return _FOREIGNER
        return decide(case)

    def _asked(self, case: Case, words: range) -> Rule | None:
        """Return the rule that the asking sentence fits by itself, None when it is understood only with the rest."""
        rule = self._decide(Case(case.reading.within(words), case.parts))
        return None if rule is None or rule.intent in (Intent.OUT_OF_SCOPE, Intent.GREETING) else rule

    def _guessed(self, case: Case) -> Case:
        """Take an ordinary word for the mistyped place it may be, where a place is what the message lacks."""
        case.reading.mentions = [*case.reading.mentions, case.reading.guesses[0]]
        return Case(case.reading, assign(case.reading))

    def _question(self, case: Case, rule: Rule | None, context: Context | None) -> Question:
        intent = rule.intent if rule is not None else Intent.OUT_OF_SCOPE
        places = () if intent in _NO_PLACES else case.places
        if intent in (Intent.STATUS, Intent.TOPICS):
            places = (SCHENGEN,) if case.eu or case.has("eu_institution") else ()
        followed = context is not None and not case.places and self._follows(case, rule)
        if followed and context is not None:
            places = context.places
            intent = _followed_intent(case) if rule is None else intent
        reading, parts = case.reading, case.parts
        ask_back, namesakes = self._namesakes(parts, places)
        understood = rule is not None or followed
        return Question(
            intent=intent,
            places=namesakes if ask_back else places,
            language=language_of(reading),
            practical=practical_of(case, intent),
            filters=filters_of(case, intent),
            namesakes=namesakes,
            ask_back=ask_back,
            nearest=() if places else self._nearest(case, understood),
            transit=parts.passed if places else (),
            mentioned=_mentioned(reading, parts) if places and not followed else (),
            wanted_language=wanted_language_of(case) if intent is Intent.LANGUAGE else None,
            subject=subject_of(case, intent),
            understood=understood,
            trace=_trace(reading, parts, rule, followed),
        )

    def _follows(self, case: Case, rule: Rule | None) -> bool:
        if rule is not None and rule.intent in _PRACTICAL_INTENTS:
            return True
        if rule is not None and rule.intent in (Intent.SUBSCRIBE, Intent.UNSUBSCRIBE):
            return case.has("follow_up") and not case.has("news", "talks", "agreement", "list_subject")
        return rule is None and case.length <= MOST_FOLLOW_UP_WORDS and case.has("follow_up", *_FOLLOWED)

    def _namesakes(self, parts: Parts, places: tuple[str, ...]) -> tuple[bool, tuple[str, ...]]:
        """Return whether to ask back, and the other fair readings of the first place."""
        if len(places) != 1 or not parts.asked:
            return False, ()
        mention = parts.asked[0]
        if len(mention.places) > 1:
            return True, tuple(sorted(mention.places, reverse=True))
        others = self._gazetteer.namesakes_of(mention)
        return False, tuple(other for other in others if other not in (*places, *(m.place for m in parts.excluded)))

    @staticmethod
    def _nearest(case: Case, understood: bool) -> tuple[str, ...]:
        if understood:
            return case.reading.tied if not case.places else ()
        guesses = tuple(mention.place for mention in case.reading.guesses)
        return tuple(dict.fromkeys((*case.places, *case.reading.tied, *guesses)))[:5]


def _digits_within(reading: Reading) -> int:
    """Return how many words hold digits, as the Kazakh letters of the number row do on the other layout."""
    return sum(not token.key.isalpha() and not token.key.isdigit() for token in reading.tokens)


def _followed_intent(case: Case) -> Intent:
    return Intent.DOCUMENTS if case.has("child") else Intent.COUNTRY


def _other_layouts(text: str) -> list[str]:
    others = readings(text)
    trimmed = [chunk.rstrip(".,") for chunk in text.split()]
    if any("a" <= sign <= "z" for sign in text.lower()) and " ".join(trimmed) != " ".join(text.split()):
        others += readings(" ".join(trimmed))
    return others


def _mentioned(reading: Reading, parts: Parts) -> tuple[tuple[str, str], ...]:
    called = {m.place: _as_typed(reading, m) for m in reversed(parts.asked)}
    return tuple((m.place, called.pop(m.place)) for m in parts.asked if m.place in called)


def _as_typed(reading: Reading, mention: Mention) -> str:
    first, *rest = reading.tokens[mention.start : mention.end]
    return first.raw + "".join(token.gap + token.raw for token in rest)


def _trace(reading: Reading, parts: Parts, rule: Rule | None, followed: bool) -> tuple[str, ...]:
    named = [f"{m.place}={m.names[0].text}" + (f"~{m.cost:.2f}" if m.cost else "") for m in reading.mentions]
    words = [reading.tokens[index].word for index in reading.unknown]
    told = f"rule:{rule.name}" if rule is not None else "rule:none"
    return (
        told,
        *(["context"] if followed else []),
        *named,
        *parts.trace,
        "concepts:" + ",".join(concept for concept in reading.concepts if concept != SMALL),
        "unknown:" + ",".join(words),
    )
