"""What one file of a built site says: the addresses in it, and the places that links can name."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Page:
    """One file as read. Addresses are as a browser reads them, each once.

    Attributes:
        path: the file, from the site folder, with `/`.
        links: where a reader gets by a click, or without: `a`, `area`, `iframe`.
        loads: what a browser, or another program, takes from the page by itself.
        ids: the places of the page, `name` of an `a` included.
        repeated: ids that stand on more than one element.
        base: `<base href>`, empty without one.
        canonical: the address the page calls its own.
        refresh: where `<meta http-equiv=refresh>` sends its reader.
        at_once: it does so without giving time to read.
        alternates: pairs of a language code and the address of that translation.
        unnamed: addresses of links that have no words for a screen reader.
        vague: pairs of the address and the words of links that do not say where they lead.
        garbled: the bytes are not in the encoding that the page names.
    """

    path: str
    links: list[str] = field(default_factory=list)
    loads: list[str] = field(default_factory=list)
    ids: list[str] = field(default_factory=list)
    repeated: list[str] = field(default_factory=list)
    base: str = ""
    canonical: str | None = None
    refresh: str | None = None
    at_once: bool = False
    alternates: list[tuple[str, str]] = field(default_factory=list)
    unnamed: list[str] = field(default_factory=list)
    vague: list[tuple[str, str]] = field(default_factory=list)
    garbled: bool = False

    @property
    def addresses(self) -> list[str]:
        """Every address of the page that has to lead somewhere, each once, in a fixed order."""
        more = [self.canonical, self.refresh, *(address for _, address in self.alternates)]
        told = [one for one in more if one is not None]
        return list(dict.fromkeys([*self.links, *self.loads, *told]))
