"""Which IP addresses belong to the public internet.

Ranges are those of the IANA registries of special-purpose addresses (IPv4, IPv6), as of 2026, read
strictly: what is not plainly public is not asked. They stand here because the table of the standard
library differs between releases of Python.
"""

from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address

from vungxanh.links.external.hosts import IP

_NOT_PUBLIC_4 = [
    IPv4Network(text)
    for text in (
        "0.0.0.0/8",  # this network; many systems take 0.0.0.0 for the machine itself
        "10.0.0.0/8",
        "100.64.0.0/10",  # shared by providers; metadata of some clouds
        "127.0.0.0/8",
        "168.63.129.16/32",  # public by its number, but the metadata of a cloud
        "169.254.0.0/16",  # link-local; metadata of most clouds
        "172.16.0.0/12",
        "192.0.0.0/24",
        "192.0.2.0/24",
        "192.31.196.0/24",
        "192.52.193.0/24",
        "192.88.99.0/24",
        "192.168.0.0/16",
        "192.175.48.0/24",
        "198.18.0.0/15",
        "198.51.100.0/24",
        "203.0.113.0/24",
        "224.0.0.0/4",  # multicast
        "240.0.0.0/4",  # reserved, and broadcast
    )
]
_PUBLIC_6 = IPv6Network("2000::/3")  # all that has been given out so far
_NOT_PUBLIC_6 = [
    IPv6Network(text)
    for text in (
        "2001::/23",  # protocols of the IETF; Teredo, which hides an IPv4 address
        "2001:db8::/32",
        "2002::/16",  # 6to4, which hides an IPv4 address
        "2620:4f:8000::/48",
        "3fff::/20",
    )
]
_NAT64 = IPv6Network("64:ff9b::/96")
_ISATAP = (0x00005EFE, 0x02005EFE)  # third quarter of the address


def is_public(address: IP) -> bool:
    """Return whether `address`, and what may be hidden in it, is of the public internet."""
    if isinstance(address, IPv4Address):
        return not any(address in network for network in _NOT_PUBLIC_4)
    if address.scope_id:
        return False
    inner = _inner(address)
    if inner is not None and not is_public(inner):
        return False
    if address.ipv4_mapped or address in _NAT64:
        return True
    return address in _PUBLIC_6 and not any(address in network for network in _NOT_PUBLIC_6)


def is_public_text(text: str) -> bool:
    """Return `is_public` of an address in text; what is no address is not public."""
    try:
        return is_public(ip_address(text))
    except ValueError:
        return False


def _inner(address: IPv6Address) -> IPv4Address | None:
    """Return the IPv4 address that `address` leads to by mapping, NAT64 or ISATAP."""
    if address.ipv4_mapped:
        return address.ipv4_mapped
    number = int(address)
    if address in _NAT64 or number >> 32 & 0xFFFFFFFF in _ISATAP:
        return IPv4Address(number & 0xFFFFFFFF)
    return None
