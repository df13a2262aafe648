"""What a person asked, as understood: the only thing that leaves `bot.understanding`."""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.destination import Regime, Region
from bot.domain.language import Language

SCHENGEN = "SCHENGEN"
"""The Schengen area (or the EU) as a whole, where an ISO code is expected."""


class Intent(StrEnum):
    """What kind of answer is wanted."""

    COUNTRY = "country"
    LIST_FREE = "list_free"
    LIST_REQUIRED = "list_required"
    STATUS = "status"
    TOPICS = "topics"
    DOCUMENTS = "documents"
    FEE = "fee"
    PROCESSING_TIME = "processing_time"
    WHERE_TO_APPLY = "where_to_apply"
    STAY = "stay"
    SUBSCRIBE = "subscribe"
    UNSUBSCRIBE = "unsubscribe"
    LANGUAGE = "language"
    HELP = "help"
    COMPARE = "compare"
    OUT_OF_SCOPE = "out_of_scope"
    GREETING = "greeting"


class Practical(StrEnum):
    """A practical topic, as in the `topic` column of howto.csv."""

    DOCUMENTS = "documents"
    FEE = "fee"
    PROCESSING_TIME = "processing_time"
    WHERE_TO_APPLY = "where_to_apply"
    STAY = "stay"
    PASSPORT_VALIDITY = "passport_validity"
    INSURANCE = "insurance"
    CHILDREN = "children"
    TRANSIT = "transit"
    EXTENSION = "extension"
    MULTIPLE_ENTRY = "multiple_entry"
    REFUSAL = "refusal"
    PHOTO = "photo"
    BIOMETRICS = "biometrics"
    EVISA_PORTAL = "evisa_portal"
    REGISTRATION = "registration"
    WORK_STUDY = "work_study"
    BORDER_TIPS = "border_tips"


class Guide(StrEnum):
    """A page that leads through a subject, where somebody asks for that."""

    WHERE = "where"
    COMPARE = "compare"
    SCHENGEN_WHERE = "schengen-where"
    SCHENGEN_DAYS = "schengen-days"
    SCHENGEN_NEW = "schengen-new"


@dataclass(frozen=True, slots=True)
class Filters:
    """Wishes about a list. Empty fields wish nothing.

    min_days: the stay in days that must be allowed.
    """

    regimes: tuple[Regime, ...] = ()
    regions: tuple[Region, ...] = ()
    min_days: int | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A message as understood.

    places: ISO 3166 alpha-2 codes or SCHENGEN, in order of mention, each once; what was ruled out or is only
    passed through is not among them.
    language: the language the text is clearly in, None when it can't be told.
    practical: the finer subject of a practical question (a question about photos has the intent DOCUMENTS).
    namesakes: other fair readings of the first place, offered as buttons.
    ask_back: True when no reading is likelier than the others: ask, show no card.
    nearest: places offered when nothing was understood with certainty; never answered with a card.
    transit: places passed through on the way.
    mentioned: what the person called each place ("Пхукет"), by its code.
    wanted_language: for the intent LANGUAGE, the language asked for, None when it was not named.
    subject: what the intent is about where that is no place: "news", "list" or "eu" for subscriptions, "thanks" for a
    greeting that is a thank-you.
    understood: False when no rule recognised the text, so that its OUT_OF_SCOPE is a guess: editors want to see it.
    guide: the guide that is asked for, None when the question has an answer of its own.
    trace: the rules that led here, for people who wonder why.
    """

    intent: Intent
    places: tuple[str, ...] = ()
    language: Language | None = None
    practical: Practical | None = None
    filters: Filters = Filters()
    namesakes: tuple[str, ...] = ()
    ask_back: bool = False
    nearest: tuple[str, ...] = ()
    transit: tuple[str, ...] = ()
    mentioned: tuple[tuple[str, str], ...] = ()
    wanted_language: Language | None = None
    subject: str | None = None
    understood: bool = True
    guide: Guide | None = None
    trace: tuple[str, ...] = ()


ABOUT_A_PLACE = frozenset(
    {
        Intent.COUNTRY,
        Intent.DOCUMENTS,
        Intent.FEE,
        Intent.PROCESSING_TIME,
        Intent.WHERE_TO_APPLY,
        Intent.STAY,
        Intent.COMPARE,
    }
)


def is_answered(question: Question) -> bool:
    """Tell whether a question gets an answer that is more than a question back."""
    if not question.understood or question.ask_back:
        return False
    return bool(question.places) or question.intent not in ABOUT_A_PLACE | {Intent.OUT_OF_SCOPE}
