"""aiogram's models are built when they are first used, not all on import: docs/decisions/0002-start-up.md."""

import re
import sys
from types import ModuleType
from typing import Any

import wrapt

_NAME = re.compile(r"[A-Za-z_]\w*")


def _complete_later(cls: type, /, *, _types_namespace: dict[str, Any] | None = None, **_: Any) -> None:
    """Stand in for `model_rebuild`: make the names of a model's annotations known where pydantic will look for them.

    aiogram's modules import each other for type checkers only, so pydantic, asked later, would not find them.
    """
    known, module = _types_namespace or {}, vars(sys.modules[cls.__module__])
    for base in cls.__mro__:
        for annotation in vars(base).get("__annotations__", {}).values():
            if isinstance(annotation, str):
                for name in _NAME.findall(annotation):
                    if name in known:
                        module.setdefault(name, known[name])


def _types_begin(base: ModuleType) -> None:
    base.TelegramObject.model_rebuild = classmethod(_complete_later)


def _types_end(types: ModuleType) -> None:
    del types.TelegramObject.model_rebuild


def _methods_begin(base: ModuleType) -> None:
    base.TelegramMethod.model_config["defer_build"] = True


def install() -> None:
    """Have it so from the import of aiogram on. To be called before that."""
    wrapt.register_post_import_hook(_types_begin, "aiogram.types.base")
    wrapt.register_post_import_hook(_types_end, "aiogram.types")
    wrapt.register_post_import_hook(_methods_begin, "aiogram.methods.base")
