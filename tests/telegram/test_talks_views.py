"""Pages on the talks, switches and alerts: whole in both languages and at every stage."""

import re
from dataclasses import replace
from datetime import date

import pytest
from aiogram.types import InlineKeyboardMarkup

from bot.domain.campaign import Content, Message
from bot.domain.language import Language
from bot.domain.talks import PAUSES, STEPS, NewEvent, PartialDate, Stage, TalksEvent
from bot.domain.topic import EU, LIST, NEWS, Topic
from bot.i18n import Translator
from bot.services.catalogue import Catalogue
from bot.services.event_draft import PARTS, EventDraft
from bot.services.talks import AlertNote, EventAlert, Talks
from bot.services.talks_state import state_of
from bot.telegram.callbacks import EventCallback
from bot.telegram.reply import TEXT_LIMIT, Reply
from bot.telegram.views import alerts, peers, publish, subscriptions, talks, talks_stepper, timeline
from tests.facts import shipped

TODAY = date(2026, 11, 23)
translator = Translator()
LANGUAGES = pytest.mark.parametrize("language", list(Language))


class Facts:
    """Holds a catalogue as the real holder does."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.current = catalogue


def talks_of(catalogue: Catalogue) -> Talks:
    compose = alerts.compose_event_alert(translator)
    return Talks(Facts(catalogue), None, compose, lambda: TODAY)  # type: ignore[arg-type]


def moved(stage: Stage, number: int = 900, **values: object) -> TalksEvent:
    titles = {Language.RU: "Заголовок <&>", Language.KK: "Тақырып <&>"}
    one = TalksEvent(number, PartialDate(2026, 11, 20), stage, True, titles, {}, "", ("https://a.kz/?a=1&b=2",), "high")
    return replace(one, **values)  # type: ignore[arg-type]


def at(stage: Stage) -> Catalogue:
    """Return the shipped facts with the talks at this stage."""
    if stage is Stage.ROUND:
        return shipped()
    return replace(shipped(), events=(moved(stage), *shipped().events))


def check(reply: Reply) -> None:
    """Hold a page to what Telegram takes: its tags closed in order, its length, its buttons' data."""
    open_tags: list[str] = []
    for closing, tag in re.findall(r"<(/?)(b|i|s|a|code|blockquote)\b[^>]*>", reply.html):
        if closing:
            assert open_tags.pop() == tag
        else:
            open_tags.append(tag)
    assert not open_tags
    assert "&" not in re.sub(r"&(amp|lt|gt|quot|#\d+|#x[0-9a-f]+);", "", reply.html)
    assert len(reply.plain) <= TEXT_LIMIT
    assert isinstance(reply.keyboard, InlineKeyboardMarkup)
    for one in [one for row in reply.keyboard.inline_keyboard for one in row]:
        assert one.callback_data is None or len(one.callback_data.encode()) <= 64


@LANGUAGES
@pytest.mark.parametrize("stage", [*STEPS, *PAUSES])
def test_the_status_is_whole_at_every_stage(language: Language, stage: Stage) -> None:
    catalogue, texts = at(stage), translator[language]
    reply = talks.status(talks_of(catalogue), catalogue, texts, TODAY)
    check(reply)
    shown = [line[0] for line in reply.plain.splitlines() if re.match(r"[✓●○⏸] \d", line)]
    assert len(shown) == 13
    assert shown.count("⏸" if stage in PAUSES else "●") == 1
    assert shown.count("●") + shown.count("⏸") == 1
    assert max(len(line) for line in reply.plain.splitlines() if line[:1] in "✓●○") < 70


@LANGUAGES
def test_what_lies_near_is_not_folded(language: Language) -> None:
    for stage in STEPS:
        state = state_of(at(stage), TODAY)
        html = talks_stepper.stepper(at(stage), translator[language], state)
        unfolded = re.sub(r"<blockquote expandable>.*?</blockquote>", "", html, flags=re.DOTALL)
        assert f"● <b>{state.position}. " in unfolded
        near = range(max(1, state.position - 1), min(13, state.position + 1) + 1)
        assert all(f" {position}. " in unfolded.replace("<b>", "") for position in near)


@LANGUAGES
def test_steps_and_statements_are_kept_apart(language: Language) -> None:
    catalogue, texts = shipped(), translator[language]
    service, events = talks_of(catalogue), shipped().events
    ids = {}
    for kind in timeline.Kind:
        offsets = range(0, 48, timeline.PAGE)
        pages = [timeline.timeline(service, catalogue, texts, offset, kind) for offset in offsets]
        for page in pages:
            check(page)
        ids[kind] = {
            EventCallback.unpack(one.callback_data).id
            for page in pages
            for row in page.inline.inline_keyboard
            for one in row
            if one.callback_data.startswith("e1:")
        }
    assert ids[timeline.Kind.STEPS] == {one.id for one in events if one.moves}
    assert ids[timeline.Kind.STATEMENTS] == {one.id for one in events if not one.moves and one.stage in STEPS}
    assert ids[timeline.Kind.ALL] == {one.id for one in events}
    assert len(ids[timeline.Kind.STATEMENTS]) > 5


@LANGUAGES
def test_the_status_names_what_was_said_since(language: Language) -> None:
    said = moved(Stage.ROUND, moves=False, titles={Language.RU: "Посол сказал", Language.KK: "Елші айтты"})
    catalogue = replace(shipped(), events=(said, *shipped().events))
    texts = talks.status(talks_of(catalogue), catalogue, translator[language], TODAY).plain
    assert said.titles[language] in texts


@LANGUAGES
def test_every_page_is_whole(language: Language) -> None:
    catalogue, texts = shipped(), translator[language]
    service = talks_of(catalogue)
    pages = [timeline.timeline(service, catalogue, texts, offset) for offset in range(0, 48, timeline.PAGE)]
    pages += [timeline.event_page(service, catalogue, texts, one, is_owner=True) for one in service.timeline()]
    pages += [talks.topic_page(texts, one) for one in catalogue.topics]
    pages += [
        talks.topics(service, catalogue, texts),
        peers.peers(service, catalogue, texts),
        talks_stepper.stages(catalogue, texts, service.state()),
        timeline.event_gone(texts),
    ]
    for page in pages:
        check(page)


def test_an_event_without_a_doubt_does_not_warn() -> None:
    service, texts = talks_of(shipped()), translator[Language.RU]
    for event in service.timeline():
        page = timeline.event_page(service, shipped(), texts, event)
        assert ("Источники расходятся" in page.html) == (event.confidence != "high")


def test_sources_are_called_by_name_where_each_has_one() -> None:
    urls = ("https://www.a.kz/1", "https://b.kz/2")
    assert ">Первый</a>" in talks.source_links(urls, "Первый; Второй")
    assert ">Второй</a>" in talks.source_links(urls, "Первый; Второй")
    assert ">a.kz</a>" in talks.source_links(urls, "Оба")
    assert talks.source_links(()) == ""


def test_status_without_any_event_says_so() -> None:
    catalogue = replace(shipped(), events=())
    reply = talks.status(talks_of(catalogue), catalogue, translator[Language.RU], TODAY)
    check(reply)
    assert "ничего не известно" in reply.plain


def test_a_report_of_the_day_of_the_check_is_no_silence() -> None:
    catalogue = replace(shipped(), newest_report=shipped().talks_checked_on)
    reply = talks.status(talks_of(catalogue), catalogue, translator[Language.RU], TODAY)
    assert "Новых сообщений" not in reply.plain
    assert "Источники проверены 22 ноября 2026." in reply.plain


# -- alerts ----------------------------------------------------------------------------------------


def alert_of(event: TalksEvent, note: AlertNote = AlertNote.NEW) -> Content:
    new = NewEvent(event.date, event.stage, event.titles, "МИД", event.source_urls[0], event.moves, event.details)
    service = talks_of(shipped())
    if note is AlertNote.WITHDRAWN:
        return service.compose(shipped(), EventAlert(event, None, None, note))
    return service.preview(new, event.id if note is AlertNote.CORRECTED else 0)


def text_of(content: Content, language: Language) -> str:
    return Reply(content.by_language[language].params["text"]).plain


@pytest.mark.parametrize("note", list(AlertNote))
@pytest.mark.parametrize("stage", [Stage.ROUND, Stage.SIGNATURE, *PAUSES, Stage.CONTEXT])
def test_an_alert_is_a_call_that_the_delivery_can_keep_and_send(stage: Stage, note: AlertNote) -> None:
    content = alert_of(moved(stage, moves=stage is not Stage.CONTEXT), note)
    assert Content.from_json(content.to_json()) == content
    assert set(content.by_language) == set(Language)
    for message in content.by_language.values():
        assert message.method == "sendMessage"
        assert message.params["link_preview_options"] == {"is_disabled": True}
        check(Reply(message.params["text"], InlineKeyboardMarkup(**message.params["reply_markup"])))


@pytest.mark.parametrize(
    ("stage", "before", "after"),
    [
        (Stage.ROUND, "Было: раунд 2, 3 марта 2026", "Стало: раунд 3, 20 ноября 2026"),
        (Stage.SIGNATURE, "Было: раунд 2, 3 марта 2026", "Стало: подписание, 20 ноября 2026"),
        (Stage.SUSPENDED, "Было: раунд 2, 3 марта 2026", "Стало: переговоры приостановлены, 20 ноября 2026"),
        (Stage.STALLED, "Было: раунд 2, 3 марта 2026", "Стало: переговоры застопорились, 20 ноября 2026"),
    ],
)
def test_an_alert_tells_what_was_and_what_is(stage: Stage, before: str, after: str) -> None:
    lines = text_of(alert_of(moved(stage)), Language.RU).splitlines()
    assert lines[:3] == ["🇪🇺 Переговоры с ЕС · Заголовок <&>", before, after]


def test_rules_stay_as_they_are_until_the_agreement_is_in_force() -> None:
    assert "шенгенская виза по-прежнему нужна" in text_of(alert_of(moved(Stage.SIGNATURE)), Language.RU)
    in_force = text_of(alert_of(moved(Stage.ENTRY_INTO_FORCE)), Language.RU)
    assert "на условиях соглашения" in in_force
    assert "не меняются" not in in_force


def test_talks_that_are_taken_up_again_say_what_was() -> None:
    suspended = moved(Stage.SUSPENDED, date=PartialDate(2026, 10, 1))
    catalogue = replace(shipped(), events=(suspended, *shipped().events))
    event = moved(Stage.ROUND)
    new = NewEvent(event.date, event.stage, event.titles, "МИД", event.source_urls[0])
    text = text_of(talks_of(catalogue).preview(new), Language.KK)
    assert "Бұған дейін: келіссөз уақытша тоқтап тұрды, 2026 жылғы 1 қазан" in text
    assert "Енді: 3-раунд" in text


# -- switches --------------------------------------------------------------------------------------


@LANGUAGES
def test_switches_fit_under_a_message_however_many_are_followed(language: Language) -> None:
    every = tuple(Topic.country(iso2) for iso2 in shipped().destinations)
    reply = subscriptions.switches(shipped(), translator[language], (EU, LIST, NEWS, *every))
    check(reply)
    assert isinstance(reply.keyboard, InlineKeyboardMarkup)
    assert sum(len(row) for row in reply.keyboard.inline_keyboard) == 3 + subscriptions.MOST_COUNTRIES
    assert str(len(every) - subscriptions.MOST_COUNTRIES) in reply.plain


@pytest.mark.parametrize("topic", [EU, LIST, NEWS, Topic.country("TR")])
def test_a_topic_travels_in_a_button(topic: Topic) -> None:
    assert subscriptions.topic_of(subscriptions.coded(topic)) == topic


@LANGUAGES
def test_other_buttons_stay_when_one_turns(language: Language) -> None:
    texts = translator[language]
    reply = talks.status(talks_of(shipped()), shipped(), texts, TODAY)
    assert isinstance(reply.keyboard, InlineKeyboardMarkup)
    turned = subscriptions.turned(texts, reply.keyboard, EU, followed=True)
    assert turned == talks.status(talks_of(shipped()), shipped(), texts, TODAY, followed=True).keyboard
    assert subscriptions.turned(texts, reply.keyboard, LIST, followed=True) == reply.keyboard


@LANGUAGES
def test_every_question_of_the_desk_can_be_asked(language: Language) -> None:
    texts, values = translator[language], {"source_url": "https://www.a.kz/1 ; https://b.kz"}
    for part in PARTS:
        check(publish.ask(shipped(), texts, EventDraft("ab12", 0, values, part), TODAY))


def test_previewed_buttons_are_dead() -> None:
    for message in publish.previewed(alert_of(moved(Stage.ROUND))):
        rows = message.params["reply_markup"]["inline_keyboard"]
        assert {one["callback_data"] for row in rows for one in row} == {"pv1"}
    assert publish.previewed(Content({Language.RU: Message("sendMessage", {"text": "a"})}))
