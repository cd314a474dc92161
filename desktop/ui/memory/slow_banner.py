"""Why a loaded model is slow, and the one click that helps."""

from PySide6.QtWidgets import QWidget

from desktop.domain.text import visible
from desktop.ui import units
from desktop.ui.bridge.theme import Theme
from desktop.ui.memory.loaded import Cure, LoadedFacts
from desktop.ui.memory.loaded_words import slow_advice, slow_sentence
from desktop.ui.widgets.buttons import Button
from desktop.ui.widgets.messages import Banner


class SlowBanner(Banner):
    """Another context, or the other models unloaded; else it says what would help."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self.use = Button(theme, "")
        super().__init__(theme, "warning", icon="gauge", actions=(self.use,), parent=parent)
        self.setObjectName("whySlow")
        self.hide()

    def show_facts(self, facts: LoadedFacts) -> None:
        """Say why, or hide where it is not slow, or is being loaded anew."""
        cure = facts.cure
        self.setVisible(cure is not None and not facts.is_loading and not facts.is_unloading)
        if cure is None:
            return
        self.say("warning", slow_sentence(facts), slow_advice(facts), icon="gauge")
        text, spoken = self._names(facts, cure)
        self.use.setText(text)
        self.use.setAccessibleName(spoken)
        self.use.setVisible(bool(facts.living) and cure is not Cure.NONE)

    def _names(self, facts: LoadedFacts, cure: Cure) -> tuple[str, str]:
        """Return what the button says, and what it is called where the row is not seen."""
        name = visible(facts.name)
        if cure is Cure.CONTEXT and facts.slow is not None:
            context = units.number(facts.slow.context)
            text = self.tr("Load {model} anew with num_ctx {context}")
            used = self.tr("Use {context}").format(context=context)
            return used, text.format(model=name, context=context)
        if cure is Cure.UNLOAD_OTHERS:
            text = self.tr("Unload the other models, and load {model} anew")
            return self.tr("Unload the others"), text.format(model=name)
        return self.tr("Load it anew"), self.tr("Load {model} anew").format(model=name)
