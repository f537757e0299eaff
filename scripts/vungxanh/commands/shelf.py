"""`list`: the editions that are out, and what in them no longer holds."""

import argparse
from typing import TYPE_CHECKING

from vungxanh.commands.acting import act
from vungxanh.commands.common import ROOT, say
from vungxanh.text.dates import vietnamese_date

if TYPE_CHECKING:
    from vungxanh.model.registry import Registries
    from vungxanh.publishing.shelf import Shelved

NAME = "list"
HELP = "những ấn bản đã xuất bản, và bài nào trong đó dẫn văn bản đã hết hiệu lực"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes: nothing."""


def run(options: argparse.Namespace) -> int:
    """Ask the published branch, and print a paragraph for each edition."""
    from vungxanh.publishing.shelf import look
    from vungxanh.readers.registries import read_registries

    def deed() -> str:
        editions = look(ROOT, say)
        registries, _ = read_registries(ROOT)
        for edition in editions:
            print(_paragraph(edition, registries))
        return (
            f"{len(editions)} ấn bản."
            if editions
            else "Chưa xuất bản ấn bản nào. Bắt đầu: python3 scripts/run.py publish"
        )

    return act(deed)


def _paragraph(edition: "Shelved", registries: "Registries") -> str:
    from vungxanh.publishing.shelf import outdated
    from vungxanh.publishing.summary import megabytes

    record = edition.record
    head = [edition.version]
    if edition.title != edition.version:
        head.append(f"“{edition.title}”")
    head += [f"[{alias}]" for alias in edition.aliases]
    if not record:
        return "  ".join([*head, "không có edition.json: làm bằng bản cũ hơn của chương trình"])
    head.append(f"từ bản nguồn {record.source[:9]} ngày {vietnamese_date(record.made)}")
    head.append(f"{len(record.lessons)} bài, {len(record.files)} tệp, {megabytes(record.size)} MB")
    if record.retired:
        return "  ".join([*head, f"đã rút ngày {vietnamese_date(record.retired)}"])
    documents = {row.id: row for row in registries.legal}
    lines = []
    for id_, lessons in outdated(record, registries).items():
        row = documents[id_]
        new = documents.get(row.replaced_by or "")
        by = f", nay là {new.number or new.id}" if new else ""
        lines.append(f"  dẫn {row.number or id_} đã hết hiệu lực{by}: {', '.join(lessons)}")
    return "\n".join(["  ".join(head), *lines])
