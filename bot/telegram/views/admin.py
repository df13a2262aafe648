"""The desk's menu and the editors."""

from bot.domain.user import Role
from bot.i18n import Html, Texts
from bot.telegram.callbacks import MenuCallback
from bot.telegram.commands import OWNERS_ONLY, find_command
from bot.telegram.desk_callbacks import EditorCallback
from bot.telegram.keyboards import button, grid, keyboard
from bot.telegram.reply import Reply

PAGES = ("publish", "watch", "broadcast", "campaigns", "destination", "queue", "stats", "editors", "audit")


def menu(texts: Texts, role: Role, news: int = 0) -> Reply:
    """Return what this role can do, as buttons. news: how many drafts of the watch wait."""
    pages = [page for page in PAGES if role is Role.OWNER or page not in OWNERS_ONLY]
    lines = [
        texts("admin-title", role=texts.plain(f"admin-role-{role}")),
        texts(f"admin-hint-{role}"),
    ]
    counts = {"watch": f" · {news}"} if news else {}
    labels = {page: texts.plain(f"button-admin-{page}") + counts.get(page, "") for page in pages}
    buttons = [button(label, MenuCallback(page=page)) for page, label in labels.items()]
    return Reply("\n".join(lines), keyboard(*grid(buttons, 2)))


def editors_page(texts: Texts, editors: tuple[int, ...]) -> Reply:
    """Return the editors, each with a button that removes them."""
    title = texts("editors-title", count=len(editors)) if editors else texts("editors-none")
    lines = [title, *[texts("editors-line", person=person(one)) for one in editors], "", texts("editors-hint")]
    removing = [
        button(texts.plain("button-editors-remove", id=str(one)), EditorCallback(act="remove", id=one))
        for one in editors
    ]
    adding = button(texts.plain("button-editors-add"), EditorCallback(act="add"))
    home = button(texts.plain("button-admin-home"), MenuCallback(page="admin"))
    return Reply("\n".join(lines), keyboard(*grid(removing, 2), [adding], [home]))


def ask_editor(texts: Texts, problem: str = "") -> Reply:
    """Return the request for a person. problem: the key that says why the last answer was none."""
    lines = [texts(problem), ""] if problem else []
    back = button(texts.plain("button-editors-no"), EditorCallback(act="list"))
    return Reply("\n".join([*lines, texts("editors-ask")]), keyboard([back]))


def ask_remove(texts: Texts, editor: int) -> Reply:
    """Return the question before an editor is removed."""
    yes = button(texts.plain("button-editors-remove-yes"), EditorCallback(act="remove-yes", id=editor))
    no = button(texts.plain("button-editors-no"), EditorCallback(act="list"))
    return Reply(texts("editors-remove-ask", person=person(editor)), keyboard([yes], [no]))


def editor_changed(texts: Texts, key: str, editor: int) -> Reply:
    """Return that an editor was added or removed."""
    back = button(texts.plain("button-editors-no"), EditorCallback(act="list"))
    return Reply(texts(key, person=person(editor)), keyboard([back]))


def editor_welcome(texts: Texts) -> Reply:
    """Return what a new editor is told."""
    command = find_command("admin")
    name = command.latin[texts.language] if command is not None else "admin"
    return Reply(texts("editors-welcome", command=name))


def person(telegram_id: int) -> Html:
    """Return a link that opens a person's profile; their name is not kept."""
    return Html(f'<a href="tg://user?id={telegram_id}">{telegram_id}</a>')
