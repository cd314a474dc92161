from desktop.ui.palette.entry import Entry, Group, Offer, Verb
from desktop.ui.palette.finding import FoundGroup, find
from desktop.ui.palette.keycaps import keycaps
from desktop.ui.palette.match import fit, folded, pieces


def entry(text: str, group: Group = Group.ACTIONS, key: str = "", alias: str = "") -> Entry:
    return Entry(group, text, lambda: None, key=key, alias=alias)


def texts(groups: tuple[FoundGroup, ...]) -> dict[Group, list[str]]:
    return {one.group: [found.entry.text for found in one.found] for one in groups}


def test_what_was_typed_is_cut_where_scripts_meet():
    assert pieces("  Unload qwen ") == ("unload", "qwen")
    assert pieces("卸载qwen2.5") == ("卸载", "qwen2.5")
    assert pieces("ＱＷＥＮ") == ("qwen",)


def test_a_word_that_begins_a_text_stands_before_one_inside_it():
    offer = Offer([entry("Reload the list"), entry("Pull and load"), entry("Load a model")])
    shown = texts(find(offer, "load"))[Group.ACTIONS]
    assert shown == ["Load a model", "Pull and load", "Reload the list"]


def test_every_word_must_be_found():
    offer = Offer([entry("Show the local server"), entry("Show all keys")])
    assert texts(find(offer, "keys show"))[Group.ACTIONS] == ["Show all keys"]


def test_chinese_is_found_by_any_of_its_signs_and_by_the_english_name():
    offer = Offer([entry("拉取模型…", alias="pull"), entry("查看所有快捷键", alias="help.keys")])
    assert texts(find(offer, "模型"))[Group.ACTIONS] == ["拉取模型…"]
    assert texts(find(offer, "快捷"))[Group.ACTIONS] == ["查看所有快捷键"]
    assert texts(find(offer, "看键"))[Group.ACTIONS] == ["查看所有快捷键"]
    assert texts(find(offer, "pull"))[Group.ACTIONS] == ["拉取模型…"]


def test_letters_that_only_follow_each_other_are_taken_where_nothing_fits_better():
    offer = Offer([entry("gemma3:12b", Group.MODELS), entry("gm3-tools", Group.MODELS)])
    assert texts(find(offer, "gm3"))[Group.MODELS] == ["gm3-tools"]
    assert texts(find(offer, "gm312"))[Group.MODELS] == ["gemma3:12b"]


def test_the_letters_that_were_typed_are_known_by_their_places():
    found = fit(pieces("un qwen"), folded("Unload qwen2.5:14b"))
    assert found is not None
    assert found.places == ((0, 2), (7, 4))


def test_places_stay_true_in_letters_that_fold_into_two():
    text = "Straße qwen"
    found = fit(("qwen",), folded(text))
    assert found is not None
    start, length = found.places[0]
    assert text[start : start + length] == "qwen"


def test_a_deed_and_a_piece_of_a_name_make_one_line():
    models = [entry("qwen2.5:14b", Group.MODELS), entry("llama3.2:3b", Group.MODELS)]
    unload = Verb("Unload", models, lambda thing: entry(f"Unload {thing.text}"))
    shown = texts(find(Offer(models, (unload,)), "qwen un"))
    assert shown[Group.ACTIONS] == ["Unload qwen2.5:14b"]
    chinese = Verb("卸载", models, lambda thing: entry(f"卸载 {thing.text}"))
    assert texts(find(Offer(models, (chinese,)), "卸载llama"))[Group.ACTIONS] == [
        "卸载 llama3.2:3b"
    ]


def test_what_was_used_last_comes_first():
    entries = [entry("Load this", key="a"), entry("Load that", key="b")]
    assert texts(find(Offer(entries, recent=("b",)), "load"))[Group.ACTIONS][0] == "Load that"
    empty = find(Offer(entries, recent=("b", "gone")), "")
    assert texts(empty)[Group.RECENT] == ["Load that"]
    assert texts(empty)[Group.ACTIONS] == ["Load this", "Load that"]


def test_what_was_typed_can_be_looked_for_elsewhere():
    offer = Offer(elsewhere=lambda typed: [entry(f"Pull “{typed}”…", Group.ELSEWHERE)])
    assert texts(find(offer, " qwen un "))[Group.ELSEWHERE] == ["Pull “qwen un”…"]


def test_keys_are_caps_of_their_own():
    assert keycaps("Ctrl+Shift+N") == ("Ctrl", "Shift", "N")
    assert keycaps("Ctrl++") == ("Ctrl", "+")
    assert keycaps("F5") == ("F5",)
    assert keycaps("") == ()


def test_a_deed_is_found_by_its_english_name_in_chinese():
    models = [entry("llama3.2:3b", Group.MODELS)]
    unload = Verb("卸载", models, lambda thing: entry(f"卸载 {thing.text}"), alias="unload")
    assert texts(find(Offer(models, (unload,)), "llama un"))[Group.ACTIONS] == ["卸载 llama3.2:3b"]
