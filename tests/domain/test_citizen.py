from tests.builders import a_citizen


def test_a_name_is_spoken_given_names_first_and_listed_family_name_first() -> None:
    citizen = a_citizen(given_names=" Rima Nour ", family_name=" Al-Hassan ")

    assert citizen.full_name == "Rima Nour Al-Hassan"
    assert citizen.sort_name == "Al-Hassan, Rima Nour"
