"""What an edition would change for its readers, before the word is given."""

from dataclasses import dataclass

from vungxanh.publishing.record import Record, Taught


@dataclass(frozen=True)
class Summary:
    """The new edition held against the one before; `before` is empty for the first.

    `added`, `changed` and `removed` are lessons by id; `size` and `grown` are bytes.
    """

    record: Record
    before: str
    added: dict[str, Taught]
    changed: dict[str, Taught]
    removed: dict[str, Taught]
    grown: int

    @property
    def size(self) -> int:
        """Return how many bytes all files of the edition have."""
        return self.record.size

    def text(self) -> str:
        """Return it in words, a line each."""
        record = self.record
        since = f"so với {self.before}" if self.before else "chưa có ấn bản nào trước"
        lines = [
            f"Ấn bản {record.version}, từ bản nguồn {record.source[:9]}; {since}:",
            f"  {len(record.lessons)} bài, {len(record.files)} tệp, {megabytes(self.size)} MB",
        ]
        for word, lessons in (
            ("thêm", self.added), ("sửa", self.changed), ("bỏ", self.removed)
        ):  # fmt: skip
            lines += [f"  {word} {id_}  {one.title}" for id_, one in lessons.items()]
        if self.before and not (self.added or self.changed or self.removed):
            lines.append("  không bài nào thêm, sửa hay bỏ")
        return "\n".join(lines)


def compare(record: Record, before: Record | None) -> Summary:
    """Return what `record` changes, held against the newest edition `before` it."""
    old = before.lessons if before else {}
    new = record.lessons
    return Summary(
        record=record,
        before=before.version if before else "",
        added={id_: one for id_, one in new.items() if id_ not in old},
        changed={
            id_: one for id_, one in new.items() if id_ in old and old[id_].digest != one.digest
        },
        removed={id_: one for id_, one in old.items() if id_ not in new},
        grown=record.size - (before.size if before else 0),
    )


def megabytes(size: int) -> str:
    """Return bytes as megabytes, as they are written in Vietnamese: `12,3`."""
    return f"{size / 1_000_000:.1f}".replace(".", ",")
