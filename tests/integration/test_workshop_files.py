"""What a Modelfile would send is found, named and listed."""

import asyncio
import os
import struct
from pathlib import Path

import pytest

from desktop.domain.creation import FilePart
from desktop.domain.recipe import Recipe
from desktop.workshop.doubts import Doubt
from desktop.workshop.files import look_at, sendable, survey
from desktop.workshop.folders import MAX_ENTRIES, MAX_FILES
from desktop.workshop.kinds import SourceKind
from tests.gguf_files import LORA, PROJECTOR, VOCABULARY, gguf


def _safetensors(missing: int = 0) -> bytes:
    header = b'{"a":{"dtype":"F16","shape":[8],"data_offsets":[0,16]}}'
    return struct.pack("<Q", len(header)) + header + bytes(16 - missing)


def _model_folder(folder: Path) -> Path:
    folder.mkdir()
    (folder / "model-00001-of-00001.safetensors").write_bytes(_safetensors())
    (folder / "config.json").write_text('{"model_type": "llama"}')
    (folder / "tokenizer.json").write_text("{}")
    (folder / "tokenizer.model").write_bytes(b"\n\x0e\n\x05<unk>\x15\0\0\0\0")
    (folder / "chat_template.jinja").write_text("{{ messages }}")
    (folder / "README.md").write_text("read me")
    (folder / ".hidden.json").write_text("{}")
    return folder


async def test_a_model_beside_the_modelfile_is_sent_without_a_question(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_bytes(gguf())
    found = await survey(Recipe(("./model.gguf",)), tmp_path)
    (file,) = sendable(found, False)
    assert (file.path, file.name, file.part) == (tmp_path / "model.gguf", "model.gguf", "base")
    assert found.size == file.size == len(gguf())
    assert not found.needs_yes
    assert found.files[0].header is not None


async def test_a_name_is_a_model_on_the_host_unless_there_is_a_file(tmp_path: Path) -> None:
    assert await survey(Recipe(("llama3",)), tmp_path) == await survey(Recipe(("llama3",)), None)
    assert (await survey(Recipe(("llama3",)), tmp_path)).base_name == "llama3"
    (tmp_path / "llama3").write_bytes(gguf())
    found = await survey(Recipe(("llama3",)), tmp_path)
    assert (found.base_name, found.files[0].kind) == ("", SourceKind.GGUF)


async def test_adapter_and_draft_are_files_of_their_own(tmp_path: Path) -> None:
    (tmp_path / "lora.gguf").write_bytes(gguf(LORA))
    (tmp_path / "draft.gguf").write_bytes(gguf())
    found = await survey(Recipe(("llama3",), "lora.gguf", "draft.gguf"), tmp_path)
    parts = [(file.name, file.part) for file in sendable(found, False)]
    assert parts == [("lora.gguf", FilePart.ADAPTER), ("draft.gguf", FilePart.DRAFT)]
    assert found.base_name == "llama3"


async def test_a_model_and_its_projector_are_both_sent(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_bytes(gguf())
    (tmp_path / "mmproj.gguf").write_bytes(gguf(PROJECTOR))
    found = await survey(Recipe(("./model.gguf", "./mmproj.gguf")), tmp_path)
    assert [file.kind for file in found.files] == [SourceKind.GGUF, SourceKind.PROJECTOR]
    assert not found.needs_yes


async def test_files_of_one_name_are_sent_under_two(tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "model.gguf").write_bytes(gguf())
    found = await survey(Recipe(("./a/model.gguf", "./b/model.gguf")), tmp_path)
    assert [file.name for file in sendable(found, False)] == ["model.gguf", "2/model.gguf"]


async def test_a_file_that_is_named_twice_is_sent_once(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_bytes(gguf())
    found = await survey(Recipe(("./model.gguf", "model.gguf")), tmp_path)
    assert len(found.files) == 1


async def test_of_a_folder_those_files_are_sent_that_make_a_model(tmp_path: Path) -> None:
    _model_folder(tmp_path / "big")
    found = await survey(Recipe(("./big",)), tmp_path)
    assert {file.file.name: file.kind for file in found.files} == {
        "model-00001-of-00001.safetensors": SourceKind.SAFETENSORS,
        "chat_template.jinja": SourceKind.TEMPLATE,
        "config.json": SourceKind.CONFIG,
        "tokenizer.json": SourceKind.TOKENIZER,
        "tokenizer.model": SourceKind.TOKENIZER,
    }
    assert not found.needs_yes


async def test_the_folders_of_a_sentence_model_are_sent_with_slashes(tmp_path: Path) -> None:
    folder = _model_folder(tmp_path / "big")
    (folder / "modules.json").write_text("[]")
    (folder / "1_Pooling").mkdir()
    (folder / "1_Pooling" / "config.json").write_text("{}")
    found = await survey(Recipe(("./big",)), tmp_path)
    assert "1_Pooling/config.json" in [file.name for file in sendable(found, False)]


async def test_json_of_another_name_needs_a_yes(tmp_path: Path) -> None:
    (_model_folder(tmp_path / "big") / "credentials.json").write_text("{}")
    found = await survey(Recipe(("./big",)), tmp_path)
    doubtful = [file.file.name for file in found.files if file.doubts]
    assert doubtful == ["credentials.json"]


async def test_an_adapter_s_folder_is_known_by_its_own_names(tmp_path: Path) -> None:
    (tmp_path / "lora").mkdir()
    (tmp_path / "lora" / "adapter_model.safetensors").write_bytes(_safetensors())
    (tmp_path / "lora" / "adapter_config.json").write_text("{}")
    found = await survey(Recipe(("llama3",), "./lora"), tmp_path)
    assert len(sendable(found, False)) == 2


async def test_a_folder_with_too_many_files_is_not_sent(tmp_path: Path) -> None:
    (tmp_path / "big").mkdir()
    for number in range(MAX_FILES + 1):
        (tmp_path / "big" / f"{number}.gguf").touch()
    found = await survey(Recipe(("./big",)), tmp_path)
    assert [file.doubts for file in found.files] == [{Doubt.TOO_MANY}]
    assert MAX_ENTRIES > MAX_FILES


async def test_a_draft_that_was_not_saved_has_no_folder(tmp_path: Path) -> None:
    (tmp_path / "model.gguf").write_bytes(gguf())
    relative = await survey(Recipe(("./model.gguf",)), None)
    assert relative.files[0].doubts == {Doubt.NO_FOLDER}
    absolute = await survey(Recipe((str(tmp_path / "model.gguf"),)), None)
    assert absolute.files[0].doubts == {Doubt.OUTSIDE_FOLDER}


async def test_a_missing_file_is_named_as_it_was_written(tmp_path: Path) -> None:
    found = await survey(Recipe(("./nothing.gguf",)), tmp_path)
    assert [file.written for file in found.missing] == ["./nothing.gguf"]
    assert found.is_forbidden


@pytest.mark.parametrize(
    ("name", "raw", "kind", "doubts"),
    [
        ("a.gguf", _safetensors(), SourceKind.SAFETENSORS, {Doubt.OTHER_NAME}),
        ("a.safetensors", _safetensors(4), SourceKind.SAFETENSORS, {Doubt.DAMAGED}),
        ("a.gguf", gguf(LORA), SourceKind.LORA_GGUF, {Doubt.WRONG_PART}),
        (
            "a.gguf",
            gguf(VOCABULARY, {}),
            SourceKind.VOCABULARY,
            {Doubt.NOT_A_MODEL, Doubt.WRONG_PART},
        ),
        ("a-00001-of-00002.gguf", gguf(), SourceKind.GGUF, {Doubt.SPLIT_PART}),
        ("a.gguf", gguf(order=">"), SourceKind.GGUF, {Doubt.UNCHECKED}),
        ("pytorch_model.bin", b"PK\3\4data", SourceKind.PYTORCH, {Doubt.PICKLE}),
        ("a.gguf.crdownload", gguf(), SourceKind.GGUF, {Doubt.UNFINISHED}),
        (
            "a.gguf",
            b"PK\3\4data",
            SourceKind.ARCHIVE,
            {Doubt.NOT_A_MODEL, Doubt.OTHER_NAME, Doubt.WRONG_PART},
        ),
        (
            "a.bin",
            b"tjgg\1\0\0\0",
            SourceKind.OLD_GGML,
            {Doubt.NOT_A_MODEL, Doubt.OTHER_NAME, Doubt.WRONG_PART},
        ),
    ],
)
async def test_a_picked_file_is_named_for_what_it_is(
    tmp_path: Path, name: str, raw: bytes, kind: SourceKind, doubts: set[Doubt]
) -> None:
    (tmp_path / name).write_bytes(raw)
    seen = await look_at(tmp_path / name)
    assert (seen.kind, seen.doubts) == (kind, doubts)


async def test_a_cut_file_says_how_long_it_should_be(tmp_path: Path) -> None:
    whole = gguf()
    (tmp_path / "a.gguf").write_bytes(whole[:-10])
    seen = await look_at(tmp_path / "a.gguf")
    assert (seen.file.size, seen.want) == (len(whole) - 10, len(whole))


async def test_a_file_is_stamped_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.gguf").write_bytes(gguf())
    before = (await look_at(tmp_path / "a.gguf")).file
    (tmp_path / "a.gguf").write_bytes(gguf(LORA))
    after = (await look_at(tmp_path / "a.gguf")).file
    assert before.stamp is not None
    assert before.stamp != after.stamp


async def test_a_name_that_is_no_text_is_sent_as_one(tmp_path: Path) -> None:
    path = tmp_path / os.fsdecode(b"caf\xe9.gguf")
    path.write_bytes(gguf())
    seen = await look_at(path)
    assert seen.doubts == {Doubt.HIDDEN_NAME}
    assert seen.file.name == "caf?.gguf"
    assert await survey(Recipe(("./half\ud800.gguf",)), tmp_path)


async def test_a_survey_can_be_given_up(tmp_path: Path) -> None:
    _model_folder(tmp_path / "big")
    task = asyncio.create_task(survey(Recipe(("./big",)), tmp_path))
    await asyncio.sleep(0)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
