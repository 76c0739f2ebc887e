package dev.sayso.offer.editor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

import dev.sayso.offer.text.ContentField;
import dev.sayso.offer.text.ImagePaths;
import dev.sayso.offer.text.TagFallbacks;
import dev.sayso.shared.page.Choices;

/**
 * The texts of an offer as they are typed in its editor. One of them is open, which may
 * be blank; others are not kept when they are.
 *
 * @param open its place; empty where nothing is written yet
 */
record OfferFormTexts(List<OfferFormText> all, String open) {

	private static final Pattern PLACE = Pattern.compile("[a-z0-9][a-z0-9-]{0,59}\\.([A-Za-z0-9-]{1,35}|\\*)");

	private static final List<String> ACTS = List.of("open", "silence", "insert", "picture", "image", "take", "spread");

	private static final Pattern NAME = Pattern.compile("(profile|offer|context)(\\.[\\p{L}\\p{N}_-]+){1,3}");

	/**
	 * What stands in the open text for people of whom something is not known.
	 *
	 * @param was what stood there when the page was shown
	 */
	record Fallback(String name, String was, String text) {

		OfferFormText in(OfferFormText written) {
			return this.text.equals(this.was) ? written
					: written.with("", (said) -> TagFallbacks.replace(said, this.name, this.was, this.text));
		}

	}

	/**
	 * Reads what was sent.
	 * @param shown the place that is open; where it is none, the first is
	 */
	static OfferFormTexts of(@Nullable List<OfferFormText> sent, String shown) {
		Map<String, OfferFormText> texts = new LinkedHashMap<>();
		String open = PLACE.matcher(shown).matches() ? shown : "";
		for (OfferFormText text : Objects.requireNonNullElse(sent, List.<OfferFormText>of())) {
			if (text != null && !text.place().isEmpty()) {
				Choices.check(PLACE.matcher(text.place()).matches());
				if (!text.isBlank() || text.place().equals(open)) {
					texts.putIfAbsent(text.place(), text);
				}
			}
		}
		if (open.isEmpty() && !texts.isEmpty()) {
			open = texts.keySet().iterator().next();
		}
		if (!open.isEmpty() && !texts.containsKey(open)) {
			texts.put(open, blank(open, texts.values()));
		}
		return new OfferFormTexts(List.copyOf(texts.values()), open).withOneMain();
	}

	/** A text to be written. The first of a placement is its main one. */
	private static OfferFormText blank(String place, Iterable<OfferFormText> others) {
		OfferFormText text = OfferFormText.of(place, Map.of());
		boolean first = true;
		for (OfferFormText other : others) {
			first &= !other.placement().equals(text.placement());
		}
		return text.withMain(first && !text.isForAnybody());
	}

	/** Where the open one is the main text of its placement, no other is. */
	private OfferFormTexts withOneMain() {
		Optional<OfferFormText> main = find(this.open).filter((text) -> text.main() && !text.isBlank());
		return main
			.map((one) -> new OfferFormTexts(this.all.stream()
				.map((text) -> (text != one && text.placement().equals(one.placement())) ? text.withMain(false) : text)
				.toList(), this.open))
			.orElse(this);
	}

	OfferFormTexts with(List<Fallback> fallbacks) {
		return replace(this.open, (text) -> {
			OfferFormText said = text;
			for (Fallback fallback : fallbacks) {
				said = fallback.in(said);
			}
			return said;
		});
	}

	/**
	 * The same after one of the buttons that are about texts: {@code open},
	 * {@code silence}, {@code insert}, {@code picture}, {@code image}, {@code take} from
	 * another place, or {@code spread} to others.
	 */
	OfferFormTexts after(String act, String argument) {
		return switch (act) {
			case "open" -> of(this.all, place(argument));
			case "silence" -> without(place(argument));
			case "insert" -> insert(before(argument), after(argument));
			case "picture" -> picture("<img src=\"" + argument + "\" alt=\"\">", argument);
			case "image" -> pictured(before(argument), after(argument));
			case "take" -> find(place(argument)).map((from) -> replace(this.open, from::copy)).orElse(this);
			case "spread" -> spread(Arrays.asList(argument.split(",")));
			default -> this;
		};
	}

	static boolean isAct(String act) {
		return ACTS.contains(act);
	}

	/** Without a text; another of its placement is open then. */
	private OfferFormTexts without(String place) {
		List<OfferFormText> left = this.all.stream().filter((text) -> !text.place().equals(place)).toList();
		String placement = place.substring(0, place.indexOf('.'));
		String next = left.stream()
			.filter((text) -> text.placement().equals(placement))
			.findFirst()
			.map(OfferFormText::place)
			.orElse("");
		return of(left, place.equals(this.open) ? next : this.open);
	}

	/** With a name behind what is written, or behind what is in a field. */
	private OfferFormTexts insert(String name, String field) {
		Choices.check(NAME.matcher(name).matches() && (field.isEmpty() || ContentField.isKey(field)));
		return replace(this.open, (text) -> text.with(field, (said) -> said + "{{" + name + "}}"));
	}

	/** With an uploaded picture behind what is written. */
	private OfferFormTexts picture(String written, String path) {
		Choices.check(ImagePaths.isOne(path));
		return replace(this.open, (text) -> text.withContent(text.content() + written));
	}

	/** With an uploaded picture as the image, or in a field for one. */
	private OfferFormTexts pictured(String path, String field) {
		Choices.check(ImagePaths.isOne(path) && (field.isEmpty() || ContentField.isKey(field)));
		return replace(this.open, (text) -> text.with(field, (said) -> path));
	}

	/** What stands before the key of a field. */
	private static String before(String argument) {
		return argument.replaceFirst(":.*", "");
	}

	/** The key of a field; empty for none. */
	private static String after(String argument) {
		return argument.contains(":") ? argument.substring(argument.indexOf(':') + 1) : "";
	}

	/** The open text at other places too, where nothing is written yet. */
	private OfferFormTexts spread(List<String> places) {
		List<OfferFormText> texts = new ArrayList<>(this.all);
		places.forEach(OfferFormTexts::place);
		find(this.open).ifPresent((open) -> places.stream()
			.filter((place) -> find(place).isEmpty())
			.forEach((place) -> texts.add(open.copy(blank(place, texts)))));
		return of(texts, this.open);
	}

	private OfferFormTexts replace(String place, UnaryOperator<OfferFormText> change) {
		return new OfferFormTexts(
				this.all.stream().map((text) -> text.place().equals(place) ? change.apply(text) : text).toList(),
				this.open);
	}

	private Optional<OfferFormText> find(String place) {
		return this.all.stream().filter((text) -> text.place().equals(place)).findFirst();
	}

	private static String place(String sent) {
		Choices.check(PLACE.matcher(sent).matches());
		return sent;
	}

}
