"""The section on how the window looks: colours, language, size of text, motion."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from desktop.storage.settings import SettingsFile
from desktop.storage.settings import Theme as ThemeChoice
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.bridge.translations import languages, own_name
from desktop.ui.settings.bound import Bound, of_desktop
from desktop.ui.settings.field import ChoiceField, SettingField, SwitchField
from desktop.ui.settings.section import SettingsSection

_SIZES = (1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


def appearance(theme: Theme, settings: SettingsFile) -> SettingsSection:
    """Return the section."""
    fields: tuple[SettingField, ...] = (
        _colours(theme, settings),
        _language(theme, settings),
        _text_size(theme, settings),
        SwitchField(
            theme,
            "reducesMotion",
            QCoreApplication.translate("SettingsPage", "Reduce motion"),
            QCoreApplication.translate(
                "SettingsPage",
                "What folds, slides or fades does so at once, and what turns stands still.",
            ),
            of_desktop(
                settings,
                lambda now: now.reduces_motion,
                lambda now, value: replace(now, reduces_motion=value),
            ),
            QCoreApplication.translate("SettingsPage", "animation accessibility"),
        ),
    )
    title = QCoreApplication.translate("SettingsPage", "Appearance")
    return SettingsSection(theme, "appearance", title, "sun", fields)


def _colours(theme: Theme, settings: SettingsFile) -> SettingField:
    names = {
        ThemeChoice.SYSTEM: QCoreApplication.translate("SettingsPage", "As the system"),
        ThemeChoice.LIGHT: QCoreApplication.translate("SettingsPage", "Light"),
        ThemeChoice.DARK: QCoreApplication.translate("SettingsPage", "Dark"),
    }
    return ChoiceField(
        theme,
        "theme",
        QCoreApplication.translate("SettingsPage", "Colours"),
        "",
        Bound(settings, lambda now: now.theme, lambda now, value: replace(now, theme=value)),
        [(choice, names[choice]) for choice in ThemeChoice],
        QCoreApplication.translate("SettingsPage", "theme dark light night"),
    )


def _language(theme: Theme, settings: SettingsFile) -> SettingField:
    system = QCoreApplication.translate("SettingsPage", "As the system")
    return ChoiceField(
        theme,
        "language",
        QCoreApplication.translate("SettingsPage", "Language"),
        QCoreApplication.translate(
            "SettingsPage", "Takes effect at once. Names and answers of models stay as they are."
        ),
        of_desktop(
            settings,
            lambda now: now.language,
            lambda now, value: replace(now, language=value),
        ),
        [("", system), *((name, own_name(name)) for name in languages())],
        "language sprache 语言 英文 中文",
    )


def _text_size(theme: Theme, settings: SettingsFile) -> SettingField:
    bound = of_desktop(
        settings,
        lambda now: now.text_scale,
        lambda now, value: replace(now, text_scale=value),
    )
    return ChoiceField(
        theme,
        "textScale",
        QCoreApplication.translate("SettingsPage", "Size of text"),
        QCoreApplication.translate(
            "SettingsPage", "Of what the system sets. Everything else grows with it."
        ),
        bound,
        _sizes(bound.value),
        QCoreApplication.translate("SettingsPage", "font zoom scale large"),
    )


def _sizes(now: float) -> Sequence[tuple[float, str]]:
    """Return the sizes to choose from, with one among them that was set otherwise."""
    return [(size, units.percent(size)) for size in sorted({*_SIZES, now})]
