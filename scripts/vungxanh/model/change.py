"""What an edition changed for its readers, held against the edition they had before."""

import datetime

from pydantic import BaseModel, ConfigDict, TypeAdapter


class Changed(BaseModel):
    """A lesson, by its repository `path`, or a row of a registry, by its `anchor` there."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    vi: str
    en: str
    path: str = ""
    registry: str = ""
    anchor: str = ""


class Change(BaseModel):
    """One edition, and what is new, changed or gone since the one `before`; the first has none."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    version: str
    made: datetime.date
    before: str = ""
    added: tuple[Changed, ...] = ()
    changed: tuple[Changed, ...] = ()
    removed: tuple[Changed, ...] = ()


# All editions up to one, the newest first, as they are handed to its build.
HISTORY: TypeAdapter[tuple[Change, ...]] = TypeAdapter(tuple[Change, ...])
