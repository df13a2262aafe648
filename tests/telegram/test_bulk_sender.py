"""Every answer of the Bot API has a meaning; a body is made once and filled with the chat."""

import asyncio
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.campaign import Message, Reason
from bot.domain.delivery import Claimed
from bot.domain.language import Language
from bot.services.outcomes import Gone, Later, Moved, Outcome, Refused, Sent
from bot.telegram.bulk_sender import BulkSender, outcome_of, prepare
from bot.telegram.pacing import Limiter


def error(status: int, text: str, **parameters: Any) -> tuple[int, dict[str, Any]]:
    return status, {"ok": False, "error_code": status, "description": text, "parameters": parameters}


OUTCOMES: list[tuple[tuple[int, dict[str, Any]], Outcome]] = [
    ((200, {"ok": True, "result": {"message_id": 5}}), Sent((5,))),
    ((200, {"ok": True, "result": [{"message_id": 5}, {"message_id": 6}]}), Sent((5, 6))),
    ((200, {"ok": True, "result": True}), Sent()),
    (error(403, "Forbidden: bot was blocked by the user"), Gone(Reason.BLOCKED)),
    (error(403, "Forbidden: bot was kicked from the supergroup chat"), Gone(Reason.BLOCKED)),
    (error(403, "Forbidden: bot is not a member of the channel chat"), Gone(Reason.BLOCKED)),
    (error(403, "Forbidden: something new"), Gone(Reason.BLOCKED)),
    (error(403, "Forbidden: user is deactivated"), Gone(Reason.DEACTIVATED)),
    (error(400, "Bad Request: chat not found"), Gone(Reason.NOT_FOUND)),
    (error(400, "Bad Request: user not found"), Gone(Reason.NOT_FOUND)),
    (error(400, "Bad Request: PEER_ID_INVALID"), Gone(Reason.NOT_FOUND)),
    (error(403, "Forbidden: bot can't initiate conversation with a user"), Gone(Reason.NOT_FOUND)),
    (error(403, "Forbidden: the group chat was deleted"), Gone(Reason.NOT_FOUND)),
    (error(429, "Too Many Requests: retry after 7", retry_after=7), Later(7, whole_queue=True)),
    (error(429, "Too Many Requests"), Later(1, whole_queue=True)),
    (error(400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1009), Moved(-1009)),
    (error(400, "Bad Request: message is not modified: specified new message content"), Sent()),
    (error(400, "Bad Request: message to delete not found"), Sent()),
    (error(400, "Bad Request: can't parse entities"), Refused("bad request: can't parse entities")),
    (error(413, "Request Entity Too Large"), Refused("request entity too large")),
    (error(500, "Internal Server Error"), Later()),
    (error(502, "Bad Gateway"), Later()),
    ((502, {}), Later()),
    ((404, {}), Refused("404")),
]


@pytest.mark.parametrize(("answer", "meaning"), OUTCOMES)
def test_every_answer_has_a_meaning(answer: tuple[int, dict[str, Any]], meaning: Outcome) -> None:
    assert outcome_of(*answer) == meaning


def row(**values: Any) -> Claimed:
    return Claimed(1, 2, Language.RU, **values)


texts = st.text(st.characters(exclude_categories=["Cs"]))


@given(texts, st.one_of(st.integers(-(2**52), 2**52), texts), st.booleans())
def test_a_body_is_the_message_with_its_chat(text: str, chat: int | str, silent: bool) -> None:
    body = prepare(Message("sendMessage", {"text": text, "reply_markup": {"a": [text]}})).body(chat, row(silent=silent))
    expected = {"chat_id": chat, "text": text, "reply_markup": {"a": [text]}}
    assert json.loads(body) == expected | ({"disable_notification": True} if silent else {})


def test_a_text_that_names_the_placeholder_stays_as_it_is() -> None:
    text = "-7007007007007"
    assert json.loads(prepare(Message("sendMessage", {"text": text})).body(7, row())) == {"chat_id": 7, "text": text}


class Recorder:
    """A transport with ready answers."""

    def __init__(self, *answers: Any) -> None:
        self.answers, self.calls = list(answers), []  # type: ignore[var-annotated]

    async def post(self, method: str, body: bytes) -> tuple[int, dict[str, Any]]:
        self.calls.append((method, json.loads(body)))
        answer = self.answers.pop(0) if self.answers else (200, {"ok": True, "result": True})
        if isinstance(answer, Exception):
            raise answer
        return answer  # type: ignore[no-any-return]


def sender(*answers: Any) -> BulkSender:
    return BulkSender(Recorder(*answers), Limiter(1000))


async def send(bulk: BulkSender, chat: int | str, message: Message, **values: Any) -> Outcome:
    return await bulk.send(await bulk.slot(), chat, message, row(**values))


async def test_edits_and_deletions_name_the_message_that_was_sent() -> None:
    bulk = sender()
    await send(bulk, 2, Message("editMessageText", {"text": "x"}), target_message_id=50)
    await send(bulk, 2, Message("deleteMessage", {}), target_message_id=51)
    await send(bulk, 2, Message("deleteMessage", {}), target_message_id=60, target_count=3)
    assert bulk.transport.calls == [  # type: ignore[attr-defined]
        ("editMessageText", {"chat_id": 2, "message_id": 50, "text": "x"}),
        ("deleteMessage", {"chat_id": 2, "message_id": 51}),
        ("deleteMessages", {"chat_id": 2, "message_ids": [60, 61, 62]}),
    ]


@pytest.mark.parametrize("failure", [ConnectionResetError(), TimeoutError(), OSError("no route")])
async def test_a_lost_connection_is_tried_again(failure: Exception) -> None:
    assert await send(sender(failure), 2, Message("sendMessage", {})) == Later()


@pytest.mark.parametrize(("chat", "pauses"), [(2, True), (-100, False), ("@channel", False)])
async def test_a_429_of_a_person_pauses_all_and_one_of_a_group_that_group(chat: int | str, pauses: bool) -> None:
    bulk = sender(error(429, "Too Many Requests: retry after 9", retry_after=9))
    outcome = await send(bulk, chat, Message("sendMessage", {}))
    assert outcome == Later(9, whole_queue=pauses)
    assert (bulk.limiter._paused_until > 0) is pauses


async def test_a_429_of_a_person_holds_the_others() -> None:
    bulk = sender(error(429, "Too Many Requests: retry after 1", retry_after=1))
    await send(bulk, 2, Message("sendMessage", {}))
    waiting = asyncio.create_task(bulk.slot())
    await asyncio.sleep(0.3)
    assert not waiting.done()
    waiting.cancel()
