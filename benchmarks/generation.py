"""Generation: time and memory of the generator alone, at scale 1 and 100."""

from __future__ import annotations

import json
import subprocess
import sys

from benchmarks.table import Measurements

GENERATE = """
import json, resource, sys, time
from datetime import date
from generator import Request, source_files
began = time.monotonic()
size = 0
for file in source_files(Request(as_of=date(2026, 6, 1), scale=float(sys.argv[1]))):
    size += sum(map(len, file.chunks))
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
print(json.dumps({"seconds": time.monotonic() - began, "kib": peak, "bytes": size}))
"""


def generation(table: Measurements) -> None:
    """Generate all source files and throw them away."""
    for scale, seconds, mib in ((1, 3, None), (100, 60, 1536)):
        command = [sys.executable, "-c", GENERATE, str(scale)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        found = json.loads(done.stdout)
        what = f"generate, scale {scale} ({found['bytes'] / 1e6:,.0f} MB)"
        table.add(what, found["seconds"], "s", seconds)
        if mib:
            table.add(f"generate, scale {scale}, memory", found["kib"] / 1024, "MiB", mib)
