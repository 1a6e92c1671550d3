"""Documents and pictures: private until a visible record uses them."""

from typing import Any

from django.core.files.images import get_image_dimensions
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument, Document
from wagtail.images.models import AbstractImage, AbstractRendition, Image
from wagtail.utils.file import hash_filelike

from privacy.files.pictures import without_notes


class BureauDocument(AbstractDocument):
    """A file of the bureau; who may fetch it is asked of the projection at each request, never of this row."""

    admin_form_fields = Document.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")


class BureauImage(AbstractImage):
    """A picture of the bureau, stored without what the camera wrote into it."""

    admin_form_fields = Image.admin_form_fields

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Encode a new file anew before it is stored."""
        if self.file and not self.file._committed and (bare := without_notes(self.file.file)) is not None:
            self.file.file = bare
            self.width, self.height = get_image_dimensions(bare)
            self.file_size, self.file_hash = bare.size, hash_filelike(bare)
        super().save(*args, **kwargs)

    class Meta(AbstractImage.Meta):
        verbose_name = _("image")
        verbose_name_plural = _("images")


class BureauRendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(BureauImage, on_delete=models.CASCADE, related_name="renditions")

    class Meta:
        verbose_name = _("Picture in one size")
        verbose_name_plural = _("Pictures in one size")
        constraints = [
            models.UniqueConstraint(fields=["image", "filter_spec", "focal_point_key"], name="privacy_rendition_once")
        ]
