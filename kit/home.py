"""Home: the folder that holds all local state, and the places in it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from lakehouse.settings import addresses_file


@dataclass(frozen=True)
class Home:
    """Places below one `PETINSURE_HOME`."""

    path: Path

    @property
    def azurite(self) -> Path:
        """Azurite's data: the lake itself."""
        return self.path / "azurite"

    @property
    def spark(self) -> Path:
        """The engine's working folder and temporary files."""
        return self.path / "spark"

    @property
    def logs(self) -> Path:
        """Log files, one a service."""
        return self.path / "logs"

    @property
    def run(self) -> Path:
        """What describes the running kit: processes, addresses, locks."""
        return self.path / "run"

    @property
    def snapshots(self) -> Path:
        """Copies of the lake, one folder each."""
        return self.path / "snapshots"

    @property
    def processes(self) -> Path:
        """Record of the running services."""
        return self.run / "services.json"

    @property
    def addresses(self) -> Path:
        """What other processes read to reach the running kit."""
        return addresses_file(self.path)

    def log(self, service: str) -> Path:
        """Log file of a service."""
        return self.logs / f"{service}.log"

    def create(self) -> None:
        """Create the folders that everything else expects."""
        for folder in (self.logs, self.run, self.snapshots):
            folder.mkdir(parents=True, exist_ok=True)
        self.run.chmod(0o700)
