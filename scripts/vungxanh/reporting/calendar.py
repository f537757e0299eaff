"""What `review` has found, as an iCalendar file (RFC 5545) that Outlook and telephones open.

One all-day event for each kind and day: fifty documents that are due on one day are one event.
What is overdue or waits for an answer stands on today, where it will be seen.
"""

import datetime
from urllib.parse import urlsplit

from icalendar import Calendar, Event

from vungxanh.due import Agenda
from vungxanh.model.site import Site
from vungxanh.problems import Lang
from vungxanh.reporting.agenda import Group, groups
from vungxanh.reporting.words import day, words


def calendar(agenda: Agenda, site: Site, lang: Lang) -> str:
    """Return the calendar; the same thing has the same UID in each, so that importing updates."""
    found = Calendar()
    found.add("prodid", "-//Vung Xanh//review//VI")
    found.add("version", "2.0")
    found.add("method", "PUBLISH")
    name = f"{site.name.in_(lang)}: {words(lang)['due_calendar']}"
    found.add("name", name)
    found.add("x-wr-calname", name)
    for group in groups((*agenda.overdue, *agenda.coming, *agenda.waiting)):
        found.add_component(_event(group, agenda.today, site, lang))
    written: bytes = found.to_ical()
    return written.decode("utf-8")


def _event(group: Group, today: datetime.date, site: Site, lang: Lang) -> Event:
    said, date = words(lang), group.first.date
    shown = max(date, today) if date else today
    lines = group.names(lang)
    if date and date < today:
        lines.insert(0, said["due_since"].format(date=day(date, lang)))
    event = Event()
    event.add("uid", f"{_name(group)}@{urlsplit(site.url).hostname}")
    event.add("dtstamp", datetime.datetime.combine(today, datetime.time(), datetime.UTC))
    event.add("dtstart", shown)
    event.add("dtend", shown + datetime.timedelta(days=1))
    event.add("summary", f"{site.name.in_(lang)}: {group.title(lang)}")
    event.add("description", "\n".join([*lines, "", group.todo(lang), group.first.file]))
    event.add("transp", "TRANSPARENT")  # it takes nobody's whole day
    return event


def _name(group: Group) -> str:
    """Return a name that the same group has again: kind and day, and the registry of facts."""
    first = group.first
    registry = first.file.rpartition("/")[2].removesuffix(".yml") if first.why == "fact" else ""
    parts = (first.why.replace("_", "-"), registry, first.date.isoformat() if first.date else "")
    return "-".join(filter(None, parts))
