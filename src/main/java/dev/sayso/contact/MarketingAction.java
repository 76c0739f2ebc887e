package dev.sayso.contact;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.sayso.consent.status.ContactRule.Question;
import dev.sayso.shared.Channel;

/**
 * What a sender wants to do.
 *
 * @param channel the only one it is for; null for any
 */
public record MarketingAction(String key, @Nullable Channel channel) {

	/** The usual one of a channel. */
	public static MarketingAction targeting(Channel channel) {
		return new MarketingAction(switch (channel) {
			case EMAIL -> "email";
			case SMS -> "sms";
			case CALL -> "call";
			case POSTAL_MAIL -> "post";
			case PUSH -> "push";
			case WHATS_APP -> "whatsapp";
			case FAX -> "fax";
		} + "-targeting", channel);
	}

	/** The action of a key; empty where there is none of this name. */
	public static Optional<MarketingAction> of(String key) {
		return Stream
			.concat(Arrays.stream(Channel.values()).map(MarketingAction::targeting),
					Stream.of(Question.PERSONALIZATION, Question.TRANSACTIONAL)
						.map((any) -> new MarketingAction(any, null)))
			.filter((action) -> action.key.equals(key))
			.findFirst();
	}

	public boolean isFor(Channel other) {
		return this.channel == null || this.channel == other;
	}

}
