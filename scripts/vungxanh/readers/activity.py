"""One activity of a plan: its minutes, its parts, and its four steps or its two columns."""

import re
from collections.abc import Iterable

from vungxanh.model.plan import Activity, Form, Part, Row
from vungxanh.problems import Problem
from vungxanh.text.fold import fold

Lines = list[tuple[int, str]]

# What each part is known by, folded, in both languages; the first is how messages name it.
PARTS = {
    "goal": ("Mục tiêu", ("muc tieu", "aim", "goal")),
    "content": ("Nội dung", ("noi dung", "content")),
    "product": ("Sản phẩm", ("san pham", "product")),
    "organisation": ("Tổ chức thực hiện", ("to chuc", "organisation", "how it goes")),
}
STEPS = (
    ("Giao nhiệm vụ", ("giao nhiem vu", "chuyen giao", "task", "set the task")),
    ("Thực hiện", ("thuc hien", "hoc sinh thuc hien", "work", "doing")),
    ("Báo cáo, thảo luận", ("bao cao", "thao luan", "report", "share")),
    ("Kết luận, nhận định", ("ket luan", "nhan dinh", "conclu", "sum up")),
)
_NAME = re.compile(r"^(?:hoạt động|activity)\s*\d*\s*[:.–-]?\s*", re.IGNORECASE)
_MINUTES = re.compile(r"\s*\(\s*(?:khoảng\s+)?(\d+)\s*(?:phút|ph|minutes?|min)\.?\s*\)\s*$", re.I)
_LABEL = re.compile(r"^ {0,3}\*\*(?:[a-dđ]\)\s*)?([^*:]+?)\s*:?\s*\*\*\s*:?\s*(.*)$")
_STEP = re.compile(r"^ {0,3}\d+[.)] +\*\*(?:Bước \d+\s*[.:]?\s*)?([^*]+?)\s*:?\s*\*\*\s*:?\s*(.*)$")
_TABLE = re.compile(r"^ {0,3}\|.*\|[ \t]*$")
_RULE = re.compile(r"^ {0,3}\|(?:\s*:?-+:?\s*\|)+[ \t]*$")
_CELLS = re.compile(r"(?<!\\)\|")


def read_activity(
    title: str, line: int, lines: Lines, file: str, form: Form
) -> tuple[Activity, list[Problem]]:
    """Return the activity under one `###` heading, and what it lacks."""
    minutes = _MINUTES.search(title)
    name = _NAME.sub("", title[: minutes.start()] if minutes else title).strip()
    problems: list[Problem] = []
    if not minutes:
        problems.append(Problem(file, line, "plan-activity-minutes", {"name": name or title}))
    before, parts, rest = _parts(lines)
    given = {"name": name, "minutes": int(minutes[1]) if minutes else None, "line": line}
    wanted = ("goal",) if form == "2345" else tuple(PARTS)
    for key in wanted:
        part = parts.get(key)
        if part is None or (key != "organisation" and not part.text):
            values = {"activity": name, "right": f"**{PARTS[key][0]}:** …"}
            problems.append(Problem(file, part.line if part else line, "plan-part", values))
    steps: tuple[Part, ...] = ()
    columns: tuple[str, str] | None = None
    rows: tuple[Row, ...] = ()
    if form == "5512":
        steps, after = _steps(rest)
        if "organisation" in parts:
            problems += _missing_steps(steps, name, parts["organisation"].line, file)
    else:
        columns, rows, after = _table(rest)
        if not rows:
            problems.append(Problem(file, line, "plan-table", {"activity": name}))
    activity = Activity(
        **given,  # type: ignore[arg-type]
        before=text_of(text for _, text in before),
        goal=parts.get("goal"),
        content=parts.get("content"),
        product=parts.get("product"),
        organisation=parts.get("organisation"),
        steps=steps,
        columns=columns,
        rows=rows,
        after=after,
    )
    return activity, problems


def _parts(lines: Lines) -> tuple[Lines, dict[str, Part], Lines]:
    """Return what stands before the parts, the parts, and the lines of the list or table."""
    before: Lines = []
    rest: Lines = []
    texts: dict[str, tuple[str, int, list[str]]] = {}
    here: str | None = None
    for number, line in lines:
        label = _LABEL.match(line)
        key = _key(label[1]) if label and not rest else None
        if label and key and key not in texts:
            texts[key] = (label[1], number, [label[2]])
            here = key
        elif rest or _STEP.match(line) or _TABLE.match(line):
            rest.append((number, line))
        elif here is None:
            before.append((number, line))
        else:
            texts[here][2].append(line)
    parts = {key: Part(name, text_of(text), at) for key, (name, at, text) in texts.items()}
    return before, parts, rest


def _key(label: str) -> str | None:
    words = fold(label)
    for key, (_, known) in PARTS.items():
        if words.startswith(known):
            return key
    return None


def _steps(lines: Lines) -> tuple[tuple[Part, ...], str]:
    """Return the numbered steps, each with what is indented under it, and what comes after."""
    steps: list[tuple[str, int, list[str]]] = []
    after: list[str] = []
    for number, line in lines:
        step = _STEP.match(line)
        if step and not any(map(str.strip, after)):
            steps.append((step[1], number, [step[2]]))
            after = []
        elif not steps or after:
            after.append(line)
        elif not line.strip() or line.startswith(("   ", "\t")):
            steps[-1][2].append(re.sub(r"^(?: {1,4}|\t)", "", line))
        elif steps[-1][2][-1].strip():
            steps[-1][2].append(line)  # a line of the same paragraph, not indented
        else:
            after.append(line)
    found = tuple(Part(name, text_of(text), at) for name, at, text in steps)
    return found, text_of(after)


def _missing_steps(steps: tuple[Part, ...], name: str, line: int, file: str) -> list[Problem]:
    given = [fold(step.name) for step in steps]
    return [
        Problem(file, line, "plan-step", {"activity": name, "right": f"{at}. **{step}:** …"})
        for at, (step, known) in enumerate(STEPS, 1)
        if not any(words.startswith(known) for words in given)
    ] + [
        Problem(file, step.line, "plan-empty", {"name": step.name})
        for step in steps
        if not step.text
    ]


def _table(lines: Lines) -> tuple[tuple[str, str] | None, tuple[Row, ...], str]:
    """Return the head and the rows of a table with two columns, and what comes after it."""
    table = [(number, line) for number, line in lines if _TABLE.match(line)]
    after = text_of(line for _, line in lines if not _TABLE.match(line))
    cells = [(number, _cells(line)) for number, line in table if not _RULE.match(line)]
    if len(cells) < 2 or any(len(row) != 2 for _, row in cells):
        return None, (), after if not cells else text_of(line for _, line in lines)
    (_, head), *body = cells
    rows = tuple(Row(row[0], row[1], number) for number, row in body if row != head)
    return (head[0], head[1]), rows, after


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _CELLS.split(line.strip())[1:-1]]


def text_of(lines: Iterable[str]) -> str:
    """Return lines as one Markdown text, without blank lines around it."""
    return "\n".join(lines).strip("\n").rstrip()
