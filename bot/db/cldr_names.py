"""Writes bot/data/names.csv: the names of territories from Unicode's CLDR, so that the bot needs no Babel for them.

Run `python -m bot.db.cldr_names > bot/data/names.csv` when Babel brings a newer CLDR; a test compares both.
"""

import csv
import re
import sys

COLUMNS = ("iso2", "iso3", "en", "ru", "kk")
# Two-letter codes of CLDR that ISO 3166 does not assign to a territory; XK, Kosovo, is in use everywhere and stays.
_NO_TERRITORIES = frozenset(["AC", "CP", "CQ", "DG", "EA", "EU", "EZ", "IC", "QO", "TA", "UN", "XA", "XB", "ZZ"])
_WITHDRAWN_ISO3 = frozenset(["BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"])


def cldr_rows() -> list[tuple[str, ...]]:
    """Return the rows of names.csv by code: alpha-2, alpha-3, then the names by language."""
    from babel import Locale
    from babel.core import get_global

    names = {language: Locale(language).territories for language in COLUMNS[2:]}
    aliases = get_global("territory_aliases").items()
    iso3 = {to[0]: code for code, to in aliases if _is_iso3(code) and len(to) == 1}
    iso3["XK"] = "XKX"  # CLDR has XKK; the World Bank, the EU and our facts write XKX
    codes = sorted(
        code for code in map(str, names["en"]) if re.fullmatch("[A-Z]{2}", code) and code not in _NO_TERRITORIES
    )
    return [(code, iso3[code], *(str(names[language][code]) for language in COLUMNS[2:])) for code in codes]


def _is_iso3(code: str) -> bool:
    return re.fullmatch("[A-Z]{3}", code) is not None and code not in _WITHDRAWN_ISO3


if __name__ == "__main__":
    csv.writer(sys.stdout, lineterminator="\n").writerows([COLUMNS, *cldr_rows()])
