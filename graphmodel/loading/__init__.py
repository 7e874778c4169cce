"""Loading: study folders and single files become versions of documents, and the graph what these say."""

from graphmodel.loading.load import load
from graphmodel.loading.reloading import reload
from graphmodel.loading.removing import remove_study
from graphmodel.loading.report import DocumentChange, LoadReport, Status

__all__ = ["DocumentChange", "LoadReport", "Status", "load", "reload", "remove_study"]
