"""What is kept of a person, and what they may do about it."""

from bot.domain.user import Role, User
from bot.i18n import Texts
from bot.telegram.callbacks import PrivacyCallback
from bot.telegram.keyboards import button, keyboard
from bot.telegram.reply import Reply


def privacy_page(texts: Texts, *, private: bool = True) -> Reply:
    """Return what is kept and why; the buttons only where nobody else can tap them."""
    if not private:
        return Reply(texts("privacy-text"))
    rows = [
        [button(texts.plain("button-privacy-mydata"), PrivacyCallback(act="mydata"))],
        [button(texts.plain("button-privacy-forget"), PrivacyCallback(act="forget"))],
    ]
    return Reply(texts("privacy-text"), keyboard(*rows))


def ask_forget(texts: Texts, user: User) -> Reply:
    """Return the last question before everything is deleted."""
    lines = [texts("privacy-forget-ask")]
    if user.role is Role.EDITOR:
        lines.append(texts("privacy-forget-editor"))
    if user.role.is_admin:
        lines.append(texts("privacy-forget-audit"))
    rows = [
        [button(texts.plain("button-privacy-yes"), PrivacyCallback(act="yes"))],
        [button(texts.plain("button-privacy-no"), PrivacyCallback(act="no"))],
    ]
    return Reply("\n".join(lines), keyboard(*rows))


def only_private(texts: Texts) -> Reply:
    """Return the word that this is not for groups."""
    return Reply(texts("privacy-only-private"))


def forgotten(texts: Texts) -> Reply:
    """Return the word that all is deleted."""
    return Reply(texts("privacy-forgotten"))


def kept(texts: Texts) -> Reply:
    """Return the word that nothing was deleted."""
    return Reply(texts("privacy-kept"))
