"""Tells a token that Slack refuses from a Slack that is not well; asks nothing itself."""

from __future__ import annotations

from slack_sdk.errors import SlackApiError

from bot import calls

# Only a person can mend these; everything else may pass.
_REFUSALS = frozenset(
    {
        "access_denied",
        "account_inactive",
        "invalid_auth",
        "missing_scope",
        "no_permission",
        "not_allowed_token_type",
        "not_authed",
        "org_login_required",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)


def reason_of(error: SlackApiError) -> str:
    """Slack's own word for what is wrong."""
    return calls.reason_of(error)


def is_refusal(error: SlackApiError) -> bool:
    """Whether trying again with the same token cannot help."""
    return reason_of(error) in _REFUSALS
