"""aiogram's models are built on first use, and each of them can be: docs/decisions/0002-start-up.md."""

import subprocess
import sys

import pytest
from aiogram import methods, types
from pydantic import BaseModel

MODELS = [
    model
    for package in (types, methods)
    for model in (getattr(package, name) for name in package.__all__)
    if isinstance(model, type) and issubclass(model, BaseModel)
]


@pytest.mark.no_cover
@pytest.mark.parametrize("package", [types, methods])
def test_every_model_can_be_built(package: object) -> None:
    models = [model for model in MODELS if getattr(package, model.__name__, None) is model]
    assert len(models) > 150
    for model in models:
        model.model_rebuild()
        assert model.__pydantic_complete__, model
        assert "ForwardRef" not in repr([field.annotation for field in model.model_fields.values()]), model


def test_nothing_is_built_on_import_and_nothing_stays_patched() -> None:
    code = """
import bot, pydantic
from aiogram.types import Message, Update
from aiogram.methods import Response, SendMessage
assert not Update.__pydantic_complete__ and not SendMessage.__pydantic_complete__
assert Update.model_rebuild.__func__ is pydantic.BaseModel.model_rebuild.__func__
chat = {"id": 1, "type": "private"}
message = {"message_id": 1, "date": 1, "chat": chat, "reply_to_message": {"message_id": 2, "date": 1, "chat": chat}}
assert Update.model_validate({"update_id": 1, "message": message}).message.reply_to_message.message_id == 2
assert Response[Message].model_validate({"ok": True, "result": message}).result.chat.id == 1
"""
    subprocess.run([sys.executable, "-W", "error", "-c", code], check=True, timeout=120)
