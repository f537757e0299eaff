"""Binds MkDocs events to `vungxanh.site`; all behaviour is there.

MkDocs loads this file once a process and keeps it for every build. `mike` and plain `mkdocs build`
come through it too.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from vungxanh.site.events import Events

_events = Events(Path(__file__).resolve().parent.parent)

on_config = _events.on_config
on_files = _events.on_files
on_nav = _events.on_nav
on_page_markdown = _events.on_page_markdown
on_page_content = _events.on_page_content
on_page_context = _events.on_page_context
on_template_context = _events.on_template_context
on_post_template = _events.on_post_template
on_post_page = _events.on_post_page
on_post_build = _events.on_post_build
