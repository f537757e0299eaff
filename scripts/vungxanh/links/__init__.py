"""Floor 5: every link of a built site, ours or anyone's. Nothing is fetched."""

from vungxanh.links.check import check_site

__all__ = ["check_site"]
