"""`fix`: mends what has one right answer, and shows what it changed."""

import argparse
import difflib

from vungxanh.commands.common import OK, ROOT, refuse, repository_path, say, within

NAME = "fix"
HELP = "sửa những chỗ chỉ có một cách đúng, rồi cho xem đã sửa gì"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="*", help="chỉ sửa các tệp hay thư mục này")


def run(options: argparse.Namespace) -> int:
    """Mend, show the difference, say how to take it back."""
    from vungxanh.mending import mend, visible

    wanted = [repository_path(path) for path in options.paths]
    if missing := [path for path in wanted if not (ROOT / path).exists()]:
        return refuse(f"Không thấy {', '.join(missing)}. Ví dụ đúng: fix lessons/hoc-sinh")
    changed = mend(ROOT, lambda file: not wanted or any(within(file, path) for path in wanted))
    for file, texts in changed.items():
        before, after = (visible(text).split("\n") for text in texts)
        for line in difflib.unified_diff(before, after, file, file, lineterm="", n=0):
            print(line)
    if not changed:
        say("Không có chỗ nào để sửa.")
        return OK
    files = " ".join(changed)
    say(f"Đã sửa {len(changed)} tệp; ⍽ là dấu cách không ngắt. Đọc lại trước khi lưu vào git.")
    say(f"Muốn bỏ mọi thay đổi chưa lưu vào git của các tệp này: git checkout -- {files}")
    return OK
