"""What an edition would change for its readers, before the word is given."""

from dataclasses import dataclass

from vungxanh.publishing.record import Record, Taught, compared


@dataclass(frozen=True)
class Summary:
    """The new edition held against the one before; `before` is empty for the first.

    `added`, `changed` and `removed` are lessons by id.
    """

    record: Record
    before: str
    added: dict[str, Taught]
    changed: dict[str, Taught]
    removed: dict[str, Taught]

    def text(self) -> str:
        """Return it in words, a line each."""
        record = self.record
        since = f"so với {self.before}" if self.before else "chưa có ấn bản nào trước"
        lines = [
            f"Ấn bản {record.version}, từ bản nguồn {record.source[:9]}; {since}:",
            f"  {len(record.lessons)} bài, {len(record.files)} tệp, {megabytes(record.size)} MB",
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
    lessons = compared(before.lessons if before else {}, record.lessons)
    return Summary(record=record, before=before.version if before else "", **lessons)


def megabytes(size: int) -> str:
    """Return bytes as megabytes, as they are written in Vietnamese: `12,3`."""
    return f"{size / 1_000_000:.1f}".replace(".", ",")
