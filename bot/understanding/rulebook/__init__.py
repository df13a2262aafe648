"""The rules by which the intent is chosen: of those that fit, the weightiest decides."""

from bot.understanding.case import Case, Rule
from bot.understanding.rulebook import orders, places, practical, talks

RULES = tuple(
    sorted((*orders.RULES, *talks.RULES, *places.RULES, *practical.RULES), key=lambda rule: rule.weight, reverse=True)
)


def decide(case: Case) -> Rule | None:
    """Return the weightiest rule that fits, None when nothing is understood."""
    return next((rule for rule in RULES if rule.fits(case)), None)
