"""Runs in Taguette's own environment: Taguette as it is started from a shell, but that it asks nobody for news.

python taguette_server.py --no-browser --port PORT --database FILE
"""

from __future__ import annotations

from taguette.main import main
from taguette.web.base import Application

Application.check_messages = lambda self: None
main()
