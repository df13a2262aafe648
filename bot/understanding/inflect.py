"""Forms of Russian names by rule: for names that editors add while the bot runs, and beside the dictionary's forms."""

_ENDINGS = (
    ("ия", ("ии", "ию", "ией")),
    ("ья", ("ьи", "ье", "ью", "ьей")),
    ("ая", ("ой", "ую")),
    ("яя", ("ей", "юю")),
    ("я", ("и", "е", "ю", "ей")),
    ("ка", ("ки", "ке", "ку", "кой")),
    ("га", ("ги", "ге", "гу", "гой")),
    ("ха", ("хи", "хе", "ху", "хой")),
    ("а", ("ы", "и", "е", "у", "ой", "ей")),
    ("ие", ("их", "им", "ими")),
    ("ые", ("ых", "ым", "ыми")),
    ("ы", ("", "ов", "ам", "ами", "ах")),
    ("ий", ("ия", "ию", "ием", "ии")),
    ("ый", ("ого", "ому", "ым", "ом")),
    ("й", ("я", "ю", "ем", "е")),
    ("ь", ("я", "ю", "ем", "е", "и", "ью")),
)
_CONSONANTS = "бвгджзклмнпрстфхцчшщ"


def russian_forms(word: str) -> tuple[str, ...]:
    """Return the likely forms of a lower-case Russian noun or adjective, itself first; too many rather than too few."""
    for ending, others in _ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            stem = word[: -len(ending)]
            return (word, *(stem + other for other in others))
    if word and word[-1] in _CONSONANTS:
        return (word, *(word + ending for ending in ("а", "у", "ом", "е")))
    return (word,)


def phrase_forms(words: list[str]) -> list[list[str]]:
    """Return the forms of a name of several words: all words changed alike, or the first or the last alone."""
    if len(words) == 1:
        return [[form] for form in russian_forms(words[0])]
    tables = [russian_forms(word) for word in words]
    phrases = [words]
    for index in range(max(map(len, tables))):
        changed = [table[min(index, len(table) - 1)] for table in tables]
        phrases += [changed, [changed[0], *words[1:]], [*words[:-1], changed[-1]]]
    return phrases
