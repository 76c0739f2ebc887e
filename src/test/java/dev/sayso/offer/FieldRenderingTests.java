package dev.sayso.offer;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ContentFormat;
import dev.sayso.offer.text.ContentLayout;
import dev.sayso.offer.text.ContentType;
import dev.sayso.offer.text.HtmlSanitizer;
import dev.sayso.offer.text.LinkAddress;
import dev.sayso.offer.text.SampleTexts;
import dev.sayso.offer.text.TextFault;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds that what stands in a field is text or an address wherever a template puts it.
 */
class FieldRenderingTests {

	private static final List<ContentField> FIELDS = List.of(field("heading", "heading", true), field("text", "text"),
			field("image", "image"), field("button", "button"), field("link", "link"));

	private static final ContentLayout LAYOUT = new ContentLayout(FIELDS,
			"""
					<section class="card"><img src="{{fields.image}}" alt="{{fields.heading}}"><h2>{{fields.heading|Hello}}</h2>\
					{{#fields.text}}<p title='{{fields.button}}'>{{fields.text}}</p>{{/fields.text}}\
					<a href="{{fields.link}}">{{fields.button}}</a> <a href="https://a.example/?q={{fields.text}}">more</a></section>""");

	private static final ContentFormat FORMAT = new ContentFormat(ContentType.FIELDS, safe(LAYOUT));

	private final ContentValidator validator = new ContentValidator(SampleTexts.templates());

	@Test
	void noValueBecomesMarkup() {
		String shape = shape(render(Map.of("heading", "a", "text", "b", "button", "c", "link", "/d", "image", "/e")));
		List<String> values = HostileValues.some(400).toList();
		for (int at = 0; at < values.size(); at++) {
			String value = values.get(at);
			String other = values.get((at + 7) % values.size());
			// nothing is filled where a value is blank, so that a letter stands in each
			FilledText filled = fill(Map.of("heading", "{{context.a}}", "text", "{{context.b}}", "button",
					"{{context.a}}", "link", "/{{context.a}}", "image", "/i.png"),
					Map.of("a", "a" + value, "b", "b" + other));
			assertThat(shape(filled.content())).as(value + " " + other).isEqualTo(shape);
			Document page = Jsoup.parseBodyFragment(filled.content());
			assertThat(page.select("h2").text()).as(value).startsWith("a");
			page.select("a, img").forEach((element) -> {
				String address = element.hasAttr("href") ? element.attr("href") : element.attr("src");
				assertThat(address).as(value).matches("(/|https://a\\.example/\\?q=)[\\w.~%-]*");
			});
			assertThat(filled.fields()).as(value).containsKeys("heading", "text", "image", "button", "link");
		}
	}

	@Test
	void whatIsTypedIsTextOrIsRefused() {
		HostileValues.some(400).forEach((value) -> {
			for (ContentField field : FIELDS) {
				Map<String, String> fields = new HashMap<>(Map.of("heading", "x"));
				fields.put(field.key(), "a" + value);
				ContentValidator.Result result = check(fields);
				if (result.isValid()) {
					Document page = Jsoup.parseBodyFragment(
							compile(result.safe()).fill(null, Map.of(), Map.of(), Locale.ENGLISH).content());
					assertThat(page.select("script, [onerror], [onclick], img[src=x]")).as(value).isEmpty();
					page.select("a, img")
						.forEach((element) -> assertThat(
								element.attr("href").isEmpty() || LinkAddress.isLink(element.attr("href")))
							.as(value)
							.isTrue());
				}
			}
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\tscript:x", "data:text/html,x",
			"vbscript:x", "//evil.example/", "/\\evil.example", "https:evil", "https://a@evil.example", " ", "http://",
			"/a b", "{{context.a}}", "https://{{context.a}}.example/", "x:y", "\u200Bjavascript:x" })
	void aLinkLeadsNowhereElse(String link) {
		assertThat(check(Map.of("heading", "x", "link", link)).faults().stream().map(TextFault::field))
			.isSubsetOf("link")
			.hasSize(link.isBlank() ? 0 : 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://a.example/x?y=1&z=2#a", "http://a.example", "/shop", "shop/spring.html", "?a=b",
			"#top", "mailto:ann@a.example", "tel:+3221234567", "https://a.example/{{profile.externalId}}" })
	void aLinkLeadsWhereLinksDo(String link) {
		assertThat(check(Map.of("heading", "x", "link", link)).faults()).isEmpty();
		assertThat(render(Map.of("heading", "x", "link", link))).contains("<a href=\"");
		assertThat(
				Jsoup.parseBodyFragment(render(Map.of("heading", "x", "link", link))).select("a").first().attr("href"))
			.isEqualTo(link.replaceFirst("\\{\\{.*", ""));
	}

	@Test
	void anAddressOfTheRequestIsNoScript() {
		Map<String, String> fields = Map.of("heading", "x", "link", "{{context.a}}");
		String html = fill(fields, Map.of("a", "javascript:alert(1)")).content();
		assertThat(html).doesNotContain("javascript:");
	}

	@ParameterizedTest
	@ValueSource(strings = { "<script>{{fields.text}}</script>", "<a href=\"{{fields.text}}\">x</a>",
			"<a href='{{fields.link}}:x'>x</a>", "<a href='{{fields.link}}{{fields.link}}'>x</a>",
			"<p style=\"color:{{fields.text}}\">x</p>", "<p onclick=\"{{fields.text}}\">x</p>", "<{{fields.text}}>x",
			"<p {{fields.text}}>x</p>", "<iframe src=\"{{fields.link}}\"></iframe>",
			"<a href=\"java{{fields.link}}\">x</a>" })
	void aTemplateHasNoPlaceWhereTextWouldBeCode(String template) {
		assertThat(HtmlSanitizer.clean(new ContentLayout(FIELDS, template)).removed()).isNotEmpty();
	}

	@Test
	void aFieldIsCheckedAtItsPlace() {
		assertThat(check(Map.of("heading", "a\nb", "button", "b".repeat(41), "image", "mailto:a@b.example")).faults())
			.extracting((fault) -> fault.field() + " " + fault.code())
			.containsExactly("heading content.field-line", "image content.field-image", "button content.field-long");
		assertThat(check(Map.of("heading", "{{profile.frstName}}")).faults())
			.extracting((fault) -> fault.field() + " " + fault.code())
			.containsExactly("heading content.field.near");
		assertThat(check(Map.of("button", "b".repeat(40) + "{{profile.firstName|x}}")).faults()).isEmpty();
		ContentValidator.Result result = check(Map.of("heading", "x", "badge", "new"));
		assertThat(result.removed()).containsExactly("badge");
		assertThat(result.safe().fields()).isEqualTo(Map.of("heading", "x"));
	}

	@Test
	void whatIsEmptyIsAbsentAndWhatIsReadIsPersonal() {
		FilledText filled = fill(Map.of("heading", "Hi {{profile.firstName|you}}", "text", "{{profile.lastName}}"),
				Map.of());
		assertThat(filled.fields()).isEqualTo(Map.of("heading", "Hi you"));
		assertThat(filled.content()).contains("<h2>Hi you</h2>").doesNotContain("<p");
		CompiledRepresentation compiled = compile(new Representation("home", "en", "", null, null, false,
				Map.of("heading", "Hi {{profile.firstName|you}}", "text", "{{profile.lastName}}")));
		assertThat(compiled.readsProfile()).isTrue();
		assertThat(compiled.profileNames()).containsExactly("firstName", "lastName");
		assertThat(compiled.requiredNames()).containsExactly("lastName");
		assertThat(compile(new Representation("home", "en", "", null, null, false, Map.of("text", "x", "badge", "y"))))
			.satisfies((one) -> assertThat(one.missing()).containsExactly("Label of heading"))
			.satisfies((one) -> assertThat(one.homeless()).containsExactly("badge"))
			.satisfies((one) -> assertThat(one.readsProfile()).isFalse());
	}

	private static ContentLayout safe(ContentLayout layout) {
		HtmlSanitizer.Result clean = HtmlSanitizer.clean(layout);
		assertThat(clean.removed()).isEmpty();
		return new ContentLayout(layout.fields(), clean.html());
	}

	private static ContentField field(String key, String kind) {
		return field(key, kind, false);
	}

	private static ContentField field(String key, String kind, boolean mandatory) {
		return new ContentField(key, "Label of " + key, kind, mandatory, key.equals("button") ? 40 : 500);
	}

	private String render(Map<String, String> fields) {
		return fill(fields, Map.of()).content();
	}

	private FilledText fill(Map<String, String> fields, Map<String, Object> context) {
		return compile(new Representation("home", "en", "", null, null, false, fields)).fill(null, context, Map.of(),
				Locale.ENGLISH);
	}

	private static CompiledRepresentation compile(Representation representation) {
		return CompiledRepresentation.compile(SampleTexts.templates(), FORMAT, representation, Map.of());
	}

	private ContentValidator.Result check(Map<String, String> fields) {
		return this.validator.check(FORMAT, new Representation("home", "en", "", null, null, false, fields), Map.of());
	}

	/** The elements and the names of their attributes, in their order. */
	private static String shape(String html) {
		return Jsoup.parseBodyFragment(html)
			.select("*")
			.stream()
			.map((element) -> element.tagName() + attributes(element))
			.collect(Collectors.joining(" "));
	}

	private static String attributes(Element element) {
		return element.attributes().asList().stream().map(Attribute::getKey).collect(Collectors.joining(",", "[", "]"));
	}

}
