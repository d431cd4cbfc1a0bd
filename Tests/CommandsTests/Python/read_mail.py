"""Reads what a mail server kept, or a saved draft, by Python's own library; prints it as JSON."""

import email
import email.policy
import json
import pathlib
import sys


def told(path):
    message = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
    envelope = path.with_suffix(".json")
    envelope = json.loads(envelope.read_text()) if envelope.exists() else {}
    return {
        "envelopeSender": envelope.get("sender", ""),
        "envelopeRecipients": envelope.get("recipients", []),
        "isSecret": envelope.get("isSecret", False),
        "user": envelope.get("user", ""),
        "from": str(message["From"] or ""),
        "to": [address.addr_spec for address in message["To"].addresses],
        "toNames": [address.display_name for address in message["To"].addresses],
        "subject": str(message["Subject"]),
        "id": str(message["Message-ID"]).strip(),
        "date": message["Date"].datetime.isoformat(),
        "automatic": str(message["Auto-Submitted"] or ""),
        "unsent": str(message["X-Unsent"] or ""),
        "text": message.get_content().replace("\r\n", "\n"),
        "defects": [str(defect) for defect in message.defects]
        + [str(d) for value in message.values() for d in getattr(value, "defects", [])],
        "longest": max(len(line) for line in path.read_bytes().split(b"\r\n")),
        "isASCII": path.read_bytes().isascii(),
    }


place = pathlib.Path(sys.argv[1])
files = sorted(place.glob("*.eml")) if place.is_dir() else [place]
print(json.dumps([told(path) for path in files]))
