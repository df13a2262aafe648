"""An edit of destinations in the making: what was answered so far, what is to be asked next."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from bot.domain.destination import Destination
from bot.domain.destination_edit import Edit, EditOrigin, Wording
from bot.domain.language import Language
from bot.domain.review import Difference, difference, stay_contradicts
from bot.services import destination_fields as fields
from bot.services.destination_fields import FieldError

SOURCE = ("source_url", "source_name", "as_of")
"""Asked for anew where a change concerns travellers."""
REASON = "reason"
WORDING = "wording"
"""Asked as `wording.ru`, `wording.kk`, `wording.en`: a phrase that the table of translations does not hold."""
SPOKEN = (*map(str, Language), "en")
MOST_UNTRANSLATED = 10
"""Phrases of a file that are asked for in the chat, one by one."""


@dataclass(frozen=True, slots=True)
class DestinationDraft:
    """A draft. name: makes its confirmation one. changes: for an edit in the chat, the one destination's.

    asking: the field that is being asked for, empty for none. target: the field that a new phrase is for, empty for
    one of a file. wording: its texts so far by language. settled: parts of the source that were answered, and the
    reason. going: the editor has finished with the fields. undoes: the version it takes back.
    rows: of the file. is_correction: it takes back what people were told.
    """

    name: str
    changes: tuple[Difference, ...]
    origin: EditOrigin = EditOrigin.DESK
    asking: str = ""
    target: str = ""
    wording: Mapping[str, str] = field(default_factory=dict)
    wordings: tuple[Wording, ...] = ()
    settled: tuple[str, ...] = ()
    reason: str = ""
    going: bool = False
    notify: bool = True
    undoes: int = 0
    rows: int = 0
    is_correction: bool = False

    @property
    def key(self) -> str:
        """Return the key under which it is written once."""
        return f"desk {self.name}"

    @property
    def row(self) -> Destination:
        """Return what the destination of an edit would be."""
        return self.changes[0].after

    @property
    def concerns_travellers(self) -> bool:
        """Tell whether followers should hear of it."""
        return any(change.before and change.concerns_travellers for change in self.changes)

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing would change."""
        return not any(change.columns for change in self.changes)

    def next_question(self, untranslated: tuple[str, ...] = ()) -> str:
        """Return what must be asked before the edit can be shown whole, empty when nothing is missing."""
        if self.origin is EditOrigin.DESK and stay_contradicts(self.row):
            return "stay_rule"
        if untranslated:
            return f"{WORDING}.{SPOKEN[0]}"
        wanted = SOURCE if self.origin is EditOrigin.DESK and self.concerns_travellers else ()
        return next((part for part in (*wanted, REASON) if part not in self.settled), "")

    def ask(self, part: str, target: str = "") -> "DestinationDraft":
        """Return the draft asking for a part; the phrase in the making is dropped unless it is asked for."""
        wording = self.wording if part.startswith(WORDING) else {}
        return replace(self, asking=part, target=target, wording=wording)

    def put(self, part: str, text: str, today: date) -> "DestinationDraft":
        """Return the draft with an answer; FieldError when it is none."""
        if part == REASON:
            reason = fields.clean(text, fields.LONGEST_REASON) if text.strip() else ""
            return replace(self, reason=reason, settled=(*self.settled, REASON), asking="")
        row = fields.put(self.row, part, text, today)
        changed = (difference(self.changes[0].before, row),)
        return replace(self, changes=changed, settled=(*self.settled, part), asking="", target="", wording={})

    def keep(self, part: str, today: date) -> "DestinationDraft":
        """Return the draft in which a part of the source stays as it is: the editor looked, and it says so."""
        row = self.row
        if part == "as_of" and row.confirmed_on < today:
            row = replace(row, confirmed_on=today)
        changed = (difference(self.changes[0].before, row),)
        return replace(self, changes=changed, settled=(*self.settled, part), asking="")

    def begin_wording(self, text: str, target: str, english: str = "") -> "DestinationDraft":
        """Return the draft asking for the translations of a phrase; text: as typed, in whichever language."""
        said = {"en": english} if english else {language_of(text): fields.clean(text, fields.LONGEST_PHRASE)}
        return self._ask_wording(said, target)

    def say(self, language: str, text: str, today: date) -> "DestinationDraft":
        """Return the draft with the phrase in one more language; put into its field once it is whole.

        Raises FieldError when it is none.
        """
        said = {**self.wording, language: fields.clean(text, fields.LONGEST_PHRASE)}
        if language != "en" and language_of(said[language]) == "en":
            raise FieldError("destinations-wrong-language")
        if language == "en" and language_of(said["en"]) != "en":
            raise FieldError("destinations-wrong-english")
        if any(one not in said for one in SPOKEN):
            return self._ask_wording(said, self.target)
        new = Wording(said["en"], {one: said[str(one)] for one in Language})
        done = replace(self, wordings=(*self.wordings, new), asking="", wording={})
        return done.put(self.target, said["en"], today) if self.target else done

    def edit(self, by: int) -> Edit:
        """Return the confirmed edit."""
        used = {getattr(change.after, column) for change in self.changes for column in fields.PHRASES}
        action = "destinations.undo" if self.undoes else "destinations.change"
        return Edit(
            tuple(change for change in self.changes if change.columns),
            by,
            self.origin,
            self.reason,
            self.key,
            self.undoes,
            tuple(one for one in self.wordings if one.en in used),
            action=action,
        )

    def _ask_wording(self, said: Mapping[str, str], target: str) -> "DestinationDraft":
        missing = next(one for one in SPOKEN if one not in said)
        return replace(self, asking=f"{WORDING}.{missing}", target=target, wording=said)

    def to_data(self) -> dict[str, Any]:
        """Return the form kept with the conversation."""
        return {
            "draft": self.name,
            "changes": [[c.before.to_texts() if c.before else None, c.after.to_texts()] for c in self.changes],
            "origin": str(self.origin),
            "asking": self.asking,
            "target": self.target,
            "wording": dict(self.wording),
            "wordings": [{"en": one.en, **{str(k): v for k, v in one.translations.items()}} for one in self.wordings],
            "settled": list(self.settled),
            "reason": self.reason,
            "going": self.going,
            "notify": self.notify,
            "undoes": self.undoes,
            "rows": self.rows,
            "is_correction": self.is_correction,
        }

    @classmethod
    def from_data(cls, data: Mapping[str, Any]) -> "DestinationDraft | None":
        """Return what `to_data` wrote, None when there is none."""
        if not data.get("draft") or "changes" not in data:
            return None
        rows = [(Destination.from_texts(b) if b else None, Destination.from_texts(a)) for b, a in data["changes"]]
        wordings = [Wording(one["en"], {lang: one[str(lang)] for lang in Language}) for one in data["wordings"]]
        return cls(
            name=data["draft"],
            changes=tuple(difference(*pair) for pair in rows),
            origin=EditOrigin(data["origin"]),
            asking=data["asking"],
            target=data["target"],
            wording=data["wording"],
            wordings=tuple(wordings),
            settled=tuple(data["settled"]),
            reason=data["reason"],
            going=data["going"],
            notify=data["notify"],
            undoes=data["undoes"],
            rows=data["rows"],
            is_correction=data["is_correction"],
        )


def language_of(text: str) -> str:
    """Return `kk`, `ru` or `en` by the letters of a phrase."""
    letters = text.casefold()
    if any(letter in "әғқңөұүһі" for letter in letters):
        return "kk"
    return "ru" if any("а" <= letter <= "я" for letter in letters) else "en"
