"""What macOS is told about Paddock: Info.plist, and its texts in every language."""

import plistlib
import re
from collections.abc import Mapping

MODELFILE = "com.ollama.modelfile"
GGUF = "org.ggml.gguf"
LANGUAGES = ("en", "zh-Hans")
TEXTS: Mapping[str, Mapping[str, str]] = {
    "en": {
        "NSLocalNetworkUsageDescription": (
            "Paddock talks to the Ollama hosts in your list, which may be on your own network."
        ),
        "Ollama Modelfile": "Ollama Modelfile",
        "GGUF model": "GGUF model",
    },
    "zh-Hans": {
        "NSLocalNetworkUsageDescription": (
            "Paddock 会连接您列表中的 Ollama 主机，它们可能就在您的本地网络中。"
        ),
        "Ollama Modelfile": "Ollama 模型定义文件",
        "GGUF model": "GGUF 模型",
    },
}
"""InfoPlist.strings: a text of the system's dialogs, and the names of file types as Finder says."""


def info_plist(version: str, oldest_macos: str, identifier: str) -> bytes:
    """Return Info.plist; `identifier` is as `release.py` knows it."""
    return plistlib.dumps(
        {
            "CFBundleName": "Paddock",
            "CFBundleDisplayName": "Paddock",
            "CFBundleIdentifier": identifier,
            "CFBundleExecutable": "Paddock",
            "CFBundleIconFile": "paddock.icns",
            "CFBundlePackageType": "APPL",
            "CFBundleInfoDictionaryVersion": "6.0",
            "CFBundleShortVersionString": version,
            "CFBundleVersion": version,
            "CFBundleDevelopmentRegion": "en",
            "CFBundleLocalizations": list(LANGUAGES),
            "CFBundleDocumentTypes": _document_types(),
            "UTImportedTypeDeclarations": _imported_types(),
            "LSMinimumSystemVersion": oldest_macos,
            "LSApplicationCategoryType": "public.app-category.developer-tools",
            "NSHighResolutionCapable": True,
            "NSPrincipalClass": "NSApplication",
            "NSSupportsAutomaticGraphicsSwitching": True,
            "NSHumanReadableCopyright": "MIT licence",
            "NSLocalNetworkUsageDescription": TEXTS["en"]["NSLocalNetworkUsageDescription"],
            "NSAppTransportSecurity": {"NSAllowsLocalNetworking": True},
        }
    )


def strings(language: str) -> bytes:
    """Return InfoPlist.strings of one language."""
    return plistlib.dumps(dict(TEXTS[language]))


def oldest_macos(tags: list[str]) -> str:
    """Return the oldest macOS that every wheel runs on, such as "14.0", by their platform tags."""
    found = [
        min((int(major), int(minor)) for major, minor in re.findall(r"macosx_(\d+)_(\d+)_", tag))
        for tag in tags
        if "macosx_" in tag
    ]
    major, minor = max(found)
    return f"{major}.{minor}"


def _document_types() -> list[dict[str, object]]:
    """Say what may be opened: a Modelfile by a double click, the others by "Open With" and drops.

    A file that is called just Modelfile has no type on macOS; it is dropped on the Dock's icon.
    """
    return [
        {
            "CFBundleTypeName": "Ollama Modelfile",
            "CFBundleTypeRole": "Editor",
            "CFBundleTypeIconFile": "modelfile.icns",
            "LSHandlerRank": "Default",
            "LSItemContentTypes": [MODELFILE],
        },
        {
            "CFBundleTypeName": "GGUF model",
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "Alternate",
            "LSItemContentTypes": [GGUF],
        },
        {
            "CFBundleTypeRole": "Viewer",
            "LSHandlerRank": "None",
            "LSItemContentTypes": ["public.data", "public.folder"],
        },
    ]


def _imported_types() -> list[dict[str, object]]:
    """Describe types that are not ours, for a Mac on which nobody else does."""
    return [
        {
            "UTTypeIdentifier": MODELFILE,
            "UTTypeDescription": "Ollama Modelfile",
            "UTTypeConformsTo": ["public.plain-text"],
            "UTTypeReferenceURL": "https://github.com/ollama/ollama/blob/main/docs/modelfile.md",
            "UTTypeTagSpecification": {
                "public.filename-extension": ["modelfile"],
                "public.mime-type": ["text/x-ollama-modelfile"],
            },
        },
        {
            "UTTypeIdentifier": GGUF,
            "UTTypeDescription": "GGUF model",
            "UTTypeConformsTo": ["public.data"],
            "UTTypeReferenceURL": "https://github.com/ggml-org/ggml/blob/master/docs/gguf.md",
            "UTTypeTagSpecification": {"public.filename-extension": ["gguf"]},
        },
    ]
