"""Prints one event of a calendar as JSON, read with icalendar; or the faults of a feed, read with feedparser."""

import datetime
import json
import sys

if sys.argv[1] == "calendar":
    import icalendar

    with open(sys.argv[2], encoding="utf-8", newline="") as file:
        calendar = icalendar.Calendar.from_ical(file.read())
    (event,) = [one for one in calendar.walk("VEVENT") if str(one["UID"]) == sys.argv[3]]

    def instant(name):
        return event[name].dt.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")

    found = {"stamp": instant("DTSTAMP"), "modified": instant("LAST-MODIFIED")}
    print(json.dumps({**found, "sequence": int(event["SEQUENCE"]), "status": str(event["STATUS"])}))
else:
    import feedparser

    feed = feedparser.parse(sys.argv[2])
    wrong = [str(feed.bozo_exception)] if feed.bozo else []
    for name in ("title", "link", "language", "subtitle"):
        if not feed.feed.get(name):
            wrong.append(f"no {name}")
    for entry in feed.entries:
        if not entry.link.startswith("http") or entry.id != entry.link:
            wrong.append(f"wrong link or id: {entry.link}")
        if entry.get("published_parsed") is None:
            wrong.append(f"no date in {entry.link}")
        if "<p>" not in entry.content[0].value:
            wrong.append(f"no text in {entry.link}")
    dates = [entry.published_parsed for entry in feed.entries]
    if not dates or dates != sorted(dates, reverse=True):
        wrong.append("entries not sorted by date, newest first")
    print("; ".join(wrong) or "ok")
