"""The small internet of `small_internet`, new for each test."""

import pytest
from small_internet import PRIVATE, PUBLIC, Internet, Server


@pytest.fixture
def internet():
    forbidden = Server(PRIVATE)
    server = Server(PUBLIC, forbidden.port)  # the same port: only the address differs
    yield Internet(server, forbidden)
    server.stop()
    forbidden.stop()
    assert forbidden.connections == 0, "a request reached what is not public"
