"""A fault as found on a built page: which page, which address. Lines and words come later."""

from dataclasses import dataclass, field

from vungxanh.links.roles import Role
from vungxanh.links.site import Fault


@dataclass(slots=True)
class Finding:
    """One fault of one page.

    Attributes:
        page: the file in the site folder.
        code: the problem.
        value: the address or the id, as a browser reads it; empty for a fault of the whole page.
        role: what the address is for; None for any.
        fault: where the address leads, if that is the fault.
        values: more for the message.
        right: right values, best first, where they are known already.
    """

    page: str
    code: str
    value: str = ""
    role: Role | None = None
    fault: Fault | None = None
    values: dict[str, str] = field(default_factory=dict)
    right: tuple[str, ...] = ()

    @property
    def placed(self) -> bool:
        """Whether it stands at some place of the page, and is not about the page as a whole."""
        return self.role is not None or self.fault is not None
