"""The one command of Vùng Xanh: `python3 scripts/run.py VERB …`.

Needs nothing but Python and git. The first call makes .venv from requirements.lock; then every verb
is handed to `python -m vungxanh.cli` inside it, save two that look after the house itself: `test`
and `update`. This file must be readable by Python 3.6, so that an old Python is told so kindly.
"""

import os
import sys

OLDEST = (3, 11)
REFUSED = 2


def too_old(version: "tuple[int, ...]") -> str:
    """Say what to do if this version of Python cannot run us; nothing if it can."""
    if tuple(version[:2]) >= OLDEST:
        return ""
    return (
        "Chưa chạy được: máy đang dùng Python {found}, Vùng Xanh cần Python {oldest} trở lên.\n"
        "  Cách sửa: cài Python mới từ https://www.python.org/downloads/ (chọn cài cho riêng\n"
        "  mình, không cần quyền quản trị), rồi gọi đúng bản đó, ví dụ:\n"
        "  python{oldest} scripts/run.py serve\n"
    ).format(
        found=".".join(str(number) for number in version[:3]),
        oldest=".".join(str(number) for number in OLDEST),
    )


def main() -> int:
    """Refuse an old Python; otherwise hand the arguments to the part that knows the verb."""
    refusal = too_old(sys.version_info[:3])
    if refusal:
        # Bytes, since an old Python may believe that its terminal only knows ASCII.
        sys.stderr.buffer.write(refusal.encode("utf-8"))
        return REFUSED
    sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))  # noqa: PTH100, PTH120 – 3.6
    from runner import verbs  # only now: it is written for the Python we ask for

    return verbs.run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
