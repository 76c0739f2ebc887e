package dev.sayso.landing.editor;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.springframework.stereotype.Component;

import dev.sayso.landing.BlockText;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBehaviour;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageContact;
import dev.sayso.landing.PageContent;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.landing.PlainPage;
import dev.sayso.landing.PlainTexts;
import dev.sayso.shared.page.Choices;

/**
 * Reads what somebody sent from a page's editor, whichever of its buttons they pressed.
 */
@Component
class PageFormParser {

	private final BoxOrder boxes;

	private final DefaultTexts texts;

	PageFormParser(BoxOrder boxes, DefaultTexts texts) {
		this.boxes = boxes;
		this.texts = texts;
	}

	/**
	 * What was sent.
	 *
	 * @param back the language of the editor in which the sender goes on, as a query
	 * @param focus where the keyboard goes on
	 */
	record Read(PageForm form, String name, PageContent content, String back, String focus) {

	}

	Read of(LandingPage page, Map<String, String> typed) {
		PlainPage before = PlainPage.of(page.draft());
		Map<String, String> values = this.boxes.apply(typed, before);
		if (page.kind() == PageKind.DENYLIST) {
			values.put("boxes", PageBox.ANY);
			values.put("meaning." + PageBox.ANY, BoxMeaning.DO_NOT_CONTACT.key());
		}
		Content result = content(values, before);
		String shown = typed.getOrDefault("shown", "");
		String back = PageContent.LANGUAGES.contains(shown) ? "?language=" + shown : "";
		return new Read(new PageForm(values, result.faults()), typed.getOrDefault("name", "").strip(),
				withNewLanguages(page, result.content()).content(page.draft()), back, BoxOrder.focus(typed, values));
	}

	/** A language that is new to the page begins with words of its template. */
	private PlainPage withNewLanguages(LandingPage page, PlainPage content) {
		Map<String, PlainTexts> texts = new LinkedHashMap<>();
		content.texts().forEach((tag, words) -> {
			boolean fresh = !page.draft().texts().containsKey(tag) && words.title().isBlank();
			texts.put(tag, fresh ? this.texts.language(page, tag) : words);
		});
		return new PlainPage(content.language(), texts, content.fields(), content.boxes(), content.contact(),
				content.colour(), content.logo(), content.behaviour());
	}

	/**
	 * Reads a page's parts; what cannot be read is noted, and the content is made of the
	 * rest, so that it can still be previewed.
	 * @param before the page as it stands, whose texts for checkboxes that are not on it
	 * are kept
	 */
	static Content content(Map<String, String> values, PlainPage before) {
		PageForm.Reader typed = new PageForm.Reader(values);
		PlainPage content = new ContentReader(typed, before).content();
		return new Content(content, typed.faults());
	}

	/** The content as far as it could be read, and what is wrong by part name. */
	record Content(PlainPage content, Map<String, String> faults) {

	}

	/** Makes content of the parts that were typed. */
	private record ContentReader(PageForm.Reader typed, PlainPage before) {

		private PlainPage content() {
			if (this.typed.text("name", 200).isEmpty()) {
				this.typed.fault("name", "landing.fault.name");
			}
			List<PageBox> boxes = boxes();
			Map<String, PlainTexts> texts = new LinkedHashMap<>();
			PageContent.LANGUAGES.stream()
				.filter((tag) -> this.typed.on("in." + tag))
				.forEach((tag) -> texts.put(tag, texts(tag)));
			if (texts.isEmpty()) {
				this.typed.fault("in.en", "landing.fault.languages");
				texts.putAll(this.before.texts());
			}
			String own = this.typed.value("language");
			Choices.check(own.isEmpty() || PageContent.LANGUAGES.contains(own));
			String language = texts.containsKey(own) ? own : texts.keySet().iterator().next();
			PageContact contact = new PageContact(this.typed.text("organisation", 200), this.typed.text("address", 500),
					this.typed.checked("email", 254, "landing.fault.email",
							(text) -> text.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+")),
					this.typed.checked("phone", 40, "landing.fault.phone", (text) -> text.matches("[+0-9 ()./-]+")));
			String colour = this.typed.checked("colour", 7, "landing.fault.colour",
					(text) -> text.matches("#[0-9a-fA-F]{6}"));
			return new PlainPage(language, texts, fields(), boxes, contact,
					colour.isEmpty() ? this.before.colour() : colour.toLowerCase(java.util.Locale.ROOT),
					this.typed.text("logo", 60), behaviour());
		}

		private PlainTexts texts(String tag) {
			Map<String, BlockText> labels = new LinkedHashMap<>(
					this.before.texts().getOrDefault(tag, PlainTexts.NONE).boxes());
			asked().stream()
				.filter((about) -> this.typed.has("label." + about + "." + tag))
				.forEach((about) -> labels.put(about, new BlockText(this.typed.text("label." + about + "." + tag, 200),
						this.typed.text("help." + about + "." + tag, 300))));
			return new PlainTexts(this.typed.text("title." + tag, 200), this.typed.text("intro." + tag, 3000),
					this.typed.text("legend." + tag, 200), labels, this.typed.text("button." + tag, 100),
					this.typed.text("resultTitle." + tag, 200), this.typed.text("resultText." + tag, 3000),
					this.typed.text("inactive." + tag, 1500),
					this.typed.checked("privacyNotice." + tag, 500, "landing.fault.url",
							(text) -> text.matches("https?://[^\\s/]+\\S*")),
					this.typed.text("visitorIntro." + tag, 3000));
		}

		private List<PageBox> boxes() {
			return asked().stream().flatMap((about) -> {
				BoxMeaning meaning = Choices.read(this.typed.value("meaning." + about), BoxMeaning.DO_NOT_CONTACT,
						BoxMeaning::of);
				PageBox box = new PageBox(about, meaning);
				Choices.check(box.purpose().isPresent());
				if (!box.fits()) {
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
				.map((name) -> new PageField(name,
						Choices.read(this.typed.value("field." + name), "asked", PageField.REQUIRED)
							.equals(PageField.REQUIRED)))
				.toList();
		}

		private PageBehaviour behaviour() {
			LocalDateTime from = this.typed.time("from");
			LocalDateTime to = this.typed.time("to");
			if (from != null && to != null && !to.isAfter(from)) {
				this.typed.fault("to", "landing.fault.order");
				to = null;
			}
			return new PageBehaviour(this.typed.on("askFirst"), this.typed.on("refusesKnown"), from, to, zone(),
					this.typed.checked("redirect", 500, "landing.fault.redirect",
							(text) -> text.matches("https://[^\\s/]+\\S*")),
					this.before.behaviour().service());
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

}
