"""Reads the data out of a page of fs-scope, by docs/design.md ("The data of a scope") alone.

	scope_page.py read PAGE		the samples in it, a line each, a blank line between profiles
	scope_page.py lines FILE	the same of timed lines, by fs-folded(5)
	scope_page.py check PAGE..	each holds nothing but our markup, and its still pictures are well-formed
	scope_page.py fuzz SEED CASES	so do pages of so many random profiles, and give back their samples

A line is a time in nanoseconds, the keys, a tab, the stack and its weight, in the order of time.
"""

import collections
import html.parser
import random
import re
import subprocess
import sys
import xml.parsers.expat

ELEMENTS = {"html", "head", "meta", "title", "style", "body", "main", "header", "h1", "p", "div", "script",
            "svg", "desc", "rect", "text", "g", "a", "path", "tspan", "defs", "use", "clippath"}
EMPTY = {"meta"}
VALUES = {c: i for i, c in enumerate(chr(c) for c in range(0x21, 0x7f) if chr(c) not in "<\\")}
MARKS = {"u": "", "k": "_[k]", "j": "_[j]", "i": "_[i]", "w": "_[w]"}


class Page(html.parser.HTMLParser):
    """What a browser meets in a page: elements, closed as they were opened, and what scripts hold."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.count = collections.Counter()
        self.inside, self.data, self.samples, self.code = [], {}, [], ""
        self.feed(text)
        self.close()
        assert not self.inside, "not closed: %r" % self.inside
        # A still picture is XML as well.
        still = re.search(r'<div id="still">.*?\n</div>\n', text, re.S).group()
        xml.parsers.expat.ParserCreate().Parse(still.encode("utf-8", "strict"), True)

    def handle_starttag(self, tag, attrs):
        assert tag in ELEMENTS, "an element that is not ours: " + tag
        self.count[tag] += 1
        for key, value in attrs:
            assert not key.startswith("on") and key != "src", "an attribute: " + key
            assert not key.endswith("href") or re.match(r"#", value), "a link: " + value
        attributes = dict(attrs)
        if tag not in EMPTY:
            self.inside.append((tag, attributes))
        if tag == "script" and attributes.get("class") == "scope-samples":
            self.samples.append([attributes, ""])
        elif tag == "script" and "id" in attributes:
            assert attributes["id"] not in self.data, "twice: " + attributes["id"]
            self.data[attributes["id"]] = ""

    def handle_startendtag(self, tag, attrs):
        self.handle_starttag(tag, attrs)
        self.handle_endtag(tag)

    def handle_endtag(self, tag):
        assert self.inside and self.inside[-1][0] == tag, "closes what is not open: " + tag
        self.inside.pop()

    def handle_data(self, data):
        if not self.inside or self.inside[-1][0] != "script":
            return
        attributes = self.inside[-1][1]
        if attributes.get("class") == "scope-samples":
            self.samples[-1][1] += data
        elif "id" in attributes:
            self.data[attributes["id"]] += data
        else:
            self.code += data

    def handle_comment(self, data):
        raise AssertionError("a comment: " + data)

    def handle_pi(self, data):
        raise AssertionError("an instruction: " + data)

    def unknown_decl(self, data):
        raise AssertionError("a declaration: " + data)


def numbers(text):
    number, factor = 0, 1
    for character in text:
        value = VALUES[character]
        number += value * factor
        if value < 46:
            yield number
            number, factor = 0, 1
        else:
            factor *= 46
    assert factor == 1, "a number that does not end"


def signed(number):
    return -(number + 1) // 2 if number % 2 else number // 2


def step(code, period):
    """How long after the last sample of its CPU one came."""
    if period == 0:
        return signed(code)
    near, far = code % 92, code // 92
    return period + (far * period + signed(near) if near < 46 else signed(far * 46 + near))


def lines(text):
    """Each line ends in a newline."""
    assert text == "" or text.endswith("\n")
    return [re.sub(r"\\(.)", lambda m: {"(": "<", "\\": "\\"}[m.group(1)], line)
            for line in text.split("\n")[:-1]]


def stacks(page):
    """The stack that ends on each box."""
    frames = [(line[7], line[8:]) for line in lines(page.data["scope-frames"])]
    told, path, ends = list(numbers(page.data["scope-boxes"])), [], [""]
    for down, frame in zip(told[::2], told[1::2]):
        kind, name = frames[frame]
        del path[len(path) - down:]
        path.append(name + MARKS[kind])
        ends.append(";".join(path))
    return ends


def samples(page):
    """Of each profile, all samples: time, keys, stack, weight."""
    ends = stacks(page)
    codes = [ends[box] for box in numbers(page.data["scope-stacks"])]
    keys = lines(page.data["scope-keys"])
    cpus = [next((word for word in key.split(" ") if word.startswith("cpu=")), "") for key in keys]
    for told, text in page.samples:
        first, unit, period = (int(told["data-" + name]) for name in ("first", "unit", "period"))
        fields = {"one": 0, "whole": 1, "halves": 2}[told["data-weights"]]
        last, found, rest = collections.Counter(), [], numbers(text)
        for key in rest:
            last[cpus[key]] += step(next(rest), period)
            stack = codes[next(rest)]
            weight = 1 if fields == 0 else 0
            for _ in range(fields):
                weight = weight << 32 | next(rest)
            found.append((first + last[cpus[key]] * unit, keys[key], stack, weight))
        assert len(found) == int(told["data-n"])
        assert found == sorted(found, key=lambda one: one[0])
        yield found


def clean(data):
    """Text as a page has it: what is no UTF-8, controls, what XML forbids and what turns the direction of
    text become U+FFFD byte by byte."""
    text, at = "", 0
    while at < len(data):
        size = next((n for n in range(1, 5) if is_character(data[at:at + n])), 0)
        text += data[at:at + size].decode() if size else "\ufffd"
        at += size or 1
    return text


def is_character(data):
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return False
    code = ord(text) if len(text) == 1 else 0
    turns = 0x200e <= code <= 0x200f or 0x202a <= code <= 0x202e or 0x2066 <= code <= 0x2069
    return code >= 0x20 and not 0x7f <= code < 0xa0 and code & 0xfffe != 0xfffe and not turns


def frame(data):
    """A frame without a name is unknown."""
    name, mark = re.fullmatch(rb"(.*?)(_\[[kjiw]\])?", data, re.S).groups()
    return clean(name or b"[unknown]") + (mark or b"").decode()


def timed(data):
    """The samples of timed lines."""
    found = []
    for line in data.split(b"\n"):
        told = re.fullmatch(rb"(-?)(\d+)(?:\.(\d+))?([ \t][^\t]*)?\t(.*)[ \t](\d+)", line, re.S)
        if line.startswith(b"#") or not told or int(told[6]) == 0:
            continue
        time = int(told[2]) * 10**9 + int((told[3] or b"").ljust(9, b"0")[:9])
        stack = ";".join(frame(name) for name in told[5].split(b";")) if told[5] else frame(b"")
        found.append((-time if told[1] else time, clean((told[4] or b"").strip(b" \t")), stack, int(told[6])))
    return sorted(found, key=lambda one: one[0])


def put(found):
    for time, keys, stack, weight in found:
        sys.stdout.buffer.write(("%d %s\t%s %d\n" % (time, keys, stack, weight)).encode())


PIECES = [b"<b>", b"</title>", b"</script>", b"<script>alert(1)</script>", b"<!--", b"-->", b"]]>", b"&amp;", b"&",
          b"\\", b"\\(", b"\\\\(", b'"', b"'", b"\" onload=\"x", b"</svg>", b"</main>", b"<?x?>", b"\x01", b"\x1b[31m",
          b"\x7f", b"\x0c", b"\xff", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe6\xbc", b"\xef\xbf\xbf",
          b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", "漢字".encode(), "\U0001f525".encode(), b"_[k]", b"_[j]", b"_[i]",
          b"_[w]", b" ", b"main", b"std::x<int>", b"%s%n", b"#", b"x" * 300, b"\x00"]


def name(rng, most=3):
    return b"".join(rng.choice(PIECES) for _ in range(rng.randint(0, most)))


def make(rng):
    """A profile, in any order of time, with the weights and the decimals of one kind."""
    names = [name(rng) for _ in range(rng.randint(1, 9))]
    decimals, heaviest = rng.choice([0, 1, 3, 6, 9]), rng.choice([1, 1, 9, 2**53, 2**57])
    made = [b'# fs-folded="1"', b'# hostname="%s"' % name(rng), b'# event="%s"' % name(rng)] if rng.random() < .3 else []
    for _ in range(rng.randint(1, 40)):
        stack = b";".join([b"w" + name(rng, 1)] + [rng.choice(names) for _ in range(rng.randint(0, 6))])
        keys = b"".join(rng.choice([b"", b" cpu=%d" % rng.randint(0, 3), b" tid=%d/%d" % (rng.randint(1, 3), rng.randint(1, 9)),
                                    b" x=" + name(rng).replace(b"\t", b"")]) for _ in range(2))
        time = rng.randint(0, 30) * rng.choice([1, 1, 100])
        fraction = b".%0*d" % (decimals, rng.randint(0, 10**decimals - 1)) if decimals else b""
        made.append(b"%s%d%s%s\t%s %d" % (rng.choice([b"", b"", b"-"]), time, fraction, keys, stack, rng.randint(1, heaviest)))
    return b"\n".join(made) + b"\n"


def text_of(rng):
    return name(rng).replace(b"\0", b"").decode("utf-8", "surrogateescape")


def try_case(rng, ours):
    data = make(rng)
    with open("before.fs", "wb") as file:
        before = make(rng) if rng.random() < .3 else None
        file.write(before or b"")
    with open("ranges", "wb") as file:
        file.write(b"".join(b"%d %d\t%s\n" % (n, n + 5, name(rng)) for n in range(rng.randint(0, 4))))
    arguments = ["fs-scope"] + (["--before", "before.fs"] if before else []) + ["--ranges", "ranges"]
    for option in rng.sample(["--title", "--subtitle"], rng.randint(0, 2)):
        arguments.append(option + "=" + text_of(rng))
    arguments += ["--colors", rng.choice(["kind", "module", "java", "python", "safe", "chain"])]
    run = subprocess.run(arguments, input=data, capture_output=True, check=False)
    try:
        assert run.returncode == 0 and run.stderr == b"", "status %d: %r" % (run.returncode, run.stderr)
        page = Page(run.stdout.decode())
        assert page.count["script"] == ours.count["script"] + (1 if before else 0)
        assert page.code == ours.code, "a script that is not ours"
        found = list(samples(page))
        for got, wanted in zip(found, [timed(data)] + ([timed(before)] if before else []), strict=True):
            assert got == wanted, "samples: %r" % [pair for pair in zip(got, wanted) if pair[0] != pair[1]][:1]
    except (AssertionError, xml.parsers.expat.ExpatError, UnicodeDecodeError):
        with open("case.in", "wb") as file:
            file.write(data)
        print(arguments, "< case.in")
        raise


def main():
    command, operands = sys.argv[1], sys.argv[2:]
    if command == "lines":
        with open(operands[0], "rb") as file:
            put(timed(file.read()))
    elif command == "fuzz":
        ours = Page(subprocess.run(["fs-scope"], input=b"1\ta 1\n", capture_output=True, check=True).stdout.decode())
        rng = random.Random(int(operands[0]))
        for _ in range(int(operands[1])):
            try_case(rng, ours)
    else:
        for path in operands:
            with open(path, encoding="utf-8") as file:
                page = Page(file.read())
            for number, found in enumerate(samples(page) if command == "read" else []):
                print(end="\n" if number else "", flush=True)
                put(found)


if __name__ == "__main__":
    main()
