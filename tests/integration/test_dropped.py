"""What becomes of a path that was dropped, or named on the command line."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from desktop.storage.paths import Paths
from desktop.storage.settings import SettingsFile
from desktop.workshop.drafts import Drafts
from desktop.workshop.dropped import is_ours, look, open_path
from desktop.workshop.kinds import SourceKind
from tests.gguf_files import LORA, MODEL, gguf


@pytest.fixture
async def drafts(paths: Paths) -> AsyncIterator[Drafts]:
    settings = SettingsFile(paths.settings_file, pause=0)
    async with Drafts(paths.drafts_folder, settings, pause=0) as drafts:
        yield drafts
    settings.close()


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("Modelfile", True),
        ("modelfile.coder", True),
        ("coder.Modelfile", True),
        ("weights.GGUF", True),
        ("model.safetensors", True),
        ("notes.txt", False),
        ("Modelfiles", False),
    ],
)
def test_what_is_for_the_workshop_is_known_by_its_name(name: str, wanted: bool):
    assert is_ours(Path("/anywhere") / name) is wanted


async def test_a_modelfile_becomes_a_draft_also_through_its_folder(tmp_path: Path, drafts: Drafts):
    (tmp_path / "Modelfile").write_text("FROM llama3.2\n")
    opened = [await open_path(drafts, path) for path in (tmp_path, tmp_path / "Modelfile")]
    assert [one.path for one in opened] == [tmp_path / "Modelfile"] * 2
    assert [draft.text for draft in drafts.drafts] == ["FROM llama3.2\n"]
    assert {one.draft_id for one in opened} == {drafts.drafts[0].id}


async def test_what_a_file_holds_counts_more_than_its_name(tmp_path: Path, drafts: Drafts):
    for name in ("model.gguf", "Modelfile"):
        (tmp_path / name).write_bytes(gguf(MODEL))
        file = (await open_path(drafts, tmp_path / name)).file
        assert file is not None
        assert file.kind is SourceKind.GGUF
    assert not drafts.drafts


async def test_a_folder_without_a_modelfile_is_the_model_in_it(tmp_path: Path, drafts: Drafts):
    (tmp_path / "empty").mkdir()
    opened = await open_path(drafts, tmp_path / "empty")
    assert opened.file is not None
    assert opened.file.kind is SourceKind.FOLDER


async def test_an_adapter_is_looked_at_as_one(tmp_path: Path):
    (tmp_path / "small.gguf").write_bytes(gguf(LORA))
    assert (await look(tmp_path / "small.gguf")).kind is SourceKind.LORA_GGUF


@pytest.mark.parametrize("name", ["gone.gguf", "Modelfile.gone", "noise"])
async def test_what_cannot_be_opened_is_an_error(name: str, tmp_path: Path, drafts: Drafts):
    (tmp_path / "noise").write_bytes(bytes(range(256)) * 8)
    opened = await open_path(drafts, tmp_path / name)
    assert opened.error is not None
    assert (opened.draft_id, opened.file) == (None, None)
