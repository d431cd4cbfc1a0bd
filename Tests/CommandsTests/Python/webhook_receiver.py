"""A receiver of webhooks on loopback: checks each by its own code, keeps it in a folder, and ends by itself.

Arguments: the folder, the secret, and the port (0 for any). The file "answer" in the folder, where there is
one, says what it answers: a status, and after how many messages that begins.
"""

import base64
import hashlib
import hmac
import http.server
import json
import os
import pathlib
import signal
import sys
import threading
import time

folder = pathlib.Path(sys.argv[1])
key = base64.b64decode(sys.argv[2].removeprefix("whsec_"), validate=True)


def faults(headers, body):
    """What is wrong with a message, by Standard Webhooks and CloudEvents 1.0 in structured mode."""
    wrong = []
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    code = base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
    signatures = headers["webhook-signature"].split(" ")
    if not any(hmac.compare_digest(one, "v1," + code) for one in signatures):
        wrong.append("signature")
    if headers.get_content_type() != "application/cloudevents+json":
        wrong.append("content type")
    event = json.loads(body.decode("utf-8"))
    for name in ["id", "source", "type", "subject", "time"]:
        if not isinstance(event.get(name), str) or not event[name]:
            wrong.append(name)
    if event.get("specversion") != "1.0":
        wrong.append("specversion")
    if event.get("datacontenttype") != "application/json" or not isinstance(event["data"], dict):
        wrong.append("data")
    if headers["webhook-id"] != event["id"]:
        wrong.append("webhook-id")
    return wrong


class Receiver(http.server.BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["content-length"]))
        count = len(list(folder.glob("*.message")))
        status = 204
        answer = folder / "answer"
        if answer.exists():
            refusal, after = answer.read_text().split()
            if count >= int(after):
                status = int(refusal)
        if status == 204:
            kept = {
                "faults": faults(self.headers, body),
                "path": self.path,
                "timestamp": int(self.headers["webhook-timestamp"]),
                "signatures": len(self.headers["webhook-signature"].split(" ")),
                "event": json.loads(body),
                "size": len(body),
            }
            part = folder / f"{count + 1:04}.part"
            part.write_text(json.dumps(kept))
            part.rename(part.with_suffix(".message"))
        self.send_response(status)
        if status == 301:
            self.send_header("location", "/elsewhere")
        self.end_headers()

    def log_message(self, *_):
        pass


# As the mail server beside it: it can be stopped, and ends when whoever started it is gone.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGALRM})
signal.alarm(3600)
parent = os.getppid()
http.server.HTTPServer.allow_reuse_address = True
server = http.server.HTTPServer(("127.0.0.1", int(sys.argv[3])), Receiver)
threading.Thread(target=server.serve_forever, daemon=True).start()
written = folder / "port.part"
written.write_text(str(server.server_port))
written.rename(written.with_suffix(""))
while os.getppid() == parent:
    time.sleep(1)
