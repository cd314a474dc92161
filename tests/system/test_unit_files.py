"""A service's files in a scratch root."""

from pathlib import Path

from desktop.system.unit_files import environment_of, find_unit_files, folders_below


def write(root: Path, path: str, text: str) -> Path:
    file = root / path
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text)
    return file


def test_a_computer_without_the_service_has_no_files(tmp_path: Path):
    assert find_unit_files(folders_below(tmp_path)) is None
    assert find_unit_files(folders_below(tmp_path), "../ollama.service") is None


def test_the_strongest_folder_has_the_unit_and_drop_ins_come_in_order(tmp_path: Path):
    write(tmp_path, "usr/lib/systemd/system/ollama.service", "[Service]\nEnvironment=A=weak\n")
    unit = write(
        tmp_path,
        "etc/systemd/system/ollama.service",
        "[Service]\nUser=ollama\nEnvironment=A=1 B=1 C=1\nEnvironmentFile=-/etc/default/ollama\n",
    )
    last = write(
        tmp_path, "run/systemd/system/ollama.service.d/90-b.conf", "[Service]\nEnvironment=B=3\n"
    )
    first = write(
        tmp_path, "etc/systemd/system/ollama.service.d/10-a.conf", "[Service]\nEnvironment=B=2\n"
    )
    files = find_unit_files(folders_below(tmp_path))
    assert files is not None
    assert (files.unit, files.drop_ins) == (unit, (first, last))
    read = environment_of(files)
    assert (dict(read.values), read.user) == ({"A": "1", "B": "3", "C": "1"}, "ollama")
    assert read.files == ("-/etc/default/ollama",)


def test_a_drop_in_masks_one_of_its_name_in_a_weaker_folder(tmp_path: Path):
    write(tmp_path, "etc/systemd/system/ollama.service", "[Service]\n")
    weak = "lib/systemd/system/ollama.service.d"
    write(tmp_path, f"{weak}/10-a.conf", "[Service]\nEnvironment=A=1\n")
    write(tmp_path, f"{weak}/20-b.conf", "[Service]\nEnvironment=B=1\n")
    write(tmp_path, "etc/systemd/system/ollama.service.d/10-a.conf", "")
    files = find_unit_files(folders_below(tmp_path))
    assert files is not None
    assert dict(environment_of(files).values) == {"B": "1"}
