package dev.sayso.offer.text;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Holds that what is wrong with a text is said, with its name and its line.
 */
public class TemplateFaultsTests {

	private final Templates templates = SampleTexts.templates();

	@ParameterizedTest
	@CsvSource(delimiter = '!', quoteCharacter = '~', textBlock = """
			{{profile.firstname}} ! There is no firstname; did you mean firstName? (line 1)
			{{#profile.Point}}{{/profile.Point}} ! There is no Point; did you mean attributes.points? (line 1)
			{{profile.shoe}} ! There is no shoe of a person (line 1).
			{{offer.attributes.teir}} ! The offer has no attribute teir; did you mean tier? (line 1)
			{{offer.price}} ! Of an offer there are only offer.name and offer.attributes.…, no price (line 1).
			{{name}} ! name in line 1: a name begins with profile., context. or offer.
			{{}} ! {{}} in line 1 names nothing.
			{{.}} ! {{.}} in line 1 names nothing.
			{{context.a b}} ! {{context.a b}} in line 1 names nothing.
			{{> footer}} ! {{> footer}} in line 1: other texts cannot be included.
			{{{context.x}}} ! {{{context.x}}} in line 1: values are always escaped. Use two braces.
			{{&context.x}} ! {{&context.x}} in line 1: values are always escaped. Use two braces.
			{{=<% %>=}} ! {{=<% %>=}} in line 1: the braces cannot be exchanged for other signs.
			{{#context.x}} ! {{#context.x}} in line 1 is never closed.
			{{/context.x}} ! {{/context.x}} in line 1 closes nothing that is open there.
			Hello {{context.x ! {{ in line 1 has no closing braces.
			""")
	void whatIsWrongIsSaidInWords(String text, String words) {
		assertThat(faults(text)).first().extracting(TemplateFaultsTests::words).isEqualTo(words);
	}

	@Test
	void everyFaultIsToldWithItsLine() {
		List<TextFault> faults = faults("a\n{{x}}\n\n{{#context.a}}{{#context.b}}{{/context.a}}\n{{profile.y}}");
		assertThat(faults).extracting(TextFault::code)
			.containsExactly("content.root", "content.close", "content.field", "content.open", "content.open");
		assertThat(faults).extracting((fault) -> fault.details().get(0)).containsExactly(2, 4, 5, 4, 4);
	}

	@Test
	void aTextHasItsLimits() {
		String deep = "{{#context.a}}".repeat(21) + "{{/context.a}}".repeat(21);
		assertThat(faults(deep)).extracting(TextFault::code).containsExactly("content.deep");
		assertThat(faults("x".repeat(100_001))).extracting(TextFault::code).containsExactly("content.long");
		assertThat(faults("{{#a}}".repeat(10_000))).isNotEmpty();
	}

	@Test
	void namesOfItemsAreForSectionsAlone() {
		assertThat(faults("{{#context.a}}{{name}}{{.}}{{/context.a}}")).isEmpty();
		assertThat(faults("{{^context.a}}{{name}}{{/context.a}}")).hasSize(1);
	}

	@Test
	void anythingIsAcceptedAsAnAttributeWhereNoneIsKnown() {
		assertThat(this.templates.compile(ContentType.TEXT, "{{offer.attributes.any}}", null)).isNotNull();
		assertThatThrownBy(() -> this.templates.compile(ContentType.TEXT, "{{offer.attributes.any}}", Map.of()))
			.isInstanceOf(InvalidTemplateException.class);
	}

	private List<TextFault> faults(String text) {
		InvalidTemplateException bad = catchThrowableOfType(InvalidTemplateException.class,
				() -> this.templates.compile(ContentType.TEXT, text, Map.of("tier", "gold")));
		return (bad != null) ? bad.faults() : List.of();
	}

	public static String words(TextFault fault) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/offer-text");
		messages.setDefaultEncoding("UTF-8");
		return messages.getMessage(fault.key(), fault.args(), java.util.Locale.ENGLISH);
	}

}
