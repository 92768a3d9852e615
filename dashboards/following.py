"""Following: the claim that a viewer follows through the parts, and how far it has come."""

from __future__ import annotations

from typing import Any

import streamlit as st

from dashboards import queries
from dashboards.portal import PortalRefused, PortalUnavailable
from dashboards.viewer import viewer
from lakehouse.errors import PetInsureError
from lakehouse.settings import Settings

COLORS = {"raw": "gray", "bronze": "orange", "silver": "blue", "gold": "yellow"}


def follow(claim_id: str | None) -> None:
    """Follow this claim from now on; None: no claim."""
    you = viewer()
    if you.claim_id != claim_id:
        you.claim_id = claim_id
        you.save()


def followed() -> str | None:
    """The followed claim's id; a claim that a reset took away is followed no more."""
    claim_id = viewer().claim_id
    if claim_id is None:
        return None
    try:
        journey(claim_id)
    except PortalRefused:
        follow(None)
        return None
    except PortalUnavailable:
        pass
    return claim_id


def journey(claim_id: str) -> dict[str, Any]:
    """The way of a claim from its file to gold, as the portal tells it.

    Raises `PortalUnavailable`, and `PortalRefused` where there is no such claim.
    """
    return _journey(queries.settings(), queries.versions(), claim_id)


def claim(claim_id: str) -> dict[str, Any]:
    """The claim as the portal shows it; raises as `journey` does."""
    return _claim(queries.settings(), queries.versions(), claim_id)


def badge() -> None:
    """The followed claim, with the layer that it has reached."""
    claim_id = viewer().claim_id
    try:
        claim_id = followed()
        if claim_id is None:
            return
        reached = journey(claim_id)["reached"]
    except PetInsureError:  # whatever is silent, the page says so elsewhere
        st.badge(f"Following {claim_id}", icon=":material/my_location:", color="gray")
        return
    words = f"Following {claim_id}, in {reached}"
    st.badge(words, icon=":material/my_location:", color=COLORS[reached])  # type: ignore[arg-type]


@st.cache_data(show_spinner=False, ttl=5, max_entries=100, hash_funcs={Settings: str})
def _journey(of: Settings, seen: queries.Versions, claim_id: str) -> dict[str, Any]:
    found: dict[str, Any] = queries.portal().get(f"/api/claims/{claim_id}/journey")
    return found


@st.cache_data(show_spinner=False, ttl=5, max_entries=100, hash_funcs={Settings: str})
def _claim(of: Settings, seen: queries.Versions, claim_id: str) -> dict[str, Any]:
    found: dict[str, Any] = queries.portal().get(f"/api/claims/{claim_id}")
    return found
