"""Headers: what browsers are told about every answer."""

from __future__ import annotations

CONTENT_SECURITY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # charts place their parts by style attributes
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self' ws: wss:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

ALWAYS = {
    "content-security-policy": CONTENT_SECURITY,
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "permissions-policy": "camera=(), geolocation=(), microphone=(), payment=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


def headers_for(path: str) -> dict[str, str]:
    """Headers of an answer; whatever the API says is personal and is kept nowhere."""
    if path.startswith("/api"):
        return {**ALWAYS, "cache-control": "no-store"}
    if path.startswith("/assets/"):  # their names change with their content
        return {**ALWAYS, "cache-control": "public, max-age=31536000, immutable"}
    return {**ALWAYS, "cache-control": "no-cache"}
