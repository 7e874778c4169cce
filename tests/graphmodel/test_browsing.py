import pytest

from graphmodel.browsing import find_browser
from graphmodel.errors import GraphmodelError
from graphmodel.settings import Settings


def test_the_browser_of_a_server_on_this_machine() -> None:
    browser = find_browser(Settings("bolt://localhost:7687", "neo4j", "secret"))
    assert browser.url == "http://localhost:7474/browser/"
    assert "secret" not in repr(browser)


def test_a_server_elsewhere_is_left_to_whoever_runs_it() -> None:
    with pytest.raises(GraphmodelError, match=r"example\.org") as caught:
        find_browser(Settings("neo4j+s://example.org", "neo4j", "secret"))
    assert "neo4j+s://example.org" in str(caught.value.hint)
