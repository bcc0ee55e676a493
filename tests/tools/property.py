#!/usr/bin/env python3
"""Prints random samples in every form of perf script's text, and expects fs-parse to read them back.

	tests/tools/property.py [SECONDS [SEED]]	5 seconds, a seed of its own

Each round takes a form (which columns, how wide, with call chains or without, what stands between
the samples) and 40 to 120 samples in it: hostile names of threads, ids, CPUs, times, periods,
events, symbols and modules.  Every field that the form prints must come back as it was, in the
order in which it was printed, whatever the size of a block and the number of workers.  A round is
a function of its seed, which is printed when it fails, with the text and what differs.

Left out, because perf's own text does not tell them apart:
- a newline in a thread's name, which breaks the line;
- blanks at the front of a name that is printed right-aligned (no call chain, -L), and more than its
  first eight bytes under -L; a time stamp in a name that is right-aligned, which fills its column so
  that a thread's id seems to stand there;
- under -L without ids, a CPU of four digits, which may as well be an id;
- without ids in the line, a name that holds a colon, or ends in what reads as another column, as
  the letters of +misc do;
- without a time, but with an event, names and events that hold a blank or a colon, since the event is
  found by them, names that begin with `#` where no id stands behind them, and +insn's line, which reads
  as the header of a thread called `ilen:`;
- under -L without a time, +misc and +tod, which stand in none of its columns;
- with neither time nor event beside ids, an empty stack where nothing but the name tells the sample,
  and names without ids that end in what reads as another column;
- a name that holds a whole header line of the stream's own layout and widths;
- ` (/`, ` ([` and ` (inlined)` in a symbol, and in a module behind its beginning;
- blanks at the end of a symbol when no module follows it, and a symbol that is empty there.
"""

import random
import re
import subprocess
import sys
import time

PLAIN = "bash java python3 ksoftirqd/0 kworker/3:2-x Xorg node V8_Worker nginx a".split()
HOSTILE = [
    b" ", b"  ", b"1", b"12345", b"[001]", b"[000] ", b"1.5:", b" 9.123456:", b"99.123456: x:", b"/",
    b"1234/5678", b":", b": ", b";", b"#", b"#!", b"(", b")", b"[", b"]", b"->", b"\t", b"\x1b[1m",
    b"\xff", b"\xce", "ñ".encode(), "日".encode(), b"cycles:", b" 7 cycles:u:", b"-1", b"\\", b'"', b"'",
    b"<b>", b"&amp;", b"%s%n", b"U", b" KH", b"=", b",", b"\r", b"\x01", b"\x7f", b"PERF_RECORD_", b"_[k]",
    b"2026-11-22", b"x", b"worker", b"swapper", b"java", b":-1", b"0x1f", b"+0x10", b"deadbeef", b"\t ffff",
]
EVENTS = [
    "cycles", "cycles:u", "cycles:ppp", "cpu-clock", "instructions:k", "sched:sched_switch", "page-faults",
    "cpu_core/cycles/", "cpu_atom/cycles/P", "cpu_core/cache-misses,period=3/u", "raw 0x1a8",
    "mem:0x7f0012345678:rw", "{cycles,instructions}:S", "probe_app:f", "syscalls:sys_enter_read",
]
# What else a text may print: behind the event, in front of the line, or behind frames.
EXTRAS = ["flags", "addr", "weight", "data_src", "guests", "iregs", "brstack", "srccode", "dsoff"]
TRACE = [
    b"prev_comm=%s prev_pid=7 prev_prio=120 prev_state=S ==> next_comm=a b next_pid=9",
    b"NR 21 (7fef00, 4, 0)", b"comm=%s pid=1 target_cpu=001", b"254,0 W 4096 () 123 + 8 [dd]",
    b"(5641fffcc697) arg=\"x  77 [001]  5.000000: cycles: \"", b"a: b: 1.000000: c: ", b"0x1f",
]
SYMBOLS = [
    "main", "do_syscall_64", "operator()", "operator->", "operator+=", "std::vector<int, a<b> >::at(int) const",
    "(anonymous namespace)::f", "main::{lambda(int)#1}::operator()(int) const", "net/http.(*Client).Do",
    "Lorg/foo/Bar;::run", "LazyCompile:~f /path (v2)/x.js:12", "RegExp:[&<>\"']+|;+()", "a->b", "1.5: cycles:",
    "x 1 [000] 2.000000: 3 e:", "sym with spaces", "plus+0x10", "paren(thing) (x)", "<fn(&str) -> usize as T>::go",
    "trailing ", "tab\there", "é日本", "\x1b[31m", "f.isra.0.constprop.1", "[unknown]", "[unknown]", "[unknown]",
]
MODULES = [
    "/usr/lib/libc.so.6", "[kernel.kallsyms]", "[nf_conntrack]", "[vdso]", "[unknown]", "/tmp/perf-77.map",
    "/opt/odd paths/lib (v2).so", "/gone (deleted)", "//anon", "/memfd:jit code (v1) (deleted)", "[JIT] tid 77",
    "bpf_prog_6deef7357e7b4530_f", "inlined", "/a;b", "[guest.kernel.kallsyms]", "/lib/modules/6.1/x.ko.xz",
]


def clean(raw):
    """As it may stand in a folded line."""
    return bytes(58 if c == 59 else 32 if c < 32 or c == 127 else c for c in raw) or b"[unknown]"


def clean_event(name):
    hybrid = re.fullmatch(r"cpu_(?:core|atom)/(.*)/([^/]*)", name)
    if hybrid:
        name = hybrid[1] + (":" + hybrid[2] if hybrid[2] else "")
    return name.replace(" ", "_")


class Form:
    """What a text prints, and how."""

    def __init__(self, r):
        self.chains = r.random() < 0.7
        self.ids = r.choice(["tid", "tid", "pid/tid", "none"])
        self.width = r.choice([5, 5, 7])
        self.comm = r.random() < 0.9
        self.cpu = r.random() < 0.7
        self.misc = r.random() < 0.15
        self.tod = r.random() < 0.1
        self.time = r.choice(["us", "us", "us", "ns", "none"])
        self.tod_decimals = r.choice([6, 9]) if self.time == "ns" else 6  # older perf, newer perf
        self.period = r.random() < 0.7
        # Neither time nor event beside ids: only frames tell a header line.
        self.bare = self.time == "none" and self.chains and r.random() < 0.5
        self.event = (self.time == "none" and not self.bare) or r.random() < 0.9
        self.latency = r.random() < 0.15
        self.sym = r.random() < 0.9
        self.dso = r.random() < 0.9
        self.offsets = self.sym and r.random() < 0.7
        self.tidied = self.offsets and r.random() < 0.2  # offsets taken off, of names that stay as they are
        self.srcline = self.chains and self.sym and self.dso and r.random() < 0.1
        self.ending = r.choice(["\n", "\n", "\n", "\n\n", " ilen: 4 insn: 48 8b 6b 10\n"]) if self.chains else ""
        self.data = r.choice([""] * 8 + ["phys", "sizes", "both"])  # behind all frames
        self.metric = self.chains and not self.bare and r.random() < 0.1
        self.records = self.time != "none" and r.random() < 0.2
        self.head = r.random() < 0.2
        self.crlf = r.random() < 0.1
        self.final_newline = r.random() < 0.8
        self.trimmed = self.time != "none" and r.random() < 0.1  # an editor took the blanks off the lines' ends
        self.tabs = not self.latency and self.ids == "pid/tid" and self.comm and self.chains and r.random() < 0.2  # simpleperf's
        self.events = r.sample(EVENTS, r.randint(1, 4))
        if self.tabs:
            self.misc = False
        self.cpu = self.cpu or self.tabs
        if self.data:
            self.ending = self.ending and data_text(r, self).decode() + "\n"
        if self.bare:
            self.events = [name for name in self.events if " " not in name] or ["cycles"]
            self.ids = "none" if self.event else self.ids
            self.latency = self.srcline = self.tabs = False
            self.ending = self.ending if self.data else "\n"
        elif self.time == "none":
            if self.latency:
                self.misc = self.tod = False
            self.events = [name for name in self.events if " " not in name] or ["cycles"]
            self.ending = self.ending if self.data or self.ending.isspace() else "\n" if self.chains else ""
            self.ids = "tid" if self.ids == "none" else self.ids

        plain = self.time != "none" and self.ids != "none" and self.event and self.chains
        self.extra = r.choice([""] * 6 + EXTRAS) if plain and not (self.latency or self.tabs or self.data) else ""
        if self.extra in ("addr", "data_src") and not (self.sym or self.dso):
            self.extra = ""  # reads as the address of a frame
        if self.extra == "iregs":
            self.ending = " ABI:2    AX:0x1    BX:0xffffffff81000000    CX:0x0 \n"
        elif self.extra == "brstack":
            self.ending = " 0x55d0/0x55d8/P/-/-/3  0xffffffff81000000/0x1/M/X/A/1 \n"

    def __repr__(self):
        return ", ".join(f"{name}={value!r}" for name, value in vars(self).items())


def data_text(r, form):
    """+phys_addr, and page sizes."""
    address = f"{r.choice([0, 0x13f236068, r.randint(0, 2**40)]):16x}" if form.data != "sizes" else ""
    sizes = "".join(" " + r.choice(["4K", "2M", "1G", "N/A"]) for _ in "12") if form.data != "phys" else ""
    return (address + sizes).encode()


def thread_name(r, form):
    """A name of at most 15 bytes that the form can carry."""
    if r.random() < 0.4:
        return r.choice(PLAIN).encode()[: 8 if form.latency else 15]
    name = b"".join(r.choice(HOSTILE) for _ in range(r.randint(0, 4)))[:15]
    if form.latency:
        name = name[:8]
    if not form.chains:
        name = re.sub(rb"\d\.\d{6}:", b"", name)
    if form.crlf:
        name = name.replace(b"\r", b"")
    if form.ids == "none":
        name = re.sub(rb"[\d\]KUHGgMESp\s.]*$", b"", name.replace(b":", b""))
    if form.bare and form.ids == "none":
        name = name.lstrip(b"#")
    elif form.time == "none" and not form.bare:
        name = re.sub(rb"[\s:]", b"", name).lstrip(b"#")
    if form.tabs:
        name = name.replace(b"\t", b"")
    return name if form.chains and not form.latency else name.lstrip(b" ")


class Sample:
    def __init__(self, r, form, moment):
        self.comm = thread_name(r, form)
        self.pid = r.choice([0, 1, 77, 1234, 99999, 123456, 4194303, r.randint(0, 4194303)])
        self.tid = r.choice([self.pid, r.randint(0, 4194303)])
        if form.ids != "none" and r.random() < 0.02:
            self.pid = self.tid = -1
            self.comm = b":-1"
        self.cpu = r.choice([0, 1, 7, 63, 128, 999 if form.latency and form.ids == "none" else 1023])
        self.time = moment
        self.period = r.choice([1, 5, 10101010, 4294967296, r.randint(1, 2**40)])
        self.event = r.choice(form.events)
        self.trace = self.event.count(":") == 1 and "_" in self.event and not form.bare
        self.trace_text = r.choice(TRACE).replace(b"%s", thread_name(r, form).replace(b"\r", b""))
        self.misc = "".join(sorted(r.sample("KUHGgMESp", r.randint(1, 3))))
        deep = r.choice([0, 1, 2, 3, 8]) if form.chains else (0 if self.trace else 1)
        if form.bare and not form.event and not form.period and not form.cpu and form.ids == "none":
            deep = max(deep, 1)
        self.frames = [self.frame(r, form) for _ in range(deep)]

    def frame(self, r, form):
        symbol, module = r.choice(SYMBOLS[:2] if form.tidied else SYMBOLS), r.choice(MODULES)
        if not form.dso:
            symbol = symbol.strip()
            module = ""
        if not form.dso and symbol.endswith(")"):
            symbol = "main"  # reads as a module
        if module == "inlined" and (symbol == "[unknown]" or not form.sym):
            module = "/usr/bin/app"  # only what has a name is inlined
        address = r.choice([r.randint(0x1000, 2**24), r.randint(2**46, 2**47), 2**64 - r.randint(1, 2**31)])
        offset = f"+0x{r.randint(0, 4096):x}" if form.offsets and symbol != "[unknown]" else ""
        return address, symbol, offset, module


def frame_text(form, frame):
    address, symbol, offset, module = frame
    text = f"{address:16x}"
    if form.sym:
        text += f" {symbol}{offset}"
    if form.dso:
        known = form.extra == "dsoff" and module[:1] == "/" and module[-1] != ")"
        text += f" ({module}{f'+0x{address % 65536:x}' if known else ''})"
    return text.encode()


def behind_event(form, s):
    """+flags, +addr, +weight, +data_src."""
    if form.extra == "flags":
        return f"  {('', 'call', 'jcc', 'int', 'tr strt jmp')[s.cpu % 5]:<19s} ".encode()
    if form.extra == "addr":
        return f"{s.period * 4097 % 2**48:16x} ".encode()
    if form.extra == "weight":
        return f"{s.period % 10**6:16d} ".encode()
    if form.extra == "data_src":
        return f"{s.period % 2**40:16x} |OP LOAD|LVL L1 hit|SNP None|TLB L1 or L2 hit|LCK No|BLK  N/A".encode()
    return b""


def header_text(form, s, metric=False):
    """builtin-script.c's columns."""
    out = f"VM:{s.pid % 99999:5d} VCPU:{s.tid % 999:03d} ".encode() if form.extra == "guests" else b""
    if form.comm and form.latency:
        out += s.comm[:8].rjust(8) + b" "
    elif form.comm and form.tabs:
        out += s.comm + b"\t"
    elif form.comm:
        out += (s.comm if form.chains else s.comm.rjust(16)) + b" "
    w = 0 if form.tabs else form.width
    if form.ids == "pid/tid":
        out += f"{s.pid:{w}d}/{s.tid:<{w}d} ".encode() if w else f"{s.pid}/{s.tid} ".encode()
    elif form.ids == "tid":
        out += f"{s.tid:{w}d} ".encode()
    if form.cpu:
        out += f"{s.cpu:3d} ".encode() if form.latency else f"[{s.cpu:03d}] ".encode()
    if form.misc:
        out += f"{s.misc:<6s}".encode()
    if form.tod:
        decimals = f"{s.time % 10**9:09d}"[: form.tod_decimals]
        out += f"2026-11-22 11:47:{s.time // 10**9 % 60:02d}.{decimals} ".encode()
    if form.time == "ns":
        out += f"{s.time // 10**9:5d}.{s.time % 10**9:09d}: ".encode()
    elif form.time == "us":
        out += f"{s.time // 10**9:5d}.{s.time // 1000 % 10**6:06d}: ".encode()
    if metric:
        return out + b"\tmetric: 1000.000 M/sec\n"
    if form.period:
        out += f"{s.period:10d} ".encode()
    if form.event:
        width = max(map(len, form.events))
        out += f"{s.event:>{width}s}: ".encode()
        out += behind_event(form, s)
        if s.trace:
            out += s.trace_text
    return out


def sample_text(r, form, s):
    out = header_text(form, s)
    if not form.chains:
        if not s.frames:
            return out + b"\n"
        data = data_text(r, form) if form.data and form.dso else b""
        return out + frame_text(form, s.frames[0]) + data + b"\n"
    out += b"\n"
    for frame in s.frames:
        out += b"\t" + frame_text(form, frame) + b"\n"
        if form.srcline:
            out += b"  x.c:12\n"
        if form.extra == "srccode":
            out += b"|12     return f(x) ? a[7] : 5.0;\n"
    out += form.ending.encode()
    if form.metric and r.random() < 0.1:
        out += header_text(form, s, metric=True)
    if form.records and r.random() < 0.1:
        out += b"app  1234 [000]     0.000000: PERF_RECORD_COMM exec: app:1234/1234\n"
    return out


def text_of(r, form, samples):
    out = b""
    if form.head:
        out += b"# ========\n# captured on    : Thu Jul  9 17:14:37 2015\n# nrcpus online : 2\n# ========\n#\n"
    for s in samples:
        out += sample_text(r, form, s)
    if not form.final_newline:
        out = out.rstrip(b"\n")
    if form.trimmed:
        out = re.sub(rb" +$", b"", out, flags=re.MULTILINE)
    return out.replace(b"\n", b"\r\n") if form.crlf else out


def frame_name(form, frame):
    address, symbol, offset, module = frame
    base = module.rsplit("/", 1)[-1]
    if base.endswith(" (deleted)") and base != " (deleted)":
        base = base[: -len(" (deleted)")]
    if base.startswith("[") and base.endswith("]"):
        base = base[1:-1]
    known = module not in ("", "[unknown]") and base
    if not form.sym:
        return (f"[{base}+0x{address:x}]" if known else f"0x{address:x}").encode()
    if symbol == "[unknown]":
        return f"[{base if known else 'unknown'}]".encode()
    return (symbol if form.tidied else symbol + offset).encode()


def line_of(form, s, origin):
    """What fs-parse is to write."""
    out = b""
    if form.time != "none":
        decimals = 9 if form.time == "ns" else 6
        since = s.time - origin
        value = abs(since) // 10 ** (9 - decimals) if since >= 0 else -(since // 10 ** (9 - decimals))
        out += b"-" if since < 0 else b""
        out += f"{value // 10**decimals}.{value % 10**decimals:0{decimals}d}".encode()
        if form.cpu:
            out += f" cpu={s.cpu}".encode()
        if form.ids != "none":
            out += f" tid={s.pid}/{s.tid}".encode() if form.ids == "pid/tid" else f" tid={s.tid}".encode()
        if form.event:
            out += f" event={clean_event(s.event)}".encode()
        out += b"\t"
    names = [clean(s.comm) if form.comm else b"[unknown]"]
    names += [clean(frame_name(form, frame)) for frame in reversed(s.frames)]
    return out + b";".join(names) + f" {s.period if form.period else 1}".encode()


def samples_of(r, form):
    moment = r.choice([3, 1795, 28648, 1795348020]) * 10**9 + r.randint(0, 10**9)
    samples = []
    for _ in range(r.randint(40, 120)):
        step = r.randint(0, 20_000_000) - (10_000_000 if r.random() < 0.02 else 0)
        moment += step // 1000 * 1000 if form.time == "us" else step
        samples.append(Sample(r, form, moment // (1000 if form.time == "us" else 1) * (1000 if form.time == "us" else 1)))
    # The stream's layout is found out from its samples: some must have what it prints.
    plain = samples[r.randint(0, 3)]
    plain.comm, plain.pid, plain.tid = b"plain", 42, 42
    if not any(s.frames for s in samples) or (form.chains and not samples[0].frames):
        samples[0].frames = [(0x401136, "main", "+0x6" if form.offsets else "", "/usr/bin/app" if form.dso else "")]
        samples[0].trace = samples[0].trace and form.chains
    return samples


def one_round(seed):
    r = random.Random(seed)
    form = Form(r)
    samples = samples_of(r, form)
    text = text_of(r, form, samples)
    options = ["--block-size", str(r.choice([1, 100, 4096, 1048576])), "-j", str(r.randint(1, 3))]
    run = subprocess.run(
        ["fs-parse", "-q", "--idle", "keep", "--all-events", "--weight", "period",
         "--tidy", "precise" if form.tidied else "none",
         "--annotate", "none", *options],
        input=text,
        capture_output=True,
    )
    got = [line for line in run.stdout.split(b"\n")[:-1] if not re.fullmatch(rb'# [^ =]+=".*"', line)]
    origin = samples[0].time // 10**9 * 10**9
    want = [line_of(form, s, origin) for s in samples]
    if got == want and run.returncode == 0:
        return True
    print(f"seed {seed}: {form}\nfs-parse {' '.join(options)}: status {run.returncode}, {run.stderr!r}")
    print(f"{len(want)} samples, {len(got)} lines")
    for s, g, w in zip(samples, got + [b""] * len(want), want):
        if g != w:
            print(f"text: {sample_text(r, form, s)!r}\ngot:  {g!r}\nwant: {w!r}")
            break
    with open("property.txt", "wb") as file:
        file.write(text)
    print("the text is in property.txt")
    return False


def main():
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 5
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(10**9)
    print(f"seeds from {seed} on")
    end, rounds = time.monotonic() + seconds, 0
    while time.monotonic() < end or rounds == 0:
        if not one_round(seed + rounds):
            sys.exit(1)
        rounds += 1
    print(f"{rounds} rounds")


if __name__ == "__main__":
    main()
