from datetime import UTC, datetime, timedelta, timezone

import pytest

from desktop.domain.address import HostAddress
from desktop.domain.host import Host, HostId, HostState
from desktop.domain.model import (
    InstalledModel,
    JsonValue,
    LoadedModel,
    ModelCard,
    ModelDetails,
    Tensor,
)
from desktop.hosts.snapshot import HostSnapshot
from desktop.ollama.errors import Refused
from desktop.ui.models import cells
from desktop.ui.models.card import matching, message_text, metadata_facts, tensor_facts
from desktop.ui.models.freeing import deletion
from desktop.ui.models.states import PageState, page_state
from desktop.ui.models.surroundings import surroundings, unasked
from desktop.ui.models.view import Column, ModelRow, RowId, make_row

pytestmark = pytest.mark.usefixtures("british")
NOW = datetime(2026, 11, 20, 12, 0, tzinfo=timezone(timedelta(hours=5, minutes=30)))
GB = 10**9
TOWER = Host(HostId("t"), HostAddress("http", "tower", 11434), "tower")


def model(name: str, digest: str = "", size: int = 9 * GB) -> InstalledModel:
    return InstalledModel(name, digest or name, size, details=ModelDetails(family=name))


def row(one: InstalledModel, loaded: LoadedModel | None = None) -> ModelRow:
    return make_row(RowId(TOWER.id, one.name), TOWER.label, one, loaded)


@pytest.mark.parametrize(
    ("when", "text"),
    [
        (NOW - timedelta(hours=2, minutes=48), "09:12"),
        (NOW - timedelta(hours=13), "yesterday"),
        (NOW - timedelta(days=3), "3 days"),
        (NOW - timedelta(days=15), "2 weeks"),
        (NOW - timedelta(days=36), "last month"),
        (NOW - timedelta(days=95), "Aug 2026"),
        (NOW + timedelta(days=4000), "Nov 2037"),
    ],
)
def test_times_are_told_as_a_person_would(when: datetime, text: str):
    assert cells.modified(when.astimezone(UTC), NOW) == text


@pytest.mark.parametrize(
    ("left", "vram", "text"),
    [
        (timedelta(minutes=4, seconds=30), 100, "4 min"),
        (timedelta(seconds=40), 100, "40 s"),
        (timedelta(days=100_000), 100, "pinned"),
        (timedelta(seconds=-3), 100, "unloading"),
        (timedelta(minutes=4), 84, "84 % GPU"),
        (timedelta(minutes=4, seconds=1), 0, "4 min"),
    ],
)
def test_a_loaded_model_says_how_long_it_stays_or_where_it_lies(
    left: timedelta, vram: int, text: str
):
    running = LoadedModel("a", size=100, size_vram=vram, expires_at=(NOW + left).astimezone(UTC))
    assert cells.loaded(running, NOW) == text


def test_text_from_a_server_is_made_visible():
    odd = row(InstalledModel("evil\u202egnp.exe"))
    assert cells.text(odd, Column.NAME, NOW) == "evil‹U+202E›gnp.exe"


def test_a_damaged_row_says_why_everywhere():
    damaged = make_row(RowId(TOWER.id, "a"), "tower", InstalledModel("a"), damage="size: text")
    assert "size: text" in cells.tooltip(damaged, Column.SIZE, NOW)
    assert "size: text" in cells.spoken(damaged, NOW)
    assert cells.text(damaged, Column.SIZE, NOW) == ""


def test_what_shares_its_digest_frees_next_to_nothing():
    there = (model("a", "d"), model("b", "d"))
    found = deletion([row(there[0])], lambda _: there, lambda _: {})
    assert found.frees == ("frees next to nothing",)
    assert found.notes == ("b shares the weights of a, which stay.",)


def test_two_that_share_are_counted_once_where_both_go():
    there = (model("a", "d"), model("b", "d"))
    found = deletion([row(one) for one in there], lambda _: there, lambda _: {})
    assert found.frees == ("frees next to nothing", "frees 9.0 GB")
    assert found.total == "9.0 GB are freed in all."


def test_where_weights_may_be_shared_the_figure_is_a_bound_until_cards_are_read():
    details = ModelDetails(family="qwen2")
    there = tuple(InstalledModel(name, name, 9 * GB, details=details) for name in ("a", "b"))
    unsure = deletion([row(there[0])], lambda _: there, lambda _: {})
    assert unsure.frees == ("frees at most 9.0 GB",)
    assert {name for _, name in unsure.unsure} == {"a", "b"}
    sure = deletion([row(there[0])], lambda _: there, lambda _: {"a": "x", "b": "y"})
    assert sure.frees == ("frees 9.0 GB",)


def test_the_question_says_what_is_unloaded_first():
    one = model("a")
    loaded = row(one, LoadedModel("a", expires_at=NOW))
    found = deletion([loaded], lambda _: (one,), lambda _: {})
    assert found.notes == ("a is loaded, and is unloaded first.",)


def test_the_overview_knows_who_shares_and_who_else_has_it():
    here = HostSnapshot(TOWER, HostState.UP, models=(model("a:1", "d"), model("b:1", "d")))
    nas = Host(HostId("n"), HostAddress("http", "nas", 11434), "nas")
    there = HostSnapshot(nas, HostState.UP, models=(model("A:1", "other"),))
    around = surroundings(row(here.models[0]), (here, there), {})
    assert around.sharing.startswith("b:1 has the same weights")
    assert [(one.host, one.is_same) for one in around.elsewhere] == [("nas", False)]


@pytest.mark.parametrize(
    ("snapshots", "rows", "shown", "state"),
    [
        ((HostSnapshot(TOWER, HostState.UP, models_known=True),), 3, 3, PageState.ROWS),
        ((HostSnapshot(TOWER, HostState.UP, models_known=True),), 3, 0, PageState.FILTERED),
        ((HostSnapshot(TOWER, HostState.UP, models_known=True),), 0, 0, PageState.EMPTY),
        ((HostSnapshot(TOWER),), 0, 0, PageState.LOADING),
        ((HostSnapshot(TOWER, HostState.DOWN, error=Refused()),), 0, 0, PageState.DOWN),
        ((), 0, 0, PageState.NO_HOST),
    ],
)
def test_the_page_knows_why_it_has_no_rows(
    snapshots: tuple[HostSnapshot, ...], rows: int, shown: int, state: PageState
):
    assert page_state(snapshots, rows, shown) is state


def test_lists_of_the_metadata_are_counted_and_values_are_copied_whole():
    tokens: list[JsonValue] = ["x"] * 151_936
    card = ModelCard(metadata={"b.tokens": tokens, "a.name": "n" * 2000, "c.eos": 42})
    name, listed, eos = metadata_facts(card)
    assert (name.key, len(name.text), len(name.whole)) == ("a.name", 501, 2000)
    assert listed.text == "151,936 entries"
    assert eos.whole == "42"
    assert [fact.key for fact in matching((name, listed, eos), "EOS c")] == ["c.eos"]


def test_tensors_show_type_and_shape():
    (fact,) = tensor_facts(ModelCard(tensors=(Tensor("blk.0.attn_k.weight", "Q4_K", (5120, 8)),)))
    assert (fact.key, fact.text) == ("blk.0.attn_k.weight", "Q4_K  5120 × 8")


def test_a_card_without_messages_has_no_text_of_them():
    assert message_text(ModelCard()) == ""


def test_the_overview_says_what_is_not_yet_known():
    details = ModelDetails(family="qwen2")
    there = tuple(InstalledModel(name, name, 9 * GB, details=details) for name in ("a", "b"))
    here = HostSnapshot(TOWER, HostState.UP, models=there)
    unsure = unasked(row(there[0]), here, {})
    assert unsure == ["a", "b"]
    assert "not yet known: b may" in surroundings(row(there[0]), (here,), {}, unsure).sharing
    assert unasked(row(there[0]), here, {"a": "x", "b": "y"}) == []
