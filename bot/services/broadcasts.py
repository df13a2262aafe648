"""The broadcast desk: from an empty draft to a campaign, confirmed once."""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from bot.domain.campaign import Audience, CampaignKind, CampaignState, Content, Message
from bot.domain.draft import Draft, Recipients
from bot.domain.language import Language
from bot.services.audit_log import AuditLog


class Launch(StrEnum):
    """What became of a confirmation."""

    STARTED = "started"
    SCHEDULED = "scheduled"
    ALREADY = "already"
    CHANGED = "changed"
    PAST = "past"
    EMPTY = "empty"


class DraftStore(Protocol):
    """What this needs of a database. A write to a draft holds only while it is one."""

    async def begin(self, admin: int) -> Draft:
        """Start an empty draft; an older one of this admin is dropped."""
        ...

    async def find(self, draft_id: int, admin: int) -> Draft | None:
        """Return a draft of this admin, also one confirmed since; None when there is none."""
        ...

    async def newest(self, admin: int) -> Draft | None:
        """Return the admin's open draft, None when they have none."""
        ...

    async def save(self, draft: Draft) -> bool:
        """Store what a draft holds; False when it is no draft any more."""
        ...

    async def confirm(self, draft_id: int, state: CampaignState, scheduled_at: datetime | None) -> bool:
        """Make it a campaign; False when somebody was quicker."""
        ...

    async def drop(self, draft_id: int) -> bool:
        """Delete it; False when it is no draft any more."""
        ...


class Engine(Protocol):
    """What this needs of the delivery: bot.services.campaigns.Campaigns."""

    async def count(self, audience: Audience) -> int:
        """Return how many people can be reached."""
        ...

    async def create(
        self,
        kind: CampaignKind,
        audience: Audience,
        content: Content,
        *,
        created_by: int | None = None,
        scheduled_at: datetime | None = None,
        to_channel: bool = False,
        state: CampaignState | None = None,
    ) -> int:
        """Queue a campaign and return its id."""
        ...

    @property
    def wake(self) -> Callable[[], None]:
        """Tell the delivery that there is work."""
        ...


@dataclass(frozen=True, slots=True)
class Broadcasts:
    """Drafts and their confirmation. An admin has one draft at a time and sees only their own."""

    store: DraftStore
    engine: Engine
    audit: AuditLog
    clock: Callable[[], datetime]

    async def begin(self, admin: int) -> Draft:
        """Start an empty draft, dropping an older one."""
        return await self.store.begin(admin)

    async def newest(self, admin: int) -> Draft | None:
        """Return the admin's open draft, None when they have none."""
        return await self.store.newest(admin)

    async def find(self, draft_id: int, admin: int) -> Draft | None:
        """Return a draft of this admin that can still be changed, None when there is none."""
        draft = await self.store.find(draft_id, admin)
        return draft if draft is not None and draft.is_open else None

    async def put(self, draft: Draft, language: Language, message: Message | None) -> Draft:
        """Store the message of a language, None to leave these people out."""
        messages = {key: value for key, value in draft.content.by_language.items() if key is not language}
        if message is not None:
            messages[language] = message
        ordered = {key: messages[key] for key in Language if key in messages}
        return await self.change(replace(draft, content=Content(ordered)))

    async def change(self, draft: Draft) -> Draft:
        """Store a changed draft and return it; one that was confirmed meanwhile stays as it was sent."""
        await self.store.save(draft)
        return draft

    async def recipients(self, draft: Draft) -> Recipients:
        """Count exactly who would get it now, by language."""
        languages = [draft.audience.language] if draft.audience.language else list(Language)
        counts = {lang: await self.engine.count(replace(draft.audience, language=lang)) for lang in languages}
        covered = draft.content.by_language
        return Recipients(
            {language: n for language, n in counts.items() if language in covered},
            {language: n for language, n in counts.items() if language not in covered and n},
        )

    async def test(self, draft: Draft, admin: int) -> int:
        """Send the draft to the admin alone, the way everybody gets it; return the campaign's id.

        An admin whose own language is left out gets another one: a test that sends nothing tells nothing.
        """
        messages = draft.content.by_language
        some = next(iter(messages.values()))
        whole = Content({language: messages.get(language, some) for language in Language})
        number = await self.engine.create(
            CampaignKind.BROADCAST,
            Audience(user_ids=(admin,)),
            whole,
            created_by=admin,
            state=CampaignState.RUNNING,
        )
        await self.audit.add(admin, "broadcast.test", campaign=number)
        return number

    async def confirm(self, draft_id: int, admin: int, seen: str) -> Launch:
        """Send what was previewed, once, however often and wherever this is tapped.

        seen: the fingerprint of what was previewed.
        """
        draft = await self.store.find(draft_id, admin)
        problem = self._problem(draft, seen)
        if problem is not None or draft is None:
            return problem or Launch.ALREADY
        state = CampaignState.SCHEDULED if draft.scheduled_at else CampaignState.RUNNING
        if not await self.store.confirm(draft.id, state, draft.scheduled_at):
            return Launch.ALREADY
        await self.audit.add(
            admin, "broadcast.confirm", campaign=draft.id, audience=str(draft.audience), at=_iso(draft.scheduled_at)
        )
        self.engine.wake()
        return Launch.SCHEDULED if draft.scheduled_at else Launch.STARTED

    async def drop(self, draft_id: int, admin: int) -> bool:
        """Throw the draft away; False when there is none."""
        draft = await self.find(draft_id, admin)
        if draft is None or not await self.store.drop(draft.id):
            return False
        await self.audit.add(admin, "broadcast.drop", draft=draft.id)
        return True

    def _problem(self, draft: Draft | None, seen: str) -> Launch | None:
        if draft is None or not draft.is_open:
            return Launch.ALREADY
        if not draft.content.by_language:
            return Launch.EMPTY
        if fingerprint(draft) != seen:
            return Launch.CHANGED
        if draft.scheduled_at is not None and draft.scheduled_at <= self.clock():
            return Launch.PAST
        return None


def fingerprint(draft: Draft) -> str:
    """Return a short digest of everything that would be sent, when and to whom."""
    whole = [draft.id, str(draft.audience), draft.content.to_json(), _iso(draft.scheduled_at), draft.to_channel]
    return hashlib.blake2b(json.dumps(whole, sort_keys=True).encode(), digest_size=6).hexdigest()


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()
