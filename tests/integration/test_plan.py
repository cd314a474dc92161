"""From a Modelfile and its files to what is to be created."""

import shutil
from pathlib import Path

import pytest

from desktop.domain.creation import FilePart
from desktop.domain.modelfile import parse
from desktop.domain.recipe import Recipe, recipe_of
from desktop.jobs.local_file import FileMark
from desktop.storage.regular import FileChanged
from desktop.workshop.files import Forbidden, NotAgreed, Survey, survey
from desktop.workshop.plan import agreed, planned, quantization_of
from tests.demo_client import FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    here = tmp_path / "model"
    here.mkdir()
    shutil.copy(FOLDER / "tiny.gguf", here / "tiny.gguf")
    shutil.copy(FOLDER / "tiny.gguf", tmp_path / "outside.gguf")
    return here


async def surveyed(text: str, folder: Path) -> tuple[Recipe, Survey]:
    recipe = recipe_of(parse(text))
    return recipe, await survey(recipe, folder)


async def test_a_file_beside_the_modelfile_is_sent(folder: Path) -> None:
    recipe, found = await surveyed("FROM ./tiny.gguf\nSYSTEM hi\n", folder)
    creation = agreed(planned(recipe, found, "new", "Q8_0"), found, has_yes=False)
    [file] = creation.files
    assert (creation.base, file.name, file.part) == ("", "tiny.gguf", FilePart.BASE)
    assert (creation.recipe.system, creation.quantize) == ("hi", "Q8_0")
    assert quantization_of(found) == "F16"


async def test_a_name_stays_a_name(folder: Path) -> None:
    recipe, found = await surveyed("FROM llama3.2:3b\n", folder)
    creation = agreed(planned(recipe, found, "new"), found, has_yes=False)
    assert (creation.base, creation.files) == ("llama3.2:3b", ())
    assert quantization_of(found) == ""


async def test_a_doubtful_file_is_planned_and_not_sent_without_a_yes(folder: Path) -> None:
    recipe, found = await surveyed("FROM ../outside.gguf\n", folder)
    plan = planned(recipe, found, "new")
    assert len(plan.files) == 1
    with pytest.raises(NotAgreed):
        agreed(plan, found, has_yes=False)
    assert len(agreed(plan, found, has_yes=True).files) == 1


async def test_a_plan_that_nobody_agreed_to_cannot_be_sent(folder: Path) -> None:
    recipe, found = await surveyed("FROM ./tiny.gguf\n", folder)
    plan = planned(recipe, found, "new")
    with pytest.raises(FileChanged):
        FileMark.of(plan.files[0])
    FileMark.of(agreed(plan, found, has_yes=False).files[0])


async def test_a_forbidden_file_is_never_planned(folder: Path) -> None:
    recipe, found = await surveyed("FROM ./nothing.gguf\n", folder)
    plan = planned(recipe, found, "new")
    assert plan.files == ()
    with pytest.raises(Forbidden):
        agreed(plan, found, has_yes=True)
