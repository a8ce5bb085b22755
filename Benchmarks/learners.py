"""Filters that learn, run message by message as Chaffinch is: each writes a file of scores, which `chaffinch evaluate --measure` reads."""
import math
import pathlib
import shutil
import subprocess
import tempfile
import os

HERE = pathlib.Path(__file__).parent


def log_odds(probability: float) -> float:
    """Log-odds; a probability that is 0 or 1 by rounding is taken to be the nearest number that is not."""
    probability = min(max(probability, 1e-300), 1 - 2**-53)
    return math.log(probability) - math.log1p(-probability)


def write(path: pathlib.Path, scores: list[float], labels: list[str]) -> pathlib.Path:
    assert len(scores) == len(labels), f"{path.name}: {len(scores)} scores for {len(labels)} messages"
    path.write_text("".join(f"{score!r} {label}\n" for score, label in zip(scores, labels)))
    return path


class Folder:
    """A folder in memory, gone after use."""

    def __enter__(self) -> str:
        self.name = tempfile.mkdtemp(prefix="chaffinch-learner-", dir="/dev/shm" if os.path.isdir("/dev/shm") else None)
        return self.name

    def __exit__(self, *_):
        shutil.rmtree(self.name, ignore_errors=True)


def bogofilter(messages: list[tuple[str, str]], lessons: list[str], delay: int = 0) -> list[float]:
    """Bogofilter: `-TT` (sixteen digits) on each message, then `-s` or `-n`. `lessons` are the labels as they come: spam, ham or -."""
    with Folder() as folder:
        command = ["/usr/bin/bogofilter", "-d", folder]
        scores, waiting, taught = [], [], False
        unscored: list[str] = []

        def score() -> None:
            if not unscored:
                return
            if not taught:
                scores.extend([0.0] * len(unscored))
            else:
                # All messages between two lessons in one process; -b reads their names.
                output = subprocess.run([*command, "-TT", "-e", "-b"], input="\n".join(unscored) + "\n", capture_output=True, text=True, check=True).stdout
                scores.extend(log_odds(float(line.split()[-1])) for line in output.splitlines())
            unscored.clear()

        for place, (label, path) in enumerate(messages):
            unscored.append(path)
            if lessons[place] != "-":
                waiting.append((place, lessons[place], path))
            while waiting and waiting[0][0] + delay <= place:
                score()
                _, lesson, taught_path = waiting.pop(0)
                with open(taught_path, "rb") as message:
                    subprocess.run([*command, "-s" if lesson == "spam" else "-n"], stdin=message, check=True)
                taught = True
        score()
        return scores


def bogofilter_speed(messages: list[tuple[str, str]]) -> tuple[float, float]:
    """Messages learnt in a CPU second, and peak MiB, all of a class in one process: bogofilter at its fastest."""
    seconds, peak = 0.0, 0.0
    with Folder() as folder:
        for label, option in (("ham", "-n"), ("spam", "-s")):
            names = pathlib.Path(folder, "names")
            names.write_text("".join(path + "\n" for each, path in messages if each == label))
            with names.open() as listed:
                process = subprocess.Popen(["/usr/bin/bogofilter", "-d", folder, option, "-b"], stdin=listed, stdout=subprocess.DEVNULL)
                usage = os.wait4(process.pid, 0)[2]
            seconds += usage.ru_utime + usage.ru_stime
            peak = max(peak, usage.ru_maxrss / 1024)
    return len(messages) / seconds, peak


def spamassassin_bayes(index: str) -> list[float]:
    """SpamAssassin's Bayes alone, in one process of its own modules."""
    with Folder() as folder:
        output = subprocess.run(["perl", str(HERE / "spamassassin-bayes.pl"), folder, index], capture_output=True, text=True, check=True).stdout
        return [log_odds(float(line.split()[0])) for line in output.splitlines()]


def four_grams(program: str, index: str) -> list[float]:
    output = subprocess.run([program, index], capture_output=True, text=True, check=True).stdout
    return [float(line.split()[0]) for line in output.splitlines()]


SUPPORT_VECTORS = """
import json, sys
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.svm import LinearSVC
texts, labels, folds = json.load(sys.stdin)
scores = [0.0] * len(texts)
for fold in sorted(set(folds)):
    learnt = [i for i, f in enumerate(folds) if f != fold]
    asked = [i for i, f in enumerate(folds) if f == fold]
    grams = TfidfVectorizer(analyzer="char", ngram_range=(2, 5), sublinear_tf=True)
    machine = LinearSVC().fit(grams.fit_transform([texts[i] for i in learnt]), [labels[i] for i in learnt])
    for i, score in zip(asked, machine.decision_function(grams.transform([texts[i] for i in asked]))):
        scores[i] = float(score)
json.dump(scores, sys.stdout)
"""


def support_vectors(texts: list[str], labels: list[str], folds: list[str]) -> list[float]:
    """A linear SVM on TF-IDF of runs of 2 to 5 characters, cross-validated in the folds given."""
    import json
    given = json.dumps([texts, [int(label == "spam") for label in labels], folds])
    return json.loads(subprocess.run(["/usr/bin/python3", "-c", SUPPORT_VECTORS], input=given, capture_output=True, text=True, check=True).stdout)
