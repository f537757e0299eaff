"""What the verbs that change the published branch share: they act, or say why not."""

from collections.abc import Callable

from vungxanh.arguments import REFUSED
from vungxanh.commands.common import FAULTS, OK, build_failed, say, tell


def act(deed: Callable[[], str]) -> int:
    """Do `deed` and say what it returns; or say why it was not done. Return the exit status."""
    from vungxanh.publishing import PublishFailed
    from vungxanh.site.build import BuildFailed

    try:
        done = deed()
    except BuildFailed as failed:
        return build_failed(failed)
    except PublishFailed as failed:
        if failed.problems:
            tell(failed.problems)
        say(str(failed))
        return FAULTS if failed.problems else REFUSED
    say(done)
    return OK
