package dev.sayso.landing.editor;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.BoxText;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageTexts;

/**
 * Reads a page's parts as a form brings them; what cannot be read is noted, and the page
 * is made of the rest, so that it can still be previewed.
 */
final class ReadPage {

	private final TypedParts typed;

	private final PageContent before;

	private ReadPage(Map<String, String> values, PageContent before) {
		this.typed = new TypedParts(values);
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
		return new Result(content, read.typed.faults());
	}

	private PageContent content() {
		if (this.typed.text("name", 200).isEmpty()) {
			this.typed.fault("name", "landing.fault.name");
		}
		List<PageBox> boxes = boxes();
		Map<String, PageTexts> texts = new LinkedHashMap<>();
		PageContent.LANGUAGES.stream()
			.filter((tag) -> this.typed.on("in." + tag))
			.forEach((tag) -> texts.put(tag, texts(tag)));
		if (texts.isEmpty()) {
			this.typed.fault("in.en", "landing.fault.languages");
			texts.putAll(this.before.texts());
		}
		String own = this.typed.value("language");
		String language = texts.containsKey(own) ? own : texts.keySet().iterator().next();
		PageContact contact = new PageContact(this.typed.text("organisation", 200), this.typed.text("address", 500),
				this.typed.checked("email", 254, "landing.fault.email",
						(text) -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")),
				this.typed.checked("phone", 40, "landing.fault.phone", (text) -> text.matches("[+0-9 ()./-]+")));
		String colour = this.typed.checked("colour", 7, "landing.fault.colour",
				(text) -> text.matches("#[0-9a-fA-F]{6}"));
		return new PageContent(language, texts, fields(), boxes, contact,
				colour.isEmpty() ? this.before.colour() : colour.toLowerCase(java.util.Locale.ROOT),
				this.typed.text("logo", 60), behaviour());
	}

	private PageTexts texts(String tag) {
		Map<String, BoxText> labels = new LinkedHashMap<>(
				this.before.texts().getOrDefault(tag, PageTexts.NONE).boxes());
		asked().stream()
			.filter((about) -> this.typed.has("label." + about + "." + tag))
			.forEach((about) -> labels.put(about, new BoxText(this.typed.text("label." + about + "." + tag, 200),
					this.typed.text("help." + about + "." + tag, 300))));
		return new PageTexts(this.typed.text("title." + tag, 200), this.typed.text("intro." + tag, 3000),
				this.typed.text("legend." + tag, 200), labels, this.typed.text("button." + tag, 100),
				this.typed.text("resultTitle." + tag, 200), this.typed.text("resultText." + tag, 3000),
				this.typed.text("inactive." + tag, 1500), this.typed.checked("privacyNotice." + tag, 500,
						"landing.fault.url", (text) -> text.matches("https?://[^\\s/]+\\S*")));
	}

	private List<PageBox> boxes() {
		return asked().stream().flatMap((about) -> {
			BoxMeaning meaning = BoxMeaning.of(this.typed.value("meaning." + about)).orElse(BoxMeaning.DO_NOT_CONTACT);
			PageBox box = new PageBox(about, meaning);
			if (box.purpose().isPresent() && !box.fits()) {
				this.typed.fault("meaning." + about, "landing.fault.any");
			}
			return Optional.of(box).filter(PageBox::fits).stream();
		}).toList();
	}

	private List<String> asked() {
		return List.of(this.typed.value("boxes").split(","))
			.stream()
			.filter((about) -> !about.isEmpty())
			.distinct()
			.toList();
	}

	private List<PageField> fields() {
		return PageField.NAMES.stream()
			.filter((name) -> !this.typed.value("field." + name).isEmpty())
			.map((name) -> new PageField(name, this.typed.value("field." + name).equals(PageField.REQUIRED)))
			.toList();
	}

	private PageBehaviour behaviour() {
		LocalDateTime from = this.typed.time("from");
		LocalDateTime to = this.typed.time("to");
		if (from != null && to != null && !to.isAfter(from)) {
			this.typed.fault("to", "landing.fault.order");
			to = null;
		}
		return new PageBehaviour(this.typed.on("askFirst"), this.typed.on("refusesKnown"), from, to, zone(), this.typed
			.checked("redirect", 500, "landing.fault.redirect", (text) -> text.matches("https://[^\\s/]+\\S*")));
	}

	private String zone() {
		String zone = this.typed.value("timeZone");
		try {
			return ZoneId.of(zone).getId();
		}
		catch (DateTimeException ex) {
			this.typed.fault("timeZone", "landing.fault.timeZone");
			return this.before.behaviour().timeZone();
		}
	}

}
