"""Names in reports on games: rows of results, tables and line-ups, clubs called like their city."""

from __future__ import annotations

import pytest
from found_names import found

GAMES = (
    "Oslin won the soccer match 2-1 after a goalless first half, the goalkeeper said.",
    "Tarvo beat Dunvik in the second half.",
)
"""Makes a document a report on games between clubs."""
LONE = "She won the tennis match in straight sets after saving two match points in the tiebreak."
"""Makes a document a report on games that people play for themselves."""


def sport(*paragraphs: str) -> dict[str, str]:
    """Return the names of paragraphs in a report on games between clubs."""
    return found(*paragraphs, *GAMES)


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        pytest.param("Leeds 2 Derby 1", {"Leeds": "ORG", "Derby": "ORG"}, id="scores"),
        pytest.param(
            "Norway 2 Malta 1", {"Norway": "GPE", "Malta": "GPE"}, id="countries play as themselves"
        ),
        pytest.param("Leeds 10, Bucks 4", {"Leeds": "ORG", "Bucks": "ORG"}, id="an ordinary word"),
        pytest.param(
            "Verona 2-0 Parma (HT 1-0)", {"Verona": "ORG", "Parma": "ORG", "HT": None}, id="tied by a dash"
        ),
        pytest.param("Lyon v Metz (1900)", {"Lyon": "ORG", "Metz": "ORG"}, id="fixture"),
        pytest.param(
            "Other scores: Boston 101, Orlando 92; Detroit 88, Utah 80 (OT).",
            {"Boston": "ORG", "Orlando": "ORG", "Detroit": "ORG", "Utah": "ORG", "OT": None},
            id="results in one line",
        ),
        pytest.param("Leeds 1 Kovarik 34", {"Leeds": "ORG", "Kovarik": "PERSON"}, id="a goal and its minute"),
        pytest.param(
            "Genoa 3 Tellini 12, 90+2, Orsato 60 pen",
            {"Genoa": "ORG", "Tellini": "PERSON", "Orsato": "PERSON"},
            id="goals and their minutes",
        ),
        pytest.param("3. Burnley 10 6 3 1 21 9 21", {"Burnley": "ORG"}, id="a line of a table"),
        pytest.param("Buffalo 8 3 0 .727 299 280", {"Buffalo": "ORG"}, id="wins and losses"),
        pytest.param(
            "Table: Odense 18 points; Metz 13; Rapid 8.",
            {"Odense": "ORG", "Metz": "ORG", "Rapid": "ORG", "Table": None},
            id="a table in one line",
        ),
        pytest.param(
            "Defenders: Ivo Tarrant (Cagliari), Milo Brask (Leeds), Odin Falk",
            {
                "Ivo Tarrant": "PERSON",
                "Cagliari": "ORG",
                "Milo Brask": "PERSON",
                "Leeds": "ORG",
                "Odin Falk": "PERSON",
            },
            id="a squad",
        ),
        pytest.param(
            "Norway: 15-Ivo Tarrant, 14-Milo Brask, 13-Odin Falk, 12-Sander de Wit",
            {"Norway": "GPE", "Ivo Tarrant": "PERSON", "Odin Falk": "PERSON", "Sander de Wit": "PERSON"},
            id="a numbered line-up",
        ),
        pytest.param(
            "Umpires: Ivo Tarrant, Wyn Best. TV umpire: Milo Brask. Referee: Odin Falk",
            {"Ivo Tarrant": "PERSON", "Wyn Best": "PERSON", "Milo Brask": "PERSON", "Odin Falk": "PERSON"},
            id="officials",
        ),
        pytest.param(
            "A. Wood c Lockhart b de Wit 13",
            {"A. Wood": "PERSON", "Lockhart": "PERSON", "de Wit": "PERSON"},
            id="a batsman who is out",
        ),
        pytest.param(
            "Fall of wickets: 1-33 (Wood), 2-51 (Lockhart)",
            {"Wood": "PERSON", "Lockhart": "PERSON"},
            id="wickets",
        ),
        pytest.param(
            "Bowling: Best 4-0-18-1, Wood 3-0-20-0", {"Best": "PERSON", "Wood": "PERSON"}, id="bowlers"
        ),
        pytest.param(
            "No. 3 Clemson 45, No. 12 Utah 10", {"Clemson": "ORG", "Utah": "ORG", "No.": None}, id="ranked"
        ),
        pytest.param(
            "4 Ida Best (Antwerp) 8, Odin Falk (Leeds) 7",
            {"Ida Best": "PERSON", "Antwerp": "ORG", "Odin Falk": "PERSON", "Leeds": "ORG"},
            id="scorers with their clubs",
        ),
        pytest.param("Extras (b-4 lb-6) 17", {"Extras": None}, id="extras are no team"),
    ],
)
def test_rows(row: str, wanted: dict[str, str | None]) -> None:
    names = sport(row)
    assert {name: names.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        pytest.param(
            "1-Rosa Keller (Spain) beat Wood Marsh (U.S.) 6-1 6-2",
            {"Rosa Keller": "PERSON", "Spain": "GPE", "Wood Marsh": "PERSON", "U.S.": "GPE"},
            id="a draw",
        ),
        pytest.param(
            "Ana Ruiz/Ding Lihua (Spain/China) beat Odin Falk/Ida Best (Norway) 7-5 7-5",
            {
                "Ana Ruiz": "PERSON",
                "Ding Lihua": "PERSON",
                "China": "GPE",
                "Ida Best": "PERSON",
                "Norway": "GPE",
            },
            id="doubles",
        ),
        pytest.param(
            "2. Ida Best (SUI) 1:45.02", {"Ida Best": "PERSON", "SUI": "GPE"}, id="codes of countries"
        ),
        pytest.param(
            "4. Odin Falk (Norway) Mercedes 53.403",
            {"Odin Falk": "PERSON", "Norway": "GPE", "Mercedes": "ORG"},
            id="a driver's team",
        ),
        pytest.param("1. Vlaskova 320 points", {"Vlaskova": "PERSON"}, id="a table of people"),
        pytest.param(
            "Teams: 1. Mercedes 540 2. Red Bull 274", {"Mercedes": "ORG", "Red Bull": "ORG"}, id="of teams"
        ),
    ],
)
def test_rows_of_people(row: str, wanted: dict[str, str | None]) -> None:
    names = found(row, LONE)
    assert {name: names.get(name) for name in wanted} == wanted


def test_rows_are_read_in_reports_on_games_only() -> None:
    names = found("Sales 12, Costs 13", "The council counted the votes on Friday: Boston 12 Derby 3")
    assert "Sales" not in names
    assert names.get("Boston") == "GPE"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Freiburg and Lille drew 0-0.", {"Freiburg": "ORG", "Lille": "ORG"}, id="both of a pair"
        ),
        pytest.param(
            "Odin Falk pulled one back at Bristol, who won 3-1 at Parma.", {"Parma": "ORG"}, id="won at"
        ),
        pytest.param("Oslin beat Tarvo 3-1 at Parma.", {"Parma": "GPE"}, id="two clubs at a third place"),
        pytest.param("Odin Falk signed from Leeds.", {"Leeds": "ORG"}, id="signed from"),
        pytest.param("The visitors came by bus from Leeds.", {"Leeds": "GPE"}, id="came by bus from"),
        pytest.param("They drew in Parma with Parma.", {"Parma": "ORG"}, id="the club wins the last word"),
        pytest.param(
            "Odin Falk, born in Leeds, lives in Genoa, Italy.", {"Leeds": "GPE", "Genoa": "GPE"}, id="born in"
        ),
        pytest.param(
            "Oslin play in Tampa, Florida, on Friday.", {"Tampa": "GPE", "Florida": "GPE"}, id="state"
        ),
        pytest.param("The Milan derby drew a crowd.", {"Milan": "GPE"}, id="derby"),
        pytest.param("The Brest winger Odin Falk is out.", {"Brest": "ORG"}, id="the winger of a club"),
        pytest.param("LEEDS, England (AP) - Leeds won.", {"LEEDS": "GPE", "Leeds": "ORG"}, id="dateline"),
        pytest.param("The Barcelona-based group owns it.", {"Barcelona": "GPE"}, id="based"),
        pytest.param("Roma have 18 points.", {"Roma": "ORG"}, id="a club called like a people"),
        pytest.param("Norway lost to Malta.", {"Norway": "GPE", "Malta": "GPE"}, id="countries"),
        pytest.param(
            "Portland Zebras rallied to beat the San Jose Otters 4-3.",
            {"San Jose Otters": "ORG"},
            id="town and animals",
        ),
        pytest.param("Knicks coach Odin Falk left. The Thunder rallied.", {"Thunder": "ORG"}, id="nicknames"),
    ],
)
def test_cities_and_their_clubs(text: str, wanted: dict[str, str]) -> None:
    names = sport(text)
    assert {name: names.get(name) for name in wanted} == wanted


def test_cities_of_other_reports_stay() -> None:
    names = found("Leeds beat Bristol to the contract, and Parma joined Verona in the plan for a tram.")
    assert {names[city] for city in ("Leeds", "Bristol", "Parma", "Verona")} == {"GPE"}


def test_cities_stay_where_people_play_for_themselves() -> None:
    names = found("Ida Best won in Parma and lost at Leeds. Leeds hosts the final.", LONE)
    assert names["Parma"] == names["Leeds"] == "GPE"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Arsenal were held by Jets.", {"Arsenal": "ORG", "Jets": "ORG"}, id="clubs like common words"
        ),
        pytest.param("Reading won 3-0 and went top.", {"Reading": "ORG"}, id="a city like a common word"),
        pytest.param("Reading made him tired.", {"Reading": None}, id="a common word"),
        pytest.param(
            "Sheffield United drew. Here United hit the bar.",
            {"Sheffield United": "ORG", "United": "ORG"},
            id="short",
        ),
        pytest.param("Goals from Brenilho and Odin Falk won it.", {"Brenilho": "PERSON"}, id="goals from"),
        pytest.param("Brenilho was sent off.", {"Brenilho": "PERSON"}, id="sent off"),
        pytest.param("A foul on Brenilho ended it.", {"Brenilho": "PERSON"}, id="foul on"),
        pytest.param("Brenilho's late header won it.", {"Brenilho": "PERSON"}, id="header of"),
        pytest.param("They won at Grobel Center on Friday.", {"Grobel Center": "FAC"}, id="a ground"),
        pytest.param(
            "The Grobel Center for Health said no.", {"Grobel Center for Health": "ORG"}, id="no ground"
        ),
        pytest.param(
            "Leeds signed G Ivo Tarrant from Hull.", {"Ivo Tarrant": "PERSON", "Hull": "ORG"}, id="position"
        ),
        pytest.param(
            "Leeds - Acquired RHP Ivo Tarrant from Hull.",
            {"Ivo Tarrant": "PERSON", "Hull": "ORG"},
            id="a move",
        ),
        pytest.param(
            "They lost in Game 5 in Pool A.", {"Game 5": None, "Pool A": None}, id="told apart by number"
        ),
        pytest.param(
            "West Indies lost to India.", {"West Indies": "GPE"}, id="islands that play as a country"
        ),
    ],
)
def test_words_of_games(text: str, wanted: dict[str, str | None]) -> None:
    names = sport(text)
    assert {name: names.get(name) for name in wanted} == wanted


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("They went top of the Premier League.", "EVENT"),
        ("It was a day of Serie A games.", "EVENT"),
        ("The Premier League said it would pay.", "ORG"),
        ("He was fined by the Premier League.", "ORG"),
        ("The Bundesliga's chief executive resigned.", "ORG"),
    ],
)
def test_leagues_are_played_in_and_act(text: str, kind: str) -> None:
    names = found(text)
    league = next(name for name in ("Premier League", "Serie A", "Bundesliga") if name in text)
    assert names.get(league) == kind


def test_teams_of_drivers_stay_teams() -> None:
    names = found(
        "1. Odin Falk (Norway) Mercedes 53.4",
        "2. Ida Best (Spain) Mercedes 53.8",
        "Mercedes lead the table.",
        LONE,
    )
    assert names["Mercedes"] == "ORG"


def test_drivers_and_teams_of_one_name() -> None:
    race = "He took pole position in the Formula One race and won the Sakhan Grand Prix."
    assert found("Williams, sold in May, lead. Ida Best drives for Mercedes.", race)["Williams"] == "ORG"
    assert found("Venla Williams won. Williams wept.", race)["Williams"] == "PERSON"


def test_tours_move_to_places() -> None:
    names = found("The tour moves to Plenica. Sotherin lost in three sets to Vlaskova.", LONE)
    assert names["Plenica"] != "PERSON"
    assert names["Vlaskova"] == "PERSON"


def test_lone_strange_words_play_for_themselves() -> None:
    names = found("Sotherin saved two match points and Vlaskova lost.", LONE)
    assert names["Sotherin"] == names["Vlaskova"] == "PERSON"


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        pytest.param(
            "Sale edged Parma.", {"Sale": "ORG", "Parma": "ORG"}, id="a common word that beats somebody"
        ),
        pytest.param("Visitors beat Parma.", {"Visitors": None, "Parma": "ORG"}, id="visitors"),
        pytest.param(
            "Coach Anders ten Hove left.", {"Anders ten Hove": "PERSON"}, id="a number that is a particle"
        ),
        pytest.param("Sparta Rotterdam lost.", {"Sparta Rotterdam": "ORG"}, id="a club and its city"),
        pytest.param("They met at the San Paolo stadium.", {"San Paolo": "FAC"}, id="a stadium"),
        pytest.param(
            "Sivanspor lost 2-0 at Grimspor.", {"Sivanspor": "ORG", "Grimspor": "ORG"}, id="lost at"
        ),
        pytest.param(
            "In Dublin, Munster beat Odense.", {"Dublin": "GPE", "Munster": "ORG"}, id="in a city, a club"
        ),
        pytest.param(
            "Al Wendat drew with Kawano Frontana.", {"Kawano Frontana": "ORG"}, id="clubs like people"
        ),
        pytest.param("Then Dean Smith left.", {"Dean Smith": "PERSON"}, id="a title that is a first name"),
        pytest.param(
            "Then Christian Tarvell left.", {"Christian Tarvell": "PERSON"}, id="a faith or first name"
        ),
        pytest.param("Leeds sent Ida Best to Boston for cash.", {"Boston": "ORG"}, id="sent to"),
        pytest.param(
            "The Leeds SoftBank Hawks won.", {"Leeds SoftBank Hawks": "ORG"}, id="a sponsor in between"
        ),
        pytest.param("They play in the GBL on Friday.", {"GBL": "ORG"}, id="a league by its initials"),
        pytest.param(
            "Real Madrid lost. Real must beat Parma.",
            {"Real": "ORG", "Parma": "ORG"},
            id="short at the start",
        ),
        pytest.param("Fred was sent off.", {"Fred": "PERSON"}, id="a first name that looks like a verb"),
        pytest.param("Tarvinho and Pedro Oslinho scored.", {"Tarvinho": "PERSON"}, id="tied to a full name"),
        pytest.param(
            "They won, with Tarvinho hitting two.", {"Tarvinho": "PERSON"}, id="with somebody hitting"
        ),
        pytest.param(
            "RB Leipzig won at Mainz 05.", {"RB Leipzig": "ORG", "Mainz 05": "ORG"}, id="listed with codes"
        ),
        pytest.param("Sotherin's side were poor.", {"Sotherin": "PERSON"}, id="the side of a coach"),
        pytest.param("They met at Gary Best CC on Friday.", {"Gary Best CC": "ORG"}, id="a country club"),
        pytest.param("They saw off Carolina 31-28.", {"Carolina": "ORG"}, id="a first name that is a team"),
        pytest.param(
            "He ran the Delhi Half Marathon.", {"Delhi Half Marathon": "EVENT"}, id="half of a name"
        ),
        pytest.param(
            "Dresna United and West Marven Albion drew.",
            {"Dresna United": "ORG", "West Marven Albion": "ORG"},
            id="two clubs",
        ),
        pytest.param("They lost to Olimpia Milano.", {"Olimpia Milano": "ORG"}, id="a first name and a city"),
        pytest.param("They won at Golden State.", {"Golden State": "ORG"}, id="a state that is a team"),
        pytest.param(
            "In Champions League Group D they drew.", {"Champions League": "EVENT"}, id="the group of a cup"
        ),
        pytest.param("Oslin led by two in Leeds.", {"Leeds": "GPE"}, id="a place stays one"),
    ],
)
def test_more_words_of_games(text: str, wanted: dict[str, str | None]) -> None:
    names = sport(text)
    assert {name: names.get(name) for name in wanted} == wanted


def test_players_of_countries() -> None:
    names = found(
        "Norway beat Malta 3-1 in the soccer match, Vlaskov wasting two chances in the second half.",
        "Spain lost to Ghana, and Vlaskov went home. The goalkeeper stayed.",
    )
    assert names["Vlaskov"] == "PERSON"


def test_reports_known_by_nicknames() -> None:
    names = found(
        "The Lakers and the Nuggets kept their men. Denver re-signed Ivo Tarrant; Boston added Odin Falk."
    )
    assert names["Denver"] == names["Boston"] == "ORG"


def test_schedules() -> None:
    names = found(
        "Orlando at Atlanta, 7 p.m.",
        "Boston at Detroit, 7:30 p.m.",
        "Results: Denver 27, Utah 14",
        "NHL season",
    )
    assert {names.get(team) for team in ("Orlando", "Atlanta", "Boston", "Detroit", "Denver", "Utah")} == {
        "ORG"
    }
