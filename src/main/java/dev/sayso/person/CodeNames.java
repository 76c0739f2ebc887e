package dev.sayso.person;

import java.text.Collator;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.web.util.HtmlUtils;

/**
 * Countries, languages and time zones under their names in the reader's language. The
 * options of a menu are written once per language: they are hundreds, and on every
 * person's page.
 *
 * @param countries options of a menu, as HTML
 * @param languages options of a menu, as HTML
 * @param zones options of a menu, as HTML
 */
public record CodeNames(Locale reader, List<Option> countryOptions, List<Option> languageOptions, String countries,
		String languages, String zones) {

	/** The time zones, by their own names in every language. */
	static final List<Option> ZONES = zoneNames();

	private static final Map<Locale, CodeNames> BY_READER = new ConcurrentHashMap<>();

	public static CodeNames in(Locale reader) {
		return BY_READER.computeIfAbsent(Locale.forLanguageTag(reader.getLanguage()), CodeNames::write);
	}

	public String country(String code) {
		return Locale.forLanguageTag("und-" + code).getDisplayCountry(this.reader);
	}

	/** The name of a language such as {@code fr} or {@code fr-BE}. */
	public String language(String tag) {
		String name = Locale.forLanguageTag(tag).getDisplayName(this.reader);
		return name.isEmpty() ? name : name.substring(0, 1).toUpperCase(this.reader) + name.substring(1);
	}

	private static CodeNames write(Locale reader) {
		CodeNames names = new CodeNames(reader, List.of(), List.of(), "", "", "");
		List<Option> countries = named(Arrays.stream(Locale.getISOCountries()), names::country, reader);
		List<Option> languages = named(Arrays.stream(Locale.getISOLanguages()), names::language, reader);
		return new CodeNames(reader, countries, languages, options(countries), options(languages), options(ZONES));
	}

	private static List<Option> named(Stream<String> codes, UnaryOperator<String> name, Locale reader) {
		Collator order = Collator.getInstance(reader);
		return codes.map((code) -> new Option(code, name.apply(code)))
			.filter((option) -> !option.label().equalsIgnoreCase(option.value()))
			.sorted(Comparator.comparing(Option::label, order))
			.toList();
	}

	private static List<Option> zoneNames() {
		return Stream
			.concat(Stream.of("UTC"),
					ZoneId.getAvailableZoneIds()
						.stream()
						.filter((id) -> id
							.matches("(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+"))
						.sorted())
			.map((id) -> new Option(id, id.replace('_', ' ')))
			.toList();
	}

	private static String options(List<Option> options) {
		return options.stream()
			.map((option) -> "<option value=\"" + option.value() + "\">" + HtmlUtils.htmlEscape(option.label())
					+ "</option>")
			.collect(Collectors.joining());
	}

	record Option(String value, String label) {

	}

}
