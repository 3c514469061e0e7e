from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import Engine
from sqlalchemy.orm import Session

from tests.api.telephone.telephone_servi import telephone_servi


@pytest.fixture
def telephone(base: Engine, monkeypatch: pytest.MonkeyPatch) -> Iterator[httpx.Client]:
    """A browser without JavaScript, on the phone of a Jalon that receives and, without worker, is silent."""
    with (
        telephone_servi(base, monkeypatch) as url,
        httpx.Client(base_url=url, trust_env=False, follow_redirects=True) as client,
    ):
        yield client


@pytest.fixture
def recit(base: Engine) -> Iterator[Session]:
    """Writes to the record; what it wrote is seen once committed."""
    with Session(base, expire_on_commit=False) as session:
        yield session
