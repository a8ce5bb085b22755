"""What the scripts that measure share: where things lie, medians, and how figures get into docs/measurements.md."""
import datetime
import os
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parent.parent
SHARED = pathlib.Path(os.environ.get("CHAFFINCH_SHARED", ROOT.parent / "shared"))


def median(values):
    return sorted(values)[len(values) // 2]


def provenance():
    """When, of what commit, with which compiler, on what."""
    swift = subprocess.run(["swift", "--version"], capture_output=True, text=True).stdout.splitlines()[0]
    model = next((line.split(":", 1)[1].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), "unknown")
    commit = subprocess.run(["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
    return f"{datetime.date.today()}, commit {commit}, {swift}, {os.cpu_count()} cores of {model}"


def put(name, text):
    """Puts a text between the marks of a name in docs/measurements.md, in the place of what stood there."""
    begin, end = f"<!-- {name}: begin -->", f"<!-- {name}: end -->"
    path = ROOT / "docs/measurements.md"
    head, mark, rest = path.read_text().partition(begin)
    if not mark:
        raise SystemExit(f"docs/measurements.md has no mark {begin}")
    path.write_text(f"{head}{begin}\n{text}{end}{rest.partition(end)[2]}")
    print("written to docs/measurements.md")
