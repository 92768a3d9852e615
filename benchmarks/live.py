"""Live mode: how long a claim takes from its file in raw to its row in the view."""

from __future__ import annotations

import json
import statistics

from benchmarks.clone import Clone
from benchmarks.table import Measurements

CLAIMS = 8
FOLLOWED = """
import json, signal, subprocess, sys, threading, time
from lakehouse.serving import Console
from lakehouse.settings import get_settings
from lakehouse.storage import Lake

command = [sys.executable, "-m", "kit", "run", "--live", "--events", "json"]
live = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
at_rest = threading.Semaphore(0)
def listen():
    for line in live.stdout:
        if json.loads(line)["event"] == "RunFinished":
            at_rest.release()
threading.Thread(target=listen, daemon=True).start()
at_rest.acquire()
with open("docs/examples/claim.json") as file:
    claim = json.load(file)
found, lake, pause = [], Lake(get_settings()), threading.Event()
asked = "SELECT 1 FROM vw_claims_analytics WHERE claim_id = $1"
with Console(get_settings()) as console:
    for number in range(CLAIMS):
        name = f"CLM-LIVE-{number}"
        data = json.dumps(claim | {"claim_id": name, "invoice_number": name})
        lake.write("raw", f"claims/{name}.json", data.encode())
        began = time.monotonic()
        while not console.query(asked, parameters=[name]).rows:
            pause.wait(0.1)
        found.append(time.monotonic() - began)
        at_rest.acquire()
live.send_signal(signal.SIGTERM)
live.wait()
print(json.dumps(found))
"""


def live_mode(table: Measurements, clone: Clone) -> None:
    """One claim after the other, each once the tables are at rest; the engine is warm."""
    found = json.loads(clone.python(FOLLOWED.replace("CLAIMS", str(CLAIMS))))
    table.add("one claim → its row in the view, live", statistics.median(found), "s", 10)
    table.add("the slowest of eight", max(found), "s")
