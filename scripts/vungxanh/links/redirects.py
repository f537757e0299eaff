"""Pages that send their reader on: round in a circle, or over more than one step."""

from collections.abc import Iterator

from vungxanh.links.finding import Finding
from vungxanh.links.roles import Role
from vungxanh.links.site import Site


def check_redirects(site: Site) -> Iterator[Finding]:
    """Yield the pages whose reader never arrives, or arrives over a detour."""
    next_ = {
        path: target
        for path in site.documents
        if (target := site.goal(site.pages[path], site.pages[path].refresh)) is not None
        and (target != path or site.pages[path].at_once)  # one that loads itself anew is a clock
    }
    for path, target in next_.items():
        way = [path]
        while target in next_ and target not in way:
            way.append(target)
            target = next_[target]
        value = site.pages[path].refresh or ""
        if target == path:
            circle = " → ".join([*way, path])
            yield Finding(path, "site-redirect-loop", value, Role.REFRESH, values={"way": circle})
        elif len(way) > 1 and target not in way:
            yield Finding(
                path, "site-redirect-chain", value, Role.REFRESH,
                values={"way": " → ".join([*way, target]), "file": target},
            )  # fmt: skip
