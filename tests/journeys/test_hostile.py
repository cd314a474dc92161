"""Bad input, from servers and from people: each gets a sentence, and nothing hangs or is lost."""

import json
from collections.abc import AsyncGenerator, Callable, Coroutine
from contextlib import asynccontextmanager
from datetime import timedelta
from typing import Any, TypeAlias

import pytest

from desktop.demo.faults import Garbage, ProxyPage
from desktop.demo.pace import AT_ONCE
from desktop.demo.server import DemoServer
from desktop.diagnostics.explain import explain
from desktop.domain.host import HostState
from desktop.domain.name import BadName
from desktop.hosts.snapshot import HostSnapshot
from desktop.jobs.job import Job, JobId, JobProblem, JobRefused, JobState
from desktop.ollama.wire_models import MAX_ROWS
from desktop.storage.paths import Paths
from desktop.ui.bridge.theme import Theme
from desktop.ui.hosts.list import COUNT_ROLE
from desktop.ui.models.view import Column
from desktop.ui.wording import words
from desktop.ui.wording_names import name_problem
from tests.clock import until
from tests.conftest import ExpectedLogs
from tests.journeys.hostile import VERSION, answering, said
from tests.journeys.program_shown import Shown, program_on_demo, program_shown
from tests.raw_server import STREAM, RawServer, chunk, head, whole

Run: TypeAlias = Callable[[Coroutine[Any, Any, None]], None]

PULLED = "llama3.2:1b"
NASTY = "evil\u202egnp.exe\u200b\u2066\x1b[31mred\x07"
NEVER_SHOWN = "\u202e\u200b\u2066\x1b\x07"


def first(shown: Shown) -> HostSnapshot:
    return shown.services.registry.snapshots[0]


def pull(shown: Shown) -> JobId:
    return shown.services.jobs.pull(first(shown).id, PULLED)


def job(shown: Shown, job_id: JobId) -> Job:
    found = shown.services.jobs.get(job_id)
    assert found is not None
    return found


@asynccontextmanager
async def inspected(
    answers: dict[str, bytes], theme: Theme, paths: Paths
) -> AsyncGenerator[Shown, None]:
    """Show the program with the first model of a server that answers so, and its card."""
    async with (
        answering(answers) as address,
        program_shown(theme, paths, address.authority) as shown,
    ):
        await until(lambda: first(shown).models_known)
        models = shown.program.models
        models.models.catch_up()
        models.table.selectRow(0)
        await until(lambda: models.inspector.has_card)
        yield shown


@pytest.mark.parametrize(
    ("answer", "sentence"),
    [
        (whole(b"<html><body>Welcome</body></html>", "text/html"), "is not Ollama"),
        (whole(b'{"version": 7}'), "is not Ollama"),
        (whole(b"SSH-2.0-OpenSSH_9.2\r\n"), "is not Ollama"),
        (b"SSH-2.0-OpenSSH_9.2\r\n", "is not Ollama"),
        (b"", "broke off"),
    ],
    ids=["a page", "a number for a text", "no JSON", "no HTTP", "nothing"],
)
def test_what_is_not_ollama_is_down_and_says_so(
    run: Run, theme: Theme, paths: Paths, answer: bytes, sentence: str
) -> None:
    async def scenario() -> None:
        async with (
            RawServer(answer) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            await until(lambda: first(shown).state is HostState.DOWN)
            assert sentence in said(shown.program.window)

    run(scenario())


def test_an_answer_without_end_is_given_up(run: Run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        megabyte = chunk(b" " * 1024 * 1024)
        begin = head(200, "Content-Type: application/json", "Transfer-Encoding: chunked")
        async with (
            RawServer(begin, megabyte, is_endless=True) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            await until(lambda: first(shown).state is HostState.DOWN, 20)
            assert "more than" in said(shown.program.window)

    run(scenario())


def test_a_pages_text_in_place_of_a_list_leaves_the_list_as_it_was(
    run: Run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        async with program_on_demo(theme, paths) as (server, shown):
            await until(lambda: first(shown).models_known)
            before = first(shown).models
            server.faults.only = "/api/tags"
            server.faults.proxy_page = ProxyPage.HTML
            shown.services.registry.refresh()
            await until(lambda: first(shown).error is not None)
            assert first(shown).models == before
            server.faults.clear()
            shown.services.registry.refresh()
            await until(lambda: first(shown).error is None)

    run(scenario())


@pytest.mark.parametrize("garbage", Garbage)
def test_a_pull_that_is_sent_garbage_fails_in_words(
    run: Run, theme: Theme, paths: Paths, garbage: Garbage
) -> None:
    """The long line has ten megabytes, two more than are taken."""

    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            await until(lambda: first(shown).is_up)
            server.faults.garbage = garbage
            shown.program.window.show_page("jobs")
            failed = pull(shown)
            await until(lambda: job(shown, failed).state is JobState.FAILED, 10)
            error = job(shown, failed).error
            assert error is not None
            told = words(explain(error, first(shown).host))
            assert told.buttons
            shown.program.for_jobs.page.table.refresh()
            assert told.sentence.rstrip(".") in said(shown.program.window)
            server.faults.clear()
            shown.services.jobs.retry(failed)
            await until(lambda: job(shown, failed).state is JobState.DONE, 10)

    run(scenario())


def test_a_pull_without_end_can_be_cancelled(run: Run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with (
            DemoServer(pace=AT_ONCE) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            await until(lambda: first(shown).is_up)
            server.faults.endless = True
            endless = pull(shown)
            await until(lambda: job(shown, endless).progress.status == "pulling manifest")
            shown.services.jobs.cancel(endless)
            await until(lambda: job(shown, endless).state is JobState.CANCELLED)

    run(scenario())


def test_a_stream_of_nothing_but_newlines_can_be_cancelled(
    run: Run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        async with (
            RawServer(STREAM, chunk(b"\n" * 65536), is_endless=True) as server,
            program_shown(theme, paths, server.address.authority) as shown,
        ):
            empty = pull(shown)
            await until(lambda: any(b"/api/pull" in request for request in server.requests))
            shown.services.jobs.cancel(empty)
            await until(lambda: job(shown, empty).state is JobState.CANCELLED)

    run(scenario())


def test_a_row_of_the_wrong_type_spoils_itself_alone(run: Run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with DemoServer() as server:
            server.faults.wrong_types = True
            async with program_shown(theme, paths, server.address.authority) as shown:
                await until(lambda: first(shown).models_known)
                shown.program.models.models.catch_up()
                assert len(first(shown).damaged) == 2
                assert len(shown.program.models.models.rows) == len(first(shown).models) + 2
                told = said(shown.program.window)
                assert "2 cannot be read" in told
                every = shown.program.hosts.view.model().index(0, 0)
                assert every.data(COUNT_ROLE) == len(shown.program.models.models.rows)
                assert "The host sent an entry that cannot be read" in told

    run(scenario())


def test_of_10_001_models_the_rest_is_counted_and_said(
    run: Run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        async with DemoServer() as server:
            installed = 9
            server.faults.extra_models = MAX_ROWS + 1 - installed
            async with program_shown(theme, paths, server.address.authority) as shown:
                await until(lambda: first(shown).models_known, 20)
                shown.program.models.models.catch_up()
                assert (len(first(shown).models), first(shown).left_out) == (MAX_ROWS, 1)
                assert "1 more on the host" in said(shown.program.window)

    run(scenario())


def test_a_clock_years_off_moves_no_time_and_is_said(run: Run, theme: Theme, paths: Paths) -> None:
    async def scenario() -> None:
        async with DemoServer() as server:
            server.faults.clock_ahead = timedelta(days=7 * 365)
            async with program_shown(theme, paths, server.address.authority) as shown:
                await until(lambda: first(shown).loaded)
                table = shown.program.models.models
                table.catch_up()
                times = {table.index(row, Column.MODIFIED).data() for row in range(9)}
                loaded = " ".join(
                    str(table.index(row, Column.LOADED).data()) for row in range(table.rowCount())
                )
                assert "4 days" in times
                assert " min" in loaded
                assert "2555 d ahead. Set it there" in said(shown.program.window)

    run(scenario())


def test_a_field_of_a_card_that_cannot_be_read_is_said_and_hides_no_other(
    run: Run, theme: Theme, paths: Paths, expect_log: ExpectedLogs
) -> None:
    expect_log("left out of the card of mine:latest: template, details.families")
    card = {
        "template": ["{{ .Prompt }}"],
        "details": {"families": "llama"},
        "parameters": "num_ctx 8192",
    }
    answers = {
        "/api/version": b'{"version":"0.33.0"}',
        "/api/tags": b'{"models":[{"name":"mine:latest"}]}',
        "/api/show": json.dumps(card).encode(),
    }

    async def scenario() -> None:
        async with inspected(answers, theme, paths) as shown:
            told = said(shown.program.window)
            assert "A part of what is said of it cannot be read" in told
            assert "something else than Ollama does: template, details.families." in told
            read = shown.program.models.cards.card
            assert read is not None
            assert read.parameter_rows == (("num_ctx", "8192"),)

    run(scenario())


def test_text_of_a_server_is_shown_with_what_hides_in_it(
    run: Run, theme: Theme, paths: Paths
) -> None:
    row = {"name": NASTY, "digest": NASTY, "size": 5, "details": {"family": NASTY}}
    odd = {"name": f"odd {NASTY}", "size": NASTY}
    card = {
        "license": NASTY,
        "template": NASTY,
        "system": NASTY,
        "modelfile": f"FROM {NASTY}",
        "parameters": f"stop {NASTY}",
        "details": {"family": NASTY, "quantization_level": NASTY},
        "model_info": {"general.architecture": NASTY, NASTY: NASTY},
        "capabilities": [NASTY],
    }
    answers = {
        "/api/version": json.dumps({"version": NASTY}).encode(),
        "/api/tags": json.dumps({"models": [row, odd]}).encode(),
        "/api/show": json.dumps(card).encode(),
    }

    async def scenario() -> None:
        async with inspected(answers, theme, paths) as shown:
            told = said(shown.program.window)
            assert "evil‹U+202E›gnp.exe‹U+200B›‹U+2066›‹U+001B›[31mred‹U+0007›" in told
            assert not [f"U+{ord(mark):04X}" for mark in NEVER_SHOWN if mark in told]

    run(scenario())


def test_an_error_of_a_server_is_shown_with_what_hides_in_it(
    run: Run, theme: Theme, paths: Paths
) -> None:
    answers = {"/api/version": VERSION, "/api/pull": json.dumps({"error": NASTY}).encode()}

    async def scenario() -> None:
        async with (
            answering(answers) as address,
            program_shown(theme, paths, address.authority) as shown,
        ):
            await until(lambda: first(shown).is_up)
            shown.program.window.show_page("jobs")
            failed = pull(shown)
            await until(lambda: job(shown, failed).state is JobState.FAILED)
            shown.program.for_jobs.page.table.refresh()
            told = said(shown.program.window)
            assert not [f"U+{ord(mark):04X}" for mark in NEVER_SHOWN if mark in told]

    run(scenario())


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("llama 3.2", "A name has no spaces."),
        ("llama\u202e3.2", "cannot be seen, U+202E."),
        ("llama\x1b3.2", "cannot be seen, U+001B."),
        ("llama\u200b3.2", "cannot be seen, U+200B."),
        ("läma", "cannot stand in a name"),
        ("m" * 81, "is too long"),
        ("", "Type a name"),
    ],
)
def test_a_name_that_no_server_takes_is_refused_in_words(
    run: Run, theme: Theme, paths: Paths, name: str, sentence: str
) -> None:
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            with pytest.raises(BadName) as refused:
                shown.services.jobs.pull(first(shown).id, name)
            assert sentence in name_problem(refused.value)
            shown.program.pull(name)
            dialog = shown.dialog("pullDialog")
            assert dialog is not None
            assert not dialog.primary.isEnabled()
            assert not name or sentence in said(dialog)
            dialog.reject()

    run(scenario())


@pytest.mark.parametrize("target", ["LLAMA3.2:3B", "library/llama3.2:3b", "llama3.2:3b"])
def test_a_name_in_other_letters_is_the_same_name(
    run: Run, theme: Theme, paths: Paths, target: str
) -> None:
    async def scenario() -> None:
        async with program_shown(theme, paths) as shown:
            with pytest.raises(JobRefused) as refused:
                shown.services.jobs.rename(first(shown).id, "llama3.2:3b", target)
            assert refused.value.problem is JobProblem.SAME_NAME

    run(scenario())


def test_a_settings_file_half_written_is_set_aside_and_said(
    run: Run, theme: Theme, paths: Paths
) -> None:
    async def scenario() -> None:
        paths.settings.mkdir(parents=True)
        paths.settings_file.write_text('{"version": 1, "hosts": [{"id": "a", "addr')
        async with program_shown(theme, paths) as shown:
            damage = shown.services.settings.damage
            assert damage is not None
            assert damage.kept_as is not None
            assert damage.kept_as.read_text().startswith('{"version": 1')
            assert damage.kept_as.name in said(shown.program.window)

    run(scenario())
