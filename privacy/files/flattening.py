"""A PDF as pictures of its pages: what lay under a black bar, in layers, comments or properties is gone.

``python -m privacy.files.flattening FILE COPY`` runs in a process of its own with bounded means.
"""

import sys
from collections.abc import Iterator

from PIL import Image

from privacy.files.extraction import limit

_DOTS = 150  # per inch: legible when printed, a tenth of a megabyte a page
_LARGEST_SIDE = 3000  # pixels
_QUALITY = 80


def flatten(source: str, target: str) -> None:
    """Write the copy. Raises what the reader raises for a broken file, ``ValueError`` for one without pages."""
    pictures = _pictures(source)
    first = next(pictures, None)
    if first is None:
        raise ValueError("no pages")
    first.save(
        target,
        "PDF",
        save_all=True,
        append_images=pictures,
        resolution=_DOTS,
        quality=_QUALITY,
        title="",
        producer="",
    )


def _pictures(source: str) -> Iterator[Image.Image]:
    import pypdfium2

    with pypdfium2.PdfDocument(source) as document:
        for page in document:
            scale = min(_DOTS / 72, _LARGEST_SIDE / max(page.get_size()))
            yield page.render(scale=scale, may_draw_forms=True).to_pil().convert("RGB")


def main(source: str, target: str) -> int:
    """0 when the copy is there."""
    limit()
    try:
        flatten(source, target)
    except Exception:
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
