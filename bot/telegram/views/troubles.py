"""What owners read when data can't be kept."""

from bot.domain.trouble import Cause, Part
from bot.i18n import Texts
from bot.telegram.reply import Reply


def begun(texts: Texts, part: Part, cause: Cause) -> Reply:
    """Return what does not work, why, what that means for people, and what to do."""
    lines: list[str] = [texts(f"trouble-{part}")]
    if part is not Part.ROOM:  # its name says why
        lines.append(texts(f"trouble-cause-{cause.replace('_', '-')}"))
    lines += [texts(f"trouble-meaning-{part}"), "", texts("trouble-doctor")]
    return Reply("\n".join(lines))


def over(texts: Texts, part: Part) -> Reply:
    """Return that it works again."""
    return Reply(texts(f"trouble-over-{part}"))
