from __future__ import annotations

from pathlib import Path

from app.places import database_file
from tests.app.server import Portal


def test_health_and_readiness_say_what_is_wrong(portal: Portal) -> None:
    client = portal.visitor()
    assert client.get("/api/health").json() == {"status": "ok"}
    answer = client.get("/api/ready")
    assert answer.status_code == 503
    assert answer.json() == {
        "ready": False,
        "storage": "The lake is empty; fill it with `./petinsure generate` (or `./petinsure up`).",
        "database": "ok",
    }


def test_a_database_that_cannot_be_reached_is_one_sentence(portal: Portal, home: Path) -> None:
    client, folder = portal.visitor(), database_file(home).parent
    away = folder.rename(folder.with_name("away"))
    portal.services.engine.dispose()
    try:
        answer = client.get("/api/ready")
        assert answer.status_code == 503
        told = answer.json()["database"]
        assert told.startswith("The portal's database cannot be read")
        assert "./petinsure reset" in told
        assert told.count(". ") == 0
        assert "\n" not in told
        assert client.get("/api/health").status_code == 200
    finally:
        away.rename(folder)
    assert client.get("/api/ready").json()["database"] == "ok"
