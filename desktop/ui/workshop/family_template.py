"""Takes the template of an installed model over, as for a GGUF file of its family."""

from PySide6.QtCore import QObject, Signal

from desktop.domain.conversation import Target
from desktop.domain.modelfile_writing import Unwritable
from desktop.domain.text import visible
from desktop.hosts.snapshot import CardAnswer
from desktop.ui.bridge.scope import TaskScope
from desktop.ui.workshop.bench import Bench
from desktop.ui.workshop.form.shown import unwritable_words
from desktop.ui.workshop.model_choice import snapshot_of
from desktop.ui.workshop.rendering import said_of
from desktop.ui.workshop.services import WorkshopServices
from desktop.workshop.gallery import with_template_of


class FamilyTemplate(QObject):
    """What comes too late, when another draft is shown, is let go of."""

    refused = Signal(str)
    """Why there is none, in a sentence."""

    def __init__(self, services: WorkshopServices, bench: Bench, parent: QObject) -> None:
        super().__init__(parent)
        self._registry = services.registry
        self._bench = bench
        self._scope = TaskScope(self)
        button = bench.form.template.take
        button.clicked.connect(lambda: bench.models.ask(button, Target(), self.take))

    def take(self, target: Target) -> None:
        """Write that model's template into the draft that is shown."""
        editor = self._bench.editors.current

        def on_card(answer: CardAnswer) -> None:
            if self._bench.editors.current is editor:
                self._write(target, answer)

        self._scope.cancel()
        self._scope.start(self._registry.try_card(target.host_id, target.model), on_card)

    def _write(self, target: Target, answer: CardAnswer) -> None:
        editor = self._bench.editors.current
        if editor is None:
            return
        if answer.card is None:
            snapshot = snapshot_of(self._registry, target.host_id)
            said = said_of(answer, snapshot.host if snapshot else None)
            self.refused.emit(said.sentence or self.tr("The host was removed"))
            return
        if not answer.card.template:
            text = self.tr("{model} has no template")
            self.refused.emit(text.format(model=visible(target.model)))
            return
        try:
            text = with_template_of(editor.text(), answer.card)
        except Unwritable as error:
            self.refused.emit(unwritable_words(error))
            return
        self._bench.form.template.area.forget_typing()
        self._bench.form.text_wanted.emit(text)
