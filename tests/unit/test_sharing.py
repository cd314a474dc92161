"""What deleting each model of a host frees, and all that are chosen together."""

import time

from desktop.domain.model import InstalledModel
from desktop.memory.sharing import Freeing, Frees, Sharing
from desktop.memory.weights import HostWeights

BASE = InstalledModel("base:latest", "d1", 100)
CUSTOM = InstalledModel("custom:latest", "d2", 101)
ALIAS = InstalledModel("alias:latest", "d1", 100)
OTHER = InstalledModel("other:latest", "d3", 70)
CLOUD = InstalledModel("big:cloud", "d4", 400, remote_host="https://example.org")
KNOWN = HostWeights({"base:latest": "w", "custom:latest": "w", "other:latest": "v"})


def test_a_model_alone_frees_its_size_once_every_one_was_asked():
    assert Sharing([BASE, OTHER], KNOWN).freeing(BASE) == Freeing(Frees.WHOLE, 100)
    found = Sharing([BASE, OTHER], HostWeights(unknown=2)).freeing(BASE)
    assert (found.frees, found.bytes, found.is_exact) == (Frees.UNKNOWN, 100, False)


def test_one_of_two_with_the_same_weights_frees_next_to_nothing():
    found = Sharing([BASE, CUSTOM, OTHER], KNOWN).freeing(BASE)
    assert found == Freeing(Frees.NOTHING, 0, ("custom:latest",), 1)
    assert found.is_exact


def test_two_names_for_one_manifest_share_before_anybody_is_asked():
    found = Sharing([BASE, ALIAS], HostWeights(unknown=2)).freeing(ALIAS)
    assert (found.frees, found.sharing) == (Frees.NOTHING, ("base:latest",))


def test_a_cloud_model_has_nothing_to_free():
    assert Sharing([CLOUD], HostWeights()).freeing(CLOUD) == Freeing(Frees.NOTHING, 0)


def test_where_a_card_names_no_weights_a_size_is_a_bound():
    weights = HostWeights({"other:latest": "v"}, untold=1)
    assert Sharing([BASE, OTHER], weights).freeing(OTHER).frees is Frees.AT_MOST


def test_what_goes_together_is_counted_once_and_not_where_one_stays():
    sharing = Sharing([BASE, CUSTOM, OTHER], KNOWN)
    assert sharing.total([BASE, CUSTOM, OTHER]) == Freeing(Frees.WHOLE, 171)
    assert sharing.total([BASE, OTHER]) == Freeing(Frees.WHOLE, 70)
    assert sharing.total([BASE]) == Freeing(Frees.NOTHING, 0)
    assert not Sharing([BASE, OTHER], HostWeights(unknown=1)).total([BASE]).is_exact


def test_ten_thousand_models_of_one_set_of_weights_are_no_matter():
    models = [InstalledModel(f"m{number}", f"d{number}", 10) for number in range(10_000)]
    weights = HostWeights({model.name: "w" for model in models})
    began = time.thread_time()
    sharing = Sharing(models, weights)
    found = [sharing.freeing(model) for model in models]
    assert sharing.total(models).bytes == 10
    assert found[0].sharing_count == 9_999
    assert time.thread_time() - began < 1.0
