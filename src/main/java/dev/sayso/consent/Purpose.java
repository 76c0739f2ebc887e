package dev.sayso.consent;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.sayso.shared.Channel;

/**
 * What a say is about, named by its path in XDM's consents object.
 */
public enum Purpose {

	MARKETING_ANY("marketing.any", null), MARKETING_EMAIL("marketing.email", Channel.EMAIL),
	MARKETING_SMS("marketing.sms", Channel.SMS), MARKETING_CALL("marketing.call", Channel.CALL),
	MARKETING_POSTAL_MAIL("marketing.postalMail", Channel.POSTAL_MAIL), MARKETING_PUSH("marketing.push", Channel.PUSH),
	MARKETING_WHATS_APP("marketing.whatsApp", Channel.WHATS_APP), MARKETING_FAX("marketing.fax", Channel.FAX),
	PERSONALIZE_CONTENT("personalize.content", null), COLLECT("collect", null), SHARE("share", null),
	MODELING("modeling", null), TRACKING_OPENS("tracking.opens", null), TRACKING_CLICKS("tracking.clicks", null);

	private static final Map<Channel, Purpose> BY_CHANNEL = Arrays.stream(values())
		.filter((purpose) -> purpose.channel != null)
		.collect(Collectors.toMap((purpose) -> Objects.requireNonNull(purpose.channel), Function.identity(),
				(one, other) -> one, () -> new EnumMap<>(Channel.class)));

	private static final Map<String, Purpose> BY_KEY = Arrays.stream(values())
		.collect(Collectors.toMap(Purpose::key, Function.identity()));

	private final String key;

	private final @Nullable Channel channel;

	Purpose(String key, @Nullable Channel channel) {
		this.key = key;
		this.channel = channel;
	}

	public static Optional<Purpose> of(String key) {
		return Optional.ofNullable(BY_KEY.get(key));
	}

	public static Purpose marketing(Channel channel) {
		return Objects.requireNonNull(BY_CHANNEL.get(channel));
	}

	/** The name in the API and in the store. */
	public String key() {
		return this.key;
	}

	public Optional<Channel> channel() {
		return Optional.ofNullable(this.channel);
	}

	/**
	 * Whether this is about what may be measured of mail somebody got: XDM has no word
	 * for it, it never stops contact, and saying nothing is neither yes nor no.
	 */
	public boolean isTracking() {
		return this == TRACKING_OPENS || this == TRACKING_CLICKS;
	}

	public boolean isMarketing() {
		return this.channel != null || this == MARKETING_ANY;
	}

}
