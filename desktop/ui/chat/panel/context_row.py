"""How long the context is: num_ctx, beside what the host gives in fact."""

from dataclasses import replace

from typing_extensions import override

from desktop.chat.defaults import Origin
from desktop.chat.snapshot import Meter
from desktop.domain.conversation import Target
from desktop.domain.text import visible
from desktop.memory.snapshot import FitAnswer
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.number_row import NumberRow
from desktop.ui.chat.panel.numbers import Span, doubling
from desktop.ui.memory.services import FitsService
from desktop.ui.memory.verdict_line import FitDoor, VerdictLine

_LEAST, _FIRST = 16, 512
"""The smallest that can be typed, and the first place of the slider."""
_UNTRAINED = 131_072
"""The slider's end where the model does not say how long a context it was trained for."""
_MOST = 2**31 - 1


class ContextRow(NumberRow):
    """Powers of two up to what the model was trained for; more would be cut silently (fact 17)."""

    def __init__(self, theme: Theme) -> None:
        self._meter = Meter()
        self._host = ""
        self._trained = 0
        self._target = Target()
        self.verdict: VerdictLine | None = None
        self._door: FitDoor | None = None
        super().__init__(
            theme,
            "num_ctx",
            Span(_LEAST, _MOST, is_whole=True),
            places=doubling(_FIRST, _UNTRAINED),
        )

    def show_context(self, meter: Meter, host_name: str, trained: int) -> None:
        """Take in what the host says, before the value is shown."""
        self._meter, self._host, self._trained = meter, visible(host_name), trained
        most = max(trained or _MOST, _LEAST)
        places = doubling(min(_FIRST, most), trained or _UNTRAINED)
        self.set_range(Span(_LEAST, most, is_whole=True), places)

    def judge_with(self, door: FitDoor) -> None:
        """Say below the slider whether the model fits with this context."""
        if self.verdict is None:
            self.verdict = VerdictLine(self._theme, door)
            self._door = door
            self.body.addWidget(self.verdict)
            self.show_target(self._target, self._host)

    def show_target(self, target: Target, host_name: str) -> None:
        """Judge who is asked now with the number that holds now."""
        self._target = target
        if self.verdict is None:
            return
        number = self.value if isinstance(self.value, int) else self.in_force()
        context = int(number or 0)

        def question(fits: FitsService) -> FitAnswer:
            load = fits.usual_load(target.host_id, target.model)
            load = replace(load, context=context or load.context)
            return fits.installed(target.host_id, target.model, load)

        if not target.model:
            self.verdict.ask(None)
        else:
            self.verdict.ask(question, host_name, lambda: self._judge(context))

    @override
    def in_force(self) -> float | None:
        if self._meter.is_effective and self._meter.context:
            return self._meter.context
        return super().in_force()

    @override
    def unknown_word(self) -> str:
        return self.tr("host's own")

    @override
    def hint_text(self) -> str:
        meter = self._meter
        if self.is_changed:
            return self._hint_of_changed(meter)
        if self.default.origin is not Origin.HOST:
            return super().hint_text()
        if meter.is_effective and meter.context:
            text = self.tr("Set by {host}: {tokens}") if self._host else self.tr("Set by the host")
            return text.format(host=self._host, tokens=units.tokens(meter.context))
        text = self.tr("Set by {host}") if self._host else self.tr("Set by the host")
        return text.format(host=self._host)

    def _judge(self, context: int) -> None:
        if self._door is not None:
            self._door.judge(self._target.host_id, self._target.model, context)

    def _hint_of_changed(self, meter: Meter) -> str:
        if meter.is_effective and meter.context and meter.context != self.value:
            text = (
                self.tr("{host} gives {tokens} until it loads the model anew")
                if self._host
                else self.tr("The host gives {tokens} until it loads the model anew")
            )
            return text.format(host=self._host, tokens=units.tokens(meter.context))
        if self._trained:
            text = self.tr("This model was trained for {tokens}")
            return text.format(tokens=units.tokens(self._trained))
        return super().hint_text()
