"""Whether a model fits, said on pages that are about something else."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid

from desktop.chat.snapshot import Meter
from desktop.domain.conversation import Parameters, Target
from desktop.domain.host import HostState
from desktop.domain.memory import Load, Room
from desktop.domain.model import Capability
from desktop.domain.name import parse_name
from desktop.domain.readings import Source
from desktop.memory.snapshot import Basis, FitAnswer, HostMemory, Missing
from desktop.storage.settings import SettingsFile
from desktop.ui.bridge.frame import FRAME_MS
from desktop.ui.bridge.theme import Theme
from desktop.ui.chat.panel.panel import ParametersPanel
from desktop.ui.jobs.pull_fits import PullFits
from desktop.ui.memory.fit_words import need_words, said_of
from desktop.ui.memory.side.answer_view import AnswerView
from desktop.ui.memory.verdict_line import FitDoor, VerdictLine
from desktop.ui.models.overview import Overview
from desktop.ui.models.view import ModelRow
from tests.qt.memory_side_scene import CARD, GB, HERE, NAS, SHAPE, TOWER, Fits, Hosts, host

R1 = "deepseek-r1:32b"


class Door:
    def __init__(self, *snapshots) -> None:
        self.fits = Fits()
        self.hosts = Hosts(*snapshots)
        self.judged: list[tuple[str, str, int]] = []
        self.files: list[Path] = []

    def made(self) -> FitDoor:
        def judge(host_id, model, context) -> None:
            self.judged.append((host_id, model, context))

        return FitDoor(self.fits, lambda: self.hosts.hosts, judge, self.files.append)


@pytest.fixture
def place(qtbot):
    place = QWidget()
    QVBoxLayout(place)
    qtbot.addWidget(place)
    place.show()
    return place


def line_of(place: QWidget, theme: Theme, door: Door) -> VerdictLine:
    line = VerdictLine(theme, door.made())
    layout = place.layout()
    assert layout
    layout.addWidget(line)
    return line


@pytest.mark.parametrize(
    ("host_id", "context", "line", "role"),
    [
        (TOWER, 2048, "Just fits on tower's GPU: 19.9 of 24.0 GB", "warning"),
        (
            TOWER,
            32768,
            "Part runs on tower's CPU: 53 of 65 layers fit on the GPU",
            "warning",
        ),
        (HERE, 8192, "Runs on tower's CPU, takes 21.5 GB", "muted"),
        (HERE, 131072, "Does not fit on tower: needs 53.7 GB", "danger"),
        (NAS, 8192, "Needs 21.5 GB; how much memory tower has is not known", "muted"),
    ],
)
def test_a_verdict_is_one_line(host_id, context: int, line: str, role: str):
    said = said_of(Fits().of_shape(host_id, SHAPE, Load(context)), "tower")
    assert (said.line, said.role) == (line, role)
    assert said.more.startswith("Needs ")


def test_how_sure_a_need_is_is_said():
    answer = Fits().of_shape(TOWER, SHAPE, Load(8192))
    assert need_words(answer) == "Needs 20.4 GB to 22.5 GB, estimated"
    assert answer.fit is not None
    total = answer.fit.need.total
    measured = replace(answer, basis=Basis.MEASURED, low=total, high=total)
    assert need_words(measured) == "Needs 21.5 GB, as measured"
    assert need_words(replace(answer, basis=Basis.SIZE)).endswith("guessed from its size")


def test_the_line_asks_again_when_an_answer_may_be_another(theme: Theme, place: QWidget, qtbot):
    door = Door()
    line = line_of(place, theme, door)
    door.fits.missing[R1] = Missing.ASKING
    line.ask(lambda fits: fits.installed(TOWER, R1, Load(2048)), "tower")
    assert line.words.text() == "tower is being asked how much memory it takes"
    door.fits.missing.clear()
    door.fits.changed.emit(None)
    qtbot.waitUntil(lambda: line.words.text().startswith("Just fits on tower's GPU"))
    assert line.accessibleName() == line.words.text()


def test_where_nothing_can_be_said_the_line_is_not_there(theme: Theme, place: QWidget):
    door = Door()
    line = line_of(place, theme, door)
    assert line.isHidden()
    for missing in (Missing.NO_HOST, Missing.FAILED):
        door.fits.missing[R1] = missing
        line.ask(lambda fits: fits.installed(TOWER, R1, Load(2048)), "tower")
        assert line.isHidden()
    door.fits.missing.clear()
    line.ask(lambda fits: fits.installed(TOWER, R1, Load(2048)), "tower")
    assert line.isVisible()
    line.ask(None)
    assert line.isHidden()


def test_a_line_that_is_gone_asks_no_more(theme: Theme, place: QWidget, qtbot):
    door = Door()
    line = line_of(place, theme, door)
    line.ask(lambda fits: fits.installed(TOWER, R1, Load(2048)), "tower")
    line.deleteLater()
    qtbot.waitUntil(lambda: not isValid(line))
    door.fits.asked.clear()
    door.fits.changed.emit(None)
    QTest.qWait(2 * FRAME_MS)
    assert not door.fits.asked


@pytest.fixture
def panel(theme: Theme, tmp_path: Path, qtbot):
    settings = SettingsFile(tmp_path / "settings.json", pause=0)
    panel = ParametersPanel(theme, settings)
    qtbot.addWidget(panel)
    panel.show()
    yield panel
    settings.close()


def test_beside_num_ctx_stands_whether_it_fits_and_follows_the_slider(panel: ParametersPanel):
    door = Door()
    shown: list[Parameters] = [Parameters()]

    def show(parameters: Parameters) -> None:
        shown.append(parameters)
        panel.show_conversation(
            parameters,
            CARD,
            frozenset({Capability.CHAT}),
            Meter(),
            host_name="tower",
            target=Target(TOWER, R1),
        )

    panel.changed.connect(show)
    show(Parameters())
    assert panel.context.verdict is None
    panel.judge_with(door.made())
    line = panel.context.verdict
    assert line is not None
    assert door.fits.asked[-1] == (TOWER, R1, Load(4096))
    assert line.words.text().startswith("Just fits on tower's GPU")
    panel.context.slider.setValue(panel.context.slider.maximum())
    assert door.fits.asked[-1] == (TOWER, R1, Load(131072))
    assert line.words.text().startswith("Part runs on tower's CPU")
    line.more.setFocus()
    QTest.keyClick(line.more, Qt.Key.Key_Space)
    assert door.judged == [(TOWER, R1, 131072)]


def test_without_a_model_nothing_is_said_beside_num_ctx(panel: ParametersPanel):
    door = Door()
    panel.judge_with(door.made())
    panel.show_conversation(Parameters(), None, (), Meter())
    assert panel.context.verdict is not None
    assert panel.context.verdict.isHidden()
    assert not door.fits.asked


def test_a_context_in_force_is_the_one_that_is_judged(panel: ParametersPanel):
    door = Door()
    panel.judge_with(door.made())
    meter = Meter(context=16384, is_effective=True)
    panel.show_conversation(
        Parameters(), CARD, (), meter, host_name="tower", target=Target(TOWER, R1)
    )
    assert door.fits.asked[-1] == (TOWER, R1, Load(16384))


class Row:
    """As much of a row of the models table as the overview looks at."""

    def __init__(self, model, loaded=None) -> None:
        self.model, self.loaded, self.damage, self.host = model, loaded, "", "tower"
        self.host_id, self.name = TOWER, model.name


def test_the_inspector_says_it_once_the_card_has_come(theme: Theme, qtbot):
    door = Door()
    overview = Overview(theme)
    qtbot.addWidget(overview)
    overview.judge_with(door.made())
    overview.show()
    row = cast("ModelRow", Row(host("tower", "192.168.1.20", R1).models[0]))
    overview.show_model(row, None)
    assert not door.fits.asked
    overview.show_model(row, CARD)
    (line,) = overview.findChildren(VerdictLine)
    assert line.words.text().startswith("Just fits on tower's GPU")
    line.more.click()
    assert door.judged == [(TOWER, R1, 0)]


def test_before_a_pull_the_same_name_on_another_host_is_gone_by(run, qtbot):
    async def work() -> None:
        hosts = Hosts(
            host("tower", "192.168.1.20"), host("nas", "192.168.1.3", R1), host("here", "::1")
        )
        owner = QWidget()
        fits = PullFits(Fits(), hosts.registry, owner)
        assert fits.known(parse_name("llama3.2")) is None
        assert fits.verdicts(None) == {}
        known = fits.known(parse_name(R1))
        assert known is not None
        assert known.host.id == NAS
        verdicts = fits.verdicts(known)
        assert len(verdicts) == 3
        assert verdicts[TOWER].line.startswith("Just fits on tower's GPU")
        assert verdicts[NAS].line.endswith("how much memory nas has is not known")
        owner.deleteLater()

    run(work())


def test_before_a_pull_nothing_is_claimed_where_nothing_is_known(qtbot):
    hosts = Hosts(replace(host("nas", "192.168.1.3", R1), state=HostState.DOWN))
    owner, fits = QWidget(), Fits()
    fits.shapes[R1] = Missing.FAILED
    found = PullFits(fits, hosts.registry, owner)
    assert found.known(parse_name(R1)) is None
    hosts.replace(host("nas", "192.168.1.3", R1))
    assert found.verdicts(found.known(parse_name(R1))) == {}
    assert fits.shapes_asked == [(NAS, R1)]
    owner.deleteLater()


def test_a_host_that_nobody_knows_has_no_verdict():
    answer = FitAnswer(Load(1), HostMemory(TOWER), missing=Missing.NO_HOST)
    assert need_words(answer) == ""
    assert said_of(answer, "tower").line == "The model or its host is not in the list any more"


def test_of_a_host_that_does_not_answer_what_is_known_is_said_and_that_it_does_not(
    place: QWidget, theme: Theme
):
    answer = replace(Fits().of_shape(TOWER, SHAPE, Load(512)), is_silent=True)
    said = said_of(answer, "tower")
    assert (said.icon, said.role) == ("unplug", "muted")
    assert said.line.startswith("Just fits on tower's GPU: 19.5 of ")
    assert said.line.endswith(". tower does not answer at the moment.")
    view = AnswerView(theme, parent=place)
    view.show_answer(answer, "tower")
    assert view.view.banner.property("banner") == "info"
    assert "tower does not answer at the moment." in view.said


def test_what_is_guessed_is_said_to_be(place: QWidget):
    fits = Fits()
    guess = Room((24 * GB,), 64 * GB, is_at_least=True)
    fits.memory[TOWER] = HostMemory(TOWER, Source.GUESSED, (24 * GB,), room=guess)
    said = said_of(fits.of_shape(TOWER, SHAPE, Load(512)), "tower")
    assert said.line == "Just fits on tower's GPU: 19.5 of 24.0 GB or more"
    assert said.more.endswith("is guessed: it had that much in use once.")
