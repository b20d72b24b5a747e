"""Names told by the noun they are called by, what they do and what they own; all are invented."""

from __future__ import annotations

import pytest
from found_names import found


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Orsa Velmi, the brewery in the north, closed. Lanvic is a dairy owned by farmers.",
            {"Orsa Velmi": "ORG", "Lanvic": "ORG"},
            id="bodies by apposition and copula",
        ),
        pytest.param(
            "Sveti Ivo, an islet that both claim, is bare. Boats met off Tarnik, a skerry.",
            {"Sveti Ivo": "LOC", "Tarnik": "LOC"},
            id="lands by apposition",
        ),
        pytest.param(
            "The volcano on São Tormé, in the south, sleeps.",
            {"São Tormé": "LOC"},
            id="an island called after a saint",
        ),
        pytest.param(
            "Water came from Kellern, the dam on which the city depends.",
            {"Kellern": "FAC"},
            id="buildings by apposition",
        ),
        pytest.param(
            "One of them was Brusk, a dog. A horse called Tamerlo won.",
            {"Brusk": "PERSON", "Tamerlo": "PERSON"},
            id="animals have names as people have",
        ),
        pytest.param(
            "Skylark Oru, the Dutch brewer, said no. Ulla Brandvik, a brewer, said yes.",
            {"Skylark Oru": "ORG", "Ulla Brandvik": "PERSON"},
            id="a trade is a body's where its nation goes with it",
        ),
        pytest.param(
            "In Lannick, the bakery has closed. In Dovrey, a bank was robbed.",
            {"Lannick": "GPE", "Dovrey": "GPE"},
            id="what follows a place at the start of a sentence is no apposition",
        ),
        pytest.param(
            "Vodamar said it would hire 300 people. Torvik said she would not go.",
            {"Vodamar": "ORG", "Torvik": "PERSON"},
            id="the pronoun that takes the name up again",
        ),
        pytest.param(
            "Tarrow smiled. Kessary's widow wept. Lorvane's mayor resigned. Ombrix's shareholders agreed.",
            {"Tarrow": "PERSON", "Kessary": "PERSON", "Lorvane": "GPE", "Ombrix": "ORG"},
            id="verbs of people and what is owned",
        ),
        pytest.param(
            "Casks at the Orlan Distillery. Photograph: Ada Tarrow",
            {"Orlan Distillery": "ORG", "Ada Tarrow": "PERSON"},
            id="a caption is no headline",
        ),
        pytest.param(
            "By the wall, Sydney Vranek keeps bees. Sydney Harbour was calm, and Sydney slept.",
            {"Sydney Vranek": "PERSON", "Sydney": "GPE"},
            id="a first name that is a city",
        ),
        pytest.param(
            "Police want film from drivers who were on the R512 at noon.",
            {"R512": "FAC"},
            id="a road is no sum of rand",
        ),
        pytest.param(
            "The airport’s operator, Sibrand Gote, closed. Near the capital, Orvenna, it rained.",
            {"Sibrand Gote": "ORG", "Orvenna": "GPE"},
            id="a noun in front with a comma",
        ),
        pytest.param(
            "A lawyer for the chain, Bo Thyssgaard, argued. The producer, Rasim Tevdorov, laughed.",
            {"Bo Thyssgaard": "PERSON", "Rasim Tevdorov": "PERSON"},
            id="behind the noun of another one a person is named",
        ),
        pytest.param(
            "An audit by the accountants Brand Oaksey followed. The actors Brand Oaksey and Ulf Tern came.",
            {"Brand Oaksey": "ORG", "Ulf Tern": "PERSON"},
            id="trades of firms in the plural",
        ),
        pytest.param(
            "In the hamlet of Dagu Vester it rained. The districts of Suzarak and Tolbe-Kum are dry.",
            {"Dagu Vester": "GPE", "Suzarak": "GPE", "Tolbe-Kum": "GPE"},
            id="kinds of places in front of of",
        ),
        pytest.param(
            "Ballots were found in Farvett, Flode and Walvar counties.",
            {"Farvett": "GPE", "Flode": "GPE", "Walvar": "GPE"},
            id="a list of counties",
        ),
        pytest.param(
            "The opposition Umbra for Honest Change won. Members of the Companions of the Cave left.",
            {"Umbra for Honest Change": "ORG", "Companions of the Cave": "ORG"},
            id="plain words in capitals behind of and for",
        ),
        pytest.param(
            "Typhoon Gorva came first. Two weeks after Gorva another storm hit.",
            {"Typhoon Gorva": "EVENT", "Gorva": "EVENT"},
            id="a storm by its own name",
        ),
        pytest.param(
            "Shares of Otter Vale <OTVL.L> fell 4%. Brask Lake boss Ulla Fenn resigned.",
            {"Otter Vale": "ORG", "Brask Lake": "ORG", "Ulla Fenn": "PERSON"},
            id="codes of shares and bosses",
        ),
        pytest.param(
            "Ayvala, Tern Hollow and other Manila conglomerates paid. Towns such as Brevlik slept.",
            {"Ayvala": "ORG", "Tern Hollow": "ORG", "Brevlik": "GPE"},
            id="lists with their noun",
        ),
        pytest.param(
            "Kiplovat, an 88-year-old who sat outside, wept. Ovid Caalem Chock, mayor of Lannick, left.",
            {"Kiplovat": "PERSON", "Ovid Caalem Chock": "PERSON", "Lannick": "GPE"},
            id="ages and offices without an article",
        ),
        pytest.param(
            "Elders of the Kipsavi and Taluri communities met. The Torvane brotherhood prayed.",
            {"Kipsavi": "NORP", "Taluri": "NORP", "Torvane": "NORP"},
            id="communities of peoples",
        ),
        pytest.param(
            "The index, the CAC 40, rose. A group calling itself Hashd al-Barra claimed it.",
            {"CAC 40": "ORG", "Hashd al-Barra": "ORG"},
            id="indexes and groups by what they call themselves",
        ),
        pytest.param(
            "They crossed the Western Caribbean. Caribbean leaders met near the Baltic coast.",
            {"Western Caribbean": "LOC", "Caribbean": "NORP", "Baltic": "LOC"},
            id="seas and the people around them",
        ),
        pytest.param(
            "Justice Noorhan bin Haji Daudet spoke. The cutter, the Galevra, was hit; the Galevra sank.",
            {"Noorhan bin Haji Daudet": "PERSON"},
            id="a title inside a name; ships are no names",
        ),
        pytest.param(
            "The Federation of Tavian Ward Nurses met. The Tenants’ Circle paid. M&F lost money.",
            {"Federation of Tavian Ward Nurses": "ORG", "Tenants’ Circle": "ORG", "M&F": "ORG"},
            id="first names among plain words, plural owners and initials with a mark",
        ),
        pytest.param(
            "Nurses at St Orlan’s struck. St Clair’s widow wept.",
            {"St Orlan’s": "ORG", "St Clair": "PERSON"},
            id="houses called after saints",
        ),
        pytest.param(
            "The village of Kvarno Sarel was hit; a resident of Kvarno Sarel wept. Quebrada Roval is dry.",
            {"Kvarno Sarel": "GPE", "Quebrada Roval": "LOC"},
            id="villages that look like people",
        ),
        pytest.param(
            "The firm Kestrin Lake Partners bought it. Kestrin Lake said nothing. He swam in Brask Lake.",
            {"Kestrin Lake Partners": "ORG", "Kestrin Lake": "ORG", "Brask Lake": "LOC"},
            id="a body shortened to what looks like a lake",
        ),
        pytest.param(
            "Rival Banksvale Group declined. Veteran Kovacsy left. Officer Jun Siarvo and Jan Dvorsky sat.",
            {"Banksvale Group": "ORG", "Kovacsy": "PERSON", "Jun Siarvo": "PERSON", "Jan Dvorsky": "PERSON"},
            id="nouns that open a sentence, and first names like months",
        ),
        pytest.param(
            "He was treated at Torvik Hospital. Staff of the Dovrey Infirmary struck.",
            {"Torvik Hospital": "ORG", "Dovrey Infirmary": "ORG"},
            id="a hospital is a body, also where somebody is treated",
        ),
        pytest.param(
            "The line from Ikorva West and a tower in Dublin South were shut.",
            {"Ikorva West": "GPE", "Dublin South": "GPE"},
            id="parts of towns",
        ),
        pytest.param(
            "The private equity firm Clayton Vexley, based in Leeds, paid. Vodavar Iberia lost money.",
            {"Clayton Vexley": "ORG", "Vodavar Iberia": "ORG"},
            id="firms that sound like people, and branches of firms abroad",
        ),
        pytest.param(
            "Ulla Fenn-Torv of Davverin said so. Bo Tern, of Cuparvale, left. Fighters of Ansar Torv fled.",
            {"Davverin": "ORG", "Cuparvale": "GPE", "Ansar Torv": "ORG", "Ulla Fenn-Torv": "PERSON"},
            id="what people are of",
        ),
        pytest.param(
            "The Berlarvas, a group of islands, are bare. Pilvane, on the southern coast, slept.",
            {"Berlarvas": "LOC", "Pilvane": "GPE"},
            id="groups of islands, and where a place lies",
        ),
        pytest.param(
            "They played Dvorak. The Trump Organization sued, and Trump laughed. A dog named it Tolstoy.",
            {"Dvorak": "PERSON", "Trump": "PERSON", "Trump Organization": "ORG", "Tolstoy": "PERSON"},
            id="people of one name",
        ),
        pytest.param(
            "She kept on running as far as Dorvane. The elders of Njikmat met past Ombrano.",
            {"Dorvane": "GPE", "Njikmat": "GPE", "Ombrano": "GPE"},
            id="how far, and whose elders",
        ),
        pytest.param(
            "The Cybersafety and Bridge Security Agency and the Institute for Tavian and Polar Studies met.",
            {
                "Cybersafety and Bridge Security Agency": "ORG",
                "Institute for Tavian and Polar Studies": "ORG",
            },
            id="topics of a body around and",
        ),
        pytest.param(
            "The League of Honest Voters and Harbour Wire came. The Orlan Bank and Tern Council met.",
            {
                "League of Honest Voters": "ORG",
                "Harbour Wire": "ORG",
                "Orlan Bank": "ORG",
                "Tern Council": "ORG",
            },
            id="two bodies around and stay two",
        ),
        pytest.param(
            "Kanaal+ and Orvane.com grew. * Next <NXTQ.L> fell. The minister, Till Brandveck, left.",
            {"Kanaal+": "ORG", "Orvane.com": "ORG", "Next": "ORG", "Till Brandveck": "PERSON"},
            id="marks that belong to names, codes behind plain words, and small words that are first names",
        ),
        pytest.param(
            "He appealed to the 1st U.S. Circuit Court of Appeals. The founding Gullvane family sold it.",
            {"1st U.S. Circuit Court of Appeals": "ORG", "Gullvane": "PERSON"},
            id="numbered courts and families",
        ),
        pytest.param(
            "Residents of Sankt Veidt fled. A trader in Kolvane wept. Drones hit Velka Rovan, east of Ur.",
            {"Sankt Veidt": "GPE", "Kolvane": "GPE", "Velka Rovan": "GPE"},
            id="the verb behind a place in a phrase is another's",
        ),
        pytest.param(
            "Radio Horizvane reported it. Hallmark & Sons sold a mill in Hebvane Bridge.",
            {"Radio Horizvane": "ORG", "Hallmark & Sons": "ORG", "Hebvane Bridge": "GPE"},
            id="openers and partners at the start of a sentence; towns called after bridges",
        ),
        pytest.param(
            "The hostel, Casa Azvala, stands on Calle Mayor. The Tour of Tavia ended.",
            {"Casa Azvala": "FAC", "Calle Mayor": "FAC", "Tour of Tavia": "EVENT"},
            id="streets that hold a title, and races",
        ),
        pytest.param(
            "The murder shocked Mylvane, where she taught. Sable & Finch, the auction house, sold it.",
            {"Mylvane": "GPE", "Sable & Finch": "ORG"},
            id="where, and partners",
        ),
        pytest.param(
            "Shifts at Skylark Handling began. Skylark declined to comment. The pigs had Western Bacon on.",
            {"Skylark Handling": "ORG", "Skylark": "ORG", "Western Bacon": "ORG"},
            id="a plain word that opens a longer name told before",
        ),
        pytest.param(
            "Orbiva-9, a television station, closed. Krovna, a group, named Sofia Hallvane chief executive.",
            {"Orbiva-9": "ORG", "Krovna": "ORG", "Sofia Hallvane": "PERSON"},
            id="stations that broadcast, and who is named something",
        ),
        pytest.param(
            "A chain of bakeries called Panve Vero left Via Garivaldi. Torvane’s only school shut.",
            {"Panve Vero": "ORG", "Via Garivaldi": "FAC", "Torvane": "GPE"},
            id="kinds in the plural, foreign streets, and what a village has",
        ),
        pytest.param(
            "The activist fund Cevvane Ridge sold. Workers of the firm Gemma Artvane met Ann Tarrow.",
            {"Cevvane Ridge": "ORG", "Gemma Artvane": "ORG", "Ann Tarrow": "PERSON"},
            id="funds called after ridges and firms after women",
        ),
        pytest.param(
            "Saffron, a payments start-up, closed. The ruling Harmony party and New Dawn agreed.",
            {"Saffron": "ORG", "Harmony": "ORG", "New Dawn": "ORG"},
            id="plain words called a body, and parties",
        ),
        pytest.param(
            "In the masters’ group Arvind Tirvati drew. Tern Castle said so; said Jovže, a miner who left.",
            {"Arvind Tirvati": "PERSON", "Tern Castle": "ORG", "Jovže": "PERSON"},
            id="members of a group, places that speak, and a trade of somebody",
        ),
        pytest.param(
            "An economist at Pellvane Harbour spoke. Tran Thi Bick, who chairs Hai Longvan, said no.",
            {"Pellvane Harbour": "ORG", "Hai Longvan": "ORG", "Tran Thi Bick": "PERSON"},
            id="where economists work and what people chair",
        ),
        pytest.param(
            "Ann Tarrow came. Gulsava, a teacher, said so. The shop, Island Vitalva, closed.",
            {"Gulsava": "PERSON", "Island Vitalva": "ORG"},
            id="people of one name by their trade, and shops",
        ),
        pytest.param(
            "The Dzorva oil pipeline runs through the Camarna valley.",
            {"Dzorva oil pipeline": "FAC", "Camarna valley": "LOC"},
            id="valleys and pipelines of no other name",
        ),
        pytest.param(
            "Two metro stations, Schulmann and Malbeck, were shut. It rained in Lumbasa and parts of Kenya.",
            {"Schulmann": "FAC", "Malbeck": "FAC", "Lumbasa": "GPE"},
            id="lists behind a count, and with a part of something",
        ),
        pytest.param(
            "In two towns, Ann Tarrow and Bo Fell spoke to voters.",
            {"Ann Tarrow": "PERSON", "Bo Fell": "PERSON"},
            id="people who follow a place told by its noun",
        ),
        pytest.param(
            "Fundación Mar Sereno sued on Mar 3. He left Hill Lane Stand for Wentfor Correctional Centre.",
            {"Fundación Mar Sereno": "ORG", "Hill Lane Stand": "FAC", "Wentfor Correctional Centre": "FAC"},
            id="the sea in a Spanish name, stands and prisons",
        ),
        pytest.param(
            "Demand in South-east Asia and North-west England rose.",
            {"South-east Asia": "LOC", "North-west England": "LOC"},
            id="a region with a small half",
        ),
        pytest.param(
            "Water rose behind the Karumbi dam, and they crossed the Belungo river.",
            {"Karumbi dam": "FAC", "Belungo river": "LOC"},
            id="dams and rivers of no other name",
        ),
        pytest.param(
            "Attorney-General Rose Amani spoke. CS Peter Karanda resigned.",
            {"Rose Amani": "PERSON", "Peter Karanda": "PERSON", "Attorney-General": None},
            id="offices of East Africa",
        ),
        pytest.param(
            "The ship, the Panama-flagged Bright Larnow, hit the Hanasumi Maru No. 8.",
            {"Panama": "GPE", "Bright Larnow": None, "Hanasumi Maru No.": None},
            id="ships by their flag and their last word",
        ),
    ],
)
def test_frames(text: str, wanted: dict[str, str]) -> None:
    names = found(text)
    assert {name: names.get(name) for name in wanted} == wanted


def test_a_body_goes_on_by_its_head_in_capitals() -> None:
    names = found(
        "The Orlan Relief Fund met. Its board said the Fund would pay, and another fund would not.",
        "The Ministry of Roads agreed. On Monday the Ministry and the Bank were closed.",
    )
    assert names["Fund"] == names["Ministry"] == "ORG"
    assert "Bank" not in names


def test_a_head_is_no_name_before_its_body_is_told_nor_in_front_of_of() -> None:
    names = found("On Monday the Fund met. The Orlan Relief Fund is old.", "He was the Fund of all wisdom.")
    assert "Fund" not in names


def test_a_credit_is_no_headline() -> None:
    names = found(
        "(Reporting by Ulla Fenn and Rasim Tevdor; Additional reporting by Uda Perenza; Editing by Bo Fell)"
    )
    assert {"Ulla Fenn", "Rasim Tevdor", "Uda Perenza", "Bo Fell"} <= set(names)


def test_ships_behind_their_noun_are_no_names() -> None:
    assert "Galevra" not in found("The cutter, the Galevra, was hit, and the Galevra sank.")
