"""What admins do with campaigns that exist: steer them, correct or take back what was sent. All of it is logged."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.domain.campaign import Audience, Campaign, CampaignKind, CampaignState, Content, DeliveryState, Message
from bot.domain.language import Language
from bot.services.audit_log import AuditLog
from bot.services.campaigns import CampaignError, Campaigns

CAPTIONED = frozenset(
    {"sendPhoto", "sendVideo", "sendAnimation", "sendDocument", "sendAudio", "sendVoice", "sendMediaGroup"}
)
"""What is sent with a caption; an album's stands under its first part."""


@dataclass(frozen=True, slots=True)
class CampaignDesk:
    """Campaigns as admins handle them. Any admin may steer any campaign."""

    campaigns: Campaigns
    audit: AuditLog

    async def find(self, campaign_id: int) -> Campaign | None:
        """Return a campaign that is no draft, None when there is none."""
        found = await self.campaigns.get(campaign_id)
        return None if found is None or found.state is CampaignState.DRAFT else found

    async def newest(self, limit: int, offset: int = 0) -> Sequence[Campaign]:
        """Return campaigns, newest first."""
        return await self.campaigns.list(limit, offset)

    async def steer(self, act: str, campaign_id: int, admin: int) -> bool:
        """Do `pause`, `resume` or `cancel`; False when its state does not allow it."""
        acts = {"pause": self.campaigns.pause, "resume": self.campaigns.resume, "cancel": self.campaigns.cancel}
        try:
            await acts[act](campaign_id)
        except CampaignError:
            return False
        await self.audit.add(admin, f"campaign.{act}", campaign=campaign_id)
        return True

    async def edit_sent(self, campaign_id: int, language: Language, text: Message, admin: int) -> int | None:
        """Put a text in place of what people of a language got.

        Returns the id of the campaign that does so, None when there is nothing to edit.
        """
        campaign = await self.find(campaign_id)
        if campaign is None or language not in editable(campaign):
            return None
        content = Content({language: reworded(campaign.content.by_language[language], text)})
        number = await self._change(campaign, content, admin)
        await self.audit.add(admin, "campaign.edit", campaign=campaign_id, by=number, language=language)
        return number

    async def delete_sent(self, campaign_id: int, admin: int) -> int | None:
        """Delete what was sent from everybody's chat.

        Returns the id of the campaign that does so, None when there is nothing to delete.
        """
        campaign = await self.find(campaign_id)
        if campaign is None or not can_change(campaign):
            return None
        content = Content({language: Message("deleteMessage", {}) for language in Language})
        number = await self._change(campaign, content, admin)
        await self.audit.add(admin, "campaign.delete", campaign=campaign_id, by=number)
        return number

    async def _change(self, campaign: Campaign, content: Content, admin: int) -> int:
        return await self.campaigns.create(
            CampaignKind.BROADCAST,
            Audience(),
            content,
            created_by=admin,
            target_id=campaign.id,
            to_channel=campaign.to_channel,
        )


def can_change(campaign: Campaign) -> bool:
    """Tell whether what a campaign sent can be edited or deleted: it is over, and it sent something itself."""
    return campaign.state.is_over and campaign.target_id is None and campaign.count(DeliveryState.SENT) > 0


def editable(campaign: Campaign) -> list[Language]:
    """Return the languages whose text can be replaced in what was sent."""
    if not can_change(campaign):
        return []
    words = {"sendMessage", *CAPTIONED}
    return [language for language, message in campaign.content.by_language.items() if message.method in words]


def reworded(old: Message, text: Message) -> Message:
    """Return the call that gives the old message another text or caption; its file and its buttons stay."""
    if old.method == "sendMessage":
        preview = _chosen(old, "link_preview_options")
        return Message("editMessageText", {**preview, **text.params, **_chosen(old, "reply_markup")})
    renamed = {"text": "caption", "entities": "caption_entities"}
    words = {renamed[name]: value for name, value in text.params.items() if name in renamed}
    return Message("editMessageCaption", {**words, **_chosen(old, "reply_markup", "show_caption_above_media")})


def _chosen(message: Message, *names: str) -> dict[str, Any]:
    return {name: message.params[name] for name in names if name in message.params}
