"""When the machine or the clone is at fault: what is said, and how to mend it.

In: the output of a tool that failed (pip, venv, npm, uv). Out: a Refusal with words for the person
at the keyboard. `verbs` prints it and ends with status 2.
"""

import re
import sys

LAST_LINES = 12
# How the person calls us here, for messages that name the next thing to type.
COMMAND = "vung-xanh" if sys.platform == "win32" else "python3 scripts/run.py"


class Refusal(Exception):  # noqa: N818 – it refuses, and says what to do; nothing of ours is wrong
    """The machine or the clone cannot do what is asked; the text says what to do about it."""


def say(text: str, end: str = "\n") -> None:
    """Speak to the person, never into the output of a verb."""
    print(text, end=end, file=sys.stderr, flush=True)


NO_HASH = """\
Chưa cài được thư viện: gói tải về không khớp mã kiểm tra (hash) trong tệp khóa.
  Thường là do requirements.lock bị sửa tay, hoặc máy chủ trung gian đã đổi nội dung gói.
  Cách sửa: lấy lại tệp khóa bằng lệnh
  git restore requirements.lock tests/requirements.lock tests/package-lock.json
  Nếu vừa đổi thư viện trong pyproject.toml: {command} update"""

DISK_FULL = """\
Chưa cài được thư viện: ổ đĩa đã đầy.
  Cách sửa: xóa bớt để có khoảng 250 MB trống (1,5 GB nếu chạy test), rồi gọi lại lệnh này."""

NOT_WRITABLE = """\
Chưa cài được thư viện: không ghi được vào thư mục của Vùng Xanh.
  Thường là do thư mục chỉ được đọc, là của người khác, hoặc một lệnh khác (như serve) đang mở.
  Cách sửa: đóng lệnh kia; hoặc chép cả thư mục vào nơi anh, chị ghi được, ví dụ thư mục Tài liệu,
  rồi gọi lại ở đó."""

BAD_CERTIFICATE = """\
Chưa tải được thư viện: máy chủ trung gian (proxy) của cơ quan dùng chứng chỉ mà máy chưa tin.
  Cách sửa: hỏi người quản trị mạng tệp chứng chỉ (.pem) rồi chỉ cho pip, ví dụ:
  pip config set global.cert /duong/dan/chung-chi.pem
  và, nếu chạy test, khai cho Node: NODE_EXTRA_CA_CERTS=/duong/dan/chung-chi.pem"""

NO_NETWORK = """\
Chưa tải được thư viện: máy không tới được kho gói Python.
  Lần đầu (và khi tệp khóa đổi) cần có mạng; những lần sau thì không.
  Cách sửa: nối mạng rồi gọi lại. Qua máy chủ trung gian của cơ quan thì khai trước, ví dụ:
  HTTPS_PROXY=http://proxy.co-quan.vn:8080 (Windows: set HTTPS_PROXY=…)"""

NO_WHEEL = """\
Chưa cài được thư viện: kho gói không có bản cho Python {python} trên máy này.
  Cách sửa: dùng một bản Python phổ biến từ 3.11 trở lên, ví dụ bản 3.12
  Kho gói nói: {detail}"""

UNKNOWN = """\
Chưa chuẩn bị được thư viện. Những dòng cuối của công cụ cài đặt:
{detail}
  Cách sửa: gọi lại lệnh một lần nữa; nếu vẫn vậy, gửi những dòng trên cho người phụ trách
  kỹ thuật."""

NO_GIT = """\
Chưa chạy được: máy chưa có git, chương trình giữ lịch sử của từng bài.
  Cách sửa: {how}
  rồi mở cửa sổ lệnh mới và gọi lại."""

NO_VENV = """\
Chưa chạy được: Python trên máy này thiếu phần venv, nơi cài thư viện riêng cho Vùng Xanh.
  Cách sửa: sudo apt-get install -y python{python}-venv
  rồi gọi lại. Máy không dùng apt: cài Python từ https://www.python.org/downloads/"""

# The first that fits is told, so what is certain comes before what is likely.
SIGNS = (
    (r"DO NOT MATCH THE HASHES|require-hashes mode|EINTEGRITY|[Hh]ash mismatch", NO_HASH),
    (r"Invalid requirement|does not appear to be a Python project|EJSONPARSE", NO_HASH),
    (r"No space left on device|Errno 28\b|Errno 122\b|ENOSPC|WinError 112", DISK_FULL),
    (r"Read-only file system|Permission denied|Errno 13\b|Errno 30\b|EROFS|EACCES", NOT_WRITABLE),
    (r"WinError (5|32)\b|EBUSY|EPERM", NOT_WRITABLE),
    (r"CERTIFICATE_VERIFY_FAILED|SELF_SIGNED_CERT|UNABLE_TO_VERIFY|UnknownIssuer", BAD_CERTIFICATE),
    (
        r"NewConnectionError|Failed to establish|Connect(ion)? ?(Timeout|Error|Reset|refused)"
        r"|ReadTimeout|[Tt]imed out|ProxyError|name resolution|getaddrinfo|dns error"
        r"|Network is unreachable|ECONN|ETIMEDOUT|ENOTFOUND|EAI_AGAIN|error sending request",
        NO_NETWORK,
    ),
    (r"ensurepip is not\s+available|No module named (venv|ensurepip)", NO_VENV),
    (r"No matching distribution|Could not find a version|EBADPLATFORM", NO_WHEEL),
)


def explain(output: str) -> str:
    """Turn the output of a failed tool into what a person can do."""
    message = next((text for sign, text in SIGNS if re.search(sign, output)), UNKNOWN)
    lines = [line.rstrip() for line in output.splitlines() if line.strip()]
    errors = [line for line in lines if line.startswith("ERROR")]
    detail = errors[-1] if message is NO_WHEEL and errors else "\n".join(lines[-LAST_LINES:])
    python = f"{sys.version_info.major}.{sys.version_info.minor}"
    return message.format(detail=detail, python=python, command=COMMAND)


def no_git() -> str:
    """Say how this kind of machine gets git."""
    how = {
        "win32": "cài Git từ https://git-scm.com/download/win (không cần quyền quản trị)",
        "darwin": "xcode-select --install",
    }.get(sys.platform, "sudo apt-get install -y git")
    return NO_GIT.format(how=how)
