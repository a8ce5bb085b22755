"""The filters Chaffinch is measured beside: started on a free loopback port, fed the same files, stopped after."""
import os
import pathlib
import shutil
import socket
import subprocess
import tempfile
import time

TICKS = os.sysconf("SC_CLK_TCK")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def install(*packages: str) -> None:
    # Packages that others merely speak of are known too, and not there.
    status = ["dpkg-query", "-W", "-f", "${db:Status-Status}"]
    missing = [p for p in packages if subprocess.run([*status, p], capture_output=True, text=True).stdout != "installed"]
    if missing:
        print("Installing from Debian:", *missing)
        environment = dict(os.environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(["apt-get", "install", "-y", "-qq", "--no-install-recommends", *missing], check=True, env=environment,
                       stdout=subprocess.DEVNULL)


def version(package: str) -> str:
    return subprocess.run(["dpkg-query", "-W", "-f", "${Version}", package], capture_output=True, text=True).stdout


def cpu_seconds(pid: int) -> float:
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mebibytes(pid: int) -> float:
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


def children(pid: int) -> list[int]:
    return [int(p) for p in pathlib.Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]


def wait_for(port: int, process: subprocess.Popen, seconds: float = 60) -> None:
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise RuntimeError("the peer stopped while starting")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.2)
    raise RuntimeError("the peer did not listen in time")


class Peer:
    """One filter: `check(bytes)` asks it for a verdict; `busy()` lists the processes that do the work."""

    def __init__(self) -> None:
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="chaffinch-peer-"))
        self.port = free_port()

    def __enter__(self):
        self.start()
        wait_for(self.port, self.process)
        time.sleep(1)
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            self.process.kill()
        shutil.rmtree(self.folder, ignore_errors=True)

    def measure(self, messages: list[bytes], warm_up: int = 100) -> dict:
        for message in messages[:warm_up]:
            self.check(message)
        before = sum(map(cpu_seconds, self.busy()))
        start = time.monotonic()
        for message in messages:
            self.check(message)
        wall = time.monotonic() - start
        cpu = sum(map(cpu_seconds, self.busy())) - before
        return {
            "messages": len(messages), "cpuSeconds": round(cpu, 3), "wallSeconds": round(wall, 3),
            "messagesPerCPUSecond": round(len(messages) / cpu, 1),
            "residentMiB": round(max(map(resident_mebibytes, self.busy())), 1),
        }


class Rspamd(Peer):
    """Rspamd's normal worker alone, every module that asks the network switched off."""

    NETWORK = ("rbl surbl emails spf dkim dkim_signing dmarc arc asn fuzzy_check greylist ratelimit replies reputation "
               "url_redirector history_redis bayes neural phishing mx_check p0f antivirus external_services "
               "hfilter whitelist_spf spamtrap clickhouse metric_exporter milter_headers known_senders elastic").split()

    def start(self) -> None:
        overrides = self.folder / "override.d"
        overrides.mkdir()
        for name in self.NETWORK:
            (overrides / f"{name}.conf").write_text("enabled = false;\n")
        (overrides / "classifier-bayes.conf").write_text("enabled = false;\n")
        (self.folder / "rspamd.conf").write_text(f"""
.include "$CONFDIR/common.conf"
options {{
  pidfile = "{self.folder}/rspamd.pid";
  dns {{ nameserver = ["127.0.0.1:1"]; timeout = 0.1s; retransmits = 1; }}
  check_all_filters = true;
}}
logging {{ type = "console"; level = "error"; }}
worker "normal" {{ bind_socket = "127.0.0.1:{self.port}"; count = 1; }}
""")
        self.process = subprocess.Popen(
            ["rspamd", "-i", "-f", "-c", str(self.folder / "rspamd.conf"), "--var=DBDIR=" + str(self.folder), "--var=RUNDIR=" + str(self.folder),
             "--var=CONFDIR=/etc/rspamd", f"--var=LOCAL_CONFDIR={self.folder}"],
            stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("w"))
        self.connection = None

    def check(self, message: bytes) -> bytes:
        import http.client
        if self.connection is None:
            self.connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=60)
        try:
            self.connection.request("POST", "/checkv2", message)
            return self.connection.getresponse().read()
        except (http.client.HTTPException, OSError):
            self.connection.close()
            self.connection.request("POST", "/checkv2", message)
            return self.connection.getresponse().read()

    def score(self, message: bytes) -> float:
        """Points above those from which a header is added."""
        import json
        return json.loads(self.check(message))["score"] - 6

    def busy(self) -> list[int]:
        return [pid for pid in children(self.process.pid) if b"normal" in pathlib.Path(f"/proc/{pid}/cmdline").read_bytes()]


class SpamAssassin(Peer):
    """spamd with local tests only (`-L`), one child."""

    def start(self) -> None:
        self.process = subprocess.Popen(
            ["spamd", "-L", "-x", "--max-children=1", "--min-children=1", "-p", str(self.port), "-i", "127.0.0.1", "-A", "127.0.0.1",
             "--helper-home-dir=" + str(self.folder), "-u", "nobody", "--max-conn-per-child=1000000"],
            stdout=subprocess.DEVNULL, stderr=(self.folder / "log").open("w"))

    def check(self, message: bytes) -> bytes:
        with socket.create_connection(("127.0.0.1", self.port), 60) as connection:
            connection.sendall(b"CHECK SPAMC/1.5\r\nContent-length: %d\r\n\r\n" % len(message) + message)
            connection.shutdown(socket.SHUT_WR)
            reply = b""
            while chunk := connection.recv(65536):
                reply += chunk
            return reply

    def score(self, message: bytes) -> float:
        """Points above those from which it is spam: `Spam: True ; 7.1 / 5.0`."""
        import re
        points, least = re.search(rb"^Spam: \w+ ; (-?[0-9.]+) / ([0-9.]+)", self.check(message), re.MULTILINE).groups()
        return round(float(points) - float(least), 3)

    def busy(self) -> list[int]:
        return children(self.process.pid)
