"""Floor 7: the one command. Arguments in, exit status out; each verb is one function."""

import argparse
import datetime
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from vungxanh import printing
from vungxanh.arguments import REFUSED, Parser, count, counts, port, report_options
from vungxanh.printing import FORMS
from vungxanh.problems import Lang, Level, Problem, in_order
from vungxanh.readers.project import Project, read_project
from vungxanh.reporting import report, tally

ROOT = Path(__file__).resolve().parents[2]
OK, FAULTS = 0, 1
PORT = 8000
BROWSER = "VUNGXANH_BROWSER"  # run.py puts the browser it has found here


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; return 0: all well, 1: a problem of content, 2: the command or the machine."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="replace")
    parser = _parser()
    options = parser.parse_args(arguments)
    if not options.verb:
        parser.print_help()
        return REFUSED
    try:
        verb: Callable[[argparse.Namespace], int] = options.run
        return verb(options)
    except KeyboardInterrupt:
        say("Đã dừng.")
        return REFUSED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return REFUSED
    except OSError as error:
        return _refuse(f"Máy không đọc hay ghi được {error.filename or 'tệp'}: {error.strerror}.")


def say(text: str) -> None:
    """Tell the person at the terminal; what a program reads goes to standard output instead."""
    print(text, file=sys.stderr, flush=True)


def _parser() -> argparse.ArgumentParser:
    parser = Parser(prog="run.py", description="Vùng Xanh: viết bài, kiểm tra, xuất bản.")
    verbs = parser.add_subparsers(dest="verb", metavar="VIỆC", parser_class=Parser)

    def verb(name: str, run: Callable[[argparse.Namespace], int], text: str) -> Parser:
        one: Parser = verbs.add_parser(name, help=text, description=text)
        one.set_defaults(run=run)
        return one

    one = verb("serve", _serve, "dựng trang, mở ở 127.0.0.1 và dựng lại mỗi khi lưu")
    one.add_argument("--port", type=port, default=PORT, help="cổng, thường là 8000")
    one = verb("build", _build, "dựng trang hoàn chỉnh vào site/")
    one.add_argument("--out", type=Path, default=ROOT / "site", help="thư mục nhận trang")
    one.add_argument("--site-url", help="địa chỉ công khai, hết bằng dấu /")
    one = verb("check", _check, "kiểm tra mọi bài, mọi trang; chỉ xem, không sửa gì")
    one.add_argument("paths", nargs="*", help="chỉ báo về các tệp hay thư mục này")
    one.add_argument("--changed", action="store_true", help="chỉ báo về tệp đã đổi so với git")
    report_options(one)
    one = verb("links", _links, "kiểm tra mọi đường dẫn của một trang đã dựng")
    one.add_argument("site", type=Path, help="thư mục của trang đã dựng")
    one.add_argument("--base-url", help="địa chỉ công khai của trang")
    one.add_argument("--entry", help="trang đầu, ví dụ index.html")
    report_options(one)
    one = verb("confirm", _confirm, "ghi nhận là có người đã xem lại bài hoặc bản dịch")
    one.add_argument("paths", nargs="+", help="tệp .md đã xem lại")
    one = verb("print", _print, "in phiếu học tập, giáo án, đáp án… ra PDF")
    one.add_argument("lesson", metavar="BÀI", help="ví dụ hoc-sinh/bat-nat-tren-mang, hay CS-2")
    one.add_argument("--form", choices=FORMS, required=True, help="in thứ nào")
    one.add_argument("--shuffle", type=count, default=0, metavar="N", help="số mã đề, từ mã 101")
    one.add_argument("--lang", choices=("vi", "en"), default="vi", help="ngôn ngữ của bản in")
    one.add_argument("--output", type=Path, help="ghi vào tệp này, hay vào thư mục này")
    one = verb("publish", _publish, "kiểm tra, dựng và đưa một ấn bản mới lên")
    one.add_argument("version", help="tên ấn bản, ví dụ 2026.1")
    one = verb("bench", _bench, "đo xem dựng trang nhanh hay chậm so với MkDocs")
    one.add_argument("--sizes", type=counts, default=[50, 200, 1000], help="số bài, ví dụ 50,200")
    one.add_argument("--runs", type=count, default=3, help="số lượt, các cách dựng chạy xen kẽ")
    one.add_argument("--pages", action="store_true", help="đo trang trên điện thoại, không đo dựng")
    # Two verbs live in run.py, before there is any environment to run this in.
    verbs.add_parser("test", help="chạy mọi kiểm thử, cả trình duyệt")
    verbs.add_parser("update", help="làm lại các tệp khóa phiên bản")
    return parser


def _show(problems: list[Problem], options: argparse.Namespace) -> int:
    """Write the report where it was asked for; return the exit status it means."""
    lang: Lang = options.lang
    ordered = in_order(problems)
    text = report(ordered, options.format, lang)
    if options.output:
        try:
            options.output.write_text(text + "\n", encoding="utf-8")
        except OSError as error:
            return _refuse(f"Không ghi được vào {options.output} ({error.strerror}).")
    elif text:
        print(text)
    if options.format == "text" or options.output:
        say(tally(ordered, lang))
    limit = Level(options.fail_on).weight
    return FAULTS if any(problem.level.weight >= limit for problem in ordered) else OK


def _refuse(text: str) -> int:
    say(text)
    return REFUSED


def _project() -> tuple[Project | None, list[Problem]]:
    from vungxanh.checks import check_structure

    project, problems = read_project(ROOT)
    return project, check_structure(project) if project else problems


def _serve(options: argparse.Namespace) -> int:
    from vungxanh.site.build import BuildFailed
    from vungxanh.site.serve import HOST, PortTaken, serve

    def ready(address: str) -> None:
        say(f"Trang đã mở ở {address}\nLưu bài là trang tự đổi. Bấm Ctrl+C để dừng.")

    def built(failed: BuildFailed | None) -> None:
        problems = (failed and failed.problems) or _project()[1]
        for problem in in_order(problems):
            if problem.level is Level.ERROR:
                print(report([problem], "text", "vi"))
        for reason in failed.reasons if failed else []:
            say(reason)
        if not failed:
            say(f"{datetime.datetime.now():%H:%M:%S}  Đã dựng xong.")

    say("Đang dựng trang lần đầu…")
    try:
        serve(ROOT, options.port, ready, built)
    except PortTaken:
        return _refuse(
            f"Cổng {options.port} đang có chương trình khác dùng, có thể là một cửa sổ khác.\n"
            f"  Cách sửa: đóng cửa sổ đó, hoặc chọn cổng khác: serve --port {options.port + 1}\n"
            f"  rồi mở http://{HOST}:{options.port + 1}/"
        )
    return OK


def _build(options: argparse.Namespace) -> int:
    from vungxanh.site.build import BuildFailed, build

    out = options.out.resolve()
    say("Đang dựng trang…")
    try:
        build(ROOT, out, options.site_url)
    except BuildFailed as failed:
        return _build_failed(failed)
    say(f"Đã dựng xong: {out}")
    return OK


def _build_failed(failed: Exception) -> int:
    problems: list[Problem] = getattr(failed, "problems", [])
    if problems:
        print(report(in_order(problems), "text", "vi"))
        say(tally(problems, "vi"))
        say("Chưa dựng được; bản dựng tốt gần nhất vẫn còn nguyên.")
        return FAULTS
    say("Chưa dựng được; bản dựng tốt gần nhất vẫn còn nguyên. Lý do:")
    say(f"  {failed}")
    return REFUSED


def _check(options: argparse.Namespace) -> int:
    project, problems = _project()
    names = _changed() if options.changed else None
    if options.changed and names is None:
        return _refuse("--changed cần git; ở đây không phải kho git.")
    wanted = [_repository_path(path) for path in options.paths]
    missing = [path for path in wanted if not (ROOT / path).exists()]
    if missing:
        return _refuse(f"Không thấy {', '.join(missing)}. Ví dụ đúng: check lessons/hoc-sinh")
    if project is None:  # nothing could be held against the registries, so they come first
        wanted, names = [], None
    if names is not None:
        problems = [problem for problem in problems if problem.file in names]
    if wanted:
        problems = [p for p in problems if any(_within(p.file, path) for path in wanted)]
    return _show(problems, options)


def _repository_path(path: str) -> str:
    full = Path(path).resolve()
    return full.relative_to(ROOT).as_posix() if full.is_relative_to(ROOT) else path


def _within(file: str, path: str) -> bool:
    return path in (".", file) or file.startswith(path.rstrip("/") + "/")


def _changed() -> set[str] | None:
    command = ["git", "-C", str(ROOT), "status", "--porcelain", "-z", "--untracked-files=all"]
    result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    if result.returncode:
        return None
    return {entry[3:] for entry in result.stdout.split("\0") if entry}


def _links(options: argparse.Namespace) -> int:
    from vungxanh.links import check_site

    if not options.site.is_dir():
        return _refuse(f"Không thấy thư mục {options.site}. Hãy chạy build trước.")
    return _show(check_site(options.site, options.base_url, options.entry), options)


def _confirm(options: argparse.Namespace) -> int:
    from vungxanh.editing import confirm

    project, problems = read_project(ROOT)
    if project is None:
        print(report(in_order(problems), "text", "vi"))
        return FAULTS
    wanted = [_repository_path(path) for path in options.paths]
    changed = confirm(project, wanted, datetime.date.today())
    for path in changed:
        say(f"Đã ghi nhận: {path}")
    missing = [path for path in wanted if path not in changed]
    if missing:
        return _refuse(f"Không có gì để ghi nhận ở: {', '.join(missing)}")
    return OK


@contextmanager
def _drafts(variable: str) -> Iterator[None]:
    """Let a build show drafts, which are looked at on paper, too."""
    before = os.environ.get(variable, "")
    os.environ[variable] = "1"
    try:
        yield
    finally:
        os.environ[variable] = before


def _print(options: argparse.Namespace) -> int:
    from vungxanh.site.build import BuildFailed, build
    from vungxanh.site.events import DRAFTS

    browser = os.environ.get(BROWSER)
    if not browser:
        return _refuse(f"Chưa in được: gọi lệnh này qua run.py, hoặc đặt biến {BROWSER}.")
    project, problems = _project()
    if project is None:
        return _build_failed(BuildFailed(problems, []))
    try:
        lesson = printing.find_lesson(project, options.lesson)
        page = printing.page_of(project, lesson, options.form, options.lang, options.shuffle)
        folder = lesson.path.rpartition("/")[0]
        mine = [p for p in problems if p.level is Level.ERROR and _within(p.file, folder)]
        if mine:
            return _build_failed(BuildFailed(mine, []))
        name = printing.file_name(lesson, options.form, options.lang, options.shuffle)
        target = (options.output or Path(name)).resolve()
        if target.is_dir():
            target /= name
        say("Đang dựng trang…")
        with (
            _drafts(DRAFTS),
            tempfile.TemporaryDirectory(prefix="vung-xanh-", ignore_cleanup_errors=True) as room,
        ):
            site = Path(room).resolve() / "site"
            build(ROOT, site, strict=False)
            say("Đang in…")
            printing.to_pdf(Path(browser), site, page, target)
    except BuildFailed as failed:
        return _build_failed(failed)
    except printing.NotPrinted as reason:
        return _refuse(str(reason))
    say(f"Đã in: {target}")
    return OK


def _publish(options: argparse.Namespace) -> int:
    from vungxanh.publishing import PublishFailed, publish
    from vungxanh.site.build import BuildFailed, build

    try:
        published = publish(
            ROOT, options.version, build=build, check=lambda: _project()[1], say=say
        )
    except BuildFailed as failed:
        return _build_failed(failed)
    except PublishFailed as failed:
        if failed.problems:
            print(report(in_order(failed.problems), "text", "vi"))
        say(str(failed))
        return FAULTS if failed.problems else REFUSED
    say(f"Đã xuất bản {published.version}: {published.url}")
    return OK


def _bench(options: argparse.Namespace) -> int:
    from vungxanh.bench import builds, pages
    from vungxanh.bench.measure import Unmeasured
    from vungxanh.site.build import BuildFailed

    def progress(text: str) -> None:
        """Show what is being done, in the place of what was; nothing in a pipe."""
        if sys.stderr.isatty():
            print(f"{text:<70}", end="\r", file=sys.stderr, flush=True)

    try:
        if options.pages:
            print(pages.look_at_ours(ROOT, progress))
        else:
            for table in builds.compare(ROOT, options.sizes, options.runs, progress):
                print(table, flush=True)
    except BuildFailed as failed:
        return _build_failed(failed)
    except Unmeasured as reason:
        return _refuse(f"Chưa đo được: {reason}")
    return OK


if __name__ == "__main__":
    sys.exit(main())
