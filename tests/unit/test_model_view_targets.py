import pytest

from desktop.domain.host import HostId
from desktop.domain.model import InstalledModel
from desktop.domain.name import BadName, NameProblem
from desktop.ui.models.targets import TargetProblem, named, put_under
from desktop.ui.models.view import ModelRow, RowId, make_row


def row(name: str, host: str = "tower") -> ModelRow:
    return make_row(RowId(HostId(host), name), host, InstalledModel(name))


def installed(_host_id: HostId) -> tuple[str, ...]:
    return ("qwen:14b", "MyModel:Q4")


def test_a_name_is_completed_as_the_server_does():
    target = named(row("qwen:14b"), " mine ", installed)
    assert (target.name, target.problem) == ("mine:latest", None)


@pytest.mark.parametrize("text", ["qwen:14b", "QWEN:14B", "registry.ollama.ai/library/qwen:14b"])
def test_its_own_name_in_any_form_is_refused(text: str):
    assert named(row("qwen:14b"), text, installed).problem is TargetProblem.SAME_NAME


def test_a_name_that_another_model_has_is_found_whatever_its_case():
    target = named(row("qwen:14b"), "mymodel:q4", installed)
    assert (target.problem, target.replaces) == (TargetProblem.EXISTS, "MyModel:Q4")


def test_a_name_that_no_server_takes_says_why():
    problem = named(row("qwen:14b"), "my model", installed).problem
    assert isinstance(problem, BadName)
    assert problem.problem is NameProblem.SPACE


def test_many_go_under_a_namespace_and_keep_model_and_tag():
    targets = put_under([row("qwen:14b"), row("you/phi:4b")], "me", installed)
    assert [target.name for target in targets] == ["me/qwen:14b", "me/phi:4b"]


def test_two_models_may_not_get_one_name():
    targets = put_under([row("a/phi:4b"), row("b/phi:4b"), row("phi:4b", "nas")], "me", installed)
    problems = [target.problem for target in targets]
    assert problems == [TargetProblem.TWICE, TargetProblem.TWICE, None]


def test_an_empty_namespace_is_no_namespace():
    (target,) = put_under([row("qwen:14b")], "  ", installed)
    assert isinstance(target.problem, BadName)
