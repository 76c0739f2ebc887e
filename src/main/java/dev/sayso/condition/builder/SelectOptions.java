package dev.sayso.condition.builder;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;

/**
 * What a menu offers, drawn once for all lines that have it: a condition may have
 * hundreds of lines, each with hundreds of countries, and the template would take seconds
 * to draw each of them by itself.
 *
 * @param html the options, none of them chosen
 */
record SelectOptions(List<BuilderView.Choice> choices, String html) {

	static final SelectOptions NONE = new SelectOptions(List.of(), "");

	static SelectOptions of(List<BuilderView.Choice> choices) {
		return new SelectOptions(choices,
				choices.stream()
					.map((choice) -> begin(choice.value(), "") + HtmlUtils.htmlEscape(choice.label()) + "</option>")
					.collect(Collectors.joining()));
	}

	/** The same under a heading. */
	SelectOptions under(String title) {
		return new SelectOptions(this.choices,
				"<optgroup label=\"" + HtmlUtils.htmlEscape(title) + "\">" + this.html + "</optgroup>");
	}

	SelectOptions and(SelectOptions others) {
		return new SelectOptions(Stream.concat(this.choices.stream(), others.choices.stream()).toList(),
				this.html + others.html);
	}

	boolean has(String value) {
		return this.choices.stream().anyMatch((choice) -> choice.value().equals(value));
	}

	/** As HTML, with this value chosen where it is offered. */
	String choosing(String value) {
		return this.html.replace(begin(value, ""), begin(value, " selected"));
	}

	/** The option of this value alone, chosen; nothing where it is not offered. */
	String only(String value) {
		return this.choices.stream()
			.filter((choice) -> choice.value().equals(value))
			.findFirst()
			.map((choice) -> of(List.of(choice)).choosing(value))
			.orElse("");
	}

	private static String begin(String value, String chosen) {
		return "<option value=\"" + HtmlUtils.htmlEscape(value) + "\"" + chosen + ">";
	}

}
