"""What was measured, as text to be read."""

import statistics
from collections.abc import Sequence

from tests.benchmarks import calm, charts, chat, memory, starts, tables
from tests.benchmarks.heartbeat import Pulse

_HEAD = f"{'':62}{'p50':>7}{'p99':>7}{'max':>8}{'begin':>8}{'CPU':>6}{'÷ idle':>8}"


def of_heartbeat(result: calm.Result) -> str:
    """Tell how late the heartbeat was under each load, and whether that can be judged."""
    idle = result.idle.percentile(0.99)
    lines = [
        "heartbeat: milliseconds late of a 16 ms timer in the window's thread (target 2)",
        "begin: the latest beat while the load was put on; ÷ idle: p99 against the idle window",
        "",
        _HEAD,
        _line("the idle window", result.idle, "", 1.0),
    ]
    for reading in result.readings:
        pulse, load = reading.pulse, reading.load
        p99 = pulse.percentile(0.99)
        verdict = "reached" if p99 < calm.WANTED else "MISSED"
        row = _line(f"{load.name}: {load.says}", pulse, _ms(reading.beginning), p99 / idle)
        lines.append(f"{row}  p99 below {calm.WANTED * 1000:.0f} ms: {verdict}{_amiss(reading)}")
    return "\n".join([*lines, _validity(result), ""])


def of_tables(rows: Sequence[tables.Row]) -> str:
    """Tell what sorting and filtering cost, against Qt's proxy."""
    lines = [
        "tables: milliseconds of CPU, ours against QSortFilterProxyModel over a Python model "
        "(target 6)",
        "",
        f"{'':30}{'ours':>9}{'proxy':>9}{'ratio':>9}",
    ]
    for row in rows:
        verdict = "reached" if row.is_reached else "MISSED"
        figures = f"{row.ours:>9.2f}{row.theirs:>9.1f}{row.ratio:>8.1f}x"
        lines.append(f"{row.name:30}{figures}  at least {row.wanted:.0f}x: {verdict}")
    return "\n".join([*lines, ""])


def of_chat(result: chat.Result) -> str:
    """Tell what a growing answer and a long conversation cost, beside their alternatives."""
    plan = result.plan
    head = f"{'':36}{'tokens':>8}{'ours':>8}{'other':>9}{'ratio':>8}{'last ÷ first':>14}"
    lines = [
        "chat: microseconds of CPU per token of an answer that grows on screen, a frame for every "
        "7 tokens (target 4)",
        "other: the same text appended to a QPlainTextEdit, in turn with ours; last ÷ first: "
        "quarter of the answer",
        "",
        head,
    ]
    for stream in result.streams:
        is_cheap = _verdict(stream.ratio <= chat.WANTED_TOKEN)
        is_even = _verdict(stream.last_to_first <= chat.WANTED_LAST)
        lines.append(
            f"{_stream(stream)}  at most {chat.WANTED_TOKEN}x: {is_cheap}, "
            f"at most {chat.WANTED_LAST}x: {is_even}"
        )
    lines += ["", "other: QTextBrowser.setMarkdown(whole) in every frame", "", head]
    lines += [_stream(result.dear), ""]
    few = min(50, plan.messages)
    lines += [
        f"chat: a conversation of {few} and of {plan.messages} messages, each in a process of "
        f"its own, medians of {plan.rounds} (target 5)",
        "memory: the view's unique set size (USS), its messages left out",
        "",
        f"{'':36}{few:>8}{plan.messages:>8}{'ratio':>8}",
    ]
    for name, unit in (("build", "ms"), ("resize", "ms"), ("memory", "MB")):
        one, other = getattr(result.few, name), getattr(result.many, name)
        verdict = _verdict(other / one <= chat.WANTED_LONG)
        row = f"{f'{name}, {unit}':36}{one:>8.1f}{other:>8.1f}{other / one:>7.2f}x"
        lines.append(f"{row}  at most {chat.WANTED_LONG}x: {verdict}")
    return "\n".join([*lines, ""])


def of_charts(result: charts.Result) -> str:
    """Tell what a tick of a chart costs, beside pyqtgraph where that is there."""
    lines = [
        f"charts: a reading added and painted, and the memory of a chart with its library; each in "
        f"a process of its own, in turn, medians of {result.rounds} (target 9)",
        "both antialiased, pens of one pixel, 300 points a line; ours with its words, pyqtgraph "
        "without",
        "",
        f"{'':52}{'ours':>9}{'pyqtgraph':>11}{'ratio':>8}",
    ]
    for case in result.cases:
        for name, unit, wanted in charts.FIGURES:
            row = f"{f'{case.says}: {name}, {unit}':52}{case.ours[name]:>9.2f}"
            if case.theirs is not None:
                ratio = case.ours[name] / case.theirs[name]
                judged = f"  at most {wanted}x: {_verdict(ratio <= wanted)}" if wanted else ""
                row += f"{case.theirs[name]:>11.2f}{ratio:>7.2f}x{judged}"
            lines.append(row)
    if not result.has_other:
        lines.append(
            "pyqtgraph is not here: `pip install --target DIR pyqtgraph numpy` puts it into a "
            "folder, and `--pyqtgraph DIR` compares with it"
        )
    return "\n".join([*lines, ""])


def of_memory(result: memory.Result) -> str:
    """Tell how far estimates are from what was shown as loaded, beside the naive alternatives."""
    lines = [
        f"memory: estimates in parts of what {result.recordings} recorded /api/ps showed, "
        "each load once; 1.00 is exact",
        "ours: the formula, with its range; learned: after the same model was seen with another "
        "context",
        "file: its size alone; predicted: what Ollama's scheduler reckons (MEMORY.md, 1)",
        "",
        f"{'':28}{'shown':>12}{'ours':>7}{'low':>7}{'high':>7}{'learned':>9}{'file':>7}"
        f"{'predicted':>11}",
    ]
    lines += [_load(row) for row in result.rows]
    figures = (
        ("ours", result.distance(lambda row: row.ours)),
        ("learned", result.distance(lambda row: row.learned)),
        ("file", result.distance(lambda row: row.file)),
        ("predicted", result.distance(lambda row: row.predicted)),
    )
    medians = ", ".join(f"{name} {distance:.0%}" for name, distance in figures)
    return "\n".join([*lines, f"off by, in the median: {medians}", *_LEARNT, ""])


def of_starts(result: starts.Result) -> str:
    """Tell what a start costs against a bare window, and all that is open against a browser."""
    bare, ours, whole = result.bare, result.paddock, result.whole
    ratio = ours["paint"] / bare["paint"]
    lines = [
        f"starts: ms of CPU from the process's start, each in a process of its own, in turn, "
        f"medians of {result.rounds} (target 7)",
        "",
        f"{'':46}{'ours':>8}{'other':>9}{'ratio':>8}",
        f"{'first paint, against a bare QMainWindow':46}{ours['paint']:>8.0f}{bare['paint']:>9.0f}"
        f"{ratio:>7.1f}x  at most {starts.WANTED_PAINT}x: {_verdict(ratio <= starts.WANTED_PAINT)}",
        f"{'20 models of a host painted':46}{ours['data']:>8.0f}",
        "",
        "starts: MB of memory (PSS) once everything stands still, as if no other program had Qt "
        "(target 8)",
        "",
        f"{'the first window, against a bare QMainWindow':46}{ours['memory']:>8.0f}"
        f"{bare['memory']:>9.0f}{ours['memory'] / bare['memory']:>7.1f}x",
    ]
    row = f"{'charts, 200 messages, an empty Chromium window':46}{whole['memory']:>8.0f}"
    if result.chromium is None:
        return "\n".join([*lines, row, "Chromium is not here to compare with", ""])
    part = whole["memory"] / result.chromium
    judged = f"at most {starts.WANTED_MEMORY}x: {_verdict(part <= starts.WANTED_MEMORY)}"
    return "\n".join([*lines, f"{row}{result.chromium:>9.0f}{part:>7.2f}x  {judged}", ""])


_LEARNT = (
    "These are tiny models on a CPU: what computes takes more than weights and context together,",
    "and no driver and no layer on a GPU was seen. What was learned, and gives the range:",
    "what computes takes twice the formula's graph and a mask, with the larger batch that Ollama",
    "takes beyond 4,096 tokens: high is that, and what was shown of each usual model within 1 %.",
    "* only the size of the file was known.",
)


def _load(row: memory.Row) -> str:
    shown = row.shown
    name = f"{shown.name}{'' if shown.shape else '*'}, {shown.context} tokens"
    learned, predicted = (
        "" if value is None else f"{value:.2f}" for value in (row.learned, row.predicted)
    )
    return (
        f"{name:28}{shown.size / 1e6:>9.1f} MB{row.ours:>7.2f}{row.low:>7.2f}{row.high:>7.2f}"
        f"{learned:>9}{row.file:>7.2f}{predicted:>11}"
    )


def _stream(stream: chat.Stream) -> str:
    ours, other = statistics.fmean(stream.ours), statistics.fmean(stream.theirs)
    return (
        f"{stream.name:36}{stream.tokens:>8}{ours:>8.0f}{other:>9.0f}{stream.ratio:>7.2f}x"
        f"{stream.last_to_first:>13.2f}x"
    )


def _verdict(is_reached: bool) -> str:
    return "reached" if is_reached else "MISSED"


def _line(name: str, pulse: Pulse, beginning: str, ratio: float) -> str:
    p50, p99, worst = (_ms(pulse.percentile(part)) for part in (0.5, 0.99, 1.0))
    return f"{name:62}{p50:>7}{p99:>7}{worst:>8}{beginning:>8}{pulse.share:>6.0%}{ratio:>7.1f}x"


def _ms(seconds: float) -> str:
    return f"{seconds * 1000:.2f}"


def _amiss(reading: calm.Reading) -> str:
    chat = f", {reading.tokens:.0f} tokens/s" if reading.load.chats else ""
    return chat + (f", {reading.missing} pulls or hosts were MISSING" if reading.missing else "")


def _validity(result: calm.Result) -> str:
    p99, least = result.idle.percentile(0.99), calm.QUIET
    if p99 >= least:
        return (
            f"INVALID: the idle window itself was {_ms(p99)} ms late at p99, not below "
            f"{_ms(least)} ms; the machine was busy with something else"
        )
    if not result.is_valid:
        return "INVALID: a load was not all there to the end"
    return f"VALID: the idle window was {_ms(p99)} ms late at p99, below {_ms(least)} ms"
