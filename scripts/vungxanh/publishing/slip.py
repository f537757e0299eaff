"""The *phiếu trình duyệt*: on paper, what an edition would change, to be signed beforehand."""

from pathlib import Path

from jinja2 import Environment

from vungxanh.model.registry import Site
from vungxanh.publishing.summary import Summary, megabytes
from vungxanh.text.dates import vietnamese_date

_TEMPLATE = Path(__file__).with_name("slip.html")


def slip(summary: Summary, site: Site) -> str:
    """Return the slip as a page that prints on A4."""
    template = Environment(autoescape=True).from_string(_TEMPLATE.read_text(encoding="utf-8"))
    return template.render(
        summary=summary,
        record=summary.record,
        day=vietnamese_date(summary.record.made),
        size=megabytes(summary.record.size),
        name=site.name.vi,
        publisher=site.publisher.vi if site.publisher else "",
        url=site.url,
        parts=(
            ("Bài thêm", summary.added),
            ("Bài sửa", summary.changed),
            ("Bài bỏ", summary.removed),
        ),
    )
