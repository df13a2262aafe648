"""Taking an edit back: what the row becomes, and when that can't be told."""

from dataclasses import replace

from bot.domain.destination import Destination
from bot.domain.review import Difference, difference


class UndoError(ValueError):
    """An edit that can't be taken back. key: why, as a text's key; columns: those that were changed again since."""

    def __init__(self, key: str, message: str, columns: tuple[str, ...] = ()) -> None:
        """Take the key, an English line and the columns."""
        super().__init__(message)
        self.key, self.columns = key, columns


def undo(edit: Difference, current: Destination) -> Difference:
    """Return the edit that puts what this one changed back to what it was; other columns stay as they are now.

    Raises UndoError when the destination was added by it, when nothing of it is left, and when later edits changed
    the same columns: which of both is meant, a person must say.
    """
    if edit.before is None:
        raise UndoError("destinations-undo-added", f"{edit.iso2} was added by this: people may follow it already")
    was = {column: getattr(edit.before, column) for column in edit.columns}
    if all(getattr(current, column) == value for column, value in was.items()):
        raise UndoError("destinations-undo-done", f"{edit.iso2} says this already: it was taken back before")
    again = tuple(column for column in edit.columns if getattr(current, column) != getattr(edit.after, column))
    if again:
        told = f"{edit.iso2} was changed again since in {', '.join(again)}: undo the later edit first"
        raise UndoError("destinations-undo-later", told, again)
    restored = replace(current, **was)
    if restored.confirmed_on < restored.as_of:
        told = f"{edit.iso2} has a newer source since: undo the later edit first"
        raise UndoError("destinations-undo-later", told, ("as_of",))
    return difference(current, restored)
