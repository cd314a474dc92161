"""Creates and pushes on the jobs page: what their rows say, and what can be pressed."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from desktop.domain.creation import Creation, ModelFile
from desktop.domain.pull import Layer, PullPhase, PullProgress
from desktop.jobs.job import Job, JobKind, JobProblem, JobStage, JobState
from desktop.ollama.errors import ServerRefused
from desktop.ui.jobs import endings, view, words
from desktop.ui.jobs.insecure_push import InsecurePush
from desktop.ui.jobs.problems import failure
from desktop.ui.jobs.view import Action
from tests.qt.jobs_at_hand import AROUND, NOW, RUNNING, TOWER, ago

pytestmark = pytest.mark.usefixtures("british")
MB = 10**6
FILES = (
    ModelFile(Path("a.gguf"), "a.gguf", 300 * MB),
    ModelFile(Path("b.gguf"), "b.gguf", 20 * MB),
)
CREATE = replace(
    RUNNING,
    kind=JobKind.CREATE,
    model="mine",
    stage=JobStage.UPLOADING,
    creation=Creation("mine", files=FILES),
)
PUSH = replace(RUNNING, kind=JobKind.PUSH, model="me/mine")


def files(first: int, second: int = 0) -> PullProgress:
    layers = {"a.gguf": Layer(300 * MB, first), "b.gguf": Layer(20 * MB, second)}
    return PullProgress(PullPhase.TRANSFERRING, "uploading", layers)


def making(status: str, *, quantize: str = "", since: float = 0) -> Job:
    creation = Creation("mine", base="llama", quantize=quantize)
    progress = PullProgress(PullPhase.OTHER, status)
    stage = JobStage.CREATING
    return replace(CREATE, stage=stage, creation=creation, progress=progress, step_since=ago(since))


def said(job: Job) -> str:
    return words.state(job, AROUND)


def test_a_file_that_is_read_or_sent_is_named():
    hashing = replace(CREATE, stage=JobStage.HASHING, progress=files(5))
    assert said(hashing) == "Computing the checksum of a.gguf, 1 of 2"
    assert said(replace(CREATE, progress=files(300 * MB, 5))) == "Uploading b.gguf, 2 of 2"
    alone = PullProgress(PullPhase.TRANSFERRING, "", {"a\u202e.gguf": Layer(9, 5)})
    assert said(replace(CREATE, progress=alone)) == "Uploading a‹U+202E›.gguf"
    assert said(replace(CREATE, stage=JobStage.ASKING)) == "Asking tower"


def test_an_upload_that_begins_anew_says_why():
    text = said(replace(CREATE, progress=files(0), restarts=1))
    assert text.endswith(", starts again: tower keeps nothing of half a file")


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("", "tower begins to create it"),
        ("parsing GGUF", "Reading what the file says of itself"),
        ("converting model", "Converting the weights"),
        ("verifying conversion", "Checking the weights"),
        ("using existing layer sha256:00", "Using a layer that is there already"),
        ("creating new layer sha256:00", "Writing a new layer"),
        ("using autodetected template chatml", "Using the template that fits the file: chatml"),
        ("writing manifest", "Writing the model's entry"),
        ("success", "Writing the model's entry"),
        ("folding \u202e socks", "folding ‹U+202E› socks"),
    ],
)
def test_the_hosts_steps_are_said_in_plain_words(status: str, text: str):
    assert said(making(status)) == text


@pytest.mark.parametrize("status", ["", "parsing GGUF", "quantizing F16 model to Q4_K_M"])
def test_quantizing_counts_the_seconds_as_the_host_tells_nothing(status: str):
    assert said(making(status, quantize="q4_K_M")) == "Quantizing to Q4_K_M"
    assert said(making(status, quantize="q4_K_M", since=72)) == (
        "Quantizing to Q4_K_M, for 1 min 12 s now"
    )


def test_a_base_that_has_to_be_pulled_is_shown_as_such():
    layers = {f"sha256:{1:064x}": Layer(10, 5)}
    progress = PullProgress(PullPhase.TRANSFERRING, "pulling 000000000000", layers)
    job = replace(making(""), stage=JobStage.PULLING, progress=progress)
    assert said(job) == "tower has no llama and pulls it first"
    assert view.has_bar(job)
    assert words.layers(job)[0].name == "0" * 12
    verifying = replace(progress, phase=PullPhase.VERIFYING)
    assert said(replace(job, progress=verifying)) == "Verifying what was downloaded"


def test_files_are_layers_with_their_names():
    rows = words.layers(replace(CREATE, progress=files(300 * MB, 5 * MB)))
    assert [(row.name, row.size, row.figure) for row in rows] == [
        ("a.gguf", "300 MB", "done"),
        ("b.gguf", "20 MB", "5.0 MB"),
    ]


def test_a_bar_is_shown_while_bytes_are_counted():
    assert view.has_bar(replace(CREATE, progress=files(5)))
    assert not view.has_bar(making("writing manifest"))
    assert words.figure(replace(CREATE, progress=files(100 * MB))) == "100.0 of 320.0 MB"
    done = replace(CREATE, state=JobState.DONE, stage=JobStage.CREATING, progress=files(0))
    assert words.figure(done) == "320 MB"


@pytest.mark.parametrize(
    ("stage", "text"),
    [
        (None, "Cancelled before anything was sent"),
        (JobStage.HASHING, "Cancelled before anything was sent"),
        (JobStage.UPLOADING, "Cancelled at 100.0 of 320.0 MB. The host keeps whole files alone"),
        (
            JobStage.CREATING,
            "Cancelled before the host said it was done. A retry sends no file again.",
        ),
    ],
)
def test_a_cancelled_create_says_what_is_left(stage: JobStage | None, text: str):
    job = replace(CREATE, state=JobState.CANCELLED, stage=stage, progress=files(100 * MB))
    assert said(job).startswith(text)


def test_a_failed_upload_says_that_nothing_is_kept():
    job = replace(CREATE, state=JobState.FAILED, started_at=ago(3), ended_at=NOW)
    assert said(job) == "Failed after 3 s. The host keeps nothing of half a file."


@pytest.mark.parametrize(
    ("phase", "status", "text"),
    [
        (PullPhase.MANIFEST, "retrieving manifest", "Asking tower"),
        (PullPhase.TRANSFERRING, "pushing 00", "Uploading to the registry"),
        (PullPhase.WRITING, "pushing manifest", "Publishing the model's entry"),
        (PullPhase.OTHER, "couldn't retrieve manifest", "couldn't retrieve manifest"),
    ],
)
def test_a_push_says_what_is_being_done(phase: PullPhase, status: str, text: str):
    assert said(replace(PUSH, progress=PullProgress(phase, status))) == text


def test_a_cancelled_push_begins_again():
    progress = PullProgress(PullPhase.TRANSFERRING, "", {"sha256:0": Layer(10 * MB, 5 * MB)})
    text = said(replace(PUSH, state=JobState.CANCELLED, progress=progress))
    assert text == "Cancelled at 5.0 of 10.0 MB. A retry starts again."


def test_a_row_is_read_out_whole():
    job = replace(CREATE, progress=files(100 * MB), speed=50e6, seconds_left=4.4)
    spoken = words.spoken(job, AROUND)
    assert spoken.startswith(
        "Create mine on tower, Uploading a.gguf, 1 of 2, 100.0 of 320.0 MB, 50.0"
    )


def test_endings_name_what_was_made():
    assert endings.ending(replace(CREATE, state=JobState.DONE), TOWER) == "Created mine on tower"
    assert endings.ending(replace(PUSH, state=JobState.FAILED), TOWER) == (
        "me/mine was not pushed from tower"
    )


def refused(job: Job, problem: JobProblem, **more: str) -> tuple[str, str, list[object]]:
    failed = failure(replace(job, state=JobState.FAILED, problem=problem, **more), TOWER)
    return failed.sentence, failed.facts, [offer.press for offer in failed.offers]


def test_a_changed_file_leads_back_to_the_workshop():
    sentence, _, presses = refused(CREATE, JobProblem.FILE_CHANGED, file="a\u202e.gguf")
    assert sentence == "a‹U+202E›.gguf is no longer the file that was looked at."
    assert presses == [Action.OPEN_WORKSHOP]


def test_an_unreadable_file_says_what_the_system_says():
    _, facts, presses = refused(
        CREATE, JobProblem.FILE_UNREADABLE, file="a.gguf", reason="Permission denied"
    )
    assert facts.startswith("The system says: Permission denied.")
    assert presses == [Action.OPEN_WORKSHOP, Action.RETRY]


def test_a_taken_name_is_replaced_by_name_alone():
    sentence, _, presses = refused(CREATE, JobProblem.TARGET_EXISTS)
    assert sentence == "tower already has mine."
    assert presses == [Action.REPLACE]


def told(job: Job, message: str, path: str) -> list[object]:
    error = ServerRefused(200, message)
    error.path = path
    return [offer.press for offer in failure(replace(job, error=error), TOWER).offers]


def test_what_a_modelfile_says_is_mended_in_the_workshop():
    presses = told(CREATE, "quantization is only supported for F16, BF16", "/api/create")
    assert presses == [Action.OPEN_WORKSHOP, Action.RETRY, Action.SHOW_RAW]


def test_a_damaged_upload_has_one_retry():
    presses = told(CREATE, 'digest mismatch, expected "a", got "b"', "/api/blobs/x")
    assert presses == [Action.RETRY, Action.SHOW_RAW]


def test_a_registry_without_encryption_is_a_choice_once():
    presses = told(PUSH, "insecure protocol http", "/api/push")
    assert presses == [Action.PUSH_INSECURELY, Action.RETRY, Action.SHOW_RAW]
    again = told(replace(PUSH, is_insecure=True), "insecure protocol http", "/api/push")
    assert Action.PUSH_INSECURELY not in again


def test_a_model_that_was_made_can_be_used_at_once():
    done = replace(CREATE, state=JobState.DONE)
    used = (Action.CHAT, Action.INSPECT, Action.CREATE_ELSEWHERE)
    assert view.actions(done) == (*used, Action.REMOVE)
    assert view.default_action(done) is Action.INSPECT
    assert view.actions(replace(PUSH, state=JobState.DONE)) == (Action.REMOVE,)


def test_a_push_without_encryption_is_asked_about(theme, qtbot):
    question = InsecurePush(theme, "me/‮mine")
    qtbot.addWidget(question)
    question.show()
    assert question.title.text() == "Push me/‹U+202E›mine without encryption?"
    question.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is question.cancel)
    question.close()
