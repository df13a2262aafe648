"""The history of the schema: an ordered list, never edited after its release."""
