"""`ask`: what a chat would get."""

import io
import json
import sys
from typing import Any

import pytest

from tests.cli.conftest import Outcome, Sapar, is_one_line


def asked(sapar: Sapar, monkeypatch: pytest.MonkeyPatch, text: str, *arguments: str) -> Outcome:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    return sapar("ask", "--jsonl", *arguments)


def lines(*questions: dict[str, Any]) -> str:
    return "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in questions)


def test_a_question_is_answered_in_its_language(sapar: Sapar) -> None:
    told = sapar("ask", "Турция")
    assert told.code == 0
    assert told.out.startswith("🇹🇷 Турция · 🟢")
    assert "<b>" not in told.out
    assert sapar("ask", "--lang", "kk", "Түркия").out.startswith("🇹🇷 Түркия · 🟢")


def test_words_need_no_quotes(sapar: Sapar) -> None:
    assert sapar("ask", "виза", "Германия").out.startswith("🇩🇪")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("/visa Германия", "🔴"),
        ("/виза Германия", "🔴"),
        ("/free", "42"),
        ("/визасыз", "42"),
        ("/eu", "🇪🇺"),
        ("/help", "/subscriptions"),
        ("/visa", "Напишите"),
        ("/subscribe Турция", "Турция"),
    ],
)
def test_commands_are_answered_too(sapar: Sapar, text: str, words: str) -> None:
    told = sapar("ask", text)
    assert told.code == 0
    assert words in told.out


def test_a_command_that_needs_a_chat_is_refused(sapar: Sapar) -> None:
    told = sapar("ask", "/mydata")
    assert told.code == 2
    assert is_one_line(told.err)


def test_lines_are_answered_in_order(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    questions = lines(
        {"id": "b", "text": "Түркия", "lang": "kk"},
        {"id": 7, "text": "привет"},
        {"id": "a", "text": "/free", "lang": None},
    )
    told = asked(sapar, monkeypatch, questions)
    assert told.code == 0
    found = [json.loads(line) for line in told.out.splitlines()]
    assert [one["id"] for one in found] == ["b", 7, "a"]
    assert [one["intent"] for one in found] == ["country", "greeting", "list_free"]
    assert found[0]["iso2"] == ["TR"]
    assert found[0]["reply"].startswith("🇹🇷 Түркия · 🟢")
    assert set(found[0]) == {"id", "intent", "iso2", "reply"}


@pytest.mark.parametrize(
    "line",
    [
        "{",
        "[]",
        '{"id": "1"}',
        '{"text": "Турция"}',
        '{"id": 1, "text": 5}',
        '{"id": 1, "text": "Турция", "lang": "fr"}',
        '{"id": 1, "text": "Турция", "lang": ["ru"]}',
        '{"id": 1, "text": "/settings"}',
        "[" * 100_000,
    ],
)
def test_a_bad_line_is_named_and_the_others_are_answered(
    sapar: Sapar, monkeypatch: pytest.MonkeyPatch, line: str
) -> None:
    good = lines({"id": "good", "text": "Турция"})
    told = asked(sapar, monkeypatch, f"{good}\n{line}\n{good}")
    assert told.code == 2
    assert len(told.out.splitlines()) == 2
    assert is_one_line(told.err)
    assert "line 3" in told.err


def test_what_is_no_text_is_refused(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\n"), encoding="utf-8"))
    told = sapar("ask", "--jsonl")
    assert told.code == 2
    assert is_one_line(told.err)


def test_nothing_asked_nothing_answered(sapar: Sapar, monkeypatch: pytest.MonkeyPatch) -> None:
    told = asked(sapar, monkeypatch, "\n\n")
    assert (told.code, told.out, told.err) == (0, "", "")
