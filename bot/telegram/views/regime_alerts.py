"""What followers get when the rules of a destination change: before → after, since when, by which source."""

from html import escape

from bot.domain.destination import Destination, Regime
from bot.domain.review import Difference
from bot.domain.topic import LIST, Topic
from bot.i18n import Html, Texts, Translator
from bot.services.catalogue import Catalogue
from bot.services.regime_alerts import Compose, Plan
from bot.telegram.callbacks import CardCallback, FollowCallback, ListCallback, TripCallback
from bot.telegram.keyboards import Row, button, grid, keyboard
from bot.telegram.reply import Reply
from bot.telegram.views.alerts import content
from bot.telegram.views.cards import place_buttons, short_stay, source_line, stay_sentence

MOST_CARDS = 8
"""Buttons to cards under a summary."""


def compose_plan(translator: Translator) -> Compose:
    """Return what makes the alert of a planned one, in every language."""
    return lambda catalogue, plan: content(translator, lambda texts: regime_alert(catalogue, texts, plan))


def regime_alert(catalogue: Catalogue, texts: Texts, plan: Plan) -> Reply:
    """Return an alert in one language: of one destination, or of several in a summary."""
    return _single(catalogue, texts, plan) if plan.iso2 else _summary(catalogue, texts, plan)


def _single(catalogue: Catalogue, texts: Texts, plan: Plan) -> Reply:
    [change] = plan.changes
    after = change.after
    place = {"flag": after.flag, "name": catalogue.name(after.iso2, texts.language)}
    if plan.is_correction:
        lines: list[str] = [texts("regime-alert-back", **place), texts("regime-alert-sorry")]
        lines += taken_back(catalogue, texts, change)
    else:
        lines = [texts("regime-alert-title", **place), *told(catalogue, texts, change)]
        lines.append(texts("regime-alert-since", date=texts.long_date(after.as_of)))
    lines += ["", source_line(catalogue, texts, after)]
    opening = button(texts.plain("button-event-open"), CardCallback(iso2=after.iso2))
    return Reply("\n".join(lines), keyboard([opening], *_stop_rows(texts, plan)))


def told(catalogue: Catalogue, texts: Texts, change: Difference) -> list[str]:
    """Return before → after of everything that travellers see: regime and days, counting, conditions, passport."""
    before, after = change.before, change.after
    if before is None:
        return [texts("regime-alert-after", regime=_regime(texts, after))]
    lines = [*_regime_told(texts, before, after), *_stay_told(catalogue, texts, change)]
    lines += _conditions_told(catalogue, texts, before, after)
    return lines + _passport_told(texts, before, after)


def taken_back(catalogue: Catalogue, texts: Texts, change: Difference) -> list[str]:
    """Return what was told by mistake, and what holds."""
    before, after = change.before, change.after
    was, holds = (_regime(texts, before) if before else ""), _regime(texts, after)
    lines: list[str] = [texts("regime-back-same", regime=holds)]
    if was != holds:
        lines = [texts("regime-back-before", regime=Html(was)), texts("regime-back-after", regime=holds)]
    if change.is_of_stay and not _is_plain(texts, after):
        lines.append(texts("regime-alert-stay", stay=_inline(catalogue, texts, after)))
    if "conditions" in change.columns:
        said = catalogue.phrase(after.conditions, texts.language)
        lines.append(texts("regime-back-conditions", condition=said or texts.plain("regime-back-no-conditions")))
    if "passport_validity_months" in change.columns:
        months = after.passport_validity_months
        lines.append(texts("card-passport", months=months) if months else texts("regime-back-no-passport"))
    return lines


def _regime_told(texts: Texts, before: Destination, after: Destination) -> list[str]:
    was, becomes = _regime(texts, before), _regime(texts, after)
    if was == becomes:
        return [texts("regime-alert-same", regime=becomes)]
    return [texts("regime-alert-before", regime=was), texts("regime-alert-after", regime=becomes)]


def _stay_told(catalogue: Catalogue, texts: Texts, change: Difference) -> list[str]:
    """Return how long one may stay where the line of the regime does not say all of it."""
    before, after = change.before, change.after
    if before is None or not change.is_of_stay:
        return []
    becomes = _inline(catalogue, texts, after)
    if _regime(texts, before) != _regime(texts, after):
        return [] if _is_plain(texts, after) else [texts("regime-alert-stay", stay=becomes)]
    was = _inline(catalogue, texts, before)
    return [texts("regime-alert-stay-before", stay=was), texts("regime-alert-stay-after", stay=becomes)]


def _inline(catalogue: Catalogue, texts: Texts, destination: Destination) -> Html:
    """Return how long one may stay, to be read on in a sentence."""
    said = stay_sentence(catalogue, texts, destination).rstrip(".")
    return Html(said[:1].lower() + said[1:]) if said else texts("regime-alert-nothing")


def _is_plain(texts: Texts, destination: Destination) -> bool:
    """Tell whether the stay is a number of days and no more, so that the regime's line says all."""
    rule = destination.stay_rule
    if not rule and not destination.stay_days:
        return destination.regime not in (Regime.VISA_FREE, Regime.VISA_ON_ARRIVAL)
    return not rule or (rule == f"up to {destination.stay_days} days" and bool(short_stay(texts, destination)))


def _conditions_told(catalogue: Catalogue, texts: Texts, before: Destination, after: Destination) -> list[str]:
    was = catalogue.phrase(before.conditions, texts.language)
    becomes = catalogue.phrase(after.conditions, texts.language)
    if was == becomes:
        return []
    if not was:
        return [texts("regime-alert-condition-new", condition=becomes)]
    if not becomes:
        return [texts("regime-alert-condition-gone", condition=was)]
    return [
        texts("regime-alert-condition-before", condition=was),
        texts("regime-alert-condition-after", condition=becomes),
    ]


def _passport_told(texts: Texts, before: Destination, after: Destination) -> list[str]:
    was, becomes = before.passport_validity_months, after.passport_validity_months
    if was == becomes:
        return []
    if not becomes:
        return [texts("regime-alert-passport-gone", months=was)]
    if not was:
        return [texts("regime-alert-passport-new", months=becomes)]
    return [texts("regime-alert-passport", before=was, months=becomes)]


def _summary(catalogue: Catalogue, texts: Texts, plan: Plan) -> Reply:
    count = len(plan.changes) + plan.left_out
    lines: list[str] = [texts("regime-summary-back" if plan.is_correction else "regime-summary-title", count=count)]
    lines += [_in_summary(catalogue, texts, change) for change in plan.changes]
    if plan.left_out:
        lines += ["", texts("regime-summary-more", count=plan.left_out)]
    codes = tuple(change.iso2 for change in plan.changes[:MOST_CARDS])
    cards = grid(place_buttons(catalogue, texts, codes), 2)
    listing = button(texts.plain("button-list-free"), ListCallback())
    return Reply("\n".join(lines), keyboard(*cards, [listing], *_stop_rows(texts, plan)))


def _in_summary(catalogue: Catalogue, texts: Texts, change: Difference) -> str:
    """Return a change in two lines: the place, then what became of it."""
    after = change.after
    name = escape(catalogue.name(after.iso2, texts.language), quote=False)
    source = escape(after.source_url.split(" ")[0])
    head = f'{after.flag} <b>{name}</b> · <a href="{source}">{texts.short_date(after.as_of)}</a>'
    was, becomes = (_regime(texts, change.before) if change.before else ""), _regime(texts, after)
    if was != becomes:
        return "\n".join(("", head, texts("regime-summary-line", before=Html(was), after=becomes)))
    return "\n".join(("", head, texts(f"regime-summary-{_subject(change)}", regime=becomes)))


def _subject(change: Difference) -> str:
    if change.is_of_stay:
        return "stay"
    return "conditions" if "conditions" in change.columns else "passport"


def _stop_rows(texts: Texts, plan: Plan) -> list[Row]:
    """Return a switch for each topic by which the alert came, and for trips: who gets it follows one or another."""
    rows: list[Row] = []
    for topic in plan.audience.topics:
        data = FollowCallback(topic=str(topic).replace(":", "."), on=False, origin="change")
        rows.append([button(change_label(texts, topic, on=False), data)])
    if plan.audience.trips:
        stop = TripCallback(act="stop", place=plan.iso2)
        rows.append([button(texts.plain("button-trip-stop"), stop)])
    return rows


def change_label(texts: Texts, topic: Topic, *, on: bool) -> str:
    """Return what the switch of a topic under an alert on a destination says."""
    subject = "list" if topic == LIST else "country"
    return texts.plain(f"button-change-{subject}-{'on' if on else 'off'}")


def _regime(texts: Texts, destination: Destination) -> Html:
    regime = texts(f"regime-{destination.regime.replace('_', '-')}")
    stay = short_stay(texts, destination)
    return Html(f"{destination.regime.marker} {regime}" + (f" · {stay}" if stay else ""))
