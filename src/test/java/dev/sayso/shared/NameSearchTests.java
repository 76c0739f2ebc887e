package dev.sayso.shared;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class NameSearchTests {

	private static final UUID ID = UUID.fromString("01890000-0000-7000-8000-00000000abcd");

	private final List<Thing> things = List.of(new Thing("Une très belle été", "a"), new Thing("Grétel", "b"),
			new Thing("Winter", "late-ete"), new Thing("Sommer", "musketeer"), new Thing("Grand-Été 2026", "c"),
			new Thing("Été en tête", "d"), new Thing("100 % \"straw\" & co", "percent"));

	private final NameSearch search = NameSearch.of("offers", "tag", this.things::stream);

	record Thing(String name, String slug) implements Named {

		@Override
		public UUID id() {
			return this.slug.equals("percent") ? ID : UUID.nameUUIDFromBytes(this.slug.getBytes());
		}

	}

	@Test
	void whatBeginsWithItStandsFirst() {
		assertThat(found("ETE")).containsExactly("Été en tête", "Une très belle été", "Grand-Été 2026", "Winter",
				"Grétel", "Sommer");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			belle une | Une très belle été
			tres bel  | Une très belle été
			2026 gr   | Grand-Été 2026
			winter late | Winter
			100 %     | 100 % "straw" & co
			""")
	void eachWordHasToBeInTheNameOrTheKey(String typed, String name) {
		assertThat(found(typed)).containsExactly(name);
	}

	@ParameterizedTest
	@CsvSource({ "belle winter", "_", "ete.", "01890000-0000-7000-8000-00000000abce" })
	void whatNothingHasIsNotFound(String typed) {
		assertThat(this.search.search(typed, 8)).isEqualTo(SearchProvider.Hits.NONE);
	}

	@ParameterizedTest
	@CsvSource({ "late, key, late-ete", "MUSK, key, musketeer", "sommer musk, key, musketeer",
			"01890000-0000-7000-8000-00000000ABCD, id, 01890000-0000-7000-8000-00000000abcd", "winter, , late-ete" })
	void whatWasFoundOtherThanTheNameIsTold(String typed, String field, String detail) {
		assertThat(this.search.search(typed, 8).best()).singleElement()
			.extracting(SearchProvider.Hit::field, SearchProvider.Hit::detail)
			.containsExactly(field, detail);
	}

	@Test
	void aWholeKeyStandsBeforeKeysThatBeginWithIt() {
		NameSearch keys = NameSearch.of("offers", "tag",
				() -> Stream.of(new Thing("A", "demo-120"), new Thing("B", "my-demo-12"), new Thing("C", "demo-12")));
		assertThat(keys.search("demo-12", 8).best()).extracting(SearchProvider.Hit::name)
			.containsExactly("C", "A", "B");
	}

	@Test
	void theRestIsCounted() {
		SearchProvider.Hits hits = this.search.search("ete", 2);
		assertThat(hits.count()).isEqualTo(6);
		assertThat(hits.best()).hasSize(2).first().extracting(SearchProvider.Hit::href).isEqualTo("/offers/d");
	}

	private Stream<String> found(String typed) {
		return this.search.search(typed, 8).best().stream().map(SearchProvider.Hit::name);
	}

}
