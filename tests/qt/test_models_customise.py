from contextlib import asynccontextmanager

from PySide6.QtTest import QTest

from desktop.domain.creation import Creation
from desktop.domain.recipe import Recipe
from desktop.ui.bridge.theme import Theme
from desktop.ui.models.customise import CustomiseDialog, suggested_name
from tests.qt.models_window import Shown, models_window

BASE = "qwen2.5:14b"


@asynccontextmanager
async def asking(theme: Theme, folder, shown: Shown):
    tower = shown.hosts["tower"]
    base = next(one for one in shown.registry.snapshot(tower).models if one.name == BASE)
    dialog = CustomiseDialog(theme, shown.registry, tower, base, parent=shown.window)
    dialog.show()
    dialog.activateWindow()
    yield dialog
    dialog.close()


def test_a_new_model_is_made_of_an_installed_one(run, theme: Theme, tmp_path):
    async def scenario() -> None:
        async with models_window(theme, tmp_path) as shown:
            await shown.wait("tower")
            asked: list[tuple[object, ...]] = []
            async with asking(theme, tmp_path, shown) as dialog:
                dialog.creation_wanted.connect(lambda *values: asked.append(values))
                assert (dialog.name.text(), dialog.primary.text()) == (
                    "my-qwen2.5:14b",
                    "Create on tower",
                )
                QTest.keyClicks(dialog.system, "Be brief.")
                temperature, _context = dialog.parameters.rows
                QTest.keyClicks(temperature.field, "abc")
                assert dialog.fact.text() == "Mend what is red first"
                temperature.field.clear()
                QTest.keyClicks(temperature.field, "0.2")
                dialog.parameters.add_one("stop")
                QTest.keyClicks(dialog.parameters.rows[2].field, "\\n")
                dialog.primary.click()
            recipe = Recipe(
                (BASE,), system="Be brief.", parameters={"temperature": 0.2, "stop": ["\n"]}
            )
            wanted = Creation("my-qwen2.5:14b", recipe, BASE)
            assert asked == [(shown.hosts["tower"], wanted)]

    run(scenario())


def test_a_taken_name_is_replaced_only_if_that_is_agreed_to(run, theme: Theme, tmp_path):
    async def scenario() -> None:
        async with models_window(theme, tmp_path) as shown:
            await shown.wait("tower")
            async with asking(theme, tmp_path, shown) as dialog:
                dialog.name.setText(BASE)
                assert dialog.fact.text() == "Mend the name first"
                models = shown.registry.snapshot(shown.hosts["tower"]).models
                other = next(one.name for one in models if one.name != BASE)
                dialog.name.setText(other.upper())
                assert (dialog.fact.text(), dialog.replace.isVisible()) == (
                    "The name is taken",
                    True,
                )
                dialog.replace.setChecked(True)
                assert dialog.primary.isEnabled()
                assert dialog.creation.overwrite

    run(scenario())


def test_whose_a_model_was_is_not_in_the_suggested_name():
    assert suggested_name("hf.co/someone/Qwen:Q4_K_M") == "my-Qwen:Q4_K_M"
    assert suggested_name("llama3.2") == "my-llama3.2:latest"
