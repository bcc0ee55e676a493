"""Draws hostile folded lines with fs-svg and reads the pictures with an XML parser.

	markup.py check FILE..		each is well-formed, and holds nothing but our markup
	markup.py fuzz SEED CASES	so are the pictures of so many random inputs

In a picture, what is not ours can only be text: elements and attributes are of those named here,
scripts and styles are those of the repository, and there are as many boxes as the lines say.
"""

import collections
import glob
import os
import random
import re
import subprocess
import sys
import xml.parsers.expat

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ELEMENTS = {"svg", "title", "desc", "style", "script", "rect", "text", "g", "a", "path", "use",
            "defs", "tspan", "clipPath"}
STYLES = {"max-width:100%;max-height:100vh"}
SAFE_LINK = re.compile(r"(https?:|mailto:|#|[^:]*$|[^:]*[/?#])", re.I)


def asset(path):
    """A script as the Makefile puts it into pictures: without indents, and comments on lines of their own."""
    lines, comment = [], False
    for line in open(path, encoding="utf-8").read().split("\n"):
        comment = comment or re.match(r"\t*/\*", line) is not None
        if not comment:
            lines.append(line.lstrip("\t"))
        comment = comment and not line.endswith("*/")
    return "\n".join(lines).strip()


SCRIPTS = sorted((asset(path) for path in glob.glob(ROOT + "/lib/picture/*.js")), key=len, reverse=True)


class Picture:
    """What a parser meets in a picture."""

    def __init__(self, data):
        self.count = collections.Counter()
        self.inside, self.scripts, self.styles, self.boxes = [], [], [], 0
        parser = xml.parsers.expat.ParserCreate("UTF-8")
        parser.buffer_text = True
        parser.StartElementHandler = self.start
        parser.EndElementHandler = self.end
        parser.CharacterDataHandler = self.text
        parser.ProcessingInstructionHandler = self.refuse
        parser.StartDoctypeDeclHandler = self.refuse
        parser.CommentHandler = self.refuse
        parser.Parse(data, True)
        # One element may hold several, one after the other.
        for script in self.scripts:
            for part in SCRIPTS:
                script = script.replace(part, "", 1)
            assert not script.strip(), "a script that is not ours: " + script.strip()[:200]

    def refuse(self, *what):
        raise AssertionError("not of ours: %r" % (what,))

    def start(self, name, attributes):
        assert name in ELEMENTS, "an element that is not ours: " + name
        self.count[name] += 1
        for key, value in attributes.items():
            assert not key.lower().startswith("on"), "an attribute: " + key
            assert key != "style" or value in STYLES, "a style: " + value
            if key.endswith("href"):
                assert SAFE_LINK.match(value), "a link: " + value
        if name == "path" and any(g.get("id") == "boxes" for _, g in self.inside):
            self.boxes += 1
        self.inside.append((name, attributes))
        if name == "script":
            self.scripts.append("")
        if name == "style":
            self.styles.append("")

    def end(self, name):
        self.inside.pop()

    def text(self, data):
        if self.inside[-1][0] == "script":
            self.scripts[-1] += data
        if self.inside[-1][0] == "style":
            self.styles[-1] += data


PIECES = [b"<b>", b"</title>", b"<script>alert(1)</script>", b"]]>", b"<![CDATA[", b"&", b"&amp;",
          b"&#0;", b"&#x1;", b'"', b"'", b"\" onload=\"x", b"-->", b"<!--", b"<?x?>", b"<a href='x'>",
          b"</svg>", b"<image/>", b"\x00", b"\x01", b"\x08", b"\x1b[31m", b"\x7f", b"\t", b"\r", b"\x0c",
          b"\xff", b"\xfe", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe6\xbc", b"\xef\xbf\xbe",
          b"\xef\xbf\xbf", b"\xc2\x85", b"\xe2\x80\xa8", b"\xe2\x80\xae", "漢字".encode(), "e\u0301".encode(),
          "\U0001f525".encode(), b"_[k]", b"_[j]", b"_[i]", b"_[w]", b" ", b"  ", b"main", b"std::x<int>",
          b"a.b/c`d", b"[unknown]", b"%s%n", b"x" * 300]
OPTIONS = [["--inverted"], ["--reverse"], ["--flamechart"], ["--no-javascript"], ["--width", "400"],
           ["--width", "200", "--height", "9"], ["--minwidth", "2%"], ["--minwidth", "30"],
           ["--truncate", "left"], ["--negate"], ["--factor", "0.001"], ["--factor", "1000.5"],
           ["--total", "18446744073709551615"], ["--base", "main"], ["--colors", "java"],
           ["--colors", "module"], ["--colors", "python"], ["--colors", "rust"], ["--colors", "chain"],
           ["--stroke-color", "none"], ["--fontsize", "5"], ["--bgcolors", "blue"]]
TEXTS = ["--title", "--subtitle", "--notes", "--countname", "--nametype", "--fonttype"]


def name(rng, most=3):
    return b"".join(rng.choice(PIECES) for _ in range(rng.randint(0, most))).replace(b";", b":")


def count(rng):
    return rng.choice([b"0", b"1", b"2", b"7", b"1000", b"999999999999", b"0.5", b"3.25",
                       b"%d" % rng.randint(1, 9), b"%d" % rng.randint(1, 9),
                       b"18446744073709551615" if rng.random() < .05 else b"3"])


def lines_of(rng, difference):
    """Lines, and how many boxes they make; None where fractions are cut off."""
    lines, boxes = [], {()}
    names = [name(rng) for _ in range(rng.randint(1, 8))]
    for _ in range(rng.randint(1, 12)):
        stack = [b"w" + name(rng, 1)] + [rng.choice(names) for _ in range(rng.randint(0, 5))]
        counts = [count(rng) for _ in range(2 if difference else 1)]
        if counts[-1] != b"0":
            boxes.update(tuple(stack[:n]) for n in range(1, len(stack) + 1))
        lines.append(b";".join(stack) + b" " + b" ".join(counts))
    whole = all(line.rsplit(b" ", 1)[1].isdigit() for line in lines)
    return lines, len(boxes) if whole else None


def make(rng, folder):
    """A case: arguments, standard input, boxes that are drawn (None: not known)."""
    difference = rng.random() < .25
    lines, boxes = lines_of(rng, difference)
    arguments = ["--difference" if difference else "--folded"]
    if rng.random() < .6:
        for option in rng.sample(OPTIONS, rng.randint(1, 4)):
            arguments += option
        boxes = None
    else:
        arguments += ["--minwidth", "0"]
    for option in rng.sample(TEXTS, rng.randint(0, 3)):
        text = name(rng).replace(b"\0", b"").decode("utf-8", "surrogateescape")
        arguments.append(option + "=" + text)
    if rng.random() < .2:
        lines[:0] = [b'# fs-folded="1"', b'# hostname="%s"' % name(rng), b'# event="%s"' % name(rng)]
    if rng.random() < .1:
        lines.insert(rng.randint(0, len(lines)), rng.choice([b"", b"nonsense", b"\xff" * 9]))
    if rng.random() < .2:
        path = os.path.join(folder, "attributes")
        with open(path, "wb") as file:
            for line in lines[-4:]:
                for frame in line.split(b";"):
                    file.write(b"%s\thref=%s\ttitle=%s\tonclick=%s\n" % (frame,
                        rng.choice([b"", b"#", b"http://x/", b"javascript:", b"a/"]) + name(rng),
                        name(rng), name(rng)))
        arguments += ["-q", "--nameattr", path]
    return arguments, b"\n".join(lines) + b"\n", boxes


def try_case(rng, folder):
    arguments, data, boxes = make(rng, folder)
    run = subprocess.run(["fs-svg"] + arguments, input=data, capture_output=True, check=False)
    try:
        if run.returncode == 1:
            # Sums past 64 bits, or counts that are all 0.
            assert run.stdout == b"" and re.search(rb"64 bits|no samples", run.stderr), run.stderr
            return 0
        assert run.returncode == 0, "status %d: %r" % (run.returncode, run.stderr)
        picture = Picture(run.stdout)
        count = picture.count
        assert count["svg"] == count["style"] == count["desc"] == 1
        assert len(picture.scripts) == (0 if "--no-javascript" in arguments else len(OURS.scripts))
        assert picture.styles[0].split("\n")[2:] == OURS.styles[0].split("\n")[2:], "a style"
        assert "--nameattr" in arguments or count["a"] == 0, "links"
        assert boxes is None or picture.boxes == boxes, "%d boxes, not %d" % (picture.boxes, boxes)
    except (AssertionError, xml.parsers.expat.ExpatError):
        with open("case.in", "wb") as file:
            file.write(data)
        print("fs-svg", arguments, "<", os.path.abspath("case.in"))
        raise
    return 1


def main():
    if sys.argv[1] == "check":
        for path in sys.argv[2:]:
            with open(path, "rb") as file:
                data = file.read()
            try:
                Picture(data)
            except (AssertionError, xml.parsers.expat.ExpatError) as error:
                sys.exit("%s: %s" % (path, error))
        return
    global OURS
    OURS = Picture(subprocess.run(["fs-svg"], input=b"a;b 1\n", capture_output=True, check=True).stdout)
    assert OURS.scripts and OURS.boxes == 3
    rng, drawn, cases = random.Random(int(sys.argv[2])), 0, int(sys.argv[3])
    for _ in range(cases):
        drawn += try_case(rng, os.getcwd())
    assert drawn > cases * .8, "%d of %d drawn" % (drawn, cases)


main()
