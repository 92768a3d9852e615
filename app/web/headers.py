"""Headers: what browsers are told about every answer."""

from __future__ import annotations

CONTENT_SECURITY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self' 'unsafe-inline'",  # toasts and dialogs bring style elements of their own
        "img-src 'self' data:",
        "connect-src 'self'",  # the WebSocket of the same host included
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
ONLY_ENCRYPTED = {"strict-transport-security": "max-age=31536000; includeSubDomains"}


def headers_for(path: str, status: int, *, shared: bool) -> dict[str, str]:
    """Headers of an answer; whatever the API says is personal and is kept nowhere."""
    always = ALWAYS | ONLY_ENCRYPTED if shared else ALWAYS
    if path == "/api" or path.startswith("/api/"):
        return {**always, "cache-control": "no-store"}
    if path.startswith("/assets/") and status < 400:  # their names change with their content
        return {**always, "cache-control": "public, max-age=31536000, immutable"}
    return {**always, "cache-control": "no-cache"}
