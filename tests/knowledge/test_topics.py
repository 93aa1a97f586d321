import pytest

from communique.knowledge import load
from communique.knowledge.topics import Topic, Topics


@pytest.mark.parametrize(
    ("text", "sectors"),
    [
        (
            "Trade turnover rose and they discussed space, energy and the economy.",
            ("economy", "trade", "energy", "space"),
        ),
        ("Tear gas was fired near the West Bank.", ("territory",)),
        ("They traded accusations of blame and had no space for doubt.", ()),
        ("Social security and the Democratic Republic of the Congo", ("labour",)),
        ("Nuclear talks and sanctions relief", ("nuclear", "sanctions")),
        ("fighting terrorists, counter-terrorism", ("counter-terrorism",)),
        ("an export of liquefied natural gas by rail links", ("trade", "energy", "transport")),
        ("universities, museums and hospitals", ("culture", "education", "health")),
        ("Tradesmen met.", ()),
        ("", ()),
    ],
)
def test_sectors_of_a_text(text, sectors):
    assert load().topics.of(text) == sectors


def test_the_longest_form_wins_and_exceptions_name_nothing():
    topics = Topics(
        (
            Topic(name="sea", forms=("sea", "sea trade"), without=("sea change",)),
            Topic(name="trade", forms=("trade", "sea trade", "ferry")),
        )
    )
    text = "Sea trade, ferries, a sea change and seas"
    assert [(text[start:end], name) for start, end, name in topics.find(text)] == [
        ("Sea trade", "sea"),
        ("Sea trade", "trade"),
        ("ferries", "trade"),
        ("seas", "sea"),
    ]
