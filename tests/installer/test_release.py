"""What a release writes is what the program reads."""

import json
from pathlib import Path

import pytest
import release

from desktop import __version__
from desktop.domain.release import NoRelease, read_release, read_source
from desktop.net.newer import SOURCE


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "resources").mkdir()
    told = f"## Unreleased\n\nlater\n\n## [{__version__}] - 2026-11-20\n\n- all\n\n## 0.0.1\n"
    (tmp_path / "CHANGELOG.md").write_text(f"# Changes\n\n{told}")
    monkeypatch.setattr(release, "ROOT", tmp_path)
    return tmp_path


def test_a_tag_that_is_not_the_version_is_refused(checkout: Path):
    release.check(f"v{__version__}")
    for tag in (__version__, "v99.0.0", ""):
        with pytest.raises(release.BadRelease):
            release.check(tag)


def test_the_changes_of_that_version_are_told(checkout: Path):
    assert release.notes(f"v{__version__}") == "- all\n"
    with pytest.raises(release.BadRelease):
        release.notes("v0.9.9")


def test_a_build_is_told_where_to_look(checkout: Path):
    release.source("https://example.org/paddock/newest.json")
    written = (checkout / "resources" / SOURCE).read_bytes()
    assert read_source(written).url == "https://example.org:443/paddock/newest.json"


def test_without_an_address_a_build_looks_nowhere(checkout: Path):
    release.source("https://example.org/newest.json")
    release.source("")
    assert not (checkout / "resources" / SOURCE).exists()


def test_an_address_without_encryption_is_refused(checkout: Path):
    with pytest.raises(NoRelease):
        release.source("http://example.org/newest.json")


def test_the_file_that_programs_look_at_is_one_that_they_read():
    content = release.newest("v1.2.0", "https://example.org/releases/tag/v1.2.0")
    assert read_release(content.encode()).version == "1.2.0"
    assert set(json.loads(content)) == {"version", "page", "published"}
    with pytest.raises(NoRelease):
        release.newest("v1.2.0-rc1", "https://example.org/")


def test_the_command_line_says_what_is_wrong(capsys: pytest.CaptureFixture[str]):
    assert release.main(["newest", "v1.2.0", "http://example.org/"]) == 1
    assert "no https page" in capsys.readouterr().err
    assert release.main(["nonsense"]) == 2
