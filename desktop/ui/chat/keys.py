"""The keys of the chat page, in Qt's portable texts; the first of each is named in tooltips."""

NEW = ("Ctrl+N", "Ctrl+Shift+O")
SEARCH = ("Ctrl+Shift+F", "Ctrl+F")
STOP = ("Ctrl+.",)
REGENERATE = ("Ctrl+Shift+R",)
COPY_ANSWER = ("Ctrl+Shift+C",)
MODEL = ("Ctrl+M",)
PANEL = ("Ctrl+Shift+P",)
RENAME = ("F2",)
EXPORT = ("Ctrl+E",)
WRITE = ("Ctrl+L",)
NEXT = ("Ctrl+PgDown",)
PREVIOUS = ("Ctrl+PgUp",)
