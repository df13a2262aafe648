"""How Telegram says no."""


class Refusal(Exception):  # noqa: N818 - an answer of the API, not a failure of ours
    """An error answer of the Bot API: HTTP status, description and, for some, parameters."""

    def __init__(self, status: int, description: str, **parameters: int) -> None:
        """Take the status, the whole description and `retry_after` or `migrate_to_chat_id`."""
        super().__init__(description)
        self.status, self.description, self.parameters = status, description, parameters


class ConnectionLost(Exception):  # noqa: N818
    """The connection broke: the caller can't know whether the call was carried out."""


def bad_request(problem: str) -> Refusal:
    """Return a 400 about this problem."""
    return Refusal(400, f"Bad Request: {problem}")


def forbidden(problem: str) -> Refusal:
    """Return a 403 about this problem."""
    return Refusal(403, f"Forbidden: {problem}")
