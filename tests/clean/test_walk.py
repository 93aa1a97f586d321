"""Blocks of text and what the elements around them say."""

import pytest
from tests.clean.pages import FIFTH, LEAD, SECOND

from communique.clean.boxes import Box
from communique.clean.dom import page_lines, parse
from communique.clean.markup import groups_of
from communique.clean.walk import MAX_DEPTH, Walk


def walked(body: str) -> Walk:
    tree = parse(f"<html><body>{body}</body></html>")
    assert tree
    return Walk(tree.root.find("body"))


@pytest.mark.parametrize(
    ("body", "texts"),
    [
        ("one <b>two</b>\n three", ["one two three"]),
        ("<p>one</p> two <p>three</p>", ["one", "two", "three"]),
        ("one<br>two<br/>three", ["one", "two", "three"]),
        ("<span>one<div>two</div>three</span> four", ["one", "two", "three four"]),
        ("one<script>no</script> <svg><text>no</text></svg>two<!-- no -->three", ["one twothree"]),
        (" <p> </p>\n", []),
    ],
)
def test_blocks_part_text_and_other_elements_do_not(body: str, texts: list[str]) -> None:
    assert [block.text for block in walked(body).blocks] == texts


def test_what_is_a_link_is_counted_blanks_and_all() -> None:
    blocks = walked("<p><a>four</a>four</p><a><div>inside</div></a><p>none</p>").blocks
    assert [block.linked for block in blocks] == [0.5, 1.0, 0.0]


@pytest.mark.parametrize(
    ("body", "verbatim"),
    [
        ("<p> one two </p>", True),
        ("<p><b>one two</b></p>", True),
        ("<p>one <b>two</b></p>", False),
        ("<p>one\ntwo</p>", False),
    ],
)
def test_a_text_in_one_piece_is_verbatim(body: str, verbatim: bool) -> None:
    assert [block.verbatim for block in walked(body).blocks] == [verbatim]


def test_the_box_of_a_text_knows_what_is_around_it() -> None:
    block = walked('<article class="story-body"><a><div id="share" hidden>text</div></a></article>').blocks[0]
    around: list[Box] = []
    box: Box | None = block.box
    while box:
        around.append(box)
        box = box.parent
    assert [(box.tag, box.depth, box.hidden) for box in around] == [
        ("div", 3, True), ("a", 2, False), ("article", 1, False), ("body", 0, False),
    ]  # fmt: skip
    assert block.box.inside == {"article", "a"}
    assert block.box.named == {"content": 1, "share": 3}


def test_what_nests_too_deep_is_left_out() -> None:
    walk = walked("<i>" * (MAX_DEPTH + 50) + "deep" + "</i>" * (MAX_DEPTH + 50) + "<p>text</p>")
    assert [block.text for block in walk.blocks] == ["text"]
    assert walk.deepest == MAX_DEPTH


def test_the_prose_of_a_page_tells_its_main_element() -> None:
    tree = parse(
        f"<html><body><ul><li>Home</li><li>World</li></ul><main><p>{LEAD}</p><p>{SECOND}</p></main>"
        f"<div><p>{FIFTH}</p></div></body></html>"
    )
    assert tree
    marks = page_lines(tree).marks
    assert marks["to_main_box"].tolist() == [2, 2, 1, 1, 2]
    share = len(LEAD + SECOND) / len(LEAD + SECOND + FIFTH)
    assert marks["box1"].tolist() == pytest.approx([0, 0, share, share, 1 - share])
    assert marks["in_ul"].tolist() == [1, 1, 0, 0, 0]
    assert marks["group_kind"].tolist() == [0, 0, 1, 1, 2]


@pytest.mark.parametrize(
    ("names", "groups"),
    [
        ("StoryBody related-links", ("content", "related")),
        ("x-card card cards discard", ("related",)),
        ("thread ads-top", ("junk",)),
        ("read", ()),
        ("navy candidate updated", ("nav",)),
        ("byline__date", ("meta",)),
    ],
)
def test_names_by_which_templates_call_their_parts(names: str, groups: tuple[str, ...]) -> None:
    assert groups_of(names) == groups
