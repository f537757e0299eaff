"""Why nothing was published, in the words of `messages.toml` (codes `publish-…`)."""

from collections.abc import Sequence

from vungxanh.problems import Lang, Problem
from vungxanh.publishing.git import masked


class PublishFailed(Exception):  # noqa: N818 - read aloud: publish failed
    """Nothing was published; `code` says why, `problems` are faults of the content behind it."""

    def __init__(self, code: str, problems: Sequence[Problem] = (), **values: str) -> None:
        super().__init__(code)
        self.code = code
        self.problems = list(problems)
        safe = {name: masked(value) for name, value in values.items()}
        self.problem = Problem(".", None, code, safe)

    def text(self, lang: Lang = "vi") -> str:
        """Return what happened and how to go on, two lines."""
        how = "Cách sửa" if lang == "vi" else "Mend"
        return f"{self.problem.message(lang)}\n  {how}: {self.problem.fix(lang)}"

    def __str__(self) -> str:
        return self.text()
