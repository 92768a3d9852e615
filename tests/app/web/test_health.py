from __future__ import annotations

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
