"""Pictures: SVG put together from a few parts, then PNG.

lettering   how wide words are, and cutting them to their room
canvas      shapes and words on a sheet that grows downwards
charts      bars, a curve, shares, tiles: parts of any picture
rendering   SVG → PNG, in a process of its own
statistics  the desk's statistics
"""
