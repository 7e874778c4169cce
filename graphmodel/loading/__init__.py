"""Loading: study folders and single files become the graph's documents."""

from graphmodel.loading.checking import StudyLoad
from graphmodel.loading.load import load
from graphmodel.loading.removing import remove_study
from graphmodel.loading.report import DocumentChange, LoadReport, Status

__all__ = ["DocumentChange", "LoadReport", "Status", "StudyLoad", "load", "remove_study"]
