"""The desk: what the people who run the bot can do. Rights are checked on every act, not where its button is shown."""

from aiogram import Router

from handlers.admin import (
    aliases,
    audit,
    broadcast_compose,
    broadcast_options,
    broadcast_send,
    campaigns,
    destination_confirm,
    destination_edit,
    destination_import,
    destinations,
    editors,
    events,
    feeds,
    menu,
    publish,
    questions,
    queue,
    refusals,
    stats,
    watch,
)


def build_router() -> Router:
    """Return the routes of the whole desk: commands and buttons before what is typed in a conversation."""
    router = Router(name="admin")
    router.include_routers(
        menu.build_router(),
        publish.build_router(),
        events.build_router(),
        editors.build_router(),
        audit.build_router(),
        broadcast_compose.build_router(),
        broadcast_options.build_router(),
        broadcast_send.build_router(),
        campaigns.build_router(),
        destinations.build_router(),
        destination_edit.build_router(),
        destination_import.build_router(),
        destination_confirm.build_router(),
        queue.build_router(),
        questions.build_router(),
        aliases.build_router(),
        stats.build_router(),
        watch.build_router(),
        feeds.build_router(),
        refusals.build_router(),
    )
    return router
