"""Pages for the component tests: small sites written to the contract of the real ones.

`build(folder)` is all the tests know. When the pages are to come from rendered Markdown,
this is the file to change.
"""

import json
import shutil
from html import escape
from pathlib import Path

import yaml

from golden.render import render
from projects import make_project
from vungxanh.site.assets import join

ROOT = Path(__file__).parents[2]
ASSETS = ROOT / "overrides" / "assets"
BUNDLES = ("site", "pages", "quiz")
EXIT = "https://exit.example.vn/thoi-tiet?q=1"
UI = yaml.safe_load((ROOT / "docs/_data/ui.yml").read_text(encoding="utf-8"))


def say(group: str, key: str, locale: str = "vi") -> str:
    """The words of the interface."""
    return UI[group][key][locale]


def quiz(
    name: str,
    stem: str,
    choices: list[tuple[str, bool, str]],
    *,
    explanation: str = "",
    hint: str = "",
    digest: str = "1a2b3c4d",
    locale: str = "vi",
) -> str:
    """One question, as the Markdown extension writes it: choices are text, right?, feedback."""
    kind = "multiple" if sum(right for _, right, _ in choices) > 1 else "single"
    box = "radio" if kind == "single" else "checkbox"
    rows, items = [], []
    for at, (text, right, feedback) in enumerate(choices, 1):
        rows.append(
            f'<div class="vx-choice"><input type="{box}" name="{name}" value="{at}" '
            f'id="{name}-{at}"><label for="{name}-{at}">{text}</label></div>'
        )
        word = say("quiz", "right" if right else "wrong", locale)
        items.append(
            f'<li data-choice="{at}"{" data-right" if right else ""}>'
            f'<p class="vx-feedback__choice"><span class="vx-mark">{word}</span> '
            f"<span>{text}</span></p>"
            + (f'<div class="vx-feedback__text"><p>{feedback}</p></div>' if feedback else "")
            + "</li>"
        )
    note = say("quiz", "instruction_multiple", locale)
    instruction = f'<p class="vx-quiz__instruction">{note}</p>' if kind == "multiple" else ""
    hints = (
        '<section class="vx-hint" data-search-exclude><details>'
        f"<summary>{say('quiz', 'hint', locale)}</summary><p>{hint}</p></details></section>"
    )
    return (
        f'<vx-quiz class="vx-quiz" id="{name}" data-type="{kind}" data-digest="{digest}">'
        f'<div class="vx-quiz__form"><fieldset><legend>'
        f'<span class="vx-quiz__number">Câu 1</span> <span>{stem}</span></legend>'
        f"{instruction}{''.join(rows)}</fieldset>{hints if hint else ''}"
        '<section class="vx-answer" data-search-exclude><details>'
        f"<summary>{say('quiz', 'answer', locale)}</summary>"
        f'<ol class="vx-feedback">{"".join(items)}</ol>'
        f'<div class="vx-explanation"><p>{explanation}</p></div>'
        "</details></section></div></vx-quiz>"
    )


LINK = quiz(
    "duong-dan",
    "Zalo của An gửi: “Bình chọn cho tớ nhé”, kèm một <strong>đường dẫn</strong>. Em làm gì?",
    [
        ("Bấm luôn kẻo An buồn", False, "Có thể An chưa hề gửi: tài khoản đã bị lấy."),
        ("Gọi hỏi An trước", True, "Nghe giọng An là biết ngay."),
        ("Chuyển tiếp cho nhóm lớp", False, "Nếu là đường dẫn xấu, cả lớp cùng gặp rắc rối."),
    ],
    explanation="Tài khoản quen vẫn có thể nằm trong tay người lạ.",
    hint="Tài khoản có thể bị người khác dùng.",
)
EVIDENCE = quiz(
    "bang-chung",
    "Bình bị ghép ảnh trong nhóm lớp. Những việc nào giúp được Bình?",
    [
        ("Nhắn riêng hỏi Bình có sao không", True, "Bình biết mình không một mình."),
        ("Mắng lại người đăng", False, "Tức là dễ hiểu. Nhưng nhóm sẽ cãi nhau."),
        ("Kể với cô chủ nhiệm", True, ""),
        ("Giữ lại lời nhắn trong nhóm", True, "Lời nhắn là bằng chứng."),
    ],
    explanation="Đứng về phía Bình, rồi gọi người lớn.",
    digest="22222222",
)


def page(
    body: str,
    *,
    path: str = "",
    title: str = "Bài học",
    locale: str = "vi",
    head: str = "",
    up: str = "",
) -> str:
    """A whole page. Its policy allows no inline handler and no inline script."""
    words = {key: text[locale] for key, text in UI["js"].items()}
    links = "".join(
        f'<link rel="stylesheet" href="{up}assets/{name}.css">'
        f'<script defer src="{up}assets/{name}.js"></script>'
        for name in BUNDLES
    )
    return (
        f'<!doctype html><html lang="{locale}"><head><meta charset="utf-8">'
        f"<title>{title}</title>"
        '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; '
        "script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:\">"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<link rel="canonical" href="https://vung-xanh.example.vn/{path}">{head}'
        "<noscript><style>@media screen { .vx-step, .vx-answer { display: block !important } }"
        "</style></noscript>"
        f'{links}<link rel="stylesheet" href="{up}look.css"></head><body dir="ltr">'
        f'<main class="md-typeset">{body}</main>'
        f'<script type="application/json" id="vx-ui">{json.dumps(words, ensure_ascii=False)}'
        "</script></body></html>"
    )


def tools(title: str, summary: str) -> str:
    """What stands around every lesson."""
    text = {key: words["vi"] for key, words in UI["page"].items()}
    mail = "mailto:vp@example.vn?subject=B%C3%A1o%20l%E1%BB%97i&amp;body=Trang%3A%20bai"
    return (
        '<p class="vx-webview" hidden></p><div class="vx-tools">'
        f'<p><button class="vx-share" type="button" hidden data-title="{escape(title)}" '
        f'data-summary="{escape(summary)}">{text["share"]}</button></p>'
        f'<p><button class="vx-print" type="button" hidden>{text["print"]}</button></p>'
        f'<p><button class="vx-reset" type="button" hidden>{text["reset"]}</button></p>'
        f'<p><a class="vx-report" href="{mail}">{text["report"]}</a></p></div>'
    )


def shared() -> str:
    """The switch for shared devices; a sensitive lesson has none."""
    return (
        '<p><button class="vx-shared" type="button" role="switch" aria-checked="false" hidden>'
        f"{say('page', 'shared')}</button></p>"
    )


def exit_link() -> str:
    """The quick exit with its honest note."""
    return (
        f'<p><a class="vx-exit" href="{EXIT}" rel="noreferrer">{say("page", "exit")}</a> '
        f"<small>{say('page', 'exit_note')}</small></p>"
    )


def lesson(name: str, quizzes: str, *, sensitive: bool = False) -> str:
    """The body of a lesson."""
    mark = " data-sensitive" if sensitive else ""
    return (
        f"<article><h1>Lời nhắn lúc 21 giờ 40</h1>{exit_link()}"
        f'<div class="vx-lesson" data-lesson="{name}"{mark}>'
        f"<p>Mười bảy người thả mặt cười.</p><h2>Thử sức</h2>{quizzes}"
        "<h2>Cần giúp</h2><p>Gọi 111.</p></div>"
        f"{tools('Lên tiếng & “giúp” <bạn>', 'Biết cách đứng về phía bạn.')}"
        f"{'' if sensitive else shared()}</article>"
    )


CARDS = (
    '<article><h1>Học sinh</h1><p class="vx-progress" hidden></p>'
    '<ul class="vx-cards" data-progress><li class="vx-card" data-lesson="CS-2" '
    'data-questions="duong-dan:1a2b3c4d bang-chung:22222222">'
    '<a href="bai/bai.html">Bắt nạt</a> <span class="vx-card__progress" hidden></span></li>'
    '<li class="vx-card" data-lesson="CS-3" data-questions="q:33333333">'
    'Bài ba <span class="vx-card__progress" hidden></span></li>'
    '<li class="vx-card" data-lesson="CS-4" data-questions="duong-dan:1a2b3c4d" data-sensitive>'
    'Giữ ảnh <span class="vx-card__progress" hidden></span></li></ul>'
    '<h2>THPT</h2><p class="vx-progress" hidden></p><ul class="vx-cards" data-progress>'
    '<li class="vx-card" data-lesson="PT-1" data-questions="x:44444444">'
    'Trước khi đăng <span class="vx-card__progress" hidden></span></li></ul></article>'
)


class Both(dict):
    """A word of the interface, as the registry knows it."""

    in_ = dict.__getitem__


WORDS = {group: {key: Both(text) for key, text in words.items()} for group, words in UI.items()}


def build(folder: Path) -> Path:
    """Write the site of the component tests into a folder."""
    shutil.copytree(ASSETS, folder / "assets")
    join(folder / "assets", WORDS)
    (folder / "look.css").write_text(
        "body{margin:0;font:17px/1.6 'Noto Sans',sans-serif;background:#fff;color:#17332a;"
        "--vx-green:#1b6b4a;--vx-ink:#17332a;--vx-paper:#fff;--vx-line:#6b8f7e;--vx-soft:#eef7f1}"
        "main{max-width:44rem;margin:auto;padding:1rem}",
        encoding="utf-8",
    )
    (folder / "bai").mkdir()
    text = (Path(__file__).parent / "kinds.md").read_text(encoding="utf-8")
    kinds, _ = render(make_project(folder / "nguon"), text, "lessons/hoc-sinh/mau/index.md")
    many = "".join(
        kinds.replace('id="', f'id="{at}-')
        .replace('for="', f'for="{at}-')
        .replace('name="', f'name="{at}-')
        .replace('href="#', f'href="#{at}-')
        for at in "abcde"
    )
    changed = LINK.replace("1a2b3c4d", "99999999")
    for path, text in {
        "bai/bai.html": page(lesson("CS-2", LINK + EVIDENCE), path="bai/bai", up="../"),
        "bai/doi.html": page(lesson("CS-2", changed + EVIDENCE), path="bai/doi", up="../"),
        "bai/nhay-cam.html": page(
            lesson("CS-4", LINK, sensitive=True), path="bai/nhay-cam", title="Trang", up="../"
        ),
        "bai/cau-hoi.html": page(lesson("CS-7", kinds), path="bai/cau-hoi", up="../"),
        "bai/kin.html": page(
            lesson("CS-8", kinds, sensitive=True), path="bai/kin", title="Trang", up="../"
        ),
        "bai/nhieu.html": page(lesson("CS-9", many), path="bai/nhieu", up="../"),
        "bai/le.html": page(LINK, path="bai/le", up="../"),  # a handbook page: no lesson
        "hoc-sinh.html": page(CARDS, path="hoc-sinh"),
    }.items():
        (folder / path).write_text(text, encoding="utf-8")
    return folder
