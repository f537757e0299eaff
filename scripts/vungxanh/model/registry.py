"""The registries of `docs/_data/`: every fact that can expire stands here once."""

from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict, Field

from vungxanh.model.body import Body, Successor, Unit
from vungxanh.model.contact import Contact
from vungxanh.model.entry import Basis, Entry, Fact, Words
from vungxanh.model.law import Age, Amount, Article, Fine, LegalDocument
from vungxanh.model.lesson import Locale
from vungxanh.model.orthography import Spelling
from vungxanh.model.reference import Competence, Figure, OldWord, OpenPoint, PlanRow, Term
from vungxanh.model.site import Audience, Colours, LevelOfSchool, Site

__all__ = [
    "LISTS", "Age", "Amount", "Article", "Audience", "Basis", "Body", "Colours", "Competence",
    "Contact", "Entry", "Fact", "Figure", "Fine", "LegalDocument", "LevelOfSchool", "MissingWords",
    "OldWord", "OpenPoint", "PlanRow", "Registries", "Site", "Spelling", "Successor", "Term",
    "Unit", "Words", "Written",
]  # fmt: skip

# The registries that are lists, and what a row of each is; their files are NAME.yml.
LISTS: dict[str, type[Entry]] = {
    "audiences": Audience,
    "contacts": Contact,
    "legal": LegalDocument,
    "fines": Fine,
    "ages": Age,
    "bodies": Body,
    "units": Unit,
    "glossary": Term,
    "old-words": OldWord,
    "figures": Figure,
    "competences": Competence,
    "plan": PlanRow,
    "open-points": OpenPoint,
    "orthography": Spelling,
}


class MissingWords(Exception):  # noqa: N818 - read aloud: missing words
    """Words of the interface that `ui.yml` lacks; `name` is their place in it (`page.help`)."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


@dataclass(frozen=True)
class Written:
    """What stands in the file of a registry, whether it holds or not.

    `ids` are those of every row: one faulty row must not make all that refers to it faulty too.
    `lines` tells where each part of a row stands: by id, then the keys that lead to it. `text` is
    the file itself.
    """

    ids: tuple[str, ...]
    lines: dict[tuple[str | int, ...], int] = field(default_factory=dict, hash=False)
    text: str = field(default="", repr=False)


class Registries(BaseModel):
    """Every registry of a project, read and validated; `ui` is group → key → words.

    `whole` is false where `site` or `audiences` does not hold, and stand-ins take its place: enough
    to check the rest by, never to build. `written` has no entry for a file that is no list.
    """

    model_config = ConfigDict(frozen=True)

    site: Site
    audiences: tuple[Audience, ...]
    contacts: tuple[Contact, ...] = ()
    legal: tuple[LegalDocument, ...] = ()
    fines: tuple[Fine, ...] = ()
    ages: tuple[Age, ...] = ()
    bodies: tuple[Body, ...] = ()
    units: tuple[Unit, ...] = ()
    glossary: tuple[Term, ...] = ()
    old_words: tuple[OldWord, ...] = ()
    figures: tuple[Figure, ...] = ()
    competences: tuple[Competence, ...] = ()
    plan: tuple[PlanRow, ...] = ()
    open_points: tuple[OpenPoint, ...] = ()
    orthography: tuple[Spelling, ...] = ()
    ui: dict[str, dict[str, Words]] = Field(default_factory=dict)
    whole: bool = True
    written: dict[str, Written] = Field(default_factory=dict, repr=False)

    def say(self, group: str, key: str, locale: Locale) -> str:
        """Return the site's own words for `key`. Raises MissingWords."""
        try:
            return self.ui[group][key].in_(locale)
        except KeyError as error:
            raise MissingWords(f"{group}.{key}") from error

    def ids(self, name: str) -> tuple[str, ...] | None:
        """Return the ids that stand in registry `name`; None where its file cannot be read."""
        written = self.written.get(name)
        return written.ids if written else None

    def line(self, name: str, id_: str, *place: str | int) -> int | None:
        """Return the line of a part of row `id_` of registry `name`, or the nearest one known."""
        lines = self.written[name].lines if name in self.written else {}
        path = (id_, *place)
        while path and path not in lines:
            path = path[:-1]
        return lines.get(path)
