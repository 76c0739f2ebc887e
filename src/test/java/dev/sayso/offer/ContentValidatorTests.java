package dev.sayso.offer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.SampleTexts;
import dev.sayso.offer.text.Template;
import dev.sayso.offer.text.TemplateFaultsTests;
import dev.sayso.offer.text.TextFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what is saved suits its placement, and that what does not is said.
 */
class ContentValidatorTests {

	private static final Map<String, Object> OWN = Map.of("margin", new BigDecimal("0.10000000000000000001"), "rare",
			true, "tier", "gold");

	private final ContentValidator validator = new ContentValidator(SampleTexts.templates());

	@Test
	void aTextIsAnythingButBlank() {
		assertThat(check(ContentType.TEXT, "<b> {{profile.firstName}}").isValid()).isTrue();
		assertThat(codes(check(ContentType.TEXT, " \n"))).containsExactly("content.blank");
		assertThat(codes(check(ContentType.TEXT, "{{x}}"))).containsExactly("content.root");
	}

	@Test
	void htmlIsSavedClean() {
		ContentValidator.Result result = check(ContentType.HTML,
				"<p onclick=x>Hi {{profile.firstName}}<script>x</script>");
		assertThat(result.faults()).isEmpty();
		assertThat(result.safe().content()).isEqualTo("<p>Hi {{profile.firstName}}</p>");
		assertThat(result.removed()).containsExactly("onclick", "script");
		assertThat(codes(check(ContentType.HTML, "<script>x</script>"))).containsExactly("content.nothing");
		assertThat(codes(check(ContentType.HTML, "<b>{{#context.a}}x</b>{{/context.a}}")))
			.containsExactly("content.crossing");
		assertThat(codes(check(ContentType.HTML, "<script>{{#context.a}}</script>x{{/context.a}}"))).isNotEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"a\": [1, true, \"{{profile.firstName}}\"]}", "\"{{context.x}}\"", "42",
			"{\"{{context.key}}\": \"a{{#context.x}}, {{.}}{{#y}}{{/y}}{{/context.x}}\"}",
			"\"\\\\{{context.x|a\"b}}\"" })
	void jsonMayHaveTagsInStrings(String json) {
		assertThat(check(ContentType.JSON, json).faults()).isEmpty();
		Template text = SampleTexts.templates().compile(ContentType.JSON, json, null);
		JsonMapper mapper = JsonMapper.builder().build();
		HostileValues.some(500)
			.forEach((value) -> mapper.readTree(text.render(SampleTexts.person(Map.of("firstName", value)),
					Map.of("x", value, "key", value), Map.of(), java.util.Locale.ENGLISH)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~',
			textBlock = """
					{"a": {{profile.attributes.points}}, "b": {{profile.attributes.member}}} ! {"a": 120.500, "b": true}
					[{{profile.attributes.points}},{{offer.attributes.margin}},{{offer.attributes.rare}}] ! [120.500,0.10000000000000000001,true]
					{{profile.attributes.points|0}} ! 120.500
					{"{{context.a}}": 1, "{{context.b}}": {{profile.attributes.points|-1.5}}} ! {"": 1, "": 120.500}
					""")
	void aNumberOrBooleanMayStandInJsonAsOne(String json, String filled) {
		assertThat(check(ContentType.JSON, json).faults()).isEmpty();
		Template text = SampleTexts.templates().compile(ContentType.JSON, json, null);
		Map<String, Object> offer = Map.of("attributes", OWN);
		assertThat(text.render(
				SampleTexts.person(Map.of("attributes.points", new BigDecimal("120.500"), "attributes.member", true)),
				Map.of(), offer, java.util.Locale.FRENCH))
			.isEqualTo(filled);
		assertThat(text.render(null, Map.of(), offer, java.util.Locale.FRENCH))
			.isEqualTo(filled.replace("120.500", json.contains("|0") ? "0" : json.contains("|-1.5") ? "-1.5" : "null")
				.replace("\"b\": true", "\"b\": null"));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
			{"a": {{context.x}}} ! content.json.outside
			[{{#context.x}}1{{/context.x}}] ! content.json.outside
			{"a": "{{#context.x}}", "b": "{{/context.x}}"} ! content.json.crossing
			{"a": "\\{{context.x}}"} ! content.json
			{"a": "\\u00{{context.x}}"} ! content.json
			{"a": 1,} ! content.json
			{"a": 1} 2 ! content.json
			{a: 1} ! content.json
			{"a": 1, "a": 2} ! content.json.twice
			{"b": [{"x": 1, "y": {"x": 2}, "\\u0078": 3}]} ! content.json.twice
			{"{{context.k}}": 1, "{{context.k}}": 2} ! content.json.twice
			{"a": {{profile.firstName}}} ! content.json.outside
			{"a": {{profile.birthDate}}} ! content.json.outside
			{"a": {{offer.attributes.tier}}} ! content.json.outside
			{"a": {{profile.attributes.points|none}}} ! content.json.outside
			{"a": -{{profile.attributes.points}}} ! content.json
			{"a": 1{{profile.attributes.points}}} ! content.json
			{"a": {{profile.attributes.points}}.5} ! content.json
			{"a": {{profile.attributes.points}}{{profile.attributes.points}}} ! content.json
			{{{profile.attributes.points}}: 1} ! content.unclosed
			{ {{profile.attributes.points}}: 1} ! content.json
			""")
	void jsonThatCouldBreakIsRefused(String json, String code) {
		assertThat(codes(check(ContentType.JSON, json))).isNotEmpty().containsOnly(code);
	}

	@Test
	void wrongJsonIsToldWithItsPlace() {
		TextFault fault = check(ContentType.JSON, "{\n \"a\": \"{{profile.firstName}}\" x}").faults().get(0);
		assertThat(TemplateFaultsTests.words(fault)).isEqualTo("This is no JSON: look at line 2, column 31.");
	}

	@Test
	void anImageHasAnAddressAndWords() {
		ContentValidator.Result result = image("https://x.example/{{profile.externalId}}.png", "{{offer.name}}", " ");
		assertThat(result.faults()).isEmpty();
		assertThat(result.safe().link()).isNull();
		assertThat(codes(image("https://x.example/a.png", " ", "ftp://x"))).containsExactly("content.alt",
				"content.link");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/a.png", "//x.example/a", "javascript:alert(1)", "data:image/png;base64,x",
			"{{context.x}}", "https://{{context.x}}/a", "https://x.example{{context.x}}", "https://a b/", "https:///a",
			"https://x.example/\"onerror=", "https://a@b/" })
	void anAddressLeadsWhereItSays(String address) {
		assertThat(codes(image(address, "x", null))).hasSize(1)
			.allMatch(List.of("content.image", "content.host")::contains);
		assertThat(codes(image("https://x.example/", "x", address))).hasSize(1)
			.allMatch(List.of("content.link", "content.host")::contains);
	}

	private ContentValidator.Result image(String address, String alt, @Nullable String link) {
		return this.validator.check(ContentFormat.of(ContentType.IMAGE_LINK),
				new Representation("home", "en", address, alt, link), OWN);
	}

	private ContentValidator.Result check(ContentType type, String content) {
		return this.validator.check(ContentFormat.of(type), new Representation("home", "en", content, null, null), OWN);
	}

	private static List<String> codes(ContentValidator.Result result) {
		return result.faults().stream().map(TextFault::code).toList();
	}

}
