from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.places import pages_folder, secret_file
from lakehouse.settings import Settings
from tests.app.server import Portal, serving
from tests.app.web.raw import said_to


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Portal]:
    """A portal whose pages are built."""
    settings = Settings(home=tmp_path_factory.mktemp("built"), storage="local")
    folder = pages_folder(settings.home)
    (folder / "assets").mkdir(parents=True)
    (folder / "index.html").write_text("<!doctype html><title>the portal</title>")
    (folder / "mark.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>")
    (folder / "assets" / "index-4f2a.js").write_text("export {}")
    with serving(settings) as portal:
        yield portal


@pytest.mark.parametrize("path", ["/", "/index.html", "/claims", "/claims/CLM-P-1", "/apiary"])
def test_every_page_is_the_portal_and_is_asked_for_anew(built: Portal, path: str) -> None:
    answer = built.visitor().get(path)
    assert answer.status_code == 200
    assert "the portal" in answer.text
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert answer.headers["cache-control"] == "no-cache"


def test_what_did_not_change_is_not_sent_again(built: Portal) -> None:
    client = built.visitor()
    tag = client.get("/claims").headers["etag"]
    assert client.get("/claims", headers={"If-None-Match": tag}).status_code == 304


def test_an_asset_is_kept_for_good_as_its_name_changes_with_it(built: Portal) -> None:
    answer = built.visitor().get("/assets/index-4f2a.js")
    assert answer.text == "export {}"
    assert "javascript" in answer.headers["content-type"]
    assert "immutable" in answer.headers["cache-control"]


def test_a_missing_asset_is_missing_and_is_not_kept(built: Portal) -> None:
    answer = built.visitor().get("/assets/index-0000.js")
    assert answer.status_code == 404
    assert answer.headers["cache-control"] == "no-cache"


def test_an_unknown_address_of_the_api_is_no_page(built: Portal) -> None:
    for path in ("/api", "/api/", "/api/nothing", "/api/health/"):
        answer = built.visitor().get(path)
        assert answer.status_code == 404
        assert answer.headers["content-type"] == "application/problem+json"


def test_pages_take_no_other_method(built: Portal) -> None:
    assert built.visitor().post("/claims", json={}).status_code == 405


@pytest.mark.parametrize(
    "path",
    [
        "/../../app/secret",
        "/%2e%2e/%2e%2e/app/secret",
        "/..%2f..%2fapp%2fsecret",
        "/assets/..%2f..%2f..%2fapp/portal.db",
        "//etc/passwd",
        "/%2fetc/passwd",
        "/..%5c..%5capp%5csecret",
        "/nothing%00.html",
        "/" + "x" * 3000,
    ],
)
def test_no_path_leads_out_of_the_portals_folder(built: Portal, path: str) -> None:
    assert secret_file(built.settings.home).is_file()
    status, said = said_to(built, path)
    assert (b"the portal" in said) if status == 200 else (status == 404 and b"such" in said)


def test_a_link_out_of_the_folder_is_not_followed(built: Portal) -> None:
    home = built.settings.home
    (pages_folder(home) / "secret.txt").symlink_to(secret_file(home))
    assert "the portal" in built.visitor().get("/secret.txt").text


def test_where_it_is_not_built_one_page_says_what_to_do(tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, storage="local")
    with serving(settings) as portal:
        client = portal.visitor()
        answer = client.get("/claims")
        assert answer.status_code == 503
        assert "make setup" in answer.text
        pages_folder(settings.home).mkdir(parents=True)
        (pages_folder(settings.home) / "index.html").write_text("built meanwhile")
        assert client.get("/claims").text == "built meanwhile"
