"""Reads a calendar from standard input by the icalendar library; prints its days as JSON."""

import json
import sys

import icalendar

data = sys.stdin.buffer.read()
calendar = icalendar.Calendar.from_ical(data)
assert not calendar.errors, calendar.errors
days = []
for event in calendar.walk("VEVENT"):
    assert not event.errors, event.errors
    days.append(
        {
            "uid": str(event["UID"]),
            "day": event["DTSTART"].dt.isoformat(),
            "end": event["DTEND"].dt.isoformat(),
            "sequence": int(event["SEQUENCE"]),
            "changed": event["LAST-MODIFIED"].dt.isoformat(),
            "summary": str(event["SUMMARY"]),
            "details": str(event.get("DESCRIPTION", "")),
        }
    )
lines = data.split(b"\r\n")
print(
    json.dumps(
        {
            "version": str(calendar["VERSION"]),
            "product": str(calendar["PRODID"]),
            "name": str(calendar["X-WR-CALNAME"]),
            "days": days,
            "longest": max(len(line) for line in lines),
            "bareBreaks": sum(b"\n" in line or b"\r" in line for line in lines),
        }
    )
)
