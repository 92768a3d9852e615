from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import APIRouter, HTTPException
from sqlalchemy import text

from app.dependencies import SessionDep
from lakehouse.errors import (
    LakeEmpty,
    PetInsureError,
    QueryRefused,
    RunFailed,
    RunInProgress,
    StorageUnavailable,
    UnknownTable,
)
from lakehouse.settings import Settings
from tests.app.server import Portal, serving

LOGIN = "/api/accounts/login"
FACTS: dict[type[PetInsureError], int] = {
    StorageUnavailable: 503,
    LakeEmpty: 503,
    RunInProgress: 409,
    QueryRefused: 400,
    UnknownTable: 404,
}

failing = APIRouter(prefix="/failing")


@failing.get("/facts/{name}")
def fact(name: str) -> None:
    kind = next(kind for kind in FACTS if kind.__name__ == name)
    msg = f"{name} is so; mend it."
    raise kind(msg)


@failing.get("/bug")
def bug() -> None:
    secret = "hunter2"
    raise RuntimeError(secret)


@failing.get("/failed-run")
def failed_run() -> None:
    msg = "gold.monthly_kpis failed: hunter2"
    raise RunFailed(msg)


@failing.get("/teapot")
def teapot() -> None:
    raise HTTPException(418, "There is no coffee.")


@failing.get("/late")
def late(session: SessionDep) -> str:
    # The database sees only at the commit that there is no such parent.
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    session.execute(text("CREATE TABLE parents (id INTEGER PRIMARY KEY)"))
    session.execute(text("CREATE TABLE children (parent INTEGER REFERENCES parents (id))"))
    session.execute(text("INSERT INTO children VALUES (1)"))
    return "done"


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal with routes that fail."""
    home: Path = tmp_path_factory.mktemp("failing")
    with serving(Settings(home=home, storage="local"), failing) as portal:
        yield portal


def test_a_failure_is_one_form_with_one_sentence(portal: Portal) -> None:
    answer = portal.visitor().get("/api/accounts/me")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json() == {
        "type": "about:blank",
        "title": "Unauthorized",
        "status": 401,
        "detail": "Sign in first.",
        "request_id": answer.headers["x-request-id"],
        "errors": [],
    }


def test_bad_input_names_the_field_and_never_repeats_it(portal: Portal) -> None:
    secret = "a secret that is far too long " * 10
    answer = portal.visitor().post(LOGIN, json={"email": "x@y.z", "password": secret})
    assert answer.status_code == 422
    assert [each["field"] for each in answer.json()["errors"]] == ["password"]
    assert "a secret" not in answer.text


NO_JSON = {
    "cut off": b"{",
    "deep": b"[" * 200_000,
    "half a character": b'{"email": "x@y.z", "password": "\\ud800"}',
    "half an e-mail": b'{"email": "\\ud800@y.z", "password": "p"}',
    "long number": b'{"email": "x@y.z", "password": ' + b"9" * 9999 + b"}",
    "no UTF-8": b'{"email": "\x80", "password": "p"}',
    "null": b"null",
    "nothing": b"",
}


@pytest.mark.parametrize("body", NO_JSON.values(), ids=NO_JSON)
def test_what_is_no_json_is_the_senders_mistake(portal: Portal, body: bytes) -> None:
    kind = {"Content-Type": "application/json"}
    answer = portal.visitor().post(LOGIN, content=body, headers=kind)
    assert answer.status_code in (400, 422)
    assert answer.json()["detail"]


@pytest.mark.parametrize("kind", FACTS, ids=lambda kind: kind.__name__)
def test_each_fact_of_the_lake_has_its_status(broken: Portal, kind: type[PetInsureError]) -> None:
    answer = broken.visitor().get(f"/api/failing/facts/{kind.__name__}")
    assert answer.status_code == answer.json()["status"] == FACTS[kind]
    assert answer.json()["detail"] == f"{kind.__name__} is so; mend it."
    assert ("retry-after" in answer.headers) is (FACTS[kind] == 503)


@pytest.mark.parametrize("path", ["bug", "failed-run"])
def test_what_nobody_foresaw_is_told_by_its_request_id_alone(broken: Portal, path: str) -> None:
    answer = broken.visitor().get(f"/api/failing/{path}")
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["request_id"] == answer.headers["x-request-id"]
    assert "hunter2" not in answer.text
    assert "RuntimeError" not in answer.text
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["cache-control"] == "no-store"


def test_a_status_of_any_kind_keeps_the_form(broken: Portal) -> None:
    answer = broken.visitor().get("/api/failing/teapot")
    assert (answer.status_code, answer.json()["detail"]) == (418, "There is no coffee.")


def test_nothing_is_acknowledged_that_could_not_be_committed(broken: Portal) -> None:
    assert broken.visitor().get("/api/failing/late").status_code == 500


def test_a_database_that_others_write_to_all_the_time_asks_to_come_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.database.PATIENCE", 0.1)
    with serving(Settings(home=tmp_path, storage="local")) as portal:
        client = portal.maya()
        with portal.services.engine.connect() as writer:
            writer.exec_driver_sql("BEGIN IMMEDIATE")
            answer = client.post("/api/notifications/read", json={"up_to": "0123456789abcdef:1"})
            writer.exec_driver_sql("ROLLBACK")
        assert answer.status_code == 503
        assert "in a moment" in answer.json()["detail"]
        assert answer.headers["retry-after"]
        again = client.post("/api/notifications/read", json={"up_to": "0123456789abcdef:1"})
        assert again.status_code == 200
