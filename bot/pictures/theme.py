"""Colours and sizes of all pictures. Words stand out from their ground by 4.5 : 1 at least, shapes by 3 : 1."""

WIDTH = 1080
"""A phone's width in its own dots."""

MARGIN = 40
PAD = 32
"""Room between the edge of a panel and what is in it."""

GAP = 20
"""Room between panels."""

RADIUS = 28

PAGE = "#EEF2F5"
PANEL = "#FFFFFF"
INK = "#14212B"
MUTED = "#566573"
LINE = "#D5DDE3"
ACCENT = "#00799B"
WASH = "#CFE8EF"
"""The accent, thinned: what lies under a curve, the empty part of a bar."""

SECOND = "#B25E00"
GOOD = "#1C7C4A"
BAD = "#B93232"
IDLE = "#6F7C88"

TITLE, HEADING, BODY, SMALL, NUMBER = 60, 38, 33, 29, 62
"""Sizes of letters. SMALL is the smallest that is read on a phone without zooming."""
