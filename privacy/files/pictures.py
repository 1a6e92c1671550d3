"""Pictures lose what the camera wrote into them (place, time, device); how they are turned is kept."""

import io
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image, ImageOps, UnidentifiedImageError

_FORMATS = {"JPEG", "PNG", "WEBP"}
_QUALITY = 92


def without_notes(file: Any) -> "ContentFile[bytes] | None":
    """The picture encoded anew; None when it is no still picture of a kind that carries notes."""
    file.seek(0)
    try:
        with Image.open(file) as picture:
            kind = picture.format or ""
            if kind not in _FORMATS or getattr(picture, "is_animated", False):
                return None
            upright = ImageOps.exif_transpose(picture)
            bare = Image.new(upright.mode, upright.size)
            bare.paste(upright)
            if upright.mode == "P" and (palette := upright.getpalette()):
                bare.putpalette(palette)
            out = io.BytesIO()
            bare.save(out, kind, **({} if kind == "PNG" else {"quality": _QUALITY}))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
        return None
    finally:
        file.seek(0)
    return ContentFile(out.getvalue(), name=file.name)
