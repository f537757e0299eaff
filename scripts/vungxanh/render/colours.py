"""Two colours of the registry become every colour of the site, light and dark, as CSS.

Each is darkened or lightened until it is as legible as it has to be (WCAG 2.2), so a ward may
choose any two colours and its site can still be read.
"""

import colorsys
from functools import cache
from typing import NamedTuple

from vungxanh.model.registry import Colours

_BLACK, _WHITE = "#000000", "#ffffff"


class Palette(NamedTuple):
    """The colours of one scheme, each `#rrggbb`; text may stand on any of the first three."""

    paper: str  # behind everything
    ground: str  # behind a card
    soft: str  # behind a message, a chosen answer
    leaf: str  # behind a drawing
    ink: str  # what is read
    quiet: str  # what may be read later
    green: str  # links and buttons; the text on a button is paper
    line: str  # edges that must be seen: of a choice, a button
    hair: str  # edges that only please
    warm: str  # the accent
    right: str
    wrong: str


def palettes(colours: Colours) -> tuple[Palette, Palette]:
    """Return the light and the dark palette that grow from two colours."""
    light = _palette(colours, _WHITE, _WHITE, (0.01, 0.04, 0.1, 0.2))
    dark = _palette(colours, "#0d1512", "#1f2a25", (0.12, 0.2, 0.3, 0.45))
    return light, dark


@cache
def stylesheet(colours: Colours) -> str:
    """Return the CSS variables `--vx-…` of both schemes.

    Until the reader has chosen (the theme then writes `data-md-color-media`), the device decides,
    also before any script has run: a page opened at night never flashes white.
    """
    light, dark = (_declarations(palette) for palette in palettes(colours))
    dark += "color-scheme:dark"
    return (
        f"body{{{light}}}@media screen{{[data-md-color-scheme=slate]{{{dark}}}"
        "@media (prefers-color-scheme:dark){"
        f".no-js body:not([data-md-color-media]){{{dark}}}}}}}"
    )


def mix(colour: str, other: str, share: float) -> str:
    """Return a mixture with `share` (0 to 1) of `colour`, the rest `other`."""
    pairs = zip(_parts(colour), _parts(other), strict=True)
    return "#" + "".join(f"{round(a * share + b * (1 - share)):02x}" for a, b in pairs)


def contrast(one: str, other: str) -> float:
    """Return the WCAG contrast ratio, 1 to 21."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def _palette(colours: Colours, far: str, near: str, shares: tuple[float, ...]) -> Palette:
    """Grow a palette; its grounds go from `far` to `near` with `shares` of the primary colour."""
    end = _BLACK if _luminance(far) > 0.5 else _WHITE  # where legibility lies
    first, *rest = shares
    grounds = [_ground(colours.primary, far, first, end)]
    grounds += [_ground(colours.primary, mix(near, far, share), share, end) for share in rest]
    paper, ground, soft, leaf = grounds

    def until(colour: str, ratio: float) -> str:
        """Move `colour` towards `end` until its contrast with paper, ground, soft is `ratio`."""
        moved = (_towards(colour, end, step / 50) for step in range(51))
        return next(c for c in moved if min(contrast(c, one) for one in grounds[:3]) >= ratio)

    ink = until(mix(colours.primary, end, 0.3), 11)
    green = until(colours.primary, 5.5)
    line = until(mix(colours.primary, soft, 0.4), 3.1)
    return Palette(
        paper=paper,
        ground=ground,
        soft=soft,
        leaf=leaf,
        ink=ink,
        quiet=until(mix(ink, soft, 0.7), 5.5),
        green=green,
        line=line,
        hair=mix(line, ground, 0.35),
        warm=colours.accent,
        right=green,
        wrong=until(colours.accent, 5.5),
    )


def _ground(colour: str, base: str, share: float, end: str) -> str:
    """Return `base` with a breath of `colour`, less of it where text could not stand on it."""
    tried = (mix(colour, base, share * step / 10) for step in range(10, -1, -1))
    return next(ground for ground in tried if contrast(ground, end) >= 12)


def _towards(colour: str, end: str, share: float) -> str:
    """Return `colour` with its lightness moved by `share` towards that of `end`; hue stays."""
    hue, light, saturation = colorsys.rgb_to_hls(*(part / 255 for part in _parts(colour)))
    light += ((end == _WHITE) - light) * share
    parts = colorsys.hls_to_rgb(hue, light, saturation * (1 - share / 3))
    return "#" + "".join(f"{round(part * 255):02x}" for part in parts)


def _declarations(palette: Palette) -> str:
    return "".join(f"--vx-{name}:{colour};" for name, colour in palette._asdict().items())


def _parts(colour: str) -> tuple[int, int, int]:
    value = int(colour[1:], 16)
    return value >> 16, value >> 8 & 255, value & 255


def _luminance(colour: str) -> float:
    red, green, blue = (
        part / 3294.6 if part <= 10 else ((part / 255 + 0.055) / 1.055) ** 2.4
        for part in _parts(colour)
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
