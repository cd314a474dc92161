import pytest

from desktop.domain.versions import HOLES, known_holes

MEMORY = "CVE-2026-7482"
SIGN_IN = "CVE-2025-51471"


@pytest.mark.parametrize(
    ("version", "count"),
    [
        ("0.1.28", 6),
        ("0.1.29", 5),
        ("0.1.33", 5),
        ("0.1.34", 4),
        ("0.3.14", 4),
        ("0.4.0", 2),
        ("0.14.2", 2),
        ("0.14.3", 1),
        ("0.17.0", 1),
        ("0.17.1-rc2", 1),
        ("v0.17.0", 1),
        ("0.17", 1),
        ("0.17.1", 0),
        ("0.17.1+cpu", 0),
        ("0.33.0-rc2", 0),
        ("1.0.0", 0),
        ("0.0.0", 0),
        ("", 0),
        ("latest", 0),
        ("0.1.28.evil\n", 6),
        ("٠.١.٢", 0),
        ("99999999999999999999.0.0", 0),
    ],
)
def test_an_old_version_has_the_holes_that_were_mended_later(version: str, count: int):
    assert len(known_holes(version)) == count


def test_the_newest_hole_is_the_last():
    assert [hole.name for hole in known_holes("0.14.2")] == [SIGN_IN, MEMORY]
    assert known_holes("0.1.0") == HOLES
