"""Makes sites of any size to measure: the same lessons for our build and for plain MkDocs.

In: a checkout, for its registries, theme and scripts. Out: two folders, one as this repository is
laid out, one as MkDocs' own guides lay it out, where a quiz is a list like any other.
"""

import compileall
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from vungxanh.bench.measure import Unmeasured
from vungxanh.model.registry import Audience, Registries
from vungxanh.readers.registries import read_registries

TEXTS = ("index.md", "index.en.md")
# Of docs/: page -> the block it is made for.
PAGES = {
    ".": "audience-cards",
    "can-giup-do": "contacts",
    "phap-luat": "legal-library",
    "ke-hoach": "coverage",
    "rieng-tu": "help",
}
SENTENCES = (
    "Tối hôm ấy, nhóm lớp có một tin nhắn lạ hứa tặng quà cho ai bấm vào đường dẫn.",
    "Người gửi dùng đúng tên và ảnh của một bạn trong lớp, nên ai cũng tưởng là thật.",
    "Trước khi trả lời, hãy dừng lại một chút và đọc kỹ từng chữ trong lời nhắn.",
    "Một câu hỏi lại qua điện thoại thường rẻ hơn mọi cách sửa chữa về sau.",
    "**Đừng chuyển tiếp** khi chưa biết tin ấy từ đâu ra và ai chịu trách nhiệm.",
    "Ảnh đã gửi đi có thể được lưu lại, cắt ghép và xuất hiện ở nơi ta không ngờ.",
    "Mật khẩu dài, dễ nhớ với mình, khó đoán với người khác thì bền hơn ký tự lạ.",
    "Khi thấy bạn bị trêu chọc trên mạng, một lời hỏi thăm riêng đã là giúp đỡ.",
    "Lời nói trong nhóm kín cũng là lời nói trước đông người, vì ai cũng chụp lại được.",
    "Người lớn trong nhà không cần giỏi máy móc mới giúp được; lắng nghe là đủ để bắt đầu.",
    "Cơ quan nhà nước không yêu cầu chuyển tiền qua điện thoại để chứng minh điều gì.",
    "Nếu lỡ bấm vào đường dẫn lạ, hãy đổi mật khẩu và kể ngay với người mình tin.",
    "Đọc tiêu đề chưa phải là đọc tin; phần quan trọng thường nằm ở đoạn thứ ba.",
    "Tôn trọng người đang tranh luận với mình là cách nhanh nhất để được lắng nghe.",
    "Ghi lại ngày giờ, tên tài khoản và đường dẫn trước khi báo cáo rồi chặn.",
    "Không ai phải trả lời ngay một tin nhắn làm mình thấy sợ hoặc thấy ngượng.",
    "Ông bà cũng dùng mạng mỗi ngày, và cũng cần một người chỉ cho cách kiểm tra lại.",
)
HEADINGS = ("Chuyện bắt đầu", "Điều cần biết", "Cùng làm thử", "Mang về nhà", "Thử sức")
PICTURE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360" viewBox="0 0 640 360">'
    '<rect width="640" height="360" fill="#d8eadf"/><circle cx="320" cy="180" r="90"/></svg>\n'
)
LANGUAGES = [
    {"locale": "vi", "name": "Tiếng Việt", "default": True, "build": True},
    {"locale": "en", "name": "English", "build": True},
]
# As the guides of Material and static-i18n show a site in two languages.
PLAIN: dict[str, Any] = {
    "site_name": "Vùng Xanh",
    "site_url": "https://vung-xanh.example.vn/",
    "theme": {
        "name": "material",
        "language": "vi",
        "features": ["navigation.tabs", "navigation.sections", "navigation.indexes"],
    },
    "plugins": ["search", {"i18n": {"docs_structure": "suffix", "languages": LANGUAGES}}],
}


@dataclass(frozen=True)
class Corpus:
    """The two folders: `ours` a project of this house, `plain` one with two configurations."""

    ours: Path
    plain: Path


def make(repository: Path, folder: Path, lessons: int) -> Corpus:
    """Write a corpus of `lessons` lessons in two languages into `folder`; always the same bytes.

    Raises Unmeasured where its registries do not hold.
    """
    corpus = Corpus(folder / "ours", folder / "plain")
    shutil.copytree(repository / "docs/_data", corpus.ours / "docs/_data")
    _no_pages_served(corpus.ours / "docs/_data/plan.yml")
    shutil.copy(repository / "mkdocs.yml", corpus.ours)
    for name in ("overrides", "scripts"):
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(repository / name, corpus.ours / name, ignore=ignored)
    registries, problems = read_registries(corpus.ours)
    if not registries.whole:
        raise Unmeasured(problems[0].message())
    _pages(corpus, registries)
    counts = dict.fromkeys((audience.id for audience in registries.audiences), 0)
    for number in range(lessons):
        audience = registries.audiences[number % len(registries.audiences)]
        counts[audience.id] += 1
        _lesson(corpus, audience, counts[audience.id], number)
    _indexes(corpus, registries, counts)
    _configurations(repository, corpus)
    compileall.compile_dir(corpus.ours / "scripts", quiet=2)  # installed packages are, too
    return corpus


def _no_pages_served(plan: Path) -> None:
    """Drop from `plan` the pages and lessons that serve a row: the corpus has others."""
    text = re.sub(r"^ +here:.*\n", "", plan.read_text(encoding="utf-8"), flags=re.MULTILINE)
    plan.write_text(text, encoding="utf-8")


def _pages(corpus: Corpus, registries: Registries) -> None:
    folders = PAGES | {audience.id: "lesson-list" for audience in registries.audiences}
    for name, block in folders.items():
        head = f'---\ntitle: "{name}"\ndescription: "Trang để đo."\n---\n\n{plain_sentence(0)}\n'
        _write(corpus.ours / "docs" / name, f"{head}\n/// {block}\n///\n")
        _write(corpus.plain / "docs" / name, head)


def _indexes(corpus: Corpus, registries: Registries, counts: dict[str, int]) -> None:
    """List the lessons of each audience by hand, where nothing computes the list."""
    for audience in registries.audiences:
        rows = range(1, counts[audience.id] + 1)
        links = "".join(f"- [Bài {n}](bai-{n}/index.md): {plain_sentence(n)}\n" for n in rows)
        head = _front({"title": audience.name.vi})
        _write(corpus.plain / "docs" / audience.id, f"{head}{plain_sentence(0)}\n\n{links}")


def _lesson(corpus: Corpus, audience: Audience, rank: int, number: int) -> None:
    words = {
        "title": f"Bài {rank} – {plain_sentence(number)[:40].strip()}",
        "summary": plain_sentence(number + 5),
        "objectives": [plain_sentence(number + n) for n in range(3)],
    }
    meta = {
        "id": f"{audience.codes[0]}-{rank}",
        "order": rank,
        "minutes": 45,
        "status": "published",
    }
    if audience.levels:
        meta["level"] = audience.levels[0].id
    ours = corpus.ours / "lessons" / audience.id / f"bai-{rank}"
    body = _body(number, "../../../docs/", quiz)
    _write(ours, _front(words | meta) + body, TEXTS[0])
    _write(ours, _front(words) + body, TEXTS[1])
    plain = corpus.plain / "docs" / audience.id / f"bai-{rank}"
    _write(plain, _front({"title": words["title"]}) + _body(number, "../../", as_list))
    for place in (ours, plain):
        (place / "img").mkdir()
        (place / "img/hinh.svg").write_text(PICTURE, encoding="utf-8")


def _front(meta: dict[str, Any]) -> str:
    return f"---\n{yaml.safe_dump(meta, allow_unicode=True, width=1000)}---\n\n"


def _body(number: int, docs: str, ask: Callable[[int], str]) -> str:
    """Return 860 words of prose under ten headings, one picture and five questions."""
    parts = []
    for part, heading in enumerate(HEADINGS):
        parts.append(f"## {heading}\n\n{_prose(number + part, 2)}\n")
        parts.append(f"### {heading}: chi tiết\n\n{_prose(number + part + 7, 1)}\n")
    parts.append("![Một hình tròn trên nền xanh.](img/hinh.svg)\n")
    parts.append(f"Sợ, hãy mở trang [Cần giúp đỡ]({docs}can-giup-do/index.md).\n")
    parts += [ask(number + n) for n in range(5)]
    return "\n".join(parts)


def _prose(start: int, points: int) -> str:
    """Return a paragraph of three sentences and a list of `points` more."""
    paragraph = " ".join(sentence(start * 3 + n * 5) for n in range(3))
    items = [f"- {sentence(start * 3 + n * 5)}" for n in range(3, 3 + points)]
    return "\n".join([paragraph, "", *items])


def sentence(number: int) -> str:
    """Return one of a few sentences, with its markup."""
    return SENTENCES[number % len(SENTENCES)]


def plain_sentence(number: int) -> str:
    """Return the same as words alone."""
    return sentence(number).replace("**", "")


def quiz(number: int) -> str:
    """Return one question as our lessons write it; of five in a row, each has its own id."""
    choices = "".join(
        f"- [{'x' if n == number % 4 else ' '}] {plain_sentence(number + n)[:38].strip()}\n"
        f"    > {sentence(number + n + 4)}\n"
        for n in range(4)
    )
    why = sentence(number + 9)
    return (
        f"/// quiz | {sentence(number)}\n    id: cau-{number % 5}\n\n"
        f"{choices}\nGiải thích: {why}\n///\n"
    )


def as_list(number: int) -> str:
    """Return the same question as Markdown without blocks has it."""
    choices = "".join(
        f"- {plain_sentence(number + n)[:38].strip()}\n\n    {sentence(number + n + 4)}\n\n"
        for n in range(4)
    )
    return f"**{plain_sentence(number)}**\n\n{choices}Giải thích: {sentence(number + 9)}\n"


def _configurations(repository: Path, corpus: Corpus) -> None:
    """Write `plain.yml`, and `tuned.yml`: ours without what the package adds."""
    tuned = yaml.safe_load((repository / "mkdocs.yml").read_text(encoding="utf-8"))
    for name in ("hooks", "watch", "exclude_docs"):
        tuned.pop(name, None)
    tuned["theme"].pop("custom_dir", None)
    tuned["theme"].pop("favicon", None)
    tuned["site_url"] = PLAIN["site_url"]
    shared = {"markdown_extensions": tuned["markdown_extensions"]}
    for name, settings in (("plain", PLAIN | shared), ("tuned", tuned)):
        text = yaml.safe_dump(settings, allow_unicode=True, sort_keys=False)
        (corpus.plain / f"{name}.yml").write_text(text, encoding="utf-8")


def _write(folder: Path, text: str, *names: str) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name in names or TEXTS:
        (folder / name).write_text(text, encoding="utf-8")
