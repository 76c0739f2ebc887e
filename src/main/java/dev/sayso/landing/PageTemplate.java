package dev.sayso.landing;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import dev.sayso.shared.Channel;

/**
 * What a new page begins as.
 */
enum PageTemplate {

	/** A person's say on each channel, in or out. */
	PREFERENCES("preferences", PageKind.ACQUISITION, Meaning.IN_OR_OUT, "checkbox"),

	/** Ticks that stop contact, channel by channel. */
	DO_NOT_CONTACT("do-not-contact", PageKind.ACQUISITION, Meaning.DO_NOT_CONTACT, "ban"),

	/** One link that stops everything. */
	STOP_EVERYTHING("stop-everything", PageKind.DENYLIST, Meaning.DO_NOT_CONTACT, "hand-stop");

	private static final List<Channel> USUAL = List.of(Channel.EMAIL, Channel.SMS, Channel.CALL);

	private final String key;

	private final PageKind kind;

	private final Meaning meaning;

	private final String icon;

	PageTemplate(String key, PageKind kind, Meaning meaning, String icon) {
		this.key = key;
		this.kind = kind;
		this.meaning = meaning;
		this.icon = icon;
	}

	static Optional<PageTemplate> of(String key) {
		return Arrays.stream(values()).filter((template) -> template.key.equals(key)).findFirst();
	}

	public String key() {
		return this.key;
	}

	public PageKind kind() {
		return this.kind;
	}

	/**
	 * The symbol of the sprite that stands for it.
	 */
	public String icon() {
		return this.icon;
	}

	/**
	 * Its checkboxes: one for everything, or one for each of the usual channels that are
	 * in use.
	 */
	List<PageBox> boxes(List<Channel> inUse) {
		if (this.kind == PageKind.DENYLIST) {
			return List.of(new PageBox(PageBox.ANY, this.meaning));
		}
		List<Channel> usual = inUse.stream().filter(USUAL::contains).toList();
		return (usual.isEmpty() ? inUse : usual).stream()
			.map((channel) -> new PageBox(channel.key(), this.meaning))
			.toList();
	}

	List<PageField> fields() {
		return List.of(new PageField("email", this.kind == PageKind.ACQUISITION), new PageField("mobile", false));
	}

}
