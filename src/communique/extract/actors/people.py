"""Which names and offices of one article are the same person."""

from bisect import bisect_right, insort

from communique.annotate.tree import Tree
from communique.extract.actors.bearers import listed
from communique.extract.actors.called import Called
from communique.extract.actors.draft import Draft
from communique.extract.actors.kin import is_kin
from communique.extract.actors.phrases import Name, Role
from communique.extract.actors.pronouns import TITLE_GENDER
from communique.knowledge import Knowledge
from communique.records.mentions import OfficeClaim
from communique.text.names import same_person

# "the Persian dignitary", "Russian leader": said of whoever heads the state, whatever his title.
FAR_MORE = 4
HEADS = frozenset({"head"})
# Whoever is to hold an office, and how he comes to it.
NEXT = frozenset({"next", "future", "prospective", "would-be"})
BECOMES = frozenset({"become", "elect", "appoint", "nominate", "name", "remain"})


class People:
    """The persons of one article, found in text order."""

    def __init__(self, tree: Tree, knowledge: Knowledge, names: list[Name], roles: list[Role]) -> None:
        self.tree, self.knowledge, self.names, self.roles = tree, knowledge, names, roles
        self.drafts: list[Draft] = []
        self._known = Called()
        self._of_name: dict[int, Draft] = {}
        self._called = {role.name: role.title for role in roles if role.name is not None and not role.former}
        self._name_people()
        self._claim_offices()
        self._place_roles()
        for draft in self.drafts:
            draft.country = draft.country or self._country_by_table(draft)

    def _name_people(self) -> None:
        """Full names first, then surnames behind an office: a surname alone is whoever is called by an office, else the
        last full name before it that bears it, else the first after."""
        people = [(n, name) for n, name in enumerate(self.names) if name.kind == "person"]
        for number, name in sorted(people, key=lambda p: (self._said_of(*p), p[1].first)):
            at = self._bearer(number, name)
            at = self._new(name) if at is None else at
            draft = self.drafts[at]
            draft.at.append((name.first, name.last, "name"))
            insort(draft.starts, name.first)
            draft.names.append(name.text)
            if len(name.text) > len(draft.name):
                draft.name = name.text
                self._known.add(at, name.text)
            # A first lady is called by what her husband is.
            titled = number in self._called and not is_kin(self.tree, name.first, name.last)
            draft.titled = draft.titled or titled
            if number in self._called:
                draft.titles.add(self._called[number])
            self._of_name[number] = draft

    def _said_of(self, number: int, name: Name) -> int:
        """0 for a full name, 1 for a surname with an office, 2 for a surname alone."""
        return 0 if len(name.text.split()) > 1 else 1 if number in self._called else 2

    def _in_office(self, draft: Draft) -> bool:
        return draft.titled or bool(self.knowledge.offices.of(draft.name))

    def _bearer(self, number: int, name: Name) -> int | None:
        near = {id(self.drafts[at]): at for at in self._known.near(name.text)}
        rows = (self.drafts[at] for at in near.values())
        fitting = [d for d in rows if self._alike(d.name, name.text) and not self._another(number, name, d)]
        meant = self._meant(name, fitting)
        return None if meant is None else near[id(meant)]

    def _meant(self, name: Name, fitting: list[Draft]) -> Draft | None:
        """Which of those who may bear it a name is of."""
        # "Mrs. Berg" is the woman of the name, whoever else bears it.
        gender = self._styled(name)
        of_gender = [d for d in fitting if gender and self.knowledge.people.gender_of_name(d.name) == gender]
        fitting = of_gender or fitting
        most = max((len(d.at) for d in fitting), default=0)
        # One whom the article speaks of far more often is meant before one who was named last.
        fitting = [d for d in fitting if len(d.at) * FAR_MORE > most]
        # Of a family whoever holds, or held, an office is called by the surname alone.
        in_office = [d for d in fitting if self._in_office(d)]
        if len(in_office) == 1:
            return in_office[0]
        before = [d for d in fitting if d.starts[0] <= name.first]
        if not before:
            return next(iter(fitting), None)
        return max(before, key=lambda d: d.starts[bisect_right(d.starts, name.first) - 1])

    def _alike(self, full: str, other: str) -> bool:
        return same_person(full, other) or self.knowledge.nicknames.same_person(full, other)

    def _styled(self, name: Name) -> str | None:
        """ "m" behind "Mr.", "f" behind "Mrs."."""
        return TITLE_GENDER.get(self.tree.tokens[name.first - 1].text.lower()) if name.first else None

    def _another(self, number: int, name: Name, draft: Draft) -> bool:
        """Whether the words before a surname alone say that it is not `draft`'s: "Mr." before a woman's, or, ahead of
        the full name, an office that the full name does not bear ("President Berg" is not Eva Berg, the first lady)."""
        if len(name.text.split()) > 1 or len(draft.name.split()) == 1:
            return False
        if name.first < draft.starts[0] and is_kin(self.tree, *draft.at[0][:2]):
            return True
        gender, known = self._styled(name), self.knowledge.people.gender_of_name(draft.name)
        if gender and known and gender != known:
            return True
        own = self._called.get(number)
        if own is not None and self._held_by_another(own, name.text, draft.name):
            return True
        return own is not None and bool(draft.titles) and own not in draft.titles and draft.starts[0] > name.first

    def _held_by_another(self, title: str, surname: str, full: str) -> bool:
        """Whether the tables give the office to people of that surname, and none to the person of the full name."""
        offices = self.knowledge.offices
        if any(holder.title == title for holder in offices.of(full)):
            return False
        bearers = (h for name in offices.named(surname) for h in offices.of(name))
        return not offices.of(full) and any(h.title == title and h.name.endswith(surname) for h in bearers)

    def _new(self, name: Name) -> int:
        self.drafts.append(Draft("person", name.text))
        self._known.add(len(self.drafts) - 1, name.text)
        return len(self.drafts) - 1

    def _claim_offices(self) -> None:
        for role in self.roles:
            if role.name is not None:
                title = self._counterpart_title(role) if _is_counterpart(role) else role.title
                self._claim(self._of_name[role.name], role, title, role.countries[:1])
            for country, number in listed(self.tree, role, self.names) if role.plural else ():
                self._claim(self._of_name[number], role, role.title, (country,))

    def _claim(self, draft: Draft, role: Role, title: str | None, countries: tuple[str, ...]) -> None:
        country = countries[0] if countries else None
        draft.country = draft.country or (country if not role.former else None)
        if title is None or (role.generic and title == role.title and not (role.rank in HEADS and country)):
            return
        span = self.tree.span(role.first, role.last - 1)
        draft.offices.append(
            OfficeClaim(title=title, country=country, organization=role.organization, former=role.former, span=span)
        )

    def _country_by_table(self, draft: Draft) -> str | None:
        """The state of a person whom the article calls by no office, where the table knows the full name."""
        known = {h.country for h in self.knowledge.offices.of(draft.name) if h.country} if draft.name else set()
        return next(iter(known)) if len(known) == 1 else None

    def _counterpart_title(self, role: Role) -> str | None:
        """ "his Russian counterpart": the office of the person before it in the sentence, or of the last one."""
        owner = self.before(role.first, other_than=self._of_name.get(role.name) if role.name is not None else None)
        return next((claim.title for claim in owner.offices if not claim.former), None) if owner else None

    def before(self, i: int, other_than: Draft | None = None) -> Draft | None:
        """The person last mentioned before token `i`."""
        best: tuple[int, Draft] | None = None
        for draft in self.drafts:
            seen = max((f for f, _, _ in draft.at if f < i), default=-1)
            if draft is not other_than and seen >= 0 and (best is None or seen > best[0]):
                best = (seen, draft)
        return best[1] if best else None

    def _place_roles(self) -> None:
        """An office alone is the person who is called by it, or who held it by the tables; else a person without
        a name, whom other articles may name."""
        for role in self.roles:
            if role.name is not None:
                draft = self._of_name[role.name]
                draft.at.append((role.first, role.last, "nominal"))
            elif role.definite and not role.plural and role.rank != "group" and not _is_sought(self.tree, role):
                holder = self._holder(role) or self._nameless(role)
                if holder is not None:
                    holder.at.append((role.first, role.last, "nominal"))

    def _holder(self, role: Role) -> Draft | None:
        if _is_counterpart(role):
            return self._counterpart(role)
        fitting = [d for d in self.drafts if self._fits(d, role)]
        if not fitting or (len(fitting) > 1 and not role.countries and not role.organization):
            near = [d for d in fitting if d.first() < role.first]
            return max(near, key=lambda d: max(f for f, _, _ in d.at if f < role.first), default=None)
        return max(fitting, key=lambda d: (len(d.at), -d.first()))

    def _fits(self, draft: Draft, role: Role) -> bool:
        return any(self._same_office(role, c.title, c.country, c.organization, c.former) for c in draft.offices) or (
            bool(draft.name) and any(self._same_office(role, *held) for held in self._held(draft))
        )

    def _held(self, draft: Draft) -> list[tuple[str, str | None, str | None, bool]]:
        """Offices by the tables, for a person whom the article calls by none, or by one without a state ("President
        Berg"); by the surname alone where the tables have one bearer of it."""
        current = [claim for claim in draft.offices if not claim.former]
        if any(claim.country or claim.organization for claim in current):
            return []
        titles = {claim.title for claim in current}
        bearers = self.knowledge.offices.named(draft.name) if len(draft.name.split()) == 1 else (draft.name,)
        holders = self.knowledge.offices.of(bearers[0]) if len(bearers) == 1 else ()
        published = self.tree.article.published
        at = (published.earliest[:10], published.latest[:10]) if published else None
        return [
            (h.title, h.country, h.organization, False)
            for h in holders
            if (not titles or h.title in titles)
            and (at is None or ((h.start or "") <= at[1] and (h.end or "9") >= at[0]))
        ]

    def _same_office(self, role: Role, title: str, country: str | None, organization: str | None, former: bool) -> bool:
        if former != role.former:
            return False
        if role.countries and country not in role.countries:
            return False
        if role.organization and role.organization != organization:
            return False
        if role.generic:
            # Without a state or body, "the leader" could be anybody.
            return bool(role.countries or role.organization) and self._rank(title) == "head" and role.rank in HEADS
        return title == role.title

    def _rank(self, title: str) -> str:
        normal = self.knowledge.titles.normal(title)
        return normal.rank if normal else "other"

    def _counterpart(self, role: Role) -> Draft | None:
        """ "his Japanese counterpart": whoever of that state holds the owner's office, or leads it where he does."""
        owner = self.before(role.first)
        titles = {claim.title for claim in owner.offices} if owner else set()
        leads = any(self._rank(title) == "head" for title in titles)
        of_state = [
            d
            for d in self.drafts
            if d is not owner and any(not role.countries or c.country in role.countries for c in d.offices)
        ]
        same = [d for d in of_state if any(c.title in titles for c in d.offices)]
        heads = [d for d in of_state if role.countries and any(self._rank(c.title) == "head" for c in d.offices)]
        fitting = same or (heads if leads else [])
        return fitting[0] if len(fitting) == 1 else None

    def _nameless(self, role: Role) -> Draft | None:
        """A person known by office alone. A bare "the minister" that nobody fits is left out."""
        if not role.countries and not role.organization:
            return None
        if _is_counterpart(role):
            # Which office the other side's man holds, nobody says.
            return None
        title = role.title
        country = role.countries[0] if len(role.countries) == 1 else None
        claim = OfficeClaim(
            title=title,
            country=country,
            organization=role.organization,
            former=role.former,
            span=self.tree.span(role.first, role.last - 1),
        )
        draft = Draft("person", country=country, offices=[claim])
        self.drafts.append(draft)
        return draft


def _is_sought(tree: Tree, role: Role) -> bool:
    """ "To become the next president", "chosen as president": an office that somebody is to have, and no mention of
    whoever has it."""
    words = {token.text.lower() for token in tree.tokens[max(0, role.first - 1) : role.head]}
    head = tree.tokens[tree.tokens[role.head].head]
    becomes = tree.tokens[role.head].dep in {"attr", "oprd"} and head.lemma in BECOMES
    return bool(words & NEXT) or becomes


def _is_counterpart(role: Role) -> bool:
    """Only a counterpart holds the possessor's office; "its leader" leads it."""
    return role.possessor and role.title == "counterpart"
