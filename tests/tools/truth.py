#!/usr/bin/env python3
"""Holds what fs-parse reads against what perf itself knows of each sample.

	tests/tools/truth.py samples CORPUS [TEXT...]	sample by sample; none: every text with a truth
	tests/tools/truth.py comms CORPUS [TEXT...]	thread names, by thread
	tests/tools/truth.py symbols CORPUS		names of functions that must stay apart
	tests/tools/truth.py demangles CORPUS		nothing, but whether mangled names can be compared
	tests/tools/truth.py addresses CORPUS		addresses of frames without a symbol, on one line

The truth comes from perf's own structures (CORPUS/INDEX.md), the text is CORPUS/TEXT.txt.gz, and
fs-parse is the one in PATH.  All must be equal, sample by sample: time to the last digit printed,
process, thread, CPU, event, weight, the thread's name and the frames' names.  What a text was told
to print otherwise is a row of one of the tables below; what is not there has no exception.  What is
wanted follows from the truth alone, never from what fs-parse gave.
Prints what differs; the status is 1 if anything does.
"""

import csv
import functools
import gzip
import json
import re
import shutil
import subprocess
import sys

NO_CPU = 2**32 - 1  # what perf's structure holds where no CPU was recorded

# Columns that the text was told not to print (-F).
NOT_PRINTED = {
    "fields/fp-a.classic": "period",
    "fields/fp-a.classic-trace": "period",
    "fields/fp-a.comm-time": "tid cpu event period frames",
    "fields/fp-a.dso-no-sym": "period",
    "fields/fp-a.ip-only": "period",
    "fields/fp-a.minus-comm": "comm",
    "fields/fp-a.minus-cpu": "cpu",
    "fields/fp-a.minus-event": "event",
    "fields/fp-a.minus-period": "period",
    "fields/fp-a.minus-tid": "tid",
    "fields/fp-a.minus-time": "time",
    "fields/fp-a.symoff-period-nocpu": "cpu",
    "fields/fp-a.time": "tid cpu event period comm frames",
    "fields/multi.classic": "period",
    "fields/multi.minus-event": "event",
    "fields/nocg-a.classic": "period",
    "fields/nocg-a.minus-ip": "frames",
    "fields/nocg-a.tid-time-event": "cpu period comm frames",
    "fields/notime.default": "time",  # recorded with --no-timestamp
    "fields/sched.G": "frames",  # of a tracepoint without a call chain perf prints no frame
    "fields/sched-nog.default": "frames",
    "fields/sched-nog.period": "frames",
}

# Without a call chain (not recorded, or -G) the one frame is where the sample itself was.
ONE_FRAME = "fields/fp-a.G fields/inl-fp.G fields/multi.G fields/nocg-a.classic fields/nocg-a.default \
fields/nocg-a.ns fields/nocg-proc.default".split()

# The frames nearest the leaf alone (--max-stack).
MAX_STACK = {"fields/fp-a.maxstack1": 1, "fields/fp-a.maxstack3": 3, "tricky/deep.max-stack-20": 20}

# perf died of SIGPIPE while it printed these: so many samples are there, the last cut off.
CUT = {"fields/fp-a.srcline": 676, "fields/fp-a.srcline-full": 676, "fields/fp-a.srccode": 676}

# Kernel symbols, or all, were not to be had (--kallsyms, --symfs).
NO_SYMBOLS = {"fields/fp-a.no-kallsyms": "kernel", "fields/fp-a.symfs-none": "all"}
KERNEL_INIT = 0xFFFFFFFF83784000

# --reltime: counted from the first sample.
RELATIVE = "fields/fp-a.reltime fields/fp-a.reltime-ns fields/syscalls.reltime \
tricky/comms.reltime".split()

# No axis of time, or nothing that could be a sample: fs-parse refuses, status 1.
REFUSED = {
    "fields/fp-a.deltatime": "differences",  # --deltatime
    "fields/sched.trace": "no sample found",  # -F trace: neither time nor event
}


@functools.lru_cache(None)
def clean(name):
    """A name as it may stand in a folded line."""
    raw = name.encode("utf-8", "surrogateescape")
    return bytes(58 if c == 59 else 32 if c < 32 or c == 127 else c for c in raw)


def unresolved(dso):
    """What a frame without a symbol is called."""
    base = dso.rsplit("/", 1)[-1]
    if base.endswith(" (deleted)"):
        base = base[: -len(" (deleted)")]
    if base.startswith("[") and base.endswith("]"):
        base = base[1:-1]
    return b"[" + clean(base) + b"]"


def frame_name(text, frame):
    symbol, dso = frame.get("sym", "[unknown]"), frame.get("dso", "[unknown]")
    if text in NO_SYMBOLS and (dso == "[kernel.kallsyms]" or NO_SYMBOLS[text] == "all"):
        symbol = "[unknown]"
        if int(frame["ip"], 16) >= KERNEL_INIT:
            dso = "[unknown]"  # where the kernel's start-up code lay, only kallsyms knows
    if symbol == "[unknown]":
        # Told without its module, it cannot be called by that.
        return b"[unknown]" if text == "fields/fp-a.minus-dso" else unresolved(dso)
    if text.startswith("tricky/java."):
        symbol = re.sub(r"(?<=[\w>])\([^()]*\)$", "", symbol)  # the agent's names have parameter lists
    return clean(symbol)


def without_inlined(chain):
    """--no-inline: of the frames that share an address the outermost alone."""
    behind = chain[1:] + [{}]
    return [frame for frame, outer in zip(chain, behind) if frame["ip"] != outer.get("ip")]


def frames(text, sample):
    """The frames that the text prints of a sample, root first."""
    chain = sample.get("cc") or []
    if text in ONE_FRAME:
        chain = [sample] if "ip" in sample else []
    if text == "fields/dwarf.no-inline":
        chain = without_inlined(chain)
    chain = chain[: MAX_STACK.get(text, len(chain))]
    names = [frame.get("sym") for frame in chain]
    if text == "fields/fp-a.stop-bt" and "do_idle" in names:
        chain = chain[: names.index("do_idle") + 1]  # --stop-bt do_idle
    return chain[::-1]


def filtered(name):
    """What c++filt makes of a name, told to print what perf does: neither parameters nor hashes."""
    run = subprocess.run(["c++filt", "-p", "-i"], input=name + b"\n", capture_output=True)
    return run.stdout.rstrip(b"\n")


@functools.lru_cache(None)
def can_demangle():
    """Whether there is a c++filt that knows C++ and both manglings of Rust."""
    known = {
        b"_ZN1a1fEi": b"a::f",
        b"_ZN1a1f17h0123456789abcdefE": b"a::f",
        b"_RNvC1a1f": b"a::f",
    }
    return bool(shutil.which("c++filt")) and all(filtered(name) == known[name] for name in known)


@functools.lru_cache(None)
def demangled(name):
    return filtered(name).replace(b";", b":")


# What -v prints in front of the name of a function that is made from a template.
RETURN_TYPE = rb"(auto|int|long|double|unsigned long|decltype \(\{parm#1\}\(1\)\)) "

# Names of one function at one address: with inlining perf has it from the debug information.
ALIASES = {b"__libc_start_main_impl": b"__libc_start_main@@GLIBC_2.34"}


class Names:
    """Holds the frames of one text against the truth's."""

    def __init__(self, text):
        self.text, self.functions, self.moved = text, {}, {}

    def is_one(self, got, want):
        """One name is never that of two functions."""
        return self.functions.setdefault(got, want) == want

    def is_mangled(self, got, want):
        """--no-demangle: a name as the linker has it."""
        if not got.startswith((b"_Z", b"_R")):
            plain = want.startswith(b"[") or re.search(rb"::|[ <(]", want) is None
            return got == want and plain
        return self.is_one(got, want) and (not can_demangle() or demangled(got) == want)

    def is_verbose(self, got, want):
        """-v: perhaps with a return type."""
        prefix = got[: len(got) - len(want)]
        return (
            got == prefix + want
            and (not prefix or (b"<" in want and re.fullmatch(RETURN_TYPE, prefix) is not None))
            and self.is_one(got, want)
        )

    def is_address(self, got, sample, frame):
        """Without symbols: the module, where the text tells it, and the address.  In a file's mapping
        perf prints the address in that file: in one program, all are as far from the true ones, by
        whole pages."""
        name = re.fullmatch(rb"(?:\[(.*)\+)?0x([0-9a-f]+)\]?", got)
        if name is None:
            return False
        true, module = int(frame["ip"], 16), frame.get("dso")
        told = None if module is None or self.text == "fields/fp-a.ip-only" else module
        base = None if told is None else unresolved(told)[1:-1]
        if (name[1], got.endswith(b"]")) != (base, base is not None):
            return False
        moved = true - int(name[2], 16)
        if module is None or module == "[kernel.kallsyms]":
            return moved == 0
        program = (sample["pid"], sample["comm"], module)
        return moved % 4096 == 0 and self.moved.setdefault(program, moved) == moved

    def same(self, got, sample, frame):
        want = frame_name(self.text, frame)
        if self.text in ("fields/fp-a.dso-no-sym", "fields/fp-a.ip-only"):
            return self.is_address(got, sample, frame)
        if self.text.endswith(".no-demangle"):
            return self.is_mangled(got, want)
        if self.text in ("tricky/cxx.verbose", "tricky/weird.verbose"):
            return self.is_verbose(got, want)
        if self.text == "fields/dwarf.no-inline":
            want = ALIASES.get(want, want)
        return got == want


def comm(text, sample):
    name = clean(sample.get("comm", ""))
    if text == "fields/sched.latency":
        # -L: eight columns, and for two threads the name that they had before.
        name = name[:8] if name != b"memfd:runner-00" else b"memfd:se"
    return name or b"[unknown]"


def thread(sample):
    """Process and thread; of a tracepoint perf's structure has the thread alone, as its pid."""
    signed = [n - 2**32 if n >= 2**31 else n for n in (sample["pid"], sample.get("tid", 0))]
    return signed if "tid" in sample else [None, signed[0]]


def seconds(text):
    """Nanoseconds and decimals of a number of seconds."""
    whole, _, decimals = text.lstrip("-").partition(".")
    value = int(whole) * 10**9 + int(decimals.ljust(9, "0")[:9])
    return (-value if text.startswith("-") else value), len(decimals)


class Line:
    """A line of fs-parse's, taken apart."""

    def __init__(self, line):
        before, tab, stack = line.partition(b"\t")
        if not tab:
            before, stack = b"", line
        words = before.decode("utf-8", "surrogateescape").split(" ")
        self.time = words[0] or None
        self.keys = dict(word.split("=", 1) for word in words[1:])
        stack, self.weight = stack.rsplit(b" ", 1)
        self.comm, *self.frames = stack.split(b";")


def read(corpus, name):
    with gzip.open(f"{corpus}/{name}.gz") as file:
        return file.read()


def parse(corpus, name, *options):
    return parse_text(read(corpus, name), *options)


def parse_text(text, *options):
    """Runs fs-parse: its lines, its comments as a dictionary, its messages and status."""
    run = subprocess.run(
        ["fs-parse", "--idle", "keep", "--all-events", "--annotate", "none", *options],
        input=text,
        capture_output=True,
    )
    lines, head = [], {}
    for line in run.stdout.split(b"\n")[:-1]:
        comment = re.fullmatch(rb'# ([^ =]+)="(.*)"', line)
        if comment:
            head[comment[1].decode()] = comment[2].decode("utf-8", "surrogateescape")
        else:
            lines.append(Line(line))
    return lines, head, run.stderr.decode("utf-8", "replace"), run.returncode


class Differences:
    """What differs in one text, a few of each kind."""

    def __init__(self, text):
        self.text, self.n = text, {}

    def add(self, kind, number, got, want):
        self.n[kind] = self.n.get(kind, 0) + 1
        if self.n[kind] <= 2:
            print(f"{self.text}: {kind}, sample {number}: {got!r}, not {want!r}")

    def end(self):
        for kind, n in self.n.items():
            print(f"{self.text}: {kind}: {n} in all")
        return not self.n


def check_time(text, line, head, sample, first, wrong):
    if "time" in NOT_PRINTED.get(text, ""):
        return line.time is None or wrong(line.time, None)
    got, decimals = seconds(line.time)
    got += seconds(head["origin"])[0]
    want = sample["t"] - (first if text in RELATIVE else 0)
    unit = 10 ** (9 - decimals)
    return got == want // unit * unit or wrong(got, want)


def check_keys(text, line, sample, wrong, pids):
    hidden = NOT_PRINTED.get(text, "").split()
    if line.time is None:
        return
    want = None if sample["cpu"] == NO_CPU or "cpu" in hidden else str(sample["cpu"])
    if line.keys.get("cpu") != want:
        wrong("cpu", line.keys.get("cpu"), want)
    want = None if "event" in hidden else sample["ev"].replace(" ", "_")
    if line.keys.get("event") != want:
        wrong("event", line.keys.get("event"), want)
    if "tid" in hidden:
        if "tid" in line.keys:
            wrong("thread", line.keys["tid"], None)
        return
    *pid, tid = line.keys.get("tid", "missing").split("/")
    want = thread(sample)
    if text.startswith("fields/sched-nog.") and line.comm == b":-1":
        want[1] = -1  # a dying task: perf's text has lost the thread that the tracepoint tells
    if len(pid) != pids:
        wrong("process", line.keys.get("tid"), want)
    if tid != str(want[1]) or (pid and want[0] is not None and pid[0] != str(want[0])):
        wrong("thread", line.keys.get("tid"), want)


def check_sample(text, line, head, sample, first, wrong, pids, names):
    hidden = NOT_PRINTED.get(text, "").split()
    check_time(text, line, head, sample, first, lambda got, want: wrong("time", got, want))
    check_keys(text, line, sample, wrong, pids)
    weight = 1 if "period" in hidden else sample.get("period", 1)
    if int(line.weight) != weight:
        wrong("weight", line.weight, weight)
    name = b"[unknown]" if "comm" in hidden else comm(text, sample)
    if line.comm != name:
        wrong("thread's name", line.comm, name)
    want = [] if "frames" in hidden else frames(text, sample)
    same = len(line.frames) == len(want) and all(
        names.same(got, sample, frame) for got, frame in zip(line.frames, want)
    )
    if not same:
        wrong("frames", line.frames, [frame_name(text, frame) for frame in want])


def check_samples(corpus, text, file, truth, pids):
    lines, head, messages, status = parse(corpus, file, "--weight", "period")
    differs = Differences(text)
    if text in REFUSED:
        if status != 1 or REFUSED[text] not in messages or lines:
            differs.add("refused", 0, (status, messages), REFUSED[text])
        return differs.end()
    with gzip.open(f"{corpus}/{truth}", "rt", errors="surrogateescape") as samples:
        samples = [json.loads(line) for line in samples]
    if status != 0:
        differs.add("status", 0, (status, messages), 0)
    if len(lines) != CUT.get(text, len(samples)):
        differs.add("number of samples", 0, len(lines), CUT.get(text, len(samples)))
    names = Names(text)
    for number, (line, sample) in enumerate(zip(lines, samples), 1):
        if number == CUT.get(text):
            break
        check_sample(
            text,
            line,
            head,
            sample,
            samples[0].get("t"),
            lambda kind, got, want, number=number: differs.add(kind, number, got, want),
            pids,
            names,
        )
    return differs.end()


def rows(corpus):
    """TEXT, its file, its truth, and whether it was told to print processes."""
    with open(f"{corpus}/counts.tsv", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            if row["samples in detail"]:
                pids = re.search(r"-F \S*\bpid\b", row["command"]) is not None
                yield row["text"], row["text"] + ".txt", row["samples in detail"], pids
    for name in ("incident-99", "incident-99-noisy", "incident-999"):
        yield f"incident/{name}", f"incident/{name}.perf", f"truth/{name}.samples.jsonl.gz", False


def samples(corpus, texts):
    known = {text: row for text, *row in rows(corpus)}
    texts = texts or [text for text in known if not text.startswith("incident/")]
    good = [check_samples(corpus, text, *known[text]) for text in texts]
    for text in texts:
        if text.endswith(".no-demangle") and not can_demangle():
            print(f"{text}: no c++filt, mangled names are only held apart")
    print(f"{len(good)} texts, {good.count(False)} differ")
    return all(good)


# Texts of recordings whose threads have hostile names, and what they leave out.
COMMS = {
    "comms.default": "comms",
    "comms.reltime": "comms",
    "comms.no-cpu-pid": "comms",
    "comms-a.default": "comms-a",
    "comms-a.pid-ns": "comms-a",
    "comms-nocg.default": "comms-nocg",
    "comms-sched.default": "comms-sched",
    "comms-hostile.default": "comms-hostile",
}


def check_comms(corpus, text, truth):
    """Each thread's name, byte for byte, and its samples."""
    differs = Differences(text)
    want, got, named, renamed = {}, {}, {}, {}
    with open(f"{corpus}/truth/{truth}.by_tid.tsv", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            name = bytes.fromhex(row["comm_hex"]).decode("utf-8", "surrogateescape")
            if truth == "comms-hostile":
                # A newline breaks perf's own line: what stands behind it reads as the name.
                name = name.rsplit("\n", 1)[-1]
            if truth in ("comms-nocg", "comms-sched"):
                name = name.lstrip(" ")  # right-aligned: blanks in front are the column's
            tid, known = int(row["tid"]), row["function"] != "(other)"
            named[tid] = known
            # Of the machine's other threads the truth has no name.
            key = (tid, (clean(name) or b"[unknown]") if known else None)
            want[key] = want.get(key, 0) + int(row["samples"])
    lines, _, messages, status = parse(corpus, f"tricky/{text}.txt")
    for line in lines:
        tid = int(line.keys["tid"].rsplit("/", 1)[-1])
        if line.keys["event"] == "task:task_rename" and line.comm == b"comms":
            renamed[tid] = renamed.get(tid, 0) + 1
            continue  # the moment it gets its name it still has the old one
        key = (tid, line.comm if named.get(tid) else None)
        got[key] = got.get(key, 0) + 1
    if status != 0:
        differs.add("status", 0, (status, messages), 0)
    for key in want.keys() | got.keys():
        if want.get(key) != got.get(key, 0) + renamed.get(key[0], 0):
            differs.add("name", key[0], (key[1], got.get(key)), (key[1], want.get(key)))
    print(f"{text}: {len({name for _, name in want} - {None})} names of {sum(named.values())} threads")
    return differs.end()


def comms(corpus, texts):
    return all([check_comms(corpus, text, COMMS[text]) for text in texts or COMMS])


def symbols(corpus, _):
    """The functions of the C++ program, told apart and counted as perf does."""
    with gzip.open(f"{corpus}/truth/cxx.samples.jsonl.gz", "rt") as file:
        leaves = [json.loads(line)["cc"] for line in file]
    want = {}
    for chain in leaves:
        for name in {clean(frame["sym"]) for frame in chain}:
            want[name] = want.get(name, 0) + 1
    got = {}
    for line in parse(corpus, "tricky/cxx.default.txt")[0]:
        for name in set(line.frames) & set(want):
            got[name] = got.get(name, 0) + 1
    differs = Differences("tricky/cxx.default")
    for name in sorted(want):
        if got.get(name) != want[name]:
            differs.add("function", 0, (name, got.get(name)), (name, want[name]))
    print(f"{len(want)} names")
    return differs.end()


def demangles(_, __):
    return can_demangle()


def check_addresses(corpus, text, truth):
    """One line a sample, the symbol taken out as -F -sym,-symoff does: with no call chain perf prints
    addresses as the process had them, not as they are in the file."""
    differs = Differences(text)
    whole = read(corpus, f"{text}.txt")
    bare, n = re.subn(rb"(?m)( cpu-clock:  *[0-9a-f]+) .* (\([/\[].*\))$", rb"\1 \2", whole)
    with gzip.open(f"{corpus}/truth/{truth}.samples.jsonl.gz", "rt") as file:
        want = [json.loads(line) for line in file]
    lines, _, messages, status = parse_text(bare)
    if (n, len(lines), status) != (len(want), len(want), 0):
        differs.add("samples", 0, (n, len(lines), status, messages), len(want))
    for number, (line, sample) in enumerate(zip(lines, want), 1):
        address = f"0x{int(sample['ip'], 16):x}".encode()
        if "dso" in sample:
            address = b"[%s+%s]" % (unresolved(sample["dso"])[1:-1], address)
        if line.frames != [address]:
            differs.add("address", number, line.frames, [address])
    print(f"{text}: {n} addresses")
    return differs.end()


def addresses(corpus, _):
    texts = {"fields/fp-a.G": "fp-a", "fields/nocg-a.default": "nocg-a"}
    return all([check_addresses(corpus, text, truth) for text, truth in texts.items()])


def main():
    checks = {
        "samples": samples,
        "comms": comms,
        "symbols": symbols,
        "addresses": addresses,
        "demangles": demangles,
    }
    if len(sys.argv) < 3 or sys.argv[1] not in checks:
        sys.exit(__doc__)
    sys.exit(0 if checks[sys.argv[1]](sys.argv[2], sys.argv[3:]) else 1)


if __name__ == "__main__":
    main()
