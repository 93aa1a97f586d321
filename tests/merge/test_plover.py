"""PLOVER's coding of encounters by their form, of acts by their own code."""

import pytest

from communique.knowledge.acts import load_acts
from communique.merge.plover import with_plover
from communique.records.events import Event, Form, Participant, ParticipantRole, Plover, Status


def event(
    form: Form, status: Status = "held", roles: tuple[ParticipantRole, ...] = ("participant", "participant")
) -> Event:
    people = tuple(Participant(actor=f"a{n}", role=role) for n, role in enumerate(roles))
    return Event(id="e", form=form, status=status, level="head", participants=people)


def coded(of: Event) -> tuple[str | None, ...]:
    plover = with_plover(of).plover
    return (None,) if plover is None else (plover.event, plover.mode, plover.quad, plover.cameo)


@pytest.mark.parametrize(
    ("of", "code"),
    [
        (event("meeting"), ("CONSULT", None, "verbal cooperation", None)),
        (event("call"), ("CONSULT", "phone", "verbal cooperation", "041")),
        (event("visit", roles=("host", "guest")), ("CONSULT", "visit", "verbal cooperation", None)),
        (event("summit", roles=("participant",) * 3), ("CONSULT", "multilateral", "verbal cooperation", None)),
        (event("meeting", "planned"), ("AGREE", None, "verbal cooperation", None)),
        (event("meeting", "cancelled"), ("REJECT", "meet", "verbal conflict", None)),
        (event("signing"), ("SUPPORT", None, "verbal cooperation", "057")),
        (event("exercise"), ("COOPERATE", None, "material cooperation", "062")),
        (event("election"), (None,)),
        (event("other"), (None,)),
    ],
)
def test_encounters_by_form_and_status(of: Event, code: tuple[str | None, ...]) -> None:
    assert coded(of) == code


def test_an_act_keeps_its_own_code() -> None:
    act = Event(id="e", form="other", status="held", level="other", plover=Plover(event="PROTEST", mode="riot"))
    assert coded(act) == ("PROTEST", "riot", "material conflict", "145")


def test_every_type_has_one_quad() -> None:
    quads = load_acts().quads
    assert len(quads) == 16
    assert set(quads.values()) == {
        "verbal cooperation", "material cooperation", "verbal conflict", "material conflict",
    }  # fmt: skip
