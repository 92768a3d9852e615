"""A file outside the lake whose content must never be seen."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

SECRET = "canary-3141592653"


@dataclass(frozen=True)
class Canary:
    """Files with a secret in them, as text and as Parquet, next to each other."""

    file: Path
    parquet: Path
    secret: str = SECRET

    @property
    def sources(self) -> list[str]:
        """What SQL may write after FROM to read them, or to learn of them."""
        file, parquet, folder = self.file, self.parquet, self.file.parent
        return [
            f"'{file}'",
            f'"{file}"',
            f"'{parquet}'",
            f'"{parquet}"',
            f"'{folder}/*.parquet'",
            f"'file://{file}'",
            f"read_csv('{file}')",
            f"read_csv_auto(['{file}'])",
            f"read_text('{file}')",
            f"read_blob('{file}')",
            f"read_json('{file}')",
            f"read_parquet('{parquet}')",
            f"parquet_scan('{parquet}')",
            f"parquet_metadata('{parquet}')",
            f"parquet_kv_metadata('{parquet}')",
            f"sniff_csv('{file}')",
            f"glob('{folder}/*')",
            f"delta_scan('{folder}')",
            f"delta_list_files('{folder}')",
            f"query('FROM read_text(''{file}'')')",
            f"query_table('{file}')",
        ]


def put_canary(folder: Path) -> Canary:
    """Put the files into a folder of their own."""
    text = folder / "canary.csv"
    text.write_text(f"secret\n{SECRET}\n")
    pq.write_table(pa.table({"secret": [SECRET]}), folder / "canary.parquet")
    return Canary(text, folder / "canary.parquet")
