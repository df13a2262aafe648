"""What may be wrong with an answer."""


class NoFeedError(ValueError):
    """The answer is not what the feed's kind says; the text says why."""


class TooLargeError(Exception):
    """The answer is longer than is read, as sent or unpacked."""


class RedirectsError(Exception):
    """The address leads from one to another for too long, or in a circle."""


class PrivateAddressError(OSError):
    """The address is not one of the public internet, and only those are asked."""
