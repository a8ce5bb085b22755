"""Traffic for a filter on loopback: mails, requests in each protocol, the service that is asked, and the generator of load."""
import json
import os
import pathlib
import subprocess
import tarfile
import tempfile

from measured import ROOT, SHARED

SIZE = (7000, 9000)


def built(folder):
    """The generator of load (Benchmarks/load.c), built into a folder."""
    program = folder / "load"
    subprocess.run(["cc", "-O2", "-D_GNU_SOURCE", "-o", str(program), str(ROOT / "Benchmarks/load.c")], check=True)
    return program


def mails(folder):
    """Mails of the wanted size, with line ends as in SMTP."""
    archive = SHARED / "corpora/spamassassin.tar.xz"
    found = []
    if archive.exists():
        with tarfile.open(archive) as packed:
            packed.extractall(folder, filter="data")
        for line in (folder / "spamassassin/index").open():
            mail = (folder / "spamassassin" / line.split(None, 1)[1].strip()).read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
            if SIZE[0] <= len(mail) <= SIZE[1] and b"\0" not in mail and not mail.startswith(b"From "):
                found.append(mail)
        return "spamassassin", found[:: max(1, len(found) // 100)][:100]
    print(f"SKIPPED: {archive} is not there; measuring mails made of examples/ instead.")
    for path in sorted((ROOT / "examples/mail").rglob("*.eml")):
        mail = path.read_bytes().replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        while len(mail) < SIZE[0]:
            mail += mail.partition(b"\r\n\r\n")[2] or b"Sunflower seeds.\r\n"
        found.append(mail[: SIZE[1]].rstrip() + b"\r\n")
    return "examples", found


class Chaffinch:
    """The service, at free ports; `ports` says where each gateway listens."""

    def __init__(self, program, *settings, core=None):
        pinned = ["taskset", "-c", str(core)] if core is not None else []
        self.log = tempfile.TemporaryFile()
        self.process = subprocess.Popen(
            [*pinned, program, "serve", *(word for setting in settings for word in ("--set", setting))], stdout=subprocess.PIPE, stderr=self.log,
            text=True, env={"PATH": os.environ["PATH"], "LANG": "C"})
        self.ports = {}
        for _ in [setting for setting in settings if ".listen=" in setting and not setting.endswith("=")]:
            name, address = self.process.stdout.readline().split()
            self.ports[name] = int(address.rsplit(":", 1)[1])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(60)

    def busy(self):
        return [self.process.pid]


def load(generator, mode, port, connections, rate, seconds, files, core=None):
    pinned = ["taskset", "-c", str(core)] if core is not None else []
    run = subprocess.run([*pinned, str(generator), mode, str(port), str(connections), f"{rate:.1f}", str(seconds), *map(str, files)],
                         check=True, capture_output=True, text=True)
    result = json.loads(run.stdout)
    if result["failed"] or result["unanswered"]:
        print("  not answered well:", result)
    return result


def http_request(path, kind, body):
    return (f"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n").encode() + body


def spamd_request(mail):
    return b"SYMBOLS SPAMC/1.5\r\nContent-length: %d\r\n\r\n" % len(mail) + mail


def written(folder, name, requests):
    files = []
    for number, request in enumerate(requests):
        files.append(folder / f"{name}-{number}")
        files[-1].write_bytes(request)
    return files


def milter_request(mail):
    """A whole conversation of Milter 6 about one mail: everything a mail server says, which asks for no answer but at the ends."""
    head, _, body = mail.partition(b"\r\n\r\n")

    def packet(command, data=b""):
        return (len(data) + 1).to_bytes(4, "big") + command + data

    # All actions; no answers but to the negotiation and to the end of the mail.
    said = packet(b"O", (6).to_bytes(4, "big") + (0x1FF).to_bytes(4, "big") + (0x1FFFFF).to_bytes(4, "big"))
    said += packet(b"C", b"mail.load.test\0" + b"4" + (25).to_bytes(2, "big") + b"192.0.2.33\0") + packet(b"H", b"mail.load.test\0")
    said += packet(b"M", b"<ann@load.test>\0") + packet(b"R", b"<bob@mx.test>\0")
    for field in head.replace(b"\r\n ", b"\n ").replace(b"\r\n\t", b"\n\t").split(b"\r\n"):
        name, _, value = field.partition(b":")
        said += packet(b"L", name + b"\0" + value + b"\0")
    said += packet(b"N")
    for start in range(0, len(body), 65535):
        said += packet(b"B", body[start:start + 65535])
    return said + packet(b"E") + packet(b"Q")
