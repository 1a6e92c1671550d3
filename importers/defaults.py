"""The sources that every site has: one for each way in."""

from importers.formats import KINDS
from importers.models import Channel, ImportSource

_NAMES = {
    Channel.UPLOAD: "后台上传",
    Channel.FOLDER: "收件文件夹",
    Channel.COMMAND: "命令行",
}


def source_of(channel: Channel, kind: str) -> ImportSource:
    """The first source of a channel, made when there is none."""
    found = ImportSource.objects.filter(kind=kind, channel=channel).order_by("pk").first()
    name = f"{_NAMES[channel]}（{KINDS[kind].label if kind in KINDS else kind}）"
    return found or ImportSource.objects.get_or_create(name=name, defaults={"kind": kind, "channel": channel})[0]


def ensure_sources() -> None:
    """Make what is missing."""
    for kind in KINDS:
        for channel in Channel:
            source_of(channel, kind)
