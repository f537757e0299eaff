"""A site as read, and where each address in it leads: the one place that resolves them."""

import re
from dataclasses import dataclass, replace
from functools import cached_property

from vungxanh.links.addresses import Addresses, Elsewhere
from vungxanh.links.anchors import find
from vungxanh.links.data import EDITIONS
from vungxanh.links.folder import Folder
from vungxanh.links.page import Page
from vungxanh.links.read import PAGES
from vungxanh.links.twins import twin

_INDEXES = ("index.html", "index.htm")
# A name that starts like this is most likely a host whose https:// was forgotten.
_NAME = r"(?:[\w-]+\.)+(?:vn|com|org|net|edu|gov|info|int|eu)"
_HOST = re.compile(rf"(?:www\.[^/]+|{_NAME})(?::\d+)?(?:/|$)", re.IGNORECASE)
_MAIL = re.compile(rf"[\w.+-]+@{_NAME}$", re.IGNORECASE)
# A missing scheme: `http:/host`, `https:host`, `ttps://host`.
_MISTYPED = re.compile(r"(?:h*t+p*s?p?):/*(?=[^/])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Goal:
    """Where an address leads: a file of the folder."""

    file: str


@dataclass(frozen=True, slots=True)
class Fault:
    """Why an address does not lead where it should.

    Attributes:
        code: the problem.
        file: the file that was looked for, or the file that has the fault.
        fragment: the place in it, as written.
        right: the right file, where there is only one.
        anchor: the right place in the file, where there is only one.
        text: the right address as it should be written, where it is of another kind.
    """

    code: str
    file: str = ""
    fragment: str = ""
    right: str = ""
    anchor: str = ""
    text: str = ""


# A goal, None where it is out of the site, and what is wrong with the way to it.
Way = tuple[Goal | None, tuple[Fault, ...]]


@dataclass
class Site:
    """What lies in a folder, what its pages say, and how its addresses are read."""

    folder: Folder
    pages: dict[str, Page]
    addresses: Addresses

    def __post_init__(self) -> None:
        # Pages of one folder share most of what they link to: each is looked up once a folder,
        # without what follows `#`, which is another one for every entry of an index.
        self._known: dict[tuple[str, str], dict[str, Way]] = {}
        self._places: dict[str, frozenset[str] | None] = {}

    @cached_property
    def documents(self) -> list[str]:
        """The pages that readers open, in order."""
        return [path for path in self.pages if path.lower().endswith(PAGES)]

    @cached_property
    def document_set(self) -> frozenset[str]:
        """The same, to ask for one."""
        return frozenset(self.documents)

    def edition(self, file: str) -> str:
        """Return the edition a file belongs to; empty where the folder holds no editions."""
        return file.partition("/")[0] if EDITIONS in self.folder.files else ""

    def way(self, page: Page, address: str) -> Way:
        """Return where `address` on `page` leads and what is wrong with it."""
        head, _, fragment = address.partition("#")
        if not head or head[0] == "?":
            found = self._way(page, head) if address else (None, (Fault("site-link-empty"),))
        else:
            known = self._known.setdefault((page.path.rpartition("/")[0], page.base), {})
            if head not in known:
                known[head] = self._way(page, head)
            found = known[head]
        return self._to_place(*found, fragment) if fragment else found

    def goal(self, page: Page, address: str | None) -> str | None:
        """Return the file that `address` leads to, if it is there."""
        if address is None:
            return None
        goal = self.way(page, address.partition("#")[0] or "#")[0]
        return goal.file if goal else None

    def places(self, file: str) -> frozenset[str] | None:
        """Return the ids of a page or a drawing; None for a file whose places nobody can judge."""
        if file not in self._places:
            judged = file in self.document_set or file.lower().endswith(".svg")
            page = self.pages.get(file) if judged else None
            self._places[file] = frozenset(page.ids) if page else None
        return self._places[file]

    def _to_place(self, goal: Goal | None, faults: tuple[Fault, ...], fragment: str) -> Way:
        if goal is None:
            return None, tuple(replace(fault, fragment=fragment) for fault in faults)
        places = self.places(goal.file)
        found = None if places is None else find(fragment, places)
        faults = tuple(replace(fault, fragment=fragment) for fault in faults)
        if found is not None and not self._carried(self.pages[goal.file], fragment):
            code = "site-anchor-case" if found else "site-anchor-missing"
            faults = (*faults, Fault(code, goal.file, fragment, anchor=found))
        return goal, faults

    def _way(self, page: Page, address: str) -> Way:
        place = self.addresses.place(page.path, page.base, address)
        if place is Elsewhere.MALFORMED:
            text = _MISTYPED.sub("https://", address) if _MISTYPED.match(address) else ""
            return None, (Fault("site-link-malformed", text=text),)
        if place is Elsewhere.OUTSIDE:
            return None, (Fault("site-link-outside"),)
        if isinstance(place, Elsewhere):
            return None, ()
        return self._in_folder(place.path, address)

    def _in_folder(self, wanted: str, address: str) -> Way:
        path = self.folder.real(wanted.rstrip("/"))
        if (path or ".") in self.folder.folders:
            index = self._index(path)
            if index is None:
                expected = f"{path}/{_INDEXES[0]}" if path else _INDEXES[0]
                return None, (Fault("site-link-folder", expected),)
            slash = wanted and not wanted.endswith("/")
            faults = (Fault("site-link-slash", index, right=index),) if slash else ()
            return Goal(index), faults
        if wanted.endswith("/"):
            path += f"/{_INDEXES[0]}"
        if path in self.folder.files:
            return Goal(path), ()
        if self.folder.unread.get(path, "") in ("out", "special", "locked"):
            return None, ()  # the file itself is told
        return None, (self._missing(path, address),)

    def _index(self, folder: str) -> str | None:
        for name in _INDEXES:
            path = f"{folder}/{name}" if folder else name
            if path in self.folder.files:
                return path
        return None

    def _missing(self, path: str, address: str) -> Fault:
        for wanted in (path, f"{path}/{_INDEXES[0]}"):
            if right := self.folder.spellings.get(twin(wanted)):
                return Fault("site-link-case", path, right=right)
        for form, scheme in ((_HOST, "https://"), (_MAIL, "mailto:")):
            if form.match(address):
                return Fault("site-link-schemeless", path, text=scheme + address)
        return Fault("site-link-missing", path)

    def _carried(self, page: Page, fragment: str) -> bool:
        """A page that sends its readers on takes them to the same place in the other page."""
        seen = {page.path}
        while page.refresh is not None:
            goal, faults = self.way(page, page.refresh.partition("#")[0] or "#")
            if goal is None:
                return not faults  # sent to another site: nobody here can tell
            places = self.places(goal.file)
            if places is None or find(fragment, places) is None:
                return True
            if goal.file in seen:
                return False
            seen.add(goal.file)
            page = self.pages[goal.file]
        return False
