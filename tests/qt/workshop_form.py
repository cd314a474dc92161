"""The form with a page that does what it asks: the text is kept, read, and shown again."""

from desktop.domain.modelfile import parse
from desktop.domain.modelfile_check import check
from desktop.domain.name import parse_name
from desktop.ui.bridge.theme import Theme
from desktop.ui.workshop.form.bases import BaseModel, Bases
from desktop.ui.workshop.form.form import ModelfileForm
from desktop.ui.workshop.form.parameter_row import ParameterRow

TEXT = """# Reviews an HTTP API description
FROM qwen2.5:14b

PARAMETER temperature 0.2
# the longest that fits
PARAMETER num_ctx "abc"
PARAMETER stop "<|im_end|>"
PARAMETER mirostat 1

SYSTEM \"\"\"
You review HTTP APIs.
\"\"\"
MESSAGE user GET /v1/users?limit=0
MESSAGE assistant limit=0 is not defined: nothing, or all?

LICENSE MIT
"""
BASES = Bases(
    {
        parse_name(model.name).key: model
        for model in (
            BaseModel("qwen2.5:14b", ("tower", "studio-mac"), 32768, "Q4_K_M"),
            BaseModel("llama3.2:1b", ("nas",), 131072, "F16"),
        )
    },
    ("tower", "studio-mac"),
)


class FormAndText:
    """`texts` are what the form asked for."""

    def __init__(self, theme: Theme, text: str = TEXT, bases: Bases = BASES) -> None:
        self.form = ModelfileForm(theme)
        self.bases = bases
        self.text = text
        self.texts: list[str] = []
        self.form.text_wanted.connect(self._take)
        self.form.resize(theme.px(348), theme.px(800))
        self.show(text)
        self.form.show()
        self.form.activateWindow()

    def show(self, text: str) -> None:
        self.text = text
        parsed = parse(text)
        self.form.show_text(text, parsed, check(text, parsed), self.bases)

    def row(self, name: str, place: int = 0) -> ParameterRow:
        return [row for row in self.form.parameters.rows if row.name == name][place]

    def _take(self, text: str) -> None:
        self.texts.append(text)
        self.show(text)
