"""What the words of a Modelfile mean, in a line each: for the completion."""

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

INSTRUCTIONS: dict[str, object] = {
    "FROM": QT_TRANSLATE_NOOP("Modelfile", "The model, file or folder that it is made from"),
    "PARAMETER": QT_TRANSLATE_NOOP("Modelfile", "How it answers, unless a request says otherwise"),
    "SYSTEM": QT_TRANSLATE_NOOP("Modelfile", "What it is told before every conversation"),
    "TEMPLATE": QT_TRANSLATE_NOOP("Modelfile", "How messages become the prompt"),
    "MESSAGE": QT_TRANSLATE_NOOP("Modelfile", "A sample message that every chat begins with"),
    "ADAPTER": QT_TRANSLATE_NOOP("Modelfile", "A LoRA file that is put on the base"),
    "LICENSE": QT_TRANSLATE_NOOP("Modelfile", "The terms under which it may be used"),
    "DRAFT": QT_TRANSLATE_NOOP("Modelfile", "A small model that guesses ahead"),
    "RENDERER": QT_TRANSLATE_NOOP("Modelfile", "A built-in writer of prompts, by name"),
    "PARSER": QT_TRANSLATE_NOOP("Modelfile", "A built-in reader of answers, by name"),
    "REQUIRES": QT_TRANSLATE_NOOP("Modelfile", "The oldest Ollama that can run it"),
}
ROLES: dict[str, object] = {
    "user": QT_TRANSLATE_NOOP("Modelfile", "What the person says"),
    "assistant": QT_TRANSLATE_NOOP("Modelfile", "What the model answers"),
    "system": QT_TRANSLATE_NOOP("Modelfile", "An instruction in between"),
}
SWITCHES: dict[str, object] = {"true": "", "false": ""}
TEMPLATE: dict[str, object] = {
    ".System": QT_TRANSLATE_NOOP("Modelfile", "The system prompt"),
    ".Prompt": QT_TRANSLATE_NOOP("Modelfile", "The prompt of /api/generate"),
    ".Response": QT_TRANSLATE_NOOP("Modelfile", "Where the answer goes"),
    ".Suffix": QT_TRANSLATE_NOOP("Modelfile", "What follows the place that is filled in"),
    ".Messages": QT_TRANSLATE_NOOP("Modelfile", "The messages of a chat, for range"),
    ".Role": QT_TRANSLATE_NOOP("Modelfile", "In a message: system, user, assistant or tool"),
    ".Content": QT_TRANSLATE_NOOP("Modelfile", "In a message: its text"),
    ".Thinking": QT_TRANSLATE_NOOP("Modelfile", "In a message: what was thought before it"),
    ".Images": QT_TRANSLATE_NOOP("Modelfile", "In a message: its pictures"),
    ".ToolCalls": QT_TRANSLATE_NOOP("Modelfile", "In a message: the tools that it calls"),
    ".ToolName": QT_TRANSLATE_NOOP("Modelfile", "In a tool's message: which tool answered"),
    ".Function": QT_TRANSLATE_NOOP("Modelfile", "In a tool or a call: .Name and .Arguments"),
    ".Name": QT_TRANSLATE_NOOP("Modelfile", "In a function: its name"),
    ".Arguments": QT_TRANSLATE_NOOP("Modelfile", "In a call: what the tool is given"),
    ".Parameters": QT_TRANSLATE_NOOP("Modelfile", "In a tool: what it takes"),
    ".Tools": QT_TRANSLATE_NOOP("Modelfile", "The tools that a chat offers"),
    ".Think": QT_TRANSLATE_NOOP("Modelfile", "Whether thinking is asked for"),
    ".ThinkLevel": QT_TRANSLATE_NOOP("Modelfile", "How much thinking is asked for"),
    ".IsThinkSet": QT_TRANSLATE_NOOP("Modelfile", "Whether a request says anything of thinking"),
    "if": QT_TRANSLATE_NOOP("Modelfile", "Up to end, only where something is there"),
    "else": QT_TRANSLATE_NOOP("Modelfile", "What else, up to end"),
    "range": QT_TRANSLATE_NOOP("Modelfile", "Once for each, up to end"),
    "with": QT_TRANSLATE_NOOP("Modelfile", "Up to end, the dot is this"),
    "end": QT_TRANSLATE_NOOP("Modelfile", "The end of if, range, with, block or define"),
    "break": QT_TRANSLATE_NOOP("Modelfile", "Leaves a range"),
    "continue": QT_TRANSLATE_NOOP("Modelfile", "Goes on with the next of a range"),
    "and": QT_TRANSLATE_NOOP("Modelfile", "Whether all are there"),
    "or": QT_TRANSLATE_NOOP("Modelfile", "Whether one is there"),
    "not": QT_TRANSLATE_NOOP("Modelfile", "Whether it is not there"),
    "eq": QT_TRANSLATE_NOOP("Modelfile", "Whether both are the same"),
    "ne": QT_TRANSLATE_NOOP("Modelfile", "Whether both differ"),
    "lt": QT_TRANSLATE_NOOP("Modelfile", "Whether the first is less"),
    "le": QT_TRANSLATE_NOOP("Modelfile", "Whether the first is less, or the same"),
    "gt": QT_TRANSLATE_NOOP("Modelfile", "Whether the first is more"),
    "ge": QT_TRANSLATE_NOOP("Modelfile", "Whether the first is more, or the same"),
    "len": QT_TRANSLATE_NOOP("Modelfile", "How many there are"),
    "index": QT_TRANSLATE_NOOP("Modelfile", "One of many, by its place or name"),
    "slice": QT_TRANSLATE_NOOP("Modelfile", "A part of many, from one place to another"),
    "json": QT_TRANSLATE_NOOP("Modelfile", "Written as JSON"),
    "currentDate": QT_TRANSLATE_NOOP("Modelfile", "Today, as 2026-01-31"),
    "print": QT_TRANSLATE_NOOP("Modelfile", "Written one after the other"),
    "printf": QT_TRANSLATE_NOOP("Modelfile", "Written in a form"),
}
"""Those of Ollama's template/template.go beside Go's own."""


def meaning(table: dict[str, object], name: str) -> str:
    """Return what a word means, in the chosen language."""
    said = str(table[name])
    return QCoreApplication.translate("Modelfile", said) if said else ""
