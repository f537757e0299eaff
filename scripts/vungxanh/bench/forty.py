"""A lesson of forty questions, five of each kind, as a built site in three forms."""

import re
import shutil
from pathlib import Path

from vungxanh.bench.corpus import make, plain_sentence, sentence
from vungxanh.site.build import build

PAGE = "hoc-sinh/bai-1/index.html"
FORMS = ("40 câu", "40 câu, dựng hết một lần", "không câu nào")
ROUNDS = 5  # of the eight kinds
_AT_ONCE = "\n.vx-lesson .vx-quiz { content-visibility: visible !important }\n"


def sites(repository: Path, folder: Path) -> dict[str, Path]:
    """Build the lesson below `folder`; return where each of FORMS is. Raises BuildFailed."""
    corpus = make(repository, folder / "bai", 1)
    lesson = corpus.ours / "lessons" / PAGE.removesuffix(".html")
    body = "\n".join(_round(number) for number in range(ROUNDS))
    for path in (lesson.with_suffix(".md"), lesson.with_suffix(".en.md")):
        head = path.read_text(encoding="utf-8").split("\n---\n")[0]
        path.write_text(f"{head}\n---\n\n{body}", encoding="utf-8")
    whole, at_once, without = (folder / name for name in ("bon-muoi", "mot-lan", "khong"))
    build(corpus.ours, whole)
    for copy in (at_once, without):
        shutil.copytree(whole, copy)
    with (at_once / "assets/quiz.css").open("a", encoding="utf-8") as style:
        style.write(_AT_ONCE)
    page = without / PAGE
    html = page.read_text(encoding="utf-8")
    bare = re.sub("<vx-quiz.*?</vx-quiz>", "", html, flags=re.DOTALL)
    page.write_text(bare, encoding="utf-8")
    return dict(zip(FORMS, (whole, at_once, without), strict=True))


def _round(number: int) -> str:
    """Return a section with one question of each kind."""
    parts = [f"## {plain_sentence(number)[:40].strip()} {number}\n\n{sentence(number + 3)}\n"]
    for at, (kind, body) in enumerate(_BODIES.items()):
        start = number * len(_BODIES) + at
        says = {f"s{n}": plain_sentence(start + n)[:60].strip() for n in range(8)}
        text = body.format(n=number, **says)
        kind_line = "" if kind in ("single", "multiple") else f"    type: {kind}\n"
        parts.append(
            f"/// quiz | {sentence(start)}\n    id: {kind}-{number}\n{kind_line}\n"
            f"{text}\n\nGiải thích: {sentence(start + 9)}\n///\n"
        )
    return "\n".join(parts)


_BODIES = {
    "single": "- [x] {s1}\n    > {s2}\n- [ ] {s3}\n    > {s4}\n- [ ] {s5}\n    > {s6}",
    "multiple": (
        "- [x] {s1}\n    > {s5}\n- [x] {s2}\n    > {s6}\n- [ ] {s3}\n    > {s7}\n- [ ] {s4}\n"
        "    > {s0}"
    ),
    "true-false": "- [x] {s1}\n    > {s4}\n- [ ] {s2}\n    > {s5}\n- [x] {s3}\n    > {s6}",
    "order": "1. {s1} một\n2. {s2} hai\n3. {s3} ba\n4. {s4} bốn",
    "match": "| A | B |\n| --- | --- |\n| {s1} | một |\n| {s2} | hai |\n| {s3} | ba |",
    "fill": "{s1}: gọi [[111]], rồi kể với [[người lớn|bố mẹ]]. {s2}",
    "scenario": (
        "#### {s1} {{#dau-{n}}}\n\n{s2}\n\n- [{s3}](#giua-{n})\n- [{s4}](#cuoi-{n})\n\n"
        "#### {s5} {{#giua-{n}}}\n\n{s6}\n\n- [{s7}](#cuoi-{n})\n\n#### {s0} {{#cuoi-{n}}}\n\n{s1}"
    ),
    "reflect": "{s1}",
}
