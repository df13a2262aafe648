"""Use cases. What they need from outside is a Protocol declared beside them."""
