from desktop.ui import joining


def test_what_is_empty_is_left_out():
    assert joining.listed(("vision", "", "tools")) == "vision, tools"
    assert joining.phrases(("", "14.8 B", "loaded")) == "14.8 B, loaded"
    assert joining.sentences("", "It is down.", "") == "It is down."
    assert joining.labelled("Context", "") == "Context"
    assert joining.noted("Copy", "") == "Copy"


def test_a_sentence_ends_before_the_next_begins():
    assert joining.sentences("This was told", "RAM: 24 GB") == "This was told. RAM: 24 GB"
    assert joining.sentences("Is it on?", "Look.") == "Is it on? Look."
    assert joining.sentences("It said “no.”", "Look.") == "It said “no.” Look."


def test_braces_in_what_is_joined_stay_as_they_are():
    assert joining.phrases(("{fact}", "{0}", "}")) == "{fact}, {0}, }"


def test_chinese_in_the_place_of_a_name_has_no_spaces_around_it():
    form = "它不支持 {capability}，{host} 没有回答"
    values = {"capability": "视觉", "host": "tower"}
    assert joining.closed_up(form, values) == "它不支持{capability}，{host} 没有回答"
    assert joining.closed_up("Not on {host} yet", {"host": "本机"}) == "Not on {host} yet"


def test_names_that_belong_together_end_with_and():
    assert joining.named(["attic"]) == "attic"
    assert joining.named(["attic", "tower", "nas"]) == "attic, tower and nas"
