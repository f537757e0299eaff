"""Whatever two colours a ward chooses, its site can be read."""

import pytest

from vungxanh.model.registry import Colours
from vungxanh.render.colours import contrast, palettes, stylesheet

CHOICES = [
    ("#1b6b4a", "#e0a13c"),
    ("#8b1a1a", "#ffd700"),
    ("#0047ab", "#ff6f61"),
    ("#ffff00", "#000000"),
    ("#000000", "#ffffff"),
    ("#ffffff", "#ffffff"),
    ("#FF0000", "#00FF00"),
    ("#808080", "#808080"),
]
TEXTS = {"ink": 10.9, "quiet": 5.4, "green": 5.4, "wrong": 5.4, "right": 5.4, "line": 3}


@pytest.mark.parametrize("choice", CHOICES)
def test_every_text_is_legible_on_every_ground(choice):
    primary, accent = choice
    for palette in palettes(Colours(primary=primary, accent=accent)):
        for text, least in TEXTS.items():
            for ground in (palette.paper, palette.ground, palette.soft):
                assert contrast(getattr(palette, text), ground) >= least, (text, ground, palette)


def test_a_colour_that_is_legible_already_stays_as_it_was_chosen():
    light, _ = palettes(Colours(primary="#1b6b4a"))
    assert light.green == "#1b6b4a"
    assert light.warm == "#e0a13c"


def test_a_red_ward_has_a_red_night():
    _, dark = palettes(Colours(primary="#8b1a1a"))
    red, green, blue = (int(dark.green[at : at + 2], 16) for at in (1, 3, 5))
    assert red > max(green, blue) + 40


@pytest.mark.parametrize(
    ("one", "other", "ratio"), [("#000000", "#ffffff", 21), ("#777777", "#ffffff", 4.48)]
)
def test_contrast_is_that_of_the_guidelines(one, other, ratio):
    assert contrast(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast(other, one) == contrast(one, other)


def test_the_night_belongs_to_screens():
    css = stylesheet(Colours())
    day, screen, night = css.partition("@media screen{")
    assert screen
    assert "color-scheme:dark" not in day
    assert night.count("{") == night.count("}") - 1
