"""Signing in and out, as people do it."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page, expect

from insurance.identities import LOGINS, Login
from lakehouse.settings import DEMO_PASSWORD
from tests.browser.people import ANALYST, DANIEL, MAYA
from tests.browser.visits import Visits

START = {"customer": "/", "analyst": "/insights", "presenter": "/pipeline"}


def fill_in(page: Page, email: str, password: str) -> None:
    page.get_by_label("E-mail").fill(email)
    page.get_by_label("Password").fill(password)
    page.get_by_role("button", name="Sign in", exact=True).click()


def expect_signed_in(page: Page, name: str, path: str) -> None:
    expect(page.get_by_role("button", name=f"Account of {name}")).to_be_visible()
    assert urlsplit(page.url).path == path


@pytest.mark.parametrize("login", LOGINS, ids=lambda login: login.name)
def test_one_click_signs_a_demo_identity_in(visits: Visits, login: Login) -> None:
    page = visits.visitor()
    page.get_by_role("button", name=login.name).click()
    expect_signed_in(page, login.name, START[login.role])


def test_the_form_signs_in_and_leads_on_to_the_page_that_was_asked_for(visits: Visits) -> None:
    page = visits.visitor("/policies")
    fill_in(page, MAYA, "not her password")
    expect(page.get_by_role("alert")).to_contain_text("password")
    fill_in(page, MAYA, DEMO_PASSWORD)
    expect_signed_in(page, "Maya Brooks", "/policies")


def test_signing_out_ends_the_session_in_every_tab(visits: Visits) -> None:
    page = visits.visitor()
    page.get_by_role("button", name="Daniel Okafor").click()
    expect_signed_in(page, "Daniel Okafor", "/")
    other = page.context.new_page()
    welcomed: list[str | bytes] = []
    other.on(
        "websocket", lambda socket: socket.on("framereceived", lambda frame: welcomed.append(frame))
    )
    other.goto("/claims")
    for _ in range(300):  # its notifications are not cut off while they are being opened
        if welcomed:
            break
        other.wait_for_timeout(100)
    assert welcomed
    page.get_by_role("button", name="Account of Daniel Okafor").click()
    page.get_by_role("menuitem", name="Sign out").click()
    expect(page.get_by_role("heading", name="Sign in")).to_be_visible()
    other.reload()
    expect(other.get_by_role("heading", name="Sign in")).to_be_visible()
    expect(other.get_by_text(DANIEL)).to_have_count(0)


def test_who_asks_for_a_page_of_another_role_is_told_so_at_their_own_start(visits: Visits) -> None:
    page = visits.as_(ANALYST, "/claims/CLM-0001")
    told = page.get_by_role("status").filter(has_text="is not for your role")
    expect(told).to_contain_text("The page /claims/CLM-0001")
    assert urlsplit(page.url).path == START["analyst"]
    page.goto("/")
    expect(page.get_by_role("button", name="Account of")).to_be_visible()
    expect(told).to_have_count(0)
