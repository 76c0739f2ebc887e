package dev.sayso.landing.visit;

import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.PageBlock;
import dev.sayso.landing.form.PublicFormBody;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicFormView.Option;
import dev.sayso.person.AddressMask;
import dev.sayso.person.Attribute;
import dev.sayso.person.Attributes;

/**
 * The fields of a public form: names are shown as they are known, all else only masked.
 */
@Component
class PublicFormFields {

	private static final Map<String, String> AUTOCOMPLETE = Map.ofEntries(Map.entry("firstName", "given-name"),
			Map.entry("lastName", "family-name"), Map.entry("email", "email"), Map.entry("mobile", "tel"),
			Map.entry("phone", "tel"), Map.entry("street", "street-address"), Map.entry("postalCode", "postal-code"),
			Map.entry("city", "address-level2"), Map.entry("country", "country"), Map.entry("language", "language"),
			Map.entry("birthDate", "bday"));

	/** By language: they take long to sort. */
	private static final Map<Locale, List<Option>> COUNTRIES = new ConcurrentHashMap<>();

	/** What the ids of the fields of a page's form begin with. */
	static final String MAIN = "f-";

	/** The same of the form that stops everything. */
	static final String STOP = "s-";

	private static final List<String> OPEN = List.of("firstName", "lastName", "country", "language");

	private final Attributes attributes;

	private final PublicMessages messages;

	PublicFormFields(Attributes attributes, PublicMessages messages) {
		this.attributes = attributes;
		this.messages = messages;
	}

	/** Whether a field shows what is known, so that leaving it empty takes it back. */
	static boolean shows(String name) {
		return OPEN.contains(name);
	}

	/** A field by the block it stands in. */
	Field field(ShownForm view, PageBlock block, Locale locale) {
		return field(view, block.about(), view.wording().block(block).text(), MAIN, locale);
	}

	/**
	 * @param own its own words, as far as it has some
	 * @param form what ids of its form begin with
	 */
	Field field(ShownForm view, String name, BlockText own, String form, Locale locale) {
		LinkRecipient recipient = view.recipient();
		PublicFormBody typed = view.typed();
		Object known = (recipient != null) ? known(recipient, name) : null;
		String was = (known != null) ? known.toString() : "";
		List<Option> options = options(name, locale);
		String value = chosen((typed != null) ? typed.fields().getOrDefault(name, "") : (shows(name) ? was : ""),
				options);
		String kept = (was.isEmpty() || shows(name)) ? null : masked(name, was);
		boolean stopping = view.stopsAll() && view.page().kind().stopsApart();
		String fault = (stopping == form.equals(STOP)) ? view.faults().get(PublicFormBody.FIELD + name) : null;
		return new Field(form, PublicFormBody.FIELD + name, label(name, own, locale), type(name),
				AUTOCOMPLETE.get(name), value, own.help().isBlank() ? null : own.help(), kept, fault, options);
	}

	private String label(String name, BlockText own, Locale locale) {
		if (!own.label().isBlank()) {
			return own.label();
		}
		return name.startsWith(PageBlock.ATTRIBUTE) ? attribute(name).map(Attribute::label).orElse(name)
				: this.messages.say("public.field." + name, locale);
	}

	/** Whether a field can be filled in: its attribute may be gone. */
	boolean isKnown(String name) {
		return !name.startsWith(PageBlock.ATTRIBUTE) || attribute(name).isPresent();
	}

	private static @Nullable Object known(LinkRecipient recipient, String name) {
		return name.startsWith(PageBlock.ATTRIBUTE)
				? recipient.attributes().get(name.substring(PageBlock.ATTRIBUTE.length()))
				: recipient.profile().details().fields().get(name);
	}

	/** Of a list only what is in it: what somebody invents looks like nothing chosen. */
	private static String chosen(String value, @Nullable List<Option> options) {
		boolean listed = options == null || options.stream().anyMatch((option) -> option.value().equals(value));
		return listed ? value : "";
	}

	private static String masked(String name, String value) {
		return switch (name) {
			case "email" -> AddressMask.email(value);
			case "mobile", "phone", "fax" -> AddressMask.phone(value);
			default -> AddressMask.text(value);
		};
	}

	private String type(String name) {
		return switch (name) {
			case "email" -> "email";
			case "mobile", "phone", "fax" -> "tel";
			case "birthDate" -> "date";
			default -> attribute(name).filter((attribute) -> attribute.type() == Attribute.Type.DATE)
				.map((attribute) -> "date")
				.orElse("text");
		};
	}

	private @Nullable List<Option> options(String name, Locale locale) {
		return switch (name) {
			case "country" -> COUNTRIES.computeIfAbsent(locale, PublicFormFields::countries);
			case "language" -> List.of("en", "fr", "nl", "de", "es", "it", "pt")
				.stream()
				.map((tag) -> new Option(tag, Locale.forLanguageTag(tag).getDisplayLanguage(locale)))
				.toList();
			default -> attribute(name).map((attribute) -> options(attribute, locale)).orElse(null);
		};
	}

	private @Nullable List<Option> options(Attribute attribute, Locale locale) {
		return switch (attribute.type()) {
			case BOOLEAN -> List.of(new Option("true", this.messages.say("public.yes", locale)),
					new Option("false", this.messages.say("public.no", locale)));
			case ONE_OF -> attribute.choices().stream().map((choice) -> new Option(choice, choice)).toList();
			default -> null;
		};
	}

	private Optional<Attribute> attribute(String field) {
		return field.startsWith(PageBlock.ATTRIBUTE)
				? this.attributes.findByName(field.substring(PageBlock.ATTRIBUTE.length())) : Optional.empty();
	}

	private static List<Option> countries(Locale locale) {
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Option(code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
			.sorted(Comparator.comparing(Option::text, Collator.getInstance(locale)))
			.toList();
	}

}
