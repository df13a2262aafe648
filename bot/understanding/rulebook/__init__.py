"""The rules by which the intent is chosen: of those that fit, the weightiest decides."""

from bot.understanding.case import Case, Rule
from bot.understanding.rulebook import offices, orders, places, practical, talks

_ALL = (*orders.RULES, *talks.RULES, *places.RULES, *offices.RULES, *practical.RULES)
RULES = tuple(sorted(_ALL, key=lambda rule: rule.weight, reverse=True))


def decide(case: Case) -> Rule | None:
    """Return the weightiest rule that fits, None when nothing is understood."""
    return next((rule for rule in RULES if rule.fits(case)), None)
