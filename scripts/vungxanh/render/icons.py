"""One drawing for each audience: a line that takes the colour of the text, and one warm shape.

All stand in a square of 32, drawn with round ends and one width of line (look.css sets it). They
are part of the page, so that they show on paper, in forced colours and from a USB stick.
"""

_DRAWINGS = {
    "hoc-sinh": '<path class="vx-icon__warm" d="M12 19h8v8h-8z"/>'
    '<path d="M8 27V14a8 8 0 0 1 16 0v13zM13 6.5V5a3 3 0 0 1 6 0v1.5M12 13h8"/>',
    "giao-vien": '<path d="M4 5h24v16H4zM10 28l6-7 6 7"/>'
    '<path class="vx-icon__warm" d="M9 9.5h9v4H9z"/><path d="M9 17h6"/>',
    "can-bo": '<path d="M23 15V9l-5-5H7v24h8M12 12h6M12 17h4"/>'
    '<circle class="vx-icon__warm" cx="22" cy="22" r="4"/><path d="M20 26v4l2-1 2 1v-4"/>',
    "doan-vien": '<path d="M4 12v7h5l11 6V6L9 12zM9 19l2 8h4l-2-6"/>'
    '<path class="vx-icon__warm" d="M20 11c5 1 5 8 0 9z"/><path d="M27 8c3 4 3 11 0 15"/>',
    "cong-dong": '<path d="M3 15L16 4l13 11M7 12v16h18V12"/>'
    '<path class="vx-icon__warm" d="M16 25c-8-5-5-9.5-2-9 2 .3 2 2 2 2s0-1.7 2-2c3-.5 6 4-2 9z"/>',
    "tin-bai": '<path d="M19 4H5v24h18V17M9 10h7M9 15h4M9 23h9"/>'
    '<path class="vx-icon__warm" d="M14 19l1-5L25 4l4 4-10 10z"/>',
}
# An audience that another ward adds: a leaf.
_LEAF = (
    '<path class="vx-icon__warm" d="M5 27V16C5 9 10 5 17 5h10v10c0 7-4 12-11 12z"/>'
    '<path d="M5 27c3-7 8-11 15-14"/>'
)


def icon(audience: str) -> str:
    """Return the drawing for an audience's id, as XHTML that says nothing to a screen reader."""
    drawing = _DRAWINGS.get(audience, _LEAF)
    return f'<svg class="vx-icon" viewBox="0 0 32 32" aria-hidden="true">{drawing}</svg>'
