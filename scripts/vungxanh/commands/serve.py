"""`serve`: the site while it is being written."""

import argparse
import datetime

from vungxanh.arguments import port
from vungxanh.commands.common import OK, ROOT, refuse, say, tell
from vungxanh.problems import Level

PORT = 8000

NAME = "serve"
HELP = "dựng trang, mở ở 127.0.0.1 và dựng lại mỗi khi lưu"


def arguments(parser: argparse.ArgumentParser) -> None:
    """Say what the verb takes."""
    parser.add_argument("--port", type=port, default=PORT, help="cổng, thường là 8000")


def run(options: argparse.Namespace) -> int:
    """Serve until Ctrl+C."""
    from vungxanh.site.checking import State
    from vungxanh.site.serve import HOST, PortTaken, serve

    def ready(address: str) -> None:
        say(f"Trang đã mở ở {address}\nLưu bài là trang tự đổi. Bấm Ctrl+C để dừng.")

    def built(state: State) -> None:
        if errors := [problem for problem in state.problems if problem.level is Level.ERROR]:
            tell(errors)
        for reason in state.failed.reasons if state.failed else []:
            say(reason)
        if not state.failed:
            say(f"{datetime.datetime.now():%H:%M:%S}  Đã dựng xong.")

    say("Đang dựng trang lần đầu…")
    try:
        serve(ROOT, options.port, ready, built)
    except PortTaken:
        return refuse(
            f"Cổng {options.port} đang có chương trình khác dùng, có thể là một cửa sổ khác.\n"
            f"  Cách sửa: đóng cửa sổ đó, hoặc chọn cổng khác: serve --port {options.port + 1}\n"
            f"  rồi mở http://{HOST}:{options.port + 1}/"
        )
    return OK
