"""The rules for what one page says. Each returns findings; nothing is looked up on the disk."""

from collections.abc import Iterator

from vungxanh.links.finding import Finding
from vungxanh.links.page import Page
from vungxanh.links.roles import Role
from vungxanh.links.site import Site


def check_page(site: Site, page: Page) -> Iterator[Finding]:
    """Yield what is wrong with the addresses and the ids of `page`."""
    for address in page.addresses:
        for fault in site.way(page, address)[1]:
            yield Finding(page.path, fault.code, address, fault=fault)
    for name in page.repeated:
        yield Finding(page.path, "site-id-duplicate", name, Role.PLACE)
    for address in dict.fromkeys(page.unnamed):
        yield Finding(page.path, "site-link-unnamed", address, Role.LINK)
    for address, words in dict.fromkeys(page.vague):
        yield Finding(page.path, "site-link-vague", address, Role.LINK, values={"words": words})
    if page.garbled:
        yield Finding(page.path, "site-file-garbled")
