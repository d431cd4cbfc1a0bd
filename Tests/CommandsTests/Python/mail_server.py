"""A mail server on loopback: keeps its port and what it is sent in a folder, and ends by itself.

Arguments: the folder; for one that is secret and wants a login, also its certificate, its key, a user and a
password, and "from-start" where all is secret from the start.
"""

import json
import os
import pathlib
import signal
import socket
import ssl
import sys
import time

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, SMTP


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
            json.dumps(
                {
                    "sender": envelope.mail_from,
                    "recipients": envelope.rcpt_tos,
                    "isSecret": server.transport.get_extra_info("ssl_object") is not None,
                    "user": session.auth_data.login.decode() if session.authenticated else "",
                }
            )
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


class Secret(Controller):
    """One that talks of nothing but by TLS, and to nobody who has not logged in."""

    def __init__(self, handler, certificate, key, from_start, **words):
        self.tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self.tls.load_cert_chain(certificate, key)
        super().__init__(handler, ssl_context=self.tls if from_start else None, **words)

    def factory(self):
        return SMTP(
            self.handler,
            hostname="localhost",
            tls_context=None if self.ssl_context else self.tls,
            require_starttls=not self.ssl_context,
            auth_required=True,
            auth_require_tls=not self.ssl_context,
            authenticator=known,
        )

    def _trigger_server(self):
        # The library would greet itself by the server's own context, which is for servers.
        with socket.create_connection((self.hostname, self.port), 10) as greeting:
            if self.ssl_context:
                greeting = ssl._create_unverified_context().wrap_socket(greeting)
            greeting.recv(100)


def known(server, session, envelope, mechanism, data):
    is_known = (data.login.decode(), data.password.decode()) == (sys.argv[4], sys.argv[5])
    return AuthResult(success=is_known, handled=False, auth_data=data if is_known else None)


place = {"hostname": "127.0.0.1", "port": port}
controller = (
    Secret(Keep(sys.argv[1]), sys.argv[2], sys.argv[3], "from-start" in sys.argv, **place)
    if len(sys.argv) > 2
    else Controller(Keep(sys.argv[1]), **place)
)
controller.start()
written = pathlib.Path(sys.argv[1], "port.part")
written.write_text(str(port))
written.rename(written.with_suffix(""))
while os.getppid() == parent:
    time.sleep(1)
