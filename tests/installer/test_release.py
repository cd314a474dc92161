"""What a release writes is what the program reads."""

import json
from pathlib import Path

import pytest
import release

from desktop import __version__
from desktop.domain.release import ABOUT, NoRelease, read_links, read_release, read_source


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


def test_a_build_is_told_what_its_makers_set(checkout: Path):
    release.set_values("newest=https://example.org/paddock/newest.json", "id=")
    release.set_values("homepage=https://example.org/a?b=c&d", "maintainer=Zoë <zoe@example.org>")
    release.set_values("documentation=https://example.org/manual")
    written = (checkout / "resources" / ABOUT).read_bytes()
    assert read_source(written).url == "https://example.org:443/paddock/newest.json"
    assert read_links(written) == {
        "homepage": "https://example.org/a?b=c&d",
        "documentation": "https://example.org/manual",
    }
    assert release.get("maintainer") == "Zoë <zoe@example.org>"
    assert release.get("id") == release.STAND_IN


def test_where_nothing_is_set_nothing_is_made_up(checkout: Path):
    release.set_values("newest=", "homepage=", "maintainer=")
    assert not (checkout / "resources" / ABOUT).exists()
    assert {name: release.get(name) for name in ("newest", "homepage", "issues", "maintainer")} == {
        "newest": "",
        "homepage": "",
        "issues": "",
        "maintainer": "",
    }


@pytest.mark.parametrize(
    "word",
    [
        "homepage=http://example.org/",
        "homepage=https://example.org/|x",
        "issues=example.org",
        "maintainer=zoe@example.org",
        "maintainer=Zoë <zoe@localhost>",
        "maintainer=Zoë <zoe@example.org>\nEvil: yes",
        "id=Paddock",
        "id=org.example.Pad dock",
        "colour=green",
    ],
)
def test_what_is_not_fit_is_refused(checkout: Path, word: str):
    with pytest.raises(release.BadRelease):
        release.set_values(word)


def test_an_address_without_encryption_is_refused(checkout: Path):
    with pytest.raises(NoRelease):
        release.set_values("newest=http://example.org/newest.json")


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
