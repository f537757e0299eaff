"""The addresses of other sites, asked with `links --external`; aiohttp is loaded only for that."""

from vungxanh.links.external.check import Report, ask_external
from vungxanh.links.external.findings import Finding
from vungxanh.links.external.guard import Guard, Opened, read_opened
from vungxanh.links.external.lists import Lists, read_lists
from vungxanh.links.external.setup import Setup

__all__ = [
    "Finding",
    "Guard",
    "Lists",
    "Opened",
    "Report",
    "Setup",
    "ask_external",
    "read_lists",
    "read_opened",
]
