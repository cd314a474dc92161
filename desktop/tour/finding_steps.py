"""The tour's steps about what finds and explains: palette, settings, help, licences."""

from PySide6.QtCore import Qt

from desktop.tour.guide import Guide
from desktop.tour.stage import Stage


async def found_and_explained(guide: Guide, stage: Stage) -> None:
    """Go through the palette, two sections of the settings, the help and the licences."""
    await _palette(guide, stage)
    window, finding = stage.program.window, stage.program.for_finding
    window.show_page("settings")
    await guide.picture("settings")
    guide.write(finding.settings.search, "pull")
    await guide.picture("settings-found-by-a-word")
    finding.settings.go_to("files")
    room = finding.settings.area.verticalScrollBar()
    await guide.until(lambda: room.value() > 0, "the section is scrolled to")
    await guide.picture("settings-files-and-privacy")
    room.setValue(0)
    window.show_page("help")
    await guide.picture("help")
    finding.show_keys()
    await guide.picture("help-keys")
    finding.show_troubles()
    guide.write(finding.help.search, "proxy")
    await guide.picture("help-troubleshooting")
    guide.write(finding.help.search, "")
    window.show_page("about")
    about = finding.about
    await guide.until(lambda: bool(about.components), "the licences are read")
    await guide.picture("versions-and-licences")


async def _palette(guide: Guide, stage: Stage) -> None:
    window, palette = stage.program.window, stage.program.for_finding.palette
    window.show_page("models")
    window.commands.action("palette").trigger()
    await guide.picture("palette")
    guide.write(palette.field, "qwen")
    await guide.picture("palette-finds-models")
    while palette.current is not None and palette.current.more is None:
        guide.press(palette.field, Qt.Key.Key_Down)
    guide.press(palette.field, Qt.Key.Key_Tab)
    await guide.picture("palette-more-actions")
    palette.leave()
