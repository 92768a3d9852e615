"""Live mode: how long a claim takes from its file in raw to its row in the view."""

from __future__ import annotations

import json
import statistics

from benchmarks.clone import Clone
from benchmarks.table import Measurements

CLAIMS = 8
FOLLOWED = """
import json, signal, subprocess, sys, threading, time
from queue import Queue
from lakehouse.serving import Console
from lakehouse.settings import get_settings
from lakehouse.storage import Lake

PATIENCE = 300
command = [sys.executable, "-m", "kit", "run", "--live", "--events", "json"]
live = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
told = Queue()
def listen():
    for line in live.stdout:
        told.put(json.loads(line)["event"])
    told.put("ended")
threading.Thread(target=listen, daemon=True).start()
def until_at_rest():
    event = told.get(timeout=PATIENCE)
    while event != "RunFinished" or not told.empty():
        if event == "ended":
            sys.exit("Live mode ended early.")
        event = told.get(timeout=PATIENCE)
with open("docs/examples/claim.json") as file:
    claim = json.load(file)
found, lake, pause = [], Lake(get_settings()), threading.Event()
asked = "SELECT 1 FROM vw_claims_analytics WHERE claim_id = $1"
try:
    with Console(get_settings()) as console:
        for number in range(CLAIMS):
            until_at_rest()
            name = f"CLM-LIVE-{number}"
            data = json.dumps(claim | {"claim_id": name, "invoice_number": name})
            began = time.monotonic()
            lake.write("raw", f"claims/{name}.json", data.encode())
            while not console.query(asked, parameters=[name]).rows:
                if time.monotonic() - began > PATIENCE:
                    sys.exit(f"{name} never came to gold.")
                pause.wait(0.1)
            found.append(time.monotonic() - began)
finally:
    live.send_signal(signal.SIGTERM)
    live.wait()
print(json.dumps(found))
"""


def live_mode(table: Measurements, clone: Clone) -> None:
    """One claim after the other, each once the tables are at rest; the engine is warm."""
    found = json.loads(clone.python(FOLLOWED.replace("CLAIMS", str(CLAIMS))))
    table.add("one claim → its row in the view, live", statistics.median(found), "s", 10)
    table.add("the slowest of eight", max(found), "s")
