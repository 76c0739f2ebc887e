package dev.sayso.landing.editor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageSamples;
import dev.sayso.landing.PlainPage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Holds that a form says all of a page, and what is wrong with it.
 */
class PageFormParserTests {

	private final PlainPage content = PlainPage.of(PageSamples.complete());

	private final Map<String, String> parts = new HashMap<>(PlainParts.of("News", this.content));

	@Test
	void whatTheFormShowsReadsBackEqual() {
		PageFormParser.Content result = PageFormParser.content(this.parts, this.content);
		assertThat(result.faults()).isEmpty();
		assertThat(result.content()).isEqualTo(this.content);
	}

	@Test
	void aBoxThatIsTakenAwayIsGone() {
		this.parts.put("boxes", "email");
		PlainPage read = PageFormParser.content(this.parts, this.content).content();
		assertThat(read.boxes()).containsExactly(new PageBox("email", BoxMeaning.IN_OR_OUT));
	}

	@Test
	void anyChannelIsNeverInOrOut() {
		this.parts.putAll(Map.of("boxes", "any,email", "meaning.any", "in-or-out"));
		PageFormParser.Content result = PageFormParser.content(this.parts, this.content);
		assertThat(result.faults()).containsEntry("meaning.any", "landing.fault.any");
		assertThat(result.content().boxes()).extracting(PageBox::about).containsExactly("email");
	}

	@Test
	void aChannelThatIsNoneIsRefusedAndOneTwiceIsOne() {
		this.parts.put("boxes", "email,email");
		assertThat(PageFormParser.content(this.parts, this.content).content().boxes()).extracting(PageBox::about)
			.isEqualTo(List.of("email"));
		this.parts.put("boxes", "email,pigeon");
		assertThatThrownBy(() -> PageFormParser.content(this.parts, this.content))
			.hasMessage("a value that no page offers");
	}

	@ParameterizedTest
	@CsvSource({ "name,'',name", "email,nobody,email", "phone,call me,phone", "colour,red,colour",
			"redirect,http://shop.example,redirect", "redirect,javascript:alert(1),redirect",
			"privacyNotice.fr,javascript:alert(1),url", "from,yesterday,time", "timeZone,Mars/Base,timeZone" })
	void whatCannotBeTakenIsSaidAtItsField(String part, String typed, String fault) {
		this.parts.put(part, typed);
		assertThat(PageFormParser.content(this.parts, this.content).faults())
			.containsOnly(Map.entry(part, "landing.fault." + fault));
	}

	@Test
	void itClosesAfterItOpens() {
		this.parts.putAll(Map.of("from", "2026-11-22T10:00", "to", "2026-11-22T10:00"));
		assertThat(PageFormParser.content(this.parts, this.content).faults()).containsOnlyKeys("to");
	}

	@Test
	void aPageIsInOneLanguageAtLeast() {
		this.parts.putAll(Map.of("in.en", "", "in.fr", ""));
		assertThat(PageFormParser.content(this.parts, this.content).faults()).containsOnlyKeys("in.en");
	}

	@Test
	void theLongestTextsFitTheStore() {
		this.parts.replaceAll(
				(name, value) -> name.matches(".*\\.(en|fr)") && !name.startsWith("in.") && !name.startsWith("privacy")
						? "\"".repeat(5000) : value);
		PlainPage read = PageFormParser.content(this.parts, this.content).content();
		assertThat(tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(read)).hasSizeLessThan(60000);
	}

}
