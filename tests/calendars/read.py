"""Reads iCalendar files with icalendar, using only the VTIMEZONE in each file, and with vobject.

Prints a line of JSON per event: file, UID, and the start and end according to each library (UTC, or a day).
"""

import datetime
import json
import sys

import icalendar
import vobject


def plain(value, zone=None):
    if not isinstance(value, datetime.datetime):
        return value.isoformat()
    if zone is not None:
        value = zone.localize(value.replace(tzinfo=None))
    return value.astimezone(datetime.timezone.utc).strftime("%Y-%m-%dT%H:%MZ")


for path in sys.argv[1:]:
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    calendar = icalendar.Calendar.from_ical(text)
    zones = {str(zone["TZID"]): zone.to_tz() for zone in calendar.walk("VTIMEZONE")}
    other = vobject.readOne(text)
    other.validate()
    others = {event.uid.value: event for event in other.vevent_list}
    for event in calendar.walk("VEVENT"):
        if event.errors:
            sys.exit(f"{path}: {event.errors}")
        twin = others[str(event["UID"])]
        found = {"file": path, "uid": str(event["UID"])}
        for name in ("DTSTART", "DTEND"):
            if name not in event:
                found[name] = [None, getattr(twin, name.lower()).value if hasattr(twin, name.lower()) else None]
                continue
            zone = zones.get(event[name].params.get("TZID"))
            found[name] = [plain(event[name].dt, zone), plain(getattr(twin, name.lower()).value)]
        print(json.dumps(found))
