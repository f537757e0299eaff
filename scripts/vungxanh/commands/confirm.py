"""`confirm`: a person has looked at a lesson or a translation."""

import argparse
import datetime

from vungxanh.arguments import REFUSED
from vungxanh.commands.common import FAULTS, OK, ROOT, repository_path, say, tell
from vungxanh.readers.project import read_project
from vungxanh.text.dates import months_after, vietnamese_date

NAME = "confirm"
HELP = "ghi nhận là có người đã xem lại bài hoặc bản dịch"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("paths", nargs="+", help="tệp .md đã xem lại")


def run(options: argparse.Namespace) -> int:
    """Write the review date and the digest of what was translated."""
    from vungxanh.editing import confirm

    project, problems = read_project(ROOT)
    if not project.registries.whole:
        tell(problems)
        return FAULTS
    wanted = [repository_path(path) for path in options.paths]
    today = datetime.date.today()
    changed = confirm(project, wanted, today)
    again = months_after(today, project.registries.site.review.lessons)
    for path in changed:
        due = f", rà soát lại trước ngày {vietnamese_date(again)}" if _is_lesson(path) else ""
        say(f"Đã ghi nhận: {path}{due}")
    missing = [path for path in wanted if path not in changed]
    for path in missing:
        say(f"Không có gì để ghi nhận ở: {path}\n  {_why_not(path)}")
    return REFUSED if missing else OK


def _is_lesson(path: str) -> bool:
    return not path.endswith(".en.md")


def _why_not(path: str) -> str:
    """Say why nothing could be written into `path`, and which file was meant."""
    if not (ROOT / path).exists():
        return "Không thấy tệp này. Ví dụ đúng: confirm lessons/hoc-sinh/dung-roi-ke/index.md"
    if (ROOT / path).is_dir():
        return f"Đây là thư mục. Hãy ghi từng tệp, ví dụ {path.rstrip('/')}/index.md"
    if path.rpartition("/")[2].startswith("giao-an"):
        return "Giáo án được rà soát cùng bài: hãy ghi tệp index.md bên cạnh."
    if path.startswith("docs/") and path.endswith(".md") and not path.endswith(".en.md"):
        return "Trang tiếng Việt không ghi ngày rà soát; chỉ bài và bản dịch .en.md mới ghi."
    return "Máy chưa đọc được tệp này như một bài hay một bản dịch. Hãy chạy check trước."
