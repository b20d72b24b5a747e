"""Bodies known by their name alone, and people and places in the same frames; all invented."""

from __future__ import annotations

import pytest
from found_names import found

BODIES = [
    pytest.param(
        "The centrist Land and Hearth left on Tuesday. Land and Hearth, which has 16 lawmakers, "
        "said it would not return. Its leader, Rumen Atanasov, spoke of Land and Hearth at noon.",
        {"Land and Hearth": "ORG", "Rumen Atanasov": "PERSON"},
        id="a party of two plain words that never part",
    ),
    pytest.param(
        "Talks with Accord 24 went on. Accord 24 has 11 seats. They met in Sector 4 and on Platform 9.",
        {"Accord 24": "ORG"},
        id="a number that ends a party's name",
    ),
    pytest.param(
        "The voters of People First went home, and People First said so. The far-right Homeland First won.",
        {"People First": "ORG", "Homeland First": "ORG"},
        id="a small word in capitals ends a name",
    ),
    pytest.param(
        "She led the Renewal Movement of Dušan Grega. Dušan Grega lost.",
        {"Renewal Movement": "ORG", "Dušan Grega": "PERSON"},
        id="of tells who leads a party",
    ),
    pytest.param(
        "The weekly Sahel Miroir was searched. Sahel Miroir had asked who paid, said Issoufou Adamou. "
        "A driver told Sahel Miroir as much.",
        {"Sahel Miroir": "ORG", "Issoufou Adamou": "PERSON"},
        id="a paper of foreign words",
    ),
    pytest.param(
        "He wrote for the NGO Plumes Libres. The director of Plumes Libres, Hadiza Moussa, wept.",
        {"Plumes Libres": "ORG", "Hadiza Moussa": "PERSON"},
        id="initials that call a body are no part of it",
    ),
    pytest.param(
        "The brick maker Terre et Eau closed. Unions at Terre et Eau and at Steun en Strijd agreed.",
        {"Terre et Eau": "ORG", "Steun en Strijd": "ORG"},
        id="foreign and",
    ),
    pytest.param(
        "Torvale Gold, which dug there until 1990, said little. Torvale Gold’s shares fell.",
        {"Torvale Gold": "ORG"},
        id="a mine owner called by what it digs",
    ),
    pytest.param(
        "Insurer Prudence Hall refuses to pay. Owners were told by Prudence Hall on Monday. "
        "Prudence Hall said water was no storm.",
        {"Prudence Hall": "ORG"},
        id="an insurer called like a woman",
    ),
    pytest.param(
        "Passengers of Deccan Skyways waited. Deccan’s passengers got bread, and Deccan said it would pay.",
        {"Deccan Skyways": "ORG", "Deccan": "ORG"},
        id="an airline called like a land",
    ),
    pytest.param(
        "The low-cost carrier Aero Pampa was grounded. The planes of Aero Pampa stay at the airport.",
        {"Aero Pampa": "ORG"},
        id="a carrier is no ship where flights are told of",
    ),
    pytest.param(
        "Bank Silver Hope to cut jobs. Workers at Silver Hope wept. The board of Silver Hope met.",
        {"Silver Hope": "ORG"},
        id="a headline calls a bank a bank",
    ),
    pytest.param(
        "The union Banner spoke of anger. Banner’s officer, Colin Mather, called the cuts savage.",
        {"Banner": "ORG", "Colin Mather": "PERSON"},
        id="a plain word opens a sentence once it is told",
    ),
    pytest.param(
        "A newcomer, Wingspan, asked for slots. Eva Moor, a pollster with Barometer, smiled.",
        {"Wingspan": "ORG", "Barometer": "ORG", "Eva Moor": "PERSON"},
        id="plain words that are called something once",
    ),
    pytest.param(
        "Two men of Lion’s Den fled. Lion’s Den said nothing. The den of a lion was found.",
        {"Lion’s Den": "ORG"},
        id="plain words around 's",
    ),
    pytest.param(
        "He heads Shore to Shore, and she joined Heart of Slovenia. Shore to Shore promises boats.",
        {"Shore to Shore": "ORG", "Heart of Slovenia": "ORG"},
        id="plain words that small words tie",
    ),
    pytest.param(
        "The poll gives Time for Life 5 percent. Time for Life said so. She bought shares in Nine Elms. "
        "Nine Elms said so.",
        {"Time for Life": "ORG", "Nine Elms": "ORG"},
        id="names that a sentence's start cuts are healed",
    ),
    pytest.param(
        "A letter from Fisheries and Oceans Canada came. Natural Resources Canada sent men.",
        {"Fisheries and Oceans Canada": "ORG", "Natural Resources Canada": "ORG"},
        id="departments and their country",
    ),
    pytest.param(
        "Holly Marden won against the Sunday Ledger on Monday. She wrote to the Sunday Ledger in May.",
        {"Holly Marden": "PERSON", "Sunday Ledger": "ORG"},
        id="a paper called by its day",
    ),
    pytest.param(
        "Biotech firm Orvanta fell. Telecom group Vodra rose.",
        {"Orvanta": "ORG", "Vodra": "ORG"},
        id="what a firm deals in opens a headline",
    ),
    pytest.param(
        "Prisoners of Sword of the South came home. Sword of the South holds the valley.",
        {"Sword of the South": "ORG"},
        id="a sword of a land",
    ),
    pytest.param(
        "Patria Joven will send a coach. Patria Joven’s rivals laughed, said Lea Moor.",
        {"Patria Joven": "ORG", "Lea Moor": "PERSON"},
        id="a party of foreign nouns",
    ),
    pytest.param(
        "She worked for Hands Across Ozark. Founded in 2003, Hands Across Ozark has 12 employees.",
        {"Hands Across Ozark": "ORG"},
        id="a small word in capitals inside a name",
    ),
    pytest.param(
        "She bought shares in Channel Nine. A loan from Medivia, owned by a fund, was paid back to Medivia.",
        {"Channel Nine": "ORG", "Medivia": "ORG"},
        id="a number in words, and what somebody owns",
    ),
    pytest.param(
        "A court fined Pine Barrens Bank. Pine Barrens did not admit it.",
        {"Pine Barrens Bank": "ORG", "Pine Barrens": "ORG"},
        id="a bank without its head opens a sentence",
    ),
    pytest.param(
        "They met at St Orla Lutheran church on Sunday.",
        {"St Orla Lutheran church": "ORG"},
        id="a church of a faith",
    ),
]

OTHERS = [
    pytest.param(
        "Salim bin Hamad Al Maamari, an undersecretary, opened it. It cost too much.",
        {"Salim bin Hamad Al Maamari": "PERSON"},
        id="a man by his father's name",
    ),
    pytest.param(
        "The airlines Tern and Osprey Air fly there. Tern said it would sue. Osprey Air has 18 jets.",
        {"Tern": "ORG", "Osprey Air": "ORG"},
        id="two bodies that part elsewhere",
    ),
    pytest.param(
        "Grace Moor, 52, runs the clinic. Grace Moor’s staff like her. Moor’s deputy said Moor had left.",
        {"Grace Moor": "PERSON", "Moor": "PERSON"},
        id="people have staff and deputies too",
    ),
    pytest.param(
        "Cliff Banks will retire, he said. Banks’s staff wept. The backers of Banks sang; Banks smiled.",
        {"Cliff Banks": "PERSON", "Banks": "PERSON"},
        id="a senator of plain words",
    ),
    pytest.param(
        "Fishermen met in Hope Cove. Hope Cove’s mayor said that Hope Cove needed a boat.",
        {"Hope Cove": "LOC"},
        id="a cove has a mayor",
    ),
    pytest.param(
        "Moldova said it would buy gas. Moldova’s leader signed. The lawmakers of Moldova agreed.",
        {"Moldova": "GPE"},
        id="a country has lawmakers",
    ),
    pytest.param(
        "Ford Pierce, a banker, came second. The backers of Ford Pierce paid. Pierce’s spokeswoman wept.",
        {"Ford Pierce": "PERSON", "Pierce": "PERSON"},
        id="a man called like a carmaker",
    ),
    pytest.param(
        "The chef Marco Verde, who cooks, opened it. Verde employs 60 people. Verde’s customers pay well.",
        {"Marco Verde": "PERSON", "Verde": "PERSON"},
        id="a chef who employs people and has customers",
    ),
    pytest.param(
        "He was taken to Orvale Hospital in Orvale. Orvale is poor, and Orvale Hospital has no lift.",
        {"Orvale": "GPE"},
        id="a hospital is not shortened to its town",
    ),
    pytest.param(
        "Kanye Weston sang. Wendy Down clapped.",
        {"Kanye Weston": "PERSON", "Wendy Down": "PERSON"},
        id="people with small and plain last words",
    ),
    pytest.param(
        "The firm will list its shares in Amsterdam in May, and fly from Boston.",
        {"Amsterdam": "GPE", "Boston": "GPE"},
        id="shares are listed in a city",
    ),
    pytest.param(
        "Both Anger and Hunger were there. Anger and Hunger are films.",
        {},
        id="two things in the plural stay two",
    ),
]


@pytest.mark.parametrize(("text", "wanted"), [*BODIES, *OTHERS])
def test_bodies_known_by_their_name(text: str, wanted: dict[str, str]) -> None:
    names = found(text)
    assert {name: names.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "never"),
    [
        (
            "Anger and Hunger were shown. Both Anger and Hunger won. Anger and Hunger tied.",
            "Anger and Hunger",
        ),
        ("They heard Witness 4 twice. Witness 4 is ill. Then Witness 4 left.", "Witness 4"),
        ("Arsenal Town 2 Chester 1 was the score. He sat in the Senate for Montana.", "Senate for Montana"),
        ("New Danish party wants a shorter week. Nobody knew the party.", "New Danish"),
    ],
)
def test_what_stays_apart(text: str, never: str) -> None:
    assert never not in found(text)


def test_a_ship_stays_a_ship() -> None:
    names = found("The carrier Blue Anchor sailed with its crew. Sailors of the Blue Anchor slept.")
    assert "Blue Anchor" not in names


def test_forms_of_address_without_a_name_are_no_fault() -> None:
    assert "ภ" not in found("Dr. Dr.ภ")


def test_a_pair_may_hold_a_word_that_is_a_body_of_its_own_elsewhere() -> None:
    party = found(
        "Land and Labour had 27 of the 100 seats. Land and Labour leader Ines Strand said no.",
        "Land and Labour has called for more aid.",
    )
    assert party["Land and Labour"] == "ORG"
    assert "Labour" not in party
    apart = found("The Conservatives and Labour lost seats. Labour has a plan.")
    assert apart["Labour"] == "ORG"
