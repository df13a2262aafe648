"""What people can press and type: one module a feature, each with a `build_router()`."""

from aiogram import Router

from handlers import cards, errors, fallback, lists, questions, start


def all_routers() -> tuple[Router, ...]:
    """Return the routers in the order they are asked: commands and buttons, conversations, text, what is left."""
    return (
        errors.build_router(),
        start.build_router(),
        questions.build_router(),
        cards.build_router(),
        lists.build_router(),
        questions.build_text_router(),
        fallback.build_router(),
    )
