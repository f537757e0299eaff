"""An address as a QR code, drawn in black on white: paper knows no dark mode."""

from html import escape
from io import BytesIO

import segno


def qr_code(address: str, label: str) -> str:
    """Return an XHTML drawing of `address`; phones read it from a photocopy of a photocopy."""
    buffer = BytesIO()
    code = segno.make_qr(address, error="m")
    code.save(
        buffer, kind="svg", border=4, xmldecl=False, svgns=False, omitsize=True, nl=False,
        svgclass="vx-qr", lineclass="vx-qr__line",
    )  # fmt: skip
    drawing = buffer.getvalue().decode()
    return drawing.replace("<svg ", f'<svg role="img" aria-label="{escape(label)}" ', 1)
