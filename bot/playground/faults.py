"""Failures on demand."""

from dataclasses import dataclass

from bot.playground.errors import ConnectionLost, Refusal

DESCRIPTIONS = {
    400: "Bad Request: refused on demand",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
    413: "Request Entity Too Large",
    429: "Too Many Requests: retry after {retry_after}",
    500: "Internal Server Error",
    502: "Bad Gateway",
}


@dataclass(slots=True)
class Fault:
    """A failure that waits for its call. status 0: the connection breaks, before or after the work is done."""

    status: int
    description: str = ""
    retry_after: int | None = None
    times: int = 1
    method: str | None = None
    chat_id: int | None = None
    after: bool = False

    def meets(self, method: str, chat_id: int | None) -> bool:
        """Tell whether this call is the one."""
        called = method.lower()
        # Polling goes on in the background and would use up what is meant for others.
        is_method = called != "getupdates" if self.method is None else called == self.method.lower()
        return is_method and self.chat_id in (None, chat_id)

    def strike(self) -> None:
        """Raise what the caller shall see: Refusal or ConnectionLost."""
        if self.status == 0:
            raise ConnectionLost("connection reset by peer")
        text = self.description or DESCRIPTIONS.get(self.status, "Internal Server Error")
        if self.retry_after is None:
            raise Refusal(self.status, text)
        raise Refusal(self.status, text.format(retry_after=self.retry_after), retry_after=self.retry_after)


class Faults:
    """Failures in waiting; the first that fits a call is used, as many times as it says."""

    def __init__(self) -> None:
        """Start with none."""
        self._waiting: list[Fault] = []

    def add(self, fault: Fault) -> None:
        """Put a failure in wait. A 429 without seconds gets one second, as Telegram always names some."""
        if fault.status == 429 and fault.retry_after is None:
            fault.retry_after = 1
        self._waiting.append(fault)

    def take(self, method: str, chat_id: int | None) -> Fault | None:
        """Return the failure of this call, None when it shall work."""
        fault = next((fault for fault in self._waiting if fault.meets(method, chat_id)), None)
        if fault is None:
            return None
        fault.times -= 1
        if not fault.times:
            self._waiting.remove(fault)
        return fault

    def clear(self) -> None:
        """Let everything work again."""
        self._waiting.clear()
