"""The words of a PDF on standard input, as JSON on standard output. Run as a process of its own: see transcript_pdf."""

from __future__ import annotations

import contextlib
import io
import json
import logging
import sys

MAX_MEMORY = 1024 * 1024 * 1024
MAX_PAGES = 5_000


def pages_of(content: bytes) -> dict[str, object]:
    """The words by page, or why they are not read."""
    from pypdf import PdfReader
    from pypdf.errors import DependencyError, FileNotDecryptedError, PyPdfError

    broken = (PyPdfError, ArithmeticError, AssertionError, AttributeError, LookupError, NotImplementedError, OSError)
    try:
        reader = PdfReader(io.BytesIO(content))
        if reader.is_encrypted and not reader.decrypt(""):
            return {"refused": "the PDF takes a password"}
        if len(reader.pages) > MAX_PAGES:
            return {"refused": f"the PDF has more than {MAX_PAGES} pages"}
        return {"pages": [page.extract_text() for page in reader.pages]}
    except (DependencyError, FileNotDecryptedError):
        return {"refused": "the PDF is encrypted"}
    except (*broken, RecursionError, MemoryError, TypeError, ValueError) as error:
        return {"refused": f"the PDF is damaged ({type(error).__name__})"}


def bound_memory() -> None:
    """Let the process fail rather than the machine, where the system can do that."""
    try:
        import resource
    except ImportError:  # Windows
        return
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    wanted = MAX_MEMORY if most == resource.RLIM_INFINITY else min(MAX_MEMORY, most)
    with contextlib.suppress(OSError, ValueError):  # macOS names the limit and does not keep it
        resource.setrlimit(resource.RLIMIT_AS, (wanted, most))


if __name__ == "__main__":
    bound_memory()
    logging.disable()
    json.dump(pages_of(sys.stdin.buffer.read()), sys.stdout)
