package dev.sayso.landing;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Reads a page's parts as a form brings them; what cannot be read is noted, and the page
 * is made of the rest, so that it can still be previewed.
 */
final class ReadPage {

	private final Map<String, String> values;

	private final PageContent before;

	private final Map<String, String> faults = new LinkedHashMap<>();

	private ReadPage(Map<String, String> values, PageContent before) {
		this.values = values;
		this.before = before;
	}

	/**
	 * The result: the content as far as it could be read, and what is wrong by part name.
	 */
	record Result(PageContent content, Map<String, String> faults) {

	}

	/**
	 * Reads a form.
	 * @param before the page as it stands, whose words for checkboxes that are not on it
	 * are kept
	 */
	static Result of(Map<String, String> values, PageContent before) {
		ReadPage read = new ReadPage(values, before);
		PageContent content = read.content();
		return new Result(content, read.faults);
	}

	private PageContent content() {
		if (text("name", 200).isEmpty()) {
			fault("name", "landing.fault.name");
		}
		List<PageBox> boxes = boxes();
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		PageContent.LANGUAGES.stream().filter((tag) -> on("in." + tag)).forEach((tag) -> texts.put(tag, texts(tag)));
		if (texts.isEmpty()) {
			fault("in.en", "landing.fault.languages");
			texts.putAll(this.before.texts());
		}
		String own = value("language");
		String language = texts.containsKey(own) ? own : texts.keySet().iterator().next();
		PageContact contact = new PageContact(text("organisation", 200), text("address", 500),
				checked("email", 254, "landing.fault.email", (text) -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")),
				checked("phone", 40, "landing.fault.phone", (text) -> text.matches("[+0-9 ()./-]+")));
		String colour = checked("colour", 7, "landing.fault.colour", (text) -> text.matches("#[0-9a-fA-F]{6}"));
		return new PageContent(language, texts, fields(), boxes, contact,
				colour.isEmpty() ? this.before.colour() : colour.toLowerCase(java.util.Locale.ROOT), text("logo", 60),
				behaviour());
	}

	private PageTexts texts(String tag) {
		Map<String, BoxText> labels = new LinkedHashMap<>(
				this.before.texts().getOrDefault(tag, PageTexts.NONE).boxes());
		channels().stream()
			.filter((channel) -> this.values.containsKey("label." + channel + "." + tag))
			.forEach((channel) -> labels.put(channel,
					new BoxText(text("label." + channel + "." + tag, 200), text("help." + channel + "." + tag, 300))));
		return new PageTexts(text("title." + tag, 200), text("intro." + tag, 3000), text("legend." + tag, 200), labels,
				text("button." + tag, 100), text("resultTitle." + tag, 200), text("resultText." + tag, 3000),
				text("inactive." + tag, 1500), checked("privacyNotice." + tag, 500, "landing.fault.url",
						(text) -> text.matches("https?://[^\\s/]+\\S*")));
	}

	private List<PageBox> boxes() {
		return channels().stream().flatMap((channel) -> {
			Meaning meaning = Meaning.of(value("meaning." + channel)).orElse(Meaning.DO_NOT_CONTACT);
			PageBox box = new PageBox(channel, meaning);
			if (box.purpose().isPresent() && !box.fits()) {
				fault("meaning." + channel, "landing.fault.any");
			}
			return Optional.of(box).filter(PageBox::fits).stream();
		}).toList();
	}

	private List<String> channels() {
		return List.of(value("boxes").split(",")).stream().filter((channel) -> !channel.isEmpty()).distinct().toList();
	}

	private List<PageField> fields() {
		return PageField.NAMES.stream()
			.filter((name) -> !value("field." + name).isEmpty())
			.map((name) -> new PageField(name, value("field." + name).equals(PageField.REQUIRED)))
			.toList();
	}

	private PageBehaviour behaviour() {
		LocalDateTime from = time("from");
		LocalDateTime to = time("to");
		if (from != null && to != null && !to.isAfter(from)) {
			fault("to", "landing.fault.order");
			to = null;
		}
		return new PageBehaviour(on("askFirst"), on("refusesKnown"), from, to, zone(),
				checked("redirect", 500, "landing.fault.redirect", (text) -> text.matches("https://[^\\s/]+\\S*")));
	}

	private String zone() {
		String zone = value("timeZone");
		try {
			return ZoneId.of(zone).getId();
		}
		catch (DateTimeException ex) {
			fault("timeZone", "landing.fault.timeZone");
			return this.before.behaviour().timeZone();
		}
	}

	private @Nullable LocalDateTime time(String name) {
		try {
			return value(name).isEmpty() ? null : LocalDateTime.parse(value(name));
		}
		catch (DateTimeParseException ex) {
			fault(name, "landing.fault.time");
			return null;
		}
	}

	private String checked(String name, int longest, String code, Predicate<String> fits) {
		String text = text(name, longest);
		if (text.isEmpty() || fits.test(text)) {
			return text;
		}
		fault(name, code);
		return "";
	}

	private String text(String name, int longest) {
		String text = value(name);
		if (text.length() <= longest) {
			return text;
		}
		fault(name, "landing.fault.long");
		return text.substring(0, longest);
	}

	private String value(String name) {
		return this.values.getOrDefault(name, "").replace("\r\n", "\n").replaceAll("[\\p{Cc}&&[^\n\t]]", "").strip();
	}

	private boolean on(String name) {
		return PageParts.ON.equals(this.values.get(name));
	}

	private void fault(String name, String code) {
		this.faults.putIfAbsent(name, code);
	}

}
