package dev.sayso.shared;

import java.util.List;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class SlugTests {

	@ParameterizedTest
	@CsvSource(value = { "'', '', false", "'', '  ', false", "'', Spring letter, false", "spring, '', false",
			"'', 春, true", "'', ?!, true", "Bad key, '', true", "-a, Spring, true", "new, Spring, true",
			"'', New, false" })
	void aKeyIsWrongOnlyWhereOneOrTheNameForItIsGiven(String typed, String name, boolean wrong) {
		String slug = Slug.typed(typed, name, List.of("new"));
		assertThat(Slug.isWrong(slug, name, List.of("new"))).isEqualTo(wrong);
	}

}
