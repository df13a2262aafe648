"""Alerts on destinations: what travellers are told, in both languages, within Telegram's limits."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.domain.destination import Destination, Regime
from bot.domain.language import Language
from bot.domain.review import difference
from bot.domain.topic import LIST, Topic
from bot.i18n import Translator
from bot.services.regime_alerts import MOST_IN_SUMMARY, plan_alerts
from bot.telegram.callbacks import CardCallback, FollowCallback, TripCallback
from bot.telegram.reply import TEXT_LIMIT, Reply
from bot.telegram.views import regime_alerts, subscriptions
from tests.facts import shipped

TRANSLATOR = Translator()
TURKEY, GEORGIA = shipped().destinations["TR"], shipped().destinations["GE"]
LANGUAGES = pytest.mark.parametrize("language", list(Language))


def lines(
    before: Destination, language: Language = Language.RU, *, correction: bool = False, **values: Any
) -> list[str]:
    after = replace(before, as_of=date(2026, 11, 20), confirmed_on=date(2026, 11, 20), **values)
    change = difference(after, before) if correction else difference(before, after)
    [plan] = plan_alerts([change], correction=correction)
    content = regime_alerts.compose_plan(TRANSLATOR)(shipped(), plan)
    return Reply(content.by_language[language].params["text"]).plain.splitlines()


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"regime": Regime.VISA_REQUIRED}, ["Было: 🟢 виза не нужна · 90 дней", "Стало: 🔴 нужна виза"]),
        (
            {"stay_days": 60, "stay_rule": "up to 60 days"},
            ["Было: 🟢 виза не нужна · 90 дней", "Стало: 🟢 виза не нужна · 60 дней"],
        ),
        (
            {"stay_rule": "up to 90 days"},
            [
                "Порядок прежний: 🟢 виза не нужна · 90 дней",
                "Срок был: до 90 дней за любые 180 дней — дни всех поездок складываются",
                "Срок стал: до 90 дней",
            ],
        ),
        (
            {"stay_days": None, "stay_rule": ""},
            ["Было: 🟢 виза не нужна · 90 дней", "Стало: 🟢 виза не нужна", "Срок: не указано"],
        ),
        (
            {"conditions": "Not for work, study or business"},
            ["Порядок прежний: 🟢 виза не нужна · 90 дней", "Новое условие: Не для работы, учёбы и бизнеса"],
        ),
        (
            {"passport_validity_months": 6},
            [
                "Порядок прежний: 🟢 виза не нужна · 90 дней",
                "Паспорт теперь должен действовать ещё не меньше 6 месяцев.",
            ],
        ),
    ],
)
def test_every_change_is_told_before_and_after(values: dict[str, Any], told: list[str]) -> None:
    text = lines(TURKEY, **values)
    assert text[0] == "🇹🇷 Турция · правила въезда изменились"
    assert text[1:-2] == [*told, "Дата: 20 ноября 2026"]
    assert text[-1].startswith("Источник: Казинформ")


def test_what_was_and_what_is_no_more_is_told() -> None:
    changed = lines(GEORGIA, conditions="Not for work, study or business")
    assert [line.split(":")[0] for line in changed[2:4]] == ["Условия были", "Условия стали"]
    assert "Это условие больше не действует: С 1 января" in "\n".join(lines(GEORGIA, conditions=""))
    austria = shipped().destinations["AT"]
    assert "Раньше было достаточно 3." in "\n".join(lines(austria, passport_validity_months=6))
    assert "Теперь такого требования нет." in "\n".join(lines(austria, passport_validity_months=None))


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"regime": Regime.EVISA}, "На самом деле: 🟢 виза не нужна · 90 дней"),
        ({"stay_rule": "up to 90 days"}, "Срок: до 90 дней за любые 180 дней — дни всех поездок складываются"),
        ({"conditions": "Not for work, study or business"}, "Условия: особых нет"),
        ({"passport_validity_months": 6}, "Особых требований к сроку паспорта нет."),
    ],
)
def test_a_correction_says_what_holds(values: dict[str, Any], told: str) -> None:
    text = lines(TURKEY, correction=True, **values)
    assert text[0] == "🇹🇷 Турция · правила въезда прежние"
    assert told in text
    assert "Дата" not in "\n".join(text)


@LANGUAGES
def test_buttons_open_the_card_and_turn_either_topic_off(language: Language) -> None:
    [plan] = plan_alerts([difference(TURKEY, replace(TURKEY, stay_days=1))])
    message = regime_alerts.compose_plan(TRANSLATOR)(shipped(), plan).by_language[language]
    markup = InlineKeyboardMarkup(**message.params["reply_markup"])
    data = [one.callback_data for row in markup.inline_keyboard for one in row]
    stop = [FollowCallback(topic=topic, on=False, origin="change").pack() for topic in ("country.TR", "list")]
    assert data == [CardCallback(iso2="TR").pack(), *stop, TripCallback(act="stop", place="TR").pack()]
    for topic in (Topic.country("TR"), LIST):
        texts = TRANSLATOR[language]
        off = subscriptions.turned(texts, markup, topic, followed=False)
        assert off != markup
        assert subscriptions.turned(texts, off, topic, followed=True) == markup


@LANGUAGES
@pytest.mark.parametrize("correction", [False, True])
@pytest.mark.parametrize(
    "values",
    [
        {"regime": Regime.VISA_ON_ARRIVAL, "stay_days": 365},
        {"stay_rule": "as the officer says"},
        {"conditions": "x" * 500},
        {"passport_validity_months": 120},
    ],
    ids=str,
)
def test_a_summary_fits_whatever_changed(language: Language, values: dict[str, Any], correction: bool) -> None:
    names = sorted(shipped().destinations, key=lambda code: -len(shipped().name(code, language)))
    rows = [shipped().destinations[code] for code in names]
    changes = [difference(row, replace(row, as_of=date(2026, 11, 20), **values)) for row in rows]
    summary = plan_alerts(changes, correction=correction)[0]
    message = regime_alerts.compose_plan(TRANSLATOR)(shipped(), summary).by_language[language]
    reply = Reply(message.params["text"])
    assert len(reply.plain) <= TEXT_LIMIT
    assert reply.plain.count("\n\n") == MOST_IN_SUMMARY + 1
    assert str(len(summary.changes) + summary.left_out) in reply.plain.splitlines()[0]


def test_texts_of_editors_are_escaped() -> None:
    assert "A <b> & c" in "\n".join(lines(TURKEY, conditions="A <b> & c", source_name="<i>"))
