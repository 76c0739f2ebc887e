package dev.sayso.service;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What people read of a service in their language, how often it can come, and what they
 * confirm by mail before it does.
 *
 * @param texts by language, where it has a name or a description of its own
 * @param frequencies in the order in which they are offered, of which the first is usual
 * @param confirmation whether one subscribes on a page by confirming it through a mail,
 * whatever that page asks
 */
public record ServiceWords(Map<String, Text> texts, List<Frequency> frequencies, Confirmation confirmation) {

	public static final ServiceWords NONE = new ServiceWords(Map.of(), List.of());

	/** What the mail says that asks to confirm a subscription. */
	public enum Confirmation {

		/** There is none, unless the page promises it. */
		NONE,

		/** The usual text. */
		DEFAULT,

		/** A text of the service's own stands in it besides. */
		OWN;

		public static Optional<Confirmation> of(String key) {
			return Arrays.stream(values()).filter((confirmation) -> confirmation.key().equals(key)).findFirst();
		}

		@JsonValue
		public String key() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

	/**
	 * @param name empty for that of the service
	 * @param description empty for that of the service
	 * @param confirmation what stands in the mail that asks to confirm; empty for none
	 */
	public record Text(String name, String description, String confirmation) {

		static final Text NONE = new Text("", "", "");

		public Text {
			confirmation = Objects.requireNonNullElse(confirmation, "");
		}

		public Text(String name, String description) {
			this(name, description, "");
		}

	}

	public ServiceWords {
		texts = Map.copyOf(texts);
		frequencies = List.copyOf(frequencies);
		confirmation = Objects.requireNonNullElse(confirmation, Confirmation.NONE);
	}

	public ServiceWords(Map<String, Text> texts, List<Frequency> frequencies) {
		this(texts, frequencies, Confirmation.NONE);
	}

	Text text(String language) {
		return this.texts.getOrDefault(language, Text.NONE);
	}

}
