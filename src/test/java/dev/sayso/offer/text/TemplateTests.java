package dev.sayso.offer.text;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.offer.HostileValues;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * Holds that a text says what it names, and that a value stays a value.
 */
class TemplateTests {

	private final Templates templates = SampleTexts.templates();

	@Test
	void aTextWithoutTagsIsItself() {
		String text = "Hello { there }";
		assertThat(
				this.templates.compile(ContentType.TEXT, text, null).render(null, Map.of(), Map.of(), Locale.ENGLISH))
			.isSameAs(text);
		assertThat(SampleTexts.fill(ContentType.TEXT, "{{! a note }}")).isEmpty();
	}

	@Test
	void whatIsKnownIsFilledIn() {
		assertThat(SampleTexts.fill(ContentType.TEXT,
				"{{profile.firstName}} {{ context.cart.total }} {{offer.name}} {{offer.attributes.tier}}",
				Map.of("cart", Map.of("total", 12.50))))
			.isEqualTo("Ann 12.5 Spring sale gold");
	}

	@Test
	void whatIsMissingIsEmptyOrWhatStandsForIt() {
		assertThat(SampleTexts.fill(ContentType.TEXT, "[{{profile.lastName}}{{context.a.b.c}}]")).isEqualTo("[]");
		assertThat(SampleTexts.fill(ContentType.TEXT, "Hi {{profile.lastName|there}}, {{context.x | a|b }}"))
			.isEqualTo("Hi there, a|b");
		assertThat(SampleTexts.fill(ContentType.TEXT, "{{context.x|y}}", Map.of("x", " "))).isEqualTo("y");
		assertThat(this.templates.compile(ContentType.TEXT, "{{profile.firstName|you}}", null)
			.render(null, Map.of(), Map.of(), Locale.ENGLISH)).isEqualTo("you");
	}

	@Test
	void thePathOfAPictureIsCompletedWithTheAddressOfThisDeployment() {
		String path = "/images/" + "0a".repeat(16) + ".png";
		String address = "https://sayso.example" + path;
		assertThat(SampleTexts.fill(ContentType.IMAGE_LINK, path)).isEqualTo(address);
		assertThat(SampleTexts.fill(ContentType.HTML, "<p>{{context.x|y}}</p><img src=\"" + path + "\"><b>z</b>"))
			.isEqualTo("<p>y</p><img src=\"" + address + "\"><b>z</b>");
		assertThat(SampleTexts.fill(ContentType.JSON, "{\"image\": \"" + path + "\"}"))
			.isEqualTo("{\"image\": \"" + address + "\"}");
		for (String other : List.of("https://other.example" + path, "/images/1.png", path + "x")) {
			assertThat(SampleTexts.fill(ContentType.HTML, "<img src=\"" + other + "\">")).contains("\"" + other + "\"");
		}
	}

	@Test
	void aDefaultIsAValueLikeAnother() {
		assertThat(SampleTexts.fill(ContentType.HTML, "<p>{{context.x|<b>&amp;}}</p>"))
			.isEqualTo("<p>&lt;b&gt;&amp;</p>");
	}

	@Test
	void numbersBooleansAndDaysAreWrittenAsPeopleReadThem() {
		assertThat(SampleTexts.fill(ContentType.TEXT,
				"{{profile.attributes.points}} {{profile.attributes.member}} {{context.big}} {{context.all}}",
				Map.of("big", new BigDecimal("1E+3"), "all", List.of(1, "b", 2.0))))
			.isEqualTo("120.5 yes 1000 1, b, 2");
		Template days = this.templates.compile(ContentType.TEXT, "{{profile.birthDate}}, {{profile.createdAt}}", null);
		assertThat(render(days, Locale.ENGLISH)).isEqualTo("1 March 1990, 1 April 2026");
		assertThat(render(days, Locale.FRENCH)).isEqualTo("1er mars 1990, 1er avril 2026");
		assertThat(render(days, Locale.forLanguageTag("nl"))).isEqualTo("1 maart 1990, 1 april 2026");
		assertThat(SampleTexts.fill(ContentType.JSON, "\"{{profile.birthDate}}\"")).isEqualTo("\"1990-03-01\"");
		assertThat(SampleTexts.fill(ContentType.TEXT, "{{context.n}}", Map.of("n", new BigDecimal("1E+999999999"))))
			.hasSizeLessThan(20);
	}

	@Test
	void yesAndNoAreWrittenInTheLanguageOfTheText() {
		Template text = this.templates.compile(ContentType.TEXT,
				"{{profile.attributes.member}}/{{context.no}}/{{context.all}}", null);
		Map<String, String> words = Map.of("en", "yes/no/yes, no", "fr-BE", "oui/non/oui, non", "nl", "ja/nee/ja, nee",
				"de", "ja/nein/ja, nein", "pl", "tak/nie/tak, nie", "tlh", "yes/no/yes, no", "", "yes/no/yes, no");
		words.forEach((language,
				written) -> assertThat(text.render(SampleTexts.ann(), Map.of("no", false, "all", List.of(true, false)),
						SampleTexts.OFFER, Locale.forLanguageTag(language)))
					.as(language)
					.isEqualTo(written));
	}

	@Test
	void machinesReadTrueAndFalse() {
		for (String text : List.of("{\"a\": {{profile.attributes.member}}}",
				"{\"a\": \"{{profile.attributes.member}}\"}")) {
			assertThat(this.templates.compile(ContentType.JSON, text, null)
				.render(SampleTexts.ann(), Map.of(), SampleTexts.OFFER, Locale.FRENCH)).contains("true");
		}
		assertThat(this.templates
			.compile(ContentType.IMAGE_LINK, "https://a.example/?m={{profile.attributes.member}}", null)
			.render(SampleTexts.ann(), Map.of(), SampleTexts.OFFER, Locale.FRENCH)).endsWith("m=true");
	}

	/** Unicode's language of no language would write {@code 1990 Mar 1}. */
	@Test
	void daysAreWrittenInWordsWhateverLanguageIsRead() {
		Template days = this.templates.compile(ContentType.TEXT, "{{profile.birthDate}}", null);
		for (String language : new String[] { "", "tlh", "und", "xx-YY" }) {
			assertThat(render(days, Locale.forLanguageTag(language))).as(language).isEqualTo("1 March 1990");
		}
		assertThat(render(days, Locale.forLanguageTag("de-AT"))).isEqualTo("1. März 1990");
	}

	@Test
	void sectionsShowWhereThereIsAValueAndForEachOfAList() {
		String text = "{{#profile.attributes.member}}Member{{/profile.attributes.member}}"
				+ "{{^profile.lastName}} without a name{{/profile.lastName}}"
				+ "{{#context.items}} {{name}}={{price.now}}{{#tags}}/{{.}}{{name}}{{/tags}}{{/context.items}}"
				+ "{{#context.none}}no{{/context.none}}{{^context.none}}.{{/context.none}}";
		assertThat(SampleTexts.fill(ContentType.TEXT, text,
				Map.of("items",
						List.of(Map.of("name", "a", "price", Map.of("now", 1), "tags", List.of("x", "y")),
								Map.of("name", "b")),
						"none", List.of())))
			.isEqualTo("Member without a name a=1/xa/ya b=.");
	}

	@Test
	void aLineThatOnlyHoldsATagVanishesFromText() {
		assertThat(SampleTexts.fill(ContentType.TEXT,
				"Yours:\r\n{{#context.items}}\n  {{! each }}\r\n- {{.}}\n{{/context.items}}\nBye",
				Map.of("items", List.of("a", "b"))))
			.isEqualTo("Yours:\r\n- a\n- b\nBye");
	}

	@Test
	void whatItReadsIsKnown() {
		Template text = this.templates.compile(ContentType.TEXT,
				"{{profile.firstName}}{{#context.cart.items}}{{name}}{{/context.cart.items}}{{context.x}}", null);
		assertThat(text.readsProfile()).isTrue();
		assertThat(text.profileNames()).containsExactly("firstName");
		assertThat(text.parts()).containsExactly(SampleTexts.Known.class);
		assertThat(this.templates.compile(ContentType.TEXT, "{{context.x}}", null).readsProfile()).isFalse();
	}

	@Test
	void valuesStayStringsInJson() {
		JsonMapper json = JsonMapper.builder().build();
		Template text = this.templates.compile(ContentType.JSON, "{\"a\":{\"b\":\"x {{context.x}} y\"}}", null);
		HostileValues.some(5000).forEach((value) -> {
			String filled = render(text, Map.of("x", value));
			assertThat(json.readTree(filled).get("a").get("b").asString()).isEqualTo("x " + value + " y");
			assertThat(filled).doesNotContain("<", "\u2028");
		});
	}

	@Test
	void valuesStayTextInHtml() {
		String html = HtmlSanitizer.clean("<p title=\"{{context.x}}\">{{context.x}}</p>").html();
		Template text = this.templates.compile(ContentType.HTML, html, null);
		HostileValues.some(5000).forEach((value) -> {
			String filled = render(text, Map.of("x", value));
			String marks = filled.replaceAll("[^<>\"'`{]", "");
			assertThat(marks).as(filled).isEqualTo("<\"\"><>");
			HtmlSanitizer.Result again = HtmlSanitizer.clean(filled);
			assertThat(again.removed()).as(filled).isEmpty();
		});
	}

	@Test
	void valuesStayPartsOfAnAddress() {
		Template image = this.templates.compile(ContentType.IMAGE_LINK,
				"https://x.example/{{context.x}}.png?{{context.x}}", null);
		Template link = this.templates.compile(ContentType.HTML,
				"<a href=\"https://x.example/?a={{context.x}}\" title=\"{{context.x}}\">{{context.x}}</a>", null);
		HostileValues.some(2000).forEach((value) -> {
			assertThat(render(image, Map.of("x", value))).matches("https://x\\.example/[\\w%.~-]+\\.png\\?[\\w%.~-]+");
			assertThat(render(link, Map.of("x", value)))
				.matches("(?s)<a href=\"https://x\\.example/\\?a=[\\w%.~-]+\" title=\"[^\"<>]*\">[^\"<>]*</a>");
		});
		assertThat(SampleTexts.fill(ContentType.HTML, link("{{profile.externalId}}"))).isEqualTo(link("a%26b%3Dc"));
		assertThat(SampleTexts.fill(ContentType.IMAGE_LINK, "{{context.x}}", Map.of("x", "é€")))
			.isEqualTo("%C3%A9%E2%82%AC");
	}

	@Test
	void aTextDoesNotGrowWithoutEnd() {
		List<Integer> many = Collections.nCopies(2000, 1);
		Template wordy = this.templates.compile(ContentType.TEXT,
				"{{#context.a}}{{#context.a}}x{{/context.a}}{{/context.a}}", null);
		Template silent = this.templates.compile(ContentType.TEXT,
				"{{#context.a}}{{#context.a}}{{#context.a}}" + "{{/context.a}}{{/context.a}}{{/context.a}}", null);
		assertThatThrownBy(() -> render(wordy, Map.of("a", many))).isInstanceOf(TextTooLongException.class);
		assertThatThrownBy(() -> render(silent, Map.of("a", many))).isInstanceOf(TextTooLongException.class);
	}

	@Test
	void manyThreadsFillTheSameText() {
		Template text = this.templates.compile(ContentType.TEXT,
				"{{#context.items}}{{name}}{{profile.firstName}},{{/context.items}}", null);
		assertThat(IntStream.range(0, 20_000)
			.parallel()
			.allMatch((at) -> render(text, Map.of("items", List.of(Map.of("name", at), Map.of("name", -at))))
				.equals(at + "Ann," + -at + "Ann,")))
			.isTrue();
	}

	@Test
	void daysOfNobodyAreThoseOfTheContext() {
		assertThat(this.templates.compile(ContentType.TEXT, "{{context.day}}", null)
			.render(null, Map.of("day", LocalDate.of(2026, 12, 24)), Map.of(), Locale.US))
			.isEqualTo("December 24, 2026");
	}

	private static String link(String value) {
		return "<a href=\"https://x.example/?a=" + value + "\">x</a>";
	}

	private static String render(Template text, Map<String, Object> context) {
		return text.render(SampleTexts.ann(), context, SampleTexts.OFFER, Locale.ENGLISH);
	}

	private static String render(Template text, Locale language) {
		return text.render(SampleTexts.ann(), Map.of(), SampleTexts.OFFER, language);
	}

}
