"""What `load` says about an environment, for tests."""

from __future__ import annotations

import pytest

from bot.errors import SettingsError
from bot.settings import load


def faults(environ: dict[str, str], **needs: object) -> tuple[str, ...]:
    """What `load` says about `environ`."""
    with pytest.raises(SettingsError) as caught:
        load(environ, **needs)  # type: ignore[arg-type] # need and serving
    return caught.value.faults
