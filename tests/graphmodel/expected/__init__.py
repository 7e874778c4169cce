"""What each question must answer about the small study (tests/studies/small), worked out by hand."""

from __future__ import annotations

from tests.graphmodel.expected.questions_1_to_17 import QUESTIONS_1_TO_17
from tests.graphmodel.expected.questions_18_to_35 import QUESTIONS_18_TO_35

EXPECTED = [*QUESTIONS_1_TO_17, *QUESTIONS_18_TO_35]
