"""Floor 5: editions in git. The site's build and the checks are handed in."""

from vungxanh.publishing.failures import PublishFailed
from vungxanh.publishing.package import package
from vungxanh.publishing.preview import preview
from vungxanh.publishing.publish import Published, publish
from vungxanh.publishing.retire import restore, retire
from vungxanh.publishing.rollback import rollback
from vungxanh.publishing.verify import verify

__all__ = [
    "PublishFailed",
    "Published",
    "package",
    "preview",
    "publish",
    "restore",
    "retire",
    "rollback",
    "verify",
]
