"""A mail server on loopback: keeps its port and what it is sent in a folder, and ends by itself."""

import json
import os
import pathlib
import signal
import socket
import sys
import time

from aiosmtpd.controller import Controller


class Keep:
    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.count = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        if address.startswith("refused"):
            return "550 no such mailbox"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        self.count += 1
        name = self.folder / f"{self.count:03}"
        name.with_suffix(".json").write_text(
            json.dumps({"sender": envelope.mail_from, "recipients": envelope.rcpt_tos})
        )
        name.with_suffix(".eml").write_bytes(envelope.original_content)
        return "250 kept"


# A program that starts it from a worker thread hands down a mask that would keep it from being stopped;
# and whoever started it and is gone cannot stop it: it ends by itself then, and at the latest in an hour. A
# test that runs beside a thousand others may be minutes from one line to the next.
signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGTERM, signal.SIGALRM})
signal.alarm(3600)
parent = os.getppid()
with socket.socket() as free:
    free.bind(("127.0.0.1", 0))
    port = free.getsockname()[1]
controller = Controller(Keep(sys.argv[1]), hostname="127.0.0.1", port=port)
controller.start()
written = pathlib.Path(sys.argv[1], "port.part")
written.write_text(str(port))
written.rename(written.with_suffix(""))
while os.getppid() == parent:
    time.sleep(1)
