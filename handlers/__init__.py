"""What people can press and type: one module a feature, each with a `build_router()`."""

from aiogram import Router

from handlers import (
    admin,
    cards,
    checklists,
    compare,
    errors,
    fallback,
    feedback,
    followed_trips,
    groups,
    inline,
    lists,
    maps,
    papers,
    privacy,
    questions,
    reminders,
    schengen,
    settings,
    start,
    stay,
    stay_days,
    subscriptions,
    talks,
)


def all_routers() -> tuple[Router, ...]:
    """Return the routers in the order they are asked: plain text, commands and buttons, conversations, what is left."""
    return (
        errors.build_router(),
        stay.build_question_router(),
        papers.build_told_router(),
        followed_trips.build_words_router(),
        questions.build_plain_router(),
        start.build_router(),
        questions.build_router(),
        cards.build_router(),
        stay.build_router(),
        stay_days.build_router(),
        checklists.build_router(),
        compare.build_router(),
        schengen.build_router(),
        papers.build_router(),
        reminders.build_router(),
        followed_trips.build_router(),
        lists.build_router(),
        maps.build_router(),
        talks.build_router(),
        subscriptions.build_router(),
        privacy.build_router(),
        admin.build_router(),
        settings.build_router(),
        feedback.build_router(),
        inline.build_router(),
        groups.build_router(),
        questions.build_text_router(),
        fallback.build_router(),
    )
