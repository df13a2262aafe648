"""`ask`: the answer that a chat would get, for one question or for a whole file of them."""

import json
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from bot.cli.frame import BAD_INPUT, BadInputError, finish, opened_app

if TYPE_CHECKING:
    from bot.assembly import App

Words = Annotated[list[str] | None, typer.Argument(metavar="TEXT", help="What a person would write.")]
Lang = Annotated[str, typer.Option(help="ru or kk: the person's language; the text's own goes first.")]
Lines = Annotated[bool, typer.Option("--jsonl", help='Read {"id", "text", "lang"?} lines from stdin.')]

LONGEST = 4096
"""Letters of a question: Telegram's limit."""


def add_to(app: typer.Typer) -> None:
    """Add the command of this group."""
    app.command("ask")(ask)


def ask(text: Words = None, lang: Lang = "", jsonl: Lines = False) -> int:
    """Print the answer that a chat would get; with --jsonl, one for each line of stdin."""
    if jsonl and text:
        raise BadInputError("--jsonl reads the questions from stdin: leave out TEXT")
    if jsonl:
        return finish(_many(sys.stdin, lang))
    question = " ".join(text or ()).strip()
    if not question:
        raise BadInputError("ask what? Give a TEXT, or --jsonl")
    return finish(_one(question, lang))


async def _one(text: str, lang: str) -> int:
    _check_language(lang)
    async with opened_app() as app:
        try:
            found = await _answer(app, text, lang)
        except ValueError as error:
            raise BadInputError(str(error)) from None
    print(found["reply"])
    return 0


async def _many(source: TextIO, lang: str) -> int:
    _check_language(lang)
    code = 0
    async with opened_app() as app:
        for number, line in _lines(source):
            try:
                asked = _parse(line)
                found = await _answer(app, asked["text"], asked.get("lang") or lang)
            except ValueError as error:
                print(f"sapar: line {number}: {error}", file=sys.stderr)
                code = BAD_INPUT
                continue
            print(json.dumps({"id": asked["id"], **found}, ensure_ascii=False), flush=True)
    return code


async def _answer(app: "App", text: str, lang: str) -> dict[str, Any]:
    from bot.cli.typed import preview_typed
    from bot.domain.language import Language

    question, reply = await preview_typed(app.responder, text, Language(lang) if lang else None)
    return {"intent": question.intent, "iso2": list(question.places), "reply": reply.plain}


def _lines(source: TextIO) -> Iterator[tuple[int, str]]:
    number = 0
    while True:
        number += 1
        try:
            line = source.readline()
        except UnicodeDecodeError:
            raise BadInputError(f"line {number}: not UTF-8 text") from None
        if not line:
            return
        if line.strip():
            yield number, line


def _parse(line: str) -> dict[str, Any]:
    try:
        asked = json.loads(line)
    except (ValueError, RecursionError):
        raise ValueError("not JSON") from None
    if not isinstance(asked, dict) or not isinstance(asked.get("text"), str) or "id" not in asked:
        raise ValueError('not like {"id": "1", "text": "…"}')
    if not _is_language(asked.get("lang") or ""):
        raise ValueError(f"lang {asked['lang']!r} is not ru or kk")
    return asked


def _check_language(lang: str) -> None:
    if not _is_language(lang):
        raise BadInputError(f"--lang: {lang!r} is not ru or kk")


def _is_language(lang: object) -> bool:
    from bot.domain.language import Language

    return not lang or lang in tuple(Language)
