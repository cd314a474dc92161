from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId
from desktop.domain.listing import DamagedRow
from desktop.domain.model import Capability, InstalledModel, LoadedModel, ModelDetails
from desktop.hosts.snapshot import HostSnapshot
from desktop.ui.models.view import (
    Chip,
    Column,
    Filter,
    ModelRow,
    RowId,
    filtered,
    in_base_order,
    in_order,
    make_row,
    rows_of,
    totals,
)

NOW = datetime(2026, 11, 20, 12, 0, tzinfo=UTC)
TOWER = Host(HostId("t"), HostAddress("http", "tower", 11434), "tower")


def model(
    name: str,
    size: int = 1,
    *,
    parameters: str = "",
    digest: str = "",
    can: tuple[Capability, ...] = (),
    modified_at: datetime | None = None,
) -> InstalledModel:
    details = ModelDetails(parameter_size=parameters)
    return InstalledModel(name, digest or name, size, modified_at, details, frozenset(can))


def row(name: str, host: str = "tower", size: int = 1, **facts: object) -> ModelRow:
    return make_row(RowId(HostId(host), name), host, model(name, size, **facts))  # pyright: ignore


def names(rows: list[ModelRow]) -> list[str]:
    return [row.name for row in rows]


def test_sizes_sort_as_numbers():
    rows = in_base_order([row("a", size=900), row("b", size=10_000), row("c", size=20)])
    assert names(in_order(rows, Column.SIZE, False)) == ["c", "a", "b"]


def test_parameters_sort_by_their_count():
    rows = in_base_order(
        [row("a", parameters="14.8B"), row("b", parameters="137M"), row("c", parameters="1.2B")]
    )
    assert names(in_order(rows, Column.PARAMETERS, False)) == ["b", "c", "a"]


def test_numbers_within_names_sort_by_value():
    rows = in_base_order([row("qwen2.5:14b"), row("qwen2.5:7b"), row("Qwen2.5:3b")])
    assert names(rows) == ["Qwen2.5:3b", "qwen2.5:7b", "qwen2.5:14b"]


@pytest.mark.parametrize("descending", [False, True])
def test_what_is_unknown_comes_last_in_both_directions(descending: bool):
    rows = in_base_order([row("a"), row("b", parameters="7B"), row("c", parameters="3B")])
    assert names(in_order(rows, Column.PARAMETERS, descending))[-1] == "a"


@pytest.mark.parametrize("descending", [False, True])
def test_ties_fall_back_to_name_and_host(descending: bool):
    rows = in_base_order([row("b", "x"), row("a", "y"), row("a", "x")])
    ordered = in_order(rows, Column.SIZE, descending)
    assert [(r.name, r.host) for r in ordered] == [("a", "x"), ("a", "y"), ("b", "x")]


def test_a_cloud_model_has_no_size_to_sort_by():
    cloud = make_row(
        RowId(TOWER.id, "c"), "tower", InstalledModel("c", size=400, remote_host="ollama.com")
    )
    rows = in_base_order([cloud, row("z", size=5)])
    assert names(in_order(rows, Column.SIZE, False)) == ["z", "c"]


def test_every_word_must_be_found_somewhere():
    rows = [row("qwen2.5:14b"), row("qwen2.5:14b", "nas"), row("gemma3:4b", "nas")]
    assert [r.host for r in filtered(rows, Filter("NAS qwen"))] == ["nas"]


def test_chips_combine_with_and():
    both = row("a", can=(Capability.VISION, Capability.TOOLS))
    one = row("b", can=(Capability.VISION,))
    assert names(filtered([both, one], Filter(chips=frozenset({Chip.VISION})))) == ["a", "b"]
    wanted = Filter(chips=frozenset({Chip.VISION, Chip.TOOLS}))
    assert names(filtered([both, one], wanted)) == ["a"]


def test_a_capability_is_found_by_its_word():
    assert filtered([row("a", can=(Capability.VISION,))], Filter("vision"))
    assert not filtered([row("a", can=(Capability.CHAT,))], Filter("vision"))


def test_one_host_can_be_chosen():
    rows = [row("a", "x"), row("a", "y")]
    assert [r.host for r in filtered(rows, Filter(host_id=HostId("y")))] == ["y"]


def test_an_alias_with_the_same_digest_counts_as_loaded():
    snapshot = HostSnapshot(
        TOWER,
        models=(model("tiny:latest", digest="d"), model("me/tiny:v2", digest="d"), model("x")),
        loaded=(LoadedModel("tiny:latest", "d", expires_at=NOW),),
    )
    assert [bool(r.loaded) for r in rows_of(snapshot, {})] == [True, True, False]


def test_a_deleted_name_that_still_runs_is_found_by_its_digest():
    snapshot = HostSnapshot(
        TOWER,
        models=(model("alias:latest", digest="d"),),
        loaded=(LoadedModel("gone:latest", "d", expires_at=NOW),),
    )
    assert rows_of(snapshot, {})[0].loaded


def test_a_damaged_entry_is_a_row_that_says_why():
    snapshot = HostSnapshot(
        TOWER, models=(model("a"),), damaged=(DamagedRow("b", "size: Expected int", b"{}"),)
    )
    assert [r.damage for r in rows_of(snapshot, {})] == ["", "size: Expected int"]


def test_a_name_that_is_listed_twice_keeps_both_rows_apart():
    snapshot = HostSnapshot(TOWER, models=(model("a"), model("a")), damaged=())
    assert len({r.id for r in rows_of(snapshot, {})}) == 2


def test_rows_that_say_the_same_still_are_taken_over():
    snapshot = HostSnapshot(TOWER, models=(model("a"), model("b")))
    before = {r.id: r for r in rows_of(snapshot, {})}
    changed = replace(snapshot, models=(model("a"), model("b", 9)))
    after = rows_of(changed, before)
    assert after[0] is before[after[0].id]
    assert after[1].model.size == 9


def test_shared_digests_count_once_on_one_host_and_again_on_another():
    rows = [
        row("a", "x", 100, digest="d"),
        row("b", "x", 100, digest="d"),
        row("a", "y", 100, digest="d"),
    ]
    assert (totals(rows).models, totals(rows).hosts, totals(rows).disk) == (3, 2, 200)


def test_loaded_models_sort_by_when_they_go():
    rows = [
        make_row(
            RowId(TOWER.id, name), "tower", model(name), LoadedModel(name, expires_at=NOW + left)
        )
        for name, left in (("late", timedelta(hours=1)), ("soon", timedelta(minutes=1)))
    ]
    ordered = in_order(in_base_order([*rows, row("idle")]), Column.LOADED, False)
    assert names(ordered) == ["soon", "late", "idle"]
