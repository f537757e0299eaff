"""Floor 5: `fix` writes what has one right answer, in prose and nowhere else.

Code, addresses, ids and options of blocks are no prose; what an exemption speaks for is left too.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path

from vungxanh.checks.language import Finding, find
from vungxanh.editing import write
from vungxanh.model.passage import Passage
from vungxanh.readers.exemptions import Exemption, read_exemptions
from vungxanh.readers.project import Project, read_project
from vungxanh.readers.source import read_text
from vungxanh.text.encoding import letters_to_mend

Edit = tuple[int, int, str]  # start and end in the text of the file, and what stands there after
_ROUNDS = 6  # one mend may uncover another, as a letter that is composed shows a misspelling
_END = re.compile("\r\n|\r|\n")


def mend(root: Path, wanted: Callable[[str], bool]) -> dict[str, tuple[str, str]]:
    """Mend the files of the project at `root` that are `wanted`; return each as before and after.

    Texts are returned with line feeds; files keep the line ends they have. Each file is replaced in
    one step. A second call changes nothing.
    """
    before: dict[str, str] = {}
    for _ in range(_ROUNDS):
        project, _ = read_project(root)
        edits = {file: found for file, found in _edits(project).items() if wanted(file)}
        if not edits:
            break
        for file, found in edits.items():
            text, _ = read_text(root, file)
            if text is not None:
                before.setdefault(file, text)
                _replace(root / file, applied(text, found))
    after = {file: read_text(root, file)[0] or "" for file in before}
    return {file: (text, after[file]) for file, text in sorted(before.items())}


def applied(text: str, edits: list[Edit]) -> str:
    """Return `text` with `edits` done; of two that overlap the first is."""
    parts, at = [], 0
    for start, end, right in sorted(edits):
        if start >= at:
            parts += [text[at:start], right]
            at = end
    return "".join((*parts, text[at:]))


def _edits(project: Project) -> dict[str, list[Edit]]:
    sources = {text.path: text.source for text in project.texts}
    exemptions = {file: read_exemptions(file, source) for file, source in sources.items()}
    for name, written in project.registries.written.items():
        sources[f"docs/_data/{name}.yml"] = written.text
    edits: dict[str, list[Edit]] = defaultdict(list)
    for passage, found in (*_letters(project), *find(project)):
        if found.mends and not _excused(passage, found, exemptions.get(passage.file, ())):
            edit = _edit(sources[passage.file], passage, found)
            if edit:
                edits[passage.file].append(edit)
    return edits


def _letters(project: Project) -> Iterator[tuple[Passage, Finding]]:
    for passage in project.prose:
        for start, end, right in letters_to_mend(passage.text):
            yield passage, Finding(start, end, "encoding-broken", right, mends=True)


def _edit(source: str, passage: Passage, found: Finding) -> Edit | None:
    """Return the change in the file; None where Markdown or a line end stands between."""
    start, last = passage.origin(found.start), passage.origin(found.end - 1)
    if source[start : last + 1] != passage.text[found.start : found.end]:
        return None
    text = source[start : last + 1]
    return None if "\n" in text or text == found.right else (start, last + 1, found.right)


def _excused(passage: Passage, found: Finding, exemptions: tuple[Exemption, ...]) -> bool:
    line, _ = passage.place(found.start)
    return any(one.code == found.code and one.covers(line) for one in exemptions)


def _replace(path: Path, text: str) -> None:
    """Write `text`, which has as many lines as the file, with the line ends of the file."""
    ends = _END.findall(path.read_bytes().decode("utf-8-sig"))
    lines = text.split("\n")
    write(path, "".join(f"{line}{end}" for line, end in zip(lines, (*ends, ""), strict=True)))


def visible(text: str) -> str:
    """Return `text` with what cannot be seen made visible, for a person who reads a change."""
    marked = text.replace("\u00a0", "⍽")
    return "".join(
        f"<U+{ord(letter):04X}>" if unicodedata.category(letter) == "Cf" else letter
        for letter in marked
    )
