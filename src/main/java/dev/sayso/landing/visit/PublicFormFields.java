package dev.sayso.landing.visit;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.AddressMask;
import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.PublishedPage;
import dev.sayso.landing.visit.PublicFormView.Box;
import dev.sayso.landing.visit.PublicFormView.Field;
import dev.sayso.landing.visit.PublicFormView.Group;
import dev.sayso.landing.visit.PublicFormView.Option;
import dev.sayso.landing.visit.PublicPageRenderer.Piece;

/**
 * The fields of a public form: names are shown as they are known, addresses only masked.
 * And its checkboxes: ticked as the person said, or as somebody sent them.
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

	private static final List<String> OPEN = List.of("firstName", "lastName", "country", "language");

	private final PublicPageRenderer renderer;

	private final PublicMessages messages;

	PublicFormFields(PublicPageRenderer renderer, PublicMessages messages) {
		this.renderer = renderer;
		this.messages = messages;
	}

	/** Whether a field shows what is known, so that leaving it empty takes it back. */
	static boolean shows(String name) {
		return OPEN.contains(name);
	}

	static List<Field> of(PublishedPage page, @Nullable LinkRecipient recipient, @Nullable PublicFormBody typed,
			Map<String, String> faults, Locale locale) {
		Map<String, Object> known = (recipient != null) ? recipient.profile().details().fields() : Map.of();
		return page.fieldsFor(recipient != null)
			.stream()
			.map((name) -> field(name, known.get(name), typed, faults.get(PublicFormBody.FIELD + name), locale))
			.toList();
	}

	private static Field field(String name, @Nullable Object known, @Nullable PublicFormBody typed,
			@Nullable String fault, Locale locale) {
		String was = (known != null) ? known.toString() : "";
		List<Option> options = options(name, locale);
		String value = chosen((typed != null) ? typed.fields().getOrDefault(name, "") : (shows(name) ? was : ""),
				options);
		String kept = (was.isEmpty() || shows(name)) ? null : masked(name, was);
		return new Field(PublicFormBody.FIELD + name, "public.field." + name, type(name), AUTOCOMPLETE.get(name), value,
				kept, fault, options);
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

	private static String type(String name) {
		return switch (name) {
			case "email" -> "email";
			case "mobile", "phone", "fax" -> "tel";
			case "birthDate" -> "date";
			default -> "text";
		};
	}

	private static @Nullable List<Option> options(String name, Locale locale) {
		return switch (name) {
			case "country" -> COUNTRIES.computeIfAbsent(locale, PublicFormFields::countries);
			case "language" -> List.of("en", "fr", "nl", "de", "es", "it", "pt")
				.stream()
				.map((tag) -> new Option(tag, Locale.forLanguageTag(tag).getDisplayLanguage(locale)))
				.toList();
			default -> null;
		};
	}

	private static List<Option> countries(Locale locale) {
		return Arrays.stream(Locale.getISOCountries())
			.map((code) -> new Option(code, new Locale.Builder().setRegion(code).build().getDisplayCountry(locale)))
			.sorted(Comparator.comparing(Option::text, Collator.getInstance(locale)))
			.toList();
	}

	List<Box> boxes(PublicFormPage.View view, Locale locale) {
		ShownChoices shown = (view.recipient() != null)
				? ShownChoices.of(view.recipient().say(), view.page().boxes().keySet()) : ShownChoices.NOTHING;
		List<Box> boxes = new ArrayList<>();
		view.page().boxes().forEach((purpose, meaning) -> {
			if (asks(view, meaning)) {
				boxes.add(box(view, purpose, meaning, shown, locale));
			}
		});
		return boxes;
	}

	/** A page that is over takes no visitor in, and asks them nothing of the kind. */
	private static boolean asks(PublicFormPage.View view, BoxMeaning meaning) {
		return view.recipient() != null || !view.page().closed() || meaning == BoxMeaning.DO_NOT_CONTACT;
	}

	private Box box(PublicFormPage.View view, Purpose purpose, BoxMeaning meaning, ShownChoices shown, Locale locale) {
		BlockText text = view.wording().box(purpose);
		PublicFormBody.@Nullable Ticks ticks = (view.faulty() != null) ? view.faulty().typed().ticks() : null;
		boolean ticked = (ticks != null) ? ticks.ticked().contains(purpose) : shown.ticked(purpose, meaning);
		boolean stopped = ticks != null && ticks.stopped().contains(purpose);
		Box.Waiting waiting = shown.pending(purpose, meaning) ? new Box.Waiting(PublicFormBody.stop(purpose), stopped)
				: null;
		return new Box(PublicFormBody.box(purpose), this.messages.label(text, purpose, locale),
				text.help().isBlank() ? null : text.help(), ticked, waiting,
				view.faults().get(PublicFormBody.box(purpose)));
	}

	/**
	 * The boxes about contact under the page's legend, and under one of their own those
	 * that are not, unless there are no others.
	 */
	List<Group> groups(List<Box> boxes, String legend, Locale locale, ReaderPlaceholders placeholders) {
		Map<Boolean, List<Box>> byContact = boxes.stream().collect(Collectors.partitioningBy(Box::contact));
		List<Group> groups = new ArrayList<>();
		for (boolean contact : new boolean[] { true, false }) {
			List<Box> part = byContact.getOrDefault(contact, List.of());
			if (!part.isEmpty()) {
				groups.add(new Group(groups.isEmpty() ? legend : this.messages.say("public.uses", locale),
						placeholders.html(render(part, locale))));
			}
		}
		return groups;
	}

	private String render(List<Box> boxes, Locale locale) {
		return boxes.stream()
			.map((box) -> this.renderer.render(new Piece("_box", locale, Map.of("box", box)), new ReaderPlaceholders()))
			.collect(Collectors.joining());
	}

}
