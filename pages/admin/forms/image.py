"""Pictures as people bring them in."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from PIL import Image
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class WholeImageField(WagtailImageField):
    """Looks into the whole picture: Wagtail trusts its head, and stumbles over a damaged rest."""

    def to_python(self, data: Any) -> Any:
        """Refuse a picture that nobody could look at."""
        try:
            file = super().to_python(data)
            if file is not None:
                file.seek(0)
                with Image.open(file) as picture:
                    picture.load()
                file.seek(0)
        except (OSError, SyntaxError, Image.DecompressionBombError) as error:
            raise ValidationError(_("The picture is damaged. Please export it again and send that.")) from error
        return file


class BureauImageForm(BaseImageForm):
    file = WholeImageField(label=gettext_lazy("File"))
