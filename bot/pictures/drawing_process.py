"""The process that draws one picture: an order as JSON comes in, PNG goes out. It knows nothing of the bot.

Started by bot.pictures.rendering with the folder of resvg as its argument, and without site-packages: loading those
would take longer than drawing.
"""

import json
import sys


def main() -> None:
    """Draw what stdin orders."""
    sys.path.append(sys.argv[1])
    import resvg_py

    order = json.load(sys.stdin.buffer)
    drawn = resvg_py.svg_to_bytes(
        svg_string=order["svg"], skip_system_fonts=True, font_files=order["fonts"], font_family=order["family"]
    )
    sys.stdout.buffer.write(drawn)


if __name__ == "__main__":
    main()
