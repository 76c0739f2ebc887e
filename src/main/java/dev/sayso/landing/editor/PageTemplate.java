package dev.sayso.landing.editor;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.sayso.consent.Purpose;
import dev.sayso.landing.BoxMeaning;
import dev.sayso.landing.LandingPage;
import dev.sayso.landing.PageBox;
import dev.sayso.landing.PageField;
import dev.sayso.landing.PageKind;
import dev.sayso.shared.Channel;

/**
 * What a new page begins as.
 */
enum PageTemplate {

	/** A person's say on each channel, in or out. */
	PREFERENCES("preferences", PageKind.ACQUISITION, BoxMeaning.IN_OR_OUT, "checkbox"),

	/** Ticks that stop contact, channel by channel. */
	DO_NOT_CONTACT("do-not-contact", PageKind.ACQUISITION, BoxMeaning.DO_NOT_CONTACT, "ban"),

	/** One link that stops everything. */
	STOP_EVERYTHING("stop-everything", PageKind.DENYLIST, BoxMeaning.DO_NOT_CONTACT, "hand-stop"),

	/** A person's say on what is done with what is known of them, in or out. */
	YOUR_DATA("your-data", PageKind.ACQUISITION, BoxMeaning.IN_OR_OUT, "user"),

	/** No words and no checkboxes: whoever makes it writes all of it. */
	BLANK("blank", PageKind.ACQUISITION, BoxMeaning.IN_OR_OUT, "file-text"),

	/** One button that subscribes to a service. */
	SUBSCRIBE("subscribe", PageKind.SUBSCRIPTION, BoxMeaning.CONTACT_ME, "mail"),

	/** One button that unsubscribes from a service. */
	UNSUBSCRIBE("unsubscribe", PageKind.UNSUBSCRIPTION, BoxMeaning.DO_NOT_CONTACT, "x"),

	/** All of a person's say in one place. */
	ALL_CHOICES("all-choices", PageKind.PREFERENCE, BoxMeaning.IN_OR_OUT, "list-check");

	private static final List<Channel> USUAL = List.of(Channel.EMAIL, Channel.SMS, Channel.CALL);

	private final String key;

	private final PageKind kind;

	private final BoxMeaning meaning;

	private final String icon;

	PageTemplate(String key, PageKind kind, BoxMeaning meaning, String icon) {
		this.key = key;
		this.kind = kind;
		this.meaning = meaning;
		this.icon = icon;
	}

	static Optional<PageTemplate> of(String key) {
		return Arrays.stream(values()).filter((template) -> template.key.equals(key)).findFirst();
	}

	/** The one whose words suit a page best. */
	static PageTemplate like(LandingPage page) {
		if (page.kind() != PageKind.ACQUISITION) {
			return Arrays.stream(values()).filter((template) -> template.kind == page.kind()).findFirst().orElseThrow();
		}
		List<PageBox> boxes = page.draft().boxes();
		if (boxes.isEmpty()) {
			return BLANK;
		}
		if (boxes.stream().allMatch(PageBox::use)) {
			return YOUR_DATA;
		}
		return boxes.stream().anyMatch((box) -> box.meaning() == BoxMeaning.DO_NOT_CONTACT) ? DO_NOT_CONTACT
				: PREFERENCES;
	}

	public String key() {
		return this.key;
	}

	public PageKind kind() {
		return this.kind;
	}

	/** The symbol of the sprite that stands for it. */
	public String icon() {
		return this.icon;
	}

	/**
	 * Its checkboxes: none, one for everything, one for each use, or one for each of the
	 * usual channels that are in use.
	 */
	List<PageBox> boxes(List<Channel> inUse) {
		if (this.kind == PageKind.DENYLIST) {
			return List.of(new PageBox(PageBox.ANY, this.meaning));
		}
		if (this == BLANK || this.kind.hasService()) {
			return List.of();
		}
		if (this == ALL_CHOICES) {
			return Stream.concat(inUse.stream().map(Channel::key), PageBox.USES.stream().map(Purpose::key))
				.map((about) -> new PageBox(about, this.meaning))
				.toList();
		}
		if (this == YOUR_DATA) {
			return PageBox.USES.stream().map((purpose) -> new PageBox(purpose.key(), this.meaning)).toList();
		}
		List<Channel> usual = inUse.stream().filter(USUAL::contains).toList();
		return (usual.isEmpty() ? inUse : usual).stream()
			.map((channel) -> new PageBox(channel.key(), this.meaning))
			.toList();
	}

	List<PageField> fields() {
		PageField email = new PageField("email", this.kind.asksDetails());
		if (this.kind.hasService()) {
			return (this == SUBSCRIBE) ? List.of(email, new PageField("firstName", false)) : List.of(email);
		}
		return List.of(email, new PageField("mobile", false));
	}

}
